"""One suite over every line that is driven by its vendor's own library, and over the sandbox's twin of it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from channels import pieces, rendering
from channels.base import Channel, NotSent, Refused, Unclear
from channels.email.provider import EmailProvider
from channels.sandbox import Phones, SandboxChannel
from channels.telegram.provider import TelegramProvider
from store.settings import Settings
from store.types import Button, File, Outgoing
from tests.support import mail as m
from tests.support.bot_api import TOKEN, bot_api
from tests.support.world import START


class Line:
    """A channel, an address on it, what the person there sees, and how its provider fails."""

    def __init__(self, channel: Channel, name: str, to: str) -> None:
        self.channel, self.name, self.to = channel, name, to
        self.texts: Callable[[], Any] = list
        self.busy: Callable[[], None] = lambda: pytest.skip("this twin has no such fault")
        self.refuse: Callable[[], None] = lambda: pytest.skip("this twin has no such fault")
        self.break_off: Callable[[], None] = lambda: pytest.skip("this twin has no such fault")

    def out(self, text: str, **more: Any) -> Outgoing:
        return Outgoing(more.pop("number", 7), self.name, more.pop("to", self.to), text, **more)

    async def shown(self) -> list[str]:
        found = self.texts()
        return list(await found if hasattr(found, "__await__") else found)


@contextlib.asynccontextmanager
async def _twin(folder: Path, name: str, to: str) -> AsyncIterator[Line]:
    phones = Phones(folder / "phones.db")
    await phones.open()
    line = Line(SandboxChannel(name, phones), name, to)

    async def texts() -> list[str]:
        return [item["text"] for item in await phones.shows(name, to)]

    line.texts = texts
    line.busy = lambda: phones.fault(name, "429", 1)
    line.break_off = lambda: phones.fault(name, "500", 1)
    yield line
    await phones.close()


@contextlib.asynccontextmanager
async def _telegram(folder: Path) -> AsyncIterator[Line]:
    async with bot_api() as api:
        given = Settings(data=folder, _env_file=None, telegram_bot_token=TOKEN, telegram_base_url=api.url)
        bot = TelegramProvider(given)
        line = Line(bot, "telegram", "2002")
        line.texts = lambda: api.texts(2002)
        line.busy = lambda: _fault(api, 429, description="Too Many Requests: retry after 2", retry_after=2)
        line.refuse = lambda: _fault(api, 400, description="Bad Request: chat not found")
        line.break_off = lambda: _fault(api, 500, description="Internal Server Error")
        yield line
        await bot.close()


def _fault(api: Any, status: int, **body: Any) -> None:
    api.faults["sendMessage"] = [(status, body)]


@contextlib.asynccontextmanager
async def _email(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    with m.smtp() as smtp:
        given = {"mail_from": m.OWN, "smtp_host": "127.0.0.1", "smtp_port": smtp.port, "smtp_security": "none"}
        line = Line(EmailProvider(Settings(data=folder, _env_file=None, **given)), "email", "ida@lang.example")
        line.texts = lambda: [arrived.text for arrived in smtp.arrived]
        line.busy = lambda: smtp.answers.update(RCPT=["451 4.7.1 Come again"])
        line.refuse = lambda: smtp.answers.update(DATA=["554 5.7.1 No"])

        def break_off() -> None:
            monkeypatch.setattr("channels.email.smtp._TIMEOUT", 0.3)
            smtp.silent = 1.0

        line.break_off = break_off
        yield line


@pytest.fixture(params=["telegram twin", "telegram", "email twin", "email"])
async def line(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    lines = {
        "telegram twin": lambda: _twin(tmp_path, "telegram", "2002"),
        "telegram": lambda: _telegram(tmp_path),
        "email twin": lambda: _twin(tmp_path, "email", "ida@lang.example"),
        "email": lambda: _email(tmp_path, monkeypatch),
    }
    async with lines[request.param]() as found:
        yield found


async def test_what_is_sent_arrives_as_it_was_written(line: Line) -> None:
    text = "Grüße aus Köln 😀\n\n**nicht fett** _so_ <b>& 1.5 - ok!"
    sent = await line.channel.send(line.out(text, origin="human"), START)
    assert sent.provider_id and await line.shown() == [text]


async def test_five_thousand_umlauts_arrive_complete_in_order_within_the_limit(line: Line) -> None:
    can = line.channel.capabilities
    text = " ".join(f"{n}äöüß😀" for n in range(900))
    parts = pieces.pieces(text, (), can)
    for number, part in enumerate(parts):
        await line.channel.send(line.out(part.text, part=number, origin="human"), START)
    shown = await line.shown()
    assert " ".join(shown) == text and all(rendering.size(one, can.units) <= can.limit for one in shown)


async def test_busy_means_surely_not_sent(line: Line) -> None:
    line.busy()
    with pytest.raises(NotSent):
        await line.channel.send(line.out("Hallo"), START)
    assert await line.shown() == []
    await line.channel.send(line.out("Hallo"), START)
    assert await line.shown() == ["Hallo"]


async def test_refused_is_for_ever(line: Line) -> None:
    line.refuse()
    with pytest.raises(Refused) as found:
        await line.channel.send(line.out("Hallo"), START)
    assert found.value.reason and await line.shown() == []


async def test_a_broken_line_leaves_it_open(line: Line) -> None:
    line.break_off()
    with pytest.raises(Unclear):
        await line.channel.send(line.out("Hallo"), START)
    assert line.channel.capabilities.doubt in ("idempotent", "echo", "none")


async def test_choices_are_buttons_or_numbers(line: Line) -> None:
    buttons = (Button("c1.0", "Ja"), Button("c1.1", "Nein"))
    (piece,) = pieces.pieces("Passt das?", buttons, line.channel.capabilities)
    await line.channel.send(line.out(piece.text, buttons=piece.buttons), START)
    (shown,) = await line.shown()
    assert shown == ("Passt das?" if piece.buttons else "Passt das?\n\n1. Ja\n2. Nein")


async def test_a_card_is_replaced_where_that_is_possible(line: Line) -> None:
    if not line.channel.capabilities.edit:
        pytest.skip("nothing can be replaced here")
    first = await line.channel.send(line.out("Entwurf"), START)
    await line.channel.send(line.out("Gesendet", number=8, edits=7, edits_id=first.provider_id), START)
    assert await line.shown() == ["Gesendet"]


async def test_a_file_goes_along(line: Line) -> None:
    assert line.channel.capabilities.files > 0
    await line.channel.send(line.out("Der Termin", files=(File("termin.ics", b"BEGIN:VCALENDAR"),)), START)
