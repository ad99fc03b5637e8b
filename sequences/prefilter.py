"""The part of a trigger that the database can check, read off the checked condition. Pure.

Only parts that must all hold are used, and a part nobody can translate is left to the condition itself: the filter
may let too many through, never too few.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sequences.condition_nodes import Compare, FieldOf, Logic, Node, Truth, Value
from sequences.conditions import Condition
from store.queries.triggers import Prefilter

_FLAGS = frozenset({"is_customer", "watched_video"})
_WORDS = frozenset({"stage", "tier", "quality", "tone"})
_NUMBERS = frozenset({"satisfaction_score", "score", "lifetime_value"})
_COLUMN = {"sentiment": "quality"}


def prefilter(condition: Condition, now: datetime) -> Prefilter:
    """What any lead that meets ``condition`` at ``now`` surely has in its row."""
    found = Prefilter()
    for part in _parts(condition.root):
        found = _add(found, part, now)
    return found


def _parts(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Logic) and node.word == "all":
        return tuple(inner for part in node.parts for inner in _parts(part))
    return (node,)


def _add(found: Prefilter, part: Node, now: datetime) -> Prefilter:
    if isinstance(part, Truth) and isinstance(part.operand, FieldOf):
        return _flag(found, part.operand.name, True)
    if isinstance(part, Logic) and part.word == "not":
        inner = part.parts[0]
        if isinstance(inner, Truth) and isinstance(inner.operand, FieldOf):
            return _flag(found, inner.operand.name, False)
        return found
    if isinstance(part, Compare) and isinstance(part.left, FieldOf) and isinstance(part.right, Value):
        return _compare(found, part.left.name, part.sign, part.right, now)
    return found


def _flag(found: Prefilter, name: str, value: bool) -> Prefilter:
    column = _column(name)
    if column in _FLAGS:
        return Prefilter(found.silent_before, {**found.same, column: value}, found.at_least)
    return found


def _compare(found: Prefilter, name: str, sign: str, right: Value, now: datetime) -> Prefilter:
    silence = _silence(name, sign, right)
    if silence is not None:
        before = now - silence
        earliest = before if found.silent_before is None else min(before, found.silent_before)
        return Prefilter(earliest, found.same, found.at_least)
    column = _column(name)
    if column in _WORDS and sign == "==" and isinstance(right.content, str):
        return Prefilter(found.silent_before, {**found.same, column: right.content}, found.at_least)
    if column in _NUMBERS and sign in (">", ">=") and isinstance(right.content, (int, float)):
        least = max(float(right.content), found.at_least.get(column, float(right.content)))
        return Prefilter(found.silent_before, found.same, {**found.at_least, column: least})
    return found


def _silence(name: str, sign: str, right: Value) -> timedelta | None:
    """How long a lead must have been silent at least for a comparison to hold; None when it says nothing of it."""
    if sign not in (">", ">="):
        return None
    if name == "no_response_days" and isinstance(right.content, (int, float)) and right.content >= 1:
        return timedelta(days=float(right.content))
    if name == "no_response_since" and isinstance(right.content, timedelta):
        return right.content
    return None


def _column(name: str) -> str:
    plain = name.removeprefix("lead.") if name.startswith("lead.") else ""
    return _COLUMN.get(plain, plain)
