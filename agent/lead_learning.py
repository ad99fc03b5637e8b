"""What a lead said about herself goes into her record, with her words as the reason, and onto the rep's card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from agent import lead_signals
from agent.lead_signals import Signal
from channels import words
from store.db import Scope
from store.models import Lead
from store.queries import acts, leads
from store.types import Language, Option, Say

_QUOTE = 160


async def learn(scope: Scope, lead: Lead, text: str, told: str, now: datetime) -> list[Signal]:
    """Writes what is new; ``told`` is what she was last sent. Only facts: nothing is done because of them here."""
    new = [one for one in lead_signals.read(text, told) if getattr(lead, one.field) != one.value]
    for signal in new:
        setattr(lead, signal.field, signal.value)
        if signal.field == "is_customer" and lead.stage != "partner":
            lead.stage = "customer"
        leads.turned(lead, now)
        facts = {"value": signal.value, "quote": signal.quote[:_QUOTE]}
        await acts.record(
            scope,
            lead.team_id,
            "lead",
            lead.id,
            verdict="learnt",
            rule=signal.field,
            at=now,
            lead_id=lead.id,
            facts=facts,
        )
    return new


def lines(language: Language, lead: Lead, learnt: Sequence[Signal]) -> list[str]:
    """One line for each new fact, with the way to change it in chat."""
    found = []
    for signal in learnt:
        quote = " ".join(signal.quote.split())
        values = {"name": lead.name, "value": int(signal.value), "quote": quote[:_QUOTE]}
        found.append(words.say(language, Say(f"learnt-{signal.field.replace('_', '-')}", values)))
    return found


def options(lead: Lead, learnt: Sequence[Signal]) -> tuple[Option, ...]:
    """A tap for what she did not mean so."""
    wrong = [one for one in learnt if one.value is True]
    return tuple(
        Option(
            Say(f"button-not-{one.field.replace('_', '-')}"),
            "update_lead",
            {"lead": str(lead.id), "field": one.field, "value": "nein"},
        )
        for one in wrong
    )
