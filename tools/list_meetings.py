"""The rep's coming appointments, of a day or all."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import AliasChoices, Field

from store import dates
from store.models import Lead
from store.queries import meetings
from store.types import Outcome, Say
from tools import scheduling, wording
from tools.base import Arguments, Tool, Words
from tools.context import Context


class ListMeetings(Arguments):
    lead: Words | None = Field(None, description="With whom, if the rep named somebody")
    date: Words | None = Field(
        None, validation_alias=AliasChoices("date", "when"), description="Which day, if the rep named one"
    )


async def run(context: Context, arguments: ListMeetings) -> Outcome:
    lead_id = context.lead.id if context.lead else None
    rows = list(await meetings.coming(context.scope, context.now, lead_id=lead_id))
    when = dates.parse(arguments.date or "", context.now, context.actor.zone)
    if when.local is not None:
        place = ZoneInfo(context.actor.zone)
        start = datetime.combine(when.local.date(), time(0), place)
        rows = [row for row in rows if start <= row.starts_at < start + timedelta(days=1)]
    lines, listed = [], []
    for row in rows:
        lead = await context.work.session.get(Lead, row.lead_id) if row.lead_id else None
        parts = [wording.moment(context, row.starts_at), lead.name if lead else "", row.title, row.place]
        lines.append("- " + " · ".join(part for part in parts if part))
        listed.append(scheduling.result(row, lead))
    if not lines:
        return Outcome("done", Say("meetings-none"), {"meetings": []})
    return Outcome("done", Say("meetings-list", {"lines": "\n".join(lines)}), {"meetings": listed})


TOOL = Tool(
    name="list_meetings",
    description="Show the rep's coming appointments, of one day or all.",
    arguments=ListMeetings,
    run=run,
    commands=("termine", "meetings"),
    from_command=lambda rest: {"date": rest.strip()} if rest.strip() else {},
    optional_lead=True,
    reads=True,
)
