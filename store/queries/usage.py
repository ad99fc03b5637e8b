"""Queries on what language models took: the daily budgets live in rows, not in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, select

from store.db import Scope
from store.models import TokenUsage

GENERATING = ("draft", "prompt")


@dataclass(frozen=True, slots=True)
class Spent:
    """Since a day began, besides ``generations``, which are the user's of the last hour."""

    team_tokens: int = 0
    team_cost: float = 0.0
    user_tokens: int = 0
    generation_tokens: int = 0
    generations: int = 0


async def spent(scope: Scope, team_id: int, user_id: int, since: datetime, now: datetime) -> Spent:
    """What a team, and in it one user, has taken since the day began."""
    tokens = TokenUsage.input_tokens + TokenUsage.output_tokens
    mine = TokenUsage.user_id == user_id
    generating = mine & TokenUsage.task.in_(GENERATING)
    lately = generating & (TokenUsage.at > now - timedelta(hours=1)) & (TokenUsage.outcome == "ok")
    query = select(
        func.coalesce(func.sum(tokens), 0),
        func.coalesce(func.sum(TokenUsage.cost), 0.0),
        func.coalesce(func.sum(case((mine, tokens), else_=0)), 0),
        func.coalesce(func.sum(case((generating, tokens), else_=0)), 0),
    ).where(TokenUsage.team_id == team_id, TokenUsage.at >= since)
    row = (await scope.session.execute(query)).one()
    hour = select(func.count()).where(TokenUsage.team_id == team_id, TokenUsage.at > now - timedelta(hours=1), lately)
    count = await scope.session.scalar(hour.where(TokenUsage.provider != "offline")) or 0
    return Spent(int(row[0]), float(row[1]), int(row[2]), int(row[3]), count)


async def of_turn(scope: Scope, turn_id: str) -> Sequence[TokenUsage]:
    """What one turn asked of models, oldest first."""
    query = select(TokenUsage).where(TokenUsage.turn_id == turn_id).order_by(TokenUsage.id)
    return (await scope.session.scalars(query)).all()
