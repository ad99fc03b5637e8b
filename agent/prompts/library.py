"""The shipped prompt library as rows: ``library.yaml`` read once at the start; counts and ratings of a row stay."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from store.db import Work
from store.models import Prompt
from store.queries import prompts

LANGUAGES = ("de", "en")


@cache
def shipped() -> tuple[dict[str, Any], ...]:
    """The columns of every shipped prompt, in each language."""
    text = (files("agent.prompts") / "library.yaml").read_text(encoding="utf-8")
    library = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    return tuple(_columns(entry, library["inputs"], language) for entry in library["prompts"] for language in LANGUAGES)


def _columns(entry: Mapping[str, Any], inputs: Mapping[str, Any], language: str) -> dict[str, Any]:
    words = entry[language]
    found = {
        "key": entry["key"],
        "language": language,
        "name": words["name"],
        "category": entry["category"],
        "description": words["description"],
        "prompt_template": words["prompt"].strip(),
        "sample": words["sample"].strip(),
        "input_schema": _schema({name: inputs[name] for name in entry["uses"]}, language),
    }
    digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()
    return {**found, "digest": digest}


def _schema(inputs: Mapping[str, Any], language: str) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name, told in inputs.items():
        properties[name] = {"type": "string", "title": told[language], "minLength": 1, "maxLength": told["most"]}
        if "default" in told:
            properties[name]["default"] = told["default"][language]
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name, told in inputs.items() if "default" not in told],
        "additionalProperties": False,
    }


async def install(work: Work) -> None:
    """Brings the library into rows; safe to repeat."""
    known = {(row.key, row.language): row for row in await prompts.shipped(work.scope())}
    for columns in shipped():
        row = known.get((columns["key"], columns["language"]))
        if row is None:
            work.session.add(Prompt(team_id=None, usage_count=0, ratings=0, success_rate=None, **columns))
        elif row.digest != columns["digest"]:
            for name, value in columns.items():
                setattr(row, name, value)
