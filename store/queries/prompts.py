"""Queries on the prompt library and what became of its executions."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select, update

from store.db import Scope
from store.models import Prompt, PromptExecution

GOOD = 4  # stars from which an execution counts as a success


def _visible(scope: Scope) -> ColumnElement[bool]:
    """Shipped prompts and the team's own."""
    return or_(Prompt.team_id.is_(None), Prompt.team_id == scope.team_id)


async def shipped(scope: Scope) -> Sequence[Prompt]:
    return (await scope.session.scalars(select(Prompt).where(Prompt.team_id.is_(None)).order_by(Prompt.id))).all()


async def listed(scope: Scope, language: str, category: str | None = None) -> Sequence[Prompt]:
    """The prompts of a language, of one category or all, in the order they came."""
    query = select(Prompt).where(_visible(scope), Prompt.language == language)
    if category is not None:
        query = query.where(Prompt.category == category)
    return (await scope.session.scalars(query.order_by(Prompt.id))).all()


async def get(scope: Scope, prompt_id: int) -> Prompt | None:
    return (await scope.session.scalars(select(Prompt).where(_visible(scope), Prompt.id == prompt_id))).first()


async def named(scope: Scope, key: str, language: str) -> Prompt | None:
    """By key; a team's own hides a shipped one."""
    query = select(Prompt).where(_visible(scope), Prompt.key == key, Prompt.language == language)
    return (await scope.session.scalars(query.order_by(Prompt.team_id.is_(None), Prompt.id))).first()


async def used(scope: Scope, prompt_id: int) -> None:
    """Counts one execution, whatever others count at the same time."""
    more = update(Prompt).where(Prompt.id == prompt_id).values(usage_count=Prompt.usage_count + 1)
    await scope.session.execute(more.execution_options(synchronize_session=False))


async def execution(scope: Scope, execution_id: int) -> PromptExecution | None:
    """An execution of the scope's person."""
    query = select(PromptExecution).where(
        PromptExecution.id == execution_id,
        PromptExecution.team_id == scope.team_id,
        PromptExecution.user_id == scope.user_id,
    )
    return (await scope.session.scalars(query.with_for_update())).first()


async def judge(scope: Scope, prompt_id: int) -> float | None:
    """Reckons a prompt's success rate anew from its ratings: the part with ``GOOD`` stars or more, 0-1."""
    good = func.count().filter(PromptExecution.rating >= GOOD)
    rated = select(func.count(), good).where(
        PromptExecution.prompt_id == prompt_id, PromptExecution.rating.is_not(None)
    )
    number, successes = (await scope.session.execute(rated)).one()
    rate = successes / number if number else None
    change = update(Prompt).where(Prompt.id == prompt_id).values(ratings=number, success_rate=rate)
    await scope.session.execute(change.execution_options(synchronize_session=False))
    return rate
