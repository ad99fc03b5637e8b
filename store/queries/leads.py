"""Queries on leads: inside the scope only; names are matched on a folded key so that cost stays flat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, String, column, func, literal, or_, select, values

from store.db import Scope
from store.models import Consent, Lead, LeadAnalysis, Message, Note
from store.types import LeadFacts


def _visible(scope: Scope, query: Select[Lead]) -> Select[Lead]:
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(Lead.owner_id == scope.user_id)
    return query


async def get(scope: Scope, lead_id: int) -> Lead | None:
    return (await scope.session.scalars(_visible(scope, select(Lead).where(Lead.id == lead_id)))).first()


async def named(scope: Scope, words: Sequence[str], *, limit: int = 20) -> Sequence[Lead]:
    """Leads whose folded name holds every one of the folded words."""
    query = _visible(scope, select(Lead))
    for word in words:
        query = query.where(Lead.name_key.contains(word, autoescape=True))
    return (await scope.session.scalars(query.order_by(Lead.id).limit(limit))).all()


async def by_address(scope: Scope, *, phone: str | None = None, email: str | None = None) -> Sequence[Lead]:
    query = _visible(scope, select(Lead))
    query = query.where(Lead.phone == phone) if phone else query.where(func.lower(Lead.email) == (email or "").lower())
    return (await scope.session.scalars(query.order_by(Lead.id).limit(5))).all()


async def newest_by_owner(scope: Scope) -> dict[int, int]:
    """owner's id -> the newest of their leads: whose is oldest gets the next one."""
    query = select(Lead.owner_id, func.max(Lead.id)).group_by(Lead.owner_id)
    if scope.team_id is not None:
        query = query.where(Lead.team_id == scope.team_id)
    return {owner: newest for owner, newest in (await scope.session.execute(query)).all()}


async def names(scope: Scope, *, limit: int = 3000) -> list[tuple[int, str]]:
    """(id, folded name) of the scope's leads, for "did you mean"."""
    query = _visible(scope, select(Lead)).with_only_columns(Lead.id, Lead.name_key)
    return [(row.id, row.name_key) for row in await scope.session.execute(query.limit(limit))]


async def called(scope: Scope, words: Sequence[str]) -> frozenset[str]:
    """Those of the folded words that one of the scope's leads is called by, first name or last; the cost is two
    steps down an index for each word, however many leads there are."""
    if not words:
        return frozenset()
    said = values(column("word", String), name="said").data([(word,) for word in words]).cte("said")

    def one(key: ColumnElement[str]) -> ColumnElement[bool]:
        return _visible(scope, select(Lead)).where(key == said.c.word).with_only_columns(literal(1)).exists()

    hit = or_(one(Lead.given_key.expression), one(Lead.family_key.expression))
    return frozenset((await scope.session.scalars(select(said.c.word).where(hit))).all())


async def search(scope: Scope, where: Sequence[ColumnElement[bool]], *, limit: int) -> tuple[int, Sequence[Lead]]:
    """How many match and the best ``limit`` of them by score."""
    query = _visible(scope, select(Lead)).where(*where)
    total = await scope.session.scalar(select(func.count()).select_from(query.subquery()))
    found = await scope.session.scalars(query.order_by(Lead.score.desc(), Lead.id).limit(limit))
    return total or 0, found.all()


async def add_note(scope: Scope, lead: Lead, text: str, user_id: int | None, at: datetime) -> Note:
    note = Note(team_id=lead.team_id, lead_id=lead.id, user_id=user_id, text=text, at=at)
    scope.session.add(note)
    await scope.session.flush()
    return note


async def notes(scope: Scope, lead_id: int, limit: int) -> Sequence[Note]:
    """The newest notes on a lead, newest first."""
    query = select(Note).where(Note.lead_id == lead_id).order_by(Note.id.desc()).limit(limit)
    if scope.team_id is not None:
        query = query.where(Note.team_id == scope.team_id)
    return (await scope.session.scalars(query)).all()


async def last_words(scope: Scope, lead_id: int) -> str | None:
    """What a lead last wrote."""
    query = select(Message.text).where(Message.lead_id == lead_id, Message.direction == "in", Message.text != "")
    if scope.team_id is not None:
        query = query.where(Message.team_id == scope.team_id)
    return await scope.session.scalar(query.order_by(Message.at.desc(), Message.id.desc()).limit(1))


async def latest_analysis(scope: Scope, lead_id: int) -> LeadAnalysis | None:
    query = select(LeadAnalysis).where(LeadAnalysis.lead_id == lead_id).order_by(LeadAnalysis.id.desc()).limit(1)
    return (await scope.session.scalars(query)).first()


async def consent(scope: Scope, lead_id: int, channel: str, *, express: bool) -> bool:
    """Whether the newest entry for this channel (or for all, ``*``) allows; no entry is no (§ 7 UWG).

    Automatic messages need an ``express`` consent (purpose ``sales``); for a person's own single message any
    recorded basis will do.
    """
    query = (
        select(Consent.granted)
        .where(Consent.lead_id == lead_id, Consent.channel.in_((channel, "*")))
        .order_by(Consent.id.desc())
        .limit(1)
    )
    if express:
        query = query.where(or_(Consent.purpose == "sales", Consent.granted.is_(False)))
    return bool(await scope.session.scalar(query))


async def consents_of(scope: Scope, lead_id: int) -> Sequence[Consent]:
    """A lead's whole ledger, oldest first."""
    return (await scope.session.scalars(select(Consent).where(Consent.lead_id == lead_id).order_by(Consent.id))).all()


def turned(lead: Lead, at: datetime) -> None:
    """To be called by every act that may have made her a customer or partner, or took it back: outcomes count by it."""
    won = lead.is_customer or lead.stage in ("customer", "partner")
    lead.won_at = (lead.won_at or at) if won else None
    lead.partner_at = (lead.partner_at or at) if lead.stage == "partner" else None


def facts(lead: Lead) -> LeadFacts:
    """A lead's row as the frozen facts that conditions and drafts read."""
    return LeadFacts(
        id=lead.id,
        name=lead.name,
        language="en" if lead.language == "en" else "de",
        register="sie" if lead.register == "sie" else "du",
        zone=lead.zone,
        region=lead.region,
        stage=lead.stage,
        tier=lead.tier,
        lifetime_value=lead.lifetime_value,
        score=lead.score,
        quality="hot" if lead.quality == "hot" else "warm" if lead.quality == "warm" else "cold",
        tone="positive" if lead.tone == "positive" else "negative" if lead.tone == "negative" else "neutral",
        is_customer=lead.is_customer,
        satisfaction_score=lead.satisfaction_score,
        watched_video=lead.watched_video,
        objections=tuple(lead.objections),
        company=lead.company,
        interests=tuple(lead.interests),
        disg=lead.disg,
    )
