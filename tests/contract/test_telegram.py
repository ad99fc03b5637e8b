"""CHANNELS 1.5, row by row, over the real library and a Bot API server on loopback: what counts is what arrived."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from channels.base import NotSent, Refused, Unclear
from channels.telegram.provider import TelegramProvider
from store.settings import Settings
from store.types import Button, File, Outgoing
from tests.support.bot_api import TOKEN, BotApi, bot_api, units
from tests.support.telegram import IDA, MAX, Line, door, telegram
from tests.support.world import START


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as found:
        yield found


@pytest.fixture
async def bot(api: BotApi, tmp_path: Path) -> AsyncIterator[TelegramProvider]:
    found = TelegramProvider(
        Settings(data=tmp_path, _env_file=None, telegram_bot_token=TOKEN, telegram_base_url=api.url)
    )
    yield found
    await found.close()


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    async with telegram(tmp_path) as found:
        yield found


def out(text: str = "Hallo", **more: object) -> Outgoing:
    return Outgoing(1, "telegram", str(MAX), text, **more)  # type: ignore[arg-type]


# -- API


async def test_telegram_api(bot: TelegramProvider, api: BotApi) -> None:
    sent = await bot.send(out("**Fett** & <b>roh</b> 1.5 - ok!", house=True), START)
    (call,) = api.of("sendMessage")
    assert call["text"] == "<b>Fett</b> &amp; &lt;b&gt;roh&lt;/b&gt; 1.5 - ok!" and call["parse_mode"] == "HTML"
    assert api.texts(MAX) == ["Fett & <b>roh</b> 1.5 - ok!"]
    assert sent.provider_id == f"{MAX}:{next(iter(api.shown))[1]}"


async def test_a_persons_own_words_go_out_untouched(bot: TelegramProvider, api: BotApi) -> None:
    await bot.send(out("**so** _wie_ <getippt>", house=False), START)
    (call,) = api.of("sendMessage")
    assert call["text"] == "**so** _wie_ <getippt>" and "parse_mode" not in call


async def test_a_parse_error_is_sent_again_as_plain_text(bot: TelegramProvider, api: BotApi) -> None:
    api.faults["sendMessage"] = [(400, {"description": "Bad Request: can't parse entities: whatever"})]
    await bot.send(out("**Fett** und mehr", house=True), START)
    assert api.texts(MAX) == ["Fett und mehr"] and len(api.of("sendMessage")) == 2


@pytest.mark.parametrize(
    ("status", "body", "error", "reason"),
    [
        (429, {"description": "Too Many Requests: retry after 7", "retry_after": 7}, NotSent, "provider_busy"),
        (429, {"description": "Too Many Requests"}, NotSent, "provider_busy"),
        (401, {"description": "Unauthorized"}, NotSent, "account_login"),
        (403, {"description": "Forbidden: bot was blocked by the user"}, Refused, "blocked"),
        (403, {"description": "Forbidden: user is deactivated"}, Refused, "blocked"),
        (403, {"description": "Forbidden: bot can't initiate conversation with a user"}, Refused, "undeliverable"),
        (400, {"description": "Bad Request: chat not found"}, Refused, "undeliverable"),
        (400, {"description": "Bad Request: message text is wrong"}, Refused, "provider_refused"),
        (400, {"description": "Bad Request: group migrated", "migrate_to_chat_id": -100}, Refused, "provider_refused"),
        (500, {"description": "Internal Server Error"}, Unclear, None),
        (502, {"description": "Bad Gateway"}, Unclear, None),
    ],
)
async def test_telegram_api_errors(
    bot: TelegramProvider, api: BotApi, status: int, body: dict[str, object], error: type[Exception], reason: str | None
) -> None:
    api.faults["sendMessage"] = [(status, body)]
    with pytest.raises(error) as found:
        await bot.send(out(), START)
    assert reason is None or found.value.reason == reason  # type: ignore[attr-defined]
    if "retry_after" in body:
        assert found.value.retry_after == 7  # type: ignore[attr-defined]


async def test_a_refused_connection_is_surely_not_sent(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, _env_file=None, telegram_bot_token=TOKEN, telegram_base_url="http://127.0.0.1:9")
    bot = TelegramProvider(settings)
    with pytest.raises(NotSent):
        await bot.send(out(), START)
    await bot.close()


# -- polling


async def test_telegram_polling(line: Line) -> None:
    await line.says(IDA, "Hallo, was kostet das Starterpaket?")
    (lead,) = await line.w.rows("leads", "name", "Ida Lang")
    assert lead["source"] == "telegram" and lead["phone"] is None
    assert all(call["allowed_updates"] for call in line.api.of("getUpdates"))


async def test_telegram_polling_survives_conflicts_and_outages(line: Line) -> None:
    line.api.faults["getUpdates"] = [(409, {"description": "Conflict: terminated by other getUpdates request"})]
    line.api.says(IDA, "eins")
    await line.api.until(lambda: not line.api.faults["getUpdates"])
    await line.settle()
    assert [row["text"] for row in await line.w.rows("messages", "direction", "in")][-1] == "eins"


async def test_an_update_is_confirmed_only_after_it_was_saved(line: Line) -> None:
    update = line.api.says(IDA, "gemerkt")
    await line.api.until(lambda: line.api.confirmed >= update["update_id"])
    assert [row["provider_id"] for row in await line.w.rows("messages", "text", "gemerkt")] == [
        str(update["update_id"])
    ]


# -- webhook, and what the library's own server would answer to a wrong header


async def test_telegram_webhook(tmp_path: Path) -> None:
    given = {"telegram_webhook_secret": "Geheim-1", "public_base_url": "https://bot.example"}
    async with telegram(tmp_path, **given) as line:
        (asked,) = line.api.of("setWebhook")
        assert asked["url"] == "https://bot.example/webhooks/telegram" and asked["secret_token"] == "Geheim-1"
        assert json.loads(asked["allowed_updates"]) == ["message", "edited_message", "callback_query", "my_chat_member"]
        async with door(line) as http:
            update = line.api.update(message=line.api.message(IDA, "über den Webhook 😀"))
            header = {"X-Telegram-Bot-Api-Secret-Token": "Geheim-1"}
            for _ in range(3):
                assert (await http.post("/webhooks/telegram", json=update, headers=header)).status_code == 200
        await line.w.settle()
        assert len(await line.w.rows("messages", "text", "über den Webhook 😀")) == 1


@pytest.mark.parametrize("header", [None, "", "geheim-1", "Geheim-1 ", "Geheim-12"])
async def test_telegram_ptb_refuses_a_missing_or_wrong_header(tmp_path: Path, header: str | None) -> None:
    async with telegram(tmp_path, telegram_webhook_secret="Geheim-1", public_base_url="https://bot.example") as line:
        async with door(line) as http:
            given = {} if header is None else {"X-Telegram-Bot-Api-Secret-Token": header}
            answer = await http.post("/webhooks/telegram", json=line.api.update(), headers=given)
            assert answer.status_code == 403
        assert await line.w.rows("provider_events") == []


# -- limits


async def test_telegram_limits(bot: TelegramProvider, api: BotApi) -> None:
    buttons = tuple(
        Button(f"c{n}.{n}", label)
        for n, label in enumerate(["Ja", "Nein", "Eine lange Beschriftung, die allein steht"])
    )
    await bot.send(out("x" * 4096, buttons=buttons), START)
    (shown,) = api.shown.values()
    assert [[button["text"] for button in row] for row in shown["markup"]] == [["Ja", "Nein"], [buttons[2].label]]
    with pytest.raises(ValueError, match="64 bytes"):
        await bot.send(out(buttons=(Button("ä" * 33, "zu lang"),)), START)


async def test_telegram_limits_count_utf16_units(line: Line) -> None:
    await line.paired()
    async with line.w.parts.db.write() as work:
        from channels.letters import Card
        from store.queries import people

        user = await people.user_by_login(work.scope(), "max")
        assert user is not None
        text = " ".join(["Übermäßig 😀😀"] * 700)
        await line.w.parts.outbox.to_user(work, user, Card(text))
    await line.w.settle()
    parts = line.api.texts(MAX)[1:]
    assert " ".join(parts) == text and all(units(part) <= 4096 for part in parts) and len(parts) > 2


async def test_pictures_and_files_go_along(bot: TelegramProvider, api: BotApi) -> None:
    await bot.send(
        out("Die Woche", files=(File("woche.png", b"\x89PNG"), File("termin.ics", b"BEGIN:VCALENDAR"))), START
    )
    (photo,), (document,) = api.of("sendPhoto"), api.of("sendDocument")
    assert photo["photo"] == b"\x89PNG" and photo["caption"] == "Die Woche"
    assert document["document"] == b"BEGIN:VCALENDAR" and not document.get("caption")


# -- rates


async def test_telegram_rates(line: Line) -> None:
    await line.paired()
    line.api.faults["sendMessage"] = [(429, {"description": "Too Many Requests: retry after 3", "retry_after": 3})]
    assert await line.says(MAX, "/hilfe") == []
    await line.w.advance("2s")
    assert len(line.api.texts(MAX)) == 1, "sent before Telegram allowed it"
    await line.w.advance("2s")
    assert len(line.api.texts(MAX)) == 2, "dropped"


# -- callbacks


async def test_telegram_callbacks(line: Line) -> None:
    await line.paired()
    assert await line.taps(MAX, "Was kannst du?")
    (answered,) = line.api.of("answerCallbackQuery")
    assert answered["callback_query_id"].startswith("q")


async def test_telegram_callbacks_are_answered_even_when_nobody_knows_the_button(line: Line) -> None:
    line.api.taps(IDA, "c999999.0")
    line.api.taps(MAX, "was anderes")
    await line.settle()
    assert len(line.api.of("answerCallbackQuery")) == 2


async def test_late_callback_answers_are_no_error(line: Line) -> None:
    await line.paired()
    line.api.faults["answerCallbackQuery"] = [(400, {"description": "Bad Request: query is too old"})]
    assert await line.taps(MAX, "Was kannst du?")


# -- edits


async def test_telegram_edits(bot: TelegramProvider, api: BotApi) -> None:
    first = await bot.send(out("Entwurf", buttons=(Button("c1.0", "Senden"),)), START)
    for _ in range(2):  # the second time nothing is modified
        again = await bot.send(out("Gesendet ✅", edits=1, edits_id=first.provider_id), START)
        assert again.provider_id == first.provider_id
    ((_, shown),) = api.shown.items()
    assert shown == {"text": "Gesendet ✅", "markup": []}


async def test_telegram_edits_of_what_is_gone_are_sent_anew(bot: TelegramProvider, api: BotApi) -> None:
    await bot.send(out("Gesendet", edits=1, edits_id=f"{MAX}:999"), START)
    assert api.texts(MAX) == ["Gesendet"]


async def test_an_edited_message_spawns_no_second_answer(line: Line) -> None:
    await line.paired()
    message = line.api.message(MAX, "/hilfe")
    line.api.queue(line.api.update(message=message))
    await line.settle()
    count = len(line.api.texts(MAX))
    line.api.queue(line.api.update(edited_message={**message, "text": "/hilfe leads", "edit_date": 1764063005}))
    await line.settle()
    assert len(line.api.texts(MAX)) == count


async def test_a_lead_who_edits_a_message_into_a_stop_is_heard(line: Line) -> None:
    message = line.api.message(IDA, "Ja, gern")
    line.api.queue(line.api.update(message=message))
    await line.settle()
    line.api.queue(line.api.update(edited_message={**message, "text": "STOP", "edit_date": 1764063005}))
    await line.settle()
    (lead,) = await line.w.rows("leads", "name", "Ida Lang")
    assert len(await line.w.rows("suppressions", "lead_id", lead["id"])) == 1


# -- voice and documents


async def test_telegram_voice(bot: TelegramProvider, api: BotApi) -> None:
    api.files["v1"] = b"OggS..."
    voice = {"file_id": "v1", "file_unique_id": "u", "duration": 3, "mime_type": "audio/ogg", "file_size": 7}
    from telegram import Update

    inbound = bot.read(Update.de_json(api.update(message=api.message(IDA, voice=voice)), bot._bot))
    (media,) = inbound.media  # type: ignore[union-attr]
    assert (media.kind, media.mime) == ("voice", "audio/ogg")
    file = await bot.fetch(bot.account, media)
    assert file is not None and file.content == b"OggS..."


# -- streaming


async def test_telegram_streaming_is_left_alone(line: Line) -> None:
    """The library could show a text while it grows; one whole answer under a typing sign is what a phone shows here."""
    await line.paired()
    await line.says(MAX, "Wer ist Anna?")
    assert line.api.of("sendMessageDraft") == [] and line.api.of("sendChatAction")
