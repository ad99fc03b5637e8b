"""A one-time code that connects a person's own WhatsApp or Telegram with SalesFlow."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from store import codes
from store.db import Work
from store.models import Code, User
from store.queries import acts, people
from store.queries import codes as code_rows
from store.types import Outcome, Say
from tools.base import Arguments, Tool, Words
from tools.context import Context


class PairAccount(Arguments):
    name: Words | None = Field(None, description="For a leader: whose messenger is to be connected, if not one's own")


async def new_code(work: Work, secret: bytes, user: User, now: datetime) -> str:
    """A fresh code for a user; earlier ones count no more."""
    word = codes.new_pair()
    await code_rows.void(work.scope(), user.id, "pair", now)
    work.session.add(
        Code(
            team_id=user.team_id,
            kind="pair",
            digest=codes.digest(secret, word),
            user_id=user.id,
            expires_at=now + codes.PAIR_LIFE,
            at=now,
        )
    )
    return word


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
    word = await new_code(context.work, secret, user, context.now)
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
