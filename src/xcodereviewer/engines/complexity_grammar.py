"""Which kinds of syntax count towards the complexity of a function, language by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from xcodereviewer.domain.language import Language

__all__ = ["SHAPES", "Role", "Shape"]


class Role(Enum):
    """What a piece of syntax does to the flow of its function."""

    FUNCTION = auto()  # measured on its own
    CLOSURE = auto()  # part of the function around it, one level deeper
    PARAMETERS = auto()
    IF = auto()
    ELIF = auto()
    ELSE = auto()
    LOOP = auto()
    SWITCH = auto()
    CASE = auto()
    TRY = auto()
    CATCH = auto()
    TERNARY = auto()
    GUARD = auto()  # a condition on something that is counted elsewhere: a comprehension, a case, a `when`
    BOOLEAN = auto()  # one application of "and" or "or"
    JUMP = auto()  # to a label


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A language's kinds of syntax with their roles, and the ast-grep rule that finds them all."""

    roles: Mapping[str, Role]
    rule: Mapping[str, object]
    joins_else_if: bool = True  # `else if` is an `else` with an `if` in it, not a word of its own
    receiver_kind: str = ""  # functions of this kind have a list of parameters before their own


def _shape(
    kinds: Mapping[Role, str],
    *,
    special: Mapping[str, tuple[Role, dict[str, object]]] | None = None,
    joins_else_if: bool = True,
    receiver_kind: str = "",
) -> Shape:
    """Build a shape from kinds by role; `special` are kinds that count only where a rule says so."""
    roles = {kind: role for role, names in kinds.items() for kind in names.split()}
    rules: list[dict[str, object]] = [{"kind": kind} for kind in roles]
    for kind, (role, rule) in (special or {}).items():
        roles[kind] = role
        rules.append(rule)
    return Shape(
        roles=MappingProxyType(roles),
        rule={"any": rules},
        joins_else_if=joins_else_if,
        receiver_kind=receiver_kind,
    )


def _boolean(kind: str) -> tuple[Role, dict[str, object]]:
    return Role.BOOLEAN, {"kind": kind, "has": {"regex": r"^(&&|\|\||and|or)$"}}


def _else_inside(*kinds: str, kind: str = "") -> tuple[Role, dict[str, object]]:
    what: dict[str, object] = {"kind": kind} if kind else {"regex": "^else$"}
    return Role.ELSE, what | {"inside": {"any": [{"kind": outer} for outer in kinds]}}


_PYTHON = _shape(
    {
        Role.FUNCTION: "function_definition",
        Role.CLOSURE: "lambda",
        Role.PARAMETERS: "parameters",
        Role.IF: "if_statement",
        Role.ELIF: "elif_clause",
        Role.LOOP: "for_statement while_statement",
        Role.SWITCH: "match_statement",
        Role.CASE: "case_clause",
        Role.TRY: "try_statement",
        Role.CATCH: "except_clause",
        Role.TERNARY: "conditional_expression",
        Role.GUARD: "if_clause for_in_clause",
        Role.BOOLEAN: "boolean_operator",
    },
    special={"else_clause": _else_inside("if_statement", kind="else_clause")},
    joins_else_if=False,
)

_JAVASCRIPT = _shape(
    {
        Role.FUNCTION: "function_declaration generator_function_declaration function_expression generator_function"
        " arrow_function method_definition",
        Role.PARAMETERS: "formal_parameters",
        Role.IF: "if_statement",
        Role.ELSE: "else_clause",
        Role.LOOP: "for_statement for_in_statement while_statement do_statement",
        Role.SWITCH: "switch_statement",
        Role.CASE: "switch_case",
        Role.TRY: "try_statement",
        Role.CATCH: "catch_clause",
        Role.TERNARY: "ternary_expression",
    },
    special={
        "binary_expression": _boolean("binary_expression"),
        "break_statement": (Role.JUMP, {"kind": "break_statement", "has": {"kind": "statement_identifier"}}),
        "continue_statement": (Role.JUMP, {"kind": "continue_statement", "has": {"kind": "statement_identifier"}}),
    },
)

_JAVA = _shape(
    {
        Role.FUNCTION: "method_declaration constructor_declaration compact_constructor_declaration",
        Role.CLOSURE: "lambda_expression",
        Role.PARAMETERS: "formal_parameters",
        Role.IF: "if_statement",
        Role.LOOP: "for_statement enhanced_for_statement while_statement do_statement",
        Role.SWITCH: "switch_expression",
        Role.CASE: "switch_label",
        Role.TRY: "try_statement try_with_resources_statement",
        Role.CATCH: "catch_clause",
        Role.TERNARY: "ternary_expression",
    },
    special={
        "binary_expression": _boolean("binary_expression"),
        "break_statement": (Role.JUMP, {"kind": "break_statement", "has": {"kind": "identifier"}}),
        "continue_statement": (Role.JUMP, {"kind": "continue_statement", "has": {"kind": "identifier"}}),
        "else": _else_inside("if_statement"),
    },
)

_KOTLIN = _shape(
    {
        Role.FUNCTION: "function_declaration secondary_constructor anonymous_function getter setter",
        Role.CLOSURE: "lambda_literal",
        Role.PARAMETERS: "function_value_parameters",
        Role.IF: "if_expression",
        Role.LOOP: "for_statement while_statement do_while_statement",
        Role.SWITCH: "when_expression",
        Role.CASE: "when_entry",
        Role.TRY: "try_expression",
        Role.CATCH: "catch_block",
        Role.BOOLEAN: "conjunction_expression disjunction_expression",
    },
    special={"else": _else_inside("if_expression")},
)

_GO = _shape(
    {
        Role.FUNCTION: "function_declaration method_declaration func_literal",
        Role.PARAMETERS: "parameter_list",
        Role.IF: "if_statement",
        Role.LOOP: "for_statement",
        Role.SWITCH: "expression_switch_statement type_switch_statement select_statement",
        Role.CASE: "expression_case type_case communication_case",
        Role.JUMP: "goto_statement",
    },
    special={
        "binary_expression": _boolean("binary_expression"),
        "break_statement": (Role.JUMP, {"kind": "break_statement", "has": {"kind": "label_name"}}),
        "continue_statement": (Role.JUMP, {"kind": "continue_statement", "has": {"kind": "label_name"}}),
        "else": _else_inside("if_statement"),
    },
    receiver_kind="method_declaration",
)

_RUST = _shape(
    {
        Role.FUNCTION: "function_item",
        Role.CLOSURE: "closure_expression",
        Role.PARAMETERS: "parameters",
        Role.IF: "if_expression",
        Role.ELSE: "else_clause",
        Role.LOOP: "for_expression while_expression loop_expression",
        Role.SWITCH: "match_expression",
        Role.CASE: "match_arm",
    },
    special={
        "binary_expression": _boolean("binary_expression"),
        "break_expression": (Role.JUMP, {"kind": "break_expression", "has": {"kind": "label"}}),
        "continue_expression": (Role.JUMP, {"kind": "continue_expression", "has": {"kind": "label"}}),
    },
)

_PHP = _shape(
    {
        Role.FUNCTION: "function_definition method_declaration anonymous_function",
        Role.CLOSURE: "arrow_function",
        Role.PARAMETERS: "formal_parameters",
        Role.IF: "if_statement",
        Role.ELIF: "else_if_clause",
        Role.ELSE: "else_clause",
        Role.LOOP: "for_statement foreach_statement while_statement do_statement",
        Role.SWITCH: "switch_statement match_expression",
        Role.CASE: "case_statement match_conditional_expression",
        Role.TRY: "try_statement",
        Role.CATCH: "catch_clause",
        Role.TERNARY: "conditional_expression",
        Role.JUMP: "goto_statement",
    },
    special={"binary_expression": _boolean("binary_expression")},
)

_RUBY = _shape(
    {
        Role.FUNCTION: "method singleton_method",
        Role.CLOSURE: "lambda block do_block",
        Role.PARAMETERS: "method_parameters",
        Role.IF: "if unless if_modifier unless_modifier",
        Role.ELIF: "elsif",
        Role.LOOP: "while until for while_modifier until_modifier",
        Role.SWITCH: "case case_match",
        Role.CASE: "when in_clause",
        Role.TRY: "begin",
        Role.CATCH: "rescue rescue_modifier",
        Role.TERNARY: "conditional",
        Role.GUARD: "if_guard unless_guard",
    },
    special={"binary": _boolean("binary"), "else": _else_inside("if", "unless", "elsif", kind="else")},
    joins_else_if=False,
)

_CSHARP = _shape(
    {
        Role.FUNCTION: "method_declaration constructor_declaration destructor_declaration operator_declaration"
        " local_function_statement accessor_declaration anonymous_method_expression",
        Role.CLOSURE: "lambda_expression",
        Role.PARAMETERS: "parameter_list",
        Role.IF: "if_statement",
        Role.LOOP: "for_statement foreach_statement while_statement do_statement",
        Role.SWITCH: "switch_statement switch_expression",
        Role.CASE: "switch_section switch_expression_arm",
        Role.TRY: "try_statement",
        Role.CATCH: "catch_clause",
        Role.TERNARY: "conditional_expression",
        Role.GUARD: "when_clause catch_filter_clause",
        Role.JUMP: "goto_statement",
    },
    special={"binary_expression": _boolean("binary_expression"), "else": _else_inside("if_statement")},
)

_C_KINDS = {
    Role.PARAMETERS: "parameter_list",
    Role.IF: "if_statement",
    Role.ELSE: "else_clause",
    Role.LOOP: "for_statement while_statement do_statement",
    Role.SWITCH: "switch_statement",
    Role.CASE: "case_statement",
    Role.TERNARY: "conditional_expression",
    Role.JUMP: "goto_statement",
}
_C_SPECIAL: Mapping[str, tuple[Role, dict[str, object]]] = {
    "binary_expression": _boolean("binary_expression"),
    # Macros that the grammar does not know make "functions" of namespaces and enumerations: those have a bare name.
    "function_definition": (
        Role.FUNCTION,
        {"kind": "function_definition", "not": {"has": {"field": "declarator", "regex": r"^[\w:]+$"}}},
    ),
}
_C = _shape(_C_KINDS, special=_C_SPECIAL)
_CPP = _shape(
    _C_KINDS
    | {
        Role.CLOSURE: "lambda_expression",
        Role.LOOP: "for_statement for_range_loop while_statement do_statement",
        Role.TRY: "try_statement",
        Role.CATCH: "catch_clause",
    },
    special=_C_SPECIAL,
)

_SHELL = _shape(
    {
        Role.FUNCTION: "function_definition",
        Role.IF: "if_statement",
        Role.ELIF: "elif_clause",
        Role.ELSE: "else_clause",
        Role.LOOP: "for_statement c_style_for_statement while_statement",
        Role.SWITCH: "case_statement",
        Role.CASE: "case_item",
        Role.TERNARY: "ternary_expression",
    },
    special={"binary_expression": _boolean("binary_expression"), "list": _boolean("list")},
    joins_else_if=False,
)

SHAPES: Mapping[Language, Shape] = MappingProxyType(
    {
        Language.PYTHON: _PYTHON,
        Language.JAVASCRIPT: _JAVASCRIPT,
        Language.TYPESCRIPT: _JAVASCRIPT,
        Language.TSX: _JAVASCRIPT,
        Language.JAVA: _JAVA,
        Language.KOTLIN: _KOTLIN,
        Language.GO: _GO,
        Language.RUST: _RUST,
        Language.PHP: _PHP,
        Language.RUBY: _RUBY,
        Language.CSHARP: _CSHARP,
        Language.C: _C,
        Language.CPP: _CPP,
        Language.SHELL: _SHELL,
    }
)
