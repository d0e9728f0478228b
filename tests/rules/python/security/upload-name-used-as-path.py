import os
import uuid
from pathlib import Path

from fastapi import UploadFile
from flask import request
from werkzeug.utils import secure_filename

UPLOAD_DIR = Path("/srv/uploads")


def store():
    upload = request.files["report"]
    upload.save(os.path.join("/srv/uploads", upload.filename))  # finds: python.security.upload-name-used-as-path
    image = request.files["image"]
    image.save(f"/srv/images/{image.filename}")  # finds: python.security.upload-name-used-as-path


async def receive(file: UploadFile):
    target = UPLOAD_DIR / file.filename  # finds: python.security.upload-name-used-as-path
    target.write_bytes(await file.read())


def renamed():
    upload = request.files["report"]
    upload.save(os.path.join("/srv/uploads", secure_filename(upload.filename)))  # ok: python.security.upload-name-used-as-path
    upload.save(os.path.join("/srv/uploads", uuid.uuid4().hex))  # ok: python.security.upload-name-used-as-path


def logged(file: UploadFile):
    print(f"received/{file.filename}")  # ok: python.security.upload-name-used-as-path
    return {"name": file.filename}


def own(module):
    return os.path.join("/srv", module.filename)  # ok: python.security.upload-name-used-as-path


def through_a_variable():
    upload = request.files["report"]
    name = upload.filename
    upload.save(os.path.join("/srv/uploads", name))  # missing: python.security.upload-name-used-as-path
