import os
import stat


def publish(path, mode):
    os.chmod(path, 0o777)  # finds: python.security.permissive-file-mode
    os.chmod(path, 0o666)  # finds: python.security.permissive-file-mode
    os.chmod(path, stat.S_IRWXU | stat.S_IWOTH)  # finds: python.security.permissive-file-mode
    os.chmod(path, 0o600)  # ok: python.security.permissive-file-mode
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)  # ok: python.security.permissive-file-mode
    os.chmod(path, mode)  # ok: python.security.permissive-file-mode
