"""What the tools about a team share: which member is meant, and how people are named."""

from __future__ import annotations

from collections.abc import Sequence

from store.folding import fold
from store.models import User
from store.queries import people
from store.queries.talk import as_int
from store.types import Option, Outcome, Role, Say
from tools.context import Context

LEADERS: frozenset[Role] = frozenset({"leader", "admin"})
PERSON = frozenset({"tap", "command", "rest"})  # a person's own hand: no model put these arguments there

_MYSELF = frozenset({"me", "mich", "ich", "myself"})


def by_hand(context: Context) -> bool:
    """Whether a person gave the order itself; a model's reading of a chat is shown to a tap first (SAFETY wall 3)."""
    return context.origin.source in PERSON


def named(context: Context, member: User) -> bool:
    """Whether a person picked this member: by hand, or by a word of the name in the own message (SAFETY wall 4)."""
    words = {*fold(member.name).split(), fold(member.login)}
    return by_hand(context) or not words.isdisjoint(fold(context.origin.said or "").split())


async def whom(context: Context, said: str, argument: str = "name") -> User | Outcome:
    """The member somebody means, by id, login or name; else who there is, or which of two."""
    number = as_int(said)
    if fold(said) in _MYSELF:
        return await context.user()
    if number is not None and 0 < number < 2**62 and by_hand(context):
        found = await people.user(context.scope, number)
        rows: Sequence[User] = [found] if found is not None and found.left_at is None else []
    else:
        rows = await people.users_named(context.scope, said)
    if len(rows) == 1:
        return rows[0]
    if not rows:
        return await nobody(context, said)
    same = {key: value for key, value in context.call.arguments.items() if key != argument}
    options = tuple(Option(labelled(row, rows), context.call.tool, {**same, argument: str(row.id)}) for row in rows[:8])
    return Outcome("asked", Say("team-which", {"name": said}), reason="member_ambiguous", options=options)


async def nobody(context: Context, said: str) -> Outcome:
    names = ", ".join(row.name for row in await people.users(context.scope))
    say = Say("team-nobody", {"name": said, "names": names})
    return Outcome("denied", say, reason="member_unknown")


async def ask_whom(context: Context, key: str, rows: Sequence[User]) -> Outcome:
    """Which member, as buttons; a name typed does as well."""
    same = {name: value for name, value in context.call.arguments.items() if name != "name"}
    options = tuple(Option(labelled(row, rows), context.call.tool, {**same, "name": str(row.id)}) for row in rows[:8])
    return Outcome("asked", Say(key), reason="missing_name", options=options, expects="name")


def labelled(row: User, rows: Sequence[User]) -> str:
    """A name on a button; of two with the same name the login tells which."""
    twins = sum(other.name.casefold() == row.name.casefold() for other in rows)
    return row.name if twins < 2 else f"{row.name} ({row.login})"


def role(context: Context, user: User) -> str:
    known = user.role if user.role in ("leader", "admin") else "rep"
    return context.words(f"role-{known}")
