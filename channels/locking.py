"""The lead lock on rows (store.lead_lock decides): a person is known by keyed hashes of her addresses only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from store import lead_lock as lock
from store.db import Scope
from store.models import Lead
from store.queries import claims, people

Addresses = Sequence[tuple[str, str]]
_SHARED = frozenset({"whatsapp", "email"})  # what a colleague may have of the same person too


def hashes(secret: bytes, lead: Lead, known: Addresses) -> list[str]:
    """Her numbers and e-mail addresses; ``known`` are all of her addresses."""
    found = {address for channel, address in known if channel in _SHARED}
    found |= {address for address in (lead.phone, lead.email) if address}
    return sorted({people.address_hash(secret, address) for address in found})


async def held(
    scope: Scope,
    secret: bytes,
    lead: Lead,
    now: datetime,
    purpose: lock.Purpose | None = None,
    known: Addresses | None = None,
) -> lock.Hold | None:
    """Who else of the team works this person for this purpose (hers unless another is meant).

    ``known`` are all of her addresses where they were read already.
    """
    keys = hashes(secret, lead, await people.addresses(scope, lead) if known is None else known)
    return lock.holder(await claims.of(scope, lead.team_id, keys), lead.owner_id, purpose or _purpose(lead), now)


async def held_many(scope: Scope, secret: bytes, leads: Sequence[Lead], now: datetime) -> set[int]:
    """Those of one person's leads whom somebody else works."""
    if not leads:
        return set()
    known = await people.addresses_of(scope, leads)
    keys = {lead.id: hashes(secret, lead, known[lead.id]) for lead in leads}
    by_key = await claims.by_hash(scope, leads[0].team_id, sorted({key for some in keys.values() for key in some}))
    holds = {lead.id: [hold for key in keys[lead.id] for hold in by_key.get(key, ())] for lead in leads}
    return {lead.id for lead in leads if lock.holder(holds[lead.id], lead.owner_id, _purpose(lead), now) is not None}


async def touch(scope: Scope, secret: bytes, lead: Lead, now: datetime) -> None:
    """There was contact with her: she is her rep's for this purpose from now on, unless somebody else holds her.

    Whose she is already is not written again: how long she was silent follows from the lead's own row.
    """
    keys, purpose = hashes(secret, lead, await people.addresses(scope, lead)), _purpose(lead)
    by_key = await claims.by_hash(scope, lead.team_id, keys)
    if lock.holder([hold for some in by_key.values() for hold in some], lead.owner_id, purpose, now) is not None:
        return
    mine = {key for key, some in by_key.items() if any((h.lead_id, h.purpose) == (lead.id, purpose) for h in some)}
    await claims.put(scope, lead, [key for key in keys if key not in mine], purpose, now)


def _purpose(lead: Lead) -> lock.Purpose:
    return lock.purpose_of(lead.purpose)


async def counted(
    scope: Scope, secret: bytes, people_in: Sequence[Mapping[str, str | None]], user_id: int, now: datetime
) -> int:
    """How many of these contacts (``phone``, ``email``) somebody else of the team works: the number and no more."""
    keys = [[people.address_hash(secret, v) for v in (one["phone"], one["email"]) if v] for one in people_in]
    by_key = await claims.by_hash(scope, scope.team_id or 0, sorted({key for some in keys for key in some}))
    holds = [[hold for key in some for hold in by_key.get(key, ())] for some in keys]
    return sum(any(lock.holder(some, user_id, p, now) for p in lock.PURPOSES) for some in holds)
