"""What is asked of a language model and what it answers: the values of the ``Think`` port. PURE."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a language model is asked for and on whose account. ``zone`` tells when that person's day begins.

    ``task``: chat (a rep's turn), analysis, draft, prompt (the library, free writing), extract, transcript.
    """

    task: Literal["chat", "analysis", "draft", "prompt", "extract", "transcript"]
    team_id: int
    user_id: int
    zone: str = "Europe/Berlin"
    lead_id: int | None = None
    turn_id: str | None = None


@dataclass(frozen=True, slots=True)
class Thought:
    """What a model answered: ``text``, or ``data`` where a schema was asked for; who it was, and what it took."""

    text: str
    data: Mapping[str, Any] = field(default_factory=dict)
    provider: str = "offline"
    model: str = ""
    tokens: int = 0
    milliseconds: int = 0
