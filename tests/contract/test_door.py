"""What every request passes before any route: host, caller, body, content type, strict JSON; and how errors leave."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from channels.web.door import Door
from tests.support.web_house import House, client, house, is_problem


@pytest.fixture
async def built(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as found:
        yield found


@pytest.fixture
async def http(built: House) -> AsyncIterator[httpx.AsyncClient]:
    async with client(built) as found:
        yield found


async def write(http: httpx.AsyncClient, **body: Any) -> httpx.Response:
    return await http.post("/api/sandbox/inbound", json=body)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("application/json; charset=utf-8", 200),
        ("application/json;charset=UTF-8", 200),
        ("Application/JSON", 200),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("application/json; charset=latin-1", 415),
        ("application/jsonp", 415),
        (None, 415),
    ],
)
async def test_json_only(http: httpx.AsyncClient, kind: str | None, status: int) -> None:
    body = b'{"channel": "telegram", "from": "max", "text": "x"}'
    request = http.build_request("POST", "/api/sandbox/inbound", content=body)
    if kind is not None:
        request.headers["content-type"] = kind
    answer = await http.send(request)
    assert answer.status_code == status
    if status != 200:
        is_problem(answer, status)


@pytest.mark.parametrize(
    "body",
    [
        b'{"channel": "telegram", "from": "max", "text": "x\\u0000"}',
        b'{"channel": "telegram", "from": "max", "text": "\\ud800"}',
        b'{"channel": "telegram", "from": "max", "text": "x", "text": "y"}',
        b'{"channel": "telegram", "from": "max", "text": NaN}',
        b'{"channel": "telegram", "from": "max", "text": "\xff"}',
        b'{"channel": "telegram", "from": "max", "x": ' + b"[" * 40 + b"]" * 40 + b"}",
        b"{",
    ],
)
async def test_loose_json_is_refused(http: httpx.AsyncClient, built: House, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    is_problem(await http.post("/api/sandbox/inbound", content=body, headers=headers), 400)
    is_problem(await http.post("/api/auth/login", content=body, headers=headers), 400)
    assert built.inbox.seen == []


async def test_a_body_has_an_end(http: httpx.AsyncClient, built: House) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b'{"channel": "telegram", "from": "max", "text": "'
        for _ in range(20):
            yield b"x" * 65_536
        yield b'"}'

    headers = {"content-type": "application/json"}
    is_problem(await http.post("/api/sandbox/inbound", content=chunks(), headers=headers), 413)
    is_problem(await http.post("/api/sandbox/inbound", content=b" " * (2**20 + 1), headers=headers), 413)
    assert built.inbox.seen == []


async def test_a_packed_body_is_refused(http: httpx.AsyncClient) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    is_problem(await http.post("/api/sandbox/inbound", content=b"{}", headers=headers), 415)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("localhost:8000", 200),
        ("LOCALHOST:1", 200),
        ("127.0.0.1:9", 200),
        ("[::1]:8000", 200),
        ("[::1]", 200),
        ("evil.example", 403),
        ("localhost.evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost:8000@evil.example", 403),
        ("localhost:port", 403),
        ("127.0.0.2", 403),
        ("0.0.0.0:8000", 403),
        ("", 403),
    ],
)
async def test_the_sandbox_answers_to_localhost_only(built: House, host: str, status: int) -> None:
    async with client(built) as http:
        for path in ("/api/sandbox/people", "/docs"):
            answer = await http.get(path, headers={"host": host})
            assert answer.status_code == status
            if status == 403:
                is_problem(answer, 403)


@pytest.mark.parametrize(
    ("caller", "status"), [("::1", 200), ("127.0.0.9", 200), ("192.0.2.7", 403), ("2001:db8::1", 403)]
)
async def test_the_sandbox_listens_to_this_machine_only(built: House, caller: str, status: int) -> None:
    async with client(built, caller=caller) as http:
        assert (await http.get("/api/sandbox/people")).status_code == status


async def test_without_a_sandbox_there_are_no_sandbox_routes(tmp_path: Path) -> None:
    async with house(tmp_path, sandbox=False) as built, client(built, "http://bot.example") as http:
        for path in ("people", "acts", "idle", "phone/telegram/max"):
            is_problem(await http.get(f"/api/sandbox/{path}"), 404)
        is_problem(await write(http, channel="telegram", **{"from": "max"}, text="x"), 404)
        assert "/api/sandbox/people" not in (await http.get("/openapi.json")).json()["paths"]
        assert (await http.get("/healthz")).status_code == 200


async def test_bugs_and_lost_databases_leave_no_trace(
    http: httpx.AsyncClient, built: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(inbound: object) -> None:
        raise RuntimeError("secret text +4915112340001")

    async def away(inbound: object) -> None:
        raise OperationalError("insert +4915112340001", {}, Exception("disk"))

    monkeypatch.setattr(built.inbox, "accept", broken)
    answer = await write(http, channel="telegram", **{"from": "max"}, text="x")
    assert "secret" not in is_problem(answer, 500)["detail"]
    monkeypatch.setattr(built.inbox, "accept", away)
    answer = await write(http, channel="telegram", **{"from": "max"}, text="x")
    assert "4915" not in is_problem(answer, 503)["detail"] and answer.headers["retry-after"]


async def test_unknown_places_and_methods(http: httpx.AsyncClient) -> None:
    is_problem(await http.get("/api/nothing"), 404)
    answer = await http.get("/api/sandbox/inbound")
    is_problem(answer, 405)
    assert answer.headers["allow"] == "POST"


@pytest.mark.parametrize(
    ("host", "origin", "caller", "passes"),
    [
        ("localhost:8000", "http://localhost:8000", "127.0.0.1", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "https://evil.example", "127.0.0.1", False),
        ("localhost:8000", "http://localhost:9000", "127.0.0.1", False),
        ("localhost:8000", "null", "127.0.0.1", False),
        ("localhost:8000", None, "127.0.0.1", False),
        ("evil.example", "http://evil.example", "127.0.0.1", False),
        ("localhost:8000", "http://localhost:8000", "192.0.2.7", False),
    ],
)
async def test_a_socket_is_for_our_own_pages(host: str, origin: str | None, caller: str, passes: bool) -> None:
    reached: list[str] = []
    sent: list[Any] = []

    async def inside(scope: Any, _receive: Any, _send: Any) -> None:
        reached.append(scope["type"])

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin is not None else [])
    scope = {"type": "websocket", "path": "/_nicegui_ws/", "headers": headers, "client": (caller, 50_000)}
    await Door(inside, local_only=True)(scope, None, send)  # type: ignore[arg-type]
    assert (reached == ["websocket"]) is passes
    assert passes or sent == [{"type": "websocket.close", "code": 1008}]
