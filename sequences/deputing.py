"""A draft its person leaves waiting: the deputy gets the card too, in time and in waking hours; the first tap wins.

The deputy is the one the person named, else whoever leads them. Several drafts of one person are one message.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from sequences import daily_plan, plans
from sequences.daily_plan import Plan
from store import dates
from store.db import Database, Scope, Work
from store.models import Approval, Escalation, Lead, User
from store.queries import acts, daily, looks
from store.types import Option, Say

_ACTIONS = ("approve", "change", "reject")
_SPARE = timedelta(hours=2)  # what a deputy has left of the working day
_LEADS = frozenset({"leader", "admin"})


def moment(now: datetime, expires_at: datetime, plan: Plan, zone: str) -> datetime | None:
    """When a deputy is asked: half-way between the warning (now) and the end, while the deputy works.

    Who does not work then is asked in the next working hour before the end, or right now; None: only sleeps.
    """
    half = now + (expires_at - now) / 2
    awake = daily_plan.next_active(half, plan, zone)
    if awake < expires_at:
        return awake
    return now if daily_plan.active(now, plan, zone) else None


async def deputy_of(scope: Scope, user: User) -> User | None:
    """Who decides in somebody's place; None where nobody does."""
    for wanted in (user.deputy_id, user.upline_id):
        found = await scope.session.get(User, wanted) if wanted else None
        if found is not None and found.left_at is None and found.team_id == user.team_id and found.id != user.id:
            return found
    return None


async def plan_ahead(scope: Scope, row: Approval, notice: timedelta) -> None:
    """A draft that ends while the deputy sleeps is shown towards the end of the deputy's last working hours before.

    ``notice``: how long before the end its own person is warned.
    """
    user = await scope.session.get(User, row.user_id)
    deputy = await deputy_of(scope, user) if user is not None else None
    if deputy is None:
        return
    hours, warned = plans.of(await daily.plan(scope, deputy.id)), row.expires_at - notice
    if moment(warned, row.expires_at, hours, deputy.zone) is None:
        row.depute_at = daily_plan.last_active(warned, row.at, hours, deputy.zone, _SPARE)


async def plan(scope: Scope, row: Approval, user: User, now: datetime) -> None:
    """Sets when the deputy is asked, if there is one who was not asked yet."""
    deputy = await deputy_of(scope, user)
    if deputy is not None and row.deputy_id != deputy.id:
        hours = plans.of(await daily.plan(scope, deputy.id))
        row.depute_at = moment(now, row.expires_at, hours, deputy.zone)


async def ask(db: Database, outbox: Outbox, user_ids: Sequence[int], now: datetime) -> int:
    """Asks the deputies of these people, a person for each draft that is due; how many drafts were handed on."""
    done = 0
    for user_id in dict.fromkeys(user_ids):
        async with db.write() as work:
            done += await _asked(work, outbox, user_id, now)
    return done


async def _asked(work: Work, outbox: Outbox, user_id: int, now: datetime) -> int:
    """All of one person's drafts that were warned of go to the deputy together."""
    user = await work.session.get(User, user_id)
    rows = await acts.warned(work.scope(), user_id, now)
    deputy = await deputy_of(work.scope(), user) if user is not None else None
    for row in rows:
        row.depute_at = None
        row.deputy_id = deputy.id if deputy is not None else None
    if user is None or deputy is None or not rows:
        return len(rows)
    for row in rows:
        await _noted(work, row, deputy, now)
    card = await (_one(work, rows[0], user, deputy, now) if len(rows) == 1 else _several(rows, user, deputy, now))
    await outbox.to_user(work, deputy, card)
    return len(rows)


async def _noted(work: Work, row: Approval, deputy: User, now: datetime) -> None:
    facts = {"deputy": deputy.id, "user": row.user_id}
    scope = work.scope(row.team_id)
    await looks.note(scope, row.team_id, deputy.id, row.user_id, "draft", now, lead_id=row.lead_id)
    await acts.record(
        scope, row.team_id, "approval", row.id, verdict="ask", rule="deputy_asked", at=now, lead_id=row.lead_id,
        facts=facts,
    )  # fmt: skip


async def _one(work: Work, row: Approval, user: User, deputy: User, now: datetime) -> Card:
    language = speaks(deputy)
    lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
    values = {
        "rep": user.name,
        "name": lead.name if lead is not None else words.say(language, Say("deputy-nobody")),
        "when": dates.speak(row.expires_at, now, deputy.zone, language),
        "text": str(row.arguments.get("text", "")),
    }
    options = [
        Option(Say(f"approval-button-{action}"), "decide_approval", {"approval": str(row.id), "action": action})
        for action in (_ACTIONS if row.arguments.get("text") else ("approve", "reject"))
    ]
    if deputy.role in _LEADS:
        same = {"escalation": str(await _escalated(work, row, deputy, now)), "action": "help"}
        options.append(Option(Say("button-otherwise"), "answer_escalation", same))
    text = words.say(language, Say("deputy-card", values))
    return Card(text, tuple(options), dedupe_key=f"deputy:{row.id}:{deputy.id}", approval_id=row.id)


async def _several(rows: Sequence[Approval], user: User, deputy: User, now: datetime) -> Card:
    language = speaks(deputy)
    first = min(rows, key=lambda row: row.expires_at)
    when = dates.speak(first.expires_at, now, deputy.zone, language)
    text = words.say(language, Say("deputy-several", {"rep": user.name, "count": len(rows), "when": when}))
    key = f"deputies:{deputy.id}:{first.id}"
    return Card(text, (Option(Say("button-see-drafts"), "list_approvals"),), dedupe_key=key)


async def _escalated(work: Work, row: Approval, leader: User, now: datetime) -> int:
    made = Escalation(
        team_id=row.team_id,
        user_id=row.user_id,
        leader_id=leader.id,
        lead_id=row.lead_id,
        approval_id=row.id,
        kind="approval",
        days=(now - row.at).days,
        at=now,
    )
    work.session.add(made)
    await work.session.flush()
    return made.id
