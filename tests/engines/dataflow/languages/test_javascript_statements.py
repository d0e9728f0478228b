"""JavaScript's statements, and what TypeScript adds."""

from tests.engines.dataflow.languages.shown import show

from xcodereviewer.engines.dataflow.languages.javascript import lower_javascript


def lowered(source: str) -> str:
    return show(lower_javascript(source, "javascript"))


def lowered_as_typescript(source: str) -> str:
    return show(lower_javascript(source, "typescript"))


def test_loops_keep_their_labels_and_updates() -> None:
    source = """
outer: for (let i = 0, n = 9; i < n; i++) { if (a) continue outer; else if (b) break; else c(); }
for (const [k, v = 1] of pairs) use(k, v);
for (name in object) ;
do { x-- } while (x);
"""
    expected = """
i = 0
n = 9
outer: while (i < n):
    if a:
        continue outer
    else:
        if b:
            break
        else:
            c()
update:
    i = (i + 1)
for [k, v] of pairs:
    v = (v ?? 1)
    use(k, v)
for name in object:
do x:
    x = (x - 1)
"""
    assert lowered(source) == expected.strip()


def test_a_labelled_block_is_a_loop_that_runs_once() -> None:
    source = """
done: { if (a) break done; b(); }
"""
    expected = """
done: do False:
    if a:
        break done
    b()
"""
    assert lowered(source) == expected.strip()


def test_cases_compare_with_literals_or_under_a_condition() -> None:
    source = """
switch (kind) { case "a": case B.c: one(); break; default: two(); }
switch (true) { case x > 1: three(); }
"""
    expected = """
switch kind:
case 'a':
case  when (kind === B.c):
    one()
    break
case :
    two()
switch True:
case  when (x > 1):
    three()
"""
    assert lowered(source) == expected.strip()


def test_exceptions_are_taken_apart() -> None:
    source = """
try { risky(); } catch ({ message }) { log(message); } finally { close(); }
try { throw new Error("x"); } catch { }
"""
    expected = """
try:
    risky()
except { message }:
    {'message': message} = { message }
    log(message)
finally:
    close()
try:
    raise new Error('x')
except :
"""
    assert lowered(source) == expected.strip()


def test_directives_but_the_strict_one_are_kept() -> None:
    source = """
"use strict";
"use server";
"""
    expected = """
'use server'
"""
    assert lowered(source) == expected.strip()


def test_variables_are_there_before_they_have_a_value() -> None:
    source = """
function f() { var a = 1; var a; var b; }
"""
    expected = """
function f():
    a = 1
    b = None
"""
    assert lowered(source) == expected.strip()


def test_declared_types_keep_the_names_of_classes() -> None:
    source = """
import type { Db } from "./db";
let y: Db, z: string, all: Map<string, Db>;
function on(this: Window, x: Promise<Db>, cb: () => void = noop, u?: Ns.User | null): asserts x is any { }
"""
    expected = """
function on(x: Db, cb = noop, u: Ns.User):
import './db' Db as Db
y: Db
z = None
all: Map
"""
    assert lowered_as_typescript(source) == expected.strip()


def test_types_that_extend_others_are_classes_and_all_others_are_gone() -> None:
    source = """
interface Authed extends Request { user: string }
interface Plain { a: string }
type Ctx = Request & { id: string };
type Id = string;
declare const VERSION: string;
"""
    expected = """
class Authed(Request):
class Ctx(Request):
"""
    assert lowered_as_typescript(source) == expected.strip()


def test_enumerations_and_namespaces_are_records() -> None:
    source = """
enum Kind { A, B = 5, C, "d-e" = "x" }
namespace Shapes.Round { export const r = 1; const hidden = 2; }
"""
    expected = """
Kind = {'A': 0, 'B': 5, 'C': 6, 'd-e': 'x'}
Shapes = {'Round': <function <namespace>(): r = 1; hidden = 2; return {'r': r}>()}
"""
    assert lowered_as_typescript(source) == expected.strip()


def test_decorators_parameters_that_are_fields_and_overloads() -> None:
    source = """
@Injectable()
export abstract class Users extends Repo<User> implements Api {
  @Column({ select: false }) password: string;
  private db: Db;
  constructor(private readonly http: Client, public name: string, plain: Db) { super(); }
  @Get(":id") async find(@Param("id") id: string, @Body() dto?: Dto): Promise<User[]> {
    return <any>this.db!.get(id as string);
  }
  abstract later(): void;
  over(a: string): void;
  over(a: any) { return a satisfies string; }
}
"""
    expected = """
exports = {}
@Injectable() class Users(Repo):
    function constructor(this, http: Client, name, plain: Db):
        this.http = http
        this.name = name
        super().constructor()
    Column({'select': False})
    db: Db
    @Get(':id') async function find(this, @Param('id') id, @Body() dto: Dto):
        return this.db.get(id)
    function over(this, a):
        return a
exports.Users = Users
"""
    assert lowered_as_typescript(source) == expected.strip()


def test_typescripts_own_imports_and_exports() -> None:
    source = """
import fs = require("fs");
import Q = Ns.Inner;
export = Q;
"""
    expected = """
exports = {}
import 'fs' . as fs
Q = Ns.Inner
exports = Q
"""
    assert lowered_as_typescript(source) == expected.strip()
