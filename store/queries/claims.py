"""Queries on claims: which rep works which person, by a keyed hash of her address."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import delete, select

from store.db import Scope, insert_into, portions
from store.lead_lock import Hold, Purpose
from store.models import Claim, Lead


async def by_hash(scope: Scope, team_id: int, hashes: Sequence[str]) -> dict[str, list[Hold]]:
    """hash -> the holds on it; the last contact is the newest of what the claim and its lead's row know."""
    found: dict[str, list[Hold]] = {}
    for some in portions(hashes):
        query = select(Claim, Lead.owner_id, Lead.stage, Lead.last_inbound_at, Lead.last_outbound_at)
        query = query.join(Lead, Lead.id == Claim.lead_id).where(Claim.team_id == team_id)
        rows = await scope.session.execute(query.where(Claim.address_hash.in_(some)))
        for claim, owner_id, stage, heard, wrote in rows:
            last = max(moment for moment in (claim.at, heard, wrote) if moment is not None)
            hold = Hold(claim.lead_id, owner_id, cast("Purpose", claim.purpose), last, stage)
            found.setdefault(claim.address_hash, []).append(hold)
    return found


async def of(scope: Scope, team_id: int, hashes: Sequence[str]) -> list[Hold]:
    return [hold for some in (await by_hash(scope, team_id, hashes)).values() for hold in some]


async def put(scope: Scope, lead: Lead, hashes: Sequence[str], purpose: str, at: datetime) -> None:
    """The lead's rep works this person for this purpose from now on; whoever did before does no longer."""
    if not hashes:
        return
    rows = [
        {"team_id": lead.team_id, "address_hash": key, "purpose": purpose, "lead_id": lead.id, "at": at}
        for key in hashes
    ]
    statement = insert_into(scope.dialect, Claim).values(rows)
    new = {"lead_id": statement.excluded.lead_id, "at": statement.excluded.at}
    where = ["team_id", "address_hash", "purpose"]
    await scope.session.execute(statement.on_conflict_do_update(index_elements=where, set_=new))


async def drop(scope: Scope, lead_id: int, purpose: str) -> None:
    """A lead's rep works her no longer for this purpose."""
    query = delete(Claim).where(Claim.lead_id == lead_id, Claim.purpose == purpose)
    await scope.session.execute(query.execution_options(synchronize_session=False))
