"""Sends what a prompt worded to a lead: a button that shows both, so the tap is the approval."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from store.queries import prompts
from store.queries.talk import as_int
from store.types import ActOrigin, Outcome, Say, ToolCall
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Context


class SendPrompt(Arguments):
    lead: Words | None = Field(None, json_schema_extra=INTERNAL)
    execution: Words | None = Field(None, json_schema_extra=INTERNAL)
    channel: Literal["whatsapp", "email"] = Field("whatsapp", json_schema_extra=INTERNAL)


async def run(context: Context, arguments: SendPrompt) -> Outcome:
    """Parks the message like every text of an AI and, as it was tapped below its own words, sends it at once."""
    if context.origin.source not in ("tap", "rest"):
        raise Refusal(Say("prompt-tap"), "tap_needed")
    number = as_int(arguments.execution or "")
    done = await prompts.execution(context.scope, number) if number is not None and 0 < number < 2**62 else None
    if done is None or done.lead_id != context.the_lead.id:
        raise Refusal(Say("prompt-execution-unknown"), "execution_unknown")
    origin = ActOrigin(
        context.origin.source, turn_id=context.origin.turn_id, conversation_id=context.origin.conversation_id,
        text_origin="ai",
    )  # fmt: skip
    wanted = {"lead": str(context.the_lead.id), "text": done.output, "channel": arguments.channel}
    call = ToolCall("send_message", wanted, f"{context.call.key}:send")
    parked = await context.execute(context.actor, call, origin, work=context.work)
    if parked.status != "parked":
        return parked
    decide = {"approval": str(parked.result["approval_id"]), "action": "approve"}
    decided = ToolCall("decide_approval", decide, f"{context.call.key}:approve")
    return await context.execute(context.actor, decided, context.origin, work=context.work)


TOOL = Tool(
    name="send_prompt",
    description="Sends the words of a prompt's run; only behind its button.",
    arguments=SendPrompt,
    run=run,
    spoken=False,
    required=("lead", "execution"),
)
