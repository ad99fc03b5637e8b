"""What a refused or returned message teaches about an address: nobody is there, or she wants no more of us."""

from __future__ import annotations

from datetime import datetime

from channels import suppress
from channels.outbox import Outbox
from store.db import Work
from store.models import Conversation, Lead, Message, User
from store.queries import people, talk

BLOCKED, GONE = "blocked", "address_invalid"


async def learned(work: Work, outbox: Outbox, row: Message, rule: str, now: datetime) -> None:
    """Keeps what the fate of one message says; other rules say nothing about the address."""
    conversation = await work.session.get(Conversation, row.conversation_id) if rule in (BLOCKED, GONE) else None
    if conversation is None:
        return
    if rule == GONE:
        identity = await people.identity(work.scope(), conversation.account_id, conversation.external_id)
        if identity is not None:
            identity.invalid_at = now
    elif conversation.lead_id is not None:
        lead = await work.session.get(Lead, conversation.lead_id)
        if lead is not None:
            await suppress.suppress(work, outbox, lead, "blocked", now, confirm=False)
    elif conversation.user_id is not None:
        await move_home(work, conversation)


async def move_home(work: Work, left: Conversation) -> None:
    """One of ours blocked us here: what we have to say goes to another of their messengers, if there is one."""
    user = await work.session.get(User, left.user_id)
    other = await talk.other_conversation(work.scope(), user.id, left.id) if user is not None else None
    if user is not None and other is not None and user.home_conversation_id in (None, left.id):
        user.home_conversation_id = other.id
