"""A person somebody else of the team works already: the rep's leader decides, and neither rep sees the other's data."""

from __future__ import annotations

from channels import words
from channels.letters import Card
from channels.notices import speaks
from sequences import escalating
from store.models import Escalation, User
from store.queries import acts, escalations
from store.types import Option, Outcome, Say
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context

ASK = "ask_leader"


class AskLeader(Arguments):
    lead: Words | None = None


def button(lead_id: int) -> Option:
    return Option(Say("button-ask-leader"), ASK, {"lead": str(lead_id)})


def refused(context: Context, result: dict[str, object]) -> Outcome:
    """The one answer to every act that would reach a person a colleague works: that it is so, never who or what."""
    say = Say("lead-locked", {"name": context.the_lead.name})
    return Outcome("denied", say, {"lead_id": context.the_lead.id, **result}, "locked", (button(context.the_lead.id),))


async def run(context: Context, arguments: AskLeader) -> Outcome:
    lead, user = context.the_lead, await context.user()
    result = {"lead_id": lead.id}
    if not await context.house.outbox.locked(context.scope, lead):
        return Outcome("denied", Say("lead-free", {"name": lead.name}), result, "not_locked")
    leader = await context.work.session.get(User, user.upline_id) if user.upline_id else None
    if leader is None or leader.left_at is not None or leader.team_id != lead.team_id:
        return Outcome("denied", Say("no-leader-to-ask"), result, "no_leader")
    if await escalations.lock_open(context.scope, lead.id):
        return Outcome("done", Say("leader-asked-already", {"leader": leader.name}), result)
    row = Escalation(
        team_id=lead.team_id, user_id=user.id, leader_id=leader.id, lead_id=lead.id, kind="lock", days=0, at=context.now
    )
    context.work.session.add(row)
    await context.work.session.flush()
    await acts.record(
        context.scope, lead.team_id, "escalation", row.id, verdict="ask", rule="locked", at=context.now, lead_id=lead.id
    )
    language = speaks(leader)
    text = words.say(language, escalating.told(language, row, user.name, lead.name))
    card = Card(text, escalating.options(row), dedupe_key=f"escalation-lock:{row.id}", hours=14 * 24)
    await context.house.outbox.to_user(context.work, leader, card)
    return Outcome("done", Say("leader-asked", {"leader": leader.name}), {**result, "escalation_id": row.id})


TOOL = Tool(
    name=ASK,
    description="Ask the rep's leader to decide about a contact that somebody else of the team works already.",
    arguments=AskLeader,
    run=run,
    commands=("leiter-fragen", "ask-leader"),
    from_command=lead_rest,
    required=("lead",),
)
