"""One weakness weighs the same in every language."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest
from tests.packs import PACK

from xcodereviewer.domain.levels import Category, Severity
from xcodereviewer.domain.rule import Rule

# What a weakness weighs where a rule's first CWE says which it is.
WEIGHT = {
    78: Severity.HIGH,  # command through a shell
    89: Severity.HIGH,  # SQL built from strings
    90: Severity.HIGH,  # LDAP filter built from strings
    94: Severity.HIGH,  # code and templates built from strings
    95: Severity.HIGH,
    295: Severity.HIGH,  # TLS certificate not checked
    322: Severity.MEDIUM,  # SSH host key not checked: public keys still do not leak
    327: Severity.MEDIUM,  # broken cipher, mode or protocol version
    328: Severity.MEDIUM,  # broken hash for a secret, token or signature
    338: Severity.MEDIUM,  # guessable random for a secret
    347: Severity.CRITICAL,  # token accepted unsigned: anyone is anyone
    489: Severity.MEDIUM,  # debug mode on
    502: Severity.HIGH,  # deserialisation of any class
    643: Severity.HIGH,  # XPath built from strings
    798: Severity.HIGH,  # credential in code
    916: Severity.HIGH,  # password hashed fast
    942: Severity.HIGH,  # any origin, with credentials
    1077: Severity.MEDIUM,  # comparison with NaN
    1336: Severity.HIGH,
}
# What comes straight from a request is anyone's to send.
FROM_REQUEST = "-from-request", "code-chosen-by-request"
RUNS_CODE = frozenset({78, 94, 95, 917, 1336})

EXCEPTIONS = {
    "compose.security.secret-in-environment": "a Compose file mostly describes one developer's machine",
    "kubernetes.security.disabled-certificate-check": "the connection stays inside the cluster",
    "go.security.jwt-read-unverified": "most who read a token so hold it themselves, or have had it checked",
    "javascript.security.eval-of-variable": "where the text comes from is not seen",
    "shell.security.predictable-temporary-file": "scripts mostly run on a machine of one's own",
    "shell.security.argument-evaluated": "whoever gives the argument mostly may run commands anyway",
    "python.security.logging-configuration-port": "the port is open to the own machine only",
    "python.security.model-file-runs-code": "somebody must publish a model that is then chosen",
    "python.security.unpickling": "where the bytes come from is not seen",
}


def rules() -> Iterator[Rule]:
    """Those of one place in code: a provider's key weighs what it opens, and a flow by where it begins."""
    for rule in PACK:
        if rule.engine not in ("secrets", "dataflow") and rule.id not in EXCEPTIONS:
            yield rule


def by_name() -> dict[str, list[Rule]]:
    named: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules():
        named[rule.id.rpartition(".")[2]].append(rule)
    return {name: several for name, several in named.items() if len(several) > 1}


@pytest.mark.parametrize("name", by_name())
def test_rules_of_one_name_share_severity_and_weakness(name: str) -> None:
    several = by_name()[name]
    assert {rule.id: rule.severity for rule in several} == dict.fromkeys(
        (rule.id for rule in several), several[0].severity
    )
    pairs = combinations((rule for rule in several if rule.cwe), 2)
    differing = [(one.id, other.id) for one, other in pairs if one.cwe[0] != other.cwe[0]]
    assert differing == []


@pytest.mark.parametrize("cwe", WEIGHT)
def test_weakness_weighs_the_same_in_every_language(cwe: int) -> None:
    own = [rule for rule in rules() if rule.cwe[:1] == (cwe,) and rule.category is not Category.MAINTAINABILITY]
    assert {rule.id: rule.severity for rule in own} == {rule.id: _weight(rule) for rule in own}


def _weight(rule: Rule) -> Severity:
    if rule.cwe[0] in RUNS_CODE and rule.id.endswith(FROM_REQUEST):
        return Severity.CRITICAL
    if rule.cwe[0] == 328 and rule.id.endswith("weak-hash"):
        return Severity.LOW  # what the digest is for is not seen
    return WEIGHT[rule.cwe[0]]


def test_exceptions_are_rules_that_differ() -> None:
    known = {rule.id: rule for rule in PACK}
    assert [name for name in EXCEPTIONS if known[name].severity is WEIGHT.get(known[name].cwe[0])] == []
