"""The team's video: what ``{{video_link}}`` in message texts leads to, tracked for each lead."""

from __future__ import annotations

from pydantic import AliasChoices, Field

from store.queries import people
from store.types import Outcome, Say
from tools.base import Arguments, Tool, Words
from tools.clients.targets import Refused, target
from tools.context import Context


class SetVideo(Arguments):
    url: Words | None = Field(
        None, validation_alias=AliasChoices("url", "video"), description="The video's https address as it was said"
    )


async def run(context: Context, arguments: SetVideo) -> Outcome:
    said = arguments.url or ""
    try:
        found = target(said)
    except Refused:
        return Outcome("denied", Say("video-not-an-address", {"url": said[:80]}), reason="bad_url")
    team = await people.team(context.scope, context.actor.team_id)
    if team is None or found.scheme != "https":
        return Outcome("denied", Say("video-not-an-address", {"url": said[:80]}), reason="bad_url")
    team.video_url = found.url
    return Outcome("done", Say("video-set", {"url": found.url}), {"url": found.url})


TOOL = Tool(
    name="set_video",
    description="Set the team's video that tracked links in messages lead to.",
    arguments=SetVideo,
    run=run,
    commands=("video",),
    from_command=lambda rest: {"url": rest.strip()} if rest.strip() else {},
    required=("url",),
    roles=frozenset({"leader", "admin"}),
)
