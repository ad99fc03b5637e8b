"""Connects the rep's Google Calendar, or ends the connection."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from store.folding import fold
from store.types import Option, Outcome, Say
from tools.base import Arguments, Tool
from tools.clients import google_login
from tools.context import Context

_END = frozenset("trennen trenne loesen disconnect off aus ende end remove".split())


class ConnectCalendar(Arguments):
    action: Literal["connect", "disconnect"] = Field("connect", description="disconnect only when the rep says so")


async def run(context: Context, arguments: ConnectCalendar) -> Outcome:
    settings, user_id = context.house.settings, context.actor.id
    if not google_login.configured(settings):
        return Outcome("denied", Say("calendar-not-configured"), reason="not_configured")
    if arguments.action == "disconnect":
        ended = "calendar-disconnected" if google_login.forget(settings, user_id) else "calendar-not-connected"
        return Outcome("done", Say(ended), {"connected": False})
    if google_login.connected(settings, user_id):
        again = Option(Say("button-disconnect-calendar"), "connect_calendar", {"action": "disconnect"})
        return Outcome("done", Say("calendar-connected"), {"connected": True}, options=(again,))
    url = google_login.begin(settings, user_id)
    return Outcome("done", Say("calendar-link", {"url": url}), {"connected": False, "url": url})


TOOL = Tool(
    name="connect_calendar",
    description="Give the rep the link that connects their Google Calendar, or end the connection.",
    arguments=ConnectCalendar,
    run=run,
    commands=("kalender", "calendar"),
    from_command=lambda rest: {"action": "disconnect"} if set(fold(rest).split()) & _END else {},
)
