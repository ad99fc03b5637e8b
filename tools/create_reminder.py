"""Notes that the rep wants to be reminded, at a minute of the rep's own zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AliasChoices, BeforeValidator, Field

from channels import calendar
from sequences import daily_plan, recurrence
from store import dates
from store.folding import fold
from store.models import Reminder
from store.queries import daily
from store.types import Option, Outcome, Say
from tools import recurring, reminding, wording
from tools.base import Arguments, Text, Tool, Words, lead_and
from tools.context import Context

ESCALATED_AFTER = timedelta(days=7)
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # only where the date stands in the words matters here
_ABOUT = re.compile(r"^(?:an|about|for|für|wegen)\s+", re.IGNORECASE)

Note = Annotated[Text | None, BeforeValidator(lambda said: (said.strip() or None) if isinstance(said, str) else said)]


class CreateReminder(Arguments):
    lead: Words | None = Field(None, description="Whom it is about, in the rep's own words, if anybody")
    date: Words | None = Field(
        None,
        validation_alias=AliasChoices("date", "when"),
        description="When, in the rep's own words: in 3 days at 9, every Monday at 9",
    )
    note: Note = Field(None, description="What to do then, in the rep's own words")


async def run(context: Context, arguments: CreateReminder) -> Outcome:
    words = arguments.date or ""
    again = recurrence.find(words, context.now, context.actor.zone)
    when = dates.parse(words, context.now, context.actor.zone) if again is None else None
    if when is not None and when.at is None:
        return ask_again(when.ask, words, "date")
    lead = context.lead
    note = arguments.note or ""
    if lead is None and arguments.lead and fold(arguments.lead) not in fold(note):
        # Nobody is called so: it belongs to what is to be done.
        note = f"{arguments.lead} {note}".strip()
    if lead is not None:
        note = _without_name(note, lead.name)
    row = Reminder(
        team_id=context.actor.team_id,
        user_id=context.actor.id,
        lead_id=lead.id if lead else None,
        note=note,
        due_at=await _due_at(context, when, again),
        zone=context.actor.zone,
        rule=recurrence.to_json(again.rule) if again is not None else None,
        at=context.now,
    )
    context.work.session.add(row)
    await context.work.session.flush()
    if again is not None:
        row.series, row.occurrence_at = row.id, row.due_at
    elif lead is not None and (await context.user()).upline_id is not None:
        row.escalate_at = row.due_at + ESCALATED_AFTER
    values = {"name": lead.name if lead else "", "note": row.note, "when": wording.moment(context, row.due_at)}
    about = "-lead" if lead else ""
    said = Say(f"reminder-created{about}" + ("-note" if row.note else ""), values)
    if again is not None:
        about_it = await reminding.about(context, row)
        said = Say("reminder-recurring", {**values, "rule": recurring.spoken(context, again.rule), "about": about_it})
    return Outcome("done", said, result(row), options=(cancel(row),))


def _without_name(note: str, name: str) -> str:
    """The note without the lead's name before it: the name stands there anyway ("Anna wegen Angebot fragen")."""
    said = note.split()
    known = set(fold(name).split())
    names = next((n for n, word in enumerate(said) if fold(word).strip(",.:!") not in known), len(said))
    return " ".join(said[names:]) if 0 < names < len(said) else note


async def _due_at(context: Context, when: dates.When | None, again: recurrence.Found | None) -> datetime:
    """The moment that was named; for a mere day a good one in the person's active hours."""
    if again is not None:
        return recurrence.after(again.rule, context.now, context.actor.zone)
    if when is None or when.at is None:
        raise ValueError("a reminder needs a time")
    if when.has_time:
        return when.at
    day = calendar.day_after(when.at - timedelta(days=1), context.actor.zone)
    taken = await daily.due_between(context.scope, day, day + timedelta(days=1))
    habit = await reminding.habit(context)
    best = daily_plan.free_time(when.at, taken, await reminding.plan(context), context.actor.zone, habit)
    return best if best > context.now else when.at


def ask_again(ask: str | None, words: str, expects: str) -> Outcome:
    """A time that was not said, not understood or is over: asked for once more, nothing stored."""
    reason = ask or "when_unclear"
    return Outcome("asked", Say(reason.replace("_", "-"), {"text": words}), reason=reason, expects=expects)


def cancel(row: Reminder) -> Option:
    return Option(Say("button-cancel-reminder"), "complete_reminder", {"reminder": str(row.id), "action": "dismiss"})


def result(row: Reminder) -> dict[str, object]:
    return {
        "reminder_id": row.id,
        "lead_id": row.lead_id,
        "note": row.note,
        "due_at": row.due_at.isoformat(),
        "state": row.state,
        "snooze_count": row.snooze_count,
    }


def from_command(rest: str) -> dict[str, str]:
    """``/erinnerung NAME WHEN: NOTE`` and ``/erinnerung WHEN an NAME: NOTE`` -> arguments."""
    place = _when_said(rest)
    if place is None:
        return lead_and("note")(rest)
    before, after = rest[: place[0]].strip(" :,-"), rest[place[1] :].strip(" ,-")
    found = {"date": rest[place[0] : place[1]]}
    head, colon, note = after.partition(":")
    if before:
        found |= {"lead": _ABOUT.sub("", before), "note": note.strip() if colon and not head.strip() else after}
    elif about := _ABOUT.match(head):
        found |= {"lead": head[about.end() :].strip(), "note": note.strip()}
    else:
        found["note"] = after.lstrip(": ")
    return {name: value for name, value in found.items() if value}


def _when_said(rest: str) -> tuple[int, int] | None:
    """Where the time stands, a recurring one together with the clock behind it."""
    again = recurrence.find(rest, _ANY_DAY, "UTC")
    if again is None:
        when = dates.find(rest, _ANY_DAY, "UTC")
        return (when.start, when.end) if when is not None else None
    clock = dates.find(rest[again.end :], _ANY_DAY, "UTC")
    behind = clock is not None and not rest[again.end : again.end + clock.start].strip()
    return again.start, again.end + clock.end if clock is not None and behind else again.end


TOOL = Tool(
    name="create_reminder",
    description="Remind the rep of something at a time, about a lead if one is named. Pass the time as it was said.",
    arguments=CreateReminder,
    run=run,
    commands=("erinnerung", "remind", "erinnere", "reminder"),
    from_command=from_command,
    required=("date",),
    optional_lead=True,
)
