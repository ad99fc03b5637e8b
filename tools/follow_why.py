"""Why somebody is, or is not, on today's list: the rule, its fact, and when it is possible again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sequences import suggesting
from sequences.followups import NotNow
from store.models import Lead
from tools import follow_card, wording
from tools.context import Context


async def lines(context: Context, lead: Lead) -> tuple[list[str], dict[str, Any]]:
    """The sentences and the same as data, judged from the rows as they are now."""
    standing, found = await suggesting.verdict(context.scope, lead, context.now)
    if not isinstance(found, NotNow) and found.due_at <= suggesting.end_of_day(context.now, context.actor.zone):
        why = follow_card.why(context, lead.name, found.reason, found.facts)
        priority = context.words(f"followup-priority-{found.priority}")
        said = context.words("followup-explain-due", name=lead.name, priority=priority, why=why)
        return [said], {"listed": True, "priority": found.priority, "reason": found.reason, "facts": dict(found.facts)}
    if not isinstance(found, NotNow):
        found = NotNow("not_due", found.facts, found.due_at)
    told = [context.words("followup-explain-not", name=lead.name, reason=_reason(context, found))]
    if found.until is not None and found.until > context.now:
        told.append(context.words("followup-explain-until", when=wording.moment(context, found.until)))
    until = found.until.isoformat() if found.until else None
    facts = {**found.facts, "unanswered": standing.unanswered}
    return told, {"listed": False, "rule": found.rule, "facts": facts, "until": until}


def _reason(context: Context, found: NotNow) -> str:
    values = dict(found.facts)
    if isinstance(last := values.get("last"), str):
        values["last"] = wording.moment(context, datetime.fromisoformat(last))
    known = {name: values.get(name, "") for name in ("unanswered", "last", "approval")}
    return context.words("followup-not-" + found.rule.replace("_", "-"), **known)
