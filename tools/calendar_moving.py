"""Appointments that change hands leave the former rep's calendar outside and stand in the taker's.

What has to be said outside is work for ``tools.calendar_sync``: the appointment's own row goes into the taker's
calendar as a new event, and a row of the former event stays with the giver until it is taken out there.
"""

from __future__ import annotations

from collections.abc import Collection

from store.models import Meeting
from store.queries import meetings
from tools import scheduling
from tools.context import Context

MOVED = "changed_hands"
_SAME = ("team_id", "lead_id", "title", "place", "starts_at", "ends_at", "zone", "calendar", "link", "revision", "at")


async def move(context: Context, giver: int, taker: int, lead_ids: Collection[int] | None = None) -> int:
    """Call it before the leads (``lead_ids``, or all) change hands; how many events the giver's calendar still has."""
    rows = await meetings.outside(context.scope, giver, context.now)
    rows = [row for row in rows if lead_ids is None or row.lead_id in lead_ids]
    for row in rows:
        former = Meeting(**{name: getattr(row, name) for name in _SAME})
        former.user_id, former.event_id = giver, row.event_id
        former.state, former.todo, former.due_at, former.reason = "cancelled", "remove", context.now, MOVED
        row.event_id = scheduling.event_id(f"{row.event_id}:{taker}:{context.call.key}")
        row.calendar = context.house.calendars.of(taker).name
        # What no calendar was told of yet is told to the taker's, be it only our own rows: the lead hears of it then.
        row.todo = "put" if row.calendar != "local" or row.state != "created" else None
        row.due_at, row.reason, row.attempts = (context.now if row.todo else None), MOVED, 0
        row.lease_until, row.lease_token = None, row.lease_token + 1
        await context.work.session.flush()  # the former event's id is free before the row of it takes it
        context.work.session.add(former)
        await context.work.session.flush()
    return len(rows)
