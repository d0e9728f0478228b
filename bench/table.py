"""The measured rows, and where they are published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["Row", "publish"]

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- speed: made by `make bench` -->\n", "<!-- end -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement, held against a limit that was measured in the same run or is fixed."""

    what: str
    ours: float
    unit: str
    limit: float
    limit_is: str

    @property
    def is_met(self) -> bool:
        """Whether ours is within the limit."""
        return self.ours <= self.limit

    @property
    def told(self) -> str:
        """The row in one line."""
        verdict = "met" if self.is_met else "MISSED"
        return f"{self.what}: {self.ours:.3g} {self.unit}, limit {self.limit:.3g} ({self.limit_is}): {verdict}"


def publish(rows: Iterable[Row], *, machine: str) -> None:
    """Write the rows into the page of benchmarks."""
    lines = [
        f"Measured on {date.today().isoformat()} with {machine}.",  # noqa: DTZ011 - the day where it was measured
        "",
        "| what | ours | limit | ratio | |",
        "| --- | ---: | ---: | ---: | --- |",
        *(
            f"| {row.what} | {row.ours:.3g} {row.unit} | {row.limit:.3g} {row.unit}: {row.limit_is} "
            f"| {row.ours / row.limit:.2f} | {'met' if row.is_met else 'missed'} |"
            for row in rows
        ),
        "",
    ]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}{chr(10).join(lines)}{END}{rest.partition(END)[2]}", encoding="utf-8")
