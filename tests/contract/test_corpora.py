"""Public collections of naughty strings, odd JSON and attack payloads against the running bot's REST."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

import bot
from tests.support.web import app_over
from tests.support.world import world
from tools import registry

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not on this machine (../shared/corpora)")

POSTS = (
    "/api/auth/login",
    "/api/auth/refresh",
    "/api/auth/logout",
    "/api/sandbox/inbound",
    "/api/sandbox/clock",
    "/api/sandbox/reset",
    "/api/sandbox/fault",
    "/api/tools/send_message",
)
INSIDE = ("Traceback", "sqlalchemy", "sqlite3", "pydantic_core", "/site-packages/", "OperationalError")


class Outside:
    """A signed-in stranger to the code: requests only, and every answer is checked."""

    def __init__(self, http: httpx.AsyncClient, parts: bot.Parts) -> None:
        self.http, self.parts = http, parts
        self.headers: dict[str, str] = {}

    async def login(self) -> None:
        answer = await self.http.post("/api/auth/login", json={"username": "max", "password": "demo"})
        self.headers = {"authorization": f"Bearer {answer.json()['access_token']}"}

    async def post(self, path: str, body: bytes | dict[str, Any]) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {**self.headers, "content-type": "application/json"}
        answer = await self.http.post(path, content=content, headers=headers)
        assert answer.status_code < 500, (path, content[:200], answer.text[:300])
        assert not any(word in answer.text for word in INSIDE), answer.text[:300]
        if answer.status_code >= 400:
            assert answer.headers["content-type"] == "application/problem+json"
        return answer

    async def rest(self) -> None:
        assert (await self.http.get("/api/sandbox/idle?timeout=20")).status_code == 200

    async def count(self) -> int:
        async with self.parts.db.read() as scope:
            tables = ("leads", "messages", "audit_events", "notes", "reminders", "approvals")
            query = " union all ".join(f"select count(*) from {table}" for table in tables)
            return sum((await scope.session.scalars(text(query))).all())


@asynccontextmanager
async def _outside(folder: Path) -> AsyncIterator[Outside]:
    async with world(folder, sends_per_user_hour=100_000) as house:
        transport = httpx.ASGITransport(app_over(house.parts), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost", timeout=60) as http:
            yield Outside(http, house.parts)


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    async with _outside(tmp_path) as found:
        await found.login()
        yield found


def naughty() -> list[str]:
    found: list[str] = json.loads((CORPORA / "blns" / "blns.json").read_text("utf-8"))
    return found


def payloads(every: int) -> list[str]:
    """Every n-th line of every list of attacks, cut to what a message may hold."""
    lines: list[str] = []
    for path in sorted((CORPORA / "patt").rglob("*")):
        if path.is_file() and path.name != "LICENSE":
            lines += path.read_text("utf-8", "replace").splitlines()
    return [line[:1000] for line in lines if line.strip()][::every]


async def test_every_document_of_the_json_suite_is_answered_cleanly(outside: Outside) -> None:
    """n_ documents are refused as no JSON, everything else is at most invalid content; nothing changes."""
    before = await outside.count()
    for n, path in enumerate(sorted((CORPORA / "jsontestsuite" / "test_parsing").glob("*.json"))):
        for url in POSTS[n % 3 :: 3]:
            if path.read_bytes().strip() == b"{}":
                continue  # an empty object is a whole reset
            answer = await outside.post(url, path.read_bytes())
            assert 400 <= answer.status_code < 500, (url, path.name, answer.text)
            if path.name.startswith("n_") and path.read_bytes():
                assert answer.status_code == 400, (url, path.name, answer.text)
    assert await outside.count() == before


def bodies(strings: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each string in one field of one tool after the other, the other fields fit."""
    good = {
        "lead": "Tom Wagner", "text": "Hallo", "note": "x", "when": "morgen um 9", "date": "morgen um 9",
        "sequence": "Ghost", "field": "company", "value": "X", "url": "beispiel.de", "execution": "1", "rating": 3,
    }  # fmt: skip
    places = [(tool, name) for tool in registry.tools("rep") for name in tool.arguments.model_fields]
    for (tool, name), string in zip(itertools.cycle(places), strings, strict=False):
        yield tool.name, {**{k: good.get(k, "x") for k in tool.required}, name: string}


async def test_naughty_strings_in_every_field_of_every_tool(outside: Outside) -> None:
    for tool, body in bodies(naughty()):
        await outside.post(f"/api/tools/{tool}", body)
    await outside.rest()


async def test_odd_types_in_every_field_of_every_tool(outside: Outside) -> None:
    odd = itertools.cycle([10**30, -(10**30), 2**63, -1, 0, 1.5, 1e308, True, None, [], {}, ["x"], {"a": 1}])
    for tool in registry.tools("rep"):
        for name in [*tool.arguments.model_fields] * 6:
            await outside.post(f"/api/tools/{tool.name}", {"lead": "Tom Wagner", name: next(odd)})


async def test_attacks_as_texts_of_a_lead_change_nothing_but_her_own_story(outside: Outside) -> None:
    """Every one is a message like any other: worked, never failed, and no act but a draft comes of it."""
    for n, string in enumerate([*naughty()[::15], *payloads(300)]):
        if not string.strip() or "\x00" in string:
            continue
        number = f"+49151123{40001 + n % 9:05d}"
        body = {"channel": "whatsapp", "from": number, "text": string, "name": string[:200]}
        answer = await outside.post("/api/sandbox/inbound", body)
        assert answer.status_code == 200, answer.text
        if n % 10 == 9:
            await outside.rest()
    await outside.rest()
    async with outside.parts.db.read() as scope:
        states = set((await scope.session.scalars(text("select state from messages where direction='in'"))).all())
        acts = set((await scope.session.scalars(text("select tool || ' ' || outcome from audit_events"))).all())
        sent = await scope.session.scalar(
            text("select count(*) from messages where direction='out' and lead_id > 0 and kind != 'confirmation'")
        )
    assert states == {"done"} and acts <= {"send_message parked"}
    assert sent == 1 + 1 + 1  # the demo's own three old answers


async def test_attacks_as_names_and_addresses_stay_what_they_are(outside: Outside) -> None:
    """An address is a key and a name is a label: what comes back is what went in."""
    for string in payloads(300):
        who = string.strip()[:200]
        body = {"channel": "web", "from": who, "name": who, "text": "Hallo"}
        answer = await outside.post("/api/sandbox/inbound", body)
        assert answer.status_code == 200
    await outside.rest()
    people = (await outside.http.get("/api/sandbox/people")).json()
    known = {item["addresses"].get("web") for item in people}
    assert {string.strip()[:200] for string in payloads(300)} <= known
    assert all(item["name"].isprintable() for item in people)


async def test_attacks_as_a_reps_words_reach_nobody(outside: Outside) -> None:
    for n, string in enumerate([*naughty()[2::21], *payloads(450)]):
        if string.strip() and "\x00" not in string:
            await outside.post("/api/sandbox/inbound", {"channel": "telegram", "from": "max", "text": string})
        if n % 10 == 9:
            await outside.rest()
    await outside.rest()
    acts = (await outside.http.get("/api/sandbox/acts")).json()
    assert not [act for act in acts if act["tool"] in ("send_message", "send_whatsapp") and act["outcome"] == "done"]
    shown = (await outside.http.get("/api/sandbox/phone/telegram/max")).json()
    assert all(item["text"].strip() for item in shown if item["direction"] == "to_person")
