"""The sandbox's REST contract as written: what each call answers, and that bad input changes nothing."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from store.types import Actor, ActOrigin, Outcome, Say, ToolCall
from tests.support.web_house import START, House, client, house, is_problem

ANNA = "+4915112340001"
CHANNELS = ["telegram", "whatsapp", "email", "instagram", "web", "console"]


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


# Inbound and phones


async def test_a_message_arrives_and_the_phone_shows_both_sides(http: httpx.AsyncClient, built: House) -> None:
    answer = await write(http, channel="telegram", **{"from": "max"}, text="Hallo")
    assert answer.status_code == 200
    number = answer.json()["message_id"]
    assert built.inbox.seen[0].provider_id == f"sandbox-telegram-{number}"
    assert answer.json() == {"message_id": number}
    shown = (await http.get("/api/sandbox/phone/telegram/max")).json()
    assert [(i["direction"], i["text"]) for i in shown] == [("from_person", "Hallo"), ("to_person", "Echo: Hallo")]
    assert shown[0]["id"] == number
    assert shown[1]["buttons"] == [{"id": "c1.0", "label": "Ja"}]
    assert datetime.fromisoformat(shown[1]["at"]) == START
    assert all("state" in item for item in shown)
    later = (await http.get("/api/sandbox/phone/telegram/max", params={"since": number})).json()
    assert [item["id"] for item in later] == [shown[1]["id"]]
    assert (await http.get("/api/sandbox/phone/telegram/lena")).json() == []


async def test_taps_names_and_files_reach_the_inbox(http: httpx.AsyncClient, built: House) -> None:
    file = {"name": "a.csv", "base64": base64.b64encode("Müller".encode()).decode()}
    await write(http, channel="whatsapp", **{"from": ANNA}, name=" Anna ", tap="c1.0")
    await write(http, channel="email", **{"from": "tom@example.org"}, file=file)
    tapped, mailed = built.inbox.seen
    assert (tapped.tap, tapped.name, tapped.text) == ("c1.0", "Anna", "")
    assert mailed.files[0].name == "a.csv" and mailed.files[0].content == "Müller".encode()


@pytest.mark.parametrize("spelled", [ANNA, "+49 151 1234-0001", "015112340001", "4915112340001", "0049 151 12340001"])
async def test_whatsapp_numbers_are_one_however_written(http: httpx.AsyncClient, built: House, spelled: str) -> None:
    assert (await write(http, channel="whatsapp", **{"from": spelled}, text="x")).status_code == 200
    assert built.inbox.seen[0].external_id == ANNA
    assert len((await http.get(f"/api/sandbox/phone/whatsapp/{spelled}")).json()) == 2


@pytest.mark.parametrize("number", ["+923001234567", "+436641234004", "+41791234005", "923001234567"])
async def test_numbers_of_other_countries(http: httpx.AsyncClient, built: House, number: str) -> None:
    assert (await write(http, channel="whatsapp", **{"from": number}, text="x")).status_code == 200
    assert built.inbox.seen[0].external_id == "+" + number.lstrip("+")


UNFIT: list[tuple[str, Any]] = [
    ("nothing said", {"channel": "telegram", "from": "max"}),
    ("blank", {"channel": "telegram", "from": "max", "text": " \n "}),
    ("no channel", {"from": "max", "text": "x"}),
    ("no sender", {"channel": "telegram", "text": "x"}),
    ("empty sender", {"channel": "telegram", "from": "", "text": "x"}),
    ("blank sender", {"channel": "telegram", "from": "  ", "text": "x"}),
    ("unknown channel", {"channel": "fax", "from": "max", "text": "x"}),
    ("channel in capitals", {"channel": "Telegram", "from": "max", "text": "x"}),
    ("unknown field", {"channel": "telegram", "from": "max", "text": "x", "role": "admin"}),
    ("sender as number", {"channel": "telegram", "from": 17, "text": "x"}),
    ("text as number", {"channel": "telegram", "from": "max", "text": 17}),
    ("text as list", {"channel": "telegram", "from": "max", "text": ["x"]}),
    ("text too long", {"channel": "telegram", "from": "max", "text": "x" * 16_001}),
    ("letters as number", {"channel": "whatsapp", "from": "max", "text": "x"}),
    ("short number", {"channel": "whatsapp", "from": "+4912", "text": "x"}),
    ("endless number", {"channel": "whatsapp", "from": "+49" + "1" * 30, "text": "x"}),
    ("bad base64", {"channel": "email", "from": "a@b.c", "file": {"name": "a", "base64": "***"}}),
    ("file without name", {"channel": "email", "from": "a@b.c", "file": {"base64": "YQ=="}}),
    ("file with more", {"channel": "email", "from": "a@b.c", "file": {"name": "a", "base64": "YQ==", "path": "/"}}),
    ("array", [{"channel": "telegram", "from": "max", "text": "x"}]),
    ("text alone", "hallo"),
    ("null", None),
]


@pytest.mark.parametrize("body", [body for _, body in UNFIT], ids=[name for name, _ in UNFIT])
async def test_unfit_bodies_change_nothing(http: httpx.AsyncClient, built: House, body: Any) -> None:
    content = json.dumps(body)
    answer = await http.post("/api/sandbox/inbound", content=content, headers={"content-type": "application/json"})
    assert is_problem(answer, 422)["errors"]
    assert built.inbox.seen == []
    for channel in CHANNELS:
        for address in ("max", "a@b.c"):
            shown = await http.get(f"/api/sandbox/phone/{channel}/{address}")
            assert shown.status_code == 422 or shown.json() == []


async def test_a_channel_nobody_serves_is_a_conflict(http: httpx.AsyncClient, built: House) -> None:
    await http.post("/api/sandbox/reset", json={"demo": False})
    is_problem(await write(http, channel="telegram", **{"from": "max"}, text="x"), 409)
    assert await built.phones.shows("telegram", "max") == []


@pytest.mark.parametrize("path", ["fax/max", "whatsapp/max", "whatsapp/+4912"])
async def test_phones_that_cannot_be(http: httpx.AsyncClient, path: str) -> None:
    is_problem(await http.get(f"/api/sandbox/phone/{path}"), 422)


@pytest.mark.parametrize("since", ["-1", "x", "1.5", str(2**63), ""])
async def test_since_must_be_an_id(http: httpx.AsyncClient, since: str) -> None:
    is_problem(await http.get("/api/sandbox/phone/telegram/max", params={"since": since}), 422)
    is_problem(await http.get("/api/sandbox/acts", params={"since": since}), 422)


# The clock


async def test_the_clock_jumps_from_due_to_due(http: httpx.AsyncClient, built: House) -> None:
    built.drive.due = [START + timedelta(hours=n) for n in (1, 5, 90)]
    answer = await http.post("/api/sandbox/clock", json={"advance": "2d4h"})
    assert answer.json() == {"now": "2026-11-20T13:30:00+00:00", "ran": {"tick": 2}}
    assert built.drive.stops == [START + timedelta(hours=1), START + timedelta(hours=5)]
    answer = await http.post("/api/sandbox/clock", json={"to": "2026-11-25T00:00:00+01:00"})
    assert answer.json()["now"] == "2026-11-24T23:00:00+00:00" and answer.json()["ran"] == {"tick": 1}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90m", 5400),
        ("1w", 604_800),
        ("2d4h", 187_200),
        ("2d 4h", 187_200),
        ("1d1h1m1s", 90_061),
        ("0s", 0),
        ("2D", 172_800),
    ],
)
async def test_durations(http: httpx.AsyncClient, text: str, seconds: int) -> None:
    answer = await http.post("/api/sandbox/clock", json={"advance": text})
    assert datetime.fromisoformat(answer.json()["now"]) == START + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"to": "2026-11-18T10:29:59+01:00"}, 409),
        ({"to": "2020-01-01T00:00:00Z"}, 409),
        ({"advance": "-1h"}, 409),
        ({}, 422),
        ({"advance": "1h", "to": "2026-12-01T00:00:00Z"}, 422),
        ({"advance": None}, 422),
        ({"advance": ""}, 422),
        ({"advance": "d"}, 422),
        ({"advance": "4h2d"}, 422),
        ({"advance": "2 days"}, 422),
        ({"advance": "1.5h"}, 422),
        ({"advance": "--1h"}, 422),
        ({"advance": "٣d"}, 422),
        ({"advance": 3600}, 422),
        ({"advance": "401d"}, 422),
        ({"advance": "400d1s"}, 422),
        ({"advance": "999999w"}, 422),
        ({"to": "2028-01-01T00:00:00Z"}, 422),
        ({"to": "9999-12-31T23:59:59-12:00"}, 422),
        ({"to": "0001-01-01T00:00:00+14:00"}, 422),
        ({"to": "2026-12-01T00:00:00"}, 422),
        ({"to": "2026-12-01"}, 422),
        ({"to": "morgen"}, 422),
        ({"to": 1_800_000_000}, 422),
        ({"advance": "1h", "speed": 2}, 422),
    ],
)
async def test_the_clock_refuses(http: httpx.AsyncClient, built: House, body: Any, status: int) -> None:
    is_problem(await http.post("/api/sandbox/clock", json=body), status)
    assert built.clock.now() == START


async def test_the_clock_survives_a_restart_and_never_runs_backwards(tmp_path: Path) -> None:
    async with house(tmp_path) as built, client(built) as http:
        await http.post("/api/sandbox/clock", json={"advance": "3d"})
        await built.clock.move(START)
        assert built.clock.now() == START + timedelta(days=3)
    async with house(tmp_path / "x") as other:
        assert other.clock.now() == START
    from channels.sandbox import Phones
    from store.clock import SandboxClock
    from tests.support.web_house import Frozen

    phones = Phones(tmp_path / "sandbox.db")
    await phones.open()
    clock = SandboxClock(Frozen())
    await clock.restore(phones)
    await phones.close()
    assert clock.now() == START + timedelta(days=3)


async def test_idle(http: httpx.AsyncClient, built: House) -> None:
    answer = await http.get("/api/sandbox/idle?timeout=10")
    assert (answer.status_code, answer.json()) == (200, {"idle": True})
    built.drive.busy = True
    is_problem(await http.get("/api/sandbox/idle?timeout=0"), 504)
    for timeout in ("-1", "61", "nan", "inf", "x"):
        is_problem(await http.get(f"/api/sandbox/idle?timeout={timeout}"), 422)


# Reset, faults, people, acts


async def test_reset(http: httpx.AsyncClient, built: House) -> None:
    await write(http, channel="telegram", **{"from": "max"}, text="x")
    await http.post("/api/sandbox/clock", json={"advance": "5d"})
    answer = await http.post("/api/sandbox/reset", json={"demo": True, "at": "2025-03-01T09:00:00+01:00"})
    assert answer.json() == {"now": "2025-03-01T08:00:00+00:00"}
    assert await built.phones.shows("telegram", "max") == []
    assert (await http.post("/api/sandbox/reset", json={})).json() == {"now": "2026-11-18T09:30:00+00:00"}
    assert built.resets == [True, True]


@pytest.mark.parametrize(
    "body", [{"demo": "yes"}, {"demo": 1}, {"at": "2026-01-01T00:00:00"}, {"at": "1999-01-01T00:00:00Z"}, {"x": 1}]
)
async def test_reset_refuses(http: httpx.AsyncClient, built: House, body: Any) -> None:
    is_problem(await http.post("/api/sandbox/reset", json=body), 422)
    assert built.resets == []


@pytest.mark.parametrize("kind", ["429", "500", "timeout", "drop", 429, 500])
async def test_faults(http: httpx.AsyncClient, built: House, kind: str | int) -> None:
    answer = await http.post("/api/sandbox/fault", json={"channel": "whatsapp", "kind": kind, "times": 2})
    assert answer.status_code == 200
    assert [built.phones.next_fault("whatsapp") for _ in range(3)] == [str(kind), str(kind), None]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "404"},
        {"kind": 404},
        {"kind": True},
        {"times": 0},
        {"times": 1001},
        {"times": "2"},
        {"times": 1.5},
        {"times": True},
        {"channel": "fax"},
    ],
)
async def test_faults_refused(http: httpx.AsyncClient, built: House, change: dict[str, Any]) -> None:
    body = {"channel": "whatsapp", "kind": "drop", "times": 1, **change}
    is_problem(await http.post("/api/sandbox/fault", json=body), 422)
    assert not built.phones.faults()


async def test_people(http: httpx.AsyncClient) -> None:
    found = {item["name"]: item for item in (await http.get("/api/sandbox/people")).json()}
    assert {k: found["Max"][k] for k in ("kind", "role", "addresses")} == {
        "kind": "user",
        "role": "rep",
        "addresses": {"telegram": "max"},
    }
    assert found["Anna"]["owner"] == "max" and found["Anna"]["addresses"] == {"whatsapp": ANNA}
    assert found["Tom"]["addresses"] == {"email": "tom@example.org"} and "role" not in found["Tom"]


async def test_acts(http: httpx.AsyncClient, built: House) -> None:
    actor = Actor("user", 2, 1, "Max")
    for number, outcome in enumerate((Outcome("done", Say("x")), Outcome("denied", Say("x"), reason="opted_out"))):
        built.runner.outcome = outcome
        await built.runner(actor, ToolCall("add_note", {"note": None, "lead": "Anna"}, f"k{number}"), ActOrigin("chat"))
    first, second = (await http.get("/api/sandbox/acts")).json()
    assert first == {
        "id": first["id"],
        "at": "2026-11-18T09:30:00+00:00",
        "actor": "Max",
        "tool": "add_note",
        "arguments": {"note": None, "lead": "Anna"},
        "outcome": "done",
    }
    assert (second["outcome"], second["reason"]) == ("denied", "opted_out")
    assert (await http.get("/api/sandbox/acts", params={"since": first["id"]})).json() == [second]
