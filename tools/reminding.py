"""Which open reminder somebody means: the one named, the one about a lead, the one just shown, else a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sequences import best_time, daily_plan, plans
from store.models import Lead, Reminder, ReminderMove
from store.queries import acts, daily
from store.queries.talk import as_int
from store.types import Option, Outcome, Say
from tools import wording
from tools.context import Context

OFFERED = 6


async def choose(
    context: Context, named: str | None, arguments: Mapping[str, object], *, recurring: bool = False
) -> Reminder | Outcome:
    """The reminder, or the honest answer why there is none; ``arguments`` go on with the one that is tapped.

    ``recurring``: one that comes again and again is meant, not what of it is on the table.
    """
    if named is not None:
        return await _named(context, named)
    lead = context.lead
    rows = await acts.open_reminders(context.scope, lead_id=lead.id if lead else None)
    if recurring:
        rows = [row for row in rows if row.rule is not None] or rows
    shown = [row for row in rows if row.delivered_at is not None]
    if not rows:
        key = "reminder-none-lead" if lead else "reminder-none"
        return Outcome("denied", Say(key, {"name": lead.name if lead else ""}), reason="no_reminder")
    if len(rows) == 1 or len(shown) == 1:
        return shown[0] if shown else rows[0]
    return await _which(context, rows, arguments)


async def _named(context: Context, named: str) -> Reminder | Outcome:
    number = as_int(named)
    row = await acts.reminder(context.scope, number) if number is not None and abs(number) < 2**62 else None
    if row is None:
        return Outcome("denied", Say("reminder-unknown"), reason="reminder_unknown")
    if row.state != "open":
        return Outcome("denied", Say("reminder-closed"), {"state": row.state}, reason="already_done")
    return row


async def _which(context: Context, rows: Sequence[Reminder], arguments: Mapping[str, object]) -> Outcome:
    names = await lead_names(context, rows)
    kept = {key: value for key, value in arguments.items() if key not in ("lead", "reminder")}
    options = tuple(
        Option(wording.reminder_label(context, row, names), context.call.tool, {**kept, "reminder": str(row.id)})
        for row in rows[:OFFERED]
    )
    found = [{"id": row.id, "note": row.note, "due_at": row.due_at.isoformat()} for row in rows]
    return Outcome("asked", Say("reminder-which"), {"reminders": found}, reason="reminder_ambiguous", options=options)


async def plan(context: Context) -> daily_plan.Plan:
    """When the actor works."""
    return plans.of(await daily.plan(context.scope, context.actor.id))


async def habit(context: Context) -> int | None:
    """The hour at which the actor mostly gets reminders done; None while too few say so."""
    moments = await daily.done_moments(context.scope)
    found = best_time.best(moments, context.actor.zone, best_time.population([]))
    return found.hour if found.basis == "own" else None


async def moved(context: Context, row: Reminder, kind: str, to_at: datetime | None = None) -> None:
    """Notes what was done with a reminder: from this its person's habits are learnt."""
    context.work.session.add(
        ReminderMove(
            user_id=row.user_id,
            reminder_id=row.id,
            kind=kind,
            shown_at=row.delivered_at,
            to_at=to_at,
            at=context.now,
        )
    )


async def lead_names(context: Context, rows: Sequence[Reminder]) -> dict[int, str]:
    found: dict[int, str] = {}
    for lead_id in {row.lead_id for row in rows if row.lead_id}:
        lead = await context.work.session.get(Lead, lead_id)
        if lead is not None:
            found[lead_id] = lead.name
    return found


async def about(context: Context, row: Reminder) -> str:
    """What a reminder is about, in words."""
    names = await lead_names(context, [row])
    parts = [part for part in (names.get(row.lead_id or 0, ""), row.note) if part]
    return ": ".join(parts) or context.words("reminder-about-nothing")
