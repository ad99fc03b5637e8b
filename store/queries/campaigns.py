"""Queries on messages to many: campaigns, their items, and what the policy needs of many leads at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal_column, select, update

from store.db import Scope
from store.leases import Lease, claim
from store.models import Campaign, CampaignItem, Conversation, Lead, Message

GOING: ColumnElement[bool] = literal_column("campaigns.state = 'running'")


async def claim_due(scope: Scope, now: datetime, *, limit: int, seconds: int) -> list[Lease]:
    where = (GOING, Campaign.next_due_at <= now)
    order = (Campaign.next_due_at, Campaign.id)
    return await claim(scope, Campaign, where, order=order, limit=limit, seconds=seconds)


async def any_due(scope: Scope, now: datetime) -> bool:
    query = select(Campaign.id).where(GOING, Campaign.next_due_at <= now).limit(1)
    return await scope.session.scalar(query) is not None


async def campaign(scope: Scope, campaign_id: int) -> Campaign | None:
    """One campaign of the scope's person, locked so that two taps meet one after the other."""
    query = select(Campaign).where(Campaign.id == campaign_id, Campaign.user_id == scope.user_id)
    query = query.with_for_update().execution_options(populate_existing=True)
    return (await scope.session.scalars(query)).first()


async def newest(scope: Scope, *states: str) -> Campaign | None:
    """The person's newest campaign in one of these states."""
    query = select(Campaign).where(Campaign.user_id == scope.user_id, Campaign.state.in_(states))
    return (await scope.session.scalars(query.order_by(Campaign.id.desc()).limit(1))).first()


async def drafts(scope: Scope) -> Sequence[Campaign]:
    """The person's campaigns that were shown and never started."""
    query = select(Campaign).where(Campaign.user_id == scope.user_id, Campaign.state == "draft")
    return (await scope.session.scalars(query)).all()


async def items(scope: Scope, campaign_id: int, *states: str, limit: int = 1000) -> Sequence[CampaignItem]:
    query = select(CampaignItem).where(CampaignItem.campaign_id == campaign_id)
    if states:
        query = query.where(CampaignItem.state.in_(states))
    return (await scope.session.scalars(query.order_by(CampaignItem.place).limit(limit))).all()


async def shut_out(scope: Scope, campaign_id: int) -> Sequence[tuple[CampaignItem, Lead]]:
    """Who was left out because the provider's window is closed and takes an approved template alone."""
    query = (
        select(CampaignItem, Lead)
        .join(Lead, Lead.id == CampaignItem.lead_id)
        .where(CampaignItem.campaign_id == campaign_id, CampaignItem.state == "left_out")
        .where(CampaignItem.reason == "no_template")
        .order_by(CampaignItem.id)
    )
    return [(row[0], row[1]) for row in (await scope.session.execute(query)).all()]


async def item(scope: Scope, item_id: int, campaign_id: int) -> CampaignItem | None:
    query = select(CampaignItem).where(CampaignItem.id == item_id, CampaignItem.campaign_id == campaign_id)
    return (await scope.session.scalars(query)).first()


async def next_item(scope: Scope, campaign_id: int, now: datetime) -> CampaignItem | None:
    """The next approved recipient whose time has come."""
    query = (
        select(CampaignItem)
        .where(CampaignItem.campaign_id == campaign_id, CampaignItem.state == "approved")
        .where((CampaignItem.until.is_(None)) | (CampaignItem.until <= now))
        .order_by(CampaignItem.place)
        .limit(1)
    )
    return (await scope.session.scalars(query)).first()


async def next_until(scope: Scope, campaign_id: int) -> datetime | None:
    """When the first of those who wait may get theirs."""
    query = select(func.min(CampaignItem.until)).where(
        CampaignItem.campaign_id == campaign_id, CampaignItem.state == "approved"
    )
    return await scope.session.scalar(query)


async def move(scope: Scope, campaign_id: int, old: str, new: str, *, but: Sequence[int] = ()) -> None:
    """All items of a state get another, except those at the places ``but``."""
    query = update(CampaignItem).where(CampaignItem.campaign_id == campaign_id, CampaignItem.state == old)
    if but:
        query = query.where(CampaignItem.place.not_in(but))
    await scope.session.execute(query.values(state=new).execution_options(synchronize_session=False))


async def counts(scope: Scope, campaign_id: int) -> Mapping[str, int]:
    query = select(CampaignItem.state, func.count()).where(CampaignItem.campaign_id == campaign_id)
    return {row[0]: row[1] for row in (await scope.session.execute(query.group_by(CampaignItem.state))).all()}


async def reasons(scope: Scope, campaign_id: int) -> Mapping[str, int]:
    """rule -> how many were left out by it."""
    query = (
        select(CampaignItem.reason, func.count())
        .where(CampaignItem.campaign_id == campaign_id, CampaignItem.state == "left_out")
        .group_by(CampaignItem.reason)
        .order_by(func.count().desc())
    )
    return {row[0] or "other": row[1] for row in (await scope.session.execute(query)).all()}


async def sent_by(scope: Scope, user_id: int, since: datetime) -> int:
    """How many messages of campaigns a person's leads got since a moment."""
    query = (
        select(func.count())
        .select_from(CampaignItem)
        .join(Campaign, Campaign.id == CampaignItem.campaign_id)
        .where(Campaign.user_id == user_id, CampaignItem.state == "sent", CampaignItem.done_at >= since)
    )
    return await scope.session.scalar(query) or 0


async def last_sent(scope: Scope, lead_ids: Sequence[int], since: datetime) -> Mapping[int, list[datetime]]:
    """lead id -> proactive messages since a moment."""
    at = func.coalesce(Message.sent_at, Message.at)
    query = select(Message.lead_id, at).where(
        Message.lead_id.in_(lead_ids),
        Message.kind == "proactive",
        Message.state.in_(("sending", "sent", "delivered", "read", "in_doubt")),
        Message.at >= since,
    )
    found: dict[int, list[datetime]] = {}
    for lead_id, when in (await scope.session.execute(query)).all():
        found.setdefault(int(lead_id or 0), []).append(when)
    return found


async def names(scope: Scope, lead_ids: Sequence[int]) -> Mapping[int, str]:
    query = select(Lead.id, Lead.name).where(Lead.id.in_(lead_ids))
    return {row[0]: row[1] for row in (await scope.session.execute(query)).all()}


async def account_of(scope: Scope, conversation_id: int) -> int | None:
    """The account a conversation is on."""
    return await scope.session.scalar(select(Conversation.account_id).where(Conversation.id == conversation_id))
