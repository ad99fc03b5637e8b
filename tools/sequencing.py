"""What starting and stopping a sequence share: which one is meant, what it is called, what comes next."""

from __future__ import annotations

from datetime import datetime

from sequences.definition import Sequence
from store.models import Enrolment, SequenceDefinition
from store.queries import flows, leads, people
from store.types import Option, Outcome, Say
from tools import wording
from tools.context import Context

Entry = tuple[SequenceDefinition, Sequence]
OFFERED = 8


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
    names = [sequence.name for _, sequence in offered]
    return Outcome("asked", Say(key, {"name": said}), {"sequences": names}, reason, options, expects="sequence")


def _kept(context: Context) -> dict[str, object]:
    return {**context.call.arguments, "lead": str(context.the_lead.id)}


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
