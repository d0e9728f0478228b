"""Which file the name of a template means."""

import pytest

from xcodereviewer.engines.dataflow.languages.templates_names import TemplateNames

_PATHS = [
    "shop/templates/cart/page.html",
    "blog/templates/cart/page.html",
    "blog/templates/page.html",
    "blog/templates/blog/list.html",
    "docs/_static/list.html",
    "web/base.html",
]


@pytest.mark.parametrize(
    ("name", "named_in", "path"),
    [
        ("cart/page.html", "shop/views.py", "shop/templates/cart/page.html"),
        ("cart/page.html", "blog/views.py", "blog/templates/cart/page.html"),
        ("page.html", "shop/views.py", "blog/templates/page.html"),
        ("blog/list.html", "main.py", "blog/templates/blog/list.html"),
        ("base.html", "main.py", "web/base.html"),
        ("/base.html", "main.py", "web/base.html"),
        ("blog:templates/page.html", "main.py", "blog/templates/page.html"),
        ("../page.html", "blog/templates/cart/page.html", "blog/templates/page.html"),
        ("cart/page", "blog/app.js", "blog/templates/cart/page.html"),
        ("ase.html", "main.py", None),
        ("page.htm", "main.py", None),
        ("", "main.py", None),
    ],
)
def test_name_means_the_nearest_file_whose_path_ends_so(name: str, named_in: str, path: str | None) -> None:
    assert TemplateNames((one, one) for one in _PATHS).find(name, named_in) == path
