"""Semgrep, in an environment of its own, with as many structural rules as ours of the language."""

import subprocess
import sys
from pathlib import Path

from bench.corpora import WORK

__all__ = ["SEMGREP", "semgrep_command", "write_rules"]

SEMGREP = "1.185.0"

# A structural rule of ours is on average two patterns that name a function and one exception. These are the same in
# Semgrep's language, on functions that real code calls.
_MODULES = {
    "python": ("os", "re", "json", "time", "random", "subprocess", "hashlib", "tempfile", "shutil", "logging"),
    "javascript": ("fs", "path", "crypto", "http", "JSON", "Math", "Object", "Array", "console", "document"),
}
_FUNCTIONS = ("open", "load", "run", "call", "join", "get", "create", "write", "parse", "exec")


def semgrep_command(rules: Path, folder: Path, *, jobs: int) -> list[str]:
    """Return the command that scans `folder` with the rules of one file, all of Semgrep's extras off."""
    options = [
        "--metrics=off",
        "--disable-version-check",
        "--quiet",
        "--no-git-ignore",
        f"--jobs={jobs}",
    ]
    return [str(_installed() / "bin" / "semgrep"), "scan", *options, f"--config={rules}", "--json", str(folder)]


def write_rules(language: str, count: int) -> Path:
    """Write a file of `count` rules for a language and return it."""
    path = WORK / f"semgrep-{language}-{count}.yaml"
    path.write_text("rules:\n" + "".join(_rule(language, number) for number in range(count)), encoding="utf-8")
    return path


def _rule(language: str, number: int) -> str:
    modules = _MODULES[language]
    module = modules[number % len(modules)]
    function = _FUNCTIONS[(number // len(modules) + number) % len(_FUNCTIONS)]
    other = _FUNCTIONS[(number + 3) % len(_FUNCTIONS)]
    return (
        f"- id: rule-{number}\n  languages: [{language}]\n  severity: WARNING\n  message: found\n  patterns:\n"
        f"  - pattern-either:\n    - pattern: {module}.{function}($X, ...)\n    - pattern: $O.{other}_{number}($X)\n"
        f'  - pattern-not: {module}.{function}("...", ...)\n'
    )


def _installed() -> Path:
    environment = WORK / f"semgrep-{SEMGREP}"
    if not (environment / "bin" / "semgrep").exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "-q", f"semgrep=={SEMGREP}"]
        subprocess.run(pip, check=True, stderr=subprocess.DEVNULL)
    return environment
