"""The vendors' own OpenAPI files, against which the bytes we send are checked. Absent files skip with a reason."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SPECS = Path(__file__).parents[3] / "shared" / "specs"


@cache
def _document(name: str) -> Any:
    path = SPECS / name
    if not path.exists():
        pytest.skip(f"no {name} beside the repository")
    return json.loads(path.read_text("utf-8"))


def check(name: str, schema: str, body: Any) -> None:
    """The body fits a named schema of a vendor's file."""
    document = _document(name)
    known = _open(document["components"]["schemas"])
    jsonschema.validate(body, {"$ref": f"#/components/schemas/{schema}", "components": {"schemas": known}})


def form_schema(name: str, path: str) -> Any:
    """The schema of a form-encoded POST."""
    content = _document(name)["paths"][path]["post"]["requestBody"]["content"]
    return content["application/x-www-form-urlencoded"]["schema"]


def _open(node: Any) -> Any:
    """The file closes the parts of an ``allOf`` against each other (``additionalProperties``): no body could pass."""
    if isinstance(node, dict):
        if "allOf" in node:
            parts = [{k: v for k, v in part.items() if k != "additionalProperties"} for part in node["allOf"]]
            node = {**node, "allOf": parts}
        return {key: _open(value) for key, value in node.items()}
    return [_open(item) for item in node] if isinstance(node, list) else node
