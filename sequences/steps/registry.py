"""The visible list of action kinds: the YAML's word is the file's name."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from sequences.steps.base import Kind

NAMES = (
    "send_message",
    "create_reminder",
    "schedule_call",
    "wait",
    "move_to_nurture",
    "archive_lead",
    "end_sequence",
)


@cache
def get(name: str) -> Kind:
    """The kind of a name. Raises KeyError for an unknown one."""
    if name not in NAMES:
        raise KeyError(name)
    found = import_module(f"sequences.steps.{name}").KIND
    if not isinstance(found, Kind):
        raise TypeError(f"sequences/steps/{name}.py has no KIND")
    return found
