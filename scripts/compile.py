"""Compiles the data-flow engine's hot modules with mypyc: they find the same in half the time.

Where mypyc, a C compiler or Python's headers are missing, it says so in one line and leaves the modules as they are
written. The one argument is the folder to write to; what was compiled there of the same sources is kept.
"""

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "xcodereviewer.engines.dataflow"
# What runs before the form is chosen, what has no code of its own, and the doors that run once.
PURE = frozenset(("__init__", "engine", "form", "ir", "lowering", "solve", "verdicts"))
NEEDED = ("mypyc", "setuptools", "msgspec")  # msgspec for its types
LOAD = (  # what mypyc compiles need not load
    "import sys; sys.path.insert(0, '{source}'); import {package} as one;"
    " one.__path__.insert(0, '{folder}'); import {package}.analysis"
)
OPTIMISATION = "-O1"  # -O2 compiles for half as long again, and what comes of it runs no faster


def main(target: Path) -> int:
    """Compile, unless that has been done; 1 when it should work and does not."""
    sys.path.insert(0, os.fspath(ROOT / "src"))
    from xcodereviewer.engines.dataflow.form import STAMP, stamp

    mark = target / STAMP
    if mark.is_file() and mark.read_text(encoding="ascii") == stamp():
        return 0
    shutil.rmtree(target, ignore_errors=True)
    lacks = missing()
    if lacks:
        sys.stderr.write(f"The data-flow engine is not compiled and takes twice the time: {lacks}.\n")
        return 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as scratch:
        made = Path(scratch, "made")
        made.mkdir()
        try:
            link(translate(Path(scratch)), made)
            run([sys.executable, "-c", LOAD.format(source=ROOT / "src", package=PACKAGE, folder=made)])
        except subprocess.CalledProcessError as error:
            sys.stderr.write(f"The data-flow engine is not compiled: `{error.cmd[0]}` failed.\n{error.stderr}")
            return 1
        (made / STAMP).write_text(stamp(), encoding="ascii")
        made.rename(target)
    return 0


def missing() -> str:
    """Say what is missing to compile; empty when nothing is."""
    for name in NEEDED:
        if find_spec(name) is None:
            return f"{name} is not installed"
    compiler = shlex.split(sysconfig.get_config_var("CC") or "cc")[0]
    if shutil.which(compiler) is None:
        return f"there is no C compiler ({compiler})"
    has_headers = Path(sysconfig.get_path("include"), "Python.h").is_file()
    return "" if has_headers else "the headers of Python are not installed"


def translate(scratch: Path) -> dict[str, list[list[str]]]:
    """Write the modules as C into a folder; returns by library how each of its sources is compiled."""
    from mypyc.build import mypycify

    sources = sorted((ROOT / "src" / PACKAGE.replace(".", "/")).glob("*.py"))
    os.chdir(ROOT)
    said = StringIO()
    try:
        with redirect_stdout(said):  # it warns of each generator that it makes a list of
            extensions = mypycify(
                ["--cache-dir", f"{scratch}/types", *(os.fspath(one) for one in sources if one.stem not in PURE)],
                multi_file=True,
                target_dir=f"{scratch}/c",
                group_name=f"{PACKAGE}.native",
            )
    except SystemExit:
        sys.stderr.write(said.getvalue())
        raise
    headers = [sysconfig.get_path("include"), f"{scratch}/c/{PACKAGE.replace('.', '/')}"]
    flags = [*variable("CC"), *variable("CFLAGS"), *variable("CCSHARED"), OPTIMISATION, "-g0", "-w"]
    return {
        one.name.rpartition(".")[2]: [
            [*flags, *(f"-I{folder}" for folder in (*one.include_dirs, *headers)), "-c", source, "-o", f"{source}.o"]
            for source in one.sources
        ]
        for one in extensions
    }


def link(libraries: dict[str, list[list[str]]], target: Path) -> None:
    """Compile what each library is made of, on all processors, and put the libraries into a folder."""
    with ThreadPoolExecutor(os.cpu_count()) as executor:
        list(executor.map(run, (command for commands in libraries.values() for command in commands)))
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    for name, commands in libraries.items():
        run([*variable("LDSHARED"), *(command[-1] for command in commands), "-o", f"{target}/{name}{suffix}"])


def variable(name: str) -> list[str]:
    """Return the words of what Python was built with."""
    return shlex.split(sysconfig.get_config_var(name) or "")


def run(command: Sequence[str]) -> None:
    """Run the C compiler that Python was built with, or Python."""
    subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - none of its words is a user's


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "build" / "compiled"))
