"""Sends one e-mail to a lead: a message with a subject; without one it goes on with the talk that is there."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, AliasChoices, Field

from store.queries import people, threads
from store.types import Outcome, Say
from tools import lead_fields
from tools.base import INTERNAL, Text, Tool, Words, lead_rest
from tools.context import Context
from tools.lead_fields import Wrong
from tools.sending import Sending, send, visible

_REPLY = re.compile(r"^(?:re|aw|antw|sv)\s*:\s*", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:betreff|subject)\s*:?\s*(?P<subject>[^:\n]+)[:\n]\s*(?P<body>.+)", re.IGNORECASE | re.DOTALL
)
# One line: a line break in a header would let a text write headers of its own.
Subject = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f\x85\u2028\u2029]*$")]


class SendEmail(Sending):
    lead: Words | None = Field(
        None, validation_alias=AliasChoices("lead", "to"), description="Who gets it, in the rep's own words"
    )
    subject: Subject | None = Field(None, description="The subject as the rep said it, one line")
    text: Annotated[Text, AfterValidator(visible)] | None = Field(
        None,
        validation_alias=AliasChoices("body", "text", "message"),
        description="The exact words to send, copied from the rep's message",
    )
    email: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: SendEmail) -> Outcome:
    return await mail(context, arguments, arguments.subject, arguments.email)


async def mail(context: Context, arguments: Sending, subject: str | None = None, email: str | None = None) -> Outcome:
    """Queues the e-mail, or asks for what it lacks: an address, or a subject where no talk goes on."""
    lead = context.the_lead
    if "email" not in dict(await people.addresses(context.scope, lead)):
        found = lead_fields.value("email", email or "")
        if isinstance(found, Wrong):
            return _ask(context, "email")
        lead.email = str(found)
        await context.work.session.flush()
    subject = subject or await continued(context)
    if subject is None:
        return _ask(context, "subject")
    return await send(context, arguments, "email", subject)


async def continued(context: Context) -> str | None:
    """The subject of the e-mails with this lead so far, as an answer to them; None when there are none."""
    last = await threads.last_subject(context.scope, context.the_lead.id)
    return f"Re: {_REPLY.sub('', last)}"[:200] if last else None


def _ask(context: Context, missing: str) -> Outcome:
    say = Say(f"ask-{missing}", {"name": context.the_lead.name})
    return Outcome("asked", say, {"lead_id": context.the_lead.id}, f"missing_{missing}", expects=missing)


def _from_command(rest: str) -> dict[str, str]:
    """``/mail NAME: TEXT`` and ``/mail NAME Betreff SUBJECT: TEXT``."""
    found = _SUBJECT.search(rest)
    if found is not None:
        head = rest[: found.start()].rstrip(" ,:")
        return {**lead_rest(head), "subject": found["subject"].strip(), "body": found["body"].strip()}
    lead, _, body = rest.partition(":")
    return {**lead_rest(lead), **({"body": body.strip()} if body.strip() else {})}


TOOL = Tool(
    name="send_email",
    description="Send one lead an e-mail with exactly the subject and the words the rep gave; never invent any.",
    arguments=SendEmail,
    run=run,
    commands=("mail", "email"),
    from_command=_from_command,
    required=("lead", "text"),
    reaches=True,
)
