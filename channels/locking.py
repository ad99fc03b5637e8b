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


async def hashes(scope: Scope, secret: bytes, lead: Lead, known: Addresses | None = None) -> list[str]:
    """Her numbers and e-mail addresses; ``known`` are all of her addresses where they were read already."""
    pairs = known if known is not None else await people.addresses(scope, lead)
    found = {address for channel, address in pairs if channel in _SHARED}
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
    """Who else of the team works this person for this purpose (hers unless another is meant)."""
    found = await claims.of(scope, lead.team_id, await hashes(scope, secret, lead, known))
    return lock.holder(found, lead.owner_id, purpose or lock.purpose_of(lead.purpose), now)


async def held_many(scope: Scope, secret: bytes, leads: Sequence[Lead], now: datetime) -> set[int]:
    """Those of one person's leads whom somebody else works."""
    keys = {lead.id: await hashes(scope, secret, lead) for lead in leads}
    by_key = await claims.by_hash(
        scope, leads[0].team_id if leads else 0, sorted({k for ks in keys.values() for k in ks})
    )
    taken: set[int] = set()
    for lead in leads:
        holds = [hold for key in keys[lead.id] for hold in by_key.get(key, ())]
        if lock.holder(holds, lead.owner_id, lock.purpose_of(lead.purpose), now) is not None:
            taken.add(lead.id)
    return taken


async def touch(scope: Scope, secret: bytes, lead: Lead, now: datetime) -> None:
    """There was contact with her: she is her rep's for this purpose from now on, unless somebody else holds her."""
    if await held(scope, secret, lead, now) is None:
        await claims.put(scope, lead, await hashes(scope, secret, lead), lock.purpose_of(lead.purpose), now)


async def counted(
    scope: Scope, secret: bytes, people_in: Sequence[Mapping[str, str | None]], user_id: int, now: datetime
) -> int:
    """How many of these contacts (``phone``, ``email``) somebody else of the team works: the number and no more."""
    keys = [[people.address_hash(secret, v) for v in (one["phone"], one["email"]) if v] for one in people_in]
    by_key = await claims.by_hash(scope, scope.team_id or 0, sorted({key for some in keys for key in some}))
    holds = [[hold for key in some for hold in by_key.get(key, ())] for some in keys]
    return sum(any(lock.holder(some, user_id, p, now) for p in lock.PURPOSES) for some in holds)
