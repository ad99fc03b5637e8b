"""Tries a message again that did not arrive; the contact policy is asked once more right before it leaves."""

from __future__ import annotations

from pydantic import Field

from store.models import Lead
from store.queries import acts, story
from store.queries.talk import as_int
from store.types import Option, Outcome, Say
from tools.base import Arguments, Tool, Words
from tools.context import Context

FOR_GOOD = frozenset({"opted_out", "left", "lead_gone"})


class RetryMessage(Arguments):
    number: Words | None = Field(None, description="The number of the message that did not arrive")


async def run(context: Context, arguments: RetryMessage) -> Outcome:
    number = as_int(arguments.number)
    row = await story.message(context.scope, number) if number is not None and number < 2**62 else None
    if row is None or row.lead_id is None:
        return Outcome("denied", Say("doubt-unknown"), reason="message_unknown")
    if row.state != "failed" or row.reason in FOR_GOOD:
        return Outcome("denied", Say("retry-not"), {"message_id": row.id, "state": row.state}, reason="not_failed")
    lead = await context.work.session.get(Lead, row.lead_id)
    name = lead.name if lead is not None else ""
    if context.origin.source == "chat":
        option = Option(Say("button-retry", {"name": name}), "retry_message", {"number": str(row.id)})
        say = Say("retry-ask", {"name": name, "text": row.text})
        return Outcome("asked", say, {"message_id": row.id}, "missing_action", (option,))
    row.state, row.due_at, row.reason, row.lease_until = "queued", context.now, None, None
    row.payload = {key: value for key, value in row.payload.items() if key not in ("tried_at", "late_tries")}
    await acts.record(
        context.scope,
        row.team_id,
        "message",
        row.id,
        verdict="send",
        rule="sent_again",
        at=context.now,
        lead_id=row.lead_id,
        facts={"by": context.actor.id},
    )
    conversation = row.conversation_id
    context.work.after_commit.append(lambda: context.house.outbox.bell.ring("drain_outbox", conversation))
    return Outcome("done", Say("retry-done", {"name": name}), {"message_id": row.id, "state": row.state})


TOOL = Tool(
    name="retry_message",
    description="Try a message again that did not arrive.",
    arguments=RetryMessage,
    run=run,
    commands=("nochmal", "retry"),
    from_command=lambda rest: {"number": rest.removeprefix("#")} if rest else {},
    required=("number",),
)
