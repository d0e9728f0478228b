import os
from pathlib import Path


def prepare(folder, mode):
    os.mkdir(folder, 755)  # finds: python.security.decimal-file-mode
    os.chmod(folder, 644)  # finds: python.security.decimal-file-mode
    Path(folder).chmod(600)  # finds: python.security.decimal-file-mode
    os.mkdir(folder, 0o755)  # ok: python.security.decimal-file-mode
    Path(folder).chmod(0o600)  # ok: python.security.decimal-file-mode
    os.chmod(folder, mode)  # ok: python.security.decimal-file-mode
