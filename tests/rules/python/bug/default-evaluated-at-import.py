import uuid
from datetime import datetime

from django.db import models
from django.utils import timezone
from sqlalchemy import Column, DateTime, func


class Order(models.Model):
    created = models.DateTimeField(default=timezone.now())  # finds: python.bug.default-evaluated-at-import
    number = models.UUIDField(default=uuid.uuid4())  # finds: python.bug.default-evaluated-at-import
    changed = models.DateTimeField(auto_now=True)  # ok: python.bug.default-evaluated-at-import
    placed = models.DateTimeField(default=timezone.now)  # ok: python.bug.default-evaluated-at-import
    key = models.UUIDField(default=uuid.uuid4, editable=False)  # ok: python.bug.default-evaluated-at-import
    name = models.CharField(default=str())


class Row(Base):
    made = Column(DateTime, default=datetime.utcnow())  # finds: python.bug.default-evaluated-at-import
    seen = Column(DateTime, default=func.now())  # ok: python.bug.default-evaluated-at-import
    sent = Column(DateTime, default=db.func.now())  # ok: python.bug.default-evaluated-at-import
    changed = Column(DateTime, onupdate=lambda: datetime.now())  # ok: python.bug.default-evaluated-at-import


def setting(config):
    return config.get("start", default=timezone.now())  # ok: python.bug.default-evaluated-at-import


def code():
    return uuid.uuid4().hex


class Invite(models.Model):
    code = models.CharField(max_length=32, default=code())  # missing: python.bug.default-evaluated-at-import
