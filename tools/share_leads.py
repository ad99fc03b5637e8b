"""A link that shows somebody without a login the leads one sees oneself: read-only, for some days, revocable."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, Literal

from pydantic import Field

from store import sharing
from store.models import ShareLink
from store.types import Option, Outcome, Say
from tools import wording
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context

DAYS = 7
MOST = 90


class ShareLeads(Arguments):
    days: int | None = Field(None, description=f"For how many days, 1 to {MOST}; {DAYS} when nothing is said")
    quality: Literal["hot", "warm", "cold"] | None = Field(None, description="Only these")
    stage: Words | None = Field(None, json_schema_extra=INTERNAL)
    channel: Words | None = Field(None, json_schema_extra=INTERNAL)
    search: Words | None = Field(None, json_schema_extra=INTERNAL)
    owner: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: ShareLeads) -> Outcome:
    days = DAYS if arguments.days is None else arguments.days
    if not 1 <= days <= MOST:
        return Outcome("asked", Say("share-days", {"most": MOST}), reason="days_out_of_range", expects="days")
    names = ("quality", "stage", "channel", "search", "owner")
    kept = {name: value for name in names if (value := getattr(arguments, name))}
    until = context.now + timedelta(days=days)
    row = ShareLink(
        team_id=context.actor.team_id, user_id=context.actor.id, filter=kept, expires_at=until, at=context.now
    )
    context.work.session.add(row)
    await context.work.session.flush()
    path = "/shared/" + sharing.word(context.house.settings.secret(), row.id)
    url = context.house.settings.public_base_url.rstrip("/") + path
    say = Say("share-made", {"url": url, "until": wording.moment(context, until)})
    result = {"share_id": row.id, "url": url, "path": path, "expires_at": until.isoformat()}
    return Outcome("done", say, result, options=(stop(row.id),))


def stop(share_id: int) -> Option:
    return Option(Say("button-stop-sharing"), "stop_sharing", {"link": str(share_id)})


def _from_command(rest: str) -> dict[str, Any]:
    """``/teilen``, ``/teilen 3 Tage hot``."""
    found: dict[str, Any] = {}
    if number := re.search(r"\d{1,6}", rest):
        found["days"] = int(number[0])
    qualities = re.findall(r"\b(hot|warm|cold)\b", rest.lower())
    return found | ({"quality": qualities[0]} if qualities else {})


TOOL = Tool(
    name="share_leads",
    description="Make a read-only link to the rep's list of leads that works for some days and can be revoked.",
    arguments=ShareLeads,
    run=run,
    commands=("teilen", "share"),
    from_command=_from_command,
)
