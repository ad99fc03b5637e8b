"""What runs over time: sequence definitions, enrolments, message templates and provider templates."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class SequenceDefinition(Row):
    """One version of a sequence's YAML. ``team_id`` None is shipped; running enrolments keep their version."""

    __tablename__ = "sequence_definitions"
    __table_args__ = (UniqueConstraint("team_id", "name", "version"),)
    team_id: Mapped[int | None] = ref("teams", nullable=True)
    owner_id: Mapped[int | None] = mapped_column(BIG)
    name: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    yaml: Mapped[str]
    digest: Mapped[str]
    active: Mapped[bool] = mapped_column(default=True)
    at: Mapped[datetime]


class Enrolment(Row):
    """One lead's run through a sequence. ``step`` is the index of the next step; ``progress`` what it rests on."""

    __tablename__ = "enrolments"
    __table_args__ = (
        Index(
            "ix_enrolments_due",
            "next_due_at",
            sqlite_where=text("status = 'active'"),
            postgresql_where=text("status = 'active'"),
        ),
        Index(
            "uq_enrolments_active",
            "lead_id",
            "definition_id",
            unique=True,
            sqlite_where=text("status IN ('active', 'paused')"),
            postgresql_where=text("status IN ('active', 'paused')"),
        ),
        Index("ix_enrolments_lead", "lead_id"),
    )
    team_id: Mapped[int] = ref("teams")
    lead_id: Mapped[int] = ref("leads")
    user_id: Mapped[int] = ref("users")
    definition_id: Mapped[int] = ref("sequence_definitions")
    sequence: Mapped[str]
    version: Mapped[int]
    status: Mapped[str] = mapped_column(default="active")
    step: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str | None]
    waiting_for: Mapped[int | None] = mapped_column(BIG)
    previous_template: Mapped[str | None]
    last_step: Mapped[int | None]
    last_sent_at: Mapped[datetime | None]
    reply_tone: Mapped[str | None]
    reply_at: Mapped[datetime | None]
    progress: Mapped[dict[str, Any]] = mapped_column(default=dict)
    started_at: Mapped[datetime]
    next_due_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(BIG, default=0)


class WhatsappTemplate(Row):
    """A provider's approved template: the only text WhatsApp takes when the 24-hour window is closed.

    ``provider_name`` is its name or id there where it differs from ours (Twilio: ``HX…``), ``provider_language`` the
    provider's code (``de``, ``en_US``), ``parameters`` its own names for the placeholders of ``body`` in their order
    (empty: numbered), ``checked_at`` when the provider last confirmed ``status``.
    """

    __tablename__ = "whatsapp_templates"
    __table_args__ = (UniqueConstraint("team_id", "name", "language"),)
    team_id: Mapped[int] = ref("teams")
    name: Mapped[str]
    language: Mapped[str]
    status: Mapped[str]
    body: Mapped[str]
    provider: Mapped[str] = mapped_column(default="")
    provider_name: Mapped[str | None]
    provider_language: Mapped[str | None]
    category: Mapped[str] = mapped_column(default="")
    parameters: Mapped[list[Any]] = mapped_column(default=list)
    checked_at: Mapped[datetime | None]
    at: Mapped[datetime]
