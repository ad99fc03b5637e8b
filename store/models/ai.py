"""What the model side keeps: the prompt library with its executions, voices, and every generated message."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class Prompt(Row):
    """One prompt of the library. ``team_id`` None is shipped; ``success_rate`` is None until somebody rated it.

    ``prompt_template`` holds ``{{names}}`` of ``input_schema``'s properties; ``sample`` is its form without a model.
    """

    __tablename__ = "prompts"
    __table_args__ = (
        UniqueConstraint("team_id", "key", "language"),
        Index("ix_prompts_category", "category", "language"),
    )
    team_id: Mapped[int | None] = ref("teams", nullable=True)
    key: Mapped[str]
    language: Mapped[str]
    name: Mapped[str]
    category: Mapped[str]
    description: Mapped[str]
    prompt_template: Mapped[str]
    input_schema: Mapped[dict[str, Any]] = mapped_column(default=dict)
    sample: Mapped[str] = mapped_column(default="")
    digest: Mapped[str]
    usage_count: Mapped[int] = mapped_column(default=0)
    ratings: Mapped[int] = mapped_column(default=0)
    success_rate: Mapped[float | None]


class PromptExecution(Row):
    """One run of a prompt. ``status`` done or failed; ``rating`` 1-5; ``provider`` who worded the output."""

    __tablename__ = "prompt_executions"
    team_id: Mapped[int] = ref("teams")
    prompt_id: Mapped[int] = ref("prompts", index=True)
    user_id: Mapped[int] = ref("users")
    lead_id: Mapped[int | None] = ref("leads", nullable=True, index=True)
    input_values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    output: Mapped[str] = mapped_column(default="")
    execution_time_ms: Mapped[int] = mapped_column(default=0)
    status: Mapped[str]
    provider: Mapped[str]
    rating: Mapped[int | None]
    feedback: Mapped[str | None]
    at: Mapped[datetime]


class Persona(Row):
    """How one person's messages sound. Nobody without a row: the default voice."""

    __tablename__ = "personas"
    __table_args__ = (UniqueConstraint("user_id"),)
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    type: Mapped[str] = mapped_column(default="friendly")
    tone: Mapped[list[Any]] = mapped_column(default=list)
    forbidden_words: Mapped[list[Any]] = mapped_column(default=list)
    preferred_phrases: Mapped[list[Any]] = mapped_column(default=list)
    emoji_style: Mapped[str] = mapped_column(default="few")
    system_prompt: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class ObjectionHandler(Row):
    """What a person answers to an objection. ``objection`` is a value of ``store.objections.OBJECTIONS``.

    ``register``: du or sie, "" where the words fit both.
    """

    __tablename__ = "objection_handlers"
    __table_args__ = (UniqueConstraint("user_id", "objection", "language", "register"),)
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    objection: Mapped[str]
    language: Mapped[str]
    register: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    at: Mapped[datetime]


class Generation(Row):
    """One generated message to a lead (MISSION D1). ``creator_id`` whose voice, ``chatter_id`` who asked for it.

    ``status``: ready, waiting (an approval), sent, rejected, blocked (by the guard; ``reasoning`` says why).
    """

    __tablename__ = "generations"
    team_id: Mapped[int] = ref("teams")
    conversation_id: Mapped[int] = ref("conversations")
    lead_id: Mapped[int] = ref("leads", index=True)
    creator_id: Mapped[int] = ref("users")
    chatter_id: Mapped[int] = ref("users")
    type: Mapped[str]
    text: Mapped[str]
    confidence: Mapped[int]
    reasoning: Mapped[list[Any]] = mapped_column(default=list)
    suggested_price: Mapped[float | None]
    requires_approval: Mapped[bool] = mapped_column(default=True)
    approval_id: Mapped[int | None] = mapped_column(BIG)
    status: Mapped[str]
    provider: Mapped[str]
    at: Mapped[datetime]
