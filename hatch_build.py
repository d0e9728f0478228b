"""The build hook: where compiled modules are built and added to the wheel, and assets of the browser that are built.

None is built today. A compiled module is an optional speed-up of a pure one of the same name: its builder is listed in
`BUILDERS`, puts its shared library below `src/xcodereviewer` and names it; the wheel is then marked for its platform.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILDERS: tuple[Callable[[Path], str], ...] = ()


class CompiledModules(BuildHookInterface[Any]):  # hatchling types its configuration as Any
    """Builds every compiled module before the wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the builders; an editable install (`version` is `editable`) runs the pure modules."""
        if version == "editable":
            return
        build_data["artifacts"] += _assets(Path(self.root))
        built = [build(Path(self.root)) for build in BUILDERS]
        if built:
            build_data["artifacts"] += built
            build_data["pure_python"] = False
            build_data["infer_tag"] = True


def _assets(root: Path) -> list[str]:
    """Return the folder of what `scripts/build_assets.sh` copied, which Git ignores; none when it did not run."""
    folder = "src/xcodereviewer/api/assets"
    return [f"/{folder}/**"] if (root / folder).is_dir() else []
