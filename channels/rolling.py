"""A team's stage goes back by itself when the bot's own answers do harm; the leaders hear why and can undo it."""

from __future__ import annotations

from datetime import datetime

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from store import rollout
from store.db import Work
from store.queries import acts, people, rollouts
from store.types import Language, Option, Say


async def look(work: Work, outbox: Outbox, team_id: int, now: datetime) -> bool:
    """Called where something went wrong (an opt-out, an angry answer, a draft thrown away); True when it went back."""
    scope = work.scope(team_id)
    row = await rollouts.current(scope, team_id)
    if row is None or row.stage not in (rollout.LOW, rollout.AUTO):
        return False
    await work.session.flush()
    found = await rollouts.figures(scope, team_id, row.at)
    reason = rollout.worse(found)
    if reason is None:
        return False
    made = await rollouts.switch(scope, team_id, rollout.DRAFTS, now, reason=reason, user_id=None, pilot=None)
    facts = {"from": row.stage, "to": made.stage, "harmed": found.harmed, "sent": found.sent}
    await acts.record(scope, team_id, "team", team_id, verdict="back", rule=f"rollout_{reason}", at=now, facts=facts)
    for user in await people.users(scope):
        if user.role in ("leader", "admin"):
            again = Option(Say("button-rollout-again"), "rollout", {"stage": str(row.stage)})
            text = words.say(speaks(user), Say(f"rollout-back-{reason}", {"lines": lines(speaks(user), found)}))
            card = Card(text, (again,), dedupe_key=f"rollout:{made.id}:{user.id}", hours=7 * 24)
            await outbox.to_user(work, user, card)
    return True


def lines(language: Language, found: rollout.Figures) -> str:
    """The figures in words: counts, and nobody's name."""
    values = {name: getattr(found, name) for name in ("as_is", "edited", "rejected", "auto", "angry", "opted_out")}
    return words.say(language, Say("rollout-figures", {name.replace("_", ""): count for name, count in values.items()}))
