"""Google Calendar through its own client library, in threads, with time-outs and without retries of its own."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from store.settings import Settings
from tools.clients import google_login
from tools.clients.calendars import Event, Later, Refused, Span, Unauthorised, Unclear

_BUSY = frozenset({"rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded"})


class GoogleCalendar:
    """One person's Google calendar (CHANNELS 1.8)."""

    name = "google"

    def __init__(self, settings: Settings, user_id: int) -> None:
        self._settings = settings
        self._user_id = user_id
        self._calendar = settings.google_calendar_id

    async def busy(self, start: datetime, end: datetime) -> list[Span]:
        body = {"timeMin": _utc(start), "timeMax": _utc(end), "items": [{"id": self._calendar}]}
        found = await self._call(lambda service: service.freebusy().query(body=body))
        told = found.get("calendars", {}).get(self._calendar, {})
        if told.get("errors"):
            raise Refused(str(told["errors"][0].get("reason", "freebusy")))
        return [Span(_moment(one["start"]), _moment(one["end"])) for one in told.get("busy", ())]

    async def put(self, event: Event) -> str:
        """Inserts; an id that is taken is this very event, made before or called off: then it is brought up to date."""
        body = _body(event)
        try:
            made = await self._call(
                lambda service: service.events().insert(
                    calendarId=self._calendar,
                    body={"id": event.id, **body},
                    conferenceDataVersion=1,
                    sendUpdates="all" if event.guests else "none",
                )
            )
        except Refused as refused:
            if refused.reason != "duplicate":
                raise
            made = await self._call(
                lambda service: service.events().patch(
                    calendarId=self._calendar,
                    eventId=event.id,
                    body={"status": "confirmed", **{k: v for k, v in body.items() if k != "conferenceData"}},
                    conferenceDataVersion=1,
                    sendUpdates="all" if event.guests else "none",
                )
            )
        return str(made.get("hangoutLink", ""))

    async def remove(self, event_id: str) -> None:
        try:
            await self._call(
                lambda service: service.events().delete(calendarId=self._calendar, eventId=event_id, sendUpdates="all")
            )
        except Refused as refused:
            if refused.reason not in ("deleted", "notFound"):
                raise

    async def _call(self, make: Callable[[Any], Any]) -> dict[str, Any]:
        return await asyncio.to_thread(self._blocking, make)

    def _blocking(self, make: Callable[[Any], Any]) -> dict[str, Any]:
        import httplib2
        from google.auth.exceptions import RefreshError, TransportError
        from google_auth_httplib2 import AuthorizedHttp
        from googleapiclient.discovery import build
        from googleapiclient.errors import HttpError

        try:
            http = httplib2.Http(timeout=self._settings.provider_timeout_seconds)
            http.follow_redirects = False
            granted = google_login.credentials(self._settings, self._user_id)
            service = build(
                "calendar",
                "v3",
                http=AuthorizedHttp(granted, http=http),
                static_discovery=True,
                cache_discovery=False,
                client_options={"api_endpoint": self._settings.google_calendar_url},
            )
            before = granted.token
            found = make(service).execute(num_retries=0)
            if granted.token != before:
                google_login.keep(self._settings, self._user_id, json.loads(granted.to_json()))
            return found if isinstance(found, dict) else {}
        except (RefreshError, google_login.NotConnected):
            raise Unauthorised from None
        except HttpError as error:
            raise _error(error) from None
        except (ConnectionRefusedError, httplib2.ServerNotFoundError):
            raise Later from None
        except (TransportError, TimeoutError, OSError, httplib2.HttpLib2Error):
            raise Unclear from None


def _error(error: Any) -> Exception:
    """What a status means: try later, nobody knows, connect anew, or never."""
    status = int(error.resp.status)
    details = error.error_details if isinstance(error.error_details, list) else []
    reason = next((str(one.get("reason")) for one in details if isinstance(one, dict) and one.get("reason")), "")
    if status == 429 or (status == 403 and reason in _BUSY):
        return Later()
    if status == 401:
        return Unauthorised()
    if status >= 500:
        return Unclear()
    known = {404: "notFound", 409: "duplicate", 410: "deleted"}
    return Refused(known.get(status, reason or str(status)))


def _body(event: Event) -> dict[str, Any]:
    body: dict[str, Any] = {
        "summary": event.title,
        "start": {"dateTime": event.start.astimezone(UTC).isoformat(), "timeZone": event.zone},
        "end": {"dateTime": event.end.astimezone(UTC).isoformat(), "timeZone": event.zone},
        "attendees": [{"email": guest} for guest in event.guests],
    }
    if event.place:
        body["location"] = event.place
    if event.video:
        key = {"conferenceSolutionKey": {"type": "hangoutsMeet"}}
        body["conferenceData"] = {"createRequest": {"requestId": str(uuid.uuid5(uuid.NAMESPACE_OID, event.id)), **key}}
    return body


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def _moment(said: str) -> datetime:
    return datetime.fromisoformat(said).astimezone(UTC)
