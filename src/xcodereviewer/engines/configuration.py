"""Rules over structured files: YAML of GitHub Actions, Compose and Kubernetes, and Dockerfiles.

Each file becomes one tree of mappings, lists and texts that know their place; a rule says which places it looks at
and what must hold there. docs/rules.md describes the `match` of such a rule.
"""

from collections.abc import Sequence

from xcodereviewer.domain.engine import Engine, Scanner
from xcodereviewer.domain.language import Language
from xcodereviewer.domain.rule import Rule
from xcodereviewer.engines.versions import installed_version

__all__ = ["ConfigurationEngine", "engine"]


class ConfigurationEngine:
    """Rules over configuration files."""

    name = "configuration"
    version = f"1+{installed_version('pyyaml', 'yaml')}+{installed_version('google-re2', 're2')}"
    languages = frozenset({Language.DOCKERFILE, Language.GITHUB_ACTIONS, Language.COMPOSE, Language.KUBERNETES})

    def prepare(self, rules: Sequence[Rule]) -> Scanner:
        """Compile the rules for each of their languages.

        Raises:
            ValueError: a rule cannot be run, or looks at a language that has no such files.
        """
        for rule in rules:
            if strange := set(rule.languages) - self.languages:
                raise ValueError(f"{rule.id}: configuration rules cannot look at {min(strange)}")
        from xcodereviewer.engines.configuration_scan import ConfigurationScanner  # with YAML; only a worker needs it

        return ConfigurationScanner(rules)


def engine() -> Engine:
    """Return the engine; the registry calls this."""
    return ConfigurationEngine()
