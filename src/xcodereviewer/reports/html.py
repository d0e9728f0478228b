"""One self-contained HTML page: it works from a file, asks the network for nothing and runs only its own script."""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from typing import TextIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from xcodereviewer.domain.review import Review
from xcodereviewer.reports.formats import Language, SourceTexts
from xcodereviewer.reports.html_page import html_page
from xcodereviewer.reports.sentences import said_in

__all__ = ["SCRIPTS", "STYLES", "write"]

_ASSETS = files("xcodereviewer.reports") / "html_assets"
STYLES: Sequence[str] = ("style.css", "plots.css", "findings.css", "code.css", "path.css", "print.css")
# In this order they are one module: a file may use what stands in those before it.
SCRIPTS: Sequence[str] = (
    "dom.js",
    "data.js",
    "colour.js",
    "code.js",
    "path.js",
    "detail.js",
    "filters.js",
    "list.js",
    "files.js",
    "coverage.js",
    "page.js",
)
_CODE = re.compile(r"`([^`]+)`")
_PIECES = 64  # of the template's output are written at once


def write(review: Review, out: TextIO, *, sources: SourceTexts, language: Language) -> None:
    """Write the page in `language`, while it is made: a review of any size takes little memory.

    Raises:
        OSError: `out` cannot take it.
    """
    style, script = _joined(STYLES), _joined(SCRIPTS)
    page = html_page(said_in(review, language), sources=sources, language=language)
    template = _environment().get_template("page.html.j2")
    stream = template.stream(page=page, style=style, script=script, policy=_policy(style, script))
    stream.enable_buffering(_PIECES)
    out.writelines(stream)


def _environment() -> Environment:
    """Return templates that escape whatever is not marked as safe, and that fail on a name that is not there."""
    loader = PackageLoader("xcodereviewer.reports", "html_assets")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["prose"] = _prose
    return environment


def _prose(text: str) -> Markup:
    """Return text with what stands in back-quotes as code."""
    parts = _CODE.split(text)
    return Markup().join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))


def _policy(style: Markup, script: Markup) -> str:
    """Return a policy under which only our own style and script work, and no text can become markup."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _joined(names: Sequence[str]) -> Markup:
    """Return files of this package as one text, which is ours and so needs no escapes."""
    return Markup("\n".join((_ASSETS / name).read_text("utf-8") for name in names))  # noqa: S704 - our own files
