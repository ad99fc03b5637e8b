"""Prompts as package data; a name is a file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from store.types import Language


@cache
def system(name: str, language: Language) -> str:
    """The text of ``system/<name>.<language>.md``."""
    return (files("agent.prompts") / "system" / f"{name}.{language}.md").read_text(encoding="utf-8").strip()
