"""What the time machine needs of a real lead, read from rows; nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from channels.letters import Letter
from channels.policy import Contact
from sequences import composing, working
from sequences.composing import Composed, NotComposed
from sequences.plan import NURTURE, Sequence
from sequences.progress import Decision, Progress
from sequences.reading import Reading, facts_of, progress_of
from sequences.simulate import Event, simulate
from sequences.templates import MessageTemplate
from sequences.timing import HOME_ZONE
from store.db import Work
from store.models import Enrolment, Lead, SequenceDefinition, User
from store.queries import flows, leads, people
from store.types import LeadFacts, Tone

if TYPE_CHECKING:
    from sequences.engine import Engine


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A sequence and one lead's facts for it; ``contact`` None: nobody can reach her."""

    sequence: Sequence
    lead: LeadFacts
    contact: Contact | None
    progress: Progress
    texts: Mapping[str, Composed | NotComposed]
    running: bool = False

    def play(self, replies: Mapping[float, Tone], now: datetime, days: int) -> tuple[Event, ...]:
        if self.contact is None:
            return (Event(now, 0, "refuse", "unreachable"),)
        return simulate(
            self.sequence,
            self.lead,
            self.contact,
            self.progress,
            lambda step, template: self.texts[f"{step}:{template}"],
            replies,
            now=now,
            days=days,
        )


async def rehearse(
    engine: Engine, work: Work, definition: SequenceDefinition, sequence: Sequence, lead: Lead, now: datetime
) -> Rehearsal:
    """From where she stands: at the beginning, or at her next step when the sequence runs for her already."""
    scope = work.scope(lead.team_id)
    row = next((one for one in await flows.running(scope, lead.id) if one.sequence == sequence.name), None)
    owner = await work.session.get(User, lead.owner_id)
    team = await people.team(scope, lead.team_id)
    if owner is None:
        raise LookupError(f"lead {lead.id} has no owner")
    # Never added to a session: it only stands for the enrolment that would be.
    standing = row or Enrolment(id=0, team_id=lead.team_id, step=0, attempts=0, progress={}, started_at=now)
    reading = Reading(
        row=standing,
        definition=definition,
        sequence=sequence,
        lead=lead,
        owner=owner,
        team=team.name if team is not None else "",
        progress=progress_of(standing, lead),
        facts=facts_of(lead, None, now),
        now=now,
    )
    texts = {
        f"{step.index}:{name}": await working.compose(
            engine, scope, reading, Decision("run", "step", template=name, fallback_template=step.fallback_template)
        )
        for step in sequence.steps
        if step.sends
        for name in dict.fromkeys([*step.variants, step.template])
        if name is not None
    }
    since = standing.started_at if sequence.name == NURTURE else None
    letter = Letter(lead, "", "template", "proactive", nurture_since=since)
    line, _ = await engine.outbox.route(work, letter)
    contact = await engine.outbox.facts(scope, letter, line, now) if line is not None else None
    if contact is not None:
        contact = replace(contact, pending=0)
    return Rehearsal(sequence, leads.facts(lead), contact, reading.progress, texts, running=row is not None)


def on_paper(shipped: Mapping[str, MessageTemplate], sequence: Sequence, now: datetime) -> Rehearsal:
    """For somebody nobody knows: Anna, who agreed to WhatsApp, with every template approved."""
    lead = LeadFacts(name="Anna Muster")
    filling = composing.values(lead, "Max", "Team", {})
    lines = composing.Lines(None, "STOP")
    texts: dict[str, Composed | NotComposed] = {}
    for step in sequence.steps:
        for name in dict.fromkeys([*step.variants, step.template]):
            if step.sends and name is not None:
                wanted = [name, *([step.fallback_template] if step.fallback_template else [])]
                found = [sequence.texts.get(one) or shipped.get(one) for one in wanted]
                known = [one for one in found if one is not None]
                bodies = {one.name: composing.Body(one.whatsapp or one.name, one.text("de")) for one in known}
                texts[f"{step.index}:{name}"] = composing.compose(known, bodies, lead, filling, lines)
    contact = Contact(now, "template", True, "whatsapp", HOME_ZONE, consent=True, has_window=True)
    return Rehearsal(sequence, lead, contact, Progress(started_at=now, zone=HOME_ZONE), texts)
