"""Java's statements and expressions."""

import pytest
from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.languages.java import lower_java


def lowered(body: str) -> str:
    """Return a method's body, lowered; `a` to `e` are its parameters."""
    shown = show(lower_java(f"class A {{ void m(Object a, Object b, Object c, int d, int e) {{ {body} }} }}"))
    return "\n".join(line[8:] for line in shown.splitlines()[3:])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a && b || !c", "((a and b) or (not c))"),
        ('"x" + a + "y" + 1 + true', "text('x', a, 'y', 1, 'true')"),
        ('d + e + "x" + null', "text((d + e), 'x', 'null')"),
        ('"a" + "b"', "'ab'"),
        ("a + b", "(a + b)"),
        ("d / 2", "(d // 2)"),
        ("d / 2.0", "(d / 2.0)"),
        ("a ? b : c", "(b if a else c)"),
        ("(String) a", "a"),
        ("((Cookie) a).getValue()", "builtins.cast(Cookie, a).getValue()"),
        ("(int) d", "d"),
        (
            "a instanceof Order o && o.p()",
            "(((a instanceof Order) and (o := builtins.cast(Order, a))) and o.p())",
        ),
        ("a instanceof Point(int x, var y)", "((a instanceof Point) and (Point(x, y) := a))"),
        ('new String[] {"x", a}', "['x', a]"),
        ("new int[d][]", "[...?(d)]"),
        ("new ArrayList<>(a)", "new ArrayList(a)"),
        ("String::valueOf", "String.valueOf"),
        ("Order::new", "Order"),
        ("x -> x.y(a)", "<function <lambda>(x): return x.y(a)>"),
        ("(String x, int y) -> { return x; }", "<function <lambda>(x: String, y: int): return x>"),
        ("d++", "((d := (d + 1)) - 1)"),
        ("--d", "(d := (d - 1))"),
        ("a = b = c", "(a := (b := c))"),
        ("Order.class", "Order.class"),
        ('\'\\u0041\' + "\\t\\"\\101"', "'A\\t\"A'"),
        ("0xFFL + 0b11 + 017 + 1_000", "(((255 + 3) + 15) + 1000)"),
        ('"""\n   one\n     "two"\n   """', "'one\\n  \"two\"\\n'"),
        ('STR."x\\{a}y"', "text('x', a, 'y')"),
    ],
)
def test_expressions(source: str, expected: str) -> None:
    assert lowered(f"return {source};") == f"return {expected}"


def test_switch_falls_through_until_a_break() -> None:
    source = """
switch (d) {
    case 1:
    case ONE: one(); break;
    default: other();
}
"""
    expected = """
switch d:
case 1:
case 'ONE':
    this.one()
    break
case :
    this.other()
"""
    assert lowered(source) == expected.strip()


def test_a_switch_that_is_a_value_runs_before_its_statement() -> None:
    source = """
String s = switch (a) {
    case Order o when o.paid() -> o.text();
    case Level.LOW, HIGH -> { log(); yield "x"; }
    case null, default -> throw new Error();
};
"""
    expected = """
switch a:
case (o := Order()) when o.paid():
    switch 2 = o.text()
    break
case 'LOW', 'HIGH':
    this.log()
    switch 2 = 'x'
    break
    break
case :
    raise new Error()
    break
s: String = switch 2
"""
    assert lowered(f"\n{source.strip()}").replace("switch 1", "switch 2") == expected.strip()


def test_loops_keep_their_labels_and_the_types_of_their_variables() -> None:
    source = """
outer: for (Cookie c : a) { for (int i = 0, j = d; i < j; i++, j--) { if (b == c) continue outer; } }
do { go(); } while (a != null);
block: { if (a == b) break block; go(); }
"""
    expected = """
outer: for c of a:
    c = builtins.cast(Cookie, c)
    i: int = 0
    j: int = d
    while (i < j):
        if (b == c):
            continue outer
    update:
        i = (i + 1)
        j = (j - 1)
do (a != None):
    this.go()
block: while True:
    if (a == b):
        break block
    this.go()
    break block
"""
    assert lowered(source) == expected.strip()


def test_resources_are_held_and_exceptions_handled() -> None:
    source = """
try (Connection con = open(); a) { use(con); }
catch (SQLException | IOException ex) { throw new Error(ex); }
finally { done(); }
synchronized (this) { d += 2; a[e] -= 1; }
assert a != b : "never";
"""
    expected = """
try:
    with con = builtins.cast(Connection, this.open()), a:
        this.use(con)
except ex:
    raise new Error(ex)
finally:
    this.done()
this
d = (d + 2)
a[e] = (a[e] - 1)
(a != b)
'never'
"""
    assert lowered(source) == expected.strip()


def test_variables_bear_their_declared_types() -> None:
    source = "final HttpSession s = get(), t; var u = s; java.util.Map.Entry<A, B> v; int[] w = {1, d}; List<A>[] x;"
    expected = """
s: HttpSession = this.get()
t: HttpSession
u = s
v: java.util.Map.Entry
w: builtins.list[int] = [1, d]
x: builtins.list[List]
"""
    assert lowered(source) == expected.strip()
