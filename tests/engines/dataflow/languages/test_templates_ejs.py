"""EJS templates as the statements that they become."""

import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow import ir
from xcodereviewer.engines.dataflow.languages.templates import lower_template


def test_ejs_is_a_function_of_its_variables() -> None:
    text = """<h1 title="<%= a %>"><%= b %></h1><%- c %>
<% if (d) { %><a href="<%= e %>">x</a><% } else { %><p id=<%= f %>>y</p><% } %>
<% for (const g of h) { %><%- g.html %><% } %>
<script>x = <%- JSON.stringify(i) %>; y = "<%= j %>"; z = <%= k %>;</script><%# <%- %>"""
    assert show(lower_template(text)) == (
        "function <template>(=a, =b, =c, =d, =e, =f, =h, =i, =j, =k):\n"
        "    λ = <page>.link\n"
        "    σ = <page>.script\n"
        "    υ = <page>.unescaped\n"
        "    α = <page>.unquoted_attribute\n"
        "    a\n"
        "    b\n"
        "    υ(c)\n"
        "    if d:\n"
        "        λ(e)\n"
        "    else:\n"
        "        α(f)\n"
        "    for g of h:\n"
        "        υ(g.html)\n"
        "    σ(JSON.stringify(i))\n"
        "    j\n"
        "    σ(k)"
    )


def test_included_template_gets_all_variables_and_its_own() -> None:
    assert show(lower_template("<%- include('head', {title: a}) %><%- b %>")) == (
        "function <template>(=a, =b, **<context>):\n"
        "    υ = <page>.unescaped\n"
        "    include = <page>.include\n"
        "    include('head', {'title': a})\n"
        "    υ(b)\n"
        "    <page>.load('head')(a=a, b=b, **<context>)"
    )


def test_place_of_an_output_is_where_its_tag_begins() -> None:
    (function,) = lower_template("<p>\n  ü <%- a -%></p>").body
    assert isinstance(function, ir.Function)
    span = ir.unpack(function.body[1].at)
    assert (span.start_line, span.start_column) == (2, 5)


@pytest.mark.parametrize(
    "text",
    [
        '<%@ page language="java" %><%= name %>',
        "<% if a %><%= name %><% end %>",
        "<% if (a) { %><%- b %>",
        "<p>1 <% 2 %></p>",
    ],
)
def test_other_languages_and_broken_programs_are_empty(text: str) -> None:
    assert lower_template(text).body == ()
