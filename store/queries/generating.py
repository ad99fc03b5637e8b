"""Queries behind generated messages: whose voice, what was said last, and what became of a generation."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from store.db import Scope
from store.models import Conversation, Generation, Lead, Message, Persona


async def persona(scope: Scope, user_id: int) -> Persona | None:
    query = select(Persona).where(Persona.user_id == user_id)
    if scope.team_id is not None:
        query = query.where(Persona.team_id == scope.team_id)
    return (await scope.session.scalars(query)).first()


async def conversation(scope: Scope, conversation_id: int) -> tuple[Conversation, Lead] | None:
    """A conversation with a lead of the scope."""
    query = select(Conversation, Lead).join(Lead, Lead.id == Conversation.lead_id)
    query = query.where(Conversation.id == conversation_id)
    if scope.team_id is not None:
        query = query.where(Conversation.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Lead.owner_id == scope.user_id)
    row = (await scope.session.execute(query)).first()
    return (row[0], row[1]) if row is not None else None


async def last_messages(scope: Scope, conversation_id: int, limit: int) -> Sequence[Message]:
    """The newest messages of a conversation in both directions, oldest first; what never went out is left out."""
    query = select(Message).where(
        Message.conversation_id == conversation_id, Message.state.not_in(("cancelled", "refused", "failed"))
    )
    return (await scope.session.scalars(query.order_by(Message.id.desc()).limit(limit))).all()[::-1]


async def generation(scope: Scope, generation_id: int) -> Generation | None:
    """A generation the scope's person asked for."""
    query = select(Generation).where(Generation.id == generation_id)
    if scope.team_id is not None:
        query = query.where(Generation.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Generation.chatter_id == scope.user_id)
    return (await scope.session.scalars(query)).first()
