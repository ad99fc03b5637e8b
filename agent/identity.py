"""(account, the provider's stable id) -> our user or lead. Never from names, usernames or text (SAFETY wall 2).

One person may have several ids: what the provider itself names together (a business-scoped user id beside a phone
number) belongs together, and so does what was proven by a code or a link (``agent.pairing``). Nothing else does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from store.db import Work
from store.models import Account, Conversation, Identity, Lead, User
from store.queries import leads, people
from store.types import Inbound


async def conversation_for(
    work: Work, account: Account, inbound: Inbound, now: datetime, *, owner_id: int | None = None
) -> Conversation:
    """The conversation an inbound belongs to; an unknown person becomes a new lead, ``owner_id``'s if one is given."""
    scope = work.scope(account.team_id)
    found = await known_conversation(work, account, inbound)
    if found is not None and (found.user_id is not None or found.lead_id is not None):
        await _name_aliases(work, account, inbound, found)
        return found
    known = await _identity(work, account, (inbound.external_id, *inbound.aliases))
    if known is None or (known.user_id is None and known.lead_id is None):
        lead = await _by_proof(work, account, inbound) or await _new_lead(work, account, inbound, now, owner_id)
        known = known or _add(work, account, inbound.external_id)
        known.lead_id = lead.id
        await work.session.flush()
    if found is None:
        found = await people.open_conversation(
            scope, account, inbound.external_id, user_id=known.user_id, lead_id=known.lead_id
        )
    found.user_id, found.lead_id = known.user_id, known.lead_id
    await _name_aliases(work, account, inbound, found)
    return found


async def known_conversation(work: Work, account: Account, inbound: Inbound) -> Conversation | None:
    """The talk with this person on this account, under whichever of her ids it began."""
    scope = work.scope(account.team_id)
    found = await people.conversation(scope, account.id, inbound.external_id)
    for alias in inbound.aliases if found is None else ():
        found = found or await people.conversation(scope, account.id, alias)
    return found


async def _name_aliases(work: Work, account: Account, inbound: Inbound, found: Conversation) -> None:
    """Keeps what the provider says belongs to the same person; an id that is somebody's already stays theirs."""
    for alias in (inbound.external_id, *inbound.aliases) if inbound.aliases else ():
        if await people.identity(work.scope(), account.id, alias) is None:
            row = _add(work, account, alias)
            row.user_id, row.lead_id = found.user_id, found.lead_id
    await work.session.flush()


def _add(work: Work, account: Account, external_id: str) -> Identity:
    row = Identity(account_id=account.id, external_id=external_id)
    work.session.add(row)
    return row


async def _identity(work: Work, account: Account, ids: Sequence[str]) -> Identity | None:
    for external_id in ids:
        found = await people.identity(work.scope(), account.id, external_id)
        if found is not None:
            return found
    return None


async def _by_proof(work: Work, account: Account, inbound: Inbound) -> Lead | None:
    """Whose address it is: a provider's own phone number or the mailbox that just wrote, when a lead has it."""
    scope = work.scope(account.team_id)
    if account.channel == "email":
        rows = await leads.by_address(scope, email=inbound.external_id)
        return rows[0] if len(rows) == 1 else None
    phone = _phone(account, inbound)
    rows = await leads.by_address(scope, phone=phone) if phone else ()
    return rows[0] if rows else None


def _phone(account: Account, inbound: Inbound) -> str | None:
    """The number a phone messenger names; there may be none (user names, since 2026)."""
    if account.channel != "whatsapp":
        return None
    return next((one for one in (inbound.external_id, *inbound.aliases) if one.startswith("+")), None)


async def _new_lead(work: Work, account: Account, inbound: Inbound, now: datetime, owner_id: int | None) -> Lead:
    owner = await _owner(work, account, owner_id)
    phone = _phone(account, inbound)
    name = readable(inbound.name)[:120].strip() or phone or readable(inbound.external_id)
    team = await people.team(work.scope(), account.team_id)
    lead = Lead(
        team_id=account.team_id,
        owner_id=owner.id,
        name=name,
        phone=phone or inbound.claims.get("phone"),
        email=inbound.external_id if account.channel == "email" else inbound.claims.get("email"),
        language=team.language if team is not None else "de",
        zone=owner.zone,
        region=owner.region,
        source=inbound.claims.get("via") or account.channel,
        created_at=now,
    )
    work.session.add(lead)
    await work.session.flush()
    return lead


def readable(name: str) -> str:
    """One line of visible letters: people choose their names, and these stand on a rep's cards."""
    return "".join(c for c in " ".join(name.split()) if c.isprintable())


async def _owner(work: Work, account: Account, owner_id: int | None) -> User:
    """The one who invited, else the account's default owner, else the rep whose turn it is, else a leader."""
    for wanted in (owner_id, account.default_owner_id):
        owner = await work.session.get(User, wanted) if wanted is not None else None
        if owner is not None and owner.team_id == account.team_id:
            return owner
    scope = work.scope(account.team_id)
    team = await people.users(scope)
    newest = await leads.newest_by_owner(scope)
    reps = sorted((user for user in team if user.role == "rep"), key=lambda user: (newest.get(user.id, 0), user.id))
    leader = next((user for user in team if user.role == "leader"), team[0])
    return reps[0] if reps else leader
