"""A leader's look at a member's data is on record, and the member alone is shown it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from channels.web import browser
from channels.web.app import create_app
from tests.support.world import World, world


async def _get(http: httpx.AsyncClient, login: str, path: str) -> httpx.Response:
    signed = await http.post("/api/auth/login", json={"username": login, "password": "demo"})
    token = signed.json()["access_token"]
    return await http.get(path, headers={"Authorization": f"Bearer {token}"}, cookies={browser.ACCESS: token})


async def _records(w: World) -> list[tuple[int, int, str, Any]]:
    return [(r["user_id"], r["subject_id"], r["what"], r["lead_id"]) for r in await w.rows("looks")]


async def test_whoever_was_looked_at_can_see_by_whom_and_when(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        transport = httpx.ASGITransport(create_app(w.parts), client=("127.0.0.1", 50_000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
            people = {row["login"]: row["id"] for row in await w.rows("users")}
            for own in ("/api/leads", "/api/leads/3", "/export/leads.csv"):
                assert (await _get(http, "max", own)).status_code == 200
            assert await _records(w) == [], "one's own data needs no record"

            assert "Wagner" in (await _get(http, "lena", "/api/leads/3")).text
            await _get(http, "lena", "/api/leads/3")
            seen = await _get(http, "lena", "/api/webhook/leads")
            await _get(http, "lena", "/export/leads.csv")
            lena, max_ = people["lena"], people["max"]
            assert await _records(w) == [
                (lena, max_, "lead", 3), (lena, max_, "leads", None), (lena, max_, "export", None)
            ]  # fmt: skip
            assert all(lead["message"] is None for lead in seen.json()["leads"]), "what leads wrote is for their rep"
            w.clock.at += timedelta(hours=2)
            await _get(http, "lena", "/api/leads/3")
            assert len(await _records(w)) == 4, "later is another look"

            shared = (await w.max("Teile meine Leads für 3 Tage", rep="lena"))[-1]["text"].split("/shared/")[1].split()
            assert (await http.get(f"/shared/{shared[0]}")).status_code == 200
        told = (await w.max("Wer hat auf meine Daten zugegriffen?"))[-1]["text"]
        assert told.count("Lena") == 5 and "Tom Wagner" in told and "geteilten Link" in told, told
        for other in ("lena", "sofia"):
            assert "Niemand" in (await w.max("/zugriffe", rep=other))[-1]["text"], other
