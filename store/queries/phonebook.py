"""Everybody the sandbox can play: users and leads with the addresses under which they write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Select, select

from store.db import Scope
from store.models import Account, Identity, Lead, User


@dataclass(frozen=True, slots=True)
class Entry:
    """``owner`` is the login of a lead's owner, ``role`` a user's role; ``addresses`` channel -> address."""

    kind: Literal["user", "lead"]
    id: int
    name: str
    role: str | None = None
    owner: str | None = None
    addresses: dict[str, str] = field(default_factory=dict)


async def everybody(scope: Scope) -> list[Entry]:
    """Users first, each in the order they came."""
    users = (
        await scope.session.scalars(_of_team(scope, select(User).where(User.left_at.is_(None)).order_by(User.id), User))
    ).all()
    leads = (await scope.session.scalars(_of_team(scope, select(Lead).order_by(Lead.id), Lead))).all()
    by_user, by_lead = await _addresses(scope)
    logins = {user.id: user.login for user in users}
    entries = [Entry("user", u.id, u.name, role=u.role, addresses=by_user.get(u.id, {})) for u in users]
    for lead in leads:
        addresses = by_lead.get(lead.id, {})
        if lead.phone:
            addresses.setdefault("whatsapp", lead.phone)
        if lead.email:
            addresses.setdefault("email", lead.email)
        entries.append(Entry("lead", lead.id, lead.name, owner=logins.get(lead.owner_id), addresses=addresses))
    return entries


def _of_team(scope: Scope, query: Select[Any], row: type[User] | type[Lead]) -> Select[Any]:
    return query if scope.team_id is None else query.where(row.team_id == scope.team_id)


async def _addresses(scope: Scope) -> tuple[dict[int, dict[str, str]], dict[int, dict[str, str]]]:
    """(user id -> channel -> address, lead id -> channel -> address); the first address of a channel counts."""
    query = (
        select(Identity.user_id, Identity.lead_id, Account.channel, Identity.external_id)
        .join(Account, Account.id == Identity.account_id)
        .order_by(Identity.id)
    )
    users: dict[int, dict[str, str]] = {}
    leads: dict[int, dict[str, str]] = {}
    for user_id, lead_id, channel, address in await scope.session.execute(query):
        if user_id is not None:
            users.setdefault(user_id, {}).setdefault(channel, address)
        if lead_id is not None:
            leads.setdefault(lead_id, {}).setdefault(channel, address)
    return users, leads
