"""Into a sequence and out of it: the rows and their stored reasons. Nothing is sent here."""

from __future__ import annotations

from datetime import datetime, timedelta

from sequences.catalogue import Catalogue
from sequences.definition import DefinitionError
from sequences.timing import due_at
from store import lead_lock
from store.db import Scope, Work
from store.models import Enrolment, Lead, SequenceDefinition
from store.queries import acts, flows, triggers


class AlreadyRunning(Exception):
    """The lead is in this sequence already."""

    def __init__(self, enrolment: Enrolment) -> None:
        super().__init__(enrolment.sequence)
        self.enrolment = enrolment


class CoolingDown(Exception):
    """The lead went through this sequence lately; ``until`` is when it may begin again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


async def cooling_until(
    scope: Scope, catalogue: Catalogue, lead_id: int, now: datetime, name: str | None = None, *, stopped: bool = True
) -> datetime | None:
    """When the last of a lead's cool-downs ends, of one sequence or of all; None when none holds.

    ``stopped`` counts runs that a person or a rule cut short as well.
    """
    ends = []
    for row, definition in await triggers.ended(scope, lead_id):
        if (name is not None and row.sequence != name) or (not stopped and row.status != "completed"):
            continue
        try:
            days = catalogue.parse(definition).cool_down_days
        except DefinitionError:
            days = 30
        if row.completed_at is not None:
            ends.append(row.completed_at + timedelta(days=days))
    last = max(ends, default=now)
    return last if last > now else None


async def start(
    work: Work,
    catalogue: Catalogue,
    lead: Lead,
    definition: SequenceDefinition,
    user_id: int,
    now: datetime,
    rule: str = "started",
) -> Enrolment:
    """Enrols a lead at the definition's version. Raises AlreadyRunning or CoolingDown."""
    scope = work.scope()
    for row in await flows.running(scope, lead.id):
        if row.sequence == definition.name:
            raise AlreadyRunning(row)
    until = await cooling_until(scope, catalogue, lead.id, now, definition.name, stopped=False)
    if until is not None:
        raise CoolingDown(until)
    sequence = catalogue.parse(definition)
    first = due_at(now, sequence.steps[0].day, lead.zone)
    made = Enrolment(
        team_id=lead.team_id,
        lead_id=lead.id,
        user_id=user_id,
        definition_id=definition.id,
        sequence=definition.name,
        version=definition.version,
        status="active",
        started_at=now,
        next_due_at=first,
    )
    if lead_lock.purpose_of_outcome(sequence.target_outcome) == "recruiting":
        lead.purpose = "recruiting"
    work.session.add(made)
    await work.session.flush()
    await acts.record(
        scope,
        lead.team_id,
        "enrolment",
        made.id,
        verdict="run",
        rule=rule,
        at=now,
        lead_id=lead.id,
        facts={"sequence": definition.name, "version": definition.version, "steps": len(sequence.steps)},
        until=first,
    )
    return made


async def stop(work: Work, lead: Lead, name: str | None, reason: str, now: datetime) -> list[Enrolment]:
    """Cancels a lead's running enrolments, one sequence's or all; what they had queued does not leave."""
    rows = [row for row in await flows.running(work.scope(), lead.id) if name is None or row.sequence == name]
    for row in rows:
        await cancel(work, row, reason, now)
    return rows


async def cancel(work: Work, row: Enrolment, reason: str, now: datetime) -> None:
    """Ends one enrolment before its time. A holder of its lease finds the token outdated."""
    row.status, row.outcome, row.completed_at = "cancelled", reason, now
    row.next_due_at = row.waiting_for = row.lease_until = None
    row.lease_token += 1
    await triggers.cancel_follow_ups(work.scope(), row.id, reason)
    await acts.record(
        work.scope(),
        row.team_id,
        "enrolment",
        row.id,
        verdict="cancel",
        rule=reason,
        at=now,
        lead_id=row.lead_id,
        facts={"sequence": row.sequence, "step": row.step, "attempts": row.attempts},
    )


async def follow(
    work: Work, catalogue: Catalogue, before: Enrolment, lead: Lead, name: str, now: datetime
) -> Enrolment | None:
    """Enrols in the sequence that comes next, unless it runs already, cools down, or nobody knows it."""
    definition = await flows.definition_named(work.scope(before.team_id, before.user_id), name)
    if definition is None:
        await _not_followed(work, before, name, "next_sequence_unknown", now)
        return None
    try:
        return await start(work, catalogue, lead, definition, lead.owner_id, now, rule="next_sequence")
    except AlreadyRunning:
        await _not_followed(work, before, name, "next_sequence_running", now)
    except CoolingDown as cooling:
        await _not_followed(work, before, name, "next_sequence_cooling_down", now, cooling.until)
    return None


async def _not_followed(
    work: Work, row: Enrolment, name: str, rule: str, now: datetime, until: datetime | None = None
) -> None:
    await acts.record(
        work.scope(),
        row.team_id,
        "enrolment",
        row.id,
        verdict="skip",
        rule=rule,
        at=now,
        lead_id=row.lead_id,
        facts={"sequence": row.sequence, "next_sequence": name},
        until=until,
    )
