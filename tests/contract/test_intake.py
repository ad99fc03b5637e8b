"""The website's door: forms become leads, scored in the answer; unproven, so nothing is granted or merged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent.demo import SITE_KEY
from store.queries.intake import FORM
from tests.support.web import app_over
from tests.support.web_house import is_problem
from tests.support.world import World, world

AHMED = {
    "phone": "+923001234567",
    "message": "I want to buy your product, it is urgent",
    "channel": "whatsapp",
    "sender_name": "Ahmed",
}
SITE = {"X-Site-Key": SITE_KEY}


@pytest.fixture
async def w(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as found:
        yield found


def client(w: World) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app_over(w.parts), client=("127.0.0.1", 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://localhost:8000")


async def login(http: httpx.AsyncClient, name: str) -> dict[str, str]:
    found = await http.post("/api/auth/login", json={"username": name, "password": "demo"})
    return {"Authorization": f"Bearer {found.json()['access_token']}"}


async def test_the_sources_example_is_85_and_hot(w: World) -> None:
    async with client(w) as http:
        answer = await http.post("/api/webhook", json=AHMED, headers=SITE)
        assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == "*"
        found = answer.json()
        assert (found["status"], found["quality"], found["score"]) == ("success", "HOT", 85)
        rows = await w.rows("leads", "id", found["lead_id"])
        assert (rows[0]["name"], rows[0]["phone"], rows[0]["source"]) == ("Ahmed", AHMED["phone"], "whatsapp")
        await w.settle()
        card = (await w.new("telegram", "max"))[-1]
        assert "Ahmed" in card["text"] and "ungeprüft" in card["text"] and not card["buttons"]
        again = await http.post("/api/webhook", json={**AHMED, "message": "Still there?"}, headers=SITE)
        assert again.json()["lead_id"] == found["lead_id"]


async def test_what_a_form_says_proves_nothing(w: World) -> None:
    """Anna's number typed into a form is somebody else until she writes herself; it neither allows nor silences."""
    anna = await w.number("Anna Berger")
    async with client(w) as http:
        found = (await http.post("/api/webhook", json={"phone": anna, "message": "STOPP"}, headers=SITE)).json()
    assert (await w.rows("leads", "id", found["lead_id"]))[0]["name"] == anna
    assert not await w.rows("suppressions") and not await w.rows("consents", "lead_id", found["lead_id"])
    shown = await w.max("Schreib Anna Berger: Bis morgen!")
    assert "Geht in 10 Sekunden an Anna Berger raus" in shown[-1]["text"]


async def test_nothing_said_is_nothing(w: World) -> None:
    body = {"message": "Was kostet das?", "phone": None, "email": None, "sender_name": ""}
    async with client(w) as http:
        assert (await http.post("/api/webhook", json=body, headers=SITE)).status_code == 200


async def test_a_key_repeats_nothing(w: World) -> None:
    async with client(w) as http:
        headers = {**SITE, "Idempotency-Key": "form-17"}
        nameless = {"message": "Was kostet das?", "channel": "website"}
        first, second = [(await http.post("/api/webhook", json=nameless, headers=headers)).json() for _ in range(2)]
        assert first == second
        before = len(await w.rows("leads"))
        for wrong in ({"message": "Ich will kaufen"}, {"email": "a@example.org"}, {"sender_name": "Ida"}):
            is_problem(await http.post("/api/webhook", json={**nameless, **wrong}, headers=headers), 422)
        assert len(await w.rows("leads")) == before, "a mistaken key makes nobody a contact"
        other = (await http.post("/api/webhook", json=nameless, headers=SITE)).json()
    assert other["lead_id"] != first["lead_id"]
    assert [row["text"] for row in await w.rows("messages", "lead_id", first["lead_id"])] == ["Was kostet das?"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"message": ""},
        {"message": "  \n"},
        {"message": 3},
        {"message": "x", "channel": "fax"},
        {"message": "x", "role": "admin"},
        {"message": "x" * 5000},
        {"message": "a\x00b"},
        {"message": "x", "phone": "1" * 41},
        [],
    ],
)
async def test_bad_forms_change_nothing(w: World, body: Any) -> None:
    async with client(w) as http:
        answer = await http.post("/api/webhook", json=body, headers=SITE)
    assert answer.status_code in (400, 422)
    assert answer.headers["access-control-allow-origin"] == "*", "the page that sent it may read why"
    is_problem(answer, answer.status_code)
    assert not [row for row in await w.rows("conversations") if row["channel"] == FORM]


async def test_whose_leads(w: World) -> None:
    async with client(w) as http:
        is_problem(await http.post("/api/webhook", json=AHMED), 401)
        is_problem(await http.post("/api/webhook", json=AHMED, headers={"X-Site-Key": "guessed"}), 401)
        is_problem(await http.get("/api/webhook/leads", headers=SITE), 401)
        is_problem(await http.get("/api/webhook/stats"), 401)
        sofia, lena = await login(http, "sofia"), await login(http, "lena")
        mine = (await http.post("/api/webhook", json=AHMED, headers=sofia)).json()
        found = (await http.get("/api/webhook/leads?limit=5", headers=sofia)).json()
        assert found["status"] == "success" and [lead["id"] for lead in found["leads"]] == [mine["lead_id"]]
        lead = found["leads"][0]
        assert (lead["user_name"], lead["quality"], lead["score"], lead["exported"]) == ("Ahmed", "HOT", 85, False)
        assert (await http.get("/api/webhook/stats", headers=sofia)).json() == {
            "status": "success", "total_leads": 1, "hot_leads": 1, "warm_leads": 0, "cold_leads": 0,
        }  # fmt: skip
        assert (await http.get("/api/webhook/stats", headers=lena)).json()["total_leads"] == 13


async def test_a_page_of_another_origin_may_send(w: World) -> None:
    async with client(w) as http:
        asked = await http.options("/api/webhook")
    assert asked.status_code == 204 and asked.headers["access-control-allow-origin"] == "*"
    assert "X-Site-Key" in asked.headers["access-control-allow-headers"]


async def test_too_many_calls_wait(tmp_path: Path) -> None:
    async with world(tmp_path, api_burst=1, api_calls_per_minute=20) as w, client(w) as http:
        answers = [await http.post("/api/webhook", json={"message": "x"}, headers=SITE) for _ in range(5)]
    assert answers[0].status_code == 200
    is_problem(answers[4], 429)
    assert int(answers[4].headers["retry-after"]) >= 1
