"""A leader's answer to "has not been reached for 7 days": take over, give a hint, or leave it.

Taking over makes the lead the leader's, who can give them back; a hint arrives at the rep in the leader's words.
"""

from __future__ import annotations

from typing import Literal

from pydantic import AliasChoices, Field

from channels import words
from channels.letters import Card
from channels.notices import speaks
from store.models import Escalation, Lead, User
from store.queries import acts, daily, followups
from store.queries.talk import as_int
from store.types import Option, Outcome, Say, ToolCall
from tools.base import INTERNAL, Arguments, Text, Tool, Words
from tools.context import Context

_OVER = frozenset({"taken", "hinted", "left", "void"})


class AnswerEscalation(Arguments):
    escalation: Words | None = Field(None, json_schema_extra=INTERNAL)
    action: Literal["help", "take", "hint", "leave", "return"] | None = Field(None, json_schema_extra=INTERNAL)
    hint: Text | None = Field(None, validation_alias=AliasChoices("hint", "text"), json_schema_extra=INTERNAL)


async def run(context: Context, arguments: AnswerEscalation) -> Outcome:
    if arguments.escalation is None:
        return await _listed(context)
    number = as_int(arguments.escalation)
    row = await daily.escalation(context.scope, number) if number is not None and 0 < number < 2**62 else None
    lead = await context.work.session.get(Lead, row.lead_id) if row is not None else None
    rep = await context.work.session.get(User, row.user_id) if row is not None else None
    if row is None or lead is None or rep is None:
        return Outcome("denied", Say("escalation-unknown"), reason="escalation_unknown")
    if arguments.action == "return":
        return await _returned(context, row, lead, rep)
    if row.state in _OVER:
        return Outcome("denied", Say("escalation-over", {"name": lead.name}), {"state": row.state}, "already_answered")
    if arguments.action == "take":
        return await _taken(context, row, lead, rep)
    if arguments.action == "leave":
        _close(context, row, "left")
        return Outcome("done", Say("escalation-left", {"name": lead.name}), _result(row))
    if arguments.hint is not None:
        return await _hinted(context, row, lead, rep, arguments.hint)
    return _how(context, row, lead, rep, ask=arguments.action == "hint")


async def _listed(context: Context) -> Outcome:
    """What still waits for the leader's answer, one button each."""
    rows = await daily.open_escalations(context.scope)
    if not rows:
        return Outcome("done", Say("escalation-none"), {"escalations": []})
    lines, options = [], []
    for row in rows:
        lead = await context.work.session.get(Lead, row.lead_id)
        rep = await context.work.session.get(User, row.user_id)
        name = lead.name if lead else ""
        lines.append("• " + context.words("escalation", rep=rep.name if rep else "", lead=name, days=row.days))
        options.append(Option(name, "answer_escalation", {"escalation": str(row.id), "action": "help"}))
    say = Say("escalations", {"lines": "\n".join(lines)})
    return Outcome("done", say, {"escalations": [_result(row) for row in rows]}, options=tuple(options[:8]))


def _how(context: Context, row: Escalation, lead: Lead, rep: User, *, ask: bool) -> Outcome:
    same = {"escalation": str(row.id)}
    values = {"name": lead.name, "rep": rep.name}
    call = ToolCall("answer_escalation", {**same, "action": "hint"}, context.call.key)
    options = (
        Option(Say("button-take-over"), "answer_escalation", {**same, "action": "take"}),
        Option(Say("button-ignore"), "answer_escalation", {**same, "action": "leave"}),
    )
    say = Say("escalation-ask-hint" if ask else "escalation-how", values)
    return Outcome("asked", say, _result(row), "missing_hint", options, expects="hint", call=call)


async def _taken(context: Context, row: Escalation, lead: Lead, rep: User) -> Outcome:
    """The lead changes hands, with everything that waited for the rep's answer; the rep hears of it."""
    await _hand_over(context, lead, rep.id, context.actor.id)
    _close(context, row, "taken")
    await _tell(context, rep, row, "escalation-was-taken", lead)
    values = {"name": lead.name, "phone": lead.phone or lead.email or "–"}
    back = Option(Say("button-give-back"), "answer_escalation", {"escalation": str(row.id), "action": "return"})
    return Outcome("done", Say("escalation-taken", values), _result(row), options=(back,))


async def _returned(context: Context, row: Escalation, lead: Lead, rep: User) -> Outcome:
    if row.state != "taken" or lead.owner_id != context.actor.id:
        return Outcome("denied", Say("escalation-over", {"name": lead.name}), {"state": row.state}, "already_answered")
    await _hand_over(context, lead, context.actor.id, rep.id)
    _close(context, row, "left")
    await _tell(context, rep, row, "escalation-came-back", lead)
    return Outcome("done", Say("escalation-returned", {"name": lead.name, "rep": rep.name}), _result(row))


async def _hand_over(context: Context, lead: Lead, giver: int, taker: int) -> None:
    lead.owner_id = taker
    for reminder in await daily.reminders_on(context.scope, giver, lead.id):
        reminder.state, reminder.completed_at, reminder.escalate_at = "dismissed", context.now, None
    await acts.void_approvals(context.scope, lead.id, context.now, "changed_hands")
    await followups.close_leads(context.scope, [lead.id], context.now)
    await acts.record(
        context.scope,
        lead.team_id,
        "lead",
        lead.id,
        verdict="run",
        rule="changed_hands",
        at=context.now,
        lead_id=lead.id,
        facts={"from": giver, "to": taker},
    )


async def _hinted(context: Context, row: Escalation, lead: Lead, rep: User, hint: str) -> Outcome:
    row.hint = hint
    _close(context, row, "hinted")
    await _tell(context, rep, row, "escalation-hint", lead, text=hint)
    return Outcome("done", Say("escalation-hinted", {"rep": rep.name, "name": lead.name}), _result(row))


async def _tell(context: Context, rep: User, row: Escalation, key: str, lead: Lead, text: str = "") -> None:
    values = {"leader": context.actor.name, "name": lead.name, "text": text}
    card = Card(words.say(speaks(rep), Say(key, values)), dedupe_key=f"{key}:{row.id}:{context.call.key}")
    await context.house.outbox.to_user(context.work, rep, card)


def _close(context: Context, row: Escalation, state: str) -> None:
    row.state, row.answered_at = state, context.now


def _result(row: Escalation) -> dict[str, object]:
    return {
        "escalation_id": row.id,
        "lead_id": row.lead_id,
        "user_id": row.user_id,
        "days": row.days,
        "state": row.state,
        "hint": row.hint,
    }


TOOL = Tool(
    name="answer_escalation",
    description="Show the leader which contacts of the team have not been reached for days.",
    arguments=AnswerEscalation,
    run=run,
    commands=("eskalationen", "escalations"),
    roles=frozenset({"leader", "admin"}),
)
