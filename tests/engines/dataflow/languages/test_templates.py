"""Templates of Jinja and Django as the statements that they become."""

import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.languages.templates import lower_template


def lowered(text: str, function: str = "<template>") -> str:
    """Return the body of one of a template's functions; empty when it has none."""
    found = [one for one in lower_template(text).body if isinstance(one, ir.Function) and one.name == function]
    return show(ir.Module("html", found[0].body)) if found else ""


@pytest.mark.parametrize("text", ["<p>Plain</p><script src=//x.org/1.2.js>", "{ { a } }", "{{", "{% raw %}{{ a }}"])
def test_page_without_template_syntax_is_empty(text: str) -> None:
    assert lower_template(text).body == ()


def test_escaped_output_is_nothing_and_unescaped_output_arrives() -> None:
    text = "<p title='{{ a }}'>{{ b }}{{ c|safe }}{{ d|safe|upper }}{{ e|e }}</p>"
    assert lowered(text).splitlines() == ["<page>.unescaped(c)", "<page>.unescaped(<page>.filter.upper(d))"]


def test_environment_that_does_not_escape_shows_all() -> None:
    text = "{{ a }}{{ b|e }}"
    assert lowered(text, "<unescaped>").splitlines() == ["<page>.unescaped(a)", "<page>.unescaped(<page>.filter.e(b))"]


def test_django_has_no_environment_that_does_not_escape() -> None:
    assert lowered("{% load static %}{{ a }}", "<unescaped>") == ""


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ("{{ a|safe if b else c }}", ["<page>.unescaped((a if b else ''))"]),
        ("{{ b|safe ~ a }}", ["<page>.unescaped(b)"]),
        ("{{ Markup(a) }}", ["<page>.unescaped(a)"]),
        ("{{ a|safe|e }}", ["<page>.unescaped(a)"]),
        ("{{ a|safe|striptags }}", []),
        ('{{ a|default:"x"|safe }}', ["<page>.unescaped(<page>.filter.default(a, 'x'))"]),
        ("{% autoescape off %}{{ a }}{% endautoescape %}{{ b }}", ["<page>.unescaped(a)"]),
        ("{% autoescape false %}{% autoescape true %}{{ a }}{% endautoescape %}{{ b }}", ["<page>.unescaped(b)"]),
        ("{% raw %}{{ a|safe }}{% endraw %}{{ b|safe }}", ["<page>.unescaped(b)"]),
        ("{% comment %}{{ a|safe }}{% endcomment %}{# {{ c|safe }} #}{{ b|safe }}", ["<page>.unescaped(b)"]),
        ("{{ a.name|safe }}{{ a.pk|safe }}{{ a.date.isoformat()|safe }}", ["<page>.unescaped(a.name)"]),
        ("{{ a['}}']|safe }}", ["<page>.unescaped(a['}}'])"]),
        ("{{- a|safe -}}", ["<page>.unescaped(a)"]),
    ],
)
def test_what_is_marked_as_safe_arrives(text: str, arrives: list[str]) -> None:
    assert lowered(text).splitlines() == arrives


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ("<p title={{ a }}>", "<page>.unquoted_attribute(a)"),
        ("<p {{ a }}>", "<page>.tag(a)"),
        ("<p {{ 'hidden' if a else '' }}>", ""),
        ("<a href='{{ a }}'>", "<page>.link(a)"),
        ("<a href='{{ a }}/{{ b }}'>", "<page>.link(a)"),
        ("<a href='/u/{{ a }}'>", ""),
        ("<a href='{% url \"x\" %}{{ a }}'>", ""),
        ("<a href='{{ url_for(\"x\", y=a) }}'>", ""),
        ("<a href='{{ a.get_absolute_url }}'>", ""),
        ("<a href='{{ a.site_url }}'>", "<page>.link(<page>.doubted(a.site_url))"),
        ("<img src='{{ a }}'>", ""),
        ("<a href='javascript:go({{ a }})'>", "<page>.event_handler(a)"),
        ("<p onclick='go({{ a|e }})'>", "<page>.event_handler(a)"),
        ("<iframe srcdoc='{{ a }}'>", "<page>.document(a)"),
        ("<script>x = {{ a }};</script>", "<page>.script(a)"),
        ("<script>x = '{{ a }}';</script>", "<page>.script(<page>.doubted(a))"),
        ("<script>x = '{{ a|safe }}';</script>", "<page>.script(<page>.filter.safe(a))"),
        ("<script>x = `{{ a }}`;</script>", "<page>.script(a)"),
        ("<script>x = {{ a|tojson }};</script>", "<page>.script(<page>.filter.tojson(a))"),
        ("<script type='text/x-template'>{{ a }}</script>", ""),
        ("<script>// it's\nx = {{ a }};</script>", "<page>.script(a)"),
        ("<style>p { color: {{ a }} }</style>", ""),
        ("<script src='/x.js'></script>{{ a }}", ""),
        ("<!-- <script> -->{{ a }}", ""),
        ("<p {% if b %}title='x'{% else %}title=\"{{ a }}\"{% endif %}>{{ c }}</p>", ""),
    ],
)
def test_place_decides_whether_escaping_is_enough(text: str, arrives: str) -> None:
    assert lowered(text) == arrives


def test_control_flow_is_kept_where_something_arrives() -> None:
    text = """
    {% for k, v in rows.items %}{{ k }}{{ v|safe }}{% empty %}{{ other|safe }}{% endfor %}
    {% if a == 'x' %}{{ a|safe }}{% elif b %}{{ b }}{% else %}{{ c|safe }}{% endif %}
    {% for x in y %}{{ x }}{% endfor %}{% if a %}{{ a }}{% endif %}
    """
    assert lowered(text) == (
        "for [k, v] of rows.items():\n"
        "    <page>.unescaped(v)\n"
        "else:\n"
        "    <page>.unescaped(other)\n"
        "if (a == 'x'):\n"
        "    <page>.unescaped(a)\n"
        "else:\n"
        "    if b:\n"
        "    else:\n"
        "        <page>.unescaped(c)"
    )


def test_variables_that_a_template_reads_are_its_parameters() -> None:
    text = "{% set a = b %}{{ a|safe }}{% for x in y %}{{ x|safe }}{% endfor %}{{ x|safe }}{{ request.GET.q }}{{ URL }}"
    assert show(lower_template(text)).splitlines()[0] == "function <template>(=b, =y, =x, =request):"


def test_request_of_flask_is_given_to_every_template() -> None:
    lines = show(lower_template("{{ request.args.q|safe }}")).splitlines()
    assert lines[:2] == ["import 'flask' request as request", "function <template>():"]


def test_other_templates_are_called_with_what_is_known() -> None:
    text = (
        '{% extends "base.html" %}{% with c=a %}{% include "part.html" %}{% endwith %}{% include "x" with d=b only %}'
    )
    assert lowered(text).splitlines() == [
        "<page>.load('base.html')(a=a, b=b, **<context>)",
        "c = a",
        "<page>.load('part.html')(a=a, b=b, c=c, **<context>)",
        "<page>.load('x')(d=b)",
    ]
    assert "<page>.load_unescaped('x')(d=b)" in lowered(text, "<unescaped>")


def test_macros_are_functions_of_the_module() -> None:
    text = """{% macro field(a, b="x") %}<i title={{ a }}>{{ b }}</i>{% endmacro %}{{ field(c) }}
    {% from "m.html" import one as two, three %}{% import "n.html" as n %}{{ two(d) }}{{ n.four(e) }}"""
    shown = show(lower_template(text))
    assert shown[: shown.index("function <unescaped>")] == (
        "function field(a, b = 'x'):\n"
        "    <page>.unquoted_attribute(a)\n"
        "function <template>(=c, =d, =e):\n"
        "    field(c)\n"
        "    two = <page>.module('m.html').one\n"
        "    three = <page>.module('m.html').three\n"
        "    n = <page>.module('n.html')\n"
        "    two(d)\n"
        "    n.four(e)\n"
    )


def test_place_of_an_output_is_that_of_its_braces() -> None:
    (function, *_) = lower_template("<p>\n  ü {{ a|safe }}</p>").body
    assert isinstance(function, ir.Function)
    span = ir.unpack(function.body[0].at)
    assert (span.start_line, span.start_column, span.end_line, span.end_column) == (2, 5, 2, 17)


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 3000 + "a" + ")" * 3000 + " }}",
        "{{ a" + "|f" * 3000 + " }}",
        "{% if a %}" * 3000,
        "{{ 'x" * 3000,
        "<a " * 3000 + "{{ a }}",
        "{% for %}{% if %}{% set %}{% include %}{% macro %}{% from %}{% import %}{{ }}{{ | }}{% %}{% endif %}",
        "{% else %}{% elif a %}{% endfor %}{% empty %}{% with %}{% autoescape %}",
    ],
)
def test_broken_and_endless_templates_are_read(text: str) -> None:
    lower_template(text)


def test_request_of_flask_is_a_variable_where_nothing_escapes() -> None:
    assert "function <unescaped>(=request):" in show(lower_template("{{ request.args.q|safe }}"))
