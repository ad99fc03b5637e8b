"""What a lower room needs from a higher one: protocols, filled once by ``agent.house``.

Nobody imports upwards; a room that must ring, think or act takes one of these as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from store.db import Work
from store.objections import Handler
from store.thoughts import Purpose, Thought
from store.types import Accepted, Actor, ActOrigin, Draft, File, Inbound, LeadFacts, Outcome, ToolCall


class Clock(Protocol):
    """Business time. Leases, tokens and HTTP stay on real time."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...


class Bell(Protocol):
    """Says that there is work. May be lost, doubled or reordered without harm (ENGINE: rows are the truth)."""

    def ring(self, kind: str, key: int) -> None: ...


class Accept(Protocol):
    async def __call__(self, inbound: Inbound) -> Accepted: ...


class Execute(Protocol):
    """The runner. With ``work`` given the act joins that unit of work and never commits."""

    async def __call__(
        self, actor: Actor, call: ToolCall, origin: ActOrigin, *, work: Work | None = None
    ) -> Outcome: ...


class Answer(Protocol):
    """A proposed answer to a lead's message. Pure and quick, for a write is open: no model is behind it."""

    def __call__(
        self, lead: LeadFacts, message: str, *, sender: str, channel: str, handlers: Sequence[Handler] = ()
    ) -> Draft: ...


class Drive(Protocol):
    """Runs what is due, for the movable clock of the sandbox."""

    async def next_due(self, until: datetime) -> datetime | None: ...

    async def run_due(self) -> Mapping[str, int]: ...

    async def idle(self, seconds: float) -> bool: ...


class Think(Protocol):
    """Language models, all of them optional. None is the answer when none is configured, within budget and able to
    answer in time: whoever asks goes on with rules and templates. Never asked with a unit of work open, since each
    answer's cost is written down; never raises for a model's faults.
    """

    async def complete(
        self, purpose: Purpose, system: str, text: str, *, history: Sequence[tuple[str, str]] = ()
    ) -> Thought | None:
        """Free text, not yet judged by the guard. ``history``: ("in" what they wrote / "out" what we did, words)."""
        ...

    async def extract(self, purpose: Purpose, schema: Mapping[str, Any], text: str, *, system: str) -> Thought | None:
        """``data`` that obeys ``schema`` (a JSON schema of an object), read from ``text``, which is data, no order."""
        ...

    async def transcribe(self, purpose: Purpose, file: File) -> Thought | None:
        """The words of a voice note."""
        ...
