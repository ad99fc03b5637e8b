"""Sends one message to a lead on the channel that suits, or on the one that was named."""

from __future__ import annotations

from pydantic import Field

from store.types import Outcome
from tools.base import INTERNAL, Tool, Words, lead_and
from tools.context import Context
from tools.send_email import Subject, mail
from tools.sending import ELSEWHERE, Channel, Elsewhere, Sending, instead, send


class SendMessage(Sending):
    channel: Channel | Elsewhere = Field(
        "auto", description="Only when the rep named one; auto is where the lead last wrote"
    )
    subject: Subject | None = Field(None, json_schema_extra=INTERNAL)
    email: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: SendMessage) -> Outcome:
    if arguments.channel in ELSEWHERE:
        return await instead(context, arguments, arguments.channel)
    if arguments.channel == "email" and context.origin.source in ("chat", "command"):
        return await mail(context, arguments, arguments.subject, arguments.email)
    return await send(context, arguments, arguments.channel)


TOOL = Tool(
    name="send_message",
    description="Send one lead a message with exactly the words the rep gave. Ask for missing words, never invent any.",
    arguments=SendMessage,
    run=run,
    commands=("schreib", "send", "nachricht", "message"),
    from_command=lead_and("text"),
    required=("lead", "text"),
    reaches=True,
    makes_lead=True,
)
