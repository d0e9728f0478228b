"""Files that are written whole or not at all."""

import signal
import subprocess
import sys
from pathlib import Path

from xcodereviewer.cli.whole_file import whole_file

_WRITES = """
import sys, time
from pathlib import Path
from xcodereviewer.cli.whole_file import whole_file
with whole_file(Path(sys.argv[1])) as out:
    out.write("half")
    out.flush()
    print("begun", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path, text: str) -> None:
    with whole_file(path) as out:
        out.write(text)


def test_what_a_killed_process_left_is_removed_by_the_next_write_of_the_same_file(tmp_path: Path) -> None:
    report = tmp_path / "review.html"
    with subprocess.Popen([sys.executable, "-c", _WRITES, str(report)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"begun\n"
        write(report, "whole")
        left = [name for name in names(tmp_path) if name.endswith(".partial")]
        assert left == [f".review.html.xcr-{writer.pid}.partial"]  # it is still at work
        writer.send_signal(signal.SIGKILL)
    write(tmp_path / "other.html", "whole")
    assert left[0] in names(tmp_path)
    write(report, "whole again")
    assert names(tmp_path) == ["other.html", "review.html"]
    assert report.read_text() == "whole again"


def test_nothing_else_that_is_called_alike_is_touched(tmp_path: Path) -> None:
    kept = [".a.html.xcr-x.partial", ".a.html.xcr-0999999999999.partial", "a.html.xcr-999999999.partial"]
    for name in kept:
        (tmp_path / name).write_text("mine")
    (tmp_path / ".a.html.xcr-999999998.partial").symlink_to(tmp_path / kept[0])
    (tmp_path / ".a.html.xcr-999999999.partial").mkdir()
    before = names(tmp_path)
    write(tmp_path / "a.html", "whole")
    assert names(tmp_path) == sorted([*before, "a.html"])
