"""What a decision on an approval does: checks, the replay through the runner, the card edited in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Literal, cast

from channels import rolling, words
from channels.letters import Card
from channels.notices import speaks
from sequences.placeholders import first_name
from store.models import Approval, AuditEvent, Conversation, Enrolment, Lead, Message, User
from store.queries import acts, escalations, story
from store.types import Actor, ActOrigin, Option, Origin, Outcome, Role, Say, ToolCall
from tools import approval, restyle, wording
from tools.context import Context
from tools.parking import card_options, worded

_OWN = ("answers", "basis", "not_before")
_WORDED = ("kind", "template_name", "template_text", "discloses", "confidence", "reasoning", "price", "nurture_since")


async def lead_of(context: Context, row: Approval) -> Lead | None:
    return await context.work.session.get(Lead, row.lead_id) if row.lead_id else None


async def _values(context: Context, row: Approval) -> dict[str, Any]:
    lead = await lead_of(context, row)
    return {"id": row.id, "name": lead.name if lead else "", "text": worded(row.arguments)}


async def line(context: Context, row: Approval) -> str:
    values = await _values(context, row)
    owner = await context.work.session.get(User, row.user_id) if row.user_id != context.actor.id else None
    whose = f" ({owner.name})" if owner is not None else ""
    return f"#{row.id} {values['name']}{whose}: »{wording.short(values['text'], 80)}«"


async def card(context: Context, row: Approval, status: Literal["asked"], reason: str) -> Outcome:
    """Shows recipient and text from the row with its three buttons."""
    values = await _values(context, row)
    result = {"approval_id": row.id, "lead_id": row.lead_id, "text": values["text"]}
    return Outcome(status, Say("parked-card", values), result, reason, card_options(row.id))


async def which(context: Context, rows: Sequence[Approval], action: str | None, text: str | None) -> Outcome:
    if not rows:
        return Outcome("denied", Say("approval-none"), reason="nothing_waiting")
    options, lines = [], []
    for row in rows[:8]:
        lead = await lead_of(context, row)
        same = {"approval": str(row.id), "action": action, "text": text}
        kept = {name: value for name, value in same.items() if value is not None}
        options.append(Option(wording.approval_label(row, lead.name if lead else ""), "decide_approval", kept))
        lines.append(await line(context, row))
    say = Say("approval-which", {"lines": "\n".join(lines), "count": len(rows)})
    result = {"approvals": [row.id for row in rows]}
    return Outcome("asked", say, result, "approval_ambiguous", tuple(options), expects="approval")


async def over(context: Context, row: Approval) -> Outcome | None:
    """Why an approval can no longer be decided, or None when it can."""
    result = {"approval_id": row.id, "state": row.state}
    if row.state != "pending":
        values = {"id": row.id, "state": context.words(f"approval-state-{_state(row.state)}")}
        say = Say("approval-already", values)
        by = await context.work.session.get(User, row.decided_by) if row.decided_by else None
        if by is not None and by.id != context.actor.id:
            say = Say("approval-already-by", {**values, "who": by.name})
        return Outcome("denied", say, result, "already_decided")
    if row.expires_at <= context.now:
        return Outcome("denied", Say("approval-too-old", {"id": row.id}), result, "approval_expired")
    if approval.digest(row.tool, row.lead_id, row.arguments) != row.digest:
        _decide(context, row, "void", "changed")
        await _follow_up(context, row)
        return Outcome("denied", Say("approval-tampered", {"id": row.id}), result, "approval_changed")
    return None


def _state(state: str) -> str:
    known = ("approved", "changed", "rejected", "expired", "void", "replaced", "undone")
    return state if state in known else "void"


def _decide(context: Context, row: Approval, state: str, reason: str | None = None) -> None:
    row.state, row.decided_by, row.decided_at, row.decision_reason = state, context.actor.id, context.now, reason


async def _follow_up(context: Context, row: Approval) -> None:
    await context.work.session.flush()
    if row.deputy_id is not None:
        await escalations.approval_over(context.scope, row.id, context.now)
    await acts.record(
        context.scope,
        row.team_id,
        "approval",
        row.id,
        verdict=row.state,
        rule=f"approval_{row.state}",
        at=context.now,
        lead_id=row.lead_id,
        facts={"by": context.actor.id, "reason": row.decision_reason},
    )
    if row.enrolment_id is not None:
        await context.house.engine.approval_decided(context.work, row, context.now)


async def execute(context: Context, row: Approval, internal: Mapping[str, Any], text: str | None) -> Outcome:
    """Replays the parked act; with ``text`` the rep's own words go instead of the draft's."""
    arguments = {name: value for name, value in row.arguments.items() if name not in _OWN}
    if text is not None:
        arguments = {name: value for name, value in arguments.items() if name not in _WORDED} | {"text": text}
    origin = ActOrigin(
        context.origin.source,
        said=context.origin.said,
        turn_id=context.origin.turn_id or context.call.key,
        conversation_id=context.origin.conversation_id,
        approval=row.id,
        text_origin="human" if text is not None else cast("Origin", row.origin),
        enrolment_id=row.enrolment_id,
    )
    key = f"approval:{row.id}"
    if await acts.act(context.scope, key) is not None:
        key = f"{key}:{context.call.key}"
    call = ToolCall(row.tool, {**arguments, **internal}, key)
    outcome = await context.execute(await _whose(context, row), call, origin, work=context.work)
    await quiet(context, outcome)
    if row.user_id != context.actor.id:  # what the other one sends only the other one takes back
        outcome = replace(outcome, options=tuple(o for o in outcome.options if o.tool != "undo"))
    action = "approve" if text is None else "change"
    result = {**outcome.result, "approval_id": row.id, "action": action}
    if outcome.status != "done":
        return replace(outcome, call=None, id=None, result=result, options=_again(row, outcome, action, text))
    _decide(context, row, "approved" if text is None else "changed")
    if text is not None:
        await rolling.look(context.work, context.house.outbox, row.team_id, context.now)
    await _follow_up(context, row)
    await close_card(context, row, f"approval-card-{row.state}", str(outcome.result.get("text", "")))
    return replace(outcome, call=None, id=None, result=result)


async def _whose(context: Context, row: Approval) -> Actor:
    """In whose name it is done: the draft's own person's, also when the deputy decided."""
    owner = await context.work.session.get(User, row.user_id) if row.user_id != context.actor.id else None
    if owner is None:
        return context.actor
    role: Role = "admin" if owner.role == "admin" else "leader" if owner.role == "leader" else "rep"
    return replace(context.actor, id=owner.id, name=owner.name, role=role, zone=owner.zone)


async def quiet(context: Context, outcome: Outcome) -> None:
    """The replayed act's own buttons are not shown beside the decision's, which know the approval."""
    act = await context.work.session.get(AuditEvent, outcome.id) if outcome.id else None
    if act is not None:
        act.options, act.expects = [], None


def _again(row: Approval, outcome: Outcome, action: str, text: str | None) -> tuple[Option, ...]:
    """The send's own ways on, each as a decision on this approval; what must wait can be left to go by itself."""
    same: dict[str, Any] = {"approval": str(row.id), "action": action}
    if text is not None:
        same["text"] = text
    ways: list[Option] = []
    for option in outcome.options:
        kept = {name: option.arguments[name] for name in (*_OWN, "template_name") if option.arguments.get(name)}
        ways.append(replace(option, tool="decide_approval", arguments={**same, **kept}) if option.tool else option)
    until = outcome.result.get("until")
    if outcome.status == "denied" and outcome.result.get("verdict") == "wait" and until:
        ways.append(Option(Say("button-send-when-possible"), "decide_approval", {**same, "not_before": until}))
        ways.append(Option(Say("button-reject"), "decide_approval", {"approval": str(row.id), "action": "reject"}))
    return tuple(ways)


async def reject(context: Context, row: Approval, reason: str | None) -> Outcome:
    _decide(context, row, "rejected", reason)
    await rolling.look(context.work, context.house.outbox, row.team_id, context.now)
    await _follow_up(context, row)
    values = await _values(context, row)
    await close_card(context, row, "approval-card-rejected", values["text"])
    result = {"approval_id": row.id, "lead_id": row.lead_id, "action": "reject", "reason": reason}
    return Outcome("done", Say("approval-rejected", values), result)


async def ask_text(context: Context, row: Approval) -> Outcome:
    say = Say("approval-ask-text", await _values(context, row))
    call = ToolCall("decide_approval", {"approval": str(row.id), "action": "change"}, context.call.key)
    return Outcome("asked", say, {"approval_id": row.id}, "missing_text", expects="text", call=call)


async def restyled(context: Context, row: Approval, wanted: tuple[str, ...]) -> Outcome:
    """A new card with the draft as rules can change it; the old one is void (its text is not what would go)."""
    lead, text = await lead_of(context, row), str(row.arguments["text"])
    made = restyle.redraft(
        text,
        wanted,
        first_name=first_name(lead.name) if lead else "",
        language="en" if lead is not None and lead.language == "en" else "de",
        register="sie" if lead is not None and lead.register == "sie" else "du",
    )
    undone = ", ".join(context.words(f"style-{wish.replace('_', '-')}") for wish in made.undone)
    values = await _values(context, row)
    if made.text == text:
        say = Say("approval-restyle-cannot", {**values, "wishes": undone})
        call = ToolCall("decide_approval", {"approval": str(row.id), "action": "change"}, context.call.key)
        return Outcome("asked", say, {"approval_id": row.id, "undone": list(made.undone)}, "needs_own_words",
                       expects="text", call=call)  # fmt: skip
    fresh = await copy(context, row, {**row.arguments, "text": made.text})
    _decide(context, row, "replaced", f"replaced by {fresh.id}")
    await close_card(context, row, "approval-card-replaced", text)
    key = "approval-restyled-partly" if made.undone else "parked-card"
    say = Say(key, {**values, "id": fresh.id, "text": made.text, "wishes": undone})
    result = {"approval_id": fresh.id, "replaces": row.id, "lead_id": row.lead_id, "text": made.text}
    return Outcome("parked", say, result, "restyled", card_options(fresh.id))


async def copy(context: Context, row: Approval, arguments: Mapping[str, Any]) -> Approval:
    """A fresh pending approval in an old one's place, with a digest of its own; a waiting enrolment waits for it."""
    fresh = Approval(
        team_id=row.team_id,
        user_id=row.user_id,
        lead_id=row.lead_id,
        tool=row.tool,
        arguments=dict(arguments),
        digest=approval.digest(row.tool, row.lead_id, arguments),
        reason=row.reason,
        origin=row.origin,
        confidence=row.confidence,
        reasoning=list(row.reasoning),
        enrolment_id=row.enrolment_id,
        deputy_id=row.deputy_id,
        expires_at=context.now + timedelta(hours=context.house.settings.approval_hours),
        at=context.now,
    )
    context.work.session.add(fresh)
    await context.work.session.flush()
    enrolment = await context.work.session.get(Enrolment, row.enrolment_id) if row.enrolment_id else None
    if enrolment is not None and enrolment.waiting_for == row.id:
        enrolment.waiting_for = fresh.id
    return fresh


async def close_card(context: Context, row: Approval, key: str, text: str) -> None:
    """The cards this approval was shown on say what became of it and lose their buttons, where a channel can edit.

    A deputy's decision stands on the other one's card too, with the name; where it cannot, it is told.
    """
    outbox, values = context.house.outbox, {**await _values(context, row), "text": text}
    cards = {message.id: message for message in await story.cards_of(context.scope, row.id)}
    if row.card_message_id is not None and row.card_message_id not in cards:
        shown = await context.work.session.get(Message, row.card_message_id)
        cards |= {shown.id: shown} if shown is not None else {}
    informed = {context.actor.id}
    for message in cards.values():
        reader = await context.work.session.get(User, message.user_id) if message.user_id else await context.user()
        line_of = await context.work.session.get(Conversation, message.conversation_id)
        if line_of is None or message.edits is not None or reader is None:
            continue
        if not await outbox.edits(context.scope, line_of.account_id):
            continue
        if await story.waits_on_card(context.scope, message.id, row.id):
            continue
        card = Card(
            _decided_words(context, row, reader, key, values),
            edits=message.id,
            dedupe_key=f"card:{message.id}:{row.id}:{row.state}",
        )
        await outbox.to_user(context.work, reader, card, conversation_id=line_of.id)
        informed.add(reader.id)
    owner = await context.work.session.get(User, row.user_id)
    if owner is not None and owner.id not in informed:
        said = _decided_words(context, row, owner, key, values)
        await outbox.to_user(context.work, owner, Card(said, dedupe_key=f"decided:{row.id}:{row.state}"))


def _decided_words(context: Context, row: Approval, reader: User, key: str, values: Mapping[str, Any]) -> str:
    """What became of it, as its reader is told: of somebody else's decision with who it was."""
    language = speaks(reader)
    if reader.id == context.actor.id:
        return words.say(language, Say(key, values))
    state = words.say(language, Say(f"approval-state-{_state(row.state)}"))
    return words.say(language, Say("approval-card-other", {**values, "who": context.actor.name, "state": state}))
