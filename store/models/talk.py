"""What is said: conversations, messages in both directions, and the choices offered on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class Conversation(Row):
    """One person on one account. ``due_at`` says there is work; the lease says who does it.

    ``mode_set``: a person chose the ``mode``. ``window_shut_at``: when the provider told us that its 24-hour window is
    closed, whatever we had counted.
    """

    __tablename__ = "conversations"
    __table_args__ = (
        UniqueConstraint("account_id", "external_id"),
        Index(
            "ix_conversations_due",
            "due_at",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )
    team_id: Mapped[int] = ref("teams")
    account_id: Mapped[int] = ref("accounts")
    channel: Mapped[str]
    external_id: Mapped[str]
    user_id: Mapped[int | None] = ref("users", nullable=True, index=True)
    lead_id: Mapped[int | None] = ref("leads", nullable=True, index=True)
    mode: Mapped[str] = mapped_column(default="draft_only")
    mode_set: Mapped[bool] = mapped_column(default=False, server_default=false())
    due_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(BIG, default=0)
    last_inbound_at: Mapped[datetime | None]
    window_shut_at: Mapped[datetime | None]


class Message(Row):
    """Both directions in one table. ``direction`` signal: what came in without being said (a block, an absence note, a
    pairing code): it is kept so that it has one effect, is never worked as a turn and never counts as a reply.

    ``state`` in: new, done, failed; out: held, queued, sending, sent, delivered, read, failed, in_doubt, refused,
    cancelled. ``kind`` out: chat (a rep reads it), answer (to a lead's fresh message), proactive, confirmation.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("account_id", "provider_id", name="uq_messages_provider"),
        UniqueConstraint("dedupe_key", name="uq_messages_dedupe"),
        Index(
            "ix_messages_new",
            "conversation_id",
            "id",
            sqlite_where=text("state = 'new'"),
            postgresql_where=text("state = 'new'"),
        ),
        Index(
            "ix_messages_queued",
            "due_at",
            "id",
            sqlite_where=text("state IN ('held', 'queued')"),
            postgresql_where=text("state IN ('held', 'queued')"),
        ),
        Index(
            "ix_messages_sending",
            "id",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        Index(
            "ix_messages_doubt",
            "id",
            sqlite_where=text("state = 'in_doubt'"),
            postgresql_where=text("state = 'in_doubt'"),
        ),
        Index(
            "ix_messages_unasked",
            "account_id",
            "at",
            sqlite_where=text("kind = 'proactive'"),
            postgresql_where=text("kind = 'proactive'"),
        ),
        Index(
            "ix_messages_failed",
            "account_id",
            "at",
            sqlite_where=text("state = 'failed'"),
            postgresql_where=text("state = 'failed'"),
        ),
        Index("ix_messages_history", "conversation_id", "id"),
        Index("ix_messages_lead", "lead_id", "at"),
    )
    team_id: Mapped[int] = ref("teams")
    account_id: Mapped[int] = ref("accounts")
    conversation_id: Mapped[int] = ref("conversations")
    user_id: Mapped[int | None] = mapped_column(BIG)
    lead_id: Mapped[int | None] = mapped_column(BIG)
    direction: Mapped[str]
    state: Mapped[str]
    kind: Mapped[str] = mapped_column(default="chat")
    origin: Mapped[str] = mapped_column(default="human")
    provider_id: Mapped[str | None]
    dedupe_key: Mapped[str | None]
    turn_id: Mapped[str | None] = mapped_column(index=True)
    subject: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    tap: Mapped[str | None]
    buttons: Mapped[list[Any]] = mapped_column(default=list)
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sender_id: Mapped[int | None] = mapped_column(BIG)
    enrolment_id: Mapped[int | None] = mapped_column(BIG, index=True)
    approval_id: Mapped[int | None] = mapped_column(BIG)
    edits: Mapped[int | None] = mapped_column(BIG)
    template: Mapped[str | None]
    answers: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]
    lease_token: Mapped[int] = mapped_column(BIG, default=0)
    at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class Attachment(Row):
    """A file or picture that goes with one of our messages; the message's payload counts them as ``files``."""

    __tablename__ = "attachments"
    team_id: Mapped[int] = ref("teams")
    message_id: Mapped[int] = ref("messages", index=True)
    name: Mapped[str]
    content: Mapped[bytes]


class Choice(Row):
    """Open options of one conversation: a tap, "die zweite", "ja" or a free text finds them here.

    ``options``: [{label, tool, arguments}]; ``expects`` names the argument a free text fills (None: only options).
    """

    __tablename__ = "choices"
    __table_args__ = (Index("ix_choices_open", "conversation_id", "state"),)
    team_id: Mapped[int] = ref("teams")
    conversation_id: Mapped[int] = ref("conversations")
    user_id: Mapped[int] = ref("users")
    message_id: Mapped[int | None] = mapped_column(BIG)
    turn_id: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="open")
    options: Mapped[list[Any]] = mapped_column(default=list)
    tool: Mapped[str | None]
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
    expects: Mapped[str | None]
    said: Mapped[str] = mapped_column(default="")
    asked: Mapped[bool] = mapped_column(default=False)
    used: Mapped[str | None]
    expires_at: Mapped[datetime]
    at: Mapped[datetime]
