"""Who needs help: where reminders are overdue, contacts wait for an answer or drafts run out. Counts, never talks.

It names what is stuck, not who is good: nobody is ranked, and whoever is named may read that somebody looked.
"""

from __future__ import annotations

from datetime import timedelta

from store.db import Scope
from store.queries import escalations, looks, teamwork
from store.queries.teamwork import Stuck
from store.types import Option, Outcome, Say
from tools import teaming
from tools.base import Arguments, Tool
from tools.context import Context

SHOWN = 5
_SOON = timedelta(hours=12)
_PARTS = ("reminders", "unanswered", "drafts")


class TeamHelp(Arguments):
    """Nothing to say: it is about the leader's own team."""


async def run(context: Context, arguments: TeamHelp) -> Outcome:
    scope = Scope(context.work.session, context.actor.team_id)
    found = [row for row in await teamwork.stuck(scope, context.now, _SOON) if row.user_id != context.actor.id]
    asked = len(await escalations.opened(context.scope))
    named = [row.user_id for row in found]
    await looks.note_each(scope, context.actor.team_id, context.actor.id, named, "help", context.now)
    result = {
        "members": [
            {"user_id": row.user_id, "name": row.name, **{part: getattr(row, part) for part in _PARTS}} for row in found
        ],
        "escalations": asked,
    }
    cases = (Option(Say("button-open-cases", {"count": asked}), "answer_escalation"),) if asked else ()
    if not found:
        return Outcome("done", Say("team-help-none", {"asked": asked}), result, options=cases)
    lines = "\n".join(f"• {row.name}: {_told(context, row)}" for row in found[:SHOWN])
    hints = tuple(
        Option(Say("button-hint-to", {"name": row.name}), "answer_escalation", {"member": str(row.user_id)})
        for row in found[:SHOWN]
    )
    values = {"lines": lines, "more": max(len(found) - SHOWN, 0)}
    return Outcome("done", Say("team-help", values), result, options=(*hints, *cases))


def _told(context: Context, row: Stuck) -> str:
    counts = {part: getattr(row, part) for part in _PARTS}
    return ", ".join(context.words(f"stuck-{part}", count=count) for part, count in counts.items() if count)


TOOL = Tool(
    name="team_help",
    description="Show a leader who of the team could use help: overdue reminders, waiting contacts, old drafts.",
    arguments=TeamHelp,
    run=run,
    commands=("hilfebedarf", "needhelp"),
    roles=teaming.LEADERS,
)
