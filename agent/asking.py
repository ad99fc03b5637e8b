"""How a model is asked and how its data is read: messages, strict schemas, lenient JSON, hard validation. PURE."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from jsonschema import Draft202012Validator
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from agent.faults import BadAnswer

# What every vendor's strict mode takes; lengths and patterns are checked by us afterwards.
_KEPT = ("type", "description", "enum", "const", "anyOf", "$ref", "$defs")
_FENCE = re.compile(r"\A```(?:json)?\s*(.*?)\s*```\Z", re.DOTALL)


def messages(system: str, text: str, history: Sequence[tuple[str, str]] = ()) -> list[BaseMessage]:
    """``history`` is (in / out, words), oldest first; it begins with what came in, as some vendors demand."""
    found: list[BaseMessage] = [SystemMessage(system)]
    for direction, words in history:
        if direction == "in":
            found.append(HumanMessage(words))
        elif len(found) > 1:
            found.append(AIMessage(words))
    return [*found, HumanMessage(text)]


def response_format(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The request for JSON that obeys a schema, as OpenAI's wire words it (others are translated by their client)."""
    return {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": strict(schema)}}


def strict(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema in the form strict modes demand: closed objects, every field required, optional ones may be null."""
    made: dict[str, Any] = {key: schema[key] for key in _KEPT if key in schema}
    if "anyOf" in made:
        made["anyOf"] = [strict(part) for part in made["anyOf"]]
    if "$defs" in made:
        made["$defs"] = {name: strict(part) for name, part in made["$defs"].items()}
    if isinstance(schema.get("items"), Mapping):
        made["items"] = strict(schema["items"])
    if "properties" in schema:
        required = schema.get("required", ())
        made["properties"] = {
            name: strict(part) if name in required else _nullable(strict(part))
            for name, part in schema["properties"].items()
        }
        made["required"] = list(schema["properties"])
        made["additionalProperties"] = False
    return made


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}


def data_of(message: AIMessage, schema: Mapping[str, Any]) -> dict[str, Any]:
    """The object a message holds. Raises BadAnswer (worth one more try) when it is none or breaks the schema."""
    found: Any
    if message.tool_calls:
        found = message.tool_calls[0]["args"]
    else:
        text = str(message.text).strip()
        fenced = _FENCE.match(text)
        try:
            found = json.loads(fenced[1] if fenced else text)
        except ValueError:
            raise BadAnswer("schema", again=True) from None
    found = _without_nulls(found, schema)
    if not isinstance(found, dict) or not Draft202012Validator(schema).is_valid(found):
        raise BadAnswer("schema", again=True)
    return found


def _without_nulls(value: Any, schema: Mapping[str, Any]) -> Any:
    """A null in an optional field says that there is none."""
    if isinstance(value, list):
        return [_without_nulls(item, schema.get("items", {})) for item in value]
    if not isinstance(value, dict):
        return value
    parts, required = schema.get("properties", {}), schema.get("required", ())
    return {
        name: _without_nulls(item, parts.get(name, {}))
        for name, item in value.items()
        if item is not None or name in required
    }
