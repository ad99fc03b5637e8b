"""What carrying out one decision gets and answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from channels.outbox import Outbox
from sequences.composing import Composed, NotComposed
from sequences.plan import Step
from sequences.progress import Decision
from sequences.reading import Reading
from store.db import Work
from store.ports import Execute
from store.types import Actor, ActOrigin, Language, Outcome, ToolCall


@dataclass(frozen=True, slots=True)
class Doing:
    """One decision inside its unit of work. ``token`` is the enrolment's lease (None when a reply caused the act)."""

    work: Work
    outbox: Outbox
    execute: Execute
    reading: Reading
    decision: Decision
    composed: Composed | NotComposed | None = None
    token: int | None = None

    @property
    def step(self) -> Step:
        """The step the decision is about; the nearest one when it names none."""
        steps = self.reading.sequence.steps
        index = self.decision.step if self.decision.step is not None else self.reading.row.step
        return steps[min(index, len(steps) - 1)]

    @property
    def language(self) -> Language:
        return "en" if self.reading.owner.language == "en" else "de"

    @property
    def title(self) -> str:
        """The sequence's name as the rep reads it."""
        sequence = self.reading.sequence
        return sequence.title.get(self.language) or sequence.name

    @property
    def key(self) -> str:
        """The act's key: the same step of the same attempt never acts twice."""
        row, mark = self.reading.row, self.decision.handled or self.decision.step
        return f"enrol:{row.id}:{mark}:{row.attempts}"

    async def act(self, tool: str, arguments: Mapping[str, Any]) -> Outcome:
        """Runs a tool as the lead's owner in this unit of work, fenced by the enrolment's lease."""
        row, owner = self.reading.row, self.reading.owner
        actor = Actor(
            kind="engine",
            id=owner.id,
            team_id=owner.team_id,
            name=owner.name,
            role="leader" if owner.role == "leader" else "admin" if owner.role == "admin" else "rep",
            language=self.language,
            zone=owner.zone,
        )
        fence = ("enrolments", row.id, self.token) if self.token is not None else None
        origin = ActOrigin(source="engine", text_origin="template", enrolment_id=row.id, fence=fence)
        call = ToolCall(tool, {"lead": str(self.reading.lead.id), **arguments}, self.key)
        return await self.execute(actor, call, origin, work=self.work)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it.

    - done: carried out; ``template`` is the one that was sent
    - skipped: not possible, by ``rule``; the sequence goes on
    - wait: the contact policy says not before ``until``; nothing was queued
    - parked: waits for approval ``approval``
    - ended: the lead is out of reach for good, by ``rule``; the enrolment is cancelled
    """

    kind: Literal["done", "skipped", "wait", "parked", "ended"]
    rule: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    until: datetime | None = None
    template: str | None = None
    approval: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One action kind: its YAML name and its act. ``sends`` says that a lead gets something from it."""

    name: str
    run: Callable[[Doing], Awaitable[Done]]
    sends: bool = False
