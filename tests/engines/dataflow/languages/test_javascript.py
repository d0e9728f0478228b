"""JavaScript's modules, and syntax that cannot be read."""

import msgspec
import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow.ir import Module, unpack
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript


def lowered(source: str) -> str:
    return show(lower_javascript(source, "javascript"))


def test_imports_name_the_specifier_and_the_member() -> None:
    source = """
import express, { Router as R, default as D } from "express";
import * as fs from "node:fs";
import "./setup";
"""
    expected = """
import 'express' default as express
import 'express' Router as R
import 'express' default as D
import 'fs' . as fs
import './setup' . as require("./setup")
"""
    assert lowered(source) == expected.strip()


def test_what_an_es_module_exports_is_a_member_of_its_variable_exports() -> None:
    source = """
export const a = 1, { b, c: [d] } = R;
export function login() {}
export { a as first, e as "second name" };
export default class Foo {}
"""
    expected = """
exports = {}
function login():
exports.login = login
a = 1
{'b': b, 'c': [d]} = R
exports.a = a
exports.b = b
exports.d = d
exports.first = a
exports.second name = e
class Foo():
exports.default = Foo
"""
    assert lowered(source) == expected.strip()


def test_default_exports_without_a_name_are_called_default() -> None:
    source = """
export default function () {}
"""
    expected = """
exports = {}
exports.default = <function default(): >
"""
    assert lowered(source) == expected.strip()


def test_what_is_exported_from_elsewhere_is_imported_first() -> None:
    source = """
export { x, default as Y } from "./x";
export * as ns from "./ns";
export * from "./all";
"""
    expected = """
exports = {}
import './x' x as require("./x").x
import './x' default as require("./x").default
exports.x = require("./x").x
exports.Y = require("./x").default
import './ns' . as require("./ns")
exports.ns = require("./ns")
import './all' * as *
"""
    assert lowered(source) == expected.strip()


def test_require_is_an_import() -> None:
    source = """
const express = require("express"), { get, post: send } = require("./http"), { z = 1 } = require("./z");
const only = require("./many").only;
"""
    expected = """
import 'express' . as express
import './http' get as get
import './http' post as send
import './z' . as require("./z")
{'z': z} = require("./z")
z = (z ?? 1)
import './many' only as only
"""
    assert lowered(source) == expected.strip()


def test_require_in_an_expression_is_imported_before_the_statement() -> None:
    source = """
require("./side")(app);
app.use(async () => (await import("./lazy")).run);
require(name);
"""
    expected = """
import './side' . as require("./side")
require("./side")(app)
app.use(<async function <function>(): import './lazy' . as require("./lazy"); return await require("./lazy").run>)
require(name)
"""
    assert lowered(source) == expected.strip()


def test_module_exports_is_the_variable_exports() -> None:
    source = """
exports.login = function (req) { return exports.other(req); };
module.exports.out = 1;
module.exports = exports = { login };
"""
    expected = """
exports = {}
exports.login = <function login(req): return exports.other(req)>
exports.out = 1
exports = (exports := {'login': login})
"""
    assert lowered(source) == expected.strip()


def test_a_statement_that_cannot_be_read_costs_no_other() -> None:
    module = lower_javascript("first();\nif (a) {\n  b = f(1, ;\n  c();\n}\nlast();", "javascript")
    assert (show(module), module.gaps) == ("first()\nif a:\n    b = f(1)\n    c()\nlast()", ((3, 3),))


def test_statements_within_what_cannot_be_read_are_kept() -> None:
    module = lower_javascript("start();\nfunction f() {\n  inner();\n", "javascript")
    assert ("inner()" in show(module), module.gaps) == (True, ((2, 3),))


def test_errors_in_what_only_says_types_are_no_gaps() -> None:
    module = lower_javascript("interface Box<out T> { a: T }\nlast();", "typescript")
    assert (show(module), module.gaps) == ("last()", ())


def test_types_in_javascript_are_read_as_those_of_typescript() -> None:
    module = lower_javascript("// @flow\nfunction f(a: string): number { return a; }", "javascript")
    assert (show(module), module.gaps) == ("function f(a):\n    return a", ())


@pytest.mark.parametrize(
    "deep",
    [
        "x = " + "(" * 4000 + "1" + ")" * 4000 + ";",
        "x = " + "f(" * 4000 + ")" * 4000 + ";",
        "x = " + "{a:" * 4000 + "1" + "}" * 4000 + ";",
        "x = y" + ".z()" * 4000 + ";",
        "x = " + "a ? b : " * 4000 + "c;",
        "x = " + "a => " * 4000 + "c;",
        "x = " + "a && " * 4000 + "c;",
        "if (a) b();" + " else if (a) b();" * 4000,
        "function f() {" * 4000 + "}" * 4000,
        "class A { f() {" * 2000 + "} }" * 2000,
        "x = " + "class { f() { return " * 2000 + "1" + "} }" * 2000 + ";",
        "x = " + "<a>{" * 2000 + "1" + "}</a>" * 2000 + ";",
    ],
)
def test_what_is_nested_too_deep_costs_its_statement(deep: str) -> None:
    module = lower_javascript(f"first();\n{deep}\nlast();", "javascript")
    assert ({"first()", "last()"} - set(show(module).splitlines()), module.gaps) == (set(), ((2, 2),))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(module), type=Module) == module


def test_a_sum_of_many_texts_is_one_text() -> None:
    module = lower_javascript("x = " + " + ".join(["'a'", "b"] * 3000), "javascript")
    assert (len(show(module)), module.gaps) == (len("x = text(") + 3000 * len("'a', b, ") - 1, ())


def test_places_count_characters() -> None:
    (statement,) = lower_javascript("/* é€😀 */ é(a);", "javascript").body
    assert unpack(statement.at) == Span(start_line=1, start_column=11, end_line=1, end_column=15)


def test_all_dialects_are_one_language() -> None:
    languages = {lower_javascript("f();", language).language for language in ("javascript", "typescript", "tsx")}
    assert languages == {"javascript"}
