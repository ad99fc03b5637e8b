"""A leader's answer to what was put before her: take over, give a hint, or leave it; one way for every kind.

Taking over makes the lead the leader's with all that waits on it, and she can give it back; a hint arrives at the rep
in her own words. What is about no lead (a rule) can be answered with a hint or left.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import AliasChoices, Field

from channels import words
from channels.letters import Card
from channels.notices import speaks
from sequences import escalating
from store.models import Approval, Escalation, Lead, User
from store.queries import escalations, handing, looks, people
from store.queries.talk import as_int
from store.types import Option, Outcome, Say, ToolCall
from tools import calendar_moving, lock_answers
from tools.base import INTERNAL, Arguments, Text, Tool, Words
from tools.context import Context

_OVER = frozenset({"taken", "hinted", "left", "void"})


class AnswerEscalation(Arguments):
    escalation: Words | None = Field(None, json_schema_extra=INTERNAL)
    member: Words | None = Field(None, json_schema_extra=INTERNAL)
    action: Literal["help", "take", "hint", "leave", "return", "assign", "both"] | None = Field(
        None, json_schema_extra=INTERNAL
    )
    hint: Text | None = Field(None, validation_alias=AliasChoices("hint", "text"), json_schema_extra=INTERNAL)


async def run(context: Context, arguments: AnswerEscalation) -> Outcome:
    if arguments.member is not None and arguments.escalation is None:
        return await _looked_in(context, arguments.member, arguments.hint)
    if arguments.escalation is None:
        return await _listed(context)
    number = as_int(arguments.escalation)
    row = await escalations.get(context.scope, number) if number is not None and 0 < number < 2**62 else None
    rep = await context.work.session.get(User, row.user_id) if row is not None else None
    lead = await context.work.session.get(Lead, row.lead_id) if row is not None and row.lead_id else None
    if row is None or rep is None:
        return Outcome("denied", Say("escalation-unknown"), reason="escalation_unknown")
    if arguments.action == "return":
        return await _returned(context, row, lead, rep)
    if row.state in _OVER or await _settled(context, row):
        return Outcome("denied", Say("escalation-over", _values(rep, lead)), {"state": row.state}, "already_answered")
    if row.kind == "lock" and arguments.action != "leave":
        return await _locked(context, row, lead, rep, arguments.action)
    if arguments.action == "take":
        return await _taken(context, row, lead, rep)
    if arguments.action == "leave":
        _close(context, row, "left")
        return Outcome("done", Say("escalation-left", _values(rep, lead)), _result(row))
    if arguments.hint is not None:
        return await _hinted(context, row, lead, rep, arguments.hint)
    return _how(context, row, lead, rep, ask=arguments.action == "hint")


def _values(rep: User, lead: Lead | None) -> dict[str, Any]:
    """``name`` is what it is about: the lead, else the member."""
    return {"rep": rep.name, "name": lead.name if lead is not None else rep.name, "about": int(lead is not None)}


async def _locked(context: Context, row: Escalation, lead: Lead | None, rep: User, action: str | None) -> Outcome:
    """Who may work a person two reps have; asked for without an answer, the answers are shown."""
    answer = lock_answers.ANSWERS.get(action or "")
    if lead is not None and answer is not None:
        decided = await lock_answers.decide(context, row, lead, rep, answer)
        if decided is not None:
            return decided
        _close(context, row, "void")
    if lead is None or row.state != "open":
        return Outcome("denied", Say("escalation-over", _values(rep, lead)), {"state": row.state}, "already_answered")
    say = escalating.told(context.language, row, rep.name, lead.name)
    return Outcome("asked", say, _result(row), "missing_answer", escalating.options(row))


async def _settled(context: Context, row: Escalation) -> bool:
    """Whether a draft was decided meanwhile, by whoever was first."""
    draft = await context.work.session.get(Approval, row.approval_id) if row.approval_id else None
    return draft is not None and draft.state != "pending"


async def _listed(context: Context) -> Outcome:
    """What still waits for the leader's answer, one button each."""
    rows = await escalations.opened(context.scope)
    if not rows:
        return Outcome("done", Say("escalation-none"), {"escalations": []})
    lines, options = [], []
    for row in rows:
        lead = await context.work.session.get(Lead, row.lead_id) if row.lead_id else None
        rep = await context.work.session.get(User, row.user_id)
        say = escalating.told(context.language, row, rep.name if rep else "", lead.name if lead else "")
        lines.append("• " + words.say(context.language, say))
        label = lead.name if lead is not None else rep.name if rep is not None else ""
        options.append(Option(label, "answer_escalation", {"escalation": str(row.id), "action": "help"}))
    say = Say("escalations", {"lines": "\n".join(lines)})
    return Outcome("done", say, {"escalations": [_result(row) for row in rows]}, options=tuple(options[:8]))


async def _looked_in(context: Context, member: str, hint: str | None) -> Outcome:
    """The leader wants to help by herself: a hint to a member, about nobody in particular."""
    number = as_int(member)
    rep = await people.user(context.scope, number) if number is not None and 0 < number < 2**62 else None
    if rep is None or rep.left_at is not None or rep.id == context.actor.id:
        return Outcome("denied", Say("escalation-unknown"), reason="escalation_unknown")
    if hint is None:
        no = (Option(Say("button-no")),)
        return Outcome("asked", Say("escalation-ask-hint", _values(rep, None)), {}, "missing_hint", no, expects="hint")
    row = Escalation(
        team_id=rep.team_id, user_id=rep.id, leader_id=context.actor.id, kind="help", days=0, at=context.now
    )
    context.work.session.add(row)
    await context.work.session.flush()
    return await _hinted(context, row, None, rep, hint)


def _how(context: Context, row: Escalation, lead: Lead | None, rep: User, *, ask: bool) -> Outcome:
    same = {"escalation": str(row.id)}
    call = ToolCall("answer_escalation", {**same, "action": "hint"}, context.call.key)
    take = (Option(Say("button-take-over"), "answer_escalation", {**same, "action": "take"}),) if lead else ()
    options = (*take, Option(Say("button-ignore"), "answer_escalation", {**same, "action": "leave"}))
    say = Say("escalation-ask-hint" if ask or lead is None else "escalation-how", _values(rep, lead))
    return Outcome("asked", say, _result(row), "missing_hint", options, expects="hint", call=call)


async def _taken(context: Context, row: Escalation, lead: Lead | None, rep: User) -> Outcome:
    """The lead changes hands, with everything that waited for the rep's answer; the rep hears of it."""
    if lead is None:
        return Outcome("denied", Say("escalation-no-lead", _values(rep, lead)), _result(row), "no_lead")
    if lead.owner_id != rep.id:
        _close(context, row, "void")
        return Outcome("denied", Say("escalation-over", _values(rep, lead)), {"state": row.state}, "already_answered")
    await _hand_over(context, lead, rep.id, context.actor.id)
    _close(context, row, "taken")
    await _tell(context, rep, row, "escalation-was-taken", lead)
    values = {"name": lead.name, "phone": lead.phone or lead.email or "–"}
    back = Option(Say("button-give-back"), "answer_escalation", {"escalation": str(row.id), "action": "return"})
    return Outcome("done", Say("escalation-taken", values), _result(row), options=(back,))


async def _returned(context: Context, row: Escalation, lead: Lead | None, rep: User) -> Outcome:
    if row.state != "taken" or lead is None or lead.owner_id != context.actor.id or rep.left_at is not None:
        return Outcome("denied", Say("escalation-over", _values(rep, lead)), {"state": row.state}, "already_answered")
    await _hand_over(context, lead, context.actor.id, rep.id)
    _close(context, row, "left")
    await _tell(context, rep, row, "escalation-came-back", lead)
    return Outcome("done", Say("escalation-returned", {"name": lead.name, "rep": rep.name}), _result(row))


async def _hand_over(context: Context, lead: Lead, giver: int, taker: int) -> None:
    await calendar_moving.move(context, giver, taker, [lead.id])
    await handing.change_hands(context.scope, giver, taker, context.now, [lead.id])
    await context.work.session.refresh(lead)
    if taker == context.actor.id:
        await looks.note(context.scope, lead.team_id, taker, giver, "talk", context.now, lead_id=lead.id)


async def _hinted(context: Context, row: Escalation, lead: Lead | None, rep: User, hint: str) -> Outcome:
    row.hint = hint
    _close(context, row, "hinted")
    await _tell(context, rep, row, "escalation-hint", lead, text=hint)
    return Outcome("done", Say("escalation-hinted", _values(rep, lead)), _result(row))


async def _tell(context: Context, rep: User, row: Escalation, key: str, lead: Lead | None, text: str = "") -> None:
    values = {**_values(rep, lead), "leader": context.actor.name, "text": text}
    card = Card(words.say(speaks(rep), Say(key, values)), dedupe_key=f"{key}:{row.id}:{context.call.key}")
    await context.house.outbox.to_user(context.work, rep, card)


def _close(context: Context, row: Escalation, state: str) -> None:
    row.state, row.answered_at = state, context.now


def _result(row: Escalation) -> dict[str, object]:
    return {
        "escalation_id": row.id,
        "kind": row.kind,
        "lead_id": row.lead_id,
        "user_id": row.user_id,
        "days": row.days,
        "rule": row.rule,
        "count": row.count,
        "state": row.state,
        "hint": row.hint,
    }


TOOL = Tool(
    name="answer_escalation",
    description="Show the leader what waits for her help: contacts nobody reached, drafts left waiting, broken rules.",
    arguments=AnswerEscalation,
    run=run,
    commands=("eskalationen", "escalations"),
    roles=frozenset({"leader", "admin"}),
)
