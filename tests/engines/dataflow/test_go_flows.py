"""Programs of Go, analysed: packages, methods, results, closures, channels, and what tests teach."""

from collections.abc import Mapping
from textwrap import dedent

import pytest

from xcodereviewer.engines.dataflow.analysis import Analysis
from xcodereviewer.engines.dataflow.ir import unpack
from xcodereviewer.engines.dataflow.languages.go import lower_go
from xcodereviewer.engines.dataflow.languages.go_modules import lower_go_module
from xcodereviewer.engines.dataflow.program import Unit
from xcodereviewer.engines.dataflow.values import SourceLabel
from xcodereviewer.library_models.loader import load_models

_MODELS = load_models("go")
_HEAD = 'package main\nimport (\n"net/http"\n"os/exec"\n"strings"\n"slices"\n"errors"\n"fmt"\n)\n'
_HANDLER = "func handler(w http.ResponseWriter, r *http.Request) {\nq := r.FormValue(`q`)\n"


def flows_of(files: Mapping[str, str]) -> list[str]:
    """Return each meeting of a request and a sink as `file:line kind`."""
    units = [
        Unit(number=number, path=path, module=(lower_go_module if path == "go.mod" else lower_go)(dedent(text)))
        for number, (path, text) in enumerate(sorted(files.items()))
    ]
    analysis = Analysis(units, {"go": _MODELS})
    analysis.run()
    return sorted(
        f"{analysis.units[hit.unit].path}:{unpack(hit.at).start_line} {hit.kind}"
        for hit in analysis.hits.values()
        if isinstance(hit.label, SourceLabel) and hit.label.kind == "request"
    )


def reaches(body: str, rest: str = "") -> bool:
    """Whether `q` of a request reaches a shell in a handler with this body."""
    text = f"{_HEAD}{_HANDLER}{body}\n}}\nfunc run(x string) {{ exec.Command(`sh`, `-c`, x) }}\n{rest}\n"
    return any(flow.endswith("command") for flow in flows_of({"main.go": text}))


REACHED = {
    "a local variable": "x := `a` + q; run(x)",
    "a pointer": "p := &q; run(*p)",
    "a slice": "all := []string{}; all = append(all, `a`, q); run(all[1])",
    "a map": "m := make(map[string]string); m[`k`] = q; run(m[`k`])",
    "a field": "t := job{line: q}; run(t.line)",
    "an embedded field": "t := &outer{job{line: q}}; t.start()",
    "a channel": "c := make(chan string, 1); c <- q; run(<-c)",
    "a loop over a channel": "c := make(chan string, 1); go func() { c <- q }(); for x := range c { run(x) }",
    "a closure": "f := func() { run(q) }; f()",
    "a deferred closure": "defer func() { run(q) }()",
    "one of several results": "_, b, _ := three(q); run(b)",
    "a value beside an error": "x, err := parse(q); if err != nil { return }; run(x)",
    "a type switch": "var a any = q; switch v := a.(type) { case string: run(v) }",
    "a case that falls through": "x := `a`; switch 1 { case 1: x = q; fallthrough; case 2: run(x) }",
    "a select": "c := make(chan string, 1); c <- q; select { case x := <-c: run(x); default: }",
    "a generic function": "run(same[string](q))",
    "a method that is a value": "f := (&job{line: q}).start; f()",
    "a variable that is hidden elsewhere": "x := q; if true { x := `a`; run(x) }; run(x)",
    "what a test of the beginning says nothing of": "if strings.HasPrefix(q, `a`) { run(q) }",
    "a jump ahead": "x := `a`; if len(q) > 3 { x = q; goto end }; x = `b`; end: run(x)",
    "a jump back": "x := `a`; again: run(x); if len(x) < 3 { x = q; goto again }",
    "a jump ahead that another one back crosses": "x := `a`; top: if x == q { goto end }; x = q; goto top; end: run(x)",
    "a function that is ranged over": "for x := range each(q) { run(x) }",
    "the second of what is ranged over": "for _, x := range pairs(q) { run(x) }",
    "a method of the first of several results": "j, n, err := open(q); if err == nil && n > 0 { j.start() }",
    "a channel in several results": "c, d, err := channels(); if err != nil { return }; d <- q; run(<-c); run(<-d)",
    "an error that is looked at too late": "err := check(q); run(q); if err != nil { return }",
}
SAFE = {
    "another item": "all := []string{q, `a`}; run(all[1])",
    "another key": "m := map[string]string{`k`: q, `l`: `a`}; run(m[`l`])",
    "another field": "t := job{line: q, name: `a`}; run(t.name)",
    "a field that is a number": "t := job{count: len(q)}; run(fmt.Sprintf(`a %d`, t.count))",
    "the error beside a value": "_, err := parse(q); run(err.Error())",
    "a hidden variable": "x := `a`; if x := q; x != `` { _ = x }; run(x)",
    "one of some texts": "switch q { case `a`, `b`: run(q) }",
    "an allowed one": "if slices.Contains([]string{`a`, `b`}, q) { run(q) }",
    "a key of a map": "if _, ok := allowed[q]; ok { run(q) }",
    "a checked one": "if err := check(q); err != nil { return }; run(q)",
    "one that a function says is right": "if !isWord(q) { return }; run(q)",
    "what a jump leaves out": "x := q; goto end; run(x); end: _ = x",
    "what a jump back begins anew": "again: x := `a`; run(x); if x = q; len(x) < 3 { goto again }",
    "the other of what is ranged over": "for x := range pairs(q) { run(x) }",
    "a number that is ranged over": "for x := range len(q) { run(fmt.Sprint(x)) }",
    "the other of several results": "a, _, _ := long(q); run(a)",
    "what is behind a panic": "panic(q); run(q)",
}
_REST = """
type job struct { line, name string; count int }
type outer struct { job }
func (j *job) start() { run(j.line) }
var allowed = map[string]bool{"a": true}
func three(x string) (string, string, error) { return "a", x, nil }
func each(x string) func(func(string) bool) {
    return func(yield func(string) bool) {
        if !yield("a") { return }
        yield(x)
    }
}
func pairs(x string) func(func(string, string) bool) {
    return func(yield func(string, string) bool) { yield("a", x) }
}
func open(x string) (*job, int, error) { return &job{line: x}, 1, nil }
func channels() (chan string, chan string, error) { return make(chan string, 1), make(chan string, 1), nil }
func long(x string) (string, string, error) {
    for i := 0; i < 3; i++ { fmt.Println(1); fmt.Println(2); fmt.Println(3); fmt.Println(4); fmt.Println(5) }
    for i := 0; i < 3; i++ { fmt.Println(1); fmt.Println(2); fmt.Println(3); fmt.Println(4); fmt.Println(5) }
    for i := 0; i < 3; i++ { fmt.Println(1); fmt.Println(2); fmt.Println(3); fmt.Println(4); fmt.Println(5) }
    return "a", x, nil
}
func parse(x string) (string, error) {
    if x == "" { return "", errors.New("empty") }
    return strings.TrimSpace(x), nil
}
func same[T any](x T) T { return x }
func check(x string) error {
    if x != "a" && x != "b" { return errors.New("no") }
    return nil
}
func isWord(x string) bool { return x == "a" || x == "b" }
"""


@pytest.mark.parametrize("name", REACHED)
def test_value_arrives_through(name: str) -> None:
    assert reaches(REACHED[name], _REST)


@pytest.mark.parametrize("name", SAFE)
def test_value_does_not_arrive_by(name: str) -> None:
    assert not reaches(SAFE[name], _REST)


PROGRAM = {
    "cmd/shop/main.go": """
        package main
        import (
            "net/http"
            "example.com/shop/internal/store"
        )
        func handler(s store.Finder) http.HandlerFunc {
            return func(w http.ResponseWriter, r *http.Request) {
                s.Find(r.FormValue("q"))
                store.Ask(r.FormValue("q"))
            }
        }
    """,
    "internal/store/finder.go": """
        package store
        type Finder interface { Find(q string) }
        type Shop struct { base }
    """,
    "internal/store/shop.go": """
        package store
        func (s *Shop) Find(q string) { s.ask("SELECT " + q) }
        func Ask(q string) { shared.ask(q) }
        var shared = &base{}
    """,
    "internal/store/base.go": """
        package store
        import "database/sql"
        type base struct { db *sql.DB }
        func (b *base) ask(q string) { b.db.Query(q) }
    """,
    "internal/user/user.go": """
        package user
        import "example.com/shop/internal/store"
        var _ store.Finder
    """,
}


def test_calls_lead_through_files_packages_embedded_types_and_the_one_type_that_has_the_methods() -> None:
    assert flows_of(PROGRAM) == ["internal/store/base.go:5 sql", "internal/store/base.go:5 sql"]


def test_interface_that_two_types_implement_is_followed_to_none() -> None:
    other = {"internal/store/other.go": "package store\ntype Other struct{}\nfunc (o Other) Find(q string) {}"}
    assert flows_of({**PROGRAM, **other}) == ["internal/store/base.go:5 sql"]


def test_package_of_another_module_is_none_of_the_program() -> None:
    text = PROGRAM["cmd/shop/main.go"].replace("example.com/shop/internal/store", "other.org/lib/store")
    assert flows_of({**PROGRAM, "cmd/shop/main.go": text}) == []


NAMED = {
    "go.mod": """
        module example.org/fruit/v2 // the fruit shop

        require example.com/tools v1.2.3

        replace (
            example.com/tools v1.2.3 => ./third/tools
            github.com/our/gin => github.com/gin-gonic/gin v1.9.0
        )
    """,
    "main.go": """
        package main
        import (
            "net/http"
            "example.com/tools/asking"
            "example.org/fruit/v2/store"
            "github.com/our/gin"
            "example.com/elsewhere/store"
        )
        func a(w http.ResponseWriter, r *http.Request) { asking.Ask(r.FormValue("q")) }
        func b(w http.ResponseWriter, r *http.Request) { store.Ask(r.FormValue("q")) }
        func c(c *gin.Context) { asking.Ask(c.Query("q")) }
    """,
    "store/store.go": "package store\nfunc Ask(q string) { db.Query(q) }",
    "third/tools/asking/asking.go": "package asking\nfunc Ask(q string) { db.Exec(q) }",
}


def test_module_file_says_which_packages_are_the_programs_and_what_stands_for_others() -> None:
    mine = {**NAMED, "main.go": NAMED["main.go"].replace('"example.com/elsewhere/store"', "")}
    asked, exact = "third/tools/asking/asking.go:2 sql", "store/store.go:2 sql"
    assert flows_of(mine) == [exact, asked, asked]


def test_module_file_keeps_packages_of_others_apart_that_end_alike() -> None:
    theirs = {**NAMED, "main.go": NAMED["main.go"].replace('"example.org/fruit/v2/store"', "")}
    asked = "third/tools/asking/asking.go:2 sql"
    assert flows_of(theirs) == [asked, asked]


def test_answer_is_a_page_when_it_begins_like_one_or_says_so() -> None:
    text = """
    package main
    import ("fmt"; "net/http")
    func a(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<p>", r.FormValue("q")) }
    func b(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "hello ", r.FormValue("q")) }
    func c(w http.ResponseWriter, r *http.Request) {
        w.Header().Set("Content-Type", "text/html")
        fmt.Fprint(w, "hello ", r.FormValue("q"))
    }
    func d(w http.ResponseWriter, r *http.Request) {
        w.Header().Set("Content-Type", "text/plain")
        fmt.Fprint(w, "<p>", r.FormValue("q"))
    }
    """
    assert flows_of({"main.go": text}) == ["main.go:4 html", "main.go:8 html"]
