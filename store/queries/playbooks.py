"""Queries on playbooks, their clones, and what came of the sequences in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select

from store.db import Scope
from store.models import Enrolment, Lead, Playbook, PlaybookClone, PlaybookVersion, SequenceDefinition, User


async def get(scope: Scope, playbook_id: int) -> Playbook | None:
    """A playbook of the team that the scope's person may see: published, or one's own."""
    query = select(Playbook).where(Playbook.id == playbook_id, Playbook.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(or_(Playbook.audience != "private", Playbook.owner_id == scope.user_id))
    return (await scope.session.scalars(query.with_for_update())).first()


async def listed(scope: Scope) -> Sequence[Playbook]:
    """The playbooks the scope's person may see, newest first."""
    query = select(Playbook).where(Playbook.team_id == scope.team_id)
    if scope.user_id is not None:
        query = query.where(or_(Playbook.audience != "private", Playbook.owner_id == scope.user_id))
    return (await scope.session.scalars(query.order_by(Playbook.id.desc()))).all()


async def clone(scope: Scope, playbook_id: int, user_id: int) -> PlaybookClone | None:
    query = select(PlaybookClone).where(PlaybookClone.playbook_id == playbook_id, PlaybookClone.user_id == user_id)
    return (await scope.session.scalars(query)).first()


async def clones(scope: Scope, playbook_id: int) -> Sequence[tuple[PlaybookClone, User]]:
    """Every clone with its member, in the order they were made."""
    query = (
        select(PlaybookClone, User)
        .join(User, User.id == PlaybookClone.user_id)
        .where(PlaybookClone.playbook_id == playbook_id, PlaybookClone.team_id == scope.team_id)
        .order_by(PlaybookClone.id)
    )
    return [(row[0], row[1]) for row in await scope.session.execute(query)]


async def times_cloned(scope: Scope, playbook_id: int) -> int:
    query = select(func.count()).select_from(PlaybookClone).where(PlaybookClone.playbook_id == playbook_id)
    return await scope.session.scalar(query) or 0


async def own_sequence(scope: Scope, user_id: int, name: str) -> SequenceDefinition | None:
    """A member's own newest active version of a sequence."""
    query = select(SequenceDefinition).where(
        SequenceDefinition.team_id == scope.team_id,
        SequenceDefinition.owner_id == user_id,
        SequenceDefinition.name == name,
        SequenceDefinition.active,
    )
    return (await scope.session.scalars(query.order_by(SequenceDefinition.version.desc()).limit(1))).first()


async def next_version(scope: Scope, name: str) -> int:
    query = select(func.max(SequenceDefinition.version)).where(
        SequenceDefinition.team_id == scope.team_id, SequenceDefinition.name == name
    )
    return (await scope.session.scalar(query) or 0) + 1


@dataclass(frozen=True, slots=True)
class Runs:
    """What came of one member's runs of a playbook's sequences: leads enrolled, answered, and partners since."""

    user_id: int
    name: str
    started: int
    answered: int
    partners: int


async def runs(scope: Scope, playbook_id: int, names: Sequence[str]) -> Sequence[Runs]:
    """Per member with a clone, counted from enrolments since the clone was made; nothing is stored."""
    query = (
        select(
            User.id,
            User.name,
            func.count(Enrolment.id),
            func.count(Enrolment.reply_at),
            func.count(Enrolment.id).filter(Lead.stage == "partner"),
        )
        .join(PlaybookClone, PlaybookClone.user_id == User.id)
        .outerjoin(
            Enrolment,
            (Enrolment.user_id == User.id) & Enrolment.sequence.in_(names) & (Enrolment.started_at >= PlaybookClone.at),
        )
        .outerjoin(Lead, Lead.id == Enrolment.lead_id)
        .where(PlaybookClone.playbook_id == playbook_id, PlaybookClone.team_id == scope.team_id)
        .group_by(User.id, User.name)
        .order_by(User.id)
    )
    return [Runs(*row) for row in await scope.session.execute(query)]


async def content_of(scope: Scope, playbook_id: int, version: int) -> dict[str, Any] | None:
    """What an earlier version held."""
    query = select(PlaybookVersion.content).where(
        PlaybookVersion.playbook_id == playbook_id, PlaybookVersion.version == version
    )
    return await scope.session.scalar(query)
