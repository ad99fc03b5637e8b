"""The chat of a website: anybody may write, nobody reads another one's talk, nothing a visitor writes is ever run."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from agent.demo import SITE_KEY
from store.models import Account
from tests.support.wire import Wire, wire

CHAT = f"/chat/{SITE_KEY}"


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Wire]:
    async with wire(tmp_path) as found:
        yield found


async def write(door: Wire, text: str, visitor: str | None = None, key: str = "key-00001") -> Any:
    headers = {"X-Visitor": visitor} if visitor else {}
    return await door.http.post(f"{CHAT}/messages", json={"text": text, "key": key}, headers=headers)


async def read(door: Wire, visitor: str) -> list[dict[str, Any]]:
    answer = await door.http.get(f"{CHAT}/messages", headers={"X-Visitor": visitor})
    assert answer.status_code == 200, answer.text
    return list(answer.json())


async def test_a_visitor_writes_and_reads_the_answer(door: Wire) -> None:
    visitor = (await write(door, "Was kostet das Starterpaket?")).json()["visitor"]
    await door.w.settle()
    (lead,) = [row for row in await door.rows("leads") if row["source"] == "web"]
    reps = [card for rep in ("max", "sofia", "lena") for card in await door.w.new("telegram", rep)]
    assert len(reps) == 1 and "Was kostet das Starterpaket?" in reps[0]["text"]
    owner = next(u["login"] for u in await door.rows("users") if u["id"] == lead["owner_id"])
    send = next(b["id"] for b in reps[0]["buttons"] if b["label"] == "Senden")
    await door.w.max(tap=send, rep=owner)
    await door.w.advance("11s")
    mine, theirs = await read(door, visitor)
    assert (mine["mine"], mine["text"]) == (True, "Was kostet das Starterpaket?")
    assert theirs["mine"] is False and "KI-Assistent" in theirs["text"]


async def test_the_same_word_twice_is_one_message_and_strangers_read_nothing(door: Wire) -> None:
    visitor = (await write(door, "Hallo")).json()["visitor"]
    assert (await write(door, "Hallo", visitor)).json() == {"visitor": visitor}
    assert [item["text"] for item in await read(door, visitor)] == ["Hallo"]
    assert await read(door, "0" * 32) == []
    assert (await door.http.get(f"{CHAT}/messages")).json() == []


@pytest.mark.parametrize(
    "body", [{}, {"text": ""}, {"text": "x" * 4001, "key": "key-00001"}, {"text": "x", "key": "k"}]
)
async def test_bodies_are_checked(door: Wire, body: Any) -> None:
    assert (await door.http.post(f"{CHAT}/messages", json=body)).status_code == 422
    for visitor in ("x", "A" * 32, "0" * 31, "0" * 33):
        assert (await write(door, "x", visitor)).status_code == 422


async def test_an_unknown_key_opens_nothing(door: Wire) -> None:
    for path in ("/chat/nobody", "/chat/nobody/embed.js", "/chat/nobody/messages"):
        assert (await door.http.get(path)).status_code == 404
    assert (await door.http.post("/chat/nobody/messages", json={"text": "x", "key": "key-00001"})).status_code == 404


async def test_the_page_runs_nothing_but_its_own_script(door: Wire) -> None:
    async with door.w.parts.db.write() as work:
        await work.session.execute(update(Account).where(Account.site_key == SITE_KEY).values(site_key='"><b>x'))
    answer = await door.http.get("/chat/%22%3E%3Cb%3Ex")
    assert answer.status_code == 200 and "<b>x" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'sha256-" in policy and "unsafe" not in policy
    assert "frame-ancestors *" in policy
    script = (await door.http.get("/chat/%22%3E%3Cb%3Ex/embed.js")).text
    assert "innerHTML" not in script and "eval" not in script


async def test_a_stop_in_the_chat_is_an_opt_out(door: Wire) -> None:
    await write(door, "Bitte keine Nachrichten mehr!")
    assert [row["reason"] for row in await door.rows("suppressions")] == ["message"]


async def test_a_flood_is_slowed_down(door: Wire) -> None:
    visitor = (await write(door, "Hallo")).json()["visitor"]
    answers = [(await write(door, f"Nr. {n}", visitor, f"key-1{n:05}")).status_code for n in range(20)]
    assert 429 in answers and answers[0] == 200


async def test_files_are_public_only_under_their_own_address(door: Wire) -> None:
    from channels import links
    from channels.letters import Card
    from store.models import User
    from store.types import File

    async with door.w.parts.db.write() as work:
        user = await work.session.get(User, 2)
        assert user is not None
        number = await door.w.parts.outbox.to_user(work, user, Card("Hier", files=(File("ä chart.png", b"PNG"),)))
    assert number is not None
    address = links.to_file(door.w.parts.settings, number, 0).removeprefix("http://localhost:8000")
    answer = await door.http.get(address)
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, b"PNG", "image/png")
    assert (await door.http.get(address[:-1] + ("0" if address[-1] != "0" else "1"))).status_code == 404
    assert (await door.http.get(address.replace("/0/", "/1/"))).status_code == 404
    door.w.clock.at += door.w.clock.at - door.w.clock.at.replace(day=23)
    assert (await door.http.get(address)).status_code == 404
