"""The REST rooms beyond tools: leads, prompts, follow-ups, WhatsApp and generated messages, on the demo team."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from store.models import WhatsappTemplate
from tests.support.web import app_over
from tests.support.web_house import is_problem
from tests.support.world import World, world


class Desk:
    """One signed-in person's calls."""

    def __init__(self, http: httpx.AsyncClient, token: str) -> None:
        self.http, self.headers = http, {"Authorization": f"Bearer {token}"}

    async def get(self, path: str) -> httpx.Response:
        return await self.http.get(path, headers=self.headers)

    async def post(self, path: str, body: Any, key: str | None = None) -> httpx.Response:
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        content = {} if body is None else {"json": body}
        return await self.http.post(path, headers=headers, **content)


@pytest.fixture
async def w(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path) as found:
        yield found


@pytest.fixture
async def http(w: World) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app_over(w.parts), client=("127.0.0.1", 50_000))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as found:
        yield found


async def desk(http: httpx.AsyncClient, name: str) -> Desk:
    found = await http.post("/api/auth/login", json={"username": name, "password": "demo"})
    return Desk(http, found.json()["access_token"])


@pytest.fixture
async def max_(http: httpx.AsyncClient) -> Desk:
    return await desk(http, "max")


async def test_a_list_by_the_page_shows_everybody_once(max_: Desk) -> None:
    for sort in ("score", "name", "created_at", "last_inbound_at"):
        for order in ("asc", "desc"):
            seen: list[int] = []
            cursor = ""
            while True:
                page = (await max_.get(f"/api/leads?limit=5&sort={sort}&order={order}{cursor}")).json()
                seen += [lead["id"] for lead in page["leads"]]
                if "next" not in page:
                    break
                cursor = f"&cursor={page['next']}"
            assert sorted(seen) == list(range(1, 13)) and page["total"] == 12, (sort, order)
    is_problem(await max_.get(f"/api/leads?sort=name{cursor}"), 422)
    is_problem(await max_.get("/api/leads?cursor=%00%ff"), 422)


async def test_a_list_is_filtered_and_searched(max_: Desk) -> None:
    hot = (await max_.get("/api/leads?quality=HOT")).json()
    assert hot["total"] and all(lead["quality"] == "HOT" for lead in hot["leads"])
    found = (await max_.get("/api/leads?search=muenchen")).json()["leads"] or (
        await max_.get("/api/leads?search=München")
    ).json()["leads"]
    assert [lead["user_name"] for lead in found] == ["Anna Berger"]
    assert (await max_.get("/api/leads?search=' OR 1=1 --")).json()["total"] == 0


async def test_one_lead_with_its_reasons(max_: Desk, http: httpx.AsyncClient) -> None:
    lead = (await max_.get("/api/leads/3")).json()
    assert lead["user_name"] == "Tom Wagner" and lead["scores"][0]["score"] == lead["score"]
    assert {factor["name"] for factor in lead["scores"][0]["factors"]} >= {"intent", "urgency", "contact"}
    assert (await max_.get("/api/leads/3/messages")).json()["messages"]
    is_problem(await max_.get("/api/leads/999"), 404)
    sofia, lena = await desk(http, "sofia"), await desk(http, "lena")
    is_problem(await sofia.get("/api/leads/3"), 404)
    assert (await lena.get("/api/leads/3")).status_code == 200
    is_problem(await lena.get("/api/leads/3/messages"), 403)


async def test_a_prompt_is_found_run_and_rated(max_: Desk, http: httpx.AsyncClient) -> None:
    found = (await max_.get("/api/ai-prompts/categories/objection")).json()["prompts"]
    price = next(prompt for prompt in found if prompt["key"] == "objection_price")
    assert "success_rate" not in price and price["input_schema"]["required"] == ["name", "objection"]
    body = {"prompt_id": price["id"], "input_values": {"name": "Tom {{objection}}", "objection": "Zu teuer!"}}
    ran = (await max_.post("/api/ai-prompts/execute", body, "run-1")).json()
    assert ran["success"] and "Tom {{objection}}" in ran["output"] and ran["provider"] == "offline"
    assert (await max_.post("/api/ai-prompts/execute", body, "run-1")).json() == ran
    rated = await max_.post("/api/ai-prompts/feedback", {"execution_id": ran["execution_id"], "rating": 5})
    assert rated.json() == {"success": True, "success_rate": 1.0}
    again = (await max_.get("/api/ai-prompts/categories/objection")).json()["prompts"]
    assert next(p for p in again if p["id"] == price["id"])["usage_count"] == 1
    short = await max_.post("/api/ai-prompts/execute", {"prompt_id": price["id"], "input_values": {"name": "Tom"}})
    assert is_problem(short, 422)["errors"]
    is_problem(await max_.post("/api/ai-prompts/execute", {"prompt_id": 9999, "input_values": {}}), 404)
    is_problem(await max_.get("/api/ai-prompts/categories/astrology"), 404)
    sofia = await desk(http, "sofia")
    is_problem(await sofia.post("/api/ai-prompts/feedback", {"execution_id": ran["execution_id"], "rating": 1}), 404)


async def test_prompts_fit_what_a_lead_meant(max_: Desk, w: World) -> None:
    await w.lead("Nina Kraus", "Das ist mir ehrlich gesagt viel zu teuer.")
    found = (await max_.get("/api/ai-prompts/suggestions?lead_id=8")).json()["suggestions"]
    assert [prompt["key"] for prompt in found] == ["objection_price"]
    assert (await max_.get("/api/ai-prompts/suggestions")).json()["suggestions"]


async def test_chat_acts_like_the_chat(max_: Desk, w: World) -> None:
    body = {"messages": [{"role": "user", "content": "Notiz zu Tom Wagner: mag Tee"}], "use_functions": True}
    first = (await max_.post("/api/ai-prompts/chat", body, "chat-1")).json()
    assert first["functions"][0]["name"] == "add_note" and first["functions"][0]["outcome"] == "done"
    assert "mag Tee" in first["message"]["content"] and first["message"]["role"] == "assistant"
    assert (await max_.post("/api/ai-prompts/chat", body, "chat-1")).json() == first
    assert len(await w.rows("notes")) == 1
    other = {"messages": [{"role": "user", "content": "Notiz zu Tom Wagner: mag Kaffee"}]}
    is_problem(await max_.post("/api/ai-prompts/chat", other, "chat-1"), 422)
    words_only = (await max_.post("/api/ai-prompts/chat", {**body, "use_functions": False})).json()
    assert words_only["message"]["content"] and not words_only["functions"]
    assert len(await w.rows("notes")) == 1
    wrong = {"messages": [{"role": "assistant", "content": "x"}]}
    is_problem(await max_.post("/api/ai-prompts/chat", wrong), 422)
    # Unasked news still go to the messenger.
    await w.lead("Tom Wagner", "Wann passt es dir?")
    assert any("Tom Wagner" in card["text"] for card in await w.new("telegram", "max"))


async def test_whatsapp_sends_and_tells(max_: Desk, w: World) -> None:
    sent = (
        await max_.post("/api/whatsapp/send", {"to": "+4915112340003", "message": "Bis morgen, Tom!"}, "w-1")
    ).json()
    assert sent["success"] and sent["status"] == "queued" and sent["due_at"]
    await w.advance("15s")
    status = (await max_.get(f"/api/whatsapp/status?message_id={sent['message_id']}")).json()
    assert status["message"]["state"] == "sent" and status["numbers"][0]["connected"]
    assert "Bis morgen, Tom!" in await w.phone("Tom Wagner")
    is_problem(await max_.post("/api/whatsapp/send", {"to": "Niemand", "message": "Hallo"}), 404)
    asked = is_problem(await max_.post("/api/whatsapp/send", {"to": "Felix Arnold", "message": "Hallo"}), 409)
    assert asked["reason"] in ("no_consent", "window_closed")
    assert all(way["label"] and way.get("arguments") is not None for way in asked["options"]) and asked["options"]


async def test_a_template_goes_by_its_name(max_: Desk, w: World) -> None:
    name = next(row["name"] for row in await w.rows("whatsapp_templates"))
    sent = await max_.post("/api/whatsapp/send-template", {"to": "Tom Wagner", "template": name})
    assert sent.status_code in (200, 422), sent.text
    is_problem(await max_.post("/api/whatsapp/send-template", {"to": "Tom Wagner", "template": "none"}), 404)


async def test_a_template_takes_variables_of_ones_own(max_: Desk, w: World) -> None:
    async with w.parts.db.write() as work:
        body = "Hallo {{first_name}}, bis {{1}} gilt für dich {{2}}."
        work.session.add(
            WhatsappTemplate(team_id=1, name="offer", language="de", status="approved", body=body, at=w.clock.now())
        )
    door, order = "/api/whatsapp/send-template", {"to": "Tom Wagner", "template": "offer"}
    lacking = is_problem(await max_.post(door, order), 422)
    assert "1" in lacking["detail"]
    strange = is_problem(await max_.post(door, {**order, "variables": {"1": "Freitag", "2": "x", "3": "y"}}), 422)
    assert "3" in strange["detail"] and "first_name" in strange["detail"]
    own = {"1": "Freitag {{2}}", "2": "das\nAngebot"}
    answer = await max_.post(door, {**order, "variables": own})
    assert answer.status_code == 200 and answer.json()["status"] == "queued", answer.text
    await w.advance("15s")
    assert await w.phone("Tom Wagner") == ["Hallo Tom, bis Freitag {{2}} gilt für dich das Angebot."]


async def test_follow_ups_over_rest(max_: Desk) -> None:
    found = (await max_.get("/api/followups/smart-suggestions?limit=3")).json()["suggestions"]
    assert 0 < len(found) <= 3 and all(0 <= each["confidence"] <= 1 and each["explanation"] for each in found)
    is_problem(await max_.get("/api/followups/smart-suggestions?limit=0"), 422)
    body = {"lead_id": 3, "sequence_id": "first_contact_to_partner"}
    started = (await max_.post("/api/followups/sequence/start", body)).json()
    assert started["success"] and started["sequence"] == "first_contact_to_partner"
    is_problem(await max_.post("/api/followups/sequence/start", body), 403)
    is_problem(await max_.post("/api/followups/sequence/start", {**body, "sequence_id": "nothing"}), 404)


async def test_a_generated_message_is_decided(max_: Desk, http: httpx.AsyncClient, w: World) -> None:
    await w.lead("Nina Kraus", "Was kostet denn das große Paket?")
    line = (await max_.get("/api/leads/8")).json()["conversations"][0]["id"]
    me = (await max_.get("/api/auth/me")).json()
    assert (me["id"], me["username"], me["role"]) == (2, "max", "rep")
    body = {"conversationId": line, "fanId": 8, "creatorId": 2, "chatterId": me["id"], "generationType": "reply"}
    made = (await max_.post("/api/ai/generate", body, "g-1")).json()
    assert made["requiresApproval"] and made["message"] and 0 <= made["confidence"] <= 100
    assert made["status"] == "waiting" and made["suggestedPrice"] is None
    assert (await max_.post("/api/ai/generate", body, "g-1")).json() == made
    changed = {"generationId": made["generationId"], "action": "modify", "modifications": "Es kostet nichts zu fragen!"}
    done = (await max_.post("/api/ai/approve", changed)).json()
    assert done["success"] and done["status"] == "sent"
    await w.advance("15s")
    assert "Es kostet nichts zu fragen!" in await w.phone("Nina Kraus")
    is_problem(await max_.post("/api/ai/approve", {**changed, "action": "reject"}), 403)
    for wrong in ({"fanId": 3}, {"creatorId": 99}, {"conversationId": 9999}):
        is_problem(await max_.post("/api/ai/generate", {**body, **wrong}), 404)
    is_problem(await max_.post("/api/ai/generate", {**body, "chatterId": 3}), 403)
    sofia = await desk(http, "sofia")
    is_problem(await sofia.post("/api/ai/generate", {**body, "chatterId": 3}), 404)
    is_problem(await sofia.post("/api/ai/approve", changed), 404)


async def test_a_voice_is_ones_own(max_: Desk, http: httpx.AsyncClient) -> None:
    assert (await max_.get("/api/ai/personality")).json()["isDefault"]
    body = {"type": "calm", "forbiddenWords": ["Schnäppchen"], "emojiStyle": "none"}
    changed = (await max_.post("/api/ai/personality", body)).json()
    assert (changed["type"], changed["forbiddenWords"], changed["isDefault"]) == ("calm", ["Schnäppchen"], False)
    is_problem(await max_.post("/api/ai/personality", {"creatorId": 3, "type": "calm"}), 403)
    is_problem(await max_.get("/api/ai/personality?creatorId=3"), 404)
    lena = await desk(http, "lena")
    assert (await lena.get("/api/ai/personality?creatorId=2")).json()["type"] == "calm"
    is_problem(await max_.post("/api/ai/personality", {"type": "wild"}), 422)


@pytest.mark.parametrize(
    "path",
    ["/api/leads", "/api/leads/1", "/api/ai-prompts/categories/all", "/api/followups/smart-suggestions",
     "/api/whatsapp/status", "/api/ai/personality"],
)  # fmt: skip
async def test_nothing_without_a_login(http: httpx.AsyncClient, path: str) -> None:
    is_problem(await http.get(path), 401)


async def test_a_playbook_over_rest(max_: Desk, http: httpx.AsyncClient) -> None:
    lena = await desk(http, "lena")
    body = {"name": "Winterstart", "sequences": ["ghost_reactivation"]}
    is_problem(await max_.post("/api/followups/team/templates", body), 403)
    made = (await lena.post("/api/followups/team/templates", body, "p-1")).json()
    assert made["success"] and made["sequences"] == ["ghost_reactivation"] and made["published"]
    assert (await lena.post("/api/followups/team/templates", body, "p-1")).json() == made
    path = f"/api/followups/team/templates/{made['template_id']}/clone"
    cloned = (await max_.post(path, None)).json()
    assert cloned["times_cloned"] == 1 and cloned["version"] == 1
    assert (await max_.post(path, None)).json() == cloned
    is_problem(await max_.post("/api/followups/team/templates/999/clone", None), 404)


async def test_many_at_once(max_: Desk, w: World) -> None:
    body = {"lead_ids": [3, 8, 9, 999], "template_id": "gentle_follow_up"}
    sent = (await max_.post("/api/followups/batch-send", body, "b-1")).json()
    assert sent["success"] and sent["status"] == "running" and sent["recipients"] >= 1, sent
    assert sum(sent["left_out"].values()) + sent["recipients"] == 4 and sent["left_out"]["not_found"] == 1
    assert (await max_.post("/api/followups/batch-send", body, "b-1")).json() == sent
    drafted = await max_.post("/api/followups/batch-send", {"lead_ids": [6, 12], "use_ai": True})
    assert drafted.status_code in (200, 403)
    both = {"lead_ids": [3, 8], "template_id": "gentle_follow_up", "use_ai": True}
    worded = (await max_.post("/api/followups/batch-send", both)).json()
    assert worded["status"] == "waiting" and "template_missing" not in worded["left_out"], worded
    is_problem(await max_.post("/api/followups/batch-send", {"lead_ids": [3]}), 422)
    is_problem(await max_.post("/api/followups/batch-send", {"lead_ids": [3], "template_id": "nothing"}), 404)
