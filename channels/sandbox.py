"""The sandbox: every messenger at once, with phones to look at instead of providers to pay.

It is the twin of all providers: its file below ``data`` is *their* memory, not ours, so a crash of the bot loses
nothing that a phone already shows, and a double send would be seen. Deliveries are appended, never merged.
"""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import aiosqlite

from channels.base import Capabilities, NotSent, Sent, Unclear
from store.types import File, Inbound, Outgoing

CHANNELS = ("telegram", "whatsapp", "email", "instagram", "web", "console")
FaultKind = Literal["429", "500", "timeout", "drop"]

_FILES = 20 * 2**20
_CAPABILITIES = {
    "whatsapp": Capabilities(
        limit=4096,
        buttons=3,
        edit=False,
        window=True,
        doubt="idempotent",
        files=_FILES,
        label=20,
        rows=10,
        body=1024,
    ),
    "instagram": Capabilities(
        limit=1000, buttons=13, edit=False, window=True, doubt="idempotent", units="bytes", label=20
    ),
    "telegram": Capabilities(
        limit=4096, buttons=100, edit=True, window=False, doubt="idempotent", files=_FILES, units="utf16"
    ),
    "email": Capabilities(limit=100_000, buttons=0, edit=False, window=False, doubt="idempotent", files=_FILES),
}
_DEFAULT = Capabilities(limit=4096, buttons=100, edit=True, window=False, doubt="idempotent", files=_FILES)

_SCHEMA = """
create table if not exists phone (
  id integer primary key autoincrement, at text not null, channel text not null, address text not null,
  direction text not null, text text not null, buttons text not null default '[]', message_id integer,
  tap text, name text, edited_at text, file text, subject text not null default '', image text);
create index if not exists phone_address on phone (channel, address, id);
create index if not exists phone_message on phone (message_id);
create table if not exists setting (name text primary key, value text not null);
"""

_LATER = {"subject": "text not null default ''", "image": "text"}


class Phones:
    """What every person's phone shows, and the faults the next sends meet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db: aiosqlite.Connection | None = None
        self._faults: dict[str, list[FaultKind]] = {}

    async def open(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._db = await aiosqlite.connect(self.path, isolation_level=None)
        await self._db.execute("pragma journal_mode=wal")
        await self._db.execute("pragma synchronous=full")
        await self._db.executescript(_SCHEMA)
        await self._complete(self._db)

    async def _complete(self, db: aiosqlite.Connection) -> None:
        """Columns that a file of an earlier version does not have yet."""
        there = {row[1] for row in await (await db.execute("pragma table_info(phone)")).fetchall()}
        for name, kind in _LATER.items():
            if name not in there:
                await db.execute(f"alter table phone add column {name} {kind}")

    async def close(self) -> None:
        if self._db is not None:
            await self._db.close()
            self._db = None

    @property
    def db(self) -> aiosqlite.Connection:
        if self._db is None:
            raise RuntimeError("the phones are not open")
        return self._db

    async def arrive(self, inbound: Inbound, at: datetime) -> int:
        """Somebody wrote or tapped on their phone; the id of what the phone shows."""
        cursor = await self.db.execute(
            "insert into phone (at, channel, address, direction, text, tap, name, file) values (?,?,?,?,?,?,?,?)",
            (
                at.isoformat(),
                inbound.channel,
                inbound.external_id,
                "from_person",
                inbound.text,
                inbound.tap,
                inbound.name,
                _shown(next(iter(inbound.files), None)),
            ),
        )
        return int(cursor.lastrowid or 0)

    async def deliver(self, message: Outgoing, at: datetime) -> int:
        """Shows a message, or replaces a shown one that it edits; the id on the phone."""
        buttons = json.dumps([{"id": b.id, "label": b.label} for b in message.buttons], ensure_ascii=False)
        if message.edits is not None and capabilities(message.channel).edit:
            cursor = await self.db.execute(
                "update phone set text=?, buttons=?, edited_at=? where message_id=? returning id",
                (message.text, buttons, at.isoformat(), message.edits),
            )
            row = await cursor.fetchone()
            if row is not None:
                return int(row[0])
        image = next((file for file in message.files if file.is_image), None)
        file = next((file for file in message.files if not file.is_image), None)
        cursor = await self.db.execute(
            "insert into phone (at, channel, address, direction, text, buttons, message_id, subject, image, file)"
            " values (?,?,?,?,?,?,?,?,?,?)",
            (
                at.isoformat(),
                message.channel,
                message.to,
                "to_person",
                message.text,
                buttons,
                message.message_id,
                message.subject,
                _shown(image),
                _shown(file),
            ),
        )
        return int(cursor.lastrowid or 0)

    async def find(self, message_id: int, part: int = 0) -> int | None:
        """What the phone shows of a message's part: parts arrive in order, so the first row is the first part."""
        query = "select id from phone where message_id=? order by id limit 1 offset ?"
        cursor = await self.db.execute(query, (message_id, part))
        row = await cursor.fetchone()
        return int(row[0]) if row else None

    async def shows(self, channel: str, address: str, since: int = 0) -> list[dict[str, Any]]:
        """The sandbox contract's list for one phone, oldest first."""
        cursor = await self.db.execute(
            "select id, at, direction, text, buttons, message_id, tap, edited_at, subject, image, file from phone"
            " where channel=? and address=? and id>? order by id",
            (channel, address, since),
        )
        return [_item(row) for row in await cursor.fetchall()]

    async def clear(self) -> None:
        await self.db.execute("delete from phone")
        self._faults.clear()

    def fault(self, channel: str, kind: FaultKind, times: int) -> None:
        """The next ``times`` sends on a channel fail so."""
        self._faults.setdefault(channel, []).extend([kind] * times)

    def next_fault(self, channel: str) -> FaultKind | None:
        waiting = self._faults.get(channel)
        return waiting.pop(0) if waiting else None

    def faults(self) -> Counter[str]:
        return Counter({channel: len(kinds) for channel, kinds in self._faults.items()})

    async def setting(self, name: str) -> str | None:
        cursor = await self.db.execute("select value from setting where name=?", (name,))
        row = await cursor.fetchone()
        return str(row[0]) if row else None

    async def keep(self, name: str, value: str) -> None:
        await self.db.execute("insert or replace into setting (name, value) values (?, ?)", (name, value))


def _item(row: Sequence[Any]) -> dict[str, Any]:
    number, at, direction, text, buttons, message_id, tap, edited_at, subject, image, file = row
    item: dict[str, Any] = {
        "id": number,
        "at": at,
        "direction": direction,
        "text": text,
        "buttons": json.loads(buttons),
        "state": "delivered" if direction == "to_person" else "received",
    }
    if message_id is not None:
        item["message_id"] = message_id
    if tap:
        item["tap"] = tap
    if edited_at:
        item["edited_at"] = edited_at
    if subject:
        item["subject"] = subject
    return item | {kind: json.loads(shown) for kind, shown in (("image", image), ("file", file)) if shown}


def _shown(file: File | None) -> str | None:
    return json.dumps({"name": file.name, "base64": base64.b64encode(file.content).decode()}) if file else None


def capabilities(channel: str) -> Capabilities:
    return _CAPABILITIES.get(channel, _DEFAULT)


class SandboxChannel:
    """One messenger of the sandbox behind the Channel protocol."""

    def __init__(self, channel: str, phones: Phones) -> None:
        self.capabilities = capabilities(channel)
        self._channel = channel
        self._phones = phones

    async def send(self, message: Outgoing, at: datetime) -> Sent:
        fault = self._phones.next_fault(self._channel)
        if fault == "429":
            raise NotSent("provider_busy", retry_after=2.0)
        if fault == "drop":
            raise NotSent("provider_unreachable")
        if fault == "500":
            raise Unclear("500")
        sent = Sent(f"{self._channel}-{await self._phones.deliver(message, at)}")
        if fault == "timeout":
            raise Unclear("timeout")
        return sent

    async def find(self, message_id: int, part: int = 0) -> Sent | None:
        found = await self._phones.find(message_id, part)
        return Sent(f"{self._channel}-{found}") if found is not None else None
