"""How fast each line may send: GCRA (ENGINE rule 11), one row per line, in business time.

A line may run ahead of its steady pace by a burst and pays for it afterwards. Nothing is counted in memory, so a
restart, or an outage of hours, never ends in a flood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from channels.base import Capabilities
from store.db import Scope
from store.models import Account, Rate
from store.queries import wire

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """One message every ``gap``; ``burst`` of them may come at once."""

    key: str
    gap: timedelta
    burst: int = 1


def next_tat(tat: datetime | None, pace: Pace, now: datetime) -> tuple[bool, datetime]:
    """(may it go now, the new theoretical arrival time or else the moment at which it may go). PURE."""
    due = max(tat or now, now)
    allowed = due - pace.gap * (pace.burst - 1)
    return (True, due + pace.gap) if allowed <= now else (False, allowed)


def paces(account: Account, external_id: str, can: Capabilities) -> list[Pace]:
    """The account's own pace and that towards one person; an account's ``limits`` may only slow the vendor's down."""
    found: list[Pace] = []
    rates = [rate for rate in (can.per_second, account.limits.get("per_second")) if rate]
    if rates:
        found.append(Pace(f"account:{account.id}", timedelta(seconds=1 / min(rates)), max(1, int(min(rates)))))
    gap = max(can.per_chat, float(account.limits.get("per_chat") or 0))
    if gap:
        found.append(Pace(f"chat:{account.id}:{external_id}", timedelta(seconds=gap), can.chat_burst))
    return found


def allowance(
    limits: Mapping[str, Any], opened_at: datetime | None, now: datetime
) -> tuple[int, datetime, datetime] | None:
    """(unasked messages, from, until) of the day since a number was opened; None when it has no limit. PURE."""
    warmup = limits.get("warmup") or ()
    if opened_at is None or now < opened_at:
        return None
    day = (now - opened_at) // DAY
    began = opened_at + day * DAY
    return (int(warmup[day]), began, began + DAY) if day < len(warmup) else None


async def take(scope: Scope, account: Account, external_id: str, can: Capabilities, now: datetime) -> datetime | None:
    """Takes a place on both lines; None when it may go now, else the moment to try again (nothing is taken then)."""
    resting = await wire.rate(scope, _rest_key(account.id))
    if resting is not None and resting.tat > now:
        return resting.tat
    wanted = paces(account, external_id, can)
    rows = {pace.key: await wire.rate(scope, pace.key) for pace in wanted}
    answers = {pace.key: next_tat(row.tat if (row := rows[pace.key]) else None, pace, now) for pace in wanted}
    waits = [at for free, at in answers.values() if not free]
    if waits:
        return max(waits)
    for key, (_, tat) in answers.items():
        row = rows[key]
        if row is None:
            scope.session.add(Rate(key=key, tat=tat))
        else:
            row.tat = tat
    return None


async def rest(scope: Scope, account_id: int, until: datetime) -> None:
    """A line whose vendor cannot be reached rests as a whole: one message asks, the others wait behind it."""
    key = _rest_key(account_id)
    row = await wire.rate(scope, key)
    if row is None:
        scope.session.add(Rate(key=key, tat=until))
    else:
        row.tat = max(row.tat, until)


def _rest_key(account_id: int) -> str:
    return f"rest:{account_id}"
