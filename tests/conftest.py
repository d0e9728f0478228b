"""What holds for every test.

Property tests take no timing for a failure, and in CI they repeat themselves. In a hook, Git's variables speak of the
repository that the tests are in, not of those that they make. Coverage sees no compiled code, so the
sources are tested; `XCR_PURE=0` tests what was compiled of them.
"""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from xcodereviewer.rules.pack import built_in_folder, load_pack

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

os.environ.setdefault("XCR_PURE", "1")
for _name in [name for name in os.environ if name.startswith("GIT_")]:
    del os.environ[_name]


@pytest.fixture(scope="session")
def compiled_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the rules of the product, read, and nothing else: reading them takes a second or more."""
    folder = tmp_path_factory.mktemp("compiled")
    load_pack(built_in_folder(), compiled=folder)
    return folder


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled_rules: Path) -> Path:
    """A cache of the test's own, in which the rules of the product stand ready."""
    folder = tmp_path / "cache"
    shutil.copytree(compiled_rules, folder)
    monkeypatch.setenv("XCR_CACHE_DIR", str(folder))
    return folder
