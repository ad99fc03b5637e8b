"""Two rows of one person become one. Whoever calls this has proof that they are one (SAFETY wall 2)."""

from __future__ import annotations

from sqlalchemy import delete, update

from store.db import Scope
from store.models import Lead, Row
from store.models.flows import Enrolment

_KEPT = ("phone", "email", "company", "place", "region", "last_inbound_at", "last_outbound_at", "disclosed_at")


async def merge(scope: Scope, keep: Lead, drop: Lead) -> None:
    """Everything of ``drop`` belongs to ``keep`` from now on, opt-outs too; what ``keep`` lacks is filled in.

    Sequences that run for ``drop`` end: one person is never in two at once by accident. Raises ValueError across teams.
    """
    if keep.team_id != drop.team_id or keep.id == drop.id:
        raise ValueError("only two people of one team are merged")
    running = update(Enrolment).where(Enrolment.lead_id == drop.id, Enrolment.status.in_(("active", "paused")))
    await scope.session.execute(running.values(status="cancelled", outcome="merged", next_due_at=None))
    for table in Row.metadata.tables.values():
        for name in ("lead_id", "focus_lead_id"):
            if name in table.c:
                await scope.session.execute(update(table).where(table.c[name] == drop.id).values({name: keep.id}))
    for name in _KEPT:
        if not getattr(keep, name):
            setattr(keep, name, getattr(drop, name))
    await scope.session.flush()
    await scope.session.execute(delete(Lead).where(Lead.id == drop.id))
    scope.session.expunge(drop)
