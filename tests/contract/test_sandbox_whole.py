"""The sandbox contract over the whole bot: its own clockwork, inbox and runner behind the same routes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

import bot
from store.settings import Settings
from tests.support.web import app_over


@pytest.fixture
async def http(tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with bot.opened(Settings(data=tmp_path, _env_file=None), ticking=False) as parts:
        transport = httpx.ASGITransport(app_over(parts))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            yield client


async def post(http: httpx.AsyncClient, path: str, body: dict[str, Any]) -> Any:
    answer = await http.post(f"/api/sandbox/{path}", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def phone(http: httpx.AsyncClient, channel: str, address: str, since: int = 0) -> list[dict[str, Any]]:
    answer = await http.get(f"/api/sandbox/phone/{channel}/{address}", params={"since": since})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


async def test_a_rep_writes_and_is_answered(http: httpx.AsyncClient) -> None:
    sent = await post(http, "inbound", {"channel": "telegram", "from": "max", "text": "Hilfe"})
    assert (await http.get("/api/sandbox/idle?timeout=20")).json() == {"idle": True}
    shown = await phone(http, "telegram", "max", sent["message_id"])
    assert shown and all(item["direction"] == "to_person" and item["text"] for item in shown)


async def test_the_demo_team(http: httpx.AsyncClient) -> None:
    people = (await http.get("/api/sandbox/people")).json()
    users = {item["addresses"]["telegram"]: item for item in people if item["kind"] == "user"}
    assert {login: users[login]["role"] for login in ("lena", "max", "sofia")} == {
        "lena": "leader",
        "max": "rep",
        "sofia": "rep",
    }
    leads = [item for item in people if item["kind"] == "lead"]
    assert len(leads) >= 12 and sum(item["name"].startswith("Anna ") for item in leads) == 2
    assert all(item["owner"] == "max" and item["addresses"]["whatsapp"].startswith("+") for item in leads)


async def test_time_moves_sixty_days_and_resets(http: httpx.AsyncClient) -> None:
    before = await post(http, "reset", {"demo": True, "at": "2026-03-02T09:00:00+01:00"})
    after = await post(http, "clock", {"advance": "60d"})
    moved = datetime.fromisoformat(after["now"]) - datetime.fromisoformat(before["now"])
    assert timedelta(days=60) <= moved < timedelta(days=60, minutes=5)
    assert all(count > 0 for count in after["ran"].values())
    assert (await http.post("/api/sandbox/clock", json={"to": before["now"]})).status_code == 409


async def test_the_tools_run_as_the_one_who_logged_in(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/auth/login", json={"username": "max", "password": "demo"})
    headers = {"authorization": f"Bearer {answer.json()['access_token']}"}
    note = {"lead": "Tom Wagner", "note": "mag Kaffee"}
    body = (await http.post("/api/tools/add_note", json=note, headers=headers)).json()
    acts = (await http.get("/api/sandbox/acts")).json()
    assert body["outcome"] == "done" and (acts[-1]["id"], acts[-1]["tool"]) == (body["id"], "add_note")
    asked = (await http.post("/api/tools/add_note", json={**note, "lead": "Anna"}, headers=headers)).json()
    assert asked["outcome"] == "asked" and len(asked["options"]) >= 2
    chosen = asked["options"][0]
    done = await http.post(f"/api/tools/{chosen['tool']}", json=chosen["arguments"], headers=headers)
    assert done.json()["outcome"] == "done"
    refused = await http.post("/api/tools/add_note", json={"lead": "Tom Wagner"}, headers=headers)
    assert refused.status_code == 422
    names = {tool["name"] for tool in (await http.get("/api/tools", headers=headers)).json()}
    assert {"send_message", "create_reminder", "start_sequence", "score_lead"} <= names
