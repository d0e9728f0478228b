"""Credentials that stand in the text of a file.

A rule is the form of one kind of credential; docs/rules.md describes its `match`. What has the form must also pass the
rule's checks (a checksum, a decoding, a look of randomness) and be no placeholder. A value never stands in a message.
"""

from collections.abc import Sequence

from xcodereviewer.domain.engine import Engine, Scanner
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.versions import installed_version

__all__ = ["SecretsEngine", "engine"]


class SecretsEngine:
    """Detectors of credentials, for any text."""

    name = "secrets"
    version = f"6+{installed_version('google-re2', 're2')}"
    languages = frozenset(Language)

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Compile the rules."""
        from xcodereviewer.engines.secret_scan import SecretsScanner  # with its word lists; only a worker needs them

        return SecretsScanner(rules)


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return SecretsEngine()
