"""A Bot API server of one's own on loopback: the published protocol as far as a bot uses it, with its limits enforced.

People act on it (``says``, ``taps``, ``blocks``), and what the bot sent is read from the bytes that came (``calls``).
"""

from __future__ import annotations

import asyncio
import contextlib
import html.parser
import itertools
import json
import socket
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "4242:TEST-token"
BOT = {"id": 4242, "is_bot": True, "first_name": "SalesFlow", "username": "salesflow_bot"}
_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a"}


class _Entities(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.broken = False
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.broken |= tag not in _TAGS
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.broken |= not self.open or self.open.pop() != tag

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(text: str, mode: str | None) -> str | None:
    """The text after its entities are parsed; None when it cannot be."""
    if mode != "HTML":
        return text
    reader = _Entities()
    reader.feed(text)
    reader.close()
    return None if reader.broken or reader.open else reader.text


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass
class BotApi:
    url: str
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    faults: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    webhook: str = ""
    waiting: list[dict[str, Any]] = field(default_factory=list)
    confirmed: int = 0

    def __post_init__(self) -> None:
        self._update = itertools.count(700_000_001)
        self._number = itertools.count(11)
        self._news = asyncio.Event()

    # -- people

    def update(self, **content: Any) -> dict[str, Any]:
        """One update, as Telegram would push it."""
        return {"update_id": next(self._update), **content}

    def message(self, person: int, text: str | None = None, *, chat: Any = None, **content: Any) -> dict[str, Any]:
        sender = {"id": person, "is_bot": False, "first_name": "Ida", "last_name": "Lang", "language_code": "de"}
        place = chat or {"id": person, "type": "private", "first_name": "Ida"}
        base = {"message_id": next(self._number), "date": 1764063000, "chat": place, "from": sender}
        return {**base, **({"text": text} if text is not None else {}), **content}

    def says(self, person: int, text: str, **content: Any) -> dict[str, Any]:
        return self.queue(self.update(message=self.message(person, text, **content)))

    def taps(self, person: int, data: str, message_id: int = 1) -> dict[str, Any]:
        shown = {**self.message(person, "…"), "message_id": message_id, "from": BOT}
        sender = {"id": person, "is_bot": False, "first_name": "Ida", "language_code": "de"}
        query = {"id": f"q{next(self._number)}", "from": sender, "chat_instance": "1", "data": data, "message": shown}
        return self.queue(self.update(callback_query=query))

    def blocks(self, person: int, status: str = "kicked") -> dict[str, Any]:
        sender = {"id": person, "is_bot": False, "first_name": "Ida"}
        until = {"until_date": 0} if status == "kicked" else {}
        change = {
            "chat": {"id": person, "type": "private", "first_name": "Ida"},
            "from": sender,
            "date": 1764063000,
            "old_chat_member": {"user": BOT, "status": "member"},
            "new_chat_member": {"user": BOT, "status": status, **until},
        }
        return self.queue(self.update(my_chat_member=change))

    def queue(self, update: dict[str, Any]) -> dict[str, Any]:
        self.waiting.append(update)
        self._news.set()
        return update

    # -- what arrived

    def of(self, method: str) -> list[dict[str, Any]]:
        return [content for name, content in self.calls if name == method]

    def texts(self, person: int) -> list[str]:
        return [message["text"] for (chat, _), message in self.shown.items() if chat == person]

    async def until(self, found: Any, seconds: float = 15.0) -> Any:
        """Waits for something to have happened here."""
        async with asyncio.timeout(seconds):
            while not (answer := found()):  # noqa: ASYNC110 - anything may be waited for
                await asyncio.sleep(0.01)
        return answer

    # -- the protocol

    async def answer(self, request: Request) -> Response:
        method = request.path_params["method"]
        if request.path_params["token"] != TOKEN:
            return _error(401, "Unauthorized")
        content = await _content(request)
        self.calls.append((method, content))
        if self.faults[method]:
            status, body = self.faults[method].pop(0)
            if status == 0:
                await asyncio.sleep(body["seconds"])
            elif status != 200:
                return _error(status, **body)
        handler = getattr(self, f"_{method}", None)
        return await handler(content) if handler is not None else _result(True)

    async def _getMe(self, content: Any) -> Response:
        return _result(BOT)

    async def _getWebhookInfo(self, content: Any) -> Response:
        return _result({"url": self.webhook, "has_custom_certificate": False, "pending_update_count": 0})

    async def _setWebhook(self, content: Any) -> Response:
        self.webhook = content["url"]
        return _result(True)

    async def _deleteWebhook(self, content: Any) -> Response:
        self.webhook = ""
        return _result(True)

    async def _getUpdates(self, content: Any) -> Response:
        if self.webhook:
            return _error(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = int(content.get("offset") or 0)
        self.confirmed = max(self.confirmed, offset - 1)
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        if not self.waiting:
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._news.wait(), min(1.0, float(content.get("timeout") or 0)))
        return _result(self.waiting[:100])

    async def _sendMessage(self, content: Any) -> Response:
        return self._show(content, "text", 4096)

    async def _sendPhoto(self, content: Any) -> Response:
        return self._show(content, "caption", 1024)

    async def _sendDocument(self, content: Any) -> Response:
        return self._show(content, "caption", 1024)

    async def _editMessageText(self, content: Any) -> Response:
        key = (int(content["chat_id"]), int(content["message_id"]))
        if key not in self.shown:
            return _error(400, "Bad Request: message to edit not found")
        text = parsed(content["text"], content.get("parse_mode"))
        if text is None:
            return _error(400, "Bad Request: can't parse entities: unclosed tag")
        new = {"text": text, "markup": _markup(content)}
        if {**self.shown[key], **new} == self.shown[key]:
            return _error(400, "Bad Request: message is not modified: specified new message content is the same")
        self.shown[key] |= new
        return _result(self._as_message(key))

    def _show(self, content: Any, name: str, limit: int) -> Response:
        text = parsed(str(content.get(name) or ""), content.get("parse_mode"))
        if text is None:
            return _error(400, "Bad Request: can't parse entities: unsupported start tag")
        if units(text) > limit or (name == "text" and not text.strip()):
            return _error(400, "Bad Request: message is too long" if text.strip() else "Bad Request: text is empty")
        markup = _markup(content)
        for button in itertools.chain(*markup):
            if not 1 <= len(button["callback_data"].encode()) <= 64:
                return _error(400, "Bad Request: BUTTON_DATA_INVALID")
        key = (int(content["chat_id"]), next(self._number))
        along = {"file": name} if (name := next((n for n in ("photo", "document") if n in content), "")) else {}
        self.shown[key] = {"text": text, "markup": markup, **along}
        return _result(self._as_message(key))

    def _as_message(self, key: tuple[int, int]) -> dict[str, Any]:
        chat = {"id": key[0], "type": "private" if key[0] > 0 else "group"}
        return {"message_id": key[1], "date": 1764063000, "chat": chat, "from": BOT, "text": self.shown[key]["text"]}

    async def _getFile(self, content: Any) -> Response:
        name = content["file_id"]
        if name not in self.files:
            return _error(400, "Bad Request: invalid file_id")
        found = {"file_id": name, "file_unique_id": name, "file_size": len(self.files[name]), "file_path": f"d/{name}"}
        return _result(found)

    async def download(self, request: Request) -> Response:
        return Response(self.files[request.path_params["name"]])


async def _content(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("multipart/"):
        form = await request.form()
        return {name: value if isinstance(value, str) else await value.read() for name, value in form.items()}
    return {name: value for name, value in (await request.form()).items()}


def _markup(content: Any) -> list[list[dict[str, str]]]:
    return list(json.loads(content["reply_markup"])["inline_keyboard"]) if content.get("reply_markup") else []


def _result(value: Any) -> Response:
    return JSONResponse({"ok": True, "result": value})


def _error(code: int, description: str, **parameters: Any) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return JSONResponse(body, code)


@contextlib.asynccontextmanager
async def bot_api() -> AsyncIterator[BotApi]:
    listening = socket.create_server(("127.0.0.1", 0))
    api = BotApi(f"http://127.0.0.1:{listening.getsockname()[1]}")
    routes = [
        Route("/bot{token}/{method}", api.answer, methods=["GET", "POST"]),
        Route("/file/bot{token}/d/{name}", api.download),
    ]
    config = uvicorn.Config(Starlette(routes=routes), log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    try:
        yield api
    finally:
        api._news.set()
        server.should_exit = True
        await serving
