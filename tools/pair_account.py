"""A one-time code that connects a person's own WhatsApp or Telegram with SalesFlow."""

from __future__ import annotations

from pydantic import Field

from store import codes
from store.queries import acts, people
from store.queries import codes as code_rows
from store.types import Outcome, Say
from tools.base import Arguments, Tool, Words
from tools.context import Context


class PairAccount(Arguments):
    name: Words | None = Field(None, description="For a leader: whose messenger is to be connected, if not one's own")


async def run(context: Context, arguments: PairAccount) -> Outcome:
    user = await context.user()
    if arguments.name:
        found = await people.users_named(context.scope, arguments.name)
        if len(found) != 1:
            return Outcome("denied", Say("pair-nobody", {"name": arguments.name}), reason="user_unknown")
        if found[0].id != user.id and user.role not in ("leader", "admin"):
            return Outcome("denied", Say("pair-not-yours"), reason="not_allowed")
        user = found[0]
    secret = context.house.settings.secret()
    word = await code_rows.give_pair(context.scope, secret, user, context.now)
    await acts.record(
        context.scope, user.team_id, "user", user.id, verdict="pairing", rule="code_given", at=context.now
    )
    minutes = int(codes.PAIR_LIFE.total_seconds() // 60)
    say = Say("pair-code-own", {"code": word, "minutes": minutes})
    if user.id != context.actor.id:
        say = Say("pair-code-other", {"code": word, "minutes": minutes, "name": user.name})
    return Outcome("done", say, {"user_id": user.id, "expires_in": minutes * 60})


TOOL = Tool(
    name="pair_account",
    description="Give the rep a one-time code that connects their own WhatsApp or Telegram with SalesFlow.",
    arguments=PairAccount,
    run=run,
    commands=("verbinden", "pair", "koppeln"),
    from_command=lambda rest: {"name": rest} if rest else {},
)
