"""Messages nobody knows the fate of: a person says whether to send again or to leave it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from store.models import Lead, Message
from store.queries import acts, leaving, story
from store.queries.talk import as_int
from store.types import Option, Outcome, Say
from tools import wording
from tools.base import Arguments, Tool, Words
from tools.context import Context

OFFERED = 5


class ClearDoubt(Arguments):
    message: Words | None = Field(None, description="The number of the message; without it the list is shown")
    action: Literal["again", "leave"] | None = Field(None, description="again: send once more; leave: let it be")


async def run(context: Context, arguments: ClearDoubt) -> Outcome:
    if arguments.message is None:
        return await _list(context)
    number = as_int(arguments.message)
    row = await story.message(context.scope, number) if number is not None and number < 2**62 else None
    if row is None:
        return Outcome("denied", Say("doubt-unknown"), reason="message_unknown")
    if row.state != "in_doubt":
        say = Say("doubt-cleared", {"state": context.words(f"message-state-{_state(row.state)}")})
        return Outcome("denied", say, {"message_id": row.id, "state": row.state}, reason="not_in_doubt")
    if arguments.action is None or (arguments.action == "again" and context.origin.source == "chat"):
        return await _ask(context, row)
    return await _clear(context, row, arguments.action)


def _state(state: str) -> str:
    known = ("held", "queued", "sending", "sent", "delivered", "read", "failed", "refused", "cancelled")
    return state.replace("_", "-") if state in known else "sent"


async def _name(context: Context, row: Message) -> str:
    lead = await context.work.session.get(Lead, row.lead_id) if row.lead_id else None
    return lead.name if lead else context.words("notice-you")


async def _list(context: Context) -> Outcome:
    rows = await leaving.in_doubt(context.scope)
    if not rows:
        return Outcome("done", Say("doubt-none"), {"messages": []})
    if len(rows) == 1:
        return await _ask(context, rows[0])
    lines, options = [], []
    for row in rows[:OFFERED]:
        name = await _name(context, row)
        lines.append(f"#{row.id} {name}: »{wording.short(row.text, 80)}«")
        options.append(Option(f"#{row.id} {name}", "clear_doubt", {"message": str(row.id)}))
    found = [{"id": row.id, "lead_id": row.lead_id, "text": row.text, "at": row.at.isoformat()} for row in rows]
    say = Say("doubt-list", {"count": len(rows), "lines": "\n".join(lines)})
    return Outcome("asked", say, {"messages": found}, "doubt_list", tuple(options))


async def _ask(context: Context, row: Message) -> Outcome:
    options = tuple(
        Option(Say(f"button-{label}"), "clear_doubt", {"message": str(row.id), "action": action})
        for action, label in (("again", "send-again"), ("leave", "leave-it"))
    )
    values = {"name": await _name(context, row), "text": wording.short(row.text, 200)}
    result = {"message_id": row.id, "lead_id": row.lead_id, "text": row.text}
    return Outcome("asked", Say("doubt-ask", values), result, "missing_action", options)


async def _clear(context: Context, row: Message, action: str) -> Outcome:
    values = {"name": await _name(context, row)}
    if action == "again":
        row.state, row.due_at, row.reason, row.lease_until = "queued", context.now, None, None
        conversation = row.conversation_id
        context.work.after_commit.append(lambda: context.house.outbox.bell.ring("drain_outbox", conversation))
    else:
        row.state, row.reason, row.due_at = "failed", "left", None
    await acts.record(
        context.scope,
        row.team_id,
        "message",
        row.id,
        verdict="send" if action == "again" else "refuse",
        rule="sent_again" if action == "again" else "left",
        at=context.now,
        lead_id=row.lead_id,
        facts={"by": context.actor.id},
    )
    result = {"message_id": row.id, "state": row.state, "action": action}
    return Outcome("done", Say(f"doubt-{action}", values), result)


def _from_command(rest: str) -> dict[str, Any]:
    """``/zweifel``, ``/zweifel 12`` or ``/zweifel 12 nochmal|lassen``."""
    words = rest.lower().split()
    if not words:
        return {}
    found: dict[str, Any] = {"message": words[0].removeprefix("#")}
    if words[1:] and words[1] in ("again", "nochmal", "erneut", "senden", "resend"):
        found["action"] = "again"
    elif words[1:] and words[1] in ("leave", "lassen", "lass", "nicht"):
        found["action"] = "leave"
    return found


TOOL = Tool(
    name="clear_doubt",
    description="List messages whose fate is unknown, or let the rep decide about one.",
    arguments=ClearDoubt,
    run=run,
    commands=("zweifel", "doubt"),
    from_command=_from_command,
)
