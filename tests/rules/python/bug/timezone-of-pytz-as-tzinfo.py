from datetime import datetime
from zoneinfo import ZoneInfo

import pytz


def opening():
    return datetime(2024, 5, 1, 9, tzinfo=pytz.timezone("Europe/Berlin"))  # finds: python.bug.timezone-of-pytz-as-tzinfo


def attach(moment):
    zone = pytz.timezone("America/New_York")
    return moment.replace(tzinfo=zone)  # finds: python.bug.timezone-of-pytz-as-tzinfo


def careful(moment):
    moment.replace(tzinfo=ZoneInfo("Europe/Berlin"))  # ok: python.bug.timezone-of-pytz-as-tzinfo
    moment.replace(tzinfo=pytz.utc)  # ok: python.bug.timezone-of-pytz-as-tzinfo
    moment.replace(tzinfo=pytz.timezone("UTC"))  # ok: python.bug.timezone-of-pytz-as-tzinfo
    moment.astimezone(pytz.timezone("Europe/Berlin"))  # ok: python.bug.timezone-of-pytz-as-tzinfo
    return pytz.timezone("Europe/Berlin").localize(moment)  # ok: python.bug.timezone-of-pytz-as-tzinfo


class Shop:
    def __init__(self):
        self.zone = pytz.timezone("Europe/Berlin")

    def opening(self, moment):
        return moment.replace(tzinfo=self.zone)  # missing: python.bug.timezone-of-pytz-as-tzinfo
