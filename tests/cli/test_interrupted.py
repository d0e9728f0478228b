"""A review that is ended before its end: by Ctrl-C or SIGTERM."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import VULNERABLE
from xcodereviewer.cli.exit import ExitCode


def test_interrupt_leaves_a_truthful_partial_result(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.py").write_text(VULNERABLE * 20)
    report = tmp_path / "report.json"
    command = [
        sys.executable,
        "-m",
        "xcodereviewer",
        "review",
        str(tmp_path),
        "--no-cache",
        "-j1",
        "-o",
        f"json={report}",
    ]
    script = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell may have started us with it ignored
        "from xcodereviewer.pipeline import examine\n"
        "real = examine.Examination._finish\n"
        "def finish(self, file):\n"
        "    real(self, file)\n"
        "    if len(self._done) == 5:\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "examine.Examination._finish = finish\n"
        "from xcodereviewer.cli.main import main\n"
        f"sys.argv = {['xcr', *command[3:]]!r}\n"
        "main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ended.returncode == ExitCode.INTERRUPTED, ended.stderr
    result = json.loads(report.read_text())
    assert result["is_partial"] is True
    assert len(result["coverage"]["files"]) + len(result["coverage"]["skipped"]) == 300
    assert result["gate"]["result"] == "insufficient"


@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM"])
def test_interrupt_before_anything_was_looked_at_leaves_an_empty_partial_report(tmp_path: Path, signal: str) -> None:
    (tmp_path / "app.py").write_text(VULNERABLE)
    report = tmp_path / "report.json"
    report.write_text("of an earlier review")
    os.utime(report, (1, 1))
    script = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from xcodereviewer.cli import session\n"
        f"session.pack_of = lambda *_, **__: signal.raise_signal(signal.{signal})\n"
        "from xcodereviewer.cli.main import main\n"
        f"sys.argv = {['xcr', 'review', str(tmp_path), '--no-cache', '-o', f'json={report}', '-o', 'csv=-']!r}\n"
        "main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (ExitCode.INTERRUPTED, "\nxcr: interrupted\n")
    result = json.loads(report.read_text())
    assert (result["is_partial"], result["gate"]["result"], result["findings"]) == (True, "insufficient", [])
