"""Queries of the chat over REST: a person's own line, and the answer to one message of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from store.db import Scope
from store.models import Account, AuditEvent, Conversation, Identity, Message, User
from store.queries import people

CHANNEL = "rest"  # as in channels/pull.py


async def account(scope: Scope, user: User) -> Account:
    """The account of a team's REST chats, with this person's line on it; opened when first needed."""
    name = f"team-{user.team_id}"
    found = await people.account(scope, CHANNEL, name)
    if found is None:
        found = Account(team_id=user.team_id, channel=CHANNEL, name=name, provider=CHANNEL)
        scope.session.add(found)
        await scope.session.flush()
    if await people.identity(scope, found.id, user.login) is None:
        scope.session.add(Identity(account_id=found.id, external_id=user.login, user_id=user.id))
        await scope.session.flush()
    return found


async def answer(scope: Scope, message_id: int) -> tuple[str, Sequence[AuditEvent]] | None:
    """(the bot's words, the acts of the turn) once a message was worked; None before."""
    asked = await scope.session.scalar(
        select(Message)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Message.id == message_id, Conversation.user_id == scope.user_id)
    )
    if asked is None or asked.state == "new" or asked.turn_id is None:
        return None
    told = select(Message.text).where(
        Message.conversation_id == asked.conversation_id, Message.direction == "out", Message.turn_id == asked.turn_id
    )
    found = (await scope.session.scalars(told.order_by(Message.id))).all()
    acts = select(AuditEvent).where(AuditEvent.turn_id == asked.turn_id).order_by(AuditEvent.id)
    return "\n\n".join(found), (await scope.session.scalars(acts)).all()
