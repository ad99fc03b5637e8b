"""A rep's daily plan as a row, and the row as the frozen plan that the pure rules read."""

from __future__ import annotations

from datetime import datetime

from sequences import daily_plan
from sequences.daily_plan import DEFAULT, Plan
from store.models import DailyPlan, User


def of(row: DailyPlan | None) -> Plan:
    if row is None:
        return DEFAULT
    days = tuple(int(day) for day in row.weekdays)
    return Plan(row.active_from, row.active_until, days, row.digest_minute, row.evening_minute, row.weekly)


def fresh(user: User, now: datetime) -> DailyPlan:
    """The usual plan of somebody who has set nothing."""
    row = DailyPlan(team_id=user.team_id, user_id=user.id)
    keep(row, DEFAULT, user, now)
    return row


def keep(row: DailyPlan, plan: Plan, user: User, now: datetime) -> None:
    """Writes a plan and when its morning and evening come next."""
    row.active_from, row.active_until, row.weekdays = plan.active_from, plan.active_until, list(plan.weekdays)
    row.digest_minute, row.evening_minute = plan.digest, plan.evening
    row.next_digest_at = _next(plan.digest, plan, user, now)
    row.next_evening_at = _next(plan.evening, plan, user, now)
    row.weekly, row.next_weekly_at = plan.weekly, next_week(plan, user, now)


def next_week(plan: Plan, user: User, now: datetime) -> datetime | None:
    """When the report on the week comes next: with the morning list, else when work begins."""
    minute = plan.digest if plan.digest is not None else plan.active_from
    return daily_plan.next_week(minute, now, plan, user.zone, user.region)


def _next(minute: int | None, plan: Plan, user: User, now: datetime) -> datetime | None:
    return daily_plan.next_time(minute, now, plan, user.zone, user.region) if minute is not None else None
