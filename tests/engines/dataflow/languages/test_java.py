"""Java's files: imports, the order of classes, and syntax that cannot be read."""

import msgspec
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow.ir import Class, Function, Module, unpack
from xcodereviewer.engines.dataflow.languages.java import lower_java


def lowered(source: str) -> str:
    return show(lower_java(source)).removeprefix("import 'java.lang' * as *\n")


def test_imports_stand_in_the_order_in_which_names_are_looked_up() -> None:
    source = """
package com.shop.web;
import java.util.*;
import static com.shop.Texts.greet;
import com.shop.Order;
import static com.shop.Limits.*;
"""
    expected = """
import 'com.shop.Texts' greet as greet
import 'com.shop' Order as Order
import 'com.shop.web' * as *
import 'java.util' * as *
import 'com.shop.Limits' * as *
import 'java.lang' * as *
"""
    assert show(lower_java(source)) == expected.strip()


def test_the_own_package_is_told_from_an_imported_one() -> None:
    module = lower_java("package a.b;\nimport c.*;")
    assert [(one.module, one.level) for one in module.body if not isinstance(one, Class)] == [  # type: ignore[union-attr]
        ("a.b", 1),
        ("c", 0),
        ("java.lang", 0),
    ]


def test_classes_stand_after_those_that_they_inherit_from() -> None:
    source = """
class Dog extends Animal implements Pet {}
class Animal { static class Ears extends Part {} }
interface Pet {}
class Part {}
"""
    expected = """
class Animal():
class Pet():
class Dog(Animal, Pet):
class Part():
class Animal$Ears(Part):
Animal.Ears = Animal$Ears
"""
    assert lowered(source) == expected.strip()


def test_a_statement_that_cannot_be_read_costs_itself() -> None:
    source = """
class A {
    void first() {
        a();
        int x = = 3;
        b();
    }
    void second() { c(); }
}
"""
    module = lower_java(source)
    functions = [one for one in _class(module).body if isinstance(one, Function)]
    assert module.gaps == ((5, 5),)
    assert [one.name for one in functions] == ["first", "second"]


def test_expressions_nested_too_deep_are_a_gap_of_their_statement() -> None:
    source = "class A { void m() { x = " + "f(" * 400 + ")" * 400 + "; y(); } }"
    module = lower_java(source)
    method = next(one for one in _class(module).body if isinstance(one, Function))
    assert module.gaps == ((1, 1),)
    assert len(method.body) == 1


def test_a_sum_of_a_thousand_texts_is_one_text() -> None:
    source = "class A { String s = x" + ' + "a" + y' * 1000 + "; }"
    assert lower_java(source).gaps == ()


def test_places_count_characters() -> None:
    module = lower_java('class A { void m() { f("ßßß", x); } }')
    method = next(one for one in _class(module).body if isinstance(one, Function))
    assert unpack(method.body[0].at) == Span(start_line=1, start_column=22, end_line=1, end_column=33)


def test_modules_travel() -> None:
    module = lower_java("class A { enum E { X, Y } record R(int a) {} Runnable r = () -> go(); }")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(module), type=Module) == module


def _class(module: Module) -> Class:
    return next(one for one in module.body if isinstance(one, Class))
