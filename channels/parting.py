"""The next part of a stored message as an adapter gets it: text, choices, files, template, or the card it replaces."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from channels import doubts, links
from channels.base import Capabilities
from channels.email import threads
from channels.whatsapp import templates
from store.db import Work
from store.models import Account, Conversation, Lead, Message, User
from store.queries import attachments, flows
from store.settings import Settings
from store.types import Language, Origin, Outgoing

SHOWN = ("sent", "delivered", "read", "sending", "in_doubt")


class Broken(Exception):
    """The approved template cannot be sent as what was shown; ``rule`` says why."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


async def next_part(
    work: Work, row: Message, conversation: Conversation, account: Account, can: Capabilities, settings: Settings
) -> tuple[Outgoing, bool]:
    """The part and whether it is the last one. Raises Broken for a template that does not fit any more."""
    parts = doubts.parts(row, can)
    part = min(row.payload.get("part", 0), len(parts) - 1)
    outgoing = Outgoing(
        message_id=row.id,
        channel=conversation.channel,
        to=conversation.external_id,
        text=parts[part].text,
        buttons=parts[part].buttons,
        subject=row.subject,
        account=account.name,
        part=part,
        language=await _language(work, row),
        template=row.template,
        house=row.origin == "system",
        kind=row.kind,
        origin=cast("Origin", row.origin),
    )
    if conversation.channel == "email":
        outgoing = replace(outgoing, thread=await threads.of(work.scope(), conversation.id, row.id))
    if row.template is not None and can.templates:
        outgoing = await _filled(work, row, outgoing)
    if parts[part].files:
        files = await attachments.of_message(work.scope(), row.id)
        outgoing = replace(
            outgoing,
            files=tuple(files[place] for place in parts[part].files),
            links=tuple(links.to_file(settings, row.id, place) for place in parts[part].files),
        )
    if row.edits is not None and part == 0:
        outgoing = await _edit(work, row, outgoing)
    return outgoing, part == len(parts) - 1


async def _language(work: Work, row: Message) -> Language:
    person: Lead | User | None = None
    if row.lead_id is not None:
        person = await work.session.get(Lead, row.lead_id)
    elif row.user_id is not None:
        person = await work.session.get(User, row.user_id)
    return "en" if person is not None and person.language == "en" else "de"


async def _filled(work: Work, row: Message, outgoing: Outgoing) -> Outgoing:
    """The provider's own name and language of the template, and the parameters that make it the text that was shown."""
    found = await flows.template(work.scope(), row.team_id, row.template or "", outgoing.language)
    if found is None:
        raise Broken("template_gone")
    values = templates.values(found.body, row.text, found.parameters)
    if values is None:
        raise Broken("template_mismatch")
    name, locale = found.provider_name or found.name, found.provider_language or found.language
    return replace(outgoing, template=name, locale=locale, values=values)


async def _edit(work: Work, row: Message, outgoing: Outgoing) -> Outgoing:
    """An edit of a card that never left becomes a message of its own."""
    target = await work.session.get(Message, row.edits)
    if target is None or target.state not in SHOWN:
        return outgoing
    return replace(outgoing, edits=row.edits, edits_id=(target.provider_id or "").removeprefix(doubts.OUT) or None)
