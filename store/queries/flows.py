"""Queries on sequence definitions, enrolments and provider templates."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select, update

from store.db import Scope
from store.leases import Lease, claim
from store.models import Enrolment, Lead, SequenceDefinition, WhatsappTemplate

ACTIVE: ColumnElement[bool] = literal_column("enrolments.status = 'active'")
RUNNING: ColumnElement[bool] = literal_column("enrolments.status IN ('active', 'paused')")


async def definitions(scope: Scope) -> Sequence[SequenceDefinition]:
    """The newest active version of every sequence the scope may use: shipped ones, the team's, the person's own."""
    query = _usable(scope, select(SequenceDefinition).where(SequenceDefinition.active))
    rows = (await scope.session.scalars(query.order_by(SequenceDefinition.version, SequenceDefinition.id))).all()
    return list({(row.team_id, row.owner_id, row.name): row for row in rows}.values())


def _usable(scope: Scope, query: Select[SequenceDefinition]) -> Select[SequenceDefinition]:
    if scope.team_id is not None:
        query = query.where(or_(SequenceDefinition.team_id.is_(None), SequenceDefinition.team_id == scope.team_id))
    if scope.user_id is not None:
        query = query.where(or_(SequenceDefinition.owner_id.is_(None), SequenceDefinition.owner_id == scope.user_id))
    return query


async def definition(scope: Scope, definition_id: int) -> SequenceDefinition | None:
    return await scope.session.get(SequenceDefinition, definition_id)


async def definition_named(scope: Scope, name: str) -> SequenceDefinition | None:
    """The newest active version by machine name; the person's own before the team's before the shipped one."""
    query = select(SequenceDefinition).where(SequenceDefinition.active, SequenceDefinition.name == name)
    order = (
        SequenceDefinition.owner_id.is_(None),
        SequenceDefinition.team_id.is_(None),
        SequenceDefinition.version.desc(),
    )
    return (await scope.session.scalars(_usable(scope, query).order_by(*order).limit(1))).first()


async def claim_enrolments(scope: Scope, now: datetime, *, limit: int, seconds: int) -> list[Lease]:
    where = (ACTIVE, Enrolment.next_due_at <= now)
    order = (Enrolment.next_due_at, Enrolment.id)
    return await claim(scope, Enrolment, where, order=order, limit=limit, seconds=seconds)


async def enrolment(scope: Scope, enrolment_id: int) -> Enrolment | None:
    return await scope.session.get(Enrolment, enrolment_id, populate_existing=True)


async def running(scope: Scope, lead_id: int) -> Sequence[Enrolment]:
    """A lead's active and paused enrolments, oldest first."""
    query = select(Enrolment).where(RUNNING, Enrolment.lead_id == lead_id).order_by(Enrolment.id)
    return (await scope.session.scalars(query)).all()


async def enrolments_of(scope: Scope, lead_id: int) -> Sequence[Enrolment]:
    query = select(Enrolment).where(Enrolment.lead_id == lead_id).order_by(Enrolment.id)
    return (await scope.session.scalars(query)).all()


async def next_enrolment_due(scope: Scope) -> datetime | None:
    query = select(Enrolment.next_due_at).where(ACTIVE).order_by(Enrolment.next_due_at).limit(1)
    return await scope.session.scalar(query.where(Enrolment.next_due_at.is_not(None)))


async def template(scope: Scope, team_id: int, name: str, language: str) -> WhatsappTemplate | None:
    """The team's approved template of a name in a language."""
    query = select(WhatsappTemplate).where(
        WhatsappTemplate.team_id == team_id,
        WhatsappTemplate.name == name,
        WhatsappTemplate.language == language,
        WhatsappTemplate.status == "approved",
    )
    return (await scope.session.scalars(query)).first()


async def template_row(scope: Scope, team_id: int, name: str, language: str) -> WhatsappTemplate | None:
    """The team's template of a name in a language, whatever its status."""
    query = select(WhatsappTemplate).where(
        WhatsappTemplate.team_id == team_id, WhatsappTemplate.name == name, WhatsappTemplate.language == language
    )
    return (await scope.session.scalars(query)).first()


async def template_status(scope: Scope, name: str, status: str, at: datetime) -> None:
    """What a provider says of a template of the scope's team, in every language it has."""
    query = update(WhatsappTemplate).where(WhatsappTemplate.name == name).values(status=status, checked_at=at)
    if scope.team_id is not None:
        query = query.where(WhatsappTemplate.team_id == scope.team_id)
    await scope.session.execute(query.execution_options(synchronize_session=False))


async def own_version(scope: Scope, owner_id: int | None, name: str, digest: str) -> SequenceDefinition | None:
    """The version of a sequence with this very text, of one owner (None: the team's)."""
    query = select(SequenceDefinition).where(
        SequenceDefinition.team_id == scope.team_id,
        SequenceDefinition.owner_id == owner_id if owner_id is not None else SequenceDefinition.owner_id.is_(None),
        SequenceDefinition.name == name,
        SequenceDefinition.digest == digest,
    )
    return (await scope.session.scalars(query.order_by(SequenceDefinition.version.desc()).limit(1))).first()


async def only_active(scope: Scope, row: SequenceDefinition) -> None:
    """Makes a version the one in use; its owner's other versions of the sequence are off."""
    same = (
        SequenceDefinition.team_id == row.team_id,
        SequenceDefinition.owner_id == row.owner_id if row.owner_id else SequenceDefinition.owner_id.is_(None),
        SequenceDefinition.name == row.name,
    )
    others = update(SequenceDefinition).where(*same, SequenceDefinition.id != row.id).values(active=False)
    await scope.session.execute(others.execution_options(synchronize_session=False))
    row.active = True


async def switched_off(scope: Scope) -> list[SequenceDefinition]:
    """The newest version of each of a user's own sequences of which none is on."""
    query = select(SequenceDefinition).where(
        SequenceDefinition.team_id == scope.team_id, SequenceDefinition.owner_id == scope.user_id
    )
    rows = (await scope.session.scalars(query.order_by(SequenceDefinition.version))).all()
    on = {row.name for row in rows if row.active}
    return list({row.name: row for row in rows if row.name not in on}.values())


async def running_of(scope: Scope, user_id: int, names: Collection[str]) -> Sequence[Enrolment]:
    """Active and paused enrolments of one person's leads in the named sequences, oldest first."""
    query = select(Enrolment).where(RUNNING, Enrolment.user_id == user_id, Enrolment.sequence.in_(names))
    return (await scope.session.scalars(query.order_by(Enrolment.id))).all()


async def running_counts(scope: Scope) -> dict[str, int]:
    """Sequence -> how many of a user's leads it runs for."""
    query = (
        select(Enrolment.sequence, func.count())
        .join(Lead, Lead.id == Enrolment.lead_id)
        .where(RUNNING, Enrolment.team_id == scope.team_id, Lead.owner_id == scope.user_id)
        .group_by(Enrolment.sequence)
    )
    return {name: count for name, count in (await scope.session.execute(query)).all()}
