"""Sends one WhatsApp message to a lead: send_message with a fixed channel."""

from __future__ import annotations

from store.types import Outcome
from tools.base import Tool, lead_and
from tools.context import Context
from tools.sending import Sending, send


class SendWhatsapp(Sending):
    """A WhatsApp message; there is no other channel to choose."""


async def run(context: Context, arguments: SendWhatsapp) -> Outcome:
    return await send(context, arguments, "whatsapp")


TOOL = Tool(
    name="send_whatsapp",
    description="Send one lead a WhatsApp message with exactly the words the rep gave. Use it when WhatsApp is named.",
    arguments=SendWhatsapp,
    run=run,
    commands=("whatsapp", "wa"),
    from_command=lead_and("text"),
    required=("lead", "text"),
    reaches=True,
    makes_lead=True,
)
