"""Calls an appointment off; the lead hears of it when the invitation has reached her."""

from __future__ import annotations

from pydantic import Field

from store.models import Lead
from store.queries import meetings
from store.types import Outcome, Say
from tools import scheduling, wording
from tools.base import INTERNAL, Arguments, Tool, Words, lead_rest
from tools.context import Context


class CancelMeeting(Arguments):
    lead: Words | None = Field(None, description="With whom the appointment is, in the rep's own words")
    meeting: Words | None = Field(None, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: CancelMeeting) -> Outcome:
    await meetings.lock_calendar(context.scope, context.actor.id)
    row = await scheduling.meant(context, arguments.meeting, "cancel_meeting", {})
    if isinstance(row, Outcome):
        return row
    scheduling.call_off(row, context.now)
    lead = await context.work.session.get(Lead, row.lead_id) if row.lead_id else None
    values = {"name": lead.name if lead else row.title, "when": wording.moment(context, row.starts_at), "invited": ""}
    if lead is None or await scheduling.unsent(context, row) or not row.told:
        return Outcome("done", Say("meeting-cancelled-silent", values), scheduling.result(row, lead))
    posted = await scheduling.tell_lead(
        context.house.outbox, context.work, row, lead, await context.user(), "cancelled", context.now, hold=True
    )
    values["invited"], ways = scheduling.told(context, posted, lead)
    own = scheduling.own_file(row, lead, context.now, context.language)
    found = scheduling.result(row, lead, (own,)) | {"message_id": posted.message_id}
    return Outcome("done", Say("meeting-cancelled", values), found, options=ways)


TOOL = Tool(
    name="cancel_meeting",
    description="Call off an appointment with a lead and tell the lead.",
    arguments=CancelMeeting,
    run=run,
    commands=("absagen", "cancel_meeting"),
    from_command=lead_rest,
    reaches=True,
)
