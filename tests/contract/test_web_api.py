"""Login, tools, health and documentation over HTTP, as a stranger's program would use them."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy.exc import OperationalError

from store.types import Option, Outcome, Say
from tests.support.web_house import House, client, house, is_problem

FAST = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=1024, parallelism=1),)).hash("demo")
NOTE = {"lead": "Anna", "text": "mag Kaffee"}
DONE = Outcome("done", Say("nothing-open"), {"note_id": 7, "empty": None})


@pytest.fixture
async def built(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path, password_hash=FAST) as found:
        yield found


@pytest.fixture
async def http(built: House) -> AsyncIterator[httpx.AsyncClient]:
    async with client(built) as found:
        yield found


@pytest.fixture
async def max_(http: httpx.AsyncClient) -> httpx.AsyncClient:
    """Signed in as Max."""
    http.headers["authorization"] = f"Bearer {(await login(http)).json()['access_token']}"
    return http


async def login(http: httpx.AsyncClient, username: str = "max", password: str = "demo") -> httpx.Response:
    return await http.post("/api/auth/login", json={"username": username, "password": password})


async def test_login_refresh_logout(http: httpx.AsyncClient) -> None:
    answer = await login(http)
    pair = answer.json()
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert pair.keys() >= {"access_token", "refresh_token", "expires_in"} and 0 < pair["expires_in"] <= 900
    again = (await http.post("/api/auth/refresh", json={"refresh_token": pair["refresh_token"]})).json()
    assert again["refresh_token"] != pair["refresh_token"]
    is_problem(await http.post("/api/auth/refresh", json={"refresh_token": pair["refresh_token"]}), 401)
    answer = await http.post("/api/auth/logout", json={"refresh_token": again["refresh_token"]})
    assert (answer.status_code, answer.content) == (204, b"")
    is_problem(await http.get("/api/tools", headers={"authorization": f"Bearer {again['access_token']}"}), 401)


async def test_wrong_logins_and_too_many(http: httpx.AsyncClient) -> None:
    for number in range(10):
        answer = await login(http, "max" if number else "max ", f"wrong {number}")
        is_problem(answer, 401)
        assert answer.headers["www-authenticate"].startswith("Bearer")
    is_problem(await login(http, password="wrong"), 401)
    answer = await login(http)
    is_problem(answer, 429)
    assert 0 < int(answer.headers["retry-after"]) <= 900


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"username": "max"},
        {"username": "max", "password": 1},
        {"username": "", "password": "x"},
        [],
        {"username": "max", "password": "demo", "role": "admin"},
    ],
)
async def test_logins_that_cannot_be(http: httpx.AsyncClient, body: Any) -> None:
    answer = await http.post("/api/auth/login", json=body)
    assert is_problem(answer, 422)["errors"]
    assert "demo" not in answer.text


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer x", "Basic bWF4OmRlbW8=", "Bearer a.b.c"])
async def test_tools_need_a_login(http: httpx.AsyncClient, built: House, header: str | None) -> None:
    headers = {"authorization": header} if header is not None else {}
    for answer in (
        await http.get("/api/tools", headers=headers),
        await http.post("/api/tools/add_note", json=NOTE, headers=headers),
        await http.post("/api/tools/nothing", json={}, headers=headers),
    ):
        is_problem(answer, 401)
        assert answer.headers["www-authenticate"].startswith("Bearer")
    assert built.runner.calls == []


async def test_a_tool_runs_through_the_runner_as_oneself(max_: httpx.AsyncClient, built: House) -> None:
    built.runner.outcome = DONE
    answer = await max_.post("/api/tools/add_note", json=NOTE)
    assert answer.status_code == 200
    body = answer.json()
    assert body["outcome"] == "done" and body["result"] == {"note_id": 7, "empty": None} and body["said"]
    assert "reason" not in body
    (actor, call, origin), acts = built.runner.calls[0], (await max_.get("/api/sandbox/acts")).json()
    assert (actor.name, actor.role, origin.source, call.arguments) == ("Max", "rep", "rest", NOTE)
    assert [act["id"] for act in acts] == [body["id"]]


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        (Outcome("done", Say("nothing-open")), 200),
        (Outcome("parked", Say("nothing-open"), reason="not_own_words"), 200),
        (Outcome("asked", Say("nothing-open"), reason="lead_ambiguous"), 200),
        (Outcome("failed", Say("nothing-open"), reason="provider"), 200),
        (Outcome("denied", Say("nothing-open"), reason="opted_out"), 403),
        (Outcome("failed", Say("nothing-open"), reason="invalid"), 422),
        (Outcome("asked", Say("nothing-open"), reason="missing_when"), 422),
        (Outcome("failed", Say("nothing-open"), reason="internal"), 500),
    ],
)
async def test_outcomes_and_their_status(max_: httpx.AsyncClient, built: House, outcome: Outcome, status: int) -> None:
    built.runner.outcome = outcome
    answer = await max_.post("/api/tools/add_note", json=NOTE)
    assert answer.status_code == status
    body = answer.json() if status == 200 else is_problem(answer, status)
    assert (body["outcome"], body.get("reason")) == (outcome.status, outcome.reason)
    assert isinstance(body["id"], int) and body["said"]


async def test_the_ways_on_are_told(max_: httpx.AsyncClient, built: House) -> None:
    option = Option("Anna Huber", "add_note", {**NOTE, "lead": "2"})
    built.runner.outcome = Outcome(
        "asked", Say("nothing-open"), reason="lead_ambiguous", options=(option,), expects="lead"
    )
    body = (await max_.post("/api/tools/add_note", json=NOTE)).json()
    assert body["options"] == [{"label": "Anna Huber", "tool": "add_note", "arguments": {**NOTE, "lead": "2"}}]
    assert body["expects"] == "lead"


@pytest.mark.parametrize(
    "body",
    [
        {"lead": "Anna", "text": "x", "colour": "red"},
        {"lead": ["Anna"], "text": "x"},
        {"lead": "Anna", "text": 5.5},
        {"lead": "Anna", "text": ""},
        {"lead": "Anna"},
        {"text": "x"},
        {},
        [],
        "x",
        None,
    ],
)
async def test_unfit_arguments_change_nothing(max_: httpx.AsyncClient, built: House, body: Any) -> None:
    headers = {"content-type": "application/json"}
    answer = await max_.post("/api/tools/add_note", content=json.dumps(body), headers=headers)
    assert is_problem(answer, 422)["errors"]
    assert built.runner.calls == []
    assert (await max_.get("/api/sandbox/acts")).json() == []


@pytest.mark.parametrize("name", ["nothing", "Add_Note", "add_note ", "..%2f..%2fbot", "base", "runner", "a" * 90])
async def test_unknown_tools(max_: httpx.AsyncClient, name: str) -> None:
    is_problem(await max_.post(f"/api/tools/{name}", json=NOTE), 404)


async def test_an_idempotency_key_acts_once_per_person(max_: httpx.AsyncClient, built: House) -> None:
    built.runner.outcome = DONE
    headers = {"Idempotency-Key": "order-1"}
    first = await max_.post("/api/tools/add_note", json=NOTE, headers=headers)
    second = await max_.post("/api/tools/add_note", json=NOTE, headers=headers)
    assert first.json() == second.json() and len(built.runner.calls) == 1
    other = await max_.post("/api/tools/add_note", json={**NOTE, "text": "anders"}, headers=headers)
    is_problem(other, 422)
    token = (await login(max_, "lena")).json()["access_token"]
    await max_.post("/api/tools/add_note", json=NOTE, headers={**headers, "authorization": f"Bearer {token}"})
    assert len(built.runner.calls) == 2
    is_problem(await max_.post("/api/tools/add_note", json=NOTE, headers={"Idempotency-Key": "x" * 201}), 422)


async def test_two_calls_without_a_key_are_two_acts(max_: httpx.AsyncClient, built: House) -> None:
    built.runner.outcome = DONE
    ids = {(await max_.post("/api/tools/add_note", json=NOTE)).json()["id"] for _ in range(2)}
    assert len(ids) == 2


async def test_the_list_of_tools_has_their_schemas(max_: httpx.AsyncClient) -> None:
    found = {tool["name"]: tool for tool in (await max_.get("/api/tools")).json()}
    assert {"send_message", "create_reminder", "start_sequence", "add_note", "help"} <= found.keys()
    for tool in found.values():
        assert tool["description"] and tool["schema"]["type"] == "object"
    assert {"lead", "note"} <= found["add_note"]["schema"]["properties"].keys()


async def test_health(http: httpx.AsyncClient, built: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await http.get("/healthz")).json() == {"status": "ok", "database": "ok"}

    async def away() -> bool:
        raise OperationalError("select 1", {}, Exception("gone"))

    monkeypatch.setattr(built.db, "alive", away)
    is_problem(await http.get("/healthz"), 503)


async def test_the_documentation_asks_no_other_host(http: httpx.AsyncClient) -> None:
    page = await http.get("/docs")
    assert page.status_code == 200 and "SalesFlow" in page.text
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assets = re.findall(r"(?:src|href)=\"([^\"]+)\"", page.text)
    assert len(assets) >= 2 and all(asset.startswith("/") for asset in assets)
    for asset in assets:
        answer = await http.get(asset)
        assert answer.status_code == 200 and len(answer.content) > 1000


async def test_the_openapi_document_is_complete(http: httpx.AsyncClient) -> None:
    document = (await http.get("/openapi.json")).json()
    assert document["info"]["title"] == "SalesFlow"
    wanted = {"inbound", "phone/{channel}/{address}", "clock", "idle", "reset", "fault", "people", "acts"}
    assert {f"/api/sandbox/{path}" for path in wanted} <= document["paths"].keys()
    shapes = document["components"]["schemas"]
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert (operation["summary"] and operation.get("description")) or path == "/api/auth/logout", path
            for status, answer in operation["responses"].items():
                content = answer.get("content", {})
                if status == "204":
                    assert not content
                    continue
                kind = "application/json" if status == "200" else "application/problem+json"
                assert list(content) == [kind], (path, status)
                assert content[kind]["schema"], (path, status)
    referred = set(re.findall(r"#/components/schemas/([A-Za-z_]+)", str(document)))
    assert referred <= shapes.keys()
