"""Prompts as package data; a name is a file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def system(name: str) -> str:
    """The text of ``system/<name>.md``."""
    return (files("agent.prompts") / "system" / f"{name}.md").read_text(encoding="utf-8").strip()
