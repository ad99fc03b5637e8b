"""What a follow-up card says: who, why, the draft or the call, when it is best, and its buttons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sequences.placeholders import first_name
from store import dates
from store.models import FollowUp, Lead
from store.queries import followups as query
from store.types import Option, Say, Verdict
from tools import wording
from tools.context import Context

MOST_POINTS = 4
_MARKS = {"urgent": "🔴", "high": "🟠", "normal": "🟡", "low": "⚪", "scheduled": "📅"}
_TOLD_LATER = timedelta(minutes=10)


async def text(context: Context, row: FollowUp, lead: Lead, verdict: Verdict, leaves: str) -> str:
    """The whole card; ``leaves`` is the text that would go out by the contact policy's ``verdict``."""
    head = context.words(
        "followup-head",
        place=row.place,
        total=row.total,
        name=lead.name,
        mark=_MARKS.get(row.priority, ""),
        priority=context.words(f"followup-priority-{row.priority}"),
        quality=lead.quality.upper(),
        score=lead.score,
    )
    reason = why(context, lead.name, row.reason, row.facts)
    body = await _call_body(context, row, lead) if row.channel == "call" else _body(context, row, lead, verdict, leaves)
    top = "\n".join(part for part in (head, reason, await _quote(context, row)) if part)
    return f"{top}\n\n{body}"


def buttons(context: Context, row: FollowUp, verdict: Verdict) -> tuple[Option, ...]:
    same = {"follow_up": str(row.id)}
    if row.channel == "call":
        first = [Option(Say("button-called"), "work_followup", {**same, "action": "called"})]
    elif verdict.rule == "no_consent":
        agreed = {**same, "action": "agreed", "digest": row.digest}
        first = [Option(Say("button-basis-agreed"), "work_followup", agreed)]
    else:
        go = {**same, "action": "approve", "digest": row.digest}
        label = Say("button-approve")
        if verdict.action == "wait" and verdict.until is not None:
            go["not_before"] = verdict.until.isoformat()
            label = Say("button-send-at", {"when": wording.moment(context, verdict.until)})
        first = [Option(label, "work_followup", go)]
    if row.channel != "call":
        first.append(Option(Say("button-change"), "work_followup", {**same, "action": "change"}))
    later = Option(Say("button-later"), "work_followup", {**same, "action": "later"})
    skip = Option(Say("button-skip"), "work_followup", {**same, "action": "skip"})
    return (*first, later, skip)


def _body(context: Context, row: FollowUp, lead: Lead, verdict: Verdict, leaves: str) -> str:
    draft = context.words("followup-draft", channel=wording.channel(context, row.channel), text=leaves)
    if verdict.rule == "no_consent":
        return f"{draft}\n{context.words('followup-no-consent', name=lead.name)}"
    if verdict.action == "wait":
        return f"{draft}\n{wording.reason(context, verdict)}"
    return "\n".join(part for part in (draft, _timing(context, row, lead)) if part)


def _timing(context: Context, row: FollowUp, lead: Lead) -> str:
    """When it is best sent and whose habit that is; nothing when it is best sent at once."""
    if row.best_at <= context.now + _TOLD_LATER:
        return ""
    facts = row.facts
    key = "followup-time-own" if facts.get("basis") == "own" else "followup-time-population"
    return context.words(
        key, name=first_name(lead.name) or lead.name, when=wording.moment(context, row.best_at),
        hour=facts.get("hour", 0), replies=facts.get("replies", 0),
    )  # fmt: skip


async def _call_body(context: Context, row: FollowUp, lead: Lead) -> str:
    points = []
    if lead.objections:
        points.append(context.words("followup-point-objection", what=_objection(context, lead.objections[-1])))
    if lead.interests:
        points.append(context.words("followup-point-interest", what=", ".join(str(i) for i in lead.interests[-2:])))
    if lead.is_customer:
        points.append(context.words("followup-point-customer"))
    if (note := await query.last_note(context.scope, lead.id)) is not None:
        points.append(context.words("followup-point-note", what=wording.short(note, 120)))
    if lead.disg:
        points.append(context.words(f"followup-point-disg-{lead.disg}"))
    points.append(context.words("followup-point-next"))
    lines = "\n".join(f"• {point}" for point in points[:MOST_POINTS])
    return context.words("followup-call", name=lead.name, phone=lead.phone or "–", points=lines)


def _objection(context: Context, kind: str) -> str:
    return context.words(f"objection-{kind}") if kind in ("price", "time", "trust") else kind


async def _quote(context: Context, row: FollowUp) -> str:
    said = (await query.last_texts(context.scope, [row.lead_id])).get(row.lead_id)
    return context.words("followup-quote", text=wording.short(said, 160)) if said else ""


def why(context: Context, name: str, reason: str, facts: Mapping[str, Any]) -> str:
    """Why this person, in one sentence with its fact."""
    if facts.get("first"):
        return context.words("followup-why-first", name=name)
    if wrote := facts.get("wrote"):
        key = "followup-why-interest" if reason in ("showed_interest", "objection_handled") else "followup-why-owed"
        if facts.get("intent") in ("later", "out_of_office", "not_interested"):
            key = "followup-why-time-over"
        return context.words(key, name=name, when=_moment(context, wrote))
    if reason == "call_scheduled":
        return context.words("followup-why-call", name=name, when=_moment(context, facts.get("call_at")))
    if reason == "objection_handled":
        what = _objection(context, str(facts.get("objection", "")))
        return context.words("followup-why-objection", name=name, what=what, days=facts.get("days", 0))
    kinds = {"watched_video": "video", "periodic_checkin": "checkin"}
    return context.words(f"followup-why-{kinds.get(reason, 'silent')}", name=name, days=facts.get("days", 0))


def _moment(context: Context, at: Any) -> str:
    moment = datetime.fromisoformat(at) if isinstance(at, str) else context.now
    return dates.speak(moment, context.now, context.actor.zone, context.language)
