"""Reminds the lead's owner now; the note is the step's own, else the step's name."""

from __future__ import annotations

from channels import words
from sequences import daily_plan, plans
from sequences.steps.base import Doing, Done, Kind
from store.models import Reminder
from store.queries import daily
from store.types import Say

_NOTE_LIMIT = 900


async def run(doing: Doing) -> Done:
    topic = doing.step.note or doing.step.called(doing.language)
    note = words.say(doing.language, Say("sequence-reminder-note", {"topic": topic, "sequence": doing.title}))
    return await remind(doing, note, action="follow_up")


async def remind(doing: Doing, note: str, *, action: str) -> Done:
    """A reminder of the owner in a minute, through the runner like any other; ``action`` as in ``Reminder.action``."""
    soon = words.say(doing.language, Say("sequence-reminder-when"))
    outcome = await doing.act("create_reminder", {"date": soon, "note": note[:_NOTE_LIMIT]})
    if outcome.status != "done":
        return Done("skipped", outcome.reason or "refused", {"outcome": outcome.status})
    reminder_id = int(outcome.result["reminder_id"])
    row = await doing.work.session.get(Reminder, reminder_id)
    if row is not None:
        row.action, row.priority = action, "high"
        # Nobody chose this minute: it waits for the owner's active hours.
        plan = plans.of(await daily.plan(doing.work.scope(), row.user_id))
        row.due_at = daily_plan.next_active(row.due_at, plan, row.zone)
    return Done("done", "step", {"reminder_id": reminder_id})


KIND = Kind("create_reminder", run)
