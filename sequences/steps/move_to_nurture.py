"""Ends the sequence for a calm one: a message every 30 days, nothing in between (MISSION B6)."""

from __future__ import annotations

from sequences.steps.base import Doing, Done, Kind
from store.queries import triggers


async def run(doing: Doing) -> Done:
    await triggers.cancel_follow_ups(doing.work.scope(), doing.reading.row.id, "moved_to_nurture")
    return Done("done", doing.decision.rule, {"next_sequence": doing.decision.next_sequence})


KIND = Kind("move_to_nurture", run)
