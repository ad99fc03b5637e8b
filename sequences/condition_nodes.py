"""What a checked condition is made of: known fields, literals, comparisons, and how each is evaluated.

Fields and their kinds are read from ``LeadFacts`` itself, so a new fact of a lead can be asked for at once. Words are
compared without regard to case. Evaluation is total: it never raises, whatever a row holds.
"""

from __future__ import annotations

import operator
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any, Literal

from store.types import LeadFacts

Kind = Literal["truth", "number", "text", "list", "duration", "none"]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a condition may read, as of one moment.

    ``no_response_since``: age of our last unanswered message, None when nothing of ours is unanswered (never written
    to, or the lead wrote last); ``no_response_days``: the same in whole days, 0 for None. ``lead_response_positive``:
    the latest reply was positive. ``step`` counts from 1, ``attempts`` are messages sent in this enrolment and
    ``previous_template`` is the last of them; these three are filled by ``decide``.
    """

    lead: LeadFacts
    lead_response_positive: bool = False
    no_response_since: timedelta | None = None
    no_response_days: int = 0
    previous_template: str | None = None
    step: int = 0
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class FieldKind:
    """What a field holds; ``options`` when only some words make sense (hot, warm, cold)."""

    kind: Kind
    options: frozenset[str] = frozenset()


_PLAIN: Mapping[Any, Kind] = {
    bool: "truth",
    int: "number",
    float: "number",
    str: "text",
    timedelta: "duration",
}


def _field_kind(hint: Any) -> FieldKind | None:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        return _field_kind(inner[0]) if len(inner) == 1 else None
    if origin is Literal:
        return FieldKind("text", frozenset(str(option) for option in typing.get_args(hint)))
    if origin is tuple:
        return FieldKind("list")
    return FieldKind(_PLAIN[hint]) if hint in _PLAIN else None


def _known_fields() -> dict[str, FieldKind]:
    hints = typing.get_type_hints(LeadFacts)
    found = {f"lead.{field.name}": _field_kind(hints[field.name]) for field in fields(LeadFacts)}
    for name, member in vars(LeadFacts).items():
        if isinstance(member, property) and member.fget is not None:
            found[f"lead.{name}"] = _field_kind(typing.get_type_hints(member.fget).get("return"))
    own = typing.get_type_hints(Facts)
    found |= {name: _field_kind(own[name]) for name in own if name not in ("lead", "lead_response_positive")}
    found["lead.response_positive"] = FieldKind("truth")
    return {name: kind for name, kind in found.items() if kind is not None}


FIELDS: Mapping[str, FieldKind] = types.MappingProxyType(_known_fields())


@dataclass(frozen=True, slots=True)
class FieldOf:
    name: str

    @property
    def kind(self) -> Kind:
        return FIELDS[self.name].kind

    def value(self, facts: Facts) -> Any:
        if self.name == "lead.response_positive":
            return facts.lead_response_positive
        head, _, tail = self.name.rpartition(".")
        return folded(getattr(facts.lead if head else facts, tail))


@dataclass(frozen=True, slots=True)
class Value:
    kind: Kind
    content: Any

    def value(self, facts: Facts) -> Any:
        return self.content


@dataclass(frozen=True, slots=True)
class Several:
    """A list written in the condition; ``items`` is the kind of every member."""

    items: Kind
    content: tuple[Any, ...]
    kind: Kind = "list"

    def value(self, facts: Facts) -> Any:
        return self.content


Operand = FieldOf | Value | Several


@dataclass(frozen=True, slots=True)
class Logic:
    """All or any of its parts, or the opposite of its only one."""

    word: Literal["all", "any", "not"]
    parts: tuple[Node, ...]

    def true(self, facts: Facts) -> bool:
        if self.word == "not":
            return not self.parts[0].true(facts)
        return (all if self.word == "all" else any)(part.true(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Truth:
    """An operand's own truth: yes, not zero, not empty."""

    operand: Operand

    def true(self, facts: Facts) -> bool:
        return bool(self.operand.value(facts))


@dataclass(frozen=True, slots=True)
class Compare:
    left: Operand
    sign: str
    right: Operand

    def true(self, facts: Facts) -> bool:
        left, right = self.left.value(facts), self.right.value(facts)
        if self.sign in ("==", "!="):
            return bool((left == right) is (self.sign == "=="))
        if self.sign in ("in", "not in"):
            return _contains(right, left) is (self.sign == "in")
        try:
            return bool(ORDER[self.sign](left, right))
        except TypeError:  # an empty fact, or a row that holds another kind than its type says
            return False


Node = Logic | Truth | Compare

ORDER: Mapping[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def folded(value: Any) -> Any:
    """Words without regard to case; everything else as it is."""
    if isinstance(value, str):
        return value.casefold()
    if isinstance(value, (tuple, list)):
        return tuple(folded(item) for item in value)
    return value


def _contains(whole: Any, part: Any) -> bool:
    if isinstance(whole, str):
        return isinstance(part, str) and part in whole
    return isinstance(whole, tuple) and part in whole
