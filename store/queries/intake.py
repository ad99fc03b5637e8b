"""Queries of the website's door: whose key it is, and what became of one message that came through it."""

from __future__ import annotations

from sqlalchemy import select

from store.db import Scope
from store.models import Account, Lead, Message
from store.queries import people

FORM = "form"


async def by_site_key(scope: Scope, key: str) -> Account | None:
    """The website account of a key."""
    return (await scope.session.scalars(select(Account).where(Account.site_key == key))).first()


async def form_account(scope: Scope, team_id: int, owner_id: int | None) -> Account:
    """The account of one owner's forms; opened when the first one comes. Nothing can be sent through it."""
    name = f"team-{team_id}-{owner_id or 0}"
    found = await people.account(scope, FORM, name)
    if found is None:
        found = Account(team_id=team_id, channel=FORM, name=name, provider=FORM, default_owner_id=owner_id)
        scope.session.add(found)
        await scope.session.flush()
    return found


async def worked(scope: Scope, message_id: int) -> tuple[str, Lead] | None:
    """(the message's state, its lead): ``new`` while nobody has worked on it yet."""
    query = select(Message.state, Lead).join(Lead, Lead.id == Message.lead_id).where(Message.id == message_id)
    row = (await scope.session.execute(query)).first()
    return (row[0], row[1]) if row is not None else None


async def kept(scope: Scope, account_id: int, provider_id: str) -> Message | None:
    """The whole message that came under a provider's id."""
    query = select(Message).where(Message.account_id == account_id, Message.provider_id == provider_id)
    return (await scope.session.scalars(query)).first()
