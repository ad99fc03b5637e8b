"""A rep's day: whom to contact as cards, the daily plan, escalations to the leader, and messages to many."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class FollowUp(Row):
    """One suggestion to contact a lead; at most one is open per lead.

    ``round`` names the list it belongs to, ``place`` of ``total`` its position there. ``state``: open, sent, called,
    later, skipped, void. ``digest`` binds what the card showed; ``until`` is how long a later or skipped one rests.
    """

    __tablename__ = "follow_ups"
    __table_args__ = (
        Index(
            "uq_follow_ups_open",
            "lead_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_follow_ups_round", "user_id", "round", "place"),
        Index("ix_follow_ups_resting", "user_id", "until"),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    lead_id: Mapped[int] = ref("leads", index=True)
    round: Mapped[str]
    place: Mapped[int]
    total: Mapped[int]
    state: Mapped[str] = mapped_column(default="open")
    priority: Mapped[str]
    reason: Mapped[str]
    channel: Mapped[str]
    template: Mapped[str | None]
    text: Mapped[str] = mapped_column(default="")
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
    digest: Mapped[str]
    confidence: Mapped[float]
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    best_at: Mapped[datetime]
    until: Mapped[datetime | None]
    approval_id: Mapped[int | None] = mapped_column(BIG)
    at: Mapped[datetime]
    decided_at: Mapped[datetime | None]


class DailyPlan(Row):
    """When a rep works and is told about the day. Minutes count from local midnight; None is off.

    ``weekly``: whether who leads a team hears on Mondays how it went; ``next_weekly_at`` is kept for everybody, so that
    whoever comes to lead one needs nothing more.
    """

    __tablename__ = "daily_plans"
    __table_args__ = (
        UniqueConstraint("user_id"),
        Index("ix_daily_plans_digest", "next_digest_at"),
        Index("ix_daily_plans_evening", "next_evening_at"),
        Index("ix_daily_plans_weekly", "next_weekly_at"),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    active_from: Mapped[int]
    active_until: Mapped[int]
    weekdays: Mapped[list[Any]] = mapped_column(default=list)
    digest_minute: Mapped[int | None]
    evening_minute: Mapped[int | None]
    next_digest_at: Mapped[datetime | None]
    next_evening_at: Mapped[datetime | None]
    weekly: Mapped[bool] = mapped_column(default=True)
    next_weekly_at: Mapped[datetime | None]


class ReminderMove(Row):
    """What a person did with a reminder that was shown: done, dismissed or snoozed ``to_at``. Append-only."""

    __tablename__ = "reminder_moves"
    __table_args__ = (Index("ix_reminder_moves_user", "user_id", "id"),)
    user_id: Mapped[int] = ref("users")
    reminder_id: Mapped[int] = ref("reminders", index=True)
    kind: Mapped[str]
    shown_at: Mapped[datetime | None]
    to_at: Mapped[datetime | None]
    at: Mapped[datetime]


class Escalation(Row):
    """Something of a rep's that is put before the leader once.

    ``kind``: unreached (a lead nobody reached for ``days``), approval (a draft left waiting until its end was near),
    rule (``rule`` was refused ``count`` times within ``days``), overridden (a claim ``rule`` warned of was sent all the
    same), help (the leader looked in by herself), lock (somebody else works the lead's person already). ``state``:
    waiting (for the leader's active hours, from ``due_at`` on), open, taken, hinted (``hint`` went to the rep), left,
    void (settled meanwhile).
    """

    __tablename__ = "escalations"
    __table_args__ = (
        UniqueConstraint("reminder_id"),
        Index("ix_escalations_lead", "lead_id", "id"),
        Index("ix_escalations_leader", "leader_id", "state"),
        Index("ix_escalations_user", "user_id", "rule", "at"),
        Index(
            "ix_escalations_waiting",
            "due_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    leader_id: Mapped[int] = ref("users")
    lead_id: Mapped[int | None] = ref("leads", nullable=True)
    reminder_id: Mapped[int | None] = ref("reminders", nullable=True)
    approval_id: Mapped[int | None] = mapped_column(BIG)
    kind: Mapped[str] = mapped_column(default="unreached")
    days: Mapped[int]
    rule: Mapped[str | None]
    count: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(default="open")
    hint: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]


class Campaign(Row):
    """One text for many leads, each message personal. ``state``: draft, running, stopped, done.

    ``filters`` say whom was meant; ``card_id`` is the message that shows the progress; ``next_due_at`` paces.
    """

    __tablename__ = "campaigns"
    __table_args__ = (
        Index(
            "ix_campaigns_due",
            "next_due_at",
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
        Index("ix_campaigns_user", "user_id", "id"),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    kind: Mapped[str] = mapped_column(default="batch")
    state: Mapped[str] = mapped_column(default="draft")
    text: Mapped[str]
    channel: Mapped[str] = mapped_column(default="auto")
    origin: Mapped[str] = mapped_column(default="human")
    filters: Mapped[dict[str, Any]] = mapped_column(default=dict)
    digest: Mapped[str]
    card_id: Mapped[int | None] = mapped_column(BIG)
    conversation_id: Mapped[int | None] = mapped_column(BIG)
    shown: Mapped[int] = mapped_column(default=-1)
    next_due_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(BIG, default=0)
    at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class CampaignItem(Row):
    """One recipient of a campaign with the very text. ``state``: ready, approved, sent, left_out, failed, stopped."""

    __tablename__ = "campaign_items"
    __table_args__ = (
        UniqueConstraint("campaign_id", "lead_id"),
        Index("ix_campaign_items_state", "campaign_id", "state", "place"),
    )
    campaign_id: Mapped[int] = ref("campaigns")
    lead_id: Mapped[int] = ref("leads", index=True)
    place: Mapped[int]
    state: Mapped[str] = mapped_column(default="ready")
    text: Mapped[str] = mapped_column(default="")
    reason: Mapped[str | None]
    until: Mapped[datetime | None]
    message_id: Mapped[int | None] = mapped_column(BIG)
    at: Mapped[datetime]
    done_at: Mapped[datetime | None]
