"""The Telegram adapter: both ways, over python-telegram-bot on a configurable address.

Exactly one way in is used: with ``TELEGRAM_WEBHOOK_SECRET`` Telegram pushes to ``/webhooks/telegram``, else we poll;
a poll confirms an update only after it was saved. A 429 is not slept out here but handed to the outbox, whose row
waits as long as Telegram says while everything else goes on (a sleep would run into the time-out of the send).
Typing signs, callback answers and the one polite sentence in a group go out beside the outbox: they concern nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog

from channels import words
from channels.base import Capabilities, Event, Ignored, Intake, NotSent, Poison, Provider, Request, Sent
from channels.telegram import updates
from channels.telegram.sending import Sender, meaning
from store import strict_json
from store.settings import Settings
from store.types import File, Language, Media, Outgoing, Say

if TYPE_CHECKING:
    from telegram import Bot, Update

log = structlog.get_logger()
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
LARGEST_FILE = 20 * 2**20  # what a bot may download
_POLL = 25  # seconds a poll waits for something new
_PAUSES = (1.0, 2.0, 5.0, 15.0, 30.0)
_SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name


class TelegramProvider(Provider):
    """One bot. Without a token only the door is open (``sends`` False): the sandbox shows the answers then."""

    name = "telegram"
    sign_seconds = 4.0
    channel = "telegram"
    capabilities = Capabilities(
        limit=4096,
        buttons=100,
        edit=True,
        window=False,
        doubt="none",
        units="utf16",
        files=50 * 2**20,
        per_second=30.0,
        per_chat=1.0,
        chat_burst=5,
    )

    def __init__(self, settings: Settings) -> None:
        token = settings.telegram_bot_token.get_secret_value()
        self._settings = settings
        self._secret = settings.telegram_webhook_secret.get_secret_value().encode()
        self._bot: Bot | None = build_bot(settings) if token else None
        self.account = token.partition(":")[0] or "telegram"
        self.accounts = (self.account,) if token else ()
        self.sends = bool(token)
        self.hooked = bool(self._secret)
        self._reader = _reader()
        self.username = ""
        self._beside: set[asyncio.Task[None]] = set()
        self._listening: asyncio.Task[None] | None = None

    async def send(self, message: Outgoing, at: datetime) -> Sent:
        return await Sender(self._the_bot()).send(message)

    def genuine(self, request: Request) -> bool:
        given = request.headers.get(_SECRET, "").encode()
        return bool(self._secret) and hmac.compare_digest(given, self._secret)

    def parse(self, request: Request) -> list[Event]:
        return [self.read(self._update(strict_json.loads(request.body)))]

    def _update(self, payload: Any) -> Update:
        """The library's object of what was pushed. Raises Poison for what is none."""
        number = payload.get("update_id") if isinstance(payload, Mapping) else None
        if not isinstance(number, int) or isinstance(number, bool):
            raise Poison("no update_id")
        try:
            return self._reader(dict(payload), self._bot)
        except Exception as error:  # whatever the parser of the library meets in a stranger's bytes
            raise Poison(f"unreadable update ({type(error).__name__})") from None

    def read(self, update: Update) -> Event:
        """What an update says; a callback is answered and a group turned away at once."""
        seen = updates.read(update, self.account, self.username)
        if seen is None:
            return Ignored("nothing to us")
        if seen.callback is not None:
            self._later(self._answer(seen.callback))
        if isinstance(seen, updates.Private):
            return seen.inbound
        if seen.addressed:
            self._later(self._turn_away(seen))
        return Ignored("a group")

    async def fetch(self, account: str, media: Media) -> File | None:
        if self._bot is None or (media.size or 0) > LARGEST_FILE:
            return None
        from telegram.error import TelegramError

        try:
            found = await self._bot.get_file(media.ref)
            content = bytes(await found.download_as_bytearray())
        except TelegramError as error:
            told = meaning(error)
            if isinstance(told, NotSent):
                raise told from None
            return None
        return File(media.name, content) if len(content) <= LARGEST_FILE else None

    async def check(self) -> str | None:
        if self._bot is None:
            return None
        from telegram.error import InvalidToken

        try:
            await self._bot.get_me()
            pushed = (await self._bot.get_webhook_info()).url
        except InvalidToken:
            return "Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather"
        if self.hooked and not self._settings.public_base_url.startswith("https://"):
            return "TELEGRAM_WEBHOOK_SECRET is set, but PUBLIC_BASE_URL is no https address Telegram could reach"
        if not self.hooked and pushed:
            return "another program has a webhook on this bot; it is removed at the next start"
        return None

    async def seen(self, account: str, external_id: str, provider_id: str) -> None:
        """Shows "typing", which lasts five seconds."""
        if self._bot is not None:
            with contextlib.suppress(Exception):
                await self._bot.send_chat_action(int(external_id), "typing")

    async def start(self, intake: Intake) -> None:
        if self._bot is not None:
            self._listening = asyncio.create_task(self._listen(intake))

    async def close(self) -> None:
        tasks = [task for task in (self._listening, *self._beside) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._bot is not None:
            with contextlib.suppress(Exception):
                await asyncio.gather(*(request.shutdown() for request in self._bot._request))

    async def settled(self) -> None:
        """Returns when everything said beside the outbox is said."""
        while self._beside:
            await asyncio.wait(set(self._beside))

    async def _answer(self, callback: str) -> None:
        """Ends the progress bar on the button that was tapped; too late is no error."""
        if self._bot is not None:
            with contextlib.suppress(Exception):
                await self._bot.answer_callback_query(callback)

    async def _turn_away(self, group: updates.Group) -> None:
        """Customer data is never shown in a group; one sentence says where we do work."""
        if self._bot is not None:
            text = words.say(_tongue(group.language), Say("telegram-group", {"bot": self.username}))
            with contextlib.suppress(Exception):
                await self._bot.send_message(group.chat_id, text)

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def _listen(self, intake: Intake) -> None:
        """Introduces us and, without a webhook, polls for ever. Telegram being away is waited for, never fatal."""
        await _patiently(self._introduce)
        await intake.remember("telegram:username", {"name": self.username})
        offset: int | None = None

        async def poll() -> None:
            nonlocal offset
            for update in await self._the_bot().get_updates(offset, timeout=_POLL, allowed_updates=ALLOWED):
                await intake.take(self.name, self.channel, [self.read(update)])
                offset = update.update_id + 1

        while not self.hooked:
            await _patiently(poll)

    async def _introduce(self) -> None:
        """Our own name, the commands per language, and how updates shall come."""
        bot = self._the_bot()
        self.username = (await bot.get_me()).username or ""
        await bot.set_my_commands(menu("en"))
        await bot.set_my_commands(menu("de"), language_code="de")
        if not self.hooked:
            await bot.delete_webhook()
        elif self._settings.public_base_url.startswith("https://"):
            url = self._settings.public_base_url.rstrip("/") + "/webhooks/telegram"
            await bot.set_webhook(url, secret_token=self._secret.decode(), allowed_updates=ALLOWED)

    def _the_bot(self) -> Bot:
        if self._bot is None:
            raise NotSent("account_login", 300.0)
        return self._bot


def provider(settings: Settings) -> TelegramProvider:
    return TelegramProvider(settings)


def build_bot(settings: Settings) -> Bot:
    """The library's bot on the configured address; nothing is asked of Telegram yet."""
    from telegram.ext import AIORateLimiter, ExtBot
    from telegram.request import HTTPXRequest

    base = settings.telegram_base_url.rstrip("/")
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)  # a 429 is no error: the outbox waits
    return ExtBot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=HTTPXRequest(connection_pool_size=32, connect_timeout=4, read_timeout=8, write_timeout=8),
        get_updates_request=HTTPXRequest(connection_pool_size=2, read_timeout=_POLL + 10),
        rate_limiter=AIORateLimiter(),
    )


def menu(language: Language) -> list[tuple[str, str]]:
    """(command, description) pairs of a language, from one line each of the sentence ``telegram-menu``."""
    lines = words.say(language, Say("telegram-menu")).splitlines()
    pairs = [line.partition(" - ") for line in lines if line.strip()]
    return [(command.strip(), description.strip()) for command, _, description in pairs]


def _reader() -> Callable[..., Update]:
    """The library's parser, loaded now so that no first call waits for it."""
    from telegram import Update

    return Update.de_json


def _tongue(code: str) -> Language:
    return "de" if not code or code.lower().startswith(("de", "gsw")) else "en"


async def _patiently(work: Callable[[], Awaitable[None]]) -> None:
    """Does it once, however often it takes."""
    failures = 0
    while True:
        try:
            return await work()
        except Exception as error:
            log.warning("telegram_unready", error=type(error).__name__)
            await asyncio.sleep(_pause(failures, error))
            failures += 1


def _pause(failures: int, error: Exception) -> float:
    """Seconds to wait; a 429 says so itself."""
    told = getattr(error, "retry_after", None)
    if told is not None:
        return float(told if isinstance(told, int | float) else told.total_seconds())
    return _PAUSES[min(failures, len(_PAUSES) - 1)]
