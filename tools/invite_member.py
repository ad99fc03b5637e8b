"""A one-time link by which somebody new joins the leader's team as a rep, from Telegram or WhatsApp."""

from __future__ import annotations

from urllib.parse import quote

from pydantic import Field

from channels.telegram import links
from store import codes
from store.models import Code
from store.queries import acts, people
from store.types import Outcome, Say
from tools import teaming
from tools.base import Arguments, Tool, Words
from tools.context import Context

_LONGEST = 60


class InviteMember(Arguments):
    name: Words | None = Field(None, description="What the new member is called, if the leader said so")


async def run(context: Context, arguments: InviteMember) -> Outcome:
    name = " ".join((arguments.name or "").split())[:_LONGEST]
    word = codes.new_token()
    made = Code(
        team_id=context.actor.team_id,
        kind="member",
        digest=codes.digest(context.house.settings.secret(), word),
        user_id=context.actor.id,
        name=name,
        expires_at=context.now + codes.MEMBER_LIFE,
        at=context.now,
    )
    context.work.session.add(made)
    await context.work.session.flush()
    await acts.record(
        context.scope,
        context.actor.team_id,
        "user",
        context.actor.id,
        verdict="invited",
        rule="member_link",
        at=context.now,
        facts={"code": made.id},
    )
    said = f"/start {word}"
    ways = await _links(context, word, said)
    lines = [context.words("member-link", channel=channel, link=link) for channel, link in ways.items()]
    lines = lines or [context.words("member-word", word=said)]
    values = {"name": name, "named": int(bool(name)), "lines": "\n".join(lines), "days": codes.MEMBER_LIFE.days}
    result = {"code_id": made.id, "expires_at": made.expires_at.isoformat() if made.expires_at else None}
    return Outcome("done", Say("member-invite", values), {**result, "links": ways, "word": said})


async def _links(context: Context, word: str, said: str) -> dict[str, str]:
    """One link for each messenger whose address we know; WhatsApp opens with the word typed already."""
    found: dict[str, str] = {}
    if bot := await people.bot_name(context.scope):
        found["telegram"] = links.start(bot, word)
    numbers = [
        account.name.removeprefix("+")
        for account in await people.accounts_for(context.scope, context.actor.team_id, "whatsapp")
        if account.name.startswith("+") and account.name[1:].isdigit()
    ]
    if numbers:
        found["whatsapp"] = f"https://wa.me/{numbers[0]}?text={quote(said)}"
    return found


TOOL = Tool(
    name="invite_member",
    description="Give a leader a one-time link by which a new colleague joins the team as a rep.",
    arguments=InviteMember,
    run=run,
    commands=("einladen", "invitemember"),
    from_command=lambda rest: {"name": rest.strip()} if rest.strip() else {},
    roles=teaming.LEADERS,
)
