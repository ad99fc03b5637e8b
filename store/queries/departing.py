"""A member goes: login, codes, links and plans end; what others rested on her is somebody else's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, update

from store.db import Scope
from store.models import (
    Account,
    Approval,
    Choice,
    Code,
    DailyPlan,
    Escalation,
    Persona,
    Playbook,
    Reminder,
    SequenceDefinition,
    ShareLink,
    User,
)
from store.queries import logins
from store.queries.acts import OPEN, PENDING


async def depart(scope: Scope, user: User, heir_id: int, upline_id: int, at: datetime) -> None:
    """Ends everything of one person's that opens a door. Her leads must have changed hands before.

    ``heir_id`` answers for whom her links still bring in; ``upline_id`` leads whoever she led. Her own reminders that
    are about no lead, her voice and her plan are nobody else's and end with her.
    """
    await scope.session.flush()
    for change in _changes(user.id, heir_id, upline_id, at):
        await scope.session.execute(change.execution_options(synchronize_session=False))
    await logins.void_all(scope, user.id)
    user.left_at, user.password_hash = at, None
    user.focus_lead_id = user.deputy_id = None


async def new_upline(scope: Scope, user_id: int, upline_id: int) -> None:
    """Whoever one person led is led by another from now on."""
    query = update(User).where(User.upline_id == user_id, User.left_at.is_(None), User.id != upline_id)
    await scope.session.execute(query.values(upline_id=upline_id))


def _changes(user_id: int, heir: int, upline: int, at: datetime) -> tuple[Any, ...]:
    codes = update(Code).where(Code.user_id == user_id, Code.used_at.is_(None))
    waiting = update(Escalation).where(Escalation.state.in_(("waiting", "open")))
    return (
        codes.where(Code.kind.in_(("pair", "member"))).values(used_at=at),
        codes.where(Code.kind.not_in(("pair", "member"))).values(user_id=heir),
        update(ShareLink).where(ShareLink.user_id == user_id, ShareLink.revoked_at.is_(None)).values(revoked_at=at),
        update(Choice).where(Choice.user_id == user_id, Choice.state == "open").values(state="used"),
        update(Reminder).where(OPEN, Reminder.user_id == user_id).values(state="dismissed", completed_at=at),
        update(Approval)
        .where(PENDING, Approval.user_id == user_id)
        .values(state="void", decided_at=at, decision_reason="member_left"),
        update(Approval).where(PENDING, Approval.deputy_id == user_id).values(deputy_id=None),
        waiting.where(Escalation.user_id == user_id).values(state="void", answered_at=at),
        waiting.where(Escalation.leader_id == user_id).values(leader_id=upline),
        update(Account).where(Account.default_owner_id == user_id).values(default_owner_id=heir),
        update(Playbook).where(Playbook.owner_id == user_id).values(owner_id=upline),
        update(SequenceDefinition).where(SequenceDefinition.owner_id == user_id).values(active=False),
        update(User).where(User.deputy_id == user_id).values(deputy_id=None),
        update(User).where(User.upline_id == user_id).values(upline_id=upline),
        delete(DailyPlan).where(DailyPlan.user_id == user_id),
        delete(Persona).where(Persona.user_id == user_id),
    )
