"""Documents are tested too: what they name exists, what exists is named, and generated pages are fresh."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from xcodereviewer.cli.commands import COMMANDS
from xcodereviewer.cli.exit import ExitCode
from xcodereviewer.core.settings import Settings
from xcodereviewer.reports.formats import FORMATS

ROOT = Path(__file__).parents[2]
DOCS = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def test_generated_pages_are_fresh() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "make_docs.py"), "--check"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.parametrize("name", DOCS)
def test_links_between_documents_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text()
    targets = [target for target in _LINK.findall(text) if "://" not in target]
    assert [target for target in targets if not ((ROOT / name).parent / target).exists()] == []


def test_every_setting_and_exit_code_stands_in_the_configuration_page() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text()
    assert [key for key in Settings.__struct_encode_fields__ if f"| `{key}` |" not in page] == []
    assert [code for code in ExitCode if f"| {code.value} |" not in page] == []


def test_every_command_stands_in_the_command_line_page() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text()
    assert [name for name in COMMANDS if f"## `xcr {name}`" not in page] == []


def test_every_report_format_stands_in_the_reports_page() -> None:
    page = (ROOT / "docs" / "reports.md").read_text()
    assert [name for name in FORMATS if f"## `{name}`" not in page] == []
