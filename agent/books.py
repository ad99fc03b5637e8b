"""What models took, and what they may take in a day, for each person and team: rows, so no restart forgets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from store.db import Database
from store.models import TokenUsage
from store.ports import Clock
from store.queries import acts, usage
from store.settings import Settings
from store.thoughts import Purpose

Limit = Literal["user", "team"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One call, answered or not; ``outcome`` is ok or the fault's kind. Of ``offline``: the rules stood in for all."""

    provider: str
    model: str
    outcome: str
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    milliseconds: int = 0


class Books(Protocol):
    """Where ``Models`` writes down what was taken and asks what is left."""

    async def note(self, purpose: Purpose, entry: Entry) -> None: ...

    async def limit(self, purpose: Purpose) -> Limit | None: ...

    async def tell_once(self, purpose: Purpose) -> bool: ...


class StoredBooks:
    """Fills ``Books`` in the store."""

    def __init__(self, db: Database, clock: Clock, settings: Settings) -> None:
        self.db = db
        self.clock = clock
        self.settings = settings

    async def note(self, purpose: Purpose, entry: Entry) -> None:
        async with self.db.write() as work:
            work.session.add(
                TokenUsage(
                    team_id=purpose.team_id,
                    user_id=purpose.user_id,
                    lead_id=purpose.lead_id,
                    turn_id=purpose.turn_id,
                    task=purpose.task,
                    provider=entry.provider,
                    model=entry.model,
                    outcome=entry.outcome,
                    input_tokens=entry.tokens_in,
                    output_tokens=entry.tokens_out,
                    cost=entry.cost,
                    milliseconds=entry.milliseconds,
                    at=self.clock.now(),
                )
            )

    async def limit(self, purpose: Purpose) -> Limit | None:
        """Which daily budget is used up, if one is; the team's is everybody's."""
        now = self.clock.now()
        async with self.db.read() as scope:
            spent = await usage.spent(scope, purpose.team_id, purpose.user_id, _morning(now, purpose.zone), now)
        given = self.settings
        if spent.team_tokens >= given.tokens_per_team_day or spent.team_cost >= given.cost_per_team_day:
            return "team"
        if spent.user_tokens >= given.tokens_per_user_day:
            return "user"
        if purpose.task in usage.GENERATING and (
            spent.generations >= given.generations_per_user_hour
            or spent.generation_tokens >= given.generation_tokens_per_user_day
        ):
            return "user"
        return None

    async def tell_once(self, purpose: Purpose) -> bool:
        """True once a day: whether the person is to be told now that a budget is used up."""
        now = self.clock.now()
        job, slot = f"budget_told:{purpose.user_id}", _morning(now, purpose.zone).date().isoformat()
        async with self.db.write() as work:
            return await acts.once(work.scope(), job, slot, now)


def _morning(now: datetime, zone: str) -> datetime:
    """When the person's day began."""
    return now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
