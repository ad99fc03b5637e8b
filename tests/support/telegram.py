"""The whole bot on a real Telegram line: the vendor's own library against a Bot API server on loopback."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx

from tests.support.bot_api import TOKEN, BotApi, bot_api
from tests.support.web import app_over
from tests.support.world import World, world

MAX = 1001  # Max's Telegram
IDA = 2002  # a stranger's


class Line:
    """``api`` is Telegram as its people use it, ``w`` the bot behind it."""

    def __init__(self, w: World, api: BotApi) -> None:
        self.w = w
        self.api = api

    async def settle(self) -> None:
        """Everything people did is confirmed, worked and answered."""
        newest = max((update["update_id"] for update in self.api.waiting), default=0)
        await self.api.until(lambda: self.api.confirmed >= newest)
        await self.w.settle()
        await self.w.parts.providers["telegram"].settled()  # type: ignore[attr-defined]

    async def says(self, person: int, text: str, **content: Any) -> list[str]:
        """Somebody writes; the texts their phone shows from then on."""
        before = len(self.api.texts(person))
        self.api.says(person, text, **content)
        await self.settle()
        return self.api.texts(person)[before:]

    async def taps(self, person: int, label: str) -> list[str]:
        """Somebody taps the newest button with this label."""
        key, data = next(
            (key, button["callback_data"])
            for key, shown in reversed(self.api.shown.items())
            for row in shown["markup"]
            for button in row
            if key[0] == person and label in button["text"]
        )
        before = len(self.api.texts(person))
        self.api.taps(person, data, key[1])
        await self.settle()
        return self.api.texts(person)[before:]

    async def code(self, rep: str = "max") -> str:
        """A pairing code, asked for where the rep is known already."""
        (answer,) = await self.w.max("/verbinden", rep=rep)
        return next(
            word for word in answer["text"].replace("*", " ").split() if word.count("-") == 1 and len(word) == 9
        )

    async def paired(self, person: int = MAX, rep: str = "max") -> int:
        """A rep whose Telegram is connected."""
        (welcome,) = await self.says(person, await self.code(rep))
        assert "Verbunden" in welcome
        return person


def door(line: Line) -> httpx.AsyncClient:
    """A client at the bot's web side, as Telegram would call it."""
    transport = httpx.ASGITransport(app_over(line.w.parts), client=("127.0.0.1", 50_000))
    return httpx.AsyncClient(transport=transport, base_url="http://localhost:8000")


@contextlib.asynccontextmanager
async def telegram(folder: Path, **settings: Any) -> AsyncIterator[Line]:
    async with bot_api() as api:
        given = {"telegram_bot_token": TOKEN, "telegram_base_url": api.url, **settings}
        async with world(folder, **given) as w:
            line = Line(w, api)
            await api.until(lambda: api.of("getUpdates") or api.webhook)
            yield line
