"""What starting and stopping a sequence share: which one is meant, what it is called, what comes next."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from sequences import holding, naming
from sequences.definition import Sequence
from sequences.plan import Step
from sequences.reading import Reading
from sequences.timing import zone_of
from store import dates
from store.models import Enrolment, SequenceDefinition
from store.queries import flows, leads, people
from store.types import Option, Outcome, Say
from tools import wording
from tools.context import Context

Entry = tuple[SequenceDefinition, Sequence]
OFFERED = 8
_BY = re.compile(r"^\s*(?:um|by|für|for)\s+", re.IGNORECASE)
_FARTHEST = timedelta(days=366)
ALL = frozenset({"all", "alle", "alles", "beide", "both", "everything"})


def title(context: Context, sequence: Sequence) -> str:
    return sequence.title.get(context.language) or sequence.name


async def titled(context: Context, row: Enrolment) -> str:
    """What an enrolment's sequence is called, also when its version is no longer the newest."""
    for definition, sequence in await context.house.engine.library(context.scope):
        if definition.name == row.sequence:
            return title(context, sequence)
    return row.sequence.replace("_", " ")


async def which(context: Context, said: str) -> Entry | Outcome:
    """The sequence somebody means, or a question with the ones there are."""
    engine = context.house.engine
    found = await engine.match(context.scope, said)
    if len(found) == 1:
        return found[0]
    offered = found or await engine.library(context.scope)
    options = tuple(
        Option(title(context, sequence), context.call.tool, {**_kept(context), "sequence": sequence.name})
        for _, sequence in offered[:OFFERED]
    )
    key, reason = ("sequence-which", "sequence_ambiguous") if found else ("sequence-unknown", "sequence_not_found")
    key = key if said else "sequence-choose"
    names = [sequence.name for _, sequence in offered]
    return Outcome("asked", Say(key, {"name": said}), {"sequences": names}, reason, options, expects="sequence")


def _kept(context: Context) -> dict[str, object]:
    about = {"lead": str(context.lead.id)} if context.lead is not None else {}
    return {**context.call.arguments, **about}


def named(sequences: list[Sequence], said: str) -> list[Sequence]:
    """Those that somebody may mean by a name."""
    return [one for one in sequences if one.name == said] or list(naming.find(said, sequences))


async def meant(
    context: Context, named: str | None, rows: list[Enrolment], *, one: bool = False
) -> list[Enrolment] | Outcome:
    """Which of a lead's running enrolments somebody means, or the question; ``one``: all of them is no answer."""
    if named is not None and named.strip().lower() in ALL and not one:
        return rows
    if named is None and len(rows) == 1:
        return rows
    found = [row for row in rows if row.sequence == named]
    if named is not None and not found:
        names = {sequence.name for _, sequence in await context.house.engine.match(context.scope, named)}
        found = [row for row in rows if row.sequence in names]
    return found if len(found) == 1 else await _which_running(context, found or rows, one=one)


async def _which_running(context: Context, rows: list[Enrolment], *, one: bool) -> Outcome:
    same, tool = _kept(context), context.call.tool
    options = [Option(await titled(context, row), tool, {**same, "sequence": row.sequence}) for row in rows[:OFFERED]]
    if len(rows) > 1 and not one:
        options.append(Option(Say("button-all"), tool, {**same, "sequence": "all"}))
    result = {"running": [row.sequence for row in rows]}
    say = Say(f"sequence-{tool.partition('_')[0]}-which", {"name": context.the_lead.name})
    return Outcome("asked", say, result, "sequence_ambiguous", tuple(options), expects="sequence")


async def reachable(context: Context) -> list[str]:
    """The channels on which the lead has an address and the house an adapter."""
    found, usable = await people.addresses(context.scope, context.the_lead), context.house.outbox.adapters.channels()
    return list(dict.fromkeys(channel for channel, _ in found if channel in usable))


async def agreed(context: Context, channels: list[str]) -> bool:
    """Whether an express consent is on record for any of the channels: automatic messages need one."""
    for channel in channels:
        if await leads.consent(context.scope, context.the_lead.id, channel, express=True):
            return True
    return False


async def opted_out(context: Context) -> bool:
    scope, lead, secret = context.scope, context.the_lead, context.house.settings.secret()
    hashes = [people.address_hash(secret, address) for _, address in await people.addresses(scope, lead)]
    return await people.suppressed(scope, lead.team_id, lead.id, hashes) is not None


def step_label(context: Context, sequence: Sequence, index: int) -> str:
    return sequence.steps[index].called(context.language) if 0 <= index < len(sequence.steps) else ""


def next_values(context: Context, sequence: Sequence, row: Enrolment) -> dict[str, object]:
    """What an answer about a started sequence names: its title, its next step and when."""
    at: datetime = row.next_due_at or context.now
    return {
        "name": context.the_lead.name,
        "sequence": title(context, sequence),
        "step": step_label(context, sequence, row.step),
        "when": wording.moment(context, at) if at > context.now else context.words("moment-at-once"),
        "steps": len(sequence.steps),
    }


async def next_step(context: Context, row: Enrolment) -> str:
    """What an enrolment's next step is called, in the very version it runs; "" past the last one."""
    reading = await holding.fresh(context.work, row, context.house.engine.catalogue, context.now)
    return step_label(context, reading.sequence, row.step)


async def step_ahead(context: Context, named: str | None) -> tuple[Reading, Step] | Outcome:
    """The one enrolment that is meant with its next step, or why there is none to be skipped or moved."""
    lead, rows = context.the_lead, await running(context)
    if not rows:
        return Outcome("denied", Say("sequence-none", {"name": lead.name}), {"lead_id": lead.id}, "no_sequence")
    meant_ones = await meant(context, named, rows, one=True)
    if isinstance(meant_ones, Outcome):
        return meant_ones
    row = meant_ones[0]
    reading = await holding.fresh(context.work, row, context.house.engine.catalogue, context.now)
    values = {"name": lead.name, "sequence": title(context, reading.sequence)}
    if holding.held(row.status, row.progress, context.now):
        again = Option(
            Say("button-resume-sequence"), "resume_sequence", {"lead": str(lead.id), "sequence": row.sequence}
        )
        return Outcome("denied", Say("sequence-is-paused", values), result(row), "paused_by_user", (again,))
    step = holding.step_ahead(reading)
    if step is None:
        return Outcome("denied", Say("sequence-no-step-left", values), result(row), "no_step_left")
    return reading, step


def moment(context: Context, said: str, base: datetime) -> datetime | str | None:
    """The moment somebody named, else the name of what is wrong; a bare length of time counts from ``base``.

    A day without an hour keeps the hour of ``base``.
    """
    span = dates.parse_duration(_BY.sub("", said))
    if span is not None:
        return base + span if timedelta(0) < span <= _FARTHEST else "when_unclear"
    when = dates.parse(said, context.now, context.actor.zone)
    if when.at is None or when.has_time or base == context.now:
        return when.at or when.ask
    zone = zone_of(context.actor.zone)
    kept = when.at.astimezone(zone).replace(hour=base.astimezone(zone).hour, minute=base.astimezone(zone).minute)
    return kept.astimezone(UTC) if kept > context.now else when.at


async def running(context: Context) -> list[Enrolment]:
    return list(await flows.running(context.scope, context.the_lead.id))


def result(row: Enrolment) -> dict[str, object]:
    return {
        "enrolment_id": row.id,
        "lead_id": row.lead_id,
        "sequence": row.sequence,
        "status": row.status,
        "step": row.step,
        "next_due_at": row.next_due_at.isoformat() if row.next_due_at else None,
    }
