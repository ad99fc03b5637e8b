"""Recurring times in the actor's words, and the next occurrence of a reminder's rule."""

from __future__ import annotations

from datetime import datetime

from sequences import recurrence
from sequences.recurrence import Rule
from store.models import Reminder
from tools.context import Context


def spoken(context: Context, rule: Rule) -> str:
    """ "jeden Montag um 9:00", "every first Monday of the month at 10:00"."""
    days = ", ".join(context.words(f"weekday-{day}") for day in rule.weekdays)
    values = {"every": rule.every, "days": days, "day": rule.month_day or 0, "month": rule.month or 0}
    key = f"recurring-{rule.unit}"
    if rule.unit == "month":
        key = "recurring-month-weekday" if rule.ordinal is not None else "recurring-month-day"
    if rule.ordinal is not None:
        values["ordinal"] = context.words("ordinal-last" if rule.ordinal == -1 else f"ordinal-{rule.ordinal}")
    said = context.words(key, **values)
    return context.words("recurring-at", rule=said, time=f"{rule.hour}:{rule.minute:02d}")


def rule_of(row: Reminder) -> Rule | None:
    return recurrence.from_json(row.rule) if row.rule else None


def next_after(row: Reminder, now: datetime) -> datetime | None:
    """When a recurring reminder comes after its present occurrence; None for a single one."""
    rule = rule_of(row)
    if rule is None:
        return None
    return recurrence.after(rule, max(row.occurrence_at or row.due_at, now), row.zone)
