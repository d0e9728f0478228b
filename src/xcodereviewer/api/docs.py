"""The API's description as pages, Swagger UI and ReDoc, from this server alone.

Their scripts are npm packages that `scripts/build_assets.sh` copies to `assets`; a checkout does not hold them.
"""

from pathlib import Path
from typing import Literal

from fastapi import APIRouter, HTTPException, status
from fastapi.responses import FileResponse

__all__ = ["router"]

router = APIRouter(prefix="/api", include_in_schema=False)

_HERE = Path(__file__).parent
_PAGES = _HERE / "pages"
_BUILT = _HERE / "assets"
# Both make styles as they run, and ReDoc searches in a worker that it makes of a text.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_CACHED = {"Cache-Control": "public, max-age=3600"}

Asset = Literal["redoc.standalone.js", "swagger-ui-bundle.js", "swagger-ui.css", "swagger.js"]


@router.get("/docs")
async def show_swagger_ui() -> FileResponse:
    """Return the description in Swagger UI, where requests can be tried."""
    return _page("swagger.html", needs="swagger-ui-bundle.js")


@router.get("/redoc")
async def show_redoc() -> FileResponse:
    """Return the description in ReDoc, to be read."""
    return _page("redoc.html", needs="redoc.standalone.js")


@router.get("/assets/{name}")
async def get_asset(name: Asset) -> FileResponse:
    """Return a script or style of the two pages."""
    path = (_PAGES if name == "swagger.js" else _BUILT) / name
    if not path.is_file():
        raise HTTPException(status.HTTP_404_NOT_FOUND, "It is not built: run `scripts/build_assets.sh`.")
    return FileResponse(path, headers=_CACHED)


def _page(name: str, *, needs: str) -> FileResponse:
    if not (_BUILT / needs).is_file():
        return FileResponse(_PAGES / "unbuilt.html", status.HTTP_503_SERVICE_UNAVAILABLE)
    return FileResponse(_PAGES / name, headers={"Content-Security-Policy": _POLICY})
