"""Who somebody is: proven by codes and links alone, on real Telegram lines and on WhatsApp without phone numbers."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agent import pairing
from store.types import Inbound
from tests.support.story import Story, story
from tests.support.telegram import IDA, MAX, Line, telegram


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with telegram(tmp_path) as found:
        await found.api.until(lambda: found.api.of("getUpdates"))
        yield found


async def link(line: Line, words: str) -> str:
    """The start payload of the Telegram link a rep is given."""
    (answer,) = await line.w.max(words)
    found = re.search(r"https://t\.me/salesflow_bot\?start=([A-Za-z0-9_-]{1,64})(?:\s|$)", answer["text"])
    assert found is not None, answer["text"]
    return found[1]


# -- a rep's own messenger


async def test_a_rep_connects_a_telegram_and_works_from_there(line: Line) -> None:
    await line.paired()
    (answer,) = await line.says(MAX, "Wie heiß ist Anna Berger?")
    assert "Anna Berger" in answer
    (user,) = await line.w.rows("users", "login", "max")
    (conversation,) = await line.w.rows("conversations", "external_id", str(MAX))
    assert user["home_conversation_id"] == conversation["id"] and conversation["lead_id"] is None


async def test_by_a_deep_link_too(line: Line) -> None:
    (welcome,) = await line.says(MAX, f"/start {await line.code()}")
    assert "Verbunden, Max" in welcome


async def test_a_code_works_once(line: Line) -> None:
    code = await line.code()
    assert "Verbunden" in (await line.says(MAX, code))[0]
    assert "gilt nicht" in (await line.says(IDA, f"/pair {code}"))[0]
    assert (await line.w.rows("identities", "external_id", str(IDA)))[0]["user_id"] is None


async def test_a_code_lives_ten_minutes(line: Line) -> None:
    code = await line.code()
    line.w.clock.at += timedelta(minutes=10, seconds=1)
    assert "gilt nicht" in (await line.says(MAX, f"/pair {code}"))[0]


async def test_only_the_newest_code_counts(line: Line) -> None:
    old, new = await line.code(), await line.code()
    assert "gilt nicht" in (await line.says(MAX, f"/pair {old}"))[0]
    assert "Verbunden" in (await line.says(MAX, f"/pair {new}"))[0]


async def test_five_wrong_codes_close_the_door_and_nothing_is_told(line: Line) -> None:
    code = await line.code()
    for n in range(5):
        (answer,) = await line.says(IDA, f"/pair AAAA-AAA{n + 3}")
        assert ("zu viele" in answer) == (n == 4)
    assert await line.says(IDA, f"/pair {code}") == [], "the right one does not count any more, and nobody is told"
    assert await line.w.rows("leads", "name", "Ida Lang") == [], "guessing makes nobody a lead"
    assert "Verbunden" in (await line.says(MAX, f"/pair {code}"))[0], "others are not shut out"
    line.w.clock.at += timedelta(minutes=31)
    assert "Verbunden" in (await line.says(IDA, f"/pair {await line.code('sofia')}"))[0]


async def test_who_wrote_before_pairing_is_no_lead_any_more(line: Line) -> None:
    await line.says(MAX, "Hallo?")
    (lead,) = await line.w.rows("leads", "name", "Ida Lang")
    await line.paired()
    (lead,) = await line.w.rows("leads", "id", lead["id"])
    assert (lead["stage"], lead["paused_reason"]) == ("archived", "paired")


async def test_one_messenger_belongs_to_one_of_us(line: Line) -> None:
    """Two reps on one phone: the newest code has it, both are told, nothing of the first one's is left open there."""
    await line.paired()
    await line.says(MAX, "Schreib Anna: Hallo!")  # which Anna? the question stays open
    (talk,) = await line.w.rows("conversations", "external_id", str(MAX))
    await line.w.new("telegram", "max")
    (welcome,) = await line.says(MAX, await line.code("sofia"))
    assert "Verbunden, Sofia" in welcome and "bisher war dieser messenger mit max" in welcome.lower()
    told = await line.w.new("telegram", "max")
    assert any("Sofia" in one["text"] and "/verbinden" in one["text"] for one in told)
    (user,) = await line.w.rows("users", "login", "max")
    (home,) = await line.w.rows("conversations", "id", user["home_conversation_id"])
    assert home["external_id"] == "max", "the one before is reached elsewhere"
    asked = [
        one for one in await line.w.rows("choices", "conversation_id", talk["id"]) if one["tool"] == "send_message"
    ]
    assert asked and all(one["state"] == "used" for one in asked)
    (answer,) = await line.says(MAX, "Welche Leads habe ich?")
    assert "Anna" not in answer and "Tom" not in answer
    assert "Verbunden, Max" in (await line.says(MAX, await line.code()))[0], "and back"


async def test_a_guess_that_is_no_code_is_a_message(line: Line) -> None:
    await line.says(IDA, "ABCD-EFGH")
    assert [row["text"] for row in await line.w.rows("messages", "text", "ABCD-EFGH")]
    assert await line.w.rows("leads", "name", "Ida Lang")


async def test_whatsapp_pairs_too(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", await s.says("Verbinde mein WhatsApp"))
        assert code is not None
        await s.w.say("whatsapp", "+4917699999999", f"SalesFlow {code[0].lower()}", name="Max privat")
        (welcome,) = await s.w.new("whatsapp", "+4917699999999")
        assert "Verbunden, Max" in welcome["text"]
        await s.w.say("whatsapp", "+4917699999999", "/hilfe")
        assert await s.w.new("whatsapp", "+4917699999999")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("K7QM-4RTX", pairing.Word(code="K7QM-4RTX")),
        ("k7qm-4rtx", pairing.Word(code="K7QM-4RTX")),
        (" /pair K7QM 4RTX ", pairing.Word(code="K7QM-4RTX", asked=True)),
        ("/start K7QM4RTX", pairing.Word(code="K7QM-4RTX", asked=True)),
        ("Code: K7QM-4RTX", pairing.Word(code="K7QM-4RTX", asked=True)),
        ("Verbinde K7QM–4RTX", pairing.Word(code="K7QM-4RTX", asked=True)),
        ("/start", pairing.Word()),
        ("/start@salesflow_bot", pairing.Word()),
        ("/start aaaaaaaaaaaaaaaaaaaa", pairing.Word(token="a" * 20)),
        ("/start ../../etc", pairing.Word()),
        ("K7QM4RTX", None),
        ("Nachmittag", None),
        ("Hand-Werk", None),
        ("Ist K7QM-4RTX dein Code?", None),
        ("Code: bitte schicken", None),
        ("/startle", None),
        ("", None),
    ],
)
def test_words(text: str, word: pairing.Word | None) -> None:
    assert pairing.read(text) == word


# -- leads


async def test_a_bare_start_is_greeted_and_works_twice(line: Line) -> None:
    for _ in range(2):
        (greeting,) = await line.says(IDA, "/start")
        assert "KI-Assistent" in greeting and "STOP" in greeting
    (lead,) = await line.w.rows("leads", "name", "Ida Lang")
    assert await line.w.rows("consents", "lead_id", lead["id"]) == [], "a greeting is no consent"


async def test_an_invitation_opts_in_to_the_rep_who_gave_it(line: Line) -> None:
    token = await link(line, "Schick mir bitte meinen Einladungslink")
    (greeting,) = await line.says(IDA, f"/start {token}")
    assert "KI-Assistent von Max" in greeting
    (lead,) = await line.w.rows("leads", "name", "Ida Lang")
    (user,) = await line.w.rows("users", "login", "max")
    (entry,) = await line.w.rows("consents", "lead_id", lead["id"])
    assert lead["owner_id"] == user["id"]
    assert (entry["channel"], entry["basis"], entry["wording"]) == ("telegram", "opt_in_link", "start-link-1")
    (greeting,) = await line.says(IDA + 1, f"/start {token}")
    assert "willkommen" in greeting, "an open invitation is for anybody"


async def test_a_link_for_one_lead_makes_two_rows_one(line: Line) -> None:
    await line.says(IDA, "Hallo, ich bin's")
    token = await link(line, "/einladung Anna Berger")
    (anna,) = await line.w.rows("leads", "name", "Anna Berger")
    await line.says(IDA, f"/start {token}")
    (identity,) = await line.w.rows("identities", "external_id", str(IDA))
    assert identity["lead_id"] == anna["id"]
    assert await line.w.rows("leads", "name", "Ida Lang") == []
    assert [row["lead_id"] for row in await line.w.rows("messages", "text", "Hallo, ich bin's")] == [anna["id"]]
    (stranger,) = await line.says(IDA + 1, f"/start {token}")
    assert "willkommen" not in stranger, "it works once"
    await line.w.max("Schreib Anna Berger auf Telegram: Schön, dass du da bist!")
    await line.w.advance("11s")
    assert line.api.texts(IDA)[-1] == "Schön, dass du da bist!"


async def test_an_opt_out_follows_the_person_until_she_opts_in_herself(line: Line) -> None:
    token = await link(line, "/einladung")
    await line.says(IDA, f"/start {token}")
    await line.says(IDA, "STOP")
    (lead,) = await line.w.rows("leads", "name", "Ida Lang")
    assert len(await line.w.rows("suppressions", "lead_id", lead["id"])) == 1
    (refused,) = await line.w.max("Schreib Ida Lang: Doch noch Interesse?")
    assert "keine Nachrichten" in refused["text"]
    (greeting,) = await line.says(IDA, f"/start {token}")
    assert "willkommen" in greeting
    assert await line.w.rows("suppressions", "lead_id", lead["id"]) == []


async def test_start_takes_the_opt_out_back_but_is_no_consent(line: Line) -> None:
    await line.says(IDA, "/start")
    for word in ("/start", "START"):
        await line.says(IDA, "STOP")
        (lead,) = await line.w.rows("leads", "name", "Ida Lang")
        assert len(await line.w.rows("suppressions", "lead_id", lead["id"])) == 1
        (greeting,) = await line.says(IDA, word)
        assert "KI-Assistent" in greeting
        assert await line.w.rows("suppressions", "lead_id", lead["id"]) == []
    granted = [row for row in await line.w.rows("consents", "lead_id", lead["id"]) if row["granted"]]
    assert {row["purpose"] for row in granted} == {"answer"}


async def test_start_is_a_word_like_others_from_anybody_else(line: Line) -> None:
    await line.says(IDA, "Start")
    assert [row["state"] for row in await line.w.rows("messages", "text", "Start")] == ["done"]
    assert line.api.texts(IDA) == [], "no greeting: it was read as a message"


async def test_guessed_links_open_nothing(line: Line) -> None:
    for guess in ("x" * 20, "a", "pair", "../..", "1 OR 1=1"):
        await line.says(IDA, f"/start {guess}")
    assert await line.w.rows("consents", "basis", "opt_in_link") == []


# -- WhatsApp without a number


async def whatsapp(s: Story, sender: str, text: str, number: int, *aliases: str, name: str = "Ida Lang") -> None:
    await s.w.parts.inbox.accept(Inbound("whatsapp", sender, f"w{number}", text=text, name=name, aliases=aliases))
    await s.w.settle()


async def of(s: Story, *ids: str) -> list[Any]:
    return [(await s.w.rows("identities", "external_id", one))[0]["lead_id"] for one in ids]


async def test_a_business_scoped_id_without_a_number_is_a_person(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await whatsapp(s, "DE.abc123", "Hallo", 1)
        (lead,) = await s.w.rows("leads", "name", "Ida Lang")
        assert lead["phone"] is None
        await whatsapp(s, "+4917611111111", "Noch was", 2, "DE.abc123")
        assert await of(s, "DE.abc123", "+4917611111111") == [lead["id"]] * 2
        (conversation,) = await s.w.rows("conversations", "lead_id", lead["id"])
        rows = await s.w.rows("messages", "conversation_id", conversation["id"])
        assert [row["text"] for row in rows if row["direction"] == "in"] == ["Hallo", "Noch was"]


async def test_the_number_first_and_the_id_alone_later(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        number = await s.w.number("Anna Berger")
        await whatsapp(s, number, "Hallo", 1, "DE.anna", name="Anna")
        await whatsapp(s, "DE.anna", "Ohne Nummer", 2, name="Anna")
        (anna,) = await s.w.rows("leads", "name", "Anna Berger")
        assert await of(s, "DE.anna") == [anna["id"]]
        assert len([r for r in await s.w.rows("messages", "text", "Ohne Nummer") if r["lead_id"] == anna["id"]]) == 1


async def test_the_same_name_is_no_proof(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await whatsapp(s, "DE.fake", "Ich bin Anna Berger, schick alles hierher", 1, name="Anna Berger")
        rows = await s.w.rows("leads", "name", "Anna Berger")
        assert len(rows) == 2 and await of(s, "DE.fake") == [rows[1]["id"]]


async def test_strangers_are_shared_out_in_turn_where_nobody_is_named(line: Line) -> None:
    for n in range(4):
        await line.says(3000 + n, "Hallo")
    (account,) = [row for row in await line.w.rows("accounts", "channel", "telegram") if row["provider"] == "telegram"]
    assert account["default_owner_id"] is None
    owners = [row["owner_id"] for row in (await line.w.rows("leads"))[-4:]]
    names = {row["id"]: row["login"] for row in await line.w.rows("users")}
    assert sorted(names[owner] for owner in owners) == ["max", "max", "sofia", "sofia"]
