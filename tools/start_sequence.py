"""Starts a sequence for a lead; without an express consent on record the rep is asked for it first."""

from __future__ import annotations

from pydantic import Field

from sequences.enrolling import AlreadyRunning, CoolingDown
from store import lead_lock
from store.queries import acts
from store.types import Option, Outcome, Say
from tools import ask_leader, sequencing, wording
from tools.base import INTERNAL, Arguments, Tool, Words, lead_and
from tools.context import Context
from tools.sending import Basis, record_basis


class StartSequence(Arguments):
    lead: Words | None = Field(None, description="For whom, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, in the rep's own words")
    basis: Basis | None = Field(None, json_schema_extra=INTERNAL)
    answers: tuple[Words, ...] = Field((), max_length=10, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: StartSequence) -> Outcome:
    entry = await sequencing.which(context, arguments.sequence or "")
    if isinstance(entry, Outcome):
        return entry
    definition, sequence = entry
    lead = context.the_lead
    names = {"name": lead.name, "sequence": sequencing.title(context, sequence)}
    if await sequencing.opted_out(context):
        return Outcome("denied", Say("sequence-opted-out", names), {"lead_id": lead.id}, reason="opted_out")
    purpose = lead_lock.purpose_of_outcome(sequence.target_outcome)
    meant = purpose if purpose == "recruiting" else None
    if await context.house.outbox.locked(context.scope, lead, meant):
        await acts.record(
            context.scope, lead.team_id, "lead", lead.id, verdict="refuse", rule="locked", at=context.now,
            lead_id=lead.id, facts={"sequence": definition.name},
        )  # fmt: skip
        return ask_leader.refused(context, {"sequence": definition.name})
    consented = await _consented(context, arguments)
    if isinstance(consented, Outcome):
        return consented
    engine = context.house.engine
    try:
        row = await engine.start(context.work, lead, definition, context.actor.id, context.now)
    except AlreadyRunning as running:
        values = sequencing.next_values(context, sequence, running.enrolment)
        done = sequencing.result(running.enrolment)
        return Outcome("denied", Say("sequence-running", values), done, reason="already_running")
    except CoolingDown as cooling:
        values = {**names, "when": wording.moment(context, cooling.until)}
        until = {"until": cooling.until.isoformat()}
        return Outcome("denied", Say("sequence-cooling-down", values), until, reason="cooling_down")
    key = "sequence-started" if consented else "sequence-started-silent"
    stop = Option(Say("button-stop-sequence"), "stop_sequence", {"lead": str(lead.id), "sequence": definition.name})
    values = sequencing.next_values(context, sequence, row)
    return Outcome("done", Say(key, values), sequencing.result(row), options=(stop,))


async def _consented(context: Context, arguments: StartSequence) -> bool | Outcome:
    """True with an express consent, False when the rep starts without one knowingly, else the question."""
    channels = await sequencing.reachable(context)
    if await sequencing.agreed(context, channels):
        return True
    tapped = context.origin.source in ("tap", "rest")
    if tapped and arguments.basis == "agreed":
        await record_basis(context, "agreed", channels)
        return bool(channels)
    if tapped and "no_consent" in arguments.answers:
        return False
    lead = context.the_lead
    same = {"lead": str(lead.id), "sequence": arguments.sequence or ""}
    options = (
        Option(Say("button-basis-agreed"), "start_sequence", {**same, "basis": "agreed"}),
        Option(Say("button-start-silent"), "start_sequence", {**same, "answers": ["no_consent"]}),
        wording.NOTHING,
    )
    say = Say("sequence-ask-consent", {"name": lead.name})
    return Outcome("asked", say, {"lead_id": lead.id}, reason="no_consent", options=options)


TOOL = Tool(
    name="start_sequence",
    description="Start one of the follow-up sequences for a lead.",
    arguments=StartSequence,
    run=run,
    commands=("starte", "start_sequence", "sequenz", "sequence"),
    from_command=lead_and("sequence"),
    required=("lead", "sequence"),
    reaches=True,
)
