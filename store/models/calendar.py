"""Appointments of our own people with leads."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class Meeting(Row):
    """One appointment. ``state``: creating (a calendar outside must be told), created, in_doubt, failed, cancelled.

    ``event_id`` is ours, derived from the act, so that telling the calendar twice makes one event. ``todo`` is what it
    is still to be told (put, remove) from ``due_at`` on; ``told`` whether the lead knows of it; ``revision`` counts
    changes (an invitation's SEQUENCE).
    """

    __tablename__ = "meetings"
    __table_args__ = (
        UniqueConstraint("event_id"),
        Index("ix_meetings_user", "user_id", "starts_at"),
        Index("ix_meetings_lead", "lead_id"),
        Index(
            "ix_meetings_todo",
            "due_at",
            sqlite_where=text("todo IS NOT NULL"),
            postgresql_where=text("todo IS NOT NULL"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    lead_id: Mapped[int | None] = mapped_column(BIG)
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    zone: Mapped[str]
    state: Mapped[str] = mapped_column(default="created")
    calendar: Mapped[str] = mapped_column(default="local")
    event_id: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    revision: Mapped[int] = mapped_column(default=0)
    told: Mapped[bool] = mapped_column(default=False)
    turn_id: Mapped[str | None]
    todo: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str | None]
    due_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(BIG, default=0)
    at: Mapped[datetime]
