"""An act that must wait for a tap becomes an approval row, with a card that shows recipient and text from rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sequences import deputing, overdue
from store.models import Approval, Lead
from store.types import Option, Outcome, Say
from tools import approval, direct_speech
from tools.base import Arguments, Tool
from tools.context import Context


async def park(context: Context, tool: Tool, arguments: Arguments, reason: str) -> Outcome:
    """Stores the act with its digest; the answer is a card with Send, Change, Reject.

    What was told about the lead is offered as words to her.
    """
    lead = context.lead
    bound = arguments.model_dump(exclude_none=True, exclude_defaults=True)
    if lead is not None:
        bound["lead"] = str(lead.id)
    if bound.pop("indirect", False) and lead is not None and "text" in bound:
        bound["text"] = direct_speech.spoken(bound["text"], lead.register, context.origin.said) or bound["text"]
    row = Approval(
        team_id=context.actor.team_id,
        user_id=context.actor.id,
        lead_id=lead.id if lead else None,
        tool=tool.name,
        arguments=bound,
        digest=approval.digest(tool.name, lead.id if lead else None, bound),
        reason=reason,
        origin="ai" if context.origin.text_origin == "human" else context.origin.text_origin,
        confidence=bound.get("confidence"),
        reasoning=list(bound.get("reasoning", ())),
        enrolment_id=context.origin.enrolment_id,
        expires_at=context.now + timedelta(hours=context.house.settings.approval_hours),
        at=context.now,
    )
    context.work.session.add(row)
    await context.work.session.flush()
    await deputing.plan_ahead(context.scope, row, overdue.warning_time(context.house.settings.approval_hours))
    name, text = lead.name if lead else "", bound.get("text", "")
    say = Say("parked-card", {"id": row.id, "name": name, "text": worded(bound)})
    if not text:
        what = str(bound.get("sequence") or "") or context.words(f"act-{tool.name.replace('_', '-')}", **_when(bound))
        say = Say("parked-act", {"id": row.id, "name": name, "what": what})
    return Outcome(
        "parked",
        say,
        {"approval_id": row.id, "lead_id": row.lead_id, "text": text},
        reason=reason,
        options=card_options(row.id, worded=bool(text)),
    )


def _when(bound: Mapping[str, Any]) -> dict[str, str]:
    return {"when": str(bound.get("date", ""))}


def worded(arguments: Mapping[str, Any]) -> str:
    """What would leave, as a person reads it: an e-mail's subject stands above its words."""
    return "\n".join(str(arguments[part]) for part in ("subject", "text") if arguments.get(part))


def card_options(approval_id: int, *, worded: bool = True) -> tuple[Option, ...]:
    """Send, Change, Reject: the buttons of every approval card; without a text there is nothing to change."""
    actions = ("approve", "change", "reject") if worded else ("approve", "reject")
    return tuple(
        Option(Say(f"button-{action}"), "decide_approval", {"approval": str(approval_id), "action": action})
        for action in actions
    )


async def new_lead(context: Context, phone: str) -> Lead:
    """A number the rep typed that belongs to nobody yet becomes a lead of theirs, without any consent."""
    lead = Lead(
        team_id=context.actor.team_id,
        owner_id=context.actor.id,
        name=phone,
        phone=phone,
        language=context.actor.language,
        zone=context.actor.zone,
        source="rep",
        created_at=context.now,
    )
    context.work.session.add(lead)
    await context.work.session.flush()
    return lead
