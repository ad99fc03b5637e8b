"""Puts the lead aside: out of every list and trigger, nothing queued leaves any more; nothing is deleted."""

from __future__ import annotations

from sequences.steps.base import Doing, Done, Kind
from store.queries import triggers


async def run(doing: Doing) -> Done:
    lead = doing.reading.lead
    before = lead.stage
    lead.stage = str(doing.decision.lead_changes.get("stage", "archived"))
    await triggers.cancel_follow_ups(doing.work.scope(), doing.reading.row.id, "archived")
    return Done("done", doing.decision.rule, {"stage_before": before, "stage": lead.stage})


KIND = Kind("archive_lead", run)
