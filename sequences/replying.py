"""What a lead's reply, or a decided approval, does to the sequences that run for her."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sequences import carrying, enrolling
from sequences.decide import react
from sequences.progress import Decision, next_due
from sequences.reading import Reading, read
from sequences.steps import registry
from sequences.steps.base import Doing
from sequences.working import PAUSED, finish
from store.db import Work
from store.models import Approval, Enrolment, Lead
from store.queries import acts, flows, people, triggers
from store.types import Tone

if TYPE_CHECKING:
    from sequences.engine import Engine

_GIVEN = frozenset({"approved", "changed", "modified", "done", "sent"})


@dataclass(frozen=True, slots=True)
class Reaction:
    """What one running sequence did about a reply."""

    enrolment: Enrolment
    decision: Decision


async def on_reply(engine: Engine, work: Work, lead: Lead, tone: Tone, intent: str, now: datetime) -> list[Reaction]:
    """Lets every running sequence of a lead react at once; decisions are stored, messages are not touched.

    An opt-out ends them all, whatever their branches say.
    """
    reactions = []
    if await _opted_out(engine, work, lead):
        ended = await enrolling.stop(work, lead, None, "opted_out", now)
        return [Reaction(row, Decision("finish", "opted_out", outcome="opted_out")) for row in ended]
    for row in await flows.running(work.scope(), lead.id):
        reading = await read(work.scope(), engine.catalogue, row.id, now)
        if row.status == "paused":
            # A person has taken over; once it goes on, the sequence knows that she answered.
            row.reply_tone, row.reply_at = tone, now
        elif reading is not None:
            reactions.append(Reaction(row, await _react(engine, work, reading, tone, intent)))
    return reactions


async def _react(engine: Engine, work: Work, reading: Reading, tone: Tone, intent: str) -> Decision:
    row = reading.row
    if row.waiting_for is not None:
        reading = await _drop_parked(work, reading, "lead_replied")
    facts = replace(reading.facts, lead_response_positive=tone == "positive")
    reading = replace(reading, facts=facts)
    decision = _paused(reading) or react(reading.sequence, reading.progress, tone, facts, reading.now)
    # Whoever works on this enrolment right now decided without knowing of the reply.
    row.lease_token, row.lease_until = row.lease_token + 1, None
    row.reply_tone, row.reply_at = tone, reading.now
    decision = replace(decision, facts={**decision.facts, "response": tone, "intent": intent})
    if decision.kind == "wait":
        await carrying.rested(work, reading, decision)
    elif decision.kind == "finish":
        await finish(engine, work, reading, decision)
    else:
        kind = registry.get(decision.action or "")
        done = await kind.run(Doing(work, engine.outbox, engine.execute, reading, decision))
        await carrying.carried(work, reading, decision, done)
    return decision


def _paused(reading: Reading) -> Decision | None:
    """Perhaps an opt-out: a person decides before any branch of the sequence does."""
    if reading.lead.paused_reason is None:
        return None
    return Decision("wait", "paused", until=reading.now + PAUSED, next_step=reading.row.step)


async def _opted_out(engine: Engine, work: Work, lead: Lead) -> bool:
    scope, secret = work.scope(), engine.settings.secret()
    hashes = [people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)]
    return await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None


async def _drop_parked(work: Work, reading: Reading, rule: str) -> Reading:
    """A parked step answered something older: it is over, with its reason."""
    row = reading.row
    parked = row.progress.get("parked", {})
    row.waiting_for = None
    row.progress = {key: value for key, value in row.progress.items() if key != "parked"}
    step = parked.get("step", row.step)
    decision = Decision("skip", rule, step=step, next_step=int(parked.get("next_step", row.step)))
    await carrying.skipped(work, reading, decision, rule, {"step": step})
    return replace(reading, progress=replace(reading.progress, step=row.step))


async def approval_decided(engine: Engine, work: Work, approval: Approval, now: datetime) -> None:
    """An enrolment that waits for this approval goes on: its message was given free, or the step is skipped."""
    row = await triggers.waiting_for(work.scope(), approval.id, approval.enrolment_id or 0)
    reading = await read(work.scope(), engine.catalogue, row.id, now) if row is not None else None
    if row is None or reading is None:
        return
    if approval.state not in _GIVEN:
        await _drop_parked(work, reading, f"approval_{approval.state}")
        return
    parked = row.progress.get("parked", {})
    row.waiting_for = None
    row.progress = {key: value for key, value in row.progress.items() if key != "parked"}
    row.step = int(parked.get("next_step", row.step + 1))
    carrying.sent(row, str(parked.get("template") or ""), parked.get("step"), now)
    row.next_due_at = max(next_due(reading.sequence, reading.progress, row.step), now)
    await acts.record(
        work.scope(),
        row.team_id,
        "enrolment",
        row.id,
        verdict="run",
        rule="approved",
        at=now,
        lead_id=row.lead_id,
        facts={"sequence": row.sequence, "approval": approval.id},
        until=row.next_due_at,
    )
