import subprocess
from subprocess import run


def backup(path, options):
    subprocess.run(["tar", "cf", path, "data"])  # finds: python.bug.subprocess-result-ignored
    run(["sync"])  # finds: python.bug.subprocess-result-ignored
    subprocess.run(["tar", "tf", path], check=True)  # ok: python.bug.subprocess-result-ignored
    result = run(["ls"], check=False, capture_output=True)  # ok: python.bug.subprocess-result-ignored
    subprocess.run(["ls"], **options)  # ok: python.bug.subprocess-result-ignored
    subprocess.check_call(["ls"])  # ok: python.bug.subprocess-result-ignored
    status = subprocess.run(["ls"]).returncode  # ok: python.bug.subprocess-result-ignored
    assert result.returncode or status
    if (
        subprocess.run(  # ok: python.bug.subprocess-result-ignored
            ["flatpak", "info", path],
        ).returncode
        == 0
    ):
        print("flatpak")


def notify(title):
    subprocess.run(["notify-send", title])  # ok: python.bug.subprocess-result-ignored
