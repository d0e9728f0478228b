import os
import stat
from pathlib import Path


def share(path):
    os.chmod(path, 0o777)  # finds: python.security.file-open-to-everyone
    Path(path).chmod(0o666)  # finds: python.security.file-open-to-everyone
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)  # finds: python.security.file-open-to-everyone
    os.umask(0)  # finds: python.security.file-open-to-everyone


def private(path, mode):
    os.chmod(path, 0o600)  # ok: python.security.file-open-to-everyone
    Path(path).chmod(0o755)  # ok: python.security.file-open-to-everyone
    os.chmod(path, mode)  # ok: python.security.file-open-to-everyone
    os.umask(0o077)  # ok: python.security.file-open-to-everyone
    current = os.umask(0)  # ok: python.security.file-open-to-everyone
    os.umask(current)
    os.chmod("/srv/drop", 0o1777)  # ok: python.security.file-open-to-everyone


MODE = 0o777


def named(path):
    os.chmod(path, MODE)  # missing: python.security.file-open-to-everyone
