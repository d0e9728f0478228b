import ast
import textwrap

from bench.mutations import flip, move, rename, reorder, wrap

VIEW = textwrap.dedent('''\
    """Greets."""
    from web import app, request


    def clean(text):
        parts = text.split(",")
        return parts[0]


    def register(app):
        @app.get("/a")
        def first():
            name = request.args["name"]
            size = 86
            greeting = "nobody" if 7 * 42 - size > 200 else name
            return clean(greeting)

        @app.get("/b")
        def second():
            letters = "ABC"
            guess = letters[0]
            match guess:
                case "A":
                    shown = request.args["name"]
                case "B":
                    shown = "nobody"
                case "C" | "D":
                    shown = request.args["other"]
            return shown
    ''')


def same_code(text: str | None, expected: str) -> bool:
    assert text is not None
    return ast.unparse(ast.parse(text)) == ast.unparse(ast.parse(expected))


def test_renaming_leaves_what_others_know() -> None:
    mutant = rename(VIEW, "view")
    assert mutant is not None
    names = {node.id for node in ast.walk(ast.parse(mutant.text)) if isinstance(node, ast.Name)}
    assert names == {"app", "request", "text", "clean", *(f"item_{number}" for number in range(1, 8))}
    assert "def first" in mutant.text


def test_reordering_turns_functions_that_stand_together() -> None:
    mutant = reorder("import a\ndef b(): ...\ndef c(): ...\nd = 1\ndef e(): ...\n", "view")
    assert mutant is not None
    assert same_code(mutant.text, "import a\ndef c(): ...\ndef b(): ...\nd = 1\ndef e(): ...\n")
    assert reorder("def b(): ...\ndef c(x=b): ...\n", "view") is None


def test_wrapping_sends_what_is_assigned_through_a_function() -> None:
    mutant = wrap("def f(x):\n    y = x + 1\n    return y\n", "view")
    assert mutant is not None
    assert same_code(
        mutant.text,
        "def kept_as_it_is(value):\n    return value\ndef f(x):\n    y = kept_as_it_is(x + 1)\n    return y\n",
    )


def test_moving_leaves_an_import_of_what_stands_for_itself() -> None:
    mutant = move(VIEW, "view")
    assert mutant is not None
    assert mutant.moved is not None
    assert [line for line in mutant.moved.splitlines() if line.startswith("def")] == [
        "def kept_as_it_is(value):",
        "def clean(text):",
    ]
    assert "from .moved.view import kept_as_it_is, clean" in mutant.text
    assert "def clean" not in mutant.text


def test_flipping_a_test_swaps_the_constant_that_decides_it() -> None:
    text = flip("def f(x):\n    n = 86\n    y = 'a' if 7 * 42 - n > 200 else x\n")
    assert same_code(text, "def f(x):\n    n = 86\n    y = 'a' if 7 * 42 - n > 208 else x\n")
    text = flip("def f(x):\n    n = 106\n    if 7 * 42 - n > 200:\n        y = 'a'\n    else:\n        y = x\n")
    assert same_code(
        text, "def f(x):\n    n = 106\n    if 7 * 42 - n > 187:\n        y = 'a'\n    else:\n        y = x\n"
    )


def test_flipping_a_match_chooses_the_letter_of_another_case() -> None:
    second = "def second(x):" + VIEW.partition("def second():")[2].replace("\n    ", "\n")
    text = flip(second)
    assert text is not None
    assert "guess = letters[1]" in text


def test_branch_that_the_input_decides_is_not_flipped() -> None:
    assert flip("def f(x):\n    y = 'a' if x > 200 else x\n") is None
    assert flip("def f(x):\n    n = 1\n    y = 'a' if n > 200 else 'b'\n") is None
