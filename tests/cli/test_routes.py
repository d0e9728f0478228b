import json
from pathlib import Path

from tests.cli.conftest import Xcr

SHOP = """\
from flask import Flask
from flask_login import login_required

app = Flask(__name__)


@app.get("/orders/<int:number>")
@login_required
def order(number): ...


@app.post("/orders")
def new_order(): ...
"""


def test_map_tells_each_route_with_what_it_asks_and_where_it_stands(xcr: Xcr) -> None:
    Path("shop.py").write_text(SHOP)
    done = xcr("routes", ".")
    assert done.code == 0
    assert [line.split() for line in done.out.splitlines()] == [
        ["POST", "/orders", "asks", "nothing", "new_order", "shop.py:13"],
        ["GET", "/orders/<int:number>", "authentication", "order", "shop.py:9"],
        ["2", "routes,", "1", "of", "which", "ask", "who", "is", "there."],
    ]


def test_map_is_json_when_asked_for(xcr: Xcr) -> None:
    Path("shop.py").write_text(SHOP)
    assert json.loads(xcr("routes", ".", "--json").out)["routes"][1] == {
        "path": "/orders/<int:number>",
        "methods": ["GET"],
        "name": "order",
        "framework": "flask",
        "file": "shop.py",
        "line": 9,
        "parameters": ["number"],
        "protections": [{"kind": "authentication", "by": "login_required", "certain": True}],
    }


def test_only_open_routes_are_told_when_asked_for(xcr: Xcr) -> None:
    Path("shop.py").write_text(SHOP)
    assert "order(" not in xcr("routes", ".", "--open").out
    assert [line.split()[1] for line in xcr("routes", ".", "--open").out.splitlines()[:-1]] == ["/orders"]


def test_tree_without_an_application_has_no_routes(xcr: Xcr) -> None:
    Path("sums.py").write_text("def add(a, b):\n    return a + b\n")
    assert xcr("routes", ".").out == "No routes found.\n"
