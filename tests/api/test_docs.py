"""The description of the API as pages: from this server alone, under a policy of their own."""

import json
from pathlib import Path

import pytest
from tests.service import Service

from xcodereviewer.api import docs

_ROOT = Path(__file__).parents[2]


def test_the_pages_load_nothing_from_elsewhere_and_may_make_styles_as_they_run(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("swagger-ui-bundle.js", "swagger-ui.css", "redoc.standalone.js"):
        (tmp_path / name).write_text("built")
    monkeypatch.setattr(docs, "_BUILT", tmp_path)
    pages = [service.client.get(f"/api/{name}") for name in ("docs", "redoc")]
    assert [page.status_code for page in pages] == [200, 200]
    assert [page.text.count("//") for page in pages] == [0, 0]
    policies = {page.headers["content-security-policy"].partition("; img-src")[0] for page in pages}
    assert policies == {"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'"}
    served = service.client.get("/api/assets/swagger-ui.css")
    assert (served.text, served.headers["cache-control"]) == ("built", "public, max-age=3600")
    assert service.client.get("/api/assets/swagger.js").status_code == 200
    assert service.client.get("/api/assets/..%2fdocs.py").status_code in (404, 422)


def test_a_page_whose_scripts_are_not_built_says_how_to_build_them(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(docs, "_BUILT", tmp_path)
    page = service.client.get("/api/docs")
    assert (page.status_code, "scripts/build_assets.sh" in page.text) == (503, True)
    assert service.client.get("/api/assets/redoc.standalone.js").json()["detail"] == (
        "It is not built: run `scripts/build_assets.sh`."
    )


def test_the_lock_of_the_assets_pins_every_package_and_names_no_address() -> None:
    lock = json.loads((_ROOT / "ui/package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if "integrity" not in package or "resolved" in package] == []
    assert {name for name in packages if name in ("node_modules/redoc", "node_modules/swagger-ui-dist")} == {
        "node_modules/redoc",
        "node_modules/swagger-ui-dist",
    }
