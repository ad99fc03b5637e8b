"""Follow-up cards: suggestions become rows of one round, shown one at a time in the same message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from channels.letters import Letter, Template
from sequences import suggesting
from sequences.composing import says_ai
from sequences.placeholders import first_name
from sequences.suggesting import Suggestion
from store.models import Approval, FollowUp, Lead
from store.queries import acts, story
from store.queries import followups as query
from store.queries import leads as lead_queries
from store.types import ActOrigin, Option, Origin, Outcome, Say, ToolCall, Verdict
from tools import approval, approving, follow_card, restyle
from tools.context import Context
from tools.sending import letter_kind, provider_text


async def suggest(
    context: Context, *, limit: int, priority: str | None = None, lead_ids: Sequence[int] | None = None
) -> list[Suggestion]:
    """Whom to contact, best first; whoever waits for an answer with an answer as its text."""
    user, outbox = await context.user(), context.house.outbox
    found = await suggesting.suggestions(
        context.scope, user, context.now, limit=limit, priority=priority, lead_ids=lead_ids, outbox=outbox
    )
    return [await _answered(context, each) for each in found]


def listed(context: Context, found: Suggestion) -> dict[str, Any]:
    """A suggestion as data."""
    return {
        "lead_id": found.lead.lead_id,
        "lead": found.lead.name,
        "priority": found.due.priority,
        "reason": found.due.reason,
        "time": found.at.isoformat(),
        "channel": found.way.channel,
        "template_id": found.template,
        "message": found.text,
        "confidence": found.confidence,
        "score": found.lead.score,
        "explanation": follow_card.why(context, found.lead.name, found.due.reason, found.due.facts),
    }


def overview(context: Context, found: Sequence[Suggestion]) -> str:
    return context.words("followups-overview", **counted(found))


def counted(found: Sequence[Suggestion]) -> dict[str, object]:
    return {"count": len(found), "urgent": sum(each.due.priority == "urgent" for each in found)}


async def open_round(context: Context, found: Sequence[Suggestion]) -> FollowUp:
    """Stores the list as this person's newest round, in place of the last one; its first row."""
    await query.close_round(context.scope, context.now)
    await query.close_leads(context.scope, [each.lead.lead_id for each in found], context.now)
    rows = [
        FollowUp(
            team_id=context.actor.team_id,
            user_id=context.actor.id,
            lead_id=each.lead.lead_id,
            round=context.call.key,
            place=place,
            total=len(found),
            at=context.now,
            **_content(each),
        )
        for place, each in enumerate(found, start=1)
    ]
    context.work.session.add_all(rows)
    await context.work.session.flush()
    return rows[0]


async def _answered(context: Context, found: Suggestion) -> Suggestion:
    """To a message that waits for an answer belongs an answer: the proposal that waits already, or a fresh draft."""
    lead = await context.work.session.get(Lead, found.lead.lead_id)
    if lead is None or found.way.channel == "call" or not found.lead.asks:
        return found
    waiting = await story.approval_to_decide(context.scope, found.lead.approval) if found.lead.approval else None
    if waiting is not None and waiting.tool in ("send_message", "send_whatsapp"):
        text, template = str(waiting.arguments.get("text", "")), None
    else:
        draft = await _draft(context, lead, found)
        text, template = draft or found.text, None if draft else found.template
    return replace(found, text=text, template=template)


async def _draft(context: Context, lead: Lead, found: Suggestion) -> str:
    """The lead's agent's words on her last message, with what the law wants said; "" when it has none."""
    message = (await query.last_texts(context.scope, [lead.id])).get(lead.id, "")
    if not message:
        return ""
    user = await context.user()
    draft = context.house.answer(lead_queries.facts(lead), message, sender=user.name, channel=found.way.channel)
    legal = suggesting.lines(lead, user, context.now)
    return "\n\n".join(part for part in (draft.text, legal.disclosure if draft.text else None) if part)


def _content(found: Suggestion) -> dict[str, Any]:
    arguments: dict[str, Any] = {
        "lead": str(found.lead.lead_id),
        "text": found.text,
        "channel": found.way.channel,
        "confidence": round(found.confidence * 100),
        "reasoning": [found.due.reason],
        "discloses": says_ai(found.text),
    }
    if found.approved:
        arguments["template_name"] = found.approved_name
    timing = {"hour": found.best.hour, "weekday": found.best.weekday, "basis": found.best.basis}
    return {
        "priority": found.due.priority,
        "reason": found.due.reason,
        "channel": found.way.channel,
        "template": found.template,
        "text": found.text,
        "arguments": arguments,
        "digest": approval.digest("send_message", found.lead.lead_id, arguments),
        "confidence": found.confidence,
        "facts": {**found.due.facts, **timing, "replies": found.best.replies, "way": found.way.rule},
        "best_at": found.at,
        "approval_id": found.lead.approval,
    }


async def lead_of(context: Context, row: FollowUp) -> Lead | None:
    return await context.work.session.get(Lead, row.lead_id, populate_existing=True)


async def show(
    context: Context,
    row: FollowUp,
    *,
    before: str = "",
    options: Sequence[Option] = (),
    result: Mapping[str, Any] | None = None,
) -> Outcome:
    """One card, looked at afresh: what no longer holds is left out and the next one comes."""
    lead = await lead_of(context, row)
    fresh = await suggest(context, limit=1, lead_ids=[row.lead_id]) if lead is not None else []
    if lead is None or lead.owner_id != context.actor.id or not fresh:
        close(context, row, "void")
        return await go_on(context, row, before=before, options=options, result=result)
    if not row.facts.get("edited"):  # a text the rep has changed stays as it is
        for name, value in _content(fresh[0]).items():
            setattr(row, name, value)
    verdict, text = await _judged(context, row, lead)
    if verdict.action == "refuse" and verdict.rule == "no_template" and lead.phone:
        row.channel, row.text = "call", ""
    elif verdict.action == "refuse" and verdict.rule != "no_consent":
        await _passed_over(context, row, verdict)
        return await go_on(context, row, before=before, options=options, result=result)
    row.facts = {**row.facts, "heard": _heard(lead)}
    card = await follow_card.text(context, row, lead, verdict, text)
    say = Say("followup-card", {"card": f"{before}\n\n{card}" if before else card})
    data = {**(result or {}), "follow_up_id": row.id, "lead_id": row.lead_id}
    return Outcome("done", say, data, options=(*follow_card.buttons(context, row, verdict), *options))


async def go_on(
    context: Context,
    row: FollowUp,
    *,
    before: str = "",
    options: Sequence[Option] = (),
    result: Mapping[str, Any] | None = None,
) -> Outcome:
    """The next card of the round; after the last one what came of it."""
    await context.work.session.flush()
    following = await query.next_card(context.scope, row.round, row.place)
    if following is not None:
        return await show(context, following, before=before, options=options, result=result)
    counts = await query.tally(context.scope, row.round)
    values = {state: counts.get(state, 0) for state in ("sent", "called", "later", "skipped")}
    done = context.words("followups-finished", **values)
    say = Say("followup-card", {"card": "\n\n".join(part for part in (before, done) if part)})
    return Outcome("done", say, {**(result or {}), "round": values}, options=tuple(options))


def close(context: Context, row: FollowUp, state: str) -> None:
    row.state, row.decided_at = state, context.now


async def also(context: Context, call: ToolCall) -> Outcome:
    """A further act that belongs to a tap on a card; its own buttons and questions are not shown beside the card's."""
    origin = context.origin
    as_tap = ActOrigin("tap", turn_id=origin.turn_id, conversation_id=origin.conversation_id, fence=origin.fence)
    outcome = await context.execute(context.actor, call, as_tap, work=context.work)
    await approving.quiet(context, outcome)
    return outcome


def answered_meanwhile(row: FollowUp, lead: Lead) -> bool:
    """Whether she has written since the card was shown."""
    return bool(row.facts.get("heard", "") != _heard(lead))


def _heard(lead: Lead) -> str:
    return lead.last_inbound_at.isoformat() if lead.last_inbound_at is not None else ""


async def send(
    context: Context, row: FollowUp, *, text: str | None = None, not_before: datetime | None = None
) -> Outcome:
    """Lets a card's message go: an approval given on the spot, bound to its digest; with ``text`` the rep's words."""
    waiting = await story.approval_to_decide(context.scope, row.approval_id) if row.approval_id else None
    if waiting is not None and (over := await approving.over(context, waiting)) is not None:
        return over
    given = waiting or await _approval(context, row)
    internal = {"not_before": not_before.isoformat()} if not_before else {}
    outcome = await approving.execute(context, given, internal, text)
    row.approval_id = given.id
    if outcome.status != "done" and waiting is None and text is None:
        given.state, given.decided_at, given.decision_reason = "void", context.now, outcome.reason
        row.approval_id = None
    return outcome


async def _approval(context: Context, row: FollowUp) -> Approval:
    given = Approval(
        team_id=row.team_id,
        user_id=row.user_id,
        lead_id=row.lead_id,
        tool="send_message",
        arguments=dict(row.arguments),
        digest=row.digest,
        reason="follow_up",
        origin=_origin(row),
        confidence=round(row.confidence * 100),
        reasoning=[row.reason],
        expires_at=context.now + timedelta(hours=context.house.settings.approval_hours),
        at=context.now,
    )
    context.work.session.add(given)
    await context.work.session.flush()
    return given


def _origin(row: FollowUp) -> Origin:
    return "ai_edited" if row.facts.get("edited") else "template" if row.template is not None else "ai"


async def restyled(context: Context, row: FollowUp, lead: Lead, wanted: tuple[str, ...]) -> Outcome:
    """The same card with its text as rules can change it."""
    made = restyle.redraft(
        row.text,
        wanted,
        first_name=first_name(lead.name),
        language="en" if lead.language == "en" else "de",
        register="sie" if lead.register == "sie" else "du",
    )
    undone = ", ".join(context.words(f"style-{wish.replace('_', '-')}") for wish in made.undone)
    if made.text == row.text:
        before = context.words("approval-restyle-cannot", wishes=undone, name=lead.name, text=row.text, id="")
        return await show(context, row, before=before)
    arguments = {**row.arguments, "text": made.text}
    arguments.pop("template_name", None)
    row.text, row.template, row.arguments = made.text, None, arguments
    row.facts = {**row.facts, "edited": True}
    row.digest = approval.digest("send_message", row.lead_id, arguments)
    return await show(context, row)


async def _judged(context: Context, row: FollowUp, lead: Lead) -> tuple[Verdict, str]:
    """The contact policy's word on the card's message now, and the text that would leave."""
    if row.channel == "call":
        return Verdict("send", "call"), ""
    name = row.arguments.get("template_name")
    approved = await provider_text(replace(context, lead=lead), str(name)) if name else None
    letter = Letter(
        lead=lead,
        text=row.text,
        origin=_origin(row),
        kind=letter_kind(_origin(row), None, lead.last_inbound_at, context.now),
        channel=row.channel,
        sender_id=context.actor.id,
        template=Template(str(name), approved) if approved else None,
    )
    outbox = context.house.outbox
    line, channel = await outbox.route(context.work, letter)
    if line is None:
        return Verdict("refuse", "unreachable", {"channel": channel}), ""
    verdict = await outbox.judge(context.work, letter, line, context.now)
    return verdict, approved if verdict.action == "template" and approved else row.text


async def _passed_over(context: Context, row: FollowUp, verdict: Verdict) -> None:
    """What the policy would refuse anyway is no suggestion; the reason is stored where "Warum nicht?" reads."""
    close(context, row, "void")
    await acts.decide(context.scope, row.team_id, "follow_up", row.id, verdict, context.now, lead_id=row.lead_id)
