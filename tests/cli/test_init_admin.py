"""`scripts/init_admin.py`, the door to `xcr admin create`."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "init_admin.py"


def test_administrator_is_made_with_a_password_that_passes(tmp_path: Path) -> None:
    answers = [_run(tmp_path, words) for words in ("short", "nine purple elephants dance")]
    assert [answer.returncode for answer in answers] == [2, 0]
    assert answers[1].stdout == "root@example.com is an administrator.\n"


def _run(folder: Path, password: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), "root@example.com", "--password-stdin", "--data-dir", str(folder / "data")]
    return subprocess.run(command, input=password, capture_output=True, text=True, env=os.environ, check=False)
