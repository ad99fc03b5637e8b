"""Who is in the team: names and roles for everybody; whoever leads it also sees who never wrote, and invitations."""

from __future__ import annotations

from store.models import User
from store.queries import codes, people
from store.types import Option, Outcome, Say
from tools import teaming
from tools.base import Arguments, Tool
from tools.context import Context

_ORDER = {"admin": 2, "leader": 0}


class TeamMembers(Arguments):
    """Nothing to say: it is about one's own team."""


async def run(context: Context, arguments: TeamMembers) -> Outcome:
    rows = sorted(await people.users(context.scope), key=lambda row: (_ORDER.get(row.role, 1), row.name.casefold()))
    leads = context.actor.role in teaming.LEADERS
    team = await people.team(context.scope, context.actor.team_id)
    lines = [_line(context, row, leads) for row in rows]
    waiting = await codes.waiting(context.scope, "member", context.now) if leads else 0
    say = Say(
        "team-members",
        {
            "team": team.name if team is not None else "",
            "count": len(rows),
            "lines": "\n".join(lines),
            "waiting": waiting,
        },
    )
    found = [{"user_id": row.id, "name": row.name, "role": row.role, "upline_id": row.upline_id} for row in rows]
    options = (Option(Say("button-invite-member"), "invite_member", {}),) if leads else ()
    return Outcome("done", say, {"members": found, "invitations": waiting}, options=options)


def _line(context: Context, row: User, leads: bool) -> str:
    values = {"name": row.name, "role": teaming.role(context, row), "me": int(row.id == context.actor.id)}
    away = leads and row.home_conversation_id is None
    return context.words("team-member-unreached" if away else "team-member", **values)


TOOL = Tool(
    name="team_members",
    description="Show who is in the team, with their roles.",
    arguments=TeamMembers,
    run=run,
    commands=("team", "mitglieder", "members"),
    reads=True,
)
