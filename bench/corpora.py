"""The code that is measured on: real packages from the registries, by version and digest, unpacked and never built."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CORPORA", "WORK", "Corpus", "corpus_folder"]

WORK = Path(__file__).parent / ".work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A package of a registry; `sha256` is that of its archive."""

    name: str
    registry: str  # "pypi" or "npm"
    version: str
    sha256: str
    language: str


CORPORA = (
    Corpus(
        name="django",
        registry="pypi",
        version="5.2.19",
        sha256="5965d974a5218a2b68a11dd1276434707f23886525c23f0598eccedaf4f4ca00",
        language="python",
    ),
    Corpus(
        name="three",
        registry="npm",
        version="0.187.0",
        sha256="ff540832ded0cfe919764d24a3d88f3e2a05f23303f876423e4f893841e90728",
        language="javascript",
    ),
)


def corpus_folder(corpus: Corpus) -> Path:
    """Return the unpacked package as a Git work tree with one commit; fetched the first time.

    Raises:
        ValueError: what came is not what the digest says.
    """
    folder = WORK / f"{corpus.name}-{corpus.version}"
    if (folder / ".git").is_dir():
        return folder
    WORK.mkdir(exist_ok=True)
    archive = _fetch(corpus)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != corpus.sha256:
        raise ValueError(f"{archive.name} has the digest {digest}, not {corpus.sha256}")
    shutil.rmtree(folder, ignore_errors=True)
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
    else:
        with tarfile.open(archive) as packed_tar:
            packed_tar.extractall(folder, filter="data")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", corpus.version]):
        identity = ["-c", "user.name=bench", "-c", "user.email=bench@example.com"]
        subprocess.run(["git", "-C", str(folder), *identity, *command], check=True)
    return folder


def _fetch(corpus: Corpus) -> Path:
    if corpus.registry == "pypi":
        wanted = f"{corpus.name}=={corpus.version}"
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(WORK), wanted]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return next(WORK.glob(f"{corpus.name}-{corpus.version}-*.whl"))
    subprocess.run(
        ["npm", "pack", "--silent", f"{corpus.name}@{corpus.version}"], cwd=WORK, check=True, stdout=subprocess.DEVNULL
    )
    return WORK / f"{corpus.name}-{corpus.version}.tgz"
