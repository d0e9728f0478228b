"""`goto`, lowered to loops, and the modules that `go.mod` names."""

from textwrap import dedent

from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.languages.go import lower_go
from xcodereviewer.engines.dataflow.languages.go_modules import lower_go_module


def body(source: str) -> str:
    """Return the statements of a function."""
    module = lower_go(f"package p\nfunc f() {{\n{dedent(source)}\n}}")
    assert module.gaps == ()
    return dedent("\n".join(show(module).splitlines()[1:]))


def test_jump_ahead_leaves_a_loop_that_runs_once() -> None:
    source = """
    if a() { goto done }
    b()
    done:
    c()
    """
    expected = """
    goto done: while :
        if a():
            break goto done
        b()
        break goto done
    c()
    """
    assert body(source) == dedent(expected).strip()


def test_jump_back_begins_the_next_round_of_a_loop() -> None:
    source = """
    a()
    again:
    b()
    if c() { goto again }
    d()
    """
    expected = """
    a()
    goto again again: while :
        b()
        if c():
            continue goto again again
        d()
        break goto again again
    """
    assert body(source) == dedent(expected).strip()


def test_labels_of_one_function_say_nothing_of_another() -> None:
    text = "package p\nfunc f() { goto end; end: }\nfunc g() {\nend:\na()\n}\n"
    assert show(lower_go(text)).splitlines()[-1].strip() == "a()"


def test_module_file_names_the_module_and_what_it_replaces() -> None:
    text = """
    module "example.org/fruit" // ours

    go 1.22

    require (
        example.com/a v1.0.0
        example.com/b v1.0.0 // indirect
    )

    replace example.com/a => ../a

    replace (
        // for a while
        example.com/b v1.0.0 => example.com/own/b v1.0.1
        "example.com/c" => "./c"
    )
    """
    expected = """
    module = 'example.org/fruit'
    replace example.com/a = '../a'
    replace example.com/b = 'example.com/own/b'
    replace example.com/c = './c'
    """
    assert show(lower_go_module(dedent(text))) == dedent(expected).strip()
