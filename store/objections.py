"""What leads object to, and what somebody of ours answers to it. PURE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.types import Language

# What people object to, by the intent of their message; a plain no is none of them, it is accepted.
OBJECTIONS: Mapping[str, str] = {
    "price_objection": "price",
    "time_objection": "time",
    "trust_objection": "trust",
    "later": "later",
}


@dataclass(frozen=True, slots=True)
class Handler:
    """What a person answers to an objection (one of OBJECTIONS' values). ``register`` "" fits du and Sie."""

    objection: str
    language: Language
    register: str
    text: str
