"""What a lower room needs from a higher one: protocols, filled once by ``bot.py``.

Nobody imports upwards; a room that must ring, think or act takes one of these as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from store.db import Work
from store.types import Accepted, Actor, ActOrigin, Inbound, Outcome, ToolCall


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


class Drive(Protocol):
    """Runs what is due, for the movable clock of the sandbox."""

    async def next_due(self, until: datetime) -> datetime | None: ...

    async def run_due(self) -> Mapping[str, int]: ...

    async def idle(self, seconds: float) -> bool: ...
