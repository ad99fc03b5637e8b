"""Triggers: once an hour, leads that a sequence was written for are enrolled by themselves, a few at a time.

SQL narrows down on known fields, the pure condition decides. Nobody is enrolled who is in any sequence, cooling down
from one, opted out, archived, paused, or without an express consent (that reason is stored, once a day).
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

from channels.letters import Letter
from sequences import enrolling
from sequences.catalogue import Entry
from sequences.conditions import Condition, Facts, holds
from sequences.prefilter import prefilter
from sequences.reading import facts_of
from store.db import Scope, Work
from store.leases import real_now
from store.models import Lead
from store.queries import acts, due, flows, leads, people, talk, triggers

if TYPE_CHECKING:
    from sequences.engine import Engine

JOB = "scan_triggers"
# Per owner and scan: a product that wakes up to 200 silent contacts must not start 200 talks at once.
STARTS_AT_ONCE = 10
_PAGE = 200
_LEASE = timedelta(minutes=5)
log = structlog.get_logger()


async def scan(engine: Engine) -> int:
    """Runs the current hour's slot if nobody did; how many leads were enrolled."""
    now = engine.clock.now()
    slot = due.slot(now)
    async with engine.db.read() as scope:
        if await triggers.slot_done(scope, JOB, slot):
            return 0
    async with engine.db.write() as work:
        real = await real_now(work.session)
        if not await acts.take_slot(work.scope(), JOB, slot, real, real + _LEASE):
            return 0
    started = 0
    begun: Counter[int] = Counter()
    async with engine.db.read() as scope:
        entries = [entry for entry in await engine.catalogue.library(scope) if entry[1].trigger is not None]
    for entry in entries:
        started += await _scan_one(engine, entry, begun, now)
    async with engine.db.write() as work:
        await acts.finish_slot(work.scope(), JOB, slot, now)
    return started


async def _scan_one(engine: Engine, entry: Entry, begun: Counter[int], now: datetime) -> int:
    definition, sequence = entry
    trigger, started, after = sequence.trigger, 0, 0
    if trigger is None:
        return 0
    while True:
        async with engine.db.read() as scope:
            page = await triggers.candidates(scope, prefilter(trigger, now), definition.team_id, after, _PAGE)
        for lead in page:
            if definition.owner_id not in (None, lead.owner_id):
                continue  # somebody's own sequence is for that person's leads
            if begun[lead.owner_id] < STARTS_AT_ONCE and meant(trigger, facts_of(lead, None, now)):
                async with engine.db.write() as work:
                    started += await _enrol(engine, work, entry, lead.id, begun, now)
        if len(page) < _PAGE:
            return started
        after = page[-1].id


def meant(trigger: Condition, facts: Facts) -> bool:
    """Whether a trigger is about this lead: customers only where it asks for them, so nobody recruits them as new."""
    if facts.lead.is_customer and "lead.is_customer" not in trigger.fields:
        return False
    return holds(trigger, facts)


async def _enrol(engine: Engine, work: Work, entry: Entry, lead_id: int, begun: Counter[int], now: datetime) -> int:
    """Looks at everything once more with the write open; 1 when the lead was enrolled."""
    definition, sequence = entry
    lead = await work.session.get(Lead, lead_id)
    if lead is None or sequence.trigger is None or not meant(sequence.trigger, facts_of(lead, None, now)):
        return 0
    scope = work.scope(lead.team_id)
    if await flows.running(scope, lead.id) or await enrolling.cooling_until(scope, engine.catalogue, lead.id, now):
        return 0
    rule = await _hindrance(engine, work, lead)
    if rule is not None:
        await _note(work, lead, definition.id, sequence.name, rule, now)
        return 0
    await enrolling.start(work, engine.catalogue, lead, definition, lead.owner_id, now, rule="triggered")
    begun[lead.owner_id] += 1
    return 1


async def _hindrance(engine: Engine, work: Work, lead: Lead) -> str | None:
    """Why an automatic start is not allowed, or None."""
    scope: Scope = work.scope(lead.team_id)
    if await talk.mode_of(scope, lead.id) == "off":
        return "automation_off"
    secret = engine.settings.secret()
    hashes = [people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)]
    if await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None:
        return "opted_out"
    letter = Letter(lead, "", "template", "proactive")
    line, channel = await engine.outbox.route(work, letter)
    if line is None:
        return "unreachable"
    return None if await leads.consent(scope, lead.id, channel, express=True) else "no_consent"


async def _note(work: Work, lead: Lead, definition_id: int, sequence: str, rule: str, now: datetime) -> None:
    """Stores why a lead was passed over, at most once a day."""
    before = await triggers.newest(work.scope(), "trigger", definition_id, lead.id)
    if before is not None and before.rule == rule and now - before.at < timedelta(days=1):
        return
    await acts.record(
        work.scope(),
        lead.team_id,
        "trigger",
        definition_id,
        verdict="skip",
        rule=rule,
        at=now,
        lead_id=lead.id,
        facts={"sequence": sequence},
    )
