"""What functions measure, language by language."""

import pytest

from xcodereviewer.domain.engine import SourceText
from xcodereviewer.domain.language import Language
from xcodereviewer.engines.complexity_measure import measure_functions
from xcodereviewer.engines.complexity_tokens import code_lines


def measures(text: str, language: Language) -> list[tuple[int, int, int, int, int]]:
    """Cyclomatic complexity, cognitive complexity, nesting, parameters and lines of every function."""
    numbers = [line.number for line in code_lines(text, language)]
    functions = measure_functions(SourceText(id=0, language=language, text=text), numbers)
    return [(f.cyclomatic, f.cognitive, f.nesting, f.parameters, f.lines) for f in functions]


SAME_SHAPE = {
    Language.PYTHON: """
def f(a, b):
    for x in a:
        if x and b:
            return x
        elif x:
            pass
        else:
            pass
    return a if b else 0
""",
    Language.JAVASCRIPT: """
function f(a, b) {
  for (const x of a) {
    if (x && b) {
      return x;
    } else if (x) {
    } else {
    }
  }
  return b ? a : 0;
}
""",
    Language.TYPESCRIPT: """
const f = (a: string[], b: Map<string, number>): string => {
  for (const x of a) {
    if (x && b) {
      return x;
    } else if (x) {
    } else {
    }
  }
  return b ? a : 0;
};
""",
    Language.JAVA: """
class A { int f(List<Map<String, X>> a, int b) {
  for (X x : a) {
    if (x.ok() && b) {
      return x;
    } else if (x) {
    } else {
    }
  }
  return b ? a : 0;
} }
""",
    Language.KOTLIN: """
fun f(a: List<Int>, b: Boolean): Int {
  for (x in a) {
    if (x > 1 && b) {
      return x
    } else if (b) {
    } else {
    }
  }
  if (b) { return 0 }
  return 1
}
""",
    Language.GO: """
func (r *T) f(a []int, b bool) int {
  for _, x := range a {
    if x > 1 && b {
      return x
    } else if b {
    } else {
    }
  }
  if b { return 0 }
  return 1
}
""",
    Language.RUST: """
fn f(&self, a: &[i32], b: bool) -> i32 {
  for x in a {
    if x.ok() && b {
      return x;
    } else if b {
    } else {
    }
  }
  if b { return 0 }
  1
}
""",
    Language.PHP: """<?php
function f($a, $b) {
  foreach ($a as $x) {
    if ($x && $b) {
      return $x;
    } elseif ($x) {
    } else {
    }
  }
  return $b ? $a : 0;
}
""",
    Language.RUBY: """
def f(a, b)
  for x in a do
    if x && b
      return x
    elsif x
      nil
    else
      0
    end
  end
  b ? a : 0
end
""",
    Language.CSHARP: """
class A { int f(this List<int> a, bool b) {
  foreach (var x in a) {
    if (x > 1 && b) {
      return x;
    } else if (b) {
    } else {
    }
  }
  return b ? a : 0;
} }
""",
    Language.C: """
static int *f(int *a, int b) {
  for (int x = 0;;) {
    if (x && b) {
      return x;
    } else if (x) {
    } else {
    }
  }
  return b ? a : 0;
}
""",
    Language.CPP: """
int A::f(std::map<int, int> a, int b) {
  for (auto x : a) {
    if (x && b) {
      return x;
    } else if (x) {
    } else {
    }
  }
  return b ? a : 0;
}
""",
}


@pytest.mark.parametrize("language", SAME_SHAPE)
def test_same_function_measures_the_same_in_every_language(language: Language) -> None:
    lines = {Language.PYTHON: 9, Language.RUBY: 12, Language.KOTLIN: 11, Language.GO: 11, Language.RUST: 11}
    # for 1, if 2, && 1, else if 1, else 1, the last condition 1
    assert measures(SAME_SHAPE[language], language) == [(6, 7, 2, 2, lines.get(language, 10))]


def test_shell_function_is_measured() -> None:
    text = """
sync() {
  for file in "$@"; do
    if [[ -f $file && -r $file ]]; then
      cp "$file" /tmp || return 1
    elif true; then
      :
    else
      :
    fi
  done
}
"""
    assert measures(text, Language.SHELL) == [(6, 7, 2, 0, 11)]


def test_macro_before_a_namespace_makes_no_function_of_it() -> None:
    text = "EXPORT namespace detail {\nint f(int a) { return a ? 1 : 2; }\n}\n"
    assert measures(text, Language.CPP) == [(2, 1, 0, 1, 1)]


def test_function_in_a_function_is_measured_apart() -> None:
    text = "def f():\n    if a:\n        def g(x):\n            if x:\n                return 1\n        return g\n"
    assert measures(text, Language.PYTHON) == [(2, 1, 1, 0, 4), (2, 1, 1, 1, 3)]


def test_closure_deepens_the_function_that_it_stands_in() -> None:
    text = "def f(list)\n  list.each do |x|\n    puts x if x\n  end\nend\n"
    assert measures(text, Language.RUBY) == [(2, 2, 1, 1, 5)]


def test_default_case_is_no_path_and_a_switch_is_one_break() -> None:
    text = "function f(a) { switch (a) { case 1: return 1; case 2: return 2; default: return 3; } }"
    assert measures(text, Language.JAVASCRIPT) == [(3, 1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("condition", "cognitive"), [("a and b and c", 2), ("a and b or c", 3), ("a or b and c", 3), ("a", 1)]
)
def test_run_of_one_boolean_operator_costs_one(condition: str, cognitive: int) -> None:
    text = f"def f(a, b, c):\n    if {condition}:\n        pass\n"
    assert [m[1] for m in measures(text, Language.PYTHON)] == [cognitive]


def test_jump_to_a_label_costs_one() -> None:
    text = "function f(a) { outer: for (;;) { for (;;) { continue outer; } break; } }"
    assert measures(text, Language.JAVASCRIPT) == [(3, 4, 2, 1, 1)]


@pytest.mark.parametrize(
    ("head", "language", "expected"),
    [
        ("def f(self, a, b: dict[str, int], /, c=1, *args, d, **e): pass", Language.PYTHON, 2),
        ("def f(cls, a, *, b, c): pass", Language.PYTHON, 1),
        ("function f({a, b}, [c, d], e = g(1, 2), ...rest) {}", Language.JAVASCRIPT, 3),
        ("function f(this: Window, a: Map<string, (x: number, y: number) => void>) {}", Language.TYPESCRIPT, 1),
        ("x => { y(a => { return function (b, c) {} }) }", Language.JAVASCRIPT, 0),
        ("func f(a, b int, c ...string) (int, error) { return 1, nil }", Language.GO, 2),
        ("func (s *Server) f(a int) {}", Language.GO, 1),
        ("fn f<'a>(&'a mut self, a: &'a [(i32, i32)], b: fn(i32, i32) -> i32) {}", Language.RUST, 2),
        ("class A { void f(final int a, String... b) {} }", Language.JAVA, 1),
        ("def f(a, b = 1, *c, k:, j: 2, **d, &e); end", Language.RUBY, 2),
        ("<?php function f(int $a, ?B &$b = null, ...$c) {}", Language.PHP, 2),
        ("int f(void) { return 0; }", Language.C, 0),
        ("int f(int a, char *b, ...) { return 0; }", Language.C, 2),
        ("fun f(a: Int, vararg b: Int, c: (Int, Int) -> Int) = 1", Language.KOTLIN, 2),
        ('def f(a, b: Literal["x, y", "z"], c): pass', Language.PYTHON, 3),
    ],
)
def test_parameters_by_position_are_counted(head: str, language: Language, expected: int) -> None:
    assert measures(head, language)[0][3] == expected


def test_lines_without_code_are_not_counted() -> None:
    text = 'def f():\n    """What\n\n    it does.\n    """\n\n    # why\n    return (  # because\n        1\n    )\n'
    assert measures(text, Language.PYTHON) == [(1, 0, 0, 0, 5)]


def test_nesting_beyond_any_recursion_is_measured() -> None:
    depth = 3000
    text = "function f(a) {" + "if (a) {" * depth + "}" * depth + "}"
    assert measures(text, Language.JAVASCRIPT) == [(depth + 1, depth * (depth + 1) // 2, depth, 1, 1)]
