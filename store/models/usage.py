"""What language models were asked, who answered, and what it took."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.models.base import BIG, Row, ref


class TokenUsage(Row):
    """One call to a model, answered or not. ``outcome`` is ok or the fault's kind; ``cost`` in US dollars.

    A row of the provider ``offline`` says that rules and templates stood in for all of them.
    """

    __tablename__ = "token_usage"
    __table_args__ = (
        Index("ix_token_usage_team", "team_id", "at"),
        Index("ix_token_usage_turn", "turn_id"),
    )
    team_id: Mapped[int] = ref("teams")
    user_id: Mapped[int] = ref("users")
    lead_id: Mapped[int | None] = mapped_column(BIG)
    turn_id: Mapped[str | None]
    task: Mapped[str]
    provider: Mapped[str]
    model: Mapped[str]
    outcome: Mapped[str]
    input_tokens: Mapped[int] = mapped_column(default=0)
    output_tokens: Mapped[int] = mapped_column(default=0)
    cost: Mapped[float] = mapped_column(default=0.0)
    milliseconds: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime]
