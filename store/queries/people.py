"""Queries on accounts, identities, users and the addresses of leads."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, delete, or_, select

from store.db import Scope, portions
from store.models import Account, Conversation, Identity, Lead, Place, Suppression, Team, User


async def account(scope: Scope, channel: str, name: str) -> Account | None:
    """The account a provider's call belongs to."""
    found = await scope.session.scalars(select(Account).where(Account.channel == channel, Account.name == name))
    return found.first()


async def accounts_for(scope: Scope, team_id: int, channel: str) -> Sequence[Account]:
    """The team's accounts on a channel, the first one opened first."""
    query = select(Account).where(Account.team_id == team_id, Account.channel == channel).order_by(Account.id)
    return (await scope.session.scalars(query)).all()


async def accounts_of(scope: Scope, provider: str) -> Sequence[Account]:
    """The accounts a vendor serves, of the scope's team or of all."""
    query = select(Account).where(Account.provider == provider).order_by(Account.id)
    if scope.team_id is not None:
        query = query.where(Account.team_id == scope.team_id)
    return (await scope.session.scalars(query)).all()


async def identity(scope: Scope, account_id: int, external_id: str) -> Identity | None:
    query = select(Identity).where(Identity.account_id == account_id, Identity.external_id == external_id)
    return (await scope.session.scalars(query)).first()


async def user(scope: Scope, user_id: int) -> User | None:
    """A user of the scope's team."""
    query = select(User).where(User.id == user_id)
    if scope.team_id is not None:
        query = query.where(User.team_id == scope.team_id)
    return (await scope.session.scalars(query)).first()


async def user_by_login(scope: Scope, login: str) -> User | None:
    query = select(User).where(User.login == login, User.left_at.is_(None))
    return (await scope.session.scalars(query)).first()


async def login_taken(scope: Scope, login: str) -> bool:
    """Whether somebody has or had this login; those who left keep theirs."""
    return await scope.session.scalar(select(User.id).where(User.login == login)) is not None


async def users(scope: Scope) -> Sequence[User]:
    """Everybody who is in, in the order they came."""
    query = select(User).where(User.left_at.is_(None)).order_by(User.id)
    if scope.team_id is not None:
        query = query.where(User.team_id == scope.team_id)
    return (await scope.session.scalars(query)).all()


async def users_named(scope: Scope, name: str) -> Sequence[User]:
    """Users of the scope's team whose login or first or whole name this is."""
    wanted = name.strip().casefold()
    return [
        u
        for u in await users(scope)
        if wanted in (u.login.casefold(), u.name.casefold(), u.name.casefold().partition(" ")[0])
    ]


async def first_team(scope: Scope) -> Team | None:
    """The team that was there first; what belongs to nobody yet is theirs."""
    return (await scope.session.scalars(select(Team).order_by(Team.id).limit(1))).first()


async def team(scope: Scope, team_id: int) -> Team | None:
    return await scope.session.get(Team, team_id)


async def addresses(scope: Scope, lead: Lead) -> list[tuple[str, str]]:
    """(channel, address) pairs on which a lead can be reached, without doubles."""
    return (await addresses_of(scope, [lead]))[lead.id]


async def addresses_of(scope: Scope, leads: Sequence[Lead]) -> dict[int, list[tuple[str, str]]]:
    """``addresses`` of several leads, by their ids."""
    found: dict[int, list[tuple[str, str]]] = {lead.id: [] for lead in leads}
    for some in portions(list(found)):
        query = (
            select(Identity.lead_id, Account.channel, Identity.external_id)
            .join(Account, Account.id == Identity.account_id)
            .where(Identity.lead_id.in_(some))
            .order_by(Identity.id)
        )
        for lead_id, channel, external in await scope.session.execute(query):
            if lead_id is not None:
                found[lead_id].append((channel, external))
    for lead in leads:
        pairs = found[lead.id]
        if lead.phone and "whatsapp" not in {channel for channel, _ in pairs}:
            pairs.append(("whatsapp", lead.phone))
        if lead.email and ("email", lead.email.lower()) not in pairs:
            pairs.append(("email", lead.email))
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """One way to a lead: the account that would write and her address on it."""

    account: Account
    address: str


async def lines(scope: Scope, lead: Lead) -> list[Line]:
    """Every way to a lead, the one she last wrote on first; a bare number or address goes to the first account."""
    return (await lines_to(scope, [lead]))[lead.id]


async def lines_to(scope: Scope, leads: Sequence[Lead]) -> dict[int, list[Line]]:
    """``lines`` of several leads, by their ids."""
    query = (
        select(Account, Identity.lead_id, Identity.external_id, Identity.invalid_at)
        .join(Account, Account.id == Identity.account_id)
        .outerjoin(
            Conversation,
            and_(Conversation.account_id == Identity.account_id, Conversation.external_id == Identity.external_id),
        )
        .where(Identity.lead_id.in_([lead.id for lead in leads]))
        .order_by(Conversation.last_inbound_at.desc().nulls_last(), Identity.id)
    )
    rows: dict[int, list[Any]] = {lead.id: [] for lead in leads}
    for row in (await scope.session.execute(query)).all():
        rows[row.lead_id].append(row)
    bare = {lead.id: _bare(lead, rows[lead.id]) for lead in leads}
    asked = {(lead.team_id, channel) for lead in leads for channel, _ in bare[lead.id]}
    accounts = {key: await accounts_for(scope, *key) for key in sorted(asked)}
    return {
        lead.id: [
            *(Line(row.Account, row.external_id) for row in rows[lead.id] if row.invalid_at is None),
            *(Line(one, address) for channel, address in bare[lead.id] for one in accounts[lead.team_id, channel]),
        ]
        for lead in leads
    }


def _bare(lead: Lead, rows: Sequence[Any]) -> list[tuple[str, str]]:
    """(channel, address) pairs noted on a lead that no identity says anything about."""
    known = {row.Account.channel for row in rows if row.invalid_at is None}
    dead = {row.external_id for row in rows if row.invalid_at is not None}
    noted = (("whatsapp", lead.phone), ("email", lead.email and lead.email.lower()))
    return [
        (channel, address) for channel, address in noted if address and channel not in known and address not in dead
    ]


async def number_known(scope: Scope, phone: str) -> bool:
    """Whether somebody of the scope's team has or writes under this number already."""
    lead = select(Lead.id).where(Lead.phone == phone)
    line = select(Identity.id).join(Account, Account.id == Identity.account_id).where(Identity.external_id == phone)
    if scope.team_id is not None:
        lead, line = lead.where(Lead.team_id == scope.team_id), line.where(Account.team_id == scope.team_id)
    return any([await scope.session.scalar(query.limit(1)) is not None for query in (lead, line)])


def address_hash(secret: bytes, address: str) -> str:
    """Keyed hash of a normalised address: survives erasure, tells nobody whose it was (SAFETY wall 7)."""
    normal = "".join(address.split()).lower().removeprefix("+").lstrip("0")
    return hmac.new(secret, b"suppression:" + normal.encode(), hashlib.sha256).hexdigest()


async def suppressed(scope: Scope, team_id: int, lead_id: int | None, hashes: Sequence[str]) -> Suppression | None:
    """The opt-out that holds for a lead or for any of these addresses, on whatever channel it was said."""
    matches = or_(Suppression.lead_id == lead_id, Suppression.address_hash.in_(hashes))
    query = select(Suppression).where(Suppression.team_id == team_id, matches).order_by(Suppression.id).limit(1)
    return (await scope.session.scalars(query)).first()


async def unsuppress(scope: Scope, team_id: int, lead_id: int, hashes: Sequence[str]) -> int:
    """Takes a person's own opt-outs back; how many there were."""
    matches = or_(Suppression.lead_id == lead_id, Suppression.address_hash.in_(hashes))
    query = delete(Suppression).where(Suppression.team_id == team_id, matches).returning(Suppression.id)
    return len((await scope.session.scalars(query.execution_options(synchronize_session=False))).all())


async def bot_name(scope: Scope) -> str | None:
    """The user name of the team's Telegram bot, as it introduced itself; None where there is none."""
    query = select(Place).where(Place.name == "telegram:username")
    found = (await scope.session.scalars(query)).first()
    return str(found.value.get("name")) if found is not None and found.value.get("name") else None


async def conversation(scope: Scope, account_id: int, external_id: str) -> Conversation | None:
    query = select(Conversation).where(Conversation.account_id == account_id, Conversation.external_id == external_id)
    return (await scope.session.scalars(query)).first()


async def open_conversation(
    scope: Scope, account: Account, external_id: str, *, user_id: int | None = None, lead_id: int | None = None
) -> Conversation:
    """The conversation with a person on an account; made, with their identity, when there is none yet."""
    found = await conversation(scope, account.id, external_id)
    if found is not None:
        return found
    if await identity(scope, account.id, external_id) is None:
        scope.session.add(Identity(account_id=account.id, external_id=external_id, user_id=user_id, lead_id=lead_id))
    made = Conversation(
        team_id=account.team_id,
        account_id=account.id,
        channel=account.channel,
        external_id=external_id,
        user_id=user_id,
        lead_id=lead_id,
    )
    scope.session.add(made)
    await scope.session.flush()
    return made
