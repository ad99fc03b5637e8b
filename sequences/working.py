"""One due enrolment, worked on (ENGINE rule 6): read, decide, compose outside; then one unit of work does it all.

Inside that unit: the lease is still ours, nothing that the decision rests on has changed, the lead has not written
meanwhile (its conversations are locked), the contact policy agrees; then the act, the step and the next due time are
one commit. Whatever changed in between only makes the enrolment due again.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from channels import videos, words
from channels.letters import Card
from channels.notices import speaks
from sequences import carrying, composing, enrolling, holding
from sequences.composing import Body, Composed, Lines, NotComposed
from sequences.decide import decide
from sequences.definition import DefinitionError
from sequences.progress import Decision
from sequences.reading import Reading, read
from sequences.steps import registry
from sequences.steps.base import Doing
from sequences.templates import MessageTemplate
from store import crash
from store.db import Scope, Work
from store.leases import Lease, LeaseLost, hold
from store.models import Enrolment, Lead, User
from store.queries import acts, flows, people, triggers
from store.types import Language, Say

if TYPE_CHECKING:
    from sequences.engine import Engine

_CLOSED = frozenset({"archived"})
PAUSED = timedelta(days=1)
_RETRY = timedelta(minutes=5)
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Plan:
    reading: Reading
    decision: Decision
    composed: Composed | NotComposed | None


async def work_one(engine: Engine, lease: Lease, told: Set[int] = frozenset()) -> int | None:
    """Works on one claimed enrolment; the lead's id when something was sent to her, else None.

    ``told`` are leads who got a message in this tick: a second sequence of theirs stays due for the next one.
    """
    try:
        async with engine.db.read() as scope:
            plan = await _plan(engine, scope, lease.id)
        async with engine.db.write() as work:
            await hold(work.scope(), Enrolment, lease)
            sent_to = await _do(engine, work, lease, _unless_told(plan, told))
    except LeaseLost:
        return None
    except Exception as error:
        log.exception("enrolment_failed", enrolment=lease.id)
        await _later(engine, lease, error)
        return None
    crash.point("step_committed")
    return sent_to


async def _plan(engine: Engine, scope: Scope, enrolment_id: int) -> _Plan | None:
    reading = await read(scope, engine.catalogue, enrolment_id, engine.clock.now())
    if reading is None or reading.row.status != "active":
        return None
    decision = _paused(reading) or decide(reading.sequence, reading.progress, reading.facts, reading.now)
    composed = await compose(engine, scope, reading, decision) if decision.action == "send_message" else None
    return _Plan(reading, decision, composed)


def _unless_told(plan: _Plan | None, told: Set[int]) -> _Plan | None:
    return None if plan is not None and plan.composed is not None and plan.reading.lead.id in told else plan


def _paused(reading: Reading) -> Decision | None:
    """While a person looks after a paused lead or has paused the sequence, no step is lost and none is sent."""
    held = holding.paused_until(reading.row.progress, reading.now)
    if held is not None:
        return Decision("wait", "paused_by_user", until=held, next_step=reading.row.step)
    if reading.lead.paused_reason is None:
        return None
    until = reading.now + PAUSED
    return Decision("wait", "paused", until=until, next_step=reading.row.step)


async def _do(engine: Engine, work: Work, lease: Lease, plan: _Plan | None) -> int | None:
    now = engine.clock.now()
    if plan is not None:
        await triggers.lock_lines(work.scope(), plan.reading.lead.id)
    fresh = await read(work.scope(), engine.catalogue, lease.id, now)
    if fresh is None:
        row = await flows.enrolment(work.scope(), lease.id)
        if row is not None:
            await enrolling.cancel(work, row, "lead_gone", now)
        return None
    row = fresh.row
    row.lease_until = None
    if row.status != "active":
        return None
    if fresh.lead.stage in _CLOSED:
        await enrolling.cancel(work, row, "lead_archived", now)
        return None
    if row.waiting_for is not None:
        await _awaited(work, fresh)
        return None
    if plan is None or plan.reading.stamp() != fresh.stamp():
        row.next_due_at = now
        return None
    return await _carry_out(engine, work, lease, fresh, plan)


async def _carry_out(engine: Engine, work: Work, lease: Lease, fresh: Reading, plan: _Plan) -> int | None:
    decision = plan.decision
    if decision.kind == "wait":
        await carrying.rested(work, fresh, decision)
    elif decision.kind == "skip":
        await carrying.skipped(work, fresh, decision, decision.rule, {})
    elif decision.kind == "finish":
        await finish(engine, work, fresh, decision)
    else:
        kind = registry.get(decision.action or "")
        done = await kind.run(
            Doing(work, engine.outbox, engine.execute, fresh, decision, plan.composed, token=lease.token)
        )
        await carrying.carried(work, fresh, decision, done)
        return fresh.lead.id if kind.sends and done.kind == "done" else None
    return None


async def finish(engine: Engine, work: Work, reading: Reading, decision: Decision) -> None:
    """Carries out what an ending step does to the lead and closes the enrolment."""
    kind = registry.get(decision.action or "end_sequence")
    done = await kind.run(Doing(work, engine.outbox, engine.execute, reading, decision))
    await carrying.finished(work, engine.catalogue, reading, decision, done)


async def compose(engine: Engine, scope: Scope, reading: Reading, decision: Decision) -> Composed | NotComposed:
    """The step's message for this lead, with the provider's approved twin where the team has one."""
    names = [name for name in (decision.template, decision.fallback_template) if name]
    templates = engine.catalogue.wordings(reading.sequence, names)
    lead = reading.facts.lead
    bodies = {template.name: await body_of(scope, reading, template) for template in templates}
    links = videos.links(engine.settings, await people.team(scope, reading.row.team_id), reading.lead.id)
    return composing.compose(
        templates,
        {name: body for name, body in bodies.items() if body is not None},
        lead,
        composing.values(lead, reading.owner.name, reading.team, links),
        _lines(reading),
    )


async def body_of(scope: Scope, reading: Reading, template: MessageTemplate) -> Body | None:
    """The approved provider template for a lead; a formal one is tried first for somebody addressed as Sie."""
    base = [name for name in (template.whatsapp, template.name) if name]
    formal = [f"{name}_sie" for name in base] if reading.facts.lead.register == "sie" else []
    for name in [*formal, *base]:
        row = await flows.template(scope, reading.row.team_id, name, reading.lead.language)
        if row is not None:
            return Body(row.name, row.body)
    return None


def _lines(reading: Reading) -> Lines:
    lead = reading.lead
    language: Language = "en" if lead.language == "en" else "de"
    values = {"register": reading.facts.lead.register, "sender": reading.owner.name}
    told = not composing.must_disclose(lead.disclosed_at, lead.last_inbound_at, lead.last_outbound_at, reading.now)
    return Lines(
        disclosure=None if told else words.say(language, Say("sequence-disclosure", values)),
        stop=words.say(language, Say("sequence-stop-word", values)),
    )


async def _awaited(work: Work, reading: Reading) -> None:
    """Due while its approval is still open: the approval's own end decides, nothing here."""
    row = reading.row
    approval = await acts.approval(work.scope(), row.waiting_for or 0)
    pending = approval is not None and approval.state == "pending"
    row.next_due_at = reading.now + timedelta(minutes=1)
    if pending and approval is not None:
        row.next_due_at = max(approval.expires_at, row.next_due_at)
    else:
        row.waiting_for = None


async def _later(engine: Engine, lease: Lease, error: Exception) -> None:
    """Poison: tried again with growing gaps, then ended with an alarm; the others go on (ENGINE rule 5)."""
    now: datetime = engine.clock.now()
    async with engine.db.write() as work:
        row = await flows.enrolment(work.scope(), lease.id)
        if row is None or row.lease_token != lease.token or row.status != "active":
            return
        tries = int(row.progress.get("tries", 0)) + 1
        row.lease_until = None
        if tries >= engine.settings.max_attempts or isinstance(error, DefinitionError):
            log.error("enrolment_given_up", enrolment=row.id, tries=tries)
            await enrolling.cancel(work, row, "internal", now)
            await _alarm(engine, work, row)
            return
        row.progress = {**row.progress, "tries": tries}
        row.next_due_at = now + _RETRY * 6 ** (tries - 1)


async def _alarm(engine: Engine, work: Work, row: Enrolment) -> None:
    """Tells the lead's owner once that a follow-up was given up: silence would look like work."""
    lead = await work.session.get(Lead, row.lead_id)
    owner = await work.session.get(User, lead.owner_id) if lead is not None else None
    if lead is None or owner is None:
        return
    text = words.say(
        speaks(owner), Say("sequence-given-up", {"name": lead.name, "sequence": row.sequence.replace("_", " ")})
    )
    await engine.outbox.to_user(work, owner, Card(text, dedupe_key=f"sequence-given-up:{row.id}"))
