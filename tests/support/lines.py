# ruff: noqa: E501
"""Every channel and its twin as one kind of line: what leaves over it, what its receiver was shown, how it fails.

What is shown is read from the bytes that the vendor's server got, or from the sandbox's phone. The servers are loopback
ones that answer as the vendor does; Telegram's and mail's enforce their own limits.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from channels import instagram, pieces
from channels.base import Channel, Sent
from channels.email.provider import EmailProvider
from channels.sandbox import Phones, SandboxChannel
from channels.telegram.provider import TelegramProvider
from channels.whatsapp import cloud, dialog360, twilio, ultramsg
from store.settings import Settings
from store.types import Button, File, Outgoing
from tests.support import mail as m
from tests.support.bot_api import TOKEN, bot_api
from tests.support.peer import Peer, Seen, peer
from tests.support.world import START

NOBODY = "http://127.0.0.1:9"
NUMBER = "+4915112340001"


@dataclass(frozen=True)
class Shown:
    """One message as its receiver sees it; ``choices`` are labels, ``file`` a name or where it is fetched from."""

    text: str
    choices: tuple[str, ...] = ()
    file: str = ""


@dataclass
class Line:
    """``faults``: busy, refuse, break, login -> makes the next send meet it; a line without one never does."""

    channel: Any
    name: str
    to: str
    account: str
    shown: Callable[[], Awaitable[list[Shown]]]
    faults: dict[str, Callable[[], None]] = field(default_factory=dict)
    server: Any = None

    def out(self, text: str, **more: Any) -> Outgoing:
        given = {"message_id": 7, "account": self.account, "origin": "human", **more}
        return Outgoing(channel=self.name, to=self.to, text=text, **given)

    async def send(self, text: str, **more: Any) -> Sent:
        sent: Sent = await self.channel.send(self.out(text, **more), START)
        return sent

    async def says(self, text: str, buttons: Sequence[Button] = (), files: Sequence[File] = (), **more: Any) -> None:
        """A whole message in as many parts as the channel takes."""
        for number, part in enumerate(pieces.pieces(text, buttons, self.channel.capabilities, files=len(files))):
            along = tuple(files[place] for place in part.files)
            links = tuple(f"https://bot.example/files/7/{place}/t" for place in part.files)
            await self.send(part.text, buttons=part.buttons, files=along, links=links, part=number, **more)


def settings(folder: Path, **given: Any) -> Settings:
    return Settings(_env_file=None, data=folder, public_base_url="https://bot.example", **given)


# What each vendor's server got, as its receiver sees it --------------------------------------------------------------


def _graph(seen: Seen) -> Shown:
    body = seen.json
    part = body[body["type"]]
    if body["type"] == "text":
        return Shown(part["body"])
    if body["type"] != "interactive":
        return Shown(part.get("caption", ""), file=part.get("filename") or body["type"])
    action = part["action"]
    rows = [row.get("description") or row["title"] for section in action.get("sections", ()) for row in section["rows"]]
    return Shown(part["body"]["text"], (*(b["reply"]["title"] for b in action.get("buttons", ())), *rows))


def _twilio(seen: Seen) -> Shown:
    form = seen.form
    if "ContentSid" not in form:
        return Shown(form["Body"], file=form.get("MediaUrl", ""))
    words = list(json.loads(form["ContentVariables"]).values())
    labels = words[1::2] if form["ContentSid"].endswith("b") else words[3::3]
    return Shown(words[0], tuple(labels))


def _ultramsg(seen: Seen) -> Shown:
    form = seen.form
    kind = seen.path.rpartition("/")[2]
    return Shown(form.get("body") or form.get("caption", ""), file="" if kind == "chat" else form.get("filename", kind))


def _instagram(seen: Seen) -> Shown:
    said = seen.json["message"]
    labels = tuple(reply["title"] for reply in said.get("quick_replies", ()))
    return Shown(said.get("text", ""), labels, said.get("attachment", {}).get("payload", {}).get("url", ""))


def _twilio_api(seen: Seen) -> tuple[int, Any]:
    if seen.path.endswith("/Messages.json"):
        return 201, {"sid": "SM1", "status": "queued"}
    if seen.method == "POST":
        name = seen.json["friendly_name"]
        return 201, {"sid": "HX1b" if "buttons" in name else "HX1l", "friendly_name": name}
    return 200, {"contents": [], "meta": {"key": "contents", "page": 0, "page_size": 50, "next_page_url": None}}


@dataclass(frozen=True)
class Vendor:
    """``given`` are its settings for a server's address; ``refusal`` and ``login`` are bodies of its own errors."""

    channel: str
    account: str
    to: str
    build: Callable[[Settings], Channel]
    given: Callable[[str], dict[str, str]]
    usual: Callable[[Seen], tuple[int, Any]]
    read: Callable[[Seen], Shown]
    ending: str
    refusal: tuple[int, Any]
    login: tuple[int, Any]


def _meta_error(code: int) -> Any:
    return {"error": {"code": code, "message": "m", "error_data": {"details": "d"}}}


def _media_or_sent(seen: Seen) -> tuple[int, Any]:
    return (200, {"id": "M1"}) if seen.path.endswith("/media") else (200, {"messages": [{"id": "wamid.1"}]})


VENDORS = {
    "cloud": Vendor(
        "whatsapp", "1", NUMBER, cloud.provider,
        lambda url: {"whatsapp_cloud_token": "t", "whatsapp_cloud_phone_number_id": "1", "whatsapp_cloud_base_url": url},
        _media_or_sent, _graph, "/messages", (400, _meta_error(131026)), (401, _meta_error(190)),
    ),
    "360dialog": Vendor(
        "whatsapp", "1", NUMBER, dialog360.provider,
        lambda url: {"dialog360_api_key": "1:k", "dialog360_base_url": url},
        _media_or_sent, _graph, "/messages", (400, _meta_error(131026)),
        (401, {"meta": {"success": False, "httpCode": 401, "developerMessage": "Invalid api_key"}}),
    ),
    "twilio": Vendor(
        "whatsapp", "+49", NUMBER, twilio.provider,
        lambda url: {"twilio_account_sid": "AC1", "twilio_auth_token": "t", "twilio_whatsapp_from": "+49",
                     "twilio_base_url": url, "twilio_content_base_url": url, "twilio_messaging_base_url": url},
        _twilio_api, _twilio, "/Messages.json", (400, {"code": 63003, "message": "m", "status": 400}),
        (401, {"code": 20003, "message": "m", "status": 401}),
    ),
    "ultramsg": Vendor(
        "whatsapp", "i1", NUMBER, ultramsg.provider, lambda url: {"ultramsg_token": "i1:t", "ultramsg_base_url": url},
        lambda seen: (200, {"sent": "true", "id": 1}), _ultramsg, "", (200, {"error": [{"to": "is not valid"}]}),
        (200, {"error": "Wrong token. Please provide token as a GET parameter."}),
    ),
    "instagram": Vendor(
        "instagram", "1", "1784", instagram.provider,
        lambda url: {"instagram_token": "1:t", "instagram_base_url": url},
        lambda seen: (200, {"message_id": "m"}), _instagram, "/messages", (400, _meta_error(551)), (401, _meta_error(190)),
    ),
}  # fmt: skip


@contextlib.asynccontextmanager
async def _vendor(folder: Path, vendor: Vendor) -> AsyncIterator[Line]:
    async with peer(vendor.usual) as server:
        adapter: Any = vendor.build(settings(folder, **vendor.given(server.url)))

        async def shown() -> list[Shown]:
            return [vendor.read(seen) for seen in server.posts(vendor.ending) if all(seen is not one for one in failed)]

        failed: list[Seen] = []
        line = Line(adapter, vendor.channel, vendor.to, vendor.account, shown, server=server)
        answers = {"busy": (429, {}), "break": (500, {}), "refuse": vendor.refusal, "login": vendor.login}
        line.faults = {name: _answering(server, failed, *answer) for name, answer in answers.items()}
        yield line
        await adapter.close()


def _answering(server: Peer, failed: list[Seen], status: int, body: Any) -> Callable[[], None]:
    def answer(seen: Seen) -> tuple[int, Any]:
        failed.append(seen)
        return status, body

    return lambda: server.answers.append(answer)


@contextlib.asynccontextmanager
async def _telegram(folder: Path) -> AsyncIterator[Line]:
    async with bot_api() as api:
        bot = TelegramProvider(settings(folder, telegram_bot_token=TOKEN, telegram_base_url=api.url))

        async def shown() -> list[Shown]:
            return [
                Shown(one["text"], tuple(b["text"] for row in one["markup"] for b in row), one.get("file", ""))
                for one in api.shown.values()
            ]

        def fault(status: int, description: str, **more: Any) -> Callable[[], None]:
            return lambda: api.faults.update(sendMessage=[(status, {"description": description, **more})])

        line = Line(bot, "telegram", "2002", "4242", shown, server=api)
        line.faults = {
            "busy": fault(429, "Too Many Requests: retry after 2", retry_after=2),
            "refuse": fault(400, "Bad Request: chat not found"),
            "break": fault(500, "Internal Server Error"),
            "login": fault(401, "Unauthorized"),
        }
        yield line
        await bot.close()


@contextlib.asynccontextmanager
async def _email(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    with m.smtp() as server:
        given = {"mail_from": m.OWN, "smtp_host": "127.0.0.1", "smtp_port": server.port, "smtp_security": "none"}

        async def shown() -> list[Shown]:
            return [
                Shown(one.said, file=next((str(p.get_filename()) for p in one.mail.iter_attachments()), ""))
                for one in server.arrived
            ]

        def silence() -> None:
            monkeypatch.setattr("channels.email.smtp._TIMEOUT", 0.3)
            server.silent = 1.0

        line = Line(EmailProvider(settings(folder, **given)), "email", "ida@lang.example", m.OWN, shown)
        line.faults = {
            "busy": lambda: server.answers.update(RCPT=["451 4.7.1 Come again"]),
            "refuse": lambda: server.answers.update(DATA=["554 5.7.1 No"]),
            "break": silence,
        }
        yield line


@contextlib.asynccontextmanager
async def _twin(folder: Path, name: str) -> AsyncIterator[Line]:
    phones = Phones(folder / "phones.db")
    await phones.open()

    async def shown() -> list[Shown]:
        return [
            Shown(one["text"], tuple(b["label"] for b in one["buttons"]), _named(one.get("file") or one.get("image")))
            for one in await phones.shows(name, "ida")
        ]

    line = Line(SandboxChannel(name, phones), name, "ida", "sandbox", shown)
    line.faults = {"busy": lambda: phones.fault(name, "429", 1), "break": lambda: phones.fault(name, "500", 1)}
    yield line
    await phones.close()


def _named(file: Any) -> str:
    return str(file["name"]) if file else ""


TWINS = ("telegram", "whatsapp", "email", "instagram", "web")
REAL = (*VENDORS, "telegram", "email")
EVERY = (*REAL, *(f"{name} twin" for name in TWINS))


def gone(name: str, folder: Path) -> Line:
    """The same line with nobody at the other end."""

    async def nothing() -> list[Shown]:
        return []

    if name in VENDORS:
        vendor = VENDORS[name]
        adapter: Any = vendor.build(settings(folder, **vendor.given(NOBODY)))
        return Line(adapter, vendor.channel, vendor.to, vendor.account, nothing)
    if name == "telegram":
        bot = TelegramProvider(settings(folder, telegram_bot_token=TOKEN, telegram_base_url=NOBODY))
        return Line(bot, "telegram", "2002", "4242", nothing)
    mailer = EmailProvider(
        settings(folder, mail_from=m.OWN, smtp_host="127.0.0.1", smtp_port=m.free_port(), smtp_security="none")
    )
    return Line(mailer, "email", "ida@lang.example", m.OWN, nothing)


def opened(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> contextlib.AbstractAsyncContextManager[Line]:
    if name.endswith(" twin"):
        return _twin(folder, name.removesuffix(" twin"))
    if name in VENDORS:
        return _vendor(folder, VENDORS[name])
    return _telegram(folder) if name == "telegram" else _email(folder, monkeypatch)
