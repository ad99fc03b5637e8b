"""Sends what a prompt worded to a lead: a button that shows both, so the tap is the approval."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sequences.composing import says_ai
from store.models import Approval
from store.queries import prompts
from store.queries.talk import as_int
from store.types import Outcome, Say
from tools import approving, parking, send_message
from tools.base import INTERNAL, Arguments, Refusal, Tool, Words
from tools.context import Context
from tools.send_message import SendMessage


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
    words = {"lead": str(context.the_lead.id), "text": done.output, "channel": arguments.channel}
    wanted = SendMessage.model_validate({**words, "discloses": says_ai(done.output)})
    parked = await parking.park(context, send_message.TOOL, wanted, "prompt")
    row = await context.work.session.get_one(Approval, parked.result["approval_id"])
    outcome = await approving.execute(context, row, {}, None)
    if outcome.status == "denied" and not outcome.options:
        raise Refusal(outcome.say, outcome.reason or "denied")  # nothing of it stays
    return outcome


TOOL = Tool(
    name="send_prompt",
    description="Sends the words of a prompt's run; only behind its button.",
    arguments=SendPrompt,
    run=run,
    spoken=False,
    required=("lead", "execution"),
)
