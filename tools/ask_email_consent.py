"""Asks a lead by e-mail whether she wants e-mails: the first step of a double opt-in, the second is hers."""

from __future__ import annotations

from datetime import timedelta

from pydantic import Field

from channels import optin
from store.queries import codes as code_rows
from store.queries import leads
from store.types import Outcome, Say
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context

_AGAIN = timedelta(days=30)  # nobody is asked twice in a month


class AskEmailConsent(Arguments):
    lead: Words | None = Field(None, description="The lead's name, phone number or id, as the rep said it")


async def run(context: Context, arguments: AskEmailConsent) -> Outcome:
    lead = context.the_lead
    named = {"name": lead.name}
    if not lead.email:
        return Outcome("denied", Say("optin-no-address", named), reason="no_address")
    if await leads.consent(context.scope, lead.id, "email", express=True):
        return Outcome("denied", Say("optin-already", named), reason="already")
    if await code_rows.asked_since(context.scope, lead.id, "confirm", context.now - _AGAIN):
        return Outcome("denied", Say("optin-asked-lately", named), reason="asked_lately")
    posted = await optin.ask(context.work, context.house.outbox, lead, await context.user(), context.now)
    if posted.message_id is None:
        reason = Say("reason-" + posted.verdict.rule.replace("_", "-"))
        return Outcome("denied", Say("optin-refused", {**named, "reason": reason}), reason=posted.verdict.rule)
    return Outcome("done", Say("optin-asked", {**named, "address": lead.email}), {"message_id": posted.message_id})


TOOL = Tool(
    name="ask_email_consent",
    description="Send one lead the confirmation mail that asks whether she wants e-mails (double opt-in).",
    arguments=AskEmailConsent,
    run=run,
    commands=("optin",),
    from_command=lead_rest,
    required=("lead",),
    reaches=True,
)
