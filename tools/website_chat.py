"""The chat for a team's own website: its address and the one line that embeds it; a new key ends the old address."""

from __future__ import annotations

import secrets
from typing import Any, Literal

from pydantic import Field

from store.models import Account
from store.queries import people
from store.types import Outcome, Role, Say
from tools.base import Arguments, Tool
from tools.context import Context

LEADERS: frozenset[Role] = frozenset({"leader", "admin"})


class WebsiteChat(Arguments):
    key: Literal["keep", "new"] = Field("keep", description="new: make a new key, so that the old address ends")


async def run(context: Context, arguments: WebsiteChat) -> Outcome:
    account = await _account(context)
    if account.site_key is None or arguments.key == "new":
        account.site_key = secrets.token_urlsafe(24)
    page = f"{context.house.settings.public_base_url.rstrip('/')}/chat/{account.site_key}"
    embed = f'<script src="{page}/embed.js" async></script>'
    key = "website-chat-new" if arguments.key == "new" else "website-chat"
    return Outcome("done", Say(key, {"page": page, "embed": embed}), {"page": page, "embed": embed})


async def _account(context: Context) -> Account:
    """The team's website; opened when there is none."""
    team_id = context.actor.team_id
    found = [row for row in await people.accounts_for(context.scope, team_id, "web") if row.name != "form"]
    keyed = next((row for row in found if row.site_key), None)
    if keyed is not None or found:
        return keyed or found[0]
    made = Account(team_id=team_id, channel="web", name=f"website-{team_id}", provider="web", opened_at=context.now)
    context.work.session.add(made)
    await context.work.session.flush()
    return made


def _from_command(rest: str) -> dict[str, Any]:
    return {"key": "new"} if rest.strip().lower() in ("neu", "new", "neuer schlüssel", "new key") else {}


TOOL = Tool(
    name="website_chat",
    description="Show the address and the embedding line of the team's website chat, or renew its key.",
    arguments=WebsiteChat,
    run=run,
    commands=("webchat", "websitechat"),
    from_command=_from_command,
    roles=LEADERS,
)
