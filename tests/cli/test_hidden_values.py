"""No report, and not the cache, tells a credential that a review found, whichever rule found it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Xcr

FILES = {
    "Dockerfile": ('FROM node:22\nENV A="x" DB_PASSWORD=VALUE\n', "dockerfile.security.secret-in-image"),
    "app.py": ('app.config["SECRET_KEY"] = "VALUE"\n', "python.security.signing-key-in-source"),
    "db.php": ("<?php\n$l = new mysqli('db', 'shop', 'VALUE');\n", "php.security.password-in-connection"),
    "a.sql": ("CREATE USER shop PASSWORD 'VALUE';\n", "sql.security.password-in-statement"),
    "a.sh": ('mysql -u shop -pVALUE -e "select 1" shop\n', "shell.security.password-on-command-line"),
    "compose.yaml": (
        "services:\n  db:\n    image: a:1\n    environment:\n      - DB_PASSWORD=VALUE\n",
        "compose.security.secret-in-environment",
    ),
    "pod.yaml": (
        (
            "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: a:1\n"
            "      env:\n        - name: DB_PASSWORD\n          value: VALUE\n"
        ),
        "kubernetes.security.secret-in-environment",
    ),
}
FORMATS = ("json", "sarif", "html", "markdown", "junit", "csv", "gitlab", "text")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("value", ["zq7Kr9xw", "zq7Kr9xw-Lm4Tb8"])
def test_no_report_and_no_cache_tells_a_credential(name: str, value: str, xcr: Xcr, tmp_path: Path) -> None:
    text, rule = FILES[name]
    Path(name).write_text(text.replace("VALUE", value))
    outputs = [argument for form in FORMATS for argument in ("-o", f"{form}={tmp_path / form}.out")]
    for _ in range(2):  # the second time from the cache
        ended = xcr("review", ".", *outputs)
        assert rule in (tmp_path / "json.out").read_text()
        told = {path.name: path.read_bytes() for path in tmp_path.glob("*.out")}
        told |= {path.name: path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()}
        assert [where for where, data in told.items() if value.encode() in data] == []
        assert value not in ended.out + ended.err


def test_an_imported_finding_hides_the_value_and_not_its_key(xcr: Xcr, tmp_path: Path) -> None:
    Path("site.py").write_text("app.config['SECRET_KEY'] = 'am0r3C0mpl3xK3y'\n")
    log = tmp_path / "bandit.sarif"
    log.write_text(
        '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Bandit","rules":[{"id":"B105","properties":'
        '{"tags":["security","external/cwe/cwe-259"]}}]}},"results":[{"ruleId":"B105","message":{"text":"password"},'
        '"locations":[{"physicalLocation":{"artifactLocation":{"uri":"site.py"},"region":{"startLine":1}}}]}]}]}'
    )
    xcr("review", ".", "--import", str(log), "-o", f"json={tmp_path / 'out'}")
    told = (tmp_path / "out").read_text()
    assert ("app.config['SECRET_KEY'] = 'am0r***********'" in told, "am0r3C0mpl3xK3y" in told) == (True, False)
