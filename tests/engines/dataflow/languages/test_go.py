"""Go, lowered: files, types, functions, statements, and syntax that cannot be read."""

from textwrap import dedent

import msgspec
import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.domain.location import Span
from xcodereviewer.engines.dataflow.ir import Function, Module, unpack
from xcodereviewer.engines.dataflow.languages.go import lower_go


def lowered(source: str) -> str:
    return show(lower_go(f"package p\n{dedent(source)}"))


def body(source: str) -> str:
    """Return the statements of a function."""
    text = lowered(f"func f() {{\n{dedent(source)}\n}}")
    return dedent("\n".join(text.splitlines()[1:]))


def test_file_has_its_imports_then_types_functions_and_variables() -> None:
    source = """
    import (
        "database/sql"
        yaml "gopkg.in/yaml.v3"
        "github.com/labstack/echo/v4"
        "github.com/redis/go-redis/v9"
        . "strings"
        _ "embed"
    )
    var first = second()
    func second() int { return 2 }
    type Dog struct { Animal; *sql.DB; name string; age int }
    type Animal struct{}
    func (d *Dog) Bark() {}
    func (c Cat) Purr() {}
    type Pet interface { Feed(food string) (int, error) }
    """
    expected = """
    import 'database/sql' . as sql
    import 'gopkg.in/yaml' . as yaml
    import 'github.com/labstack/echo' . as echo
    import 'github.com/redis/go-redis' . as redis
    import 'strings' * as .
    class Animal():
    class Dog(Animal, sql.DB):
        Animal: Animal
        DB: sql.DB
        name
        age: builtins.number
        function Bark(d):
    class Pet():
        @builtins.abstractmethod function Feed(food):
    @builtins.methods class Cat():
        function Purr(c):
    function second():
        return 2
    first = second()
    """
    assert lowered(source) == dedent(expected).strip()


def test_constants_without_a_value_have_that_of_the_one_before() -> None:
    source = """
    const (
        a = iota * 2
        b
        c, d = iota, "x"
    )
    """
    assert lowered(source) == "a = (0 * 2)\nb = (1 * 2)\nc = 2\nd = 'x'"


def test_value_with_an_error_is_the_value() -> None:
    source = """
    func one() (string, error) { return "x", nil }
    func two() (a, b int, err error) { a = 1; return }
    func three() error { return nil }
    """
    expected = """
    function one():
        return 'x'
    function two():
        a = 0
        b = 0
        err = None
        a = 1
        return [a, b]
    function three():
        return None
    """
    assert lowered(source) == dedent(expected).strip()


STATEMENTS = {
    "x, err := g(1, y...)": "[x, err] = g(1, *y)",
    "a, b := 1, 2": "a = 1\nb = 2",
    "a[0], b.c = b, a": "[a[0], b.c] = [b, a]",
    "x += 2": "x = (x + 2)",
    "x++": "x = (x + 1)",
    "_ = g()": "g()",
    "panic(x)": "raise x",
    "ch <- <-in": "builtins.send(ch, builtins.receive(in))",
    "defer g(x)": "if ?():\n    g(x)",
    "p := &T{A: 1, B: []byte(s)}": "p = new T(A=1, B=s)",
    'm := map[string][]T{"a": {{1}, {A: 2}}}': "m = {'a': [new T(1), new T(A=2)]}",
    'h := gin.H{"a": x}': "h = {'a': x}",
    "x = y.(*T)": "x = builtins.cast(T, y)",
    "x = string(y) + z[1:n]": "x = (y + z[1:n])",
    "x = int64(y)": "x = builtins.number(y)",
    "x = f[int](y)": "x = f(y)",
    "x = !a && -b > 1 || *p == nil": "x = (((not a) and ((- b) > 1)) or (p == None))",
    "var s strings.Builder": "s = new strings.Builder()",
    "var a, b string": "a = ''\nb = ''",
    "var p *sql.DB": "p: sql.DB",
    'x = `a\\n` + "\\u0041\\n"': "x = ('a\\\\n' + 'A\\n')",
    "g := func(x int) string { return x + y }": "g = <function <func>(x: builtins.number): return (x + y)>",
}


@pytest.mark.parametrize("source", STATEMENTS)
def test_statement(source: str) -> None:
    assert body(source) == STATEMENTS[source]


def test_loops_of_every_sort() -> None:
    source = """
    for { break }
    for x < 1 { continue }
    for i := 0; i < n; i++ { use(i) }
    outer:
    for k, v := range m { continue outer }
    for k := range m { use(k) }
    for range 3 { use() }
    """
    expected = """
    while :
        break
    while (x < 1):
        continue
    i = 0
    while (i < n):
        use(i)
    update:
        i = (i + 1)
    outer: for v of m:
        k = builtins.key(m)
        continue outer
    for k of builtins.keys(m):
        use(k)
    for _ of builtins.keys(3):
        use()
    """
    assert body(source) == dedent(expected).strip()


def test_switches_of_every_sort() -> None:
    source = """
    switch x { default: c(); case 1, 2: a(); case y: b() }
    switch x { case 1: fallthrough; case 2: b() }
    switch { case a: b(); default: c() }
    switch v := x.(type) { case int: a(v); case *T: b(v) }
    select { case v, ok := <-in: a(v); default: b() }
    """
    expected = """
    switch x:
    case 1, 2:
        a()
        break
    case  when (x == y):
        b()
        break
    case :
        c()
        break
    switch x:
    case 1:
    case 2:
        b()
        break
    if a:
        b()
    else:
        c()
    type 7 = x
    switch True:
    case  when ?():
        v = builtins.number(type 7)
        a(v)
        break
    case  when ?():
        v = builtins.cast(T, type 7)
        b(v)
        break
    switch True:
    case  when ?():
        [v, ok] = builtins.receive(in)
        a(v)
        break
    case :
        b()
        break
    """
    assert body(source) == dedent(expected).strip()


def test_variable_that_hides_another_has_a_name_of_its_own() -> None:
    source = """
    x := 1
    if x := g(); x > 0 { use(x) }
    func() { x = 2; x := 3; use(x) }()
    use(x)
    """
    expected = """
    x = 1
    x' = g()
    if (x' > 0):
        use(x')
    <function <func>( | outer x): x = 2; x' = 3; use(x')>()
    use(x)
    """
    assert body(source) == dedent(expected).strip()


def test_variable_of_the_package_that_a_function_assigns_is_no_variable_of_its_own() -> None:
    module = lower_go("package p\nvar n int\nfunc f() { n = 1; m := n; m = 2 }")
    function = next(one for one in module.body if isinstance(one, Function))
    assert function.outer == ("n",)


def test_statement_that_cannot_be_read_costs_itself() -> None:
    module = lower_go("package p\nfunc a() {\n\tb()\n\tx := := 3\n\tc()\n}\nfunc d() { e() }\n")
    assert [one.name for one in module.body if isinstance(one, Function)] == ["a", "d"]
    assert module.gaps == ((4, 4),)


def test_expressions_nested_too_deep_are_a_gap_of_their_statement() -> None:
    module = lower_go("package p\nfunc a() {\n\tx = " + "f(" * 400 + ")" * 400 + "\n\ty()\n}")
    (function,) = (one for one in module.body if isinstance(one, Function))
    assert module.gaps == ((3, 3),)
    assert len(function.body) == 1


def test_a_sum_of_a_thousand_texts_is_read() -> None:
    assert lower_go("package p\nvar s = x" + ' + "a" + y' * 1000).gaps == ()


def test_places_count_characters() -> None:
    module = lower_go('package p\nfunc a() { f("ßßß", x) }')
    (function,) = (one for one in module.body if isinstance(one, Function))
    assert unpack(function.body[0].at) == Span(start_line=2, start_column=12, end_line=2, end_column=23)


def test_modules_travel() -> None:
    module = lower_go("package p\ntype T[K any] struct { a K }\nfunc (t *T[K]) m(x ...K) (n int) { return len(x) }")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(module), type=Module) == module
