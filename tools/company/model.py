"""The facts of a company and what one look at its pages gave. PURE."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = ("name", "industry", "employees", "address", "person", "phone", "email", "description")
MANY = {"person": 8, "phone": 4, "email": 6}


@dataclass(frozen=True, slots=True)
class CompanyFact:
    """One thing a page says. ``source`` is the page's address; ``role`` belongs to a person."""

    kind: str
    value: str
    source: str
    role: str = ""

    def plain(self) -> dict[str, str]:
        return {"kind": self.kind, "value": self.value, "source": self.source} | (
            {"role": self.role} if self.role else {}
        )


@dataclass(frozen=True, slots=True)
class Company:
    """What is known of one company; ``pages`` are the addresses that were read."""

    domain: str
    facts: tuple[CompanyFact, ...]
    pages: tuple[str, ...]

    def first(self, kind: str) -> str:
        return next((fact.value for fact in self.facts if fact.kind == kind), "")

    def all(self, kind: str) -> tuple[CompanyFact, ...]:
        return tuple(fact for fact in self.facts if fact.kind == kind)


def stored(plain: Iterable[Mapping[str, Any]]) -> tuple[CompanyFact, ...]:
    """Facts read back from a row."""
    return tuple(
        CompanyFact(str(one["kind"]), str(one["value"]), str(one["source"]), str(one.get("role", ""))) for one in plain
    )


def merged(facts: Iterable[CompanyFact]) -> tuple[CompanyFact, ...]:
    """Each fact once, the earlier source first, as many of a kind as anybody reads."""
    kept: dict[tuple[str, str], CompanyFact] = {}
    count: dict[str, int] = {}
    for fact in facts:
        key = (fact.kind, fact.value.casefold() if fact.kind in ("email", "person") else fact.value)
        if key in kept:
            if fact.role and not kept[key].role:
                kept[key] = fact
            continue
        if fact.value and count.get(fact.kind, 0) < MANY.get(fact.kind, 1):
            kept[key] = fact
            count[fact.kind] = count.get(fact.kind, 0) + 1
    return tuple(sorted(kept.values(), key=lambda fact: KINDS.index(fact.kind)))
