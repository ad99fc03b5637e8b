"""Asks the lead's owner to call: a card with the number and the point to talk about."""

from __future__ import annotations

from channels import words
from sequences.steps.base import Doing, Done, Kind
from sequences.steps.create_reminder import remind
from store.types import Say


async def run(doing: Doing) -> Done:
    note = words.say(doing.language, Say(f"sequence-call-{_occasion(doing)}", _values(doing)))
    return await remind(doing, note, action="call")


def _occasion(doing: Doing) -> str:
    """What makes the call worth it: a reply just now, an objection to take up, an interest, or the step itself."""
    facts = doing.reading.facts.lead
    if doing.step.note:
        return "note"
    if doing.decision.rule == "reply_branch":
        return "reply"
    if facts.objections:
        return "objection"
    return "interest" if facts.interests else "plain"


def _values(doing: Doing) -> dict[str, object]:
    facts = doing.reading.facts.lead
    return {
        "note": doing.step.note,
        "step": doing.step.called(doing.language),
        "sequence": doing.title,
        "objection": facts.objections[-1] if facts.objections else "",
        "interest": facts.interests[0] if facts.interests else "",
    }


KIND = Kind("schedule_call", run)
