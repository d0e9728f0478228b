"""JavaScript's expressions and JSX."""

from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.ir import Call, Evaluate, Record
from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript


def lowered(source: str) -> str:
    return show(lower_javascript(source, "javascript"))


def lowered_as_tsx(source: str) -> str:
    return show(lower_javascript(source, "tsx"))


def test_chains_are_seen_through_and_choices_keep_their_order() -> None:
    source = """
f(a?.b?.[c]?.(d) ?? e || !g && -1);
"""
    expected = """
f((a.b[c](d) ?? (e or ((not g) and -1))))
"""
    assert lowered(source) == expected.strip()


def test_joined_text_is_flat() -> None:
    source = """
t = `a${b}c\\n`;
u = "SELECT '" + id + "' " + 'x';
v = a + b + "!" + c;
w += "!";
"""
    expected = """
t = text('a', b, 'c\\n')
u = text("SELECT '", id, "' x")
v = text((a + b), '!', c)
w = text(w, '!')
"""
    assert lowered(source) == expected.strip()


def test_tagged_templates_are_calls_with_texts_and_values() -> None:
    source = """
sql`select ${x} from ${y}`;
"""
    expected = """
sql(['select ', ' from ', ''], x, y)
"""
    assert lowered(source) == expected.strip()


def test_literals_have_their_values() -> None:
    source = """
f(0x10, 1_000n, .5, 017, "\\u{1F600}\\x41\\q", null, undefined, true);
/a\\/[b]+/gi.test(s);
w = { 1: a, "k-2": b, g, ...h, m() {}, get n() { return 1; } };
"""
    expected = """
f(16, 1000, 0.5, 15, '😀Aq', None, None, True)
new RegExp('a\\\\/[b]+', 'gi').test(s)
w = {1: a, 'k-2': b, 'g': g, ...h, 'm': <function m(): >, 'n': <function n(): return 1>()}
"""
    assert lowered(source) == expected.strip()


def test_assignments_in_expressions_are_kept() -> None:
    source = """
x = y = z, delete o["k"];
n = (1, i++, --j);
o["name"] = o["content-type"] = [1, , ...more];
({ a, b: c.d, ...e } = f);
m ||= 1;
"""
    expected = """
x = (y := z)
delete o.k
n = [1, ((i := (i + 1)) - 1), (j := (j - 1))][-1]
o.name = (o['content-type'] := [1, None, ...more])
{'a': a, 'b': c.d, ...e} = f
m = (m or 1)
"""
    assert lowered(source) == expected.strip()


def test_new_typeof_and_the_conditional() -> None:
    source = """
typeof q === "string" ? new Foo : new Foo(1, ...rest);
import.meta.url;
"""
    expected = """
(new Foo() if ((typeof q) === 'string') else new Foo(1, *rest))
import.meta.url
"""
    assert lowered(source) == expected.strip()


def test_elements_are_calls_with_a_record() -> None:
    source = """
let page = <main className="a" {...rest}>Hello {user.name} {/* nothing */}<Card.Body open /></main>;
let raw = <div dangerouslySetInnerHTML={{ __html: html }}></div>;
let all = <>{list.map((x: Item) => <li>{x}</li>)}</>;
"""
    expected = """
page = jsx('main', {'className': 'a', ...rest, 'children': [user.name, Card.Body({'open': True})]})
raw = jsx('div', {'dangerouslySetInnerHTML': {'__html': html}})
all = jsx('', {'children': [list.map(<function <function>(x: Item): return jsx('li', {'children': [x]})>)]})
"""
    assert lowered_as_tsx(source) == expected.strip()


def test_what_an_element_is_made_of_has_places_of_its_own() -> None:
    (statement,) = lower_javascript("<a b={c}>{d}</a>", "tsx").body
    assert isinstance(statement, Evaluate)
    call = statement.value
    assert isinstance(call, Call)
    record = call.arguments[1].value
    assert isinstance(record, Record)
    _, children = record.entries[-1]
    assert len({call.at, record.at, children.at}) == 3
