"""Makes share links worthless at once."""

from __future__ import annotations

from pydantic import Field

from store.queries import shares
from store.queries.talk import as_int
from store.types import Outcome, Say
from tools.base import Arguments, Tool, Words
from tools.context import Context


class StopSharing(Arguments):
    link: Words | None = Field(None, description="The number of one link; all of the rep's when nothing is said")


async def run(context: Context, arguments: StopSharing) -> Outcome:
    open_ = await shares.open_links(context.scope, context.now)
    wanted = as_int(arguments.link.removeprefix("#")) if arguments.link else None
    rows = [row for row in open_ if arguments.link is None or row.id == wanted]
    if not rows:
        return Outcome("denied", Say("share-none"), reason="nothing_shared")
    for row in rows:
        row.revoked_at = context.now
    say = Say("share-stopped", {"count": len(rows)})
    return Outcome("done", say, {"revoked": [row.id for row in rows]})


TOOL = Tool(
    name="stop_sharing",
    description="Revoke the rep's links to lists of leads, at once.",
    arguments=StopSharing,
    run=run,
    commands=("nichtteilen", "unshare"),
    from_command=lambda rest: {"link": rest.strip()} if rest.strip() else {},
)
