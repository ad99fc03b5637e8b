"""Telegram links: one's own for anybody who wants to sign up, or one made for a single lead."""

from __future__ import annotations

from pydantic import Field

from channels.telegram import links
from store import codes
from store.models import Code
from store.queries import people
from store.types import Outcome, Say
from tools.base import Arguments, Tool, Words, lead_rest
from tools.context import Context


class InviteLink(Arguments):
    lead: Words | None = Field(None, description="The lead a personal link is for; left out: the rep's own open link")


async def run(context: Context, arguments: InviteLink) -> Outcome:
    bot = await people.bot_name(context.scope)
    if bot is None:
        return Outcome("denied", Say("invite-no-bot"), reason="not_configured")
    word = codes.new_token()
    lead = context.lead
    context.work.session.add(
        Code(
            team_id=context.actor.team_id,
            kind="join" if lead is not None else "invite",
            digest=codes.digest(context.house.settings.secret(), word),
            user_id=context.actor.id,
            lead_id=lead.id if lead is not None else None,
            wording=codes.INVITE_WORDING,
            expires_at=context.now + codes.JOIN_LIFE if lead is not None else None,
            at=context.now,
        )
    )
    link = links.start(bot, word)
    if lead is not None:
        days = codes.JOIN_LIFE.days
        return Outcome("done", Say("invite-lead", {"lead": lead.name, "link": link, "days": days}), {"link": link})
    return Outcome("done", Say("invite-own", {"link": link}), {"link": link})


TOOL = Tool(
    name="invite_link",
    description="Give the rep a Telegram link: for anybody who wants to hear from them, or for one lead.",
    arguments=InviteLink,
    run=run,
    commands=("einladung", "invite"),
    from_command=lead_rest,
    optional_lead=True,
)
