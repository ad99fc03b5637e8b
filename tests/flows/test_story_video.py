"""The video link in a step's text is the lead's own: opening it counts, previews do not, and the sequence knows."""

from __future__ import annotations

import re
from pathlib import Path

import httpx

from tests.support.story import Story, berlin, story
from tests.support.web import app_over

BROWSER = {
    "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
}


async def link_of(s: Story) -> str:
    """The link in the second step of a first contact."""
    await s.says("/video https://videos.beispiel.de/intro", rep="lena")
    await s.says("Starte Erstkontakt mit Nina Kraus")
    await s.until("2026-11-27 12:00")
    found = [re.search(r"/v/[\w-]+", text) for text in await s.phone("Nina Kraus")]
    links = [match[0] for match in found if match]
    assert len(links) == 1, await s.phone("Nina Kraus")
    return links[0]


async def test_opened_by_a_person_and_by_nobody_else(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        path = await link_of(s)
        transport = httpx.ASGITransport(app_over(s.w.parts))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as web:
            for agent in ("WhatsApp/2.24", "TelegramBot (like TwitterBot)", "facebookexternalhit/1.1", "curl/8"):
                shown = await web.get(path, headers={"user-agent": agent})
                assert shown.status_code == 200 and "<form" in shown.text
            preview = await web.get(path, headers={**BROWSER, "sec-purpose": "prefetch;prerender"})
            assert preview.status_code == 200 and "default-src 'none'" in preview.headers["content-security-policy"]
            assert not (await s.row("Nina Kraus"))["watched_video"]
            assert (await web.get("/v/8-" + "0" * 24, headers=BROWSER)).status_code == 404
            assert (await web.get("/v/quatsch", headers=BROWSER)).status_code == 404
            opened = await web.get(path, headers=BROWSER)
            assert (opened.status_code, opened.headers["location"]) == (303, "https://videos.beispiel.de/intro")
            assert (await s.row("Nina Kraus"))["watched_video"]
            assert ("learnt", "watched_video") in await s.decisions("Nina Kraus")
            await web.get(path, headers=BROWSER)
            assert len([d for d in await s.decisions("Nina Kraus") if d[1] == "watched_video"]) == 1
            assert (await s.row("Tom Wagner"))["watched_video"] is False


async def test_an_old_browser_taps_the_button(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        path = await link_of(s)
        transport = httpx.ASGITransport(app_over(s.w.parts))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as web:
            plain = {"user-agent": BROWSER["user-agent"]}
            assert "Video ansehen" in (await web.get(path, headers=plain)).text
            form = {**plain, "content-type": "application/x-www-form-urlencoded"}
            assert (await web.post(path, headers=form)).status_code == 303
            assert (await s.row("Nina Kraus"))["watched_video"]


async def test_who_has_seen_it_gets_the_value_proposition(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("/video https://videos.beispiel.de/intro", rep="lena")
        card = await s.lead("Nina Kraus", "Das Video hab ich schon gesehen, war gut!")
        assert "hat das Video gesehen" in card and "war gut" in card
        await s.says("Starte Erstkontakt mit Nina Kraus")
        await s.until("2026-11-28 20:00")
        assert not [text for text in await s.phone("Nina Kraus") if "/v/" in text]


async def test_what_she_says_of_herself_is_noted_and_can_be_changed(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        card = await s.lead("Lisa Schmid", "Bin jetzt Kundin, und ich gebe euch eine 9 von 10!")
        assert "ist Kunde oder Kundin" in card and "9 von 10" in card
        row = await s.row("Lisa Schmid")
        assert (row["is_customer"], row["satisfaction_score"], row["stage"]) == (True, 9, "customer")
        await s.taps("Doch kein Kunde")
        assert (await s.row("Lisa Schmid"))["is_customer"] is False


async def test_satisfied_customers_come_into_the_fourth_sequence(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.lead("Lisa Schmid", "Bin jetzt Kundin, und ich gebe euch eine 9 von 10!")
        await s.until("2026-11-25 13:00")
        assert await s.running("Lisa Schmid") == ["customer_to_partner"]
        before = len(await s.phone("Lisa Schmid"))
        await s.w.until(berlin("2026-12-24 09:00"))
        assert len(await s.phone("Lisa Schmid")) == before
        await s.w.until(berlin("2026-12-29 20:00"))
        assert any("Skala von 0 bis 10" in text for text in (await s.phone("Lisa Schmid"))[before:])
