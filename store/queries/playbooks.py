"""Queries on playbooks, for whom they are, their versions and clones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from store.db import Scope
from store.models import Playbook, PlaybookClone, PlaybookReader, PlaybookVersion, SequenceDefinition, User


def _seen(scope: Scope, *, everything: bool) -> ColumnElement[bool]:
    """Published to the whole house or to the team, given to the scope's person by name, or her own.

    ``everything``: an admin also sees what the team's leaders have not published.
    """
    own_team = Playbook.team_id == scope.team_id
    if not everything:
        named = select(PlaybookReader.id).where(
            PlaybookReader.playbook_id == Playbook.id, PlaybookReader.user_id == scope.user_id
        )
        own_team &= or_(Playbook.audience == "team", Playbook.owner_id == scope.user_id, named.exists())
    return or_(Playbook.audience == "company", own_team)


async def get(scope: Scope, playbook_id: int, *, everything: bool = False) -> Playbook | None:
    """A playbook that the scope's person may see."""
    query = select(Playbook).where(Playbook.id == playbook_id, _seen(scope, everything=everything))
    return (await scope.session.scalars(query.with_for_update())).first()


async def listed(scope: Scope, *, everything: bool = False) -> Sequence[Playbook]:
    """The playbooks the scope's person may see, newest first."""
    query = select(Playbook).where(_seen(scope, everything=everything))
    return (await scope.session.scalars(query.order_by(Playbook.id.desc()))).all()


async def named(scope: Scope, name_key: str) -> Playbook | None:
    """The team's playbook of a name, whoever may see it: names are there once."""
    query = select(Playbook).where(Playbook.team_id == scope.team_id, Playbook.name_key == name_key)
    return (await scope.session.scalars(query)).first()


async def last_pushed(scope: Scope) -> Playbook | None:
    """The playbook of the scope's person whose newest version was made last."""
    query = (
        select(Playbook)
        .join(PlaybookVersion, PlaybookVersion.playbook_id == Playbook.id)
        .where(Playbook.team_id == scope.team_id, Playbook.owner_id == scope.user_id, PlaybookVersion.version > 1)
    )
    return (await scope.session.scalars(query.order_by(PlaybookVersion.id.desc()).limit(1))).first()


async def readers(scope: Scope, playbook_id: int) -> Sequence[User]:
    """The people a playbook was given to by name."""
    query = select(User).join(PlaybookReader, PlaybookReader.user_id == User.id)
    query = query.where(PlaybookReader.playbook_id == playbook_id, User.team_id == scope.team_id)
    return (await scope.session.scalars(query.order_by(User.id))).all()


async def clone(scope: Scope, playbook_id: int, user_id: int) -> PlaybookClone | None:
    query = select(PlaybookClone).where(PlaybookClone.playbook_id == playbook_id, PlaybookClone.user_id == user_id)
    return (await scope.session.scalars(query)).first()


async def clones(scope: Scope, playbook_id: int) -> Sequence[tuple[PlaybookClone, User]]:
    """Every clone with its member, in the order they were made; a scope without a team sees every team's."""
    query = (
        select(PlaybookClone, User)
        .join(User, User.id == PlaybookClone.user_id)
        .where(PlaybookClone.playbook_id == playbook_id)
        .order_by(PlaybookClone.id)
    )
    if scope.team_id is not None:
        query = query.where(PlaybookClone.team_id == scope.team_id)
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


async def contents(scope: Scope, playbook_id: int) -> dict[int, dict[str, Any]]:
    """Version -> what it held."""
    query = select(PlaybookVersion.version, PlaybookVersion.content).where(PlaybookVersion.playbook_id == playbook_id)
    return {version: content for version, content in (await scope.session.execute(query)).all()}


async def next_version(scope: Scope, name: str) -> int:
    query = select(func.max(SequenceDefinition.version)).where(
        SequenceDefinition.team_id == scope.team_id, SequenceDefinition.name == name
    )
    return (await scope.session.scalar(query) or 0) + 1


async def content_of(scope: Scope, playbook_id: int, version: int) -> dict[str, Any] | None:
    """What an earlier version held."""
    query = select(PlaybookVersion.content).where(
        PlaybookVersion.playbook_id == playbook_id, PlaybookVersion.version == version
    )
    return await scope.session.scalar(query)
