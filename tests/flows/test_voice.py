"""Voice notes: words with a model, an honest sentence without one, never silence and never an unseen act."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from store.types import File, Inbound
from tests.flows.test_models import GPT, settings
from tests.support.model_server import Reply, Wire, wire
from tests.support.world import HOLD, World, world

HEARS = "gpt-transcribe"
OGG = b"OggS\x00\x02" + b"\x00" * 300


@pytest.fixture
async def server() -> AsyncIterator[Wire]:
    async with wire() as found:
        yield found


@pytest.fixture
async def house(tmp_path: Path, server: Wire) -> AsyncIterator[World]:
    """OpenAI hears; it thinks nothing, so the rules read what was heard."""
    server.script[GPT] = [Reply(status=500)]
    async with world(tmp_path, **settings(server, "openai")) as found:
        found.parts.models._pause = lambda _: asyncio.sleep(0)
        yield found


async def speaks(house: World, channel: str, address: str, file: str = "voice.ogg", text: str = "") -> None:
    inbound = Inbound(channel, address, "", text=text, files=(File(file, OGG),))
    number = await house.parts.phones.arrive(inbound, house.clock.now())
    await house.parts.inbox.accept(
        Inbound(channel, address, f"voice-{channel}-{number}", text=text, files=(File(file, OGG),))
    )
    await house.settle()


async def rep(house: World, **more: Any) -> dict[str, Any]:
    await house.new("telegram", "max")
    await speaks(house, "telegram", "max", **more)
    (card,) = await house.new("telegram", "max")
    return card


async def lead(house: World, name: str, **more: Any) -> str:
    await house.new("telegram", "max")
    await speaks(house, "whatsapp", await house.number(name), **more)
    (card,) = await house.new("telegram", "max")
    return str(card["text"])


@pytest.mark.parametrize("name", ["voice.ogg", "AUD-1.opus", "note.oga", "memo.M4A", "x.mp3", "y.wav", "z.webm"])
async def test_what_a_rep_says_is_done(house: World, server: Wire, name: str) -> None:
    server.script[HEARS] = [Reply(text="Erinnere mich morgen um 10 an Tom Wagner")]
    card = await rep(house, file=name)
    assert card["text"].startswith("🎤 »Erinnere mich morgen um 10 an Tom Wagner«") and "Tom" in card["text"][50:]
    assert ("create_reminder", "done") in await house.acts()
    path, body = server.asked[0]
    assert path == "/v1/audio/transcriptions" and body["size"] > len(OGG)
    (row,) = [r for r in await house.rows("token_usage") if r["task"] == "transcript"]
    assert (row["provider"], row["model"], row["outcome"]) == ("openai", HEARS, "ok")


async def test_what_was_heard_is_nobodys_own_words(house: World, server: Wire) -> None:
    """A misheard text must not leave unseen: it waits for a tap that shows it."""
    server.script[HEARS] = [Reply(text="Schreib Anna Berger auf WhatsApp: Ich liebe dich")]
    card = await rep(house)
    await house.until(house.clock.now() + HOLD)
    assert await house.phone("Anna Berger") == [] or "Ich liebe dich" not in (await house.phone("Anna Berger"))[-1]
    assert "Anna Berger" in card["text"] and card["buttons"]
    await house.tap(card, "Senden")
    await house.until(house.clock.now() + HOLD)
    assert (await house.phone("Anna Berger"))[-1].startswith("Ich liebe dich")


async def test_a_spoken_answer_to_a_question_is_none_of_the_reps_own_words_either(house: World, server: Wire) -> None:
    await house.max("Schreib Anna Berger")
    server.script[HEARS] = [Reply(text="Bis morgen um drei")]
    card = await rep(house)
    await house.until(house.clock.now() + HOLD)
    assert not [text for text in await house.phone("Anna Berger") if "Bis morgen um drei" in text]
    assert "Bis morgen um drei" in card["text"]


async def test_what_a_lead_says_is_read_like_what_she_writes(house: World, server: Wire) -> None:
    server.script[HEARS] = [Reply(text="Was kostet denn das Starterpaket?")]
    card = await lead(house, "Tom Wagner")
    assert "(Sprachnachricht) Was kostet denn das Starterpaket?" in card and "Mein Vorschlag" in card


async def test_a_spoken_stop_stops_everything(house: World, server: Wire) -> None:
    server.script[HEARS] = [Reply(text="Bitte schreibt mir keine Nachrichten mehr")]
    assert "keine Nachrichten mehr" in await lead(house, "Tom Wagner")
    assert len(await house.rows("suppressions")) >= 1
    assert len(await house.phone("Tom Wagner")) == 1, "one neutral confirmation"


@pytest.mark.parametrize("reply", [Reply(status=500), Reply(text=" "), Reply(status=404), Reply(raw="<html>")])
async def test_a_note_nobody_understands_is_told(house: World, server: Wire, reply: Reply) -> None:
    server.script[HEARS] = [reply]
    assert "nicht verstehen" in (await rep(house))["text"]
    card = await lead(house, "Tom Wagner")
    assert "Tom Wagner" in card and "Sprachnachricht" in card and "Mein Vorschlag" not in card


async def test_without_a_model_the_bot_says_so(tmp_path: Path) -> None:
    async with world(tmp_path) as house:
        assert "kein Modell eingerichtet" in (await rep(house))["text"]
        assert "kein Modell eingerichtet" in await lead(house, "Tom Wagner")
        card = await lead(house, "Lisa Schmid", text="Hör mal rein! Was kostet das?")
        assert "Was kostet das" in card and "kein Modell" in card and "Mein Vorschlag" in card


async def test_a_picture_alone_gets_a_card_and_no_guess(tmp_path: Path) -> None:
    async with world(tmp_path) as house:
        card = await lead(house, "Tom Wagner", file="IMG_1.jpg")
        assert "IMG_1.jpg" in card and "Mein Vorschlag" not in card


async def test_a_server_of_its_own_for_voice(tmp_path: Path, server: Wire) -> None:
    server.script["whisper-1"] = [Reply(text="Wie heiß ist Tom Wagner?")]
    async with world(tmp_path, transcription_base_url=server.url) as house:
        assert "🎤" in (await rep(house))["text"]
        assert server.asked[0][0] == "/v1/audio/transcriptions"
