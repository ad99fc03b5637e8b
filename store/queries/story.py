"""Queries on what became of messages: the newest turn, what is in doubt, why something went or did not."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, not_, or_, select

from store.db import Scope
from store.models import Approval, Conversation, Decision, Identity, Lead, Message, WhatsappTemplate

_WENT = ("send", "template")
_NEUTRAL = ("run", "approved", "changed")


def _to_leads(scope: Scope) -> list[ColumnElement[bool]]:
    """Outgoing messages to leads that the scope's person sent, or that went to a lead of theirs."""
    where = [Message.direction == "out", Message.lead_id.is_not(None)]
    if scope.team_id is not None:
        where.append(Message.team_id == scope.team_id)
    if scope.user_id is not None:
        mine = select(Lead.id).where(Lead.owner_id == scope.user_id)
        where.append(or_(Message.sender_id == scope.user_id, Message.lead_id.in_(mine)))
    return where


async def newest_turn(scope: Scope) -> str | None:
    """The newest turn in which the scope's person sent something to a lead that could be undone for a while."""
    query = (
        select(Message.turn_id)
        .where(Message.sender_id == scope.user_id, Message.turn_id.is_not(None), Message.lead_id.is_not(None))
        .order_by(Message.id.desc())
        .limit(1)
    )
    return await scope.session.scalar(query)


async def of_turn(scope: Scope, turn_id: str) -> Sequence[Message]:
    """What the scope's person sent to leads in one turn, oldest first."""
    query = select(Message).where(
        Message.sender_id == scope.user_id, Message.turn_id == turn_id, Message.lead_id.is_not(None)
    )
    return (await scope.session.scalars(query.order_by(Message.id).with_for_update())).all()


async def message(scope: Scope, message_id: int) -> Message | None:
    """One message to a lead or to the scope's person."""
    theirs = (Message.user_id == scope.user_id) if scope.user_id is not None else Message.id.is_not(None)
    where = [Message.id == message_id, Message.direction == "out"]
    if scope.team_id is not None:
        where.append(Message.team_id == scope.team_id)
    mine = select(Lead.id).where(Lead.owner_id == scope.user_id) if scope.user_id is not None else select(Lead.id)
    visible = or_(theirs, Message.sender_id == scope.user_id, Message.lead_id.in_(mine))
    return (await scope.session.scalars(select(Message).where(*where, visible).with_for_update())).first()


async def sent_to(scope: Scope, lead_id: int | None, *, limit: int = 5) -> Sequence[Message]:
    """The newest messages to a lead, or to any lead of the scope's person, newest first."""
    query = select(Message).where(*_to_leads(scope))
    if lead_id is not None:
        query = query.where(Message.lead_id == lead_id)
    return (await scope.session.scalars(query.order_by(Message.id.desc()).limit(limit))).all()


async def newest_decisions(scope: Scope, lead_id: int | None, *, went: bool, limit: int = 1) -> Sequence[Decision]:
    """The newest decisions that let something go (``went``) or held it back, on a lead or on any of the person's."""
    query = select(Decision).where(Decision.verdict.in_(_WENT))
    if not went:
        done = and_(Decision.verdict == "draft", Decision.rule == "done")
        query = select(Decision).where(Decision.verdict.not_in((*_WENT, *_NEUTRAL)), not_(done))
    if lead_id is not None:
        query = query.where(Decision.lead_id == lead_id)
    elif scope.user_id is not None:
        query = query.join(Lead, Lead.id == Decision.lead_id).where(Lead.owner_id == scope.user_id)
    if scope.team_id is not None:
        query = query.where(Decision.team_id == scope.team_id)
    return (await scope.session.scalars(query.order_by(Decision.id.desc()).limit(limit))).all()


async def approval_to_decide(scope: Scope, approval_id: int) -> Approval | None:
    """An approval of the scope's person or deputy, locked so that two taps meet one after the other."""
    theirs = or_(Approval.user_id == scope.user_id, Approval.deputy_id == scope.user_id)
    query = select(Approval).where(Approval.id == approval_id, theirs)
    if scope.team_id is not None:
        query = query.where(Approval.team_id == scope.team_id)
    query = query.with_for_update().execution_options(populate_existing=True)
    return (await scope.session.scalars(query)).first()


async def cards_of(scope: Scope, approval_id: int) -> Sequence[Message]:
    """The cards on which an approval was shown to its person, newest first."""
    query = select(Message).where(
        Message.approval_id == approval_id, Message.lead_id.is_(None), Message.direction == "out"
    )
    return (await scope.session.scalars(query.order_by(Message.id.desc()).limit(5))).all()


async def lines_with(scope: Scope, lead_id: int) -> Sequence[Conversation]:
    """A lead's conversations, oldest first."""
    query = select(Conversation).where(Conversation.lead_id == lead_id).order_by(Conversation.id)
    return (await scope.session.scalars(query)).all()


async def approved_templates(
    scope: Scope, team_id: int, language: str, *, limit: int = 50
) -> Sequence[WhatsappTemplate]:
    """The team's approved provider templates in a language, by name."""
    query = select(WhatsappTemplate).where(
        WhatsappTemplate.team_id == team_id,
        WhatsappTemplate.language == language,
        WhatsappTemplate.status == "approved",
    )
    return (await scope.session.scalars(query.order_by(WhatsappTemplate.name).limit(limit))).all()


async def inbound_text(scope: Scope, lead_id: int) -> tuple[str, str] | None:
    """(text, channel) of the last thing a lead wrote."""
    query = (
        select(Message.text, Conversation.channel)
        .join(Conversation, Conversation.id == Message.conversation_id)
        .where(Message.lead_id == lead_id, Message.direction == "in")
        .order_by(Message.id.desc())
        .limit(1)
    )
    row = (await scope.session.execute(query)).first()
    return (row.text, row.channel) if row is not None else None


async def first_channel(scope: Scope, lead_id: int) -> str | None:
    """The channel of a lead's oldest conversation."""
    query = select(Conversation.channel).where(Conversation.lead_id == lead_id).order_by(Conversation.id).limit(1)
    return await scope.session.scalar(query)


async def waits_on_card(scope: Scope, message_id: int, but: int) -> bool:
    """Whether another approval on the same card still waits for its tap."""
    query = select(Approval.id).where(
        Approval.card_message_id == message_id, Approval.id != but, Approval.state == "pending"
    )
    return await scope.session.scalar(query.limit(1)) is not None


async def undone_approval(scope: Scope, approval_id: int) -> Approval | None:
    """The approval a message came from, to be offered again."""
    query = select(Approval).where(Approval.id == approval_id, Approval.team_id == scope.team_id)
    return (await scope.session.scalars(query)).first()


async def move_address(scope: Scope, lead: Lead, old: str, new: str) -> None:
    """A lead's changed number or address: messages go to the new one; the old talk keeps its window."""
    rows = await scope.session.scalars(select(Identity).where(Identity.lead_id == lead.id, Identity.external_id == old))
    for row in rows.all():
        taken = select(Identity.id).where(Identity.account_id == row.account_id, Identity.external_id == new)
        if await scope.session.scalar(taken) is None:
            row.external_id = new
        else:
            await scope.session.delete(row)
