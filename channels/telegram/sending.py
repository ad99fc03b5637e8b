"""Telegram's way out: one call per part of a message, buttons, edits in place, files; errors in the house's terms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from channels import rendering
from channels.base import NotSent, Refused, Sent, Unclear
from store.types import Button, File, Outgoing

if TYPE_CHECKING:
    from telegram import Bot, InlineKeyboardMarkup, Message
    from telegram.error import TelegramError

_CAPTION = 1024  # UTF-16 units
_DATA = 64  # bytes of callback data
_ROW = 34  # characters of labels side by side that a phone shows whole
_ABREAST = 3
_BUTTONS = 100
_PHOTO = 10 * 2**20
_LOGIN_PAUSE = 300.0
_UNSENT = frozenset({"ConnectTimeout", "ConnectError", "PoolTimeout", "UnsupportedProtocol", "ProxyError"})


class Sender:
    """Sends one part; raises NotSent, Unclear or Refused and nothing else of the library's."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, message: Outgoing) -> Sent:
        from telegram.error import TelegramError

        if not message.to.lstrip("-").isdigit():
            raise Refused("undeliverable")
        try:
            if message.edits_id and (sent := await self._edit(message)) is not None:
                return sent
            return await self._new(message)
        except TelegramError as failure:
            raise meaning(failure) from None

    async def _new(self, message: Outgoing) -> Sent:
        """The text with its buttons; one file may carry both, further files follow."""
        keyboard = _keyboard(message.buttons)
        text = _Text(message.text, message.house)
        files = list(message.files)
        if files and rendering.size(message.text, "utf16") <= _CAPTION:
            shown = await self._file(message.to, files.pop(0), text, keyboard)
        elif message.text.strip():
            shown = await text.worded(
                "text",
                lambda **told: self._bot.send_message(int(message.to), reply_markup=keyboard, **told),
            )
        else:
            raise Refused("empty")
        for file in files:
            await self._further(message.to, file)
        return Sent(f"{shown.chat.id}:{shown.message_id}")

    async def _further(self, to: str, file: File) -> None:
        """A file behind what is already shown: whatever Telegram says now, the message has partly arrived."""
        from telegram.error import TelegramError

        try:
            await self._file(to, file, _Text("", False), None)
        except TelegramError:
            raise Unclear("partly") from None

    async def _file(self, to: str, file: File, text: _Text, keyboard: InlineKeyboardMarkup | None) -> Message:
        photo = file.is_image and len(file.content) <= _PHOTO

        async def call(**told: Any) -> Message:
            if photo:
                return await self._bot.send_photo(
                    int(to), file.content, filename=file.name, reply_markup=keyboard, **told
                )
            return await self._bot.send_document(
                int(to), file.content, filename=file.name, reply_markup=keyboard, **told
            )

        found: Message = await text.worded("caption", call)
        return found

    async def _edit(self, message: Outgoing) -> Sent | None:
        """Replaces a shown card. None when it cannot be replaced any more: then a new one is sent."""
        from telegram.error import BadRequest

        chat, _, number = (message.edits_id or "").rpartition(":")
        if not (number.isdigit() and chat.lstrip("-").isdigit()) or message.files:
            return None
        where: dict[str, Any] = {"chat_id": int(chat), "message_id": int(number)}
        keyboard = _keyboard(message.buttons)
        try:
            await _Text(message.text, message.house).worded(
                "text", lambda **told: self._bot.edit_message_text(reply_markup=keyboard, **where, **told)
            )
        except BadRequest as refusal:
            if "not modified" not in refusal.message.lower():
                return None
        return Sent(message.edits_id or "")


@dataclass(frozen=True, slots=True)
class _Text:
    """Words for one message; only the ``house``'s own have markup, a person's go out untouched."""

    words: str
    house: bool

    async def worded(self, name: str, call: Callable[..., Awaitable[Any]]) -> Any:
        """The call with markup and, when Telegram cannot read that, once more without."""
        from telegram.error import BadRequest

        if not self.house:
            return await call(**{name: self.words})
        try:
            return await call(**{name: rendering.to_telegram_html(self.words), "parse_mode": "HTML"})
        except BadRequest as refusal:
            if "parse entities" not in refusal.message.lower():
                raise
            return await call(**{name: rendering.to_plain(self.words)})


def _keyboard(buttons: tuple[Button, ...]) -> InlineKeyboardMarkup | None:
    """Short labels stand side by side, long ones alone. Raises ValueError for data above 64 bytes."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup

    if not buttons:
        return None
    rows: list[list[InlineKeyboardButton]] = []
    width = _ROW
    for button in buttons[:_BUTTONS]:
        if len(button.id.encode()) > _DATA:
            raise ValueError(f"button {button.id!r} has more than {_DATA} bytes")
        label = " ".join(button.label.split())[:_DATA] or "·"
        if width + len(label) > _ROW or len(rows[-1]) == _ABREAST:
            rows.append([])
            width = 0
        rows[-1].append(InlineKeyboardButton(label, callback_data=button.id))
        width += len(label)
    return InlineKeyboardMarkup(rows)


def meaning(failure: TelegramError) -> NotSent | Unclear | Refused:
    """Telegram's errors in the channel protocol's terms."""
    from telegram import error

    said = failure.message.lower()
    if isinstance(failure, error.RetryAfter):
        wait = failure.retry_after
        return NotSent("provider_busy", float(wait if isinstance(wait, int | float) else wait.total_seconds()))
    if isinstance(failure, error.Forbidden):
        return Refused("blocked" if "blocked" in said or "deactivated" in said else "undeliverable")
    if isinstance(failure, error.InvalidToken | error.EndPointNotFound):
        return NotSent("account_login", _LOGIN_PAUSE)
    if isinstance(failure, error.BadRequest | error.ChatMigrated):
        return Refused("undeliverable" if "chat not found" in said or "peer_id" in said else "provider_refused")
    if isinstance(failure, error.Conflict):
        return NotSent("provider_busy", 5.0)
    if "too many requests" in said:
        return NotSent("provider_busy", 5.0)
    if isinstance(failure, error.NetworkError) and type(failure.__cause__).__name__ in _UNSENT:
        return NotSent("provider_unreachable")
    return Unclear(type(failure).__name__)
