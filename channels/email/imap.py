"""The mailbox's inbound side: every new mail once, by UID, without touching it (BODY.PEEK), then IDLE until the next.

The place (UIDVALIDITY and the last UID) is kept in rows after each mail. A mailbox seen for the first time begins with
what comes from now on. When the server renumbers it (UIDVALIDITY), the last week is read again: what was here before
is known by its Message-ID.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from aioimaplib import IMAP4, AioImapException, IMAP4ClientProtocol

from channels.email.oauth import Keys
from channels.email.smtp import tls
from store.settings import Settings

LARGEST = 25 * 2**20  # of a mail; of a larger one the beginning is read
_BEGINNING = 512 * 1024
_TIMEOUT = 30.0
_IDLE = 24 * 60.0  # servers hang up after 29 minutes (RFC 2177)
_POLL = 30.0  # where the server knows no IDLE
_AGAIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Place:
    """How far a mailbox is read: ``uid`` is the last one taken under this ``validity``."""

    validity: int
    uid: int


class MailboxError(Exception):
    """The server said no, or hung up."""


Take = Callable[[bytes, str], Awaitable[None]]
Keep = Callable[[Place], Awaitable[None]]


class _Protocol(IMAP4ClientProtocol):  # type: ignore[misc]
    def _continuation(self, line: bytes) -> None:
        """A refused key is answered with details first; an empty line asks for the verdict (XOAUTH2)."""
        if self.pending_sync_command is not None and self.pending_sync_command.name == "AUTHENTICATE":
            self.transport.write(b"\r\n")
        else:
            super()._continuation(line)


class _Client(IMAP4):  # type: ignore[misc]
    def create_client(self, host: str, port: int, loop: Any, conn_lost_cb: Any = None, ssl_context: Any = None) -> None:
        running = asyncio.get_running_loop()
        self.protocol = _Protocol(running, conn_lost_cb)
        self._client_task = running.create_task(
            running.create_connection(lambda: self.protocol, host, port, ssl=ssl_context)
        )


class Mailbox:
    """One connection to one folder."""

    def __init__(self, settings: Settings, keys: Keys | None) -> None:
        self._settings = settings
        self._keys = keys
        self._lost = asyncio.Event()
        security = settings.imap_security
        self._client = _Client(
            settings.imap_host,
            settings.imap_port or (993 if security == "ssl" else 143),
            timeout=_TIMEOUT,
            conn_lost_cb=lambda _error: self._lost.set(),
            ssl_context=tls(settings) if security == "ssl" else None,
        )

    async def follow(self, place: Place | None, take: Take, keep: Keep) -> None:
        """Reads what is new, then waits for more, for ever. Raises when the connection is gone."""
        found = await self.open()
        place = await self._start(place, found, keep)
        while True:
            async for uid in self._new(place):
                raw = await self._fetch(uid)
                if raw is not None:
                    await take(raw, f"{place.validity}:{uid}")
                place = replace(place, uid=uid)
                await keep(place)
            await self._wait()

    async def open(self) -> Place:
        """Connected, logged in, the folder selected; its validity and the last UID given out so far."""
        settings = self._settings
        await self._client.wait_hello_from_server()
        _ok(await self._log_in(settings.imap_user or settings.smtp_user or settings.mail_from), "login")
        selected = _ok(await self._client.select(_quoted(settings.imap_folder)), "select")
        validity, following = _number(selected, "UIDVALIDITY"), _number(selected, "UIDNEXT")
        if validity is None:
            raise MailboxError("no UIDVALIDITY")
        return Place(validity, (following or 1) - 1)

    async def _log_in(self, user: str) -> Any:
        if self._keys is None:
            password = (self._settings.imap_password or self._settings.smtp_password).get_secret_value()
            return await self._client.login(_quoted(user), password)
        answer = await self._client.xoauth2(user, await self._keys.key())
        return answer if answer.result == "OK" else await self._client.xoauth2(user, await self._keys.key(fresh=True))

    async def close(self) -> None:
        with contextlib.suppress(Exception):
            async with asyncio.timeout(2):
                await self._client.logout()
        transport = self._client.protocol.transport
        if transport is not None:
            transport.close()

    async def _start(self, known: Place | None, found: Place, keep: Keep) -> Place:
        if known is not None and known.validity == found.validity:
            return known
        place = found
        if known is not None:
            uids = await self._search("SINCE", (datetime.now(UTC) - _AGAIN).strftime("%d-%b-%Y"))
            place = Place(found.validity, min(uids, default=found.uid + 1) - 1)
        await keep(place)
        return place

    async def _new(self, place: Place) -> AsyncIterator[int]:
        """UIDs behind the place, in order; a range to the end always names the last mail, so older ones are dropped."""
        for uid in await self._search("UID", f"{place.uid + 1}:*"):
            if uid > place.uid:
                yield uid

    async def _search(self, *criteria: str) -> list[int]:
        lines = _ok(await self._client.uid_search(*criteria, charset=None), "search")
        return sorted({int(word) for line in lines[:-1] for word in bytes(line).split() if word.isdigit()})

    async def _fetch(self, uid: int) -> bytes | None:
        """The raw mail; None when it was deleted meanwhile."""
        sized = _ok(await self._client.uid("fetch", str(uid), "(RFC822.SIZE)"), "fetch")
        size = _number(sized, "RFC822.SIZE")
        if size is None:
            return None
        part = "BODY.PEEK[]" if size <= LARGEST else f"BODY.PEEK[]<0.{_BEGINNING}>"
        lines = _ok(await self._client.uid("fetch", str(uid), f"({part})"), "fetch")
        return next((bytes(line) for line in lines if isinstance(line, bytearray)), None)

    async def _wait(self) -> None:
        """Until the server says that something has changed, or it is time to look anyway."""
        if not self._client.has_capability("IDLE"):
            await self._or_lost(asyncio.sleep(_POLL))
            _ok(await self._client.noop(), "noop")
            return
        idle = await self._client.idle_start(timeout=_IDLE)
        try:
            await self._or_lost(self._client.wait_server_push(_IDLE + 60))
        finally:
            if not self._lost.is_set():
                self._client.idle_done()
                async with asyncio.timeout(_TIMEOUT):
                    await idle

    async def _or_lost(self, waiting: Any) -> None:
        tasks = [asyncio.ensure_future(waiting), asyncio.ensure_future(self._lost.wait())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
        if self._lost.is_set():
            raise MailboxError("the server hung up")


def _ok(response: Any, what: str) -> list[bytes]:
    if response.result != "OK":
        raise MailboxError(what)
    return list(response.lines)


def _number(lines: list[bytes], name: str) -> int | None:
    text = b" ".join(bytes(line) for line in lines if not isinstance(line, bytearray)).decode("ascii", "replace")
    found = re.search(rf"{re.escape(name)} (\d+)", text)
    return int(found[1]) if found else None


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


async def check(settings: Settings, keys: Keys | None) -> None:
    """Logs in and selects the folder. Raises NotSent or one of TROUBLE."""
    mailbox = Mailbox(settings, keys)
    try:
        await mailbox.open()
    finally:
        await mailbox.close()


TROUBLE = (MailboxError, AioImapException, TimeoutError, OSError)
