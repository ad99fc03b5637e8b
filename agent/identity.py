"""(account, the provider's stable id) -> our user or lead. Never from names, usernames or text (SAFETY wall 2)."""

from __future__ import annotations

from datetime import datetime

from store.db import Work
from store.models import Account, Conversation, Identity, Lead, Team, User
from store.queries import leads, people
from store.queries.leads import fold
from store.types import Inbound

_PHONE_CHANNELS = frozenset({"whatsapp"})


async def conversation_for(work: Work, account: Account, inbound: Inbound, now: datetime) -> Conversation:
    """The conversation an inbound belongs to; an unknown person becomes a new lead of the account's owner."""
    scope = work.scope(account.team_id)
    found = await people.conversation(scope, account.id, inbound.external_id)
    if found is not None:
        return found
    known = await people.identity(scope, account.id, inbound.external_id)
    if known is None:
        known = await _first_contact(work, account, inbound, now)
    return await people.open_conversation(
        scope, account, inbound.external_id, user_id=known.user_id, lead_id=known.lead_id
    )


async def _first_contact(work: Work, account: Account, inbound: Inbound, now: datetime) -> Identity:
    """A provider's own phone number is proof of whose it is; anything else opens a new lead."""
    lead = await _by_phone(work, account, inbound) or await _new_lead(work, account, inbound, now)
    identity = Identity(account_id=account.id, external_id=inbound.external_id, lead_id=lead.id)
    work.session.add(identity)
    await work.session.flush()
    return identity


async def _by_phone(work: Work, account: Account, inbound: Inbound) -> Lead | None:
    if account.channel not in _PHONE_CHANNELS or not inbound.external_id.startswith("+"):
        return None
    rows = await leads.by_address(work.scope(account.team_id), phone=inbound.external_id)
    return rows[0] if rows else None


async def _new_lead(work: Work, account: Account, inbound: Inbound, now: datetime) -> Lead:
    owner = await _owner(work, account)
    name = _readable(inbound.name)[:120].strip() or _readable(inbound.external_id)
    team = await people.team(work.scope(), account.team_id)
    lead = Lead(
        team_id=account.team_id,
        owner_id=owner.id,
        name=name,
        name_key=fold(name),
        phone=inbound.external_id if account.channel in _PHONE_CHANNELS else inbound.claims.get("phone"),
        email=inbound.external_id if account.channel == "email" else inbound.claims.get("email"),
        language=team.language if isinstance(team, Team) else "de",
        zone=owner.zone,
        region=owner.region,
        source=inbound.claims.get("via") or account.channel,
        created_at=now,
    )
    work.session.add(lead)
    await work.session.flush()
    return lead


def _readable(name: str) -> str:
    """One line of visible letters: people choose their names, and these stand on a rep's cards."""
    return "".join(c for c in " ".join(name.split()) if c.isprintable())


async def _owner(work: Work, account: Account) -> User:
    """The account's default owner, else the team's first leader, else its first user."""
    if account.default_owner_id is not None:
        owner = await work.session.get(User, account.default_owner_id)
        if owner is not None:
            return owner
    users = await people.users(work.scope(account.team_id))
    return next((user for user in users if user.role == "leader"), users[0])
