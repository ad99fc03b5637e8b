"""Takes back what a rep's newest turn sent, as long as it has not left."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from store.models import Approval, Lead, Message
from store.queries import acts, escalations, story, talk
from store.types import Outcome, Say
from tools import approving, scheduling, wording
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context
from tools.parking import card_options

_HERE = frozenset({"held", "queued"})


class Undo(Arguments):
    turn: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: Undo) -> Outcome:
    rows = await _rows(context, arguments.turn)
    if not rows:
        return Outcome("denied", Say("undo-nothing"), reason="nothing_to_undo")
    waiting = [row for row in rows if row.state in _HERE]
    if not waiting:
        return _too_late(rows)
    names: list[str] = []
    for row in waiting:
        row.state, row.reason, row.due_at = "cancelled", "undone", None
        lead = await context.work.session.get(Lead, row.lead_id)
        names.append(lead.name if lead else "")
        await acts.record(
            context.scope,
            row.team_id,
            "message",
            row.id,
            verdict="cancel",
            rule="undone",
            at=context.now,
            lead_id=row.lead_id,
        )
    await escalations.taken_back(context.scope, context.actor.id, waiting[0].at, context.now)
    again = await _approvals_again(context, waiting)
    booked = await scheduling.take_back(context, waiting[0].turn_id or "")
    gone = len(rows) - len(waiting) - sum(row.state == "cancelled" and row not in waiting for row in rows)
    values = {
        "names": ", ".join(dict.fromkeys(name for name in names if name)),
        "count": len(waiting),
        "text": wording.short(waiting[0].text, 120),
        "gone": gone,
    }
    result = {"cancelled": [row.id for row in waiting], "gone": gone, "approvals": [row.id for row in again]}
    key = "undo-partly" if gone > 0 else "undo-approval" if again else "undo-booking" if booked else "undo-done"
    options = card_options(again[0].id) if len(again) == 1 else ()
    return Outcome("done", Say(key, values), result, options=options)


async def _rows(context: Context, turn: str | None) -> Sequence[Message]:
    if turn is None:
        held = await talk.held_by(context.scope, context.actor.id, context.now)
        turn = held[0].turn_id if held else await story.newest_turn(context.scope)
    return await story.of_turn(context.scope, turn) if turn is not None else []


def _too_late(rows: Sequence[Message]) -> Outcome:
    """Honest words for what left already, was never sent, or was taken back before."""
    states = {row.state for row in rows}
    result = {"messages": [{"id": row.id, "state": row.state} for row in rows]}
    if states <= {"cancelled", "refused", "failed"}:
        return Outcome("denied", Say("undo-already"), result, reason="already_undone")
    return Outcome("denied", Say("undo-too-late"), result, reason="too_late")


async def _approvals_again(context: Context, rows: Sequence[Message]) -> list[Approval]:
    """Drafts whose sending was taken back wait again, as new approvals; a sequence's step has moved on for good."""
    again: list[Approval] = []
    for row in rows:
        before = await story.undone_approval(context.scope, row.approval_id) if row.approval_id else None
        if before is None or before.enrolment_id is not None or before.state not in ("approved", "changed"):
            continue
        again.append(await approving.copy(context, before, before.arguments))
        before.state = "undone"
    return again


TOOL = Tool(
    name="undo",
    description="Take back the message the rep has just sent, while it is still held.",
    arguments=Undo,
    run=run,
    commands=("undo", "zurueck", "zurück", "rueckgaengig", "rückgängig"),
)
