"""A rule that holds one member back again and again, or a warning that was sent past: their leader hears of it, once.

The leader gets the rule's name and a count, never a message or whom it was for. What counts is on record in the audit
log; the card waits for the leader's own hours (``sequences.escalating``).
"""

from __future__ import annotations

from datetime import timedelta

from store.models import Escalation, User
from store.queries import escalations
from store.types import Outcome
from tools.context import Context

WITHIN = timedelta(days=7)
TIMES = 3
_UNDO = timedelta(minutes=1)  # what is taken back meanwhile was a slip
# Rules about other people's peace, as their refusals name them. A name not found or a missing time is no breach.
RULES = frozenset({"opted_out", "guard", "unanswered", "no_consent", "hourly_cap"})
CLAIMS = frozenset({"health_claim", "income_claim", "pyramid_claim", "guarantee", "green_claim", "pressure"})


async def seen(context: Context, outcome: Outcome) -> None:
    """Looks at one act of a member just written down; nearly all of them need no query at all."""
    if context.actor.kind != "user":
        return
    if outcome.status == "denied" and outcome.reason in RULES:
        start = context.now - WITHIN
        count = await escalations.refused(context.scope, context.actor.id, outcome.reason, start)
        if count >= TIMES:
            await _put(context, "rule", outcome.reason, count)
    elif outcome.status == "done" and outcome.result.get("message_id") and context.origin.text_origin == "human":
        for rule in sorted(CLAIMS.intersection(outcome.result.get("findings") or ())):
            await _put(context, "overridden", rule, 1)


async def _put(context: Context, kind: str, rule: str, count: int) -> None:
    """One waiting escalation for person and rule within the week."""
    user = await context.work.session.get(User, context.actor.id)
    leader_id = user.upline_id if user is not None else None
    if leader_id is None or await escalations.told(context.scope, context.actor.id, rule, context.now - WITHIN):
        return
    made = Escalation(
        team_id=context.actor.team_id,
        user_id=context.actor.id,
        leader_id=leader_id,
        kind=kind,
        rule=rule,
        count=count,
        days=WITHIN.days,
        state="waiting",
        at=context.now,
        due_at=context.now + _UNDO,
    )
    context.work.session.add(made)
    await context.work.session.flush()
