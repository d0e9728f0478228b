"""Examples of what the API takes and gives, made from its schemas."""

from collections.abc import Mapping
from typing import Any

__all__ = ["example_of"]

_REF = "#/components/schemas/"
_OF_FORMATS: Mapping[str, str] = {
    "uuid": "0199d3c0-1f2e-7000-8000-3f6b2a9c4d10",
    "date-time": "2026-05-18T09:30:00Z",
    "date": "2026-05-18",
    "email": "ada@example.com",
    "uri": "https://example.com/",
}


def example_of(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Any:
    """Return a value that the schema takes: its own example where it has one, its default, or a plain one of its type.

    Args:
        schema: A schema as pydantic writes it.
        schemas: The ones that it may refer to, by name.
    """
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].removeprefix(_REF)], schemas)
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][0]
    for key in ("example", "const", "default"):
        if key in schema:
            return schema[key]
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            return example_of(schema[key][0], schemas)
    return _of_type(schema, schemas)


def _of_type(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Any:
    match schema.get("type"):
        case "object":
            return {name: example_of(one, schemas) for name, one in schema.get("properties", {}).items()}
        case "array":
            return [example_of(schema["items"], schemas)] if "items" in schema else []
        case "string":
            return _OF_FORMATS.get(schema.get("format", ""), "text")
        case "integer" | "number":
            return max(1, schema.get("minimum", 1))
        case "boolean":
            return True
        case _:
            return None
