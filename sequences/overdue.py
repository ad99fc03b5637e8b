"""Approvals nobody decided: a warning, a deputy, then an end told once; nothing waits for ever (SAFETY wall 5)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from sequences import deputing
from store import dates
from store.db import Database
from store.models import Approval, Lead, User
from store.ports import Clock
from store.queries import acts, escalations
from store.types import Option, Say

if TYPE_CHECKING:
    from sequences.engine import Engine

_WARN = timedelta(hours=4)
_BATCH = 500
_ACTIONS = ("approve", "change", "reject")


async def tick(db: Database, outbox: Outbox, clock: Clock, engine: Engine) -> int:
    """Warns about approvals that end soon and ends those whose time is up; how many of both."""
    now = clock.now()
    notice = warning_time(outbox.settings.approval_hours)
    async with db.read() as scope:
        near = await acts.expiring_approvals(scope, now + notice, limit=_BATCH)
        left = await acts.deputies_due(scope, now)
    done = 0
    for row in near:
        if row.expires_at <= now:
            done += await _one(db, outbox, row.id, now, engine)
        elif row.warned_at is None:
            done += await _one(db, outbox, row.id, now, None)
    return done + await deputing.ask(db, outbox, left, now)


def warning_time(approval_hours: int) -> timedelta:
    """How long before its end an approval is called to mind: four hours, less when it lives shorter."""
    return min(_WARN, timedelta(hours=approval_hours) / 4)


async def _one(db: Database, outbox: Outbox, approval_id: int, now: datetime, engine: Engine | None) -> bool:
    """Looks at one approval again with the write open: it may have been decided this very moment."""
    async with db.write() as work:
        row = await acts.approval(work.scope(), approval_id)
        if row is None or row.state != "pending":
            return False
        user = await work.session.get(User, row.user_id)
        lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
        if engine is None:
            row.warned_at = now
            if user is not None:
                await deputing.plan(work.scope(), row, user, now)
                await outbox.to_user(work, user, _warning(user, lead, row, now))
            return True
        row.state, row.decided_at, row.decision_reason = "expired", now, "expired"
        await escalations.approval_over(work.scope(), row.id, now)
        await acts.record(
            work.scope(),
            row.team_id,
            "approval",
            row.id,
            verdict="refuse",
            rule="approval_expired",
            at=now,
            lead_id=row.lead_id,
        )
        await engine.approval_decided(work, row, now)
        if user is not None:
            await outbox.to_user(work, user, _ended(user, lead, row))
        return True


def _warning(user: User, lead: Lead | None, row: Approval, now: datetime) -> Card:
    language = speaks(user)
    values = {
        "name": lead.name if lead else words.say(language, Say("approval-nobody")),
        "when": dates.speak(row.expires_at, now, user.zone, language),
        "text": str(row.arguments.get("text", "")),
    }
    options = tuple(
        Option(Say(f"approval-button-{action}"), "decide_approval", {"approval": str(row.id), "action": action})
        for action in _ACTIONS
    )
    text = words.say(language, Say("approval-warning", values))
    return Card(text, options, dedupe_key=f"approval-warning:{row.id}", approval_id=row.id)


def _ended(user: User, lead: Lead | None, row: Approval) -> Card:
    language = speaks(user)
    name = lead.name if lead else words.say(language, Say("approval-nobody"))
    text = words.say(language, Say("approval-expired", {"name": name}))
    return Card(text, dedupe_key=f"approval-expired:{row.id}")
