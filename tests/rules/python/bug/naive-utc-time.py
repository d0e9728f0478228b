import datetime as dt
import time
from datetime import datetime, timezone


def stamp(seconds):
    now = datetime.utcnow()  # finds: python.bug.naive-utc-time
    then = dt.datetime.utcfromtimestamp(seconds)  # finds: python.bug.naive-utc-time
    aware = datetime.now(timezone.utc)  # ok: python.bug.naive-utc-time
    known = datetime.fromtimestamp(seconds, timezone.utc)  # ok: python.bug.naive-utc-time
    return now, then, aware, known, time.time()
