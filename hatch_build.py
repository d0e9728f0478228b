"""The build hook: the wheel brings modules that can be compiled, and assets of the browser that are built.

`scripts/compile.py` says which modules these are; `engines/dataflow/form.py` says when they run.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "xcodereviewer/engines/dataflow/compiled"


class CompiledModules(BuildHookInterface[Any]):  # hatchling types its configuration as Any
    """Compiles the modules before the wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules; an editable install finds those of `make compiled` by itself."""
        if version == "editable":
            return
        build_data["artifacts"] += _assets(Path(self.root))
        target = Path(self.root, "build", "compiled")
        subprocess.run([sys.executable, Path(self.root, "scripts", "compile.py"), target], check=False)  # noqa: S603
        if (target / "stamp").is_file():
            build_data["force_include"][str(target)] = COMPILED
            build_data["pure_python"] = False
            build_data["infer_tag"] = True


def _assets(root: Path) -> list[str]:
    """Return the folder of what `scripts/build_assets.sh` copied, which Git ignores; none when it did not run."""
    folder = "src/xcodereviewer/api/assets"
    return [f"/{folder}/**"] if (root / folder).is_dir() else []
