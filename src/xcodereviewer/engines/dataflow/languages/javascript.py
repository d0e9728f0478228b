"""JavaScript and TypeScript, with or without JSX, lowered; all are one language to those who read the IR.

What a module exports is what stands in its variable `exports` when its body has run, whichever kind of module it is:
`module.exports = x` and `export = x` assign that variable; `exports.a = x`, `export const a = x`, `export {x as a}`
assign its member `a`, and `export default x` its member `default`. A module that exports anything begins with
`exports = {}`. So `Import(module, member, name)` with `module` as it is written ("./db", "express"; "node:" is dropped,
`level` is always 0) means, with `E` what `module` exports:

- `member` empty (`require`, `import * as`, `import "…"`): `name` is `E`;
- `member` is `default`: `name` is `E.default` if there is one, otherwise `E` (as bundlers and TypeScript have it);
- any other `member`: `name` is `E.member`;
- `member` is `*` (`export * from`): each member of `E`, but `default`, becomes one of this module's `exports`.

A library `L` exports `Library(L)`, and that is its `default` too. A `require("x")` inside an expression is imported
before the statement, as a variable that is called `require("x")`.

`this` is a variable: the first parameter of a method of a class, and for any other function that reads it and is no
arrow a parameter of the kind `=`, which whoever calls a member of an object gives by its name. What a class of the
program inherits is called as `super().method(…)`, and its constructor as `super().constructor(…)`.
"""

import tree_sitter_javascript
import tree_sitter_typescript
from tree_sitter import Language as Grammar

from xcodereviewer.domain.language import Language
from xcodereviewer.engines.dataflow.ir import Assign, Module, Name, Record
from xcodereviewer.engines.dataflow.languages.javascript_expressions import EXPRESSIONS
from xcodereviewer.engines.dataflow.languages.javascript_lowering import Lowering
from xcodereviewer.engines.dataflow.languages.javascript_statements import STATEMENTS
from xcodereviewer.engines.dataflow.languages.table import Source

__all__ = ["lower_javascript"]

_TSX = Grammar(tree_sitter_typescript.language_tsx())
_GRAMMARS = {
    Language.JAVASCRIPT: Grammar(tree_sitter_javascript.language()),
    Language.TYPESCRIPT: Grammar(tree_sitter_typescript.language_typescript()),
    Language.TSX: _TSX,
}


def lower_javascript(text: str, language: str) -> Module:
    """Lower one file of JavaScript, TypeScript or TSX."""
    source = Source(text, _GRAMMARS[Language(language)])
    module = _lower(source)
    if module.gaps and language == Language.JAVASCRIPT:
        # Types of Flow, most of which are written as those of TypeScript.
        module = min(module, _lower(Source(text, _TSX)), key=lambda one: len(one.gaps))
    return module


def _lower(source: Source) -> Module:
    lowering = Lowering(source, EXPRESSIONS, STATEMENTS)
    root = source.tree.root_node
    body = lowering.block(root.children)
    if lowering.has_exports:
        start = source.at(root)
        body = (Assign(start, Name(start, "exports"), Record(start, ())), *body)
    return Module("javascript", body, tuple(sorted(set(lowering.gaps))))
