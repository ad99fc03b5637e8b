"""What a leader's answer to a lead lock does: the person is one rep's, or both work her for different purposes."""

from __future__ import annotations

from typing import Literal

from channels import words
from channels.letters import Card
from channels.notices import speaks
from store import lead_lock
from store.models import Escalation, Lead, User
from store.queries import acts, claims
from store.types import Outcome, Say
from tools.context import Context

Answer = Literal["assign", "both"]
ANSWERS: dict[str, Answer] = {"assign": "assign", "both": "both"}


async def decide(context: Context, row: Escalation, lead: Lead, rep: User, answer: Answer) -> Outcome | None:
    """Settles it and tells both reps what holds now; None when nobody else works her any more."""
    outbox = context.house.outbox
    hold = await outbox.holder(context.scope, lead)
    theirs = await context.work.session.get(Lead, hold.lead_id) if hold is not None else None
    holder = await context.work.session.get(User, theirs.owner_id) if theirs is not None else None
    if hold is None or theirs is None or holder is None:
        return None
    if answer == "both":
        lead.purpose = lead_lock.other(hold.purpose)
        if await outbox.locked(context.scope, lead):  # the holder works her for both
            await claims.drop(context.scope, theirs.id, lead.purpose)
        theirs.purpose = hold.purpose
    else:
        await claims.drop(context.scope, theirs.id, hold.purpose)
    await outbox.heard(context.scope, lead)
    facts = {"answer": answer, "rep": rep.id, "holder": holder.id, "purpose": lead.purpose}
    await acts.record(
        context.scope, lead.team_id, "lead", lead.id, verdict="allow", rule="lock_decided", at=context.now,
        lead_id=lead.id, facts=facts,
    )  # fmt: skip
    row.state, row.answered_at = "taken" if answer == "assign" else "left", context.now
    await _tell(context, rep, row, f"lock-{answer}-rep", lead)
    await _tell(context, holder, row, f"lock-{answer}-holder", theirs)
    values = {"name": lead.name, "rep": rep.name, "holder": holder.name}
    return Outcome("done", Say(f"lock-{answer}", values), {"escalation_id": row.id, "state": row.state})


async def _tell(context: Context, user: User, row: Escalation, key: str, lead: Lead) -> None:
    """Each in the words of the own contact; for whom she is now, never what the other one has."""
    purpose = Say(f"value-purpose-{lead_lock.purpose_of(lead.purpose)}")
    values = {"name": lead.name, "leader": context.actor.name, "purpose": words.say(speaks(user), purpose)}
    card = Card(words.say(speaks(user), Say(key, values)), dedupe_key=f"{key}:{row.id}")
    await context.house.outbox.to_user(context.work, user, card)
