"""One enrolment with everything its next decision rests on, read at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sequences.catalogue import Catalogue
from sequences.conditions import Facts
from sequences.definition import Sequence
from sequences.progress import Progress, Reply
from store.db import Scope
from store.models import Enrolment, Lead, SequenceDefinition, Team, User
from store.queries import flows, leads
from store.types import Tone


@dataclass(frozen=True, slots=True)
class Reading:
    """Rows and the frozen facts made from them; ``owner`` is whose name the messages carry."""

    row: Enrolment
    definition: SequenceDefinition
    sequence: Sequence
    lead: Lead
    owner: User
    team: str
    progress: Progress
    facts: Facts
    now: datetime

    def stamp(self) -> tuple[object, ...]:
        """Whatever makes an earlier decision worthless when it changes."""
        row, lead = self.row, self.lead
        return (
            row.status,
            row.step,
            row.attempts,
            row.waiting_for,
            row.reply_at,
            lead.last_inbound_at,
            lead.stage,
            lead.paused_reason,
            lead.owner_id,
        )


async def read(scope: Scope, catalogue: Catalogue, enrolment_id: int, now: datetime) -> Reading | None:
    """None when the enrolment or one of its people is gone. Raises DefinitionError for an unreadable definition.

    What this unit of work changed before is written first, for the rows are read afresh.
    """
    await scope.session.flush()
    row = await flows.enrolment(scope, enrolment_id)
    if row is None:
        return None
    lead = await scope.session.get(Lead, row.lead_id, populate_existing=True)
    definition = await flows.definition(scope, row.definition_id)
    owner = await scope.session.get(User, lead.owner_id) if lead is not None else None
    if lead is None or definition is None or owner is None:
        return None
    team = await scope.session.get(Team, row.team_id)
    return Reading(
        row=row,
        definition=definition,
        sequence=catalogue.parse(definition),
        lead=lead,
        owner=owner,
        team=team.name if team is not None else "",
        progress=progress_of(row, lead),
        facts=facts_of(lead, row.reply_tone, now),
        now=now,
    )


def progress_of(row: Enrolment, lead: Lead) -> Progress:
    reply = Reply(cast("Tone", row.reply_tone), row.reply_at) if row.reply_tone and row.reply_at else None
    return Progress(
        started_at=row.started_at + timedelta(seconds=float(row.progress.get("shift", 0))),
        step=row.step,
        attempts=row.attempts,
        previous_template=row.previous_template,
        last_sent_at=row.last_sent_at,
        last_step=row.last_step,
        reply=reply,
        handled=frozenset(row.progress.get("handled", ())),
        zone=lead.zone,
        enrolment_id=row.id,
    )


def facts_of(lead: Lead, reply_tone: str | None, now: datetime) -> Facts:
    """What conditions read of a lead now; silence counts from our last message that she has not answered."""
    silent: timedelta | None = None
    if lead.last_outbound_at is not None:
        answered = lead.last_inbound_at is not None and lead.last_inbound_at >= lead.last_outbound_at
        silent = None if answered else max(now - lead.last_outbound_at, timedelta(0))
    return Facts(
        lead=leads.facts(lead),
        lead_response_positive=(reply_tone or lead.tone) == "positive",
        no_response_since=silent,
        no_response_days=silent.days if silent is not None else 0,
    )
