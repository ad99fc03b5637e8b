"""What is done and why: the audit log, decisions, approvals, reminders and cron slots."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class AuditEvent(Row):
    """What the runner was asked to do and what became of it; ``key`` makes a repeated act nothing."""

    __tablename__ = "audit_events"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_audit_team", "team_id", "id"),
        Index(
            "ix_audit_denied",
            "actor_id",
            "reason",
            "at",
            sqlite_where=text("outcome = 'denied'"),
            postgresql_where=text("outcome = 'denied'"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    actor_kind: Mapped[str]
    actor_id: Mapped[int]
    actor: Mapped[str]
    source: Mapped[str]
    tool: Mapped[str]
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
    outcome: Mapped[str]
    reason: Mapped[str | None]
    said: Mapped[dict[str, Any]] = mapped_column(default=dict)
    result: Mapped[dict[str, Any]] = mapped_column(default=dict)
    options: Mapped[list[Any]] = mapped_column(default=list)
    expects: Mapped[str | None]
    key: Mapped[str | None]
    turn_id: Mapped[str | None] = mapped_column(index=True)
    lead_id: Mapped[int | None] = mapped_column(BIG)
    at: Mapped[datetime]


class Decision(Row):
    """Every send, wait, skip and refusal with its rule and facts: what "Warum (nicht)?" reads."""

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_lead", "lead_id", "id"),)
    team_id: Mapped[int] = ref("teams")
    subject: Mapped[str]
    subject_id: Mapped[int] = mapped_column(BIG)
    lead_id: Mapped[int | None] = mapped_column(BIG)
    verdict: Mapped[str]
    rule: Mapped[str]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    until: Mapped[datetime | None]
    at: Mapped[datetime]


class Approval(Row):
    """An act that waits for a person's tap. ``digest`` binds text, recipient, channel and template version.

    ``depute_at``: when the deputy gets the card too if nobody has decided by then; ``deputy_id`` who got it.
    """

    __tablename__ = "approvals"
    __table_args__ = (
        Index(
            "ix_approvals_pending",
            "expires_at",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_approvals_depute",
            "depute_at",
            sqlite_where=text("state = 'pending' AND depute_at IS NOT NULL"),
            postgresql_where=text("state = 'pending' AND depute_at IS NOT NULL"),
        ),
        Index(
            "ix_approvals_deputy",
            "deputy_id",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users", index=True)
    lead_id: Mapped[int | None] = ref("leads", nullable=True, index=True)
    tool: Mapped[str]
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
    digest: Mapped[str]
    reason: Mapped[str]
    state: Mapped[str] = mapped_column(default="pending")
    origin: Mapped[str] = mapped_column(default="ai")
    confidence: Mapped[int | None]
    reasoning: Mapped[list[Any]] = mapped_column(default=list)
    enrolment_id: Mapped[int | None] = mapped_column(BIG)
    card_message_id: Mapped[int | None] = mapped_column(BIG)
    warned_at: Mapped[datetime | None]
    depute_at: Mapped[datetime | None]
    deputy_id: Mapped[int | None] = mapped_column(BIG)
    expires_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(BIG)
    decided_at: Mapped[datetime | None]
    decision_reason: Mapped[str | None]
    at: Mapped[datetime]


class Reminder(Row):
    """One thing to be reminded of. A recurring one carries its ``rule``; when it is shown, the next one takes it over.

    ``series`` is the first one's id, ``occurrence_at`` the rule's own moment (a snooze moves only ``due_at``).
    ``escalate_at``: when the leader hears of it if it is still open then.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        Index(
            "ix_reminders_due",
            "due_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "ix_reminders_escalate",
            "escalate_at",
            sqlite_where=text("state = 'open' AND escalate_at IS NOT NULL"),
            postgresql_where=text("state = 'open' AND escalate_at IS NOT NULL"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users", index=True)
    lead_id: Mapped[int | None] = ref("leads", nullable=True, index=True)
    note: Mapped[str] = mapped_column(default="")
    action: Mapped[str] = mapped_column(default="follow_up")
    priority: Mapped[str] = mapped_column(default="normal")
    state: Mapped[str] = mapped_column(default="open")
    due_at: Mapped[datetime]
    zone: Mapped[str]
    snooze_count: Mapped[int] = mapped_column(default=0)
    rule: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    series: Mapped[int | None] = mapped_column(BIG, index=True)
    occurrence_at: Mapped[datetime | None]
    escalate_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    at: Mapped[datetime]


class CronRun(Row):
    """One slot of a periodic job; the key lets each slot run once, whoever ticks."""

    __tablename__ = "cron_runs"
    __table_args__ = (UniqueConstraint("job", "slot"),)
    job: Mapped[str]
    slot: Mapped[str]
    lease_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
