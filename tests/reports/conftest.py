"""A sample review with everything a report must show, and golden files for what reports write."""

import io
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from xcodereviewer.domain.coverage import Coverage, FileCoverage, Outcome, Pass, Skipped
from xcodereviewer.domain.finding import Edit, Finding, Fix, Step, Suppression, Witness
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.levels import BaselineState, Category, Confidence, Precision, Severity, Status
from xcodereviewer.domain.location import Location, Span
from xcodereviewer.domain.review import Gate, GateResult, Notice, Review, Score, Target
from xcodereviewer.domain.rule import Example, Rule, Text
from xcodereviewer.reports.formats import write_report

GOLDEN = Path(__file__).parent / "golden"

ORDERS, VIEWS, SETTINGS = "app/orders.py", "app/views.py", "app/settings.py"
ASTRAL, NOT_UTF8, HOSTILE = "docs/😀 notes & <b>.py", r"legacy/caf\xe9.py", "=odd, `name`: 100%.py"
SQL, SECRET, DEBUG = "python.security.sql-injection", "python.security.hard-coded-password", "python.security.debug-on"
DEFAULT, QUERIES, COMPARE = (
    "python.bug.mutable-default",
    "python.performance.query-in-loop",
    "python.style.none-compare",
)
EVAL = "python.security.eval"

TEXTS: Mapping[str, str] = {
    ORDERS: (
        "def find(db, name):\n"
        "    # the name comes from the request\n"
        '    query = "SELECT * FROM orders WHERE name = \'" + name + "\'"\n'
        "    return db.execute(query)\n"
    ),
    VIEWS: (
        "from app import orders\n"
        "\n"
        "\n"
        "def show(request, seen=[]):\n"
        '    name = request.args["name"]\n'
        "    if name == None:\n"
        "        return []\n"
        "    for user in seen:\n"
        "        user.load()\n"
        "    return orders.find(request.db, name)\n"
    ),
    SETTINGS: 'PASSWORD = "hunt********"  # xcr: ignore[hard-coded-password] a demo\nDEBUG = True  # nosec\n',
    ASTRAL: 'party = "🎉🎉", eval(input())\n',
    NOT_UTF8: "total = eval(expression)\n",
    HOSTILE: "\teval(name)\n",
    "app/__init__.py": "",
    "app/broken.py": "def half(:\n    pass\n",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSources:
    """The sample's files; `texts` may leave one out, as if it could no longer be read."""

    texts: Mapping[str, str] = field(default_factory=lambda: TEXTS)

    def text(self, path: str) -> str | None:
        """Return the file's text."""
        return self.texts.get(path)


@pytest.fixture
def sample_sources() -> SampleSources:
    """The text of the files of `sample_review`, secrets masked; `app/models.py` can no longer be read."""
    return SampleSources()


@pytest.fixture
def sample_review() -> Review:
    """A review with every severity, state, kind of evidence and gap, and with hostile names and texts."""
    return Review(
        tool_version="1.2.3",
        target=Target(kind="git", name="https://git.example.com/shop/backend.git", revision="a" * 40, base="b" * 40),
        started_at=datetime(2026, 3, 1, 9, 30, 15, 250_000, tzinfo=UTC),
        duration_s=1.625,
        findings=tuple(sorted(_findings(), key=lambda found: (found.location, found.rule))),
        rules=_rules(),
        coverage=_coverage(),
        score=Score(total=61, security=40, complexity=90, maintainability=75, performance=80),
        gate=Gate(
            result=GateResult.FAILED,
            reasons=(
                "3 findings at high or above; the gate allows none.",
                "2 findings at high or above do not count: 1 in the baseline, 1 suppressed.",
            ),
            failing=(f"{1:032x}", f"{3:032x}", f"{8:032x}"),
        ),
        notices=(
            Notice(
                code="self-suppression",
                message="The change under review adds `nosec` itself, so it does not count.",
                path=SETTINGS,
                line=2,
            ),
            Notice(code="unused-suppression", message="`nosec` silences nothing. Delete it.", path=ORDERS, line=2),
            Notice(
                code="self-configuration",
                message="The change under review alters its own configuration; what its base says holds.",
            ),
        ),
    )


@pytest.fixture
def clean_review(sample_review: Review) -> Review:
    """A whole review in which nothing was found and nothing is missing."""
    return replace(
        sample_review,
        target=Target(kind="directory", name="shop"),
        findings=(),
        rules=(),
        coverage=Coverage(files=(_file("app/__init__.py", lines=0), _file(ORDERS, lines=4))),
        score=Score(total=100, security=100, complexity=100, maintainability=100, performance=100),
        gate=Gate(result=GateResult.PASSED),
        notices=(),
    )


@pytest.fixture
def render(sample_sources: SampleSources) -> Callable[[str, Review], str]:
    """Writes a review in a format and returns the text."""

    def write(format_name: str, review: Review) -> str:
        out = io.StringIO()
        write_report(format_name, review, out, sources=sample_sources)
        return out.getvalue()

    return write


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name; `XCR_UPDATE_GOLDEN=1` writes the file instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("XCR_UPDATE_GOLDEN"):
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode()

    return compare


def _at(path: str, line: int, start: int, end: int) -> Location:
    return Location(path=path, span=Span(start_line=line, start_column=start, end_line=line, end_column=end))


def _finding(number: int, rule: str, location: Location, message: str) -> Finding:
    """A finding as its rule says, with hashes made from `number`."""
    said = next(known for known in _rules() if known.id == rule)
    lines = TEXTS.get(location.path, "").splitlines()[location.span.start_line - 1 : location.span.end_line]
    return Finding(
        rule=rule,
        message=message,
        location=location,
        severity=said.severity,
        confidence=said.confidence,
        category=said.category,
        status=said.status,
        engine=said.engine,
        kind=said.kind,
        cwe=said.cwe,
        snippet="\n".join(lines),
        place=f"{number:016x}",
        scope=f"{number + 256:016x}",
        line_hash=f"{number + 4096:x}:1",
        witnesses=(Witness(engine=said.engine, rule=rule, confidence=said.confidence),),
        fingerprint=f"{number:032x}",
    )


def _findings() -> list[Finding]:
    evals = [
        _finding(7, EVAL, _at(ASTRAL, 1, 15, 28), "Text from 🎉 input is run as code."),
        _finding(8, EVAL, _at(NOT_UTF8, 1, 9, 25), "An expression is run as code. The rest of it is detail."),
        _finding(9, EVAL, _at(HOSTILE, 1, 2, 12), "=SUM(A1) <img src=x> @team [a](http://x.test) `b`\x07\n::error::no"),
    ]
    absent = _finding(10, EVAL, _at("app/models.py", 12, 5, 20), "A template is run as code.")
    return [
        _injection(),
        *_suppressed(),
        *_in_views(),
        evals[0],
        replace(evals[1], baseline=BaselineState.UPDATED, severity=Severity.CRITICAL),
        replace(evals[2], line_hash="", snippet="", related=()),
        replace(absent, baseline=BaselineState.ABSENT, snippet="eval(template)"),
    ]


def _injection() -> Finding:
    found = _finding(1, SQL, _at(ORDERS, 4, 12, 29), "Request text reaches an SQL query. Anyone can read every order.")
    line = '    query = "SELECT * FROM orders WHERE name = \'" + name + "\'"'
    return replace(
        found,
        baseline=BaselineState.NEW,
        steps=(
            Step(location=_at(VIEWS, 5, 12, 32), message="The request gives `name`", snippet='request.args["name"]'),
            Step(location=_at(ORDERS, 3, 5, 63), message="`name` is joined into the query", snippet=line),
            Step(location=_at(ORDERS, 4, 12, 29), message="The query is run", snippet="db.execute(query)"),
        ),
        related=(
            Step(location=_at(ORDERS, 1, 5, 9), message="`find` has no other check", snippet="def find(db, name):"),
        ),
        fix=Fix(
            description="Give the value as a parameter",
            edits=(
                Edit(span=_at(ORDERS, 3, 13, 63).span, text='"SELECT * FROM orders WHERE name = ?"'),
                Edit(span=_at(ORDERS, 4, 28, 28).span, text=", (name,)"),
            ),
        ),
        witnesses=(
            Witness(engine="dataflow", rule=SQL, confidence=Confidence.HIGH, message="proved from request to query"),
            Witness(engine="ruff", rule=SQL, confidence=Confidence.MEDIUM),
        ),
    )


def _suppressed() -> list[Finding]:
    password = _finding(2, SECRET, _at(SETTINGS, 1, 12, 26), "A password stands in the source.")
    debug = _finding(3, DEBUG, _at(SETTINGS, 2, 1, 13), "Debug mode is on.")
    return [
        replace(
            password,
            suppression=Suppression(kind="inSource", marker="xcr", reason="a demo", until=date(2027, 1, 31), line=1),
        ),
        replace(
            debug,
            suppression=Suppression(kind="inSource", marker="nosec", line=2, counts=False),
            gate_note="`nosec` does not count for it: the change under review adds that itself",
        ),
    ]


def _in_views() -> list[Finding]:
    default = _finding(4, DEFAULT, _at(VIEWS, 4, 19, 26), "The list is shared by all calls.")
    loop = _finding(5, QUERIES, _at(VIEWS, 9, 9, 20), "One query for each user.")
    compare = _finding(6, COMPARE, _at(VIEWS, 6, 8, 20), "Compare with `is None`.")
    return [
        replace(
            default,
            baseline=BaselineState.NEW,
            fix=Fix(description="Use None", edits=(Edit(span=_at(VIEWS, 4, 24, 26).span, text="None"),)),
        ),
        replace(
            loop,
            baseline=BaselineState.UNCHANGED,
            related=(Step(location=_at(VIEWS, 8, 5, 22), message="The loop"),),
        ),
        replace(
            compare,
            gates=False,
            gate_note="found by a preview rule, which never gates",
            suppression=Suppression(kind="external", marker="baseline", reason="old code"),
        ),
    ]


def _rule(rule: str, engine: str, severity: Severity, title: Text) -> Rule:
    what = Text(en=f"{title.en} is what this rule flags.", zh=f"此规则标记:{title.zh}。")
    return Rule(
        id=rule,
        engine=engine,
        languages=(Language.PYTHON,),
        category=Category(rule.split(".")[1]),
        severity=severity,
        confidence=Confidence.HIGH,
        precision=Precision.HIGH,
        status=Status.STABLE,
        since="1.0.0",
        kind=rule.rsplit(".", 1)[1],
        title=title,
        message=title,
        what=what,
        why=Text(en="It goes *wrong* when nobody looks.", zh="无人查看时会出错。"),
        how=Text(en="Do the `other` thing.", zh="换一种做法。"),
    )


def _rules() -> tuple[Rule, ...]:
    sql = _rule(SQL, "dataflow", Severity.CRITICAL, Text(en="SQL injection", zh="SQL 注入"))
    secret = _rule(SECRET, "secrets", Severity.HIGH, Text(en="Password in the source", zh="源码中的密码"))
    evaluate = _rule(EVAL, "patterns", Severity.HIGH, Text(en="Text run as code", zh="文本被当作代码执行"))
    default = _rule(DEFAULT, "patterns", Severity.MEDIUM, Text(en="Mutable default", zh="可变默认参数"))
    compare = _rule(COMPARE, "ruff", Severity.INFO, Text(en="Comparison with None", zh="与 None 比较"))
    return (
        replace(
            sql,
            kind="cwe-89",
            precision=Precision.VERY_HIGH,
            cwe=(89, 943),
            owasp=("A03:2021",),
            tags=("injection", "sql"),
            references=("https://owasp.org/Top10/A03_2021-Injection/",),
            examples=(
                Example(bad='db.execute("SELECT " + name)', good='db.execute("SELECT ?", (name,))'),
                Example(bad="stmt.execute(q + n);", good="stmt.setString(1, n);", language=Language.JAVA),
            ),
        ),
        replace(secret, kind="cwe-798", cwe=(798,), owasp=("A07:2021",), skip_tests=True),
        replace(evaluate, kind="cwe-95", cwe=(95,)),
        _rule(DEBUG, "configuration", Severity.HIGH, Text(en="Debug mode on", zh="调试模式开启")),
        replace(default, examples=(Example(bad="def f(x=[]): ...", good="def f(x=None): ..."),)),
        _rule(QUERIES, "patterns", Severity.LOW, Text(en="Query in a loop", zh="循环内查询")),
        replace(compare, status=Status.PREVIEW, precision=Precision.MEDIUM, confidence=Confidence.MEDIUM),
    )


def _file(path: str, *, lines: int, passes: tuple[Pass, ...] = ()) -> FileCoverage:
    return FileCoverage(
        path=path,
        language=Language.PYTHON,
        size=lines * 30,
        lines=lines,
        passes=passes or (Pass(engine="patterns", outcome=Outcome.DONE), Pass(engine="ruff", outcome=Outcome.CACHED)),
    )


def _coverage() -> Coverage:
    partial = Pass(engine="patterns", outcome=Outcome.PARTIAL, reason="line 1 does not parse")
    skipped = Pass(engine="ruff", outcome=Outcome.SKIPPED, reason="does not parse as Python: line 1")
    failed = Pass(engine="patterns", outcome=Outcome.FAILED, reason="took longer than 10 s")
    whole = [_file(path, lines=len(text.splitlines())) for path, text in TEXTS.items() if path != "app/broken.py"]
    gaps = [
        _file("app/broken.py", lines=2, passes=(partial, skipped)),
        _file("app/models.py", lines=400, passes=(failed, Pass(engine="ruff", outcome=Outcome.DONE))),
    ]
    return Coverage(
        files=tuple(sorted([*whole, *gaps], key=lambda file: file.path)),
        skipped=(
            Skipped(path="logo.png", reason="binary"),
            Skipped(path="node_modules/", reason="third-party code"),
            Skipped(path="private/keys.py", reason="cannot be read: Permission denied", is_failure=True),
        ),
        engines_missing=(
            Skipped(path="oxlint", reason="not installed; `npm install oxlint` gets it", is_failure=True),
        ),
    )
