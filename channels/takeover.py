"""When a rep has answered a lead from the own phone: how long the bot keeps out of that talk. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

LONGEST = timedelta(hours=72)
SILENCE = timedelta(hours=12)


def until(taken_at: datetime | None, last_inbound_at: datetime | None, now: datetime) -> datetime | None:
    """Until when the talk is the rep's alone; None when it is not.

    It is the bot's again 72 hours after the rep's last own message, or once she writes when the rep has been silent
    for twelve hours: then nobody else would answer her.
    """
    if taken_at is None or now >= taken_at + LONGEST:
        return None
    if last_inbound_at is not None and last_inbound_at >= taken_at + SILENCE:
        return None
    return taken_at + LONGEST
