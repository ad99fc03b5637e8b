"""What a button of a follow-up card does: send, change, later, skip, called, on to the next one.

The text that goes is the one the card showed: the button carries its digest, and what has changed since is shown
again instead. Sending is an approval given on the spot and replayed through the runner like any other.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from pydantic import AliasChoices, Field

from channels import calendar
from store.models import FollowUp, Lead, Reminder
from store.queries import followups as query
from store.queries.talk import as_int
from store.types import Option, Outcome, Say, ToolCall
from tools import following, restyle, wording
from tools.base import INTERNAL, Arguments, Text, Tool, Words
from tools.context import Context
from tools.create_reminder import ask_again
from tools.sending import Moment, record_basis
from tools.snooze_reminder import new_time

Action = Literal["show", "approve", "agreed", "change", "later", "skip", "called", "next"]
_SKIP_DAYS = (0, 3, 7)
_CALLED_REST = timedelta(days=1)
_SOON = timedelta(minutes=30)


class WorkFollowup(Arguments):
    follow_up: Words | None = Field(None, json_schema_extra=INTERNAL)
    action: Action = Field("show", json_schema_extra=INTERNAL)
    digest: Words | None = Field(None, json_schema_extra=INTERNAL)
    text: Text | None = Field(None, validation_alias=AliasChoices("text", "message"), json_schema_extra=INTERNAL)
    when: Words | None = Field(None, validation_alias=AliasChoices("when", "date"), json_schema_extra=INTERNAL)
    not_before: Moment | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: WorkFollowup) -> Outcome:
    row = await _row(context, arguments.follow_up)
    if isinstance(row, Outcome):
        return row
    if arguments.action == "next":
        return await following.go_on(context, row)
    if row.state != "open":
        return await following.go_on(context, row, before=context.words(f"followup-already-{row.state}"))
    if arguments.action == "show":
        return await following.show(context, row)
    if arguments.action in ("approve", "agreed"):
        return await _send(context, row, arguments)
    if arguments.action == "change":
        return await _change(context, row, arguments.text)
    if arguments.action == "later":
        return await _later(context, row, arguments.when)
    return await (_skip if arguments.action == "skip" else _called)(context, row)


async def _row(context: Context, named: str | None) -> FollowUp | Outcome:
    if named is None:
        row = await query.current(context.scope)
    else:
        number = as_int(named)
        row = await query.card(context.scope, number) if number is not None and 0 < number < 2**62 else None
    if row is None:
        return Outcome("denied", Say("followup-unknown"), reason="followup_unknown")
    return row


async def _send(context: Context, row: FollowUp, arguments: WorkFollowup) -> Outcome:
    lead = await following.lead_of(context, row)
    if lead is None or row.channel == "call" or not row.text:
        return await following.show(context, row)
    if arguments.digest is not None and arguments.digest != row.digest:
        return await following.show(context, row, before=context.words("followup-changed"))
    if following.answered_meanwhile(row, lead):
        return await following.show(context, row, before=context.words("followup-wrote", name=lead.name))
    if arguments.action == "agreed":
        await record_basis(replace(context, lead=lead), "agreed", [row.channel])
    outcome = await following.send(context, row, not_before=arguments.not_before)
    if outcome.status != "done":
        return await following.show(context, row, before=context.words(outcome.say.key, **outcome.say.values))
    return await _sent(context, row, lead, outcome)


async def _sent(context: Context, row: FollowUp, lead: Lead, outcome: Outcome) -> Outcome:
    due_at = datetime.fromisoformat(str(outcome.result.get("due_at") or context.now.isoformat()))
    seconds = round((due_at - context.now).total_seconds())
    key = "followup-sent-later" if seconds > _SOON.total_seconds() else "followup-sent"
    said = context.words(key, name=lead.name, seconds=seconds, when=wording.moment(context, due_at))
    following.close(context, row, "sent")
    return await following.go_on(context, row, before=said, options=outcome.options, result=outcome.result)


async def _done(context: Context, row: FollowUp, state: str, said: str) -> Outcome:
    following.close(context, row, state)
    return await following.go_on(context, row, before=said)


async def _change(context: Context, row: FollowUp, text: str | None) -> Outcome:
    lead = await following.lead_of(context, row)
    if lead is None or row.channel == "call":
        return await following.show(context, row)
    if text is None:
        call = ToolCall("work_followup", {"follow_up": str(row.id), "action": "change"}, context.call.key)
        say = Say("followup-ask-text", {"name": lead.name, "text": row.text})
        back = Option(Say("button-back"), "work_followup", {"follow_up": str(row.id)})
        return Outcome("asked", say, {"follow_up_id": row.id}, "missing_text", (back,), "text", call)
    if wanted := restyle.wishes(text):
        return await following.restyled(context, row, lead, wanted)
    outcome = await following.send(context, row, text=text)
    if outcome.status == "done":
        return await _sent(context, row, lead, outcome)
    following.close(context, row, "void")
    onward = Option(Say("button-next-card"), "work_followup", {"follow_up": str(row.id), "action": "next"})
    return Outcome(outcome.status, outcome.say, outcome.result, outcome.reason, (*outcome.options, onward))


async def _later(context: Context, row: FollowUp, when: str | None) -> Outcome:
    if when is None:
        return _until_when(context, row)
    until = new_time(when, None, context.now, context.actor.zone)
    if not isinstance(until, datetime):
        asked = ask_again(until, when, "when")
        call = ToolCall("work_followup", {"follow_up": str(row.id), "action": "later"}, context.call.key)
        return Outcome("asked", asked.say, asked.result, asked.reason, expects="when", call=call)
    key = f"{context.call.key}:reminder"
    wanted = {"lead": str(row.lead_id), "date": until.isoformat()}
    done = await following.also(context, ToolCall("create_reminder", wanted, key))
    if done.status != "done":
        return done
    await _as_follow_up(context, int(done.result["reminder_id"]), row)
    row.until = until
    return await _done(context, row, "later", context.words(done.say.key, **done.say.values))


async def _as_follow_up(context: Context, reminder_id: int, row: FollowUp) -> None:
    """The reminder is of the same weight and kind as the card it stands for."""
    reminder = await context.work.session.get(Reminder, reminder_id)
    if reminder is not None:
        reminder.action = "call" if row.channel == "call" else "follow_up"
        reminder.priority = row.priority if row.priority in ("urgent", "high", "low") else "normal"


def _until_when(context: Context, row: FollowUp) -> Outcome:
    same = {"follow_up": str(row.id), "action": "later"}
    options = [
        Option(Say("button-in-two-hours"), "work_followup", {**same, "when": context.words("followup-in-two-hours")}),
        Option(Say("button-tomorrow"), "work_followup", {**same, "when": context.words("snooze-tomorrow")}),
        Option(Say("button-back"), "work_followup", {"follow_up": str(row.id)}),
    ]
    if row.best_at > context.now + _SOON and row.channel != "call" and row.text:
        then = {**same, "action": "approve", "digest": row.digest, "not_before": row.best_at.isoformat()}
        label = Say("button-send-at", {"when": wording.moment(context, row.best_at)})
        options.insert(0, Option(label, "work_followup", then))
    call = ToolCall("work_followup", same, context.call.key)
    say = Say("ask-when", {"name": ""})
    return Outcome("asked", say, {"follow_up_id": row.id}, "missing_when", tuple(options), "when", call)


async def _skip(context: Context, row: FollowUp) -> Outcome:
    """Left alone for today; whoever is skipped again and again rests longer."""
    before = await query.skips(context.scope, row.lead_id)
    days = _SKIP_DAYS[min(before, len(_SKIP_DAYS) - 1)]
    row.until = calendar.day_after(context.now + timedelta(days=days), context.actor.zone)
    lead = await following.lead_of(context, row)
    name = lead.name if lead else ""
    said = context.words("followup-skipped-long", name=name, when=wording.moment(context, row.until))
    return await _done(context, row, "skipped", said if days else context.words("followup-skipped", name=name))


async def _called(context: Context, row: FollowUp) -> Outcome:
    """The rep spoke to them: the call's reminders are done, and the person has peace for a day."""
    lead = await following.lead_of(context, row)
    row.until = context.now + _CALLED_REST
    for reminder in await query.call_reminders(context.scope, row.lead_id):
        key = f"{context.call.key}:{reminder.id}"
        await following.also(context, ToolCall("complete_reminder", {"reminder": str(reminder.id)}, key))
    return await _done(context, row, "called", context.words("followup-called", name=lead.name if lead else ""))


TOOL = Tool(
    name="work_followup",
    description="Show the follow-up card the rep is working on.",
    arguments=WorkFollowup,
    run=run,
    commands=("karte", "card"),
    in_place=True,
)
