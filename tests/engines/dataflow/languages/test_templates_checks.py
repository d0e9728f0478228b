"""What a template says by itself: forms without a token, scripts of other hosts, escaping turned off."""

import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.languages.templates import lower_template

_LOADS = "{% load static %}"


def settings(text: str) -> str:
    """Return the settings that a template makes."""
    module = lower_template(_LOADS + text)
    return show(ir.Module("html", tuple(one for one in module.body if isinstance(one, ir.Evaluate))))


@pytest.mark.parametrize(
    "form",
    [
        '<form method="post"><input name="a"><button></form>',
        "<form METHOD=POST action=\"{% url 'save' %}\">{{ form.as_p }}<input type=submit></form>",
        '<form method="post" action="/save">{{ form.name }}<button></form>',
    ],
)
def test_form_without_a_token_is_a_setting(form: str) -> None:
    assert settings(form) == "<page>.form(csrf_token=False)"


@pytest.mark.parametrize(
    "form",
    [
        '<form method="post">{% csrf_token %}<button></form>',
        '<form method="post">{{ csrf_input }}<button></form>',
        '<form method="post">{{ form.hidden_tag() }}<button></form>',
        '<form method="post">{{ quick_form(form) }}<button></form>',
        '<form method="post">{% include "fields.html" %}<button></form>',
        '<form method="post" action="https://other.example/pay"><button></form>',
        '<form method="get"><input name="q"><button></form>',
        '<form><input name="q"><button></form>',
        '<form method="post" onsubmit="save(); return false"><button></form>',
        '<form method="post"><input name="begun"><button>',
        '<form method="post" data-controller="swap"></form>',
        '<form method="{{ method }}"><button></form>',
    ],
)
def test_form_that_needs_no_token_or_may_have_one_is_none(form: str) -> None:
    assert settings(form) == ""


def test_page_without_tags_is_no_template_of_a_server() -> None:
    assert "csrf" not in show(lower_template('<form method="post">{{ angular }}<button></form>'))


@pytest.mark.parametrize(
    ("script", "is_found"),
    [
        ('<script src="https://cdn.example/a-1.2.3.js"></script>', True),
        ('<script src="//cdn.example/a@1.2/a.js"></script>', True),
        ('<script src="https://cdn.example/a-1.2.3.js" integrity="sha384-x"></script>', False),
        ('<script src="https://pay.example/v3/"></script>', False),
        ('<script src="/static/a-1.2.3.js"></script>', False),
        ('<script src="{{ url }}/a-1.2.3.js"></script>', False),
    ],
)
def test_versioned_script_of_another_host_needs_a_digest(script: str, is_found: bool) -> None:
    assert (settings(script) == "<page>.script_element(integrity=False)") is is_found


@pytest.mark.parametrize(("tag", "is_found"), [("off", True), ("false", True), ("on", False), ("true", False)])
def test_escaping_turned_off_is_a_setting(tag: str, is_found: bool) -> None:
    shown = settings(f"{{% autoescape {tag} %}}x{{% endautoescape %}}")
    assert (shown == "<page>.autoescape(enabled=False)") is is_found
