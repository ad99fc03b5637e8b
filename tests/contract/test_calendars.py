"""One suite over both calendars: the house's own and Google's, the latter against Google's discovery document."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from store.settings import Settings
from tests.support.google_server import Google, google_server
from tests.support.story import Story
from tests.support.web import app_over
from tests.support.world import world
from tools.clients import google_login


@pytest.fixture
def google() -> Iterator[Google]:
    with google_server() as found:
        yield found


def settings(google: Google) -> dict[str, Any]:
    return {
        "google_client_id": "client",
        "google_client_secret": "secret",
        "google_token_url": f"{google.url}/token",
        "google_calendar_url": f"{google.url}/calendar/v3/",
        "provider_timeout_seconds": 3,
    }


def connect(found: Settings, user_id: int = 2) -> None:
    google_login.keep(
        found,
        user_id,
        {"token": "access-1", "refresh_token": "refresh-1", "client_id": "client", "client_secret": "secret"},
    )


@pytest.mark.parametrize("name", ["local", "google"])
async def test_book_twice_move_cancel(tmp_path: Path, google: Google, name: str) -> None:
    async with world(tmp_path, **settings(google)) as w:
        if name == "google":
            connect(w.parts.settings)
        s = Story(w)
        said = await s.says("Termin mit Tom Wagner am Dienstag um 17 Uhr")
        assert "Tom Wagner" in said
        await s.passes("30s")
        (row,) = await w.rows("meetings")
        assert (row["state"], row["calendar"], row["todo"]) == ("created", name, None)
        assert len(await s.phone("Tom Wagner")) == 1
        assert "hast du schon" in await s.says("Termin mit Nina Kraus am Dienstag um 17:15")
        await s.says("Verschieb den Termin mit Tom auf Mittwoch um 10 Uhr")
        await s.passes("30s")
        assert "Mittwoch" in (await s.phone("Tom Wagner"))[-1]
        await s.says("Sag den Termin mit Tom ab")
        await s.passes("30s")
        (row,) = await w.rows("meetings")
        assert (row["state"], row["todo"]) == ("cancelled", None)
        assert "entfallen" in (await s.phone("Tom Wagner"))[-1]
        assert google.violations == []
        if name == "google":
            event = google.events[row["event_id"]]
            assert event["status"] == "cancelled" and event["start"]["dateTime"].startswith("2026-12-02T09:00")
            assert event["conferenceData"]["createRequest"]["conferenceSolutionKey"] == {"type": "hangoutsMeet"}
            assert "meet.google.com" in (await s.phone("Tom Wagner"))[0]
        else:
            assert google.calls == []


async def test_what_google_knows_is_busy(tmp_path: Path, google: Google) -> None:
    google.busy.append(("2026-12-01T16:00:00+00:00", "2026-12-01T17:00:00+00:00"))
    async with world(tmp_path, **settings(google)) as w:
        connect(w.parts.settings)
        s = Story(w)
        assert "hast du schon etwas" in await s.says("Termin mit Tom Wagner am Dienstag um 17:30")
        assert await w.rows("meetings") == [] and google.events == {}


@pytest.mark.parametrize("fault", [503, "drop", 429, 403])
async def test_one_event_whatever_breaks(tmp_path: Path, google: Google, fault: int | str) -> None:
    """After a cut line nobody knows; the same id is asked for again and there is one event and one invitation."""
    async with world(tmp_path, **settings(google)) as w:
        connect(w.parts.settings)
        s = Story(w)
        await s.says("Termin mit Tom Wagner am Dienstag um 17 Uhr")
        if not google.events:
            google.faults += [fault]
            await s.passes("3s")
        await s.passes("10m")
        (row,) = await w.rows("meetings")
        assert row["state"] == "created" and list(google.events) == [row["event_id"]]
        assert len(await s.phone("Tom Wagner")) == 1 and google.violations == []


async def test_a_withdrawn_permission_is_told(tmp_path: Path, google: Google) -> None:
    async with world(tmp_path, **settings(google)) as w:
        connect(w.parts.settings)
        google.tokens.clear()
        google_login.keep(
            w.parts.settings,
            2,
            {"token": "old", "refresh_token": "gone", "client_id": "client", "client_secret": "secret"},
        )
        s = Story(w)
        await s.says("Termin mit Tom Wagner am Dienstag um 17 Uhr")
        cards = await s.passes("30s")
        assert any("/kalender" in card for card in [*cards, s.shown[-1]["text"]])
        (row,) = await w.rows("meetings")
        assert row["state"] == "failed" and await s.phone("Tom Wagner") == []


async def test_connecting(tmp_path: Path, google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")  # this Google speaks no TLS
    async with world(tmp_path, **settings(google)) as w:
        s = Story(w)
        said = await s.says("/kalender")
        link = next(word for word in said.split() if word.startswith("https://accounts.google.com/"))
        asked = parse_qs(urlsplit(link).query)
        assert asked["code_challenge_method"] == ["S256"] and asked["access_type"] == ["offline"]
        transport = httpx.ASGITransport(app_over(w.parts))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as web:
            path, state = "/api/google/callback", asked["state"][0]
            assert (await web.get(path, params={"code": "good", "state": state + "x"})).status_code == 400
            assert (await web.get(path, params={"code": "good", "state": state})).status_code == 200
            assert (await web.get(path, params={"code": "good", "state": state})).status_code == 400  # once only
        kept = tmp_path / "google" / "user-2.json"
        assert json.loads(kept.read_text())["refresh_token"] == "refresh-1"
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert "verbunden" in await s.says("/kalender")
        await s.says("/kalender trennen")
        assert not kept.exists()


async def test_an_appointment_that_changes_hands_changes_calendars(tmp_path: Path, google: Google) -> None:
    async with world(tmp_path, **settings(google)) as w:
        for user in (2, 3):
            connect(w.parts.settings, user)
        s = Story(w)
        await s.says("Termin mit Tom Wagner am Dienstag um 17 Uhr")
        await s.passes("30s")
        (before,) = google.events
        card = (await w.max("/entfernen Max an Sofia", rep="lena"))[-1]
        await w.tap(card, "Ja, so machen", rep="lena")
        await s.passes("30s")
        (now,) = set(google.events) - {before}
        assert google.events[before]["status"] == "cancelled" and google.events[now].get("status") != "cancelled"
        rows = {row["event_id"]: (row["user_id"], row["state"], row["todo"]) for row in await w.rows("meetings")}
        assert rows == {before: (2, "cancelled", None), now: (3, "created", None)}
        told = [card["text"] for card in await w.new("telegram", "sofia")]
        assert any("steht jetzt in deinem Kalender" in text for text in told), told
        assert not google_login.connected(w.parts.settings, 2) and google.violations == []


async def test_where_the_former_calendar_is_shut_the_new_owner_hears_of_it(tmp_path: Path, google: Google) -> None:
    async with world(tmp_path, **settings(google)) as w:
        connect(w.parts.settings)
        s = Story(w)
        await s.says("Termin mit Tom Wagner am Dienstag um 17 Uhr")
        await s.passes("30s")
        google_login.forget(w.parts.settings, 2)
        card = (await w.max("/entfernen Max an Sofia", rep="lena"))[-1]
        await w.tap(card, "Ja, so machen", rep="lena")
        await s.passes("30s")
        told = [card["text"] for card in await w.new("telegram", "sofia")]
        assert sum("steht noch im Google-Kalender" in text for text in told) == 1, told
        assert [(r["user_id"], r["calendar"]) for r in await w.rows("meetings", "state", "created")] == [(3, "local")]
