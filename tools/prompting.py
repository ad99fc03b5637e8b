"""Prompts with their inputs: defaults, checks, and filling in one pass. PURE."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

_SLOT = re.compile(r"\{\{(\w+)\}\}")


def with_defaults(schema: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs with the schema's defaults in the place of those left out."""
    parts: Mapping[str, Mapping[str, Any]] = schema.get("properties", {})
    return {**{name: part["default"] for name, part in parts.items() if "default" in part}, **given}


def problems(schema: Mapping[str, Any], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What does not fit the schema, as places: ``[{loc, msg, type}]``; empty when everything fits."""
    found = sorted(Draft202012Validator(schema).iter_errors(dict(values)), key=lambda error: list(error.path))
    return [
        {"loc": ["input_values", *error.path], "msg": _short(error.message), "type": str(error.validator)}
        for error in found
    ]


def _short(message: str) -> str:
    return message if len(message) <= 200 else message[:199] + "…"


def fill(template: str, values: Mapping[str, Any]) -> str:
    """Every ``{{name}}`` by its value, once: what stands in a value is never filled again (SAFETY wall 9)."""
    return _SLOT.sub(lambda match: str(values.get(match[1], match[0])), template)
