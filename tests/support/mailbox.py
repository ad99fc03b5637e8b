"""The whole bot on a real mailbox: aiosmtpd takes what it sends, Dovecot serves what arrives."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import update

from store.models import Account
from tests.support import mail as m
from tests.support.web import app_over
from tests.support.world import World, world

IDA = "ida@lang.example"


def sending(smtp: m.Smtp, **more: Any) -> dict[str, Any]:
    return {
        "mail_from": m.OWN,
        "mail_name": "Max von der Firma",
        "smtp_host": "127.0.0.1",
        "smtp_port": smtp.port,
        "smtp_security": "none",
        "public_base_url": "https://bot.example",
        **more,
    }


class Line:
    def __init__(self, w: World, smtp: m.Smtp, imap: m.Imap) -> None:
        self.w, self.smtp, self.imap = w, smtp, imap

    async def arrives(self, *raws: bytes) -> None:
        """Mails reach the mailbox; returns when they are read and worked."""
        for raw in raws:
            self.imap.put(raw)
        async with m.until(lambda: self._read(self.imap.count)):
            await self.w.settle()

    async def _read(self, count: int) -> bool:
        places = await self.w.rows("places")
        return any(row["value"].get("uid", 0) >= count for row in places if row["name"].startswith("imap:"))

    async def inbound(self) -> list[dict[str, Any]]:
        (account,) = await self.w.rows("accounts", "name", m.OWN)
        rows = await self.w.rows("messages", "account_id", account["id"])
        return [row for row in rows if row["direction"] == "in"]

    async def lead(self) -> dict[str, Any]:
        (lead,) = await self.w.rows("leads", "email", IDA)
        return lead

    @contextlib.asynccontextmanager
    async def web(self) -> AsyncIterator[httpx.AsyncClient]:
        transport = httpx.ASGITransport(app_over(self.w.parts), client=("127.0.0.1", 50_000))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
            yield http


@contextlib.asynccontextmanager
async def mailbox(folder: Path) -> AsyncIterator[Line]:
    """Max looks after who writes to it."""
    with m.smtp() as smtp, m.dovecot() as imap:
        given = sending(
            smtp, imap_host="127.0.0.1", imap_port=imap.port, imap_security="none", imap_password=m.PASSWORD
        )
        async with world(folder, **given) as w:
            found = Line(w, smtp, imap)
            async with m.until(lambda: w.rows("places")), w.parts.db.write() as work:
                (max_,) = await w.rows("users", "login", "max")
                await work.session.execute(
                    update(Account).where(Account.name == m.OWN).values(default_owner_id=max_["id"])
                )
            yield found
