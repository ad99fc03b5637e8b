"""The follow-up engine: what happens over time to leads in sequences. The rows are the truth, ticks only look at them.

One ``Engine`` is built in ``agent.house``, which attaches the runner as ``execute`` once both exist.
"""

from __future__ import annotations

from datetime import datetime

from channels.outbox import Outbox
from sequences import enrolling, replying, scanning, working
from sequences.catalogue import Catalogue, Entry
from sequences.enrolling import AlreadyRunning, CoolingDown
from sequences.replying import Reaction
from store.db import Database, Scope, Work
from store.models import Approval, Enrolment, Lead, SequenceDefinition
from store.ports import Bell, Clock, Execute
from store.queries import flows
from store.settings import Settings
from store.types import Tone

__all__ = ["AlreadyRunning", "CoolingDown", "Engine", "Reaction"]

_BATCH = 20


class Engine:
    """Sequences for leads. Everything that takes a ``work`` joins that unit of work and never commits."""

    execute: Execute

    def __init__(self, db: Database, clock: Clock, settings: Settings, outbox: Outbox, bell: Bell) -> None:
        self.db = db
        self.clock = clock
        self.settings = settings
        self.outbox = outbox
        self.bell = bell
        self.catalogue = Catalogue(clock)

    async def install(self, work: Work) -> int:
        """Brings the shipped sequences into rows; safe to repeat. How many new versions there are."""
        return await self.catalogue.install(work)

    async def library(self, scope: Scope) -> list[Entry]:
        """The newest active versions the scope may use, parsed."""
        return await self.catalogue.library(scope)

    async def match(self, scope: Scope, words: str) -> list[Entry]:
        """What a person means by a sequence's name: none, one, or several to ask back."""
        return await self.catalogue.match(scope, words)

    async def start(
        self, work: Work, lead: Lead, definition: SequenceDefinition, user_id: int, now: datetime
    ) -> Enrolment:
        """Enrols a lead. Raises AlreadyRunning (with the enrolment) or CoolingDown (with its end)."""
        return await enrolling.start(work, self.catalogue, lead, definition, user_id, now)

    async def stop(self, work: Work, lead: Lead, name: str | None, reason: str, now: datetime) -> list[Enrolment]:
        """Cancels a lead's running enrolments of a sequence (machine name), or all; ``reason`` is their outcome."""
        return await enrolling.stop(work, lead, name, reason, now)

    async def on_reply(self, work: Work, lead: Lead, tone: Tone, intent: str, now: datetime) -> list[Reaction]:
        """Every running sequence of the lead reacts to what was just written."""
        return await replying.on_reply(self, work, lead, tone, intent, now)

    async def approval_decided(self, work: Work, approval: Approval, now: datetime) -> None:
        """The enrolment that waits for an approval, if there is one, goes on or skips its step."""
        await replying.approval_decided(self, work, approval, now)

    async def next_due(self, scope: Scope) -> datetime | None:
        """The earliest due time of any active enrolment."""
        return await flows.next_enrolment_due(scope)

    async def tick(self) -> int:
        """Works on what is due, at most one message per lead; how many enrolments were looked at."""
        now = self.clock.now()
        async with self.db.read() as scope:
            first = await flows.next_enrolment_due(scope)
        if first is None or first > now:
            return 0
        async with self.db.write() as work:
            leases = await flows.claim_enrolments(work.scope(), now, limit=_BATCH, seconds=self.settings.lease_seconds)
        told: set[int] = set()
        for lease in leases:
            sent_to = await working.work_one(self, lease, told)
            if sent_to is not None:
                told.add(sent_to)
        return len(leases)

    async def scan_triggers(self) -> int:
        """Enrols leads that a trigger means, once per hour of business time; how many."""
        return await scanning.scan(self)
