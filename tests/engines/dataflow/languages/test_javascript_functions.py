"""JavaScript's functions, patterns, classes and classes that are written as functions."""

from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript


def lowered(source: str) -> str:
    return show(lower_javascript(source, "javascript"))


def test_functions_are_there_before_anything_runs() -> None:
    source = """
run(1);
function run(a, b = 2, ...rest) { return a; }
function* gen() { yield 1; yield* others(); }
"""
    expected = """
function run(a, b = 2, *rest):
    return a
generator gen():
    yield 1
    yield* others()
run(1)
"""
    assert lowered(source) == expected.strip()


def test_functions_go_by_the_name_that_they_are_given() -> None:
    source = """
const arrow = x => ({ x });
api.find = async (id) => { await id; };
list({ each() {}, [key]: () => 1 });
"""
    expected = """
arrow = <function arrow(x): return {'x': x}>
api.find = <async function find(id): await id>
list({'each': <function each(): >, key: <function <function>(): return 1>})
"""
    assert lowered(source) == expected.strip()


def test_patterns_are_taken_apart_before_the_body() -> None:
    source = """
function pick({ a, b: { c } = {}, d = 4, ...e }, [f, , ...g]) { return a; }
"""
    expected = """
function pick({ a, b: { c } = {}, d = 4, ...e }, [f, , ...g]):
    {'a': a, 'b': { c }, 'd': d, ...e} = { a, b: { c } = {}, d = 4, ...e }
    {'c': c} = ({ c } ?? {})
    d = (d ?? 4)
    [f, None, ...g] = [f, , ...g]
    return a
"""
    assert lowered(source) == expected.strip()


def test_this_is_a_parameter_without_a_position_unless_an_arrow_takes_it_from_outside() -> None:
    source = """
const self = { go() { return () => this.x; } };
self.plain = function () { return 1; };
button.on("x", function () { this.done(); }.bind(this));
button.on("y", view.draw.bind(view), view.draw.bind(view, 1));
"""
    expected = """
self = {'go': <function go(=this): return <function <function>(): return this.x>>}
self.plain = <function plain(): return 1>
button.on('x', <function <function>(): this.done()>)
button.on('y', view.draw, view.draw.bind(view, 1))
"""
    assert lowered(source) == expected.strip()


def test_arguments_are_all_that_is_given() -> None:
    source = """
function old(a) { return arguments[1]; }
"""
    expected = """
function old(a, *arguments):
    arguments = [a, ...arguments]
    return arguments[1]
"""
    assert lowered(source) == expected.strip()


def test_variables_of_the_outside_are_told_from_own_ones() -> None:
    source = """
let count;
function bump() { let own; own = 1; count = 1; count++; total += "x"; }
"""
    expected = """
function bump( | outer count total):
    own = None
    own = 1
    count = 1
    count = (count + 1)
    total = text(total, 'x')
count = None
"""
    assert lowered(source) == expected.strip()


def test_classes_assign_their_fields_in_the_constructor() -> None:
    source = """
class A extends B.C {
  #size = 1;
  handle = (req) => this.#size + req;
  constructor(x) { super(x); this.x = x; }
}
class Plain extends A { kept = 1; }
"""
    expected = """
class A(B.C):
    function constructor(this, x):
        this.#size = 1
        this.handle = <function handle(req): return (this.#size + req)>
        super().constructor(x)
        this.x = x
class Plain(A):
    function constructor(this, *arguments):
        super().constructor(*arguments)
        this.kept = 1
"""
    assert lowered(source) == expected.strip()


def test_members_of_classes_are_marked() -> None:
    source = """
class A {
  static made = 0;
  static of(x) { return new this(x); }
  get size() { return 1; }
  set size(v) {}
  async load() { return super.load(1); }
  static { A.made = 1; }
}
"""
    expected = """
class A():
    made = 0
    @builtins.classmethod function of(this, x):
        return new this(x)
    @builtins.property function size(this):
        return 1
    function set size(this, v):
    async function load(this):
        return super().load(1)
    A.made = 1
"""
    assert lowered(source) == expected.strip()


def test_a_class_that_is_a_value_is_made_before_its_statement() -> None:
    source = """
const Mixin = (Base) => class extends Base { go() {} };
const Named = class { };
"""
    expected = """
Mixin = <function Mixin(Base): class class 2(Base):; function go(this):; return class 2>
class Named():
Named = Named
"""
    assert lowered(source) == expected.strip()


def test_functions_with_prototypes_are_classes() -> None:
    source = """
var util = require("util"), Base = require("./base");
function Pet(name) { this.name = name; }
Pet.prototype.say = function (word) { return this.name + word; };
Pet.prototype.legs = 4;
function Dog() { Base.call(this); }
util.inherits(Dog, Base);
Dog.prototype.bark = function () {};
var Cat = function (n) { this.n = n; };
Cat.prototype = { purr: function () { return this.n; } };
"""
    expected = """
class Pet():
    function constructor(this, name):
        this.name = name
    function say(this, word):
        return (this.name + word)
    legs = 4
import 'util' . as util
import './base' . as Base
class Dog(Base):
    function constructor(this):
        Base.call(this)
    function bark(this):
class Cat():
    function constructor(this, n):
        this.n = n
    function purr(this):
        return this.n
"""
    assert lowered(source) == expected.strip()


def test_functions_in_lower_case_or_without_this_are_no_classes() -> None:
    source = """
function Component() { return 1; }
function helper() { this.x = 1; }
"""
    expected = """
function Component():
    return 1
function helper(=this):
    this.x = 1
"""
    assert lowered(source) == expected.strip()
