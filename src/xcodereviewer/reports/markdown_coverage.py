"""What a review looked at and what it did not, in markdown."""

from collections import Counter
from collections.abc import Iterable, Iterator

from xcodereviewer.domain.coverage import Coverage, Outcome
from xcodereviewer.domain.review import Review
from xcodereviewer.reports.formats import Language
from xcodereviewer.reports.gaps import by_reason, failed, left_out, passes
from xcodereviewer.reports.markdown_text import code_span, escaped
from xcodereviewer.reports.markdown_words import say

__all__ = ["coverage_section"]

_MOST_REASONS = 10
_MOST_PATHS = 5


def coverage_section(review: Review, language: Language) -> Iterator[str]:
    """Yield the manifest in short, open when something that should have been looked at was not."""
    coverage = review.coverage
    share = f"{int(coverage.ratio * 1000) / 10:g} %"
    title = say(language, "coverage-title", share=share)
    opening = "<details open>" if coverage.failures else "<details>"
    parts = ["\n".join(_table(coverage, language)) if coverage.files else ""]
    parts.append("\n".join(_reasons("gaps-failed", failed(coverage), language)))
    parts.append("\n".join(_reasons("gaps-unsupported", passes(coverage, Outcome.UNSUPPORTED), language)))
    parts.append("\n".join(_reasons("gaps-unparsed", passes(coverage, Outcome.UNPARSED), language)))
    parts.append("\n".join(_reasons("gaps-partial", passes(coverage, Outcome.PARTIAL), language)))
    parts.append("\n".join(_reasons("gaps-skipped", left_out(coverage), language)))
    body = "\n\n".join(part for part in parts if part)
    if body:
        yield f"{opening}<summary>{title}</summary>\n\n{body}\n\n</details>"
    else:
        yield title


def _table(coverage: Coverage, language: Language) -> Iterator[str]:
    counts: dict[str, Counter[Outcome]] = {}
    for file in coverage.files:
        for done in file.passes:
            counts.setdefault(done.engine, Counter())[done.outcome] += 1
    yield f"| | {' | '.join(say(language, outcome) for outcome in Outcome)} |"
    yield f"|---|{'--:|' * len(Outcome)}"
    for engine in sorted(counts):
        yield f"| {escaped(engine)} | {' | '.join(f'{counts[engine][outcome]:,}' for outcome in Outcome)} |"


def _reasons(label: str, gaps: Iterable[tuple[str, str]], language: Language) -> Iterator[str]:
    reasons = by_reason(gaps)
    if reasons:
        yield f"**{say(language, label)}**\n"
    for reason, paths in reasons[:_MOST_REASONS]:
        names = [code_span(path) for path in paths[:_MOST_PATHS]]
        if len(paths) > _MOST_PATHS:
            names.append(say(language, "one-more", n=f"{len(paths) - _MOST_PATHS:,}"))
        yield f"- {say(language, 'one', reason=escaped(reason), names=say(language, 'and').join(names))}"
    if len(reasons) > _MOST_REASONS:
        yield f"- {say(language, 'one-more', n=f'{len(reasons) - _MOST_REASONS:,}')}"
