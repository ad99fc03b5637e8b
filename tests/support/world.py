"""The whole bot on a temporary SQLite, with phones to look at and a clock that only moves when told."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import bot
from channels.sandbox import Phones
from store.settings import Settings
from store.types import Inbound

# A Wednesday, 10:30 in Berlin: no holiday in any region, inside everybody's day.
START = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


class StillClock:
    """Business time that stands still until a test moves it."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    async def move(self, to: datetime) -> None:
        self.at = to

    async def restore(self, phones: Phones) -> None:
        """A test's clock remembers nothing."""


class World:
    """Reads like people: ``await world.max("Schreib Anna …")`` answers what Max's phone shows then."""

    def __init__(self, parts: bot.Parts, clock: StillClock) -> None:
        self.parts = parts
        self.clock = clock
        self._seen: dict[tuple[str, str], int] = {}
        self._numbers: dict[str, str] = {}

    async def say(self, channel: str, address: str, text: str = "", *, tap: str | None = None, name: str = "") -> None:
        inbound = Inbound(channel, address, "", text=text, tap=tap, name=name)
        number = await self.parts.phones.arrive(inbound, self.clock.now())
        await self.parts.inbox.accept(
            Inbound(channel, address, f"sandbox-{channel}-{number}", text=text, tap=tap, name=name)
        )
        await self.settle()

    async def settle(self) -> None:
        assert await self.parts.drive.idle(60), "the bot never came to rest"

    async def max(self, text: str = "", *, tap: str | None = None, rep: str = "max") -> list[dict[str, Any]]:
        """Max writes or taps on Telegram; what his phone shows from then on, or the card that changed in its place."""
        await self.new("telegram", rep)
        before = await self._edited(rep)
        await self.say("telegram", rep, text, tap=tap)
        found = await self.new("telegram", rep)
        return found or [item for key, item in (await self._edited(rep)).items() if tap and key not in before]

    async def _edited(self, rep: str) -> dict[tuple[int, str, str], dict[str, Any]]:
        """The cards on a rep's phone that were edited, by what they say now."""
        items = await self.parts.phones.shows("telegram", rep)
        return {(item["id"], item["text"], str(item["buttons"])): item for item in items if item.get("edited_at")}

    async def lead(self, name: str, text: str) -> list[dict[str, Any]]:
        """A lead writes on WhatsApp; what her phone shows from then on."""
        number = await self.number(name)
        await self.new("whatsapp", number)
        await self.say("whatsapp", number, text, name=name)
        return await self.new("whatsapp", number)

    async def own(self, name: str, text: str, place: int = 1, *, number: str = "") -> None:
        """The rep writes to a lead from the own phone; the same ``place`` is the same message delivered again."""
        address = number or await self.number(name)
        inbound = Inbound("whatsapp", address, f"own-{address}-{place}", text=text, signal="own")
        await self.parts.inbox.accept(inbound)
        await self.settle()

    async def tap(self, card: dict[str, Any], label: str, rep: str = "max") -> list[dict[str, Any]]:
        button = next(b for b in card["buttons"] if label.lower() in b["label"].lower())
        return await self.max(tap=button["id"], rep=rep)

    async def new(self, channel: str, address: str) -> list[dict[str, Any]]:
        """What a phone shows that this test has not looked at yet (own messages left out)."""
        since = self._seen.get((channel, address), 0)
        items = await self.parts.phones.shows(channel, address, since)
        if items:
            self._seen[channel, address] = items[-1]["id"]
        return [item for item in items if item["direction"] == "to_person"]

    async def phone(self, name: str) -> list[str]:
        """Every text a lead's WhatsApp ever showed."""
        items = await self.parts.phones.shows("whatsapp", await self.number(name))
        return [item["text"] for item in items if item["direction"] == "to_person"]

    async def number(self, name: str) -> str:
        if name not in self._numbers:
            rows = await self.rows("leads", "name", name)
            self._numbers[name] = rows[0]["phone"]
        return self._numbers[name]

    async def rows(self, table: str, column: str | None = None, value: Any = None) -> list[dict[str, Any]]:
        """Rows of a table as dicts, oldest first."""
        from store.models import Row

        found = Row.metadata.tables[table]
        query = found.select().order_by(found.c.id)
        if column is not None:
            query = query.where(found.c[column] == value)
        async with self.parts.db.read() as scope:
            return [dict(row._mapping) for row in await scope.session.execute(query)]

    async def tables(self, names: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
        """All rows of several tables at one moment, oldest first."""
        from store.models import Row

        tables = [Row.metadata.tables[name] for name in names]
        async with self.parts.db.read() as scope:
            connection = await scope.session.connection()
            found = {table.name: await connection.execute(table.select().order_by(table.c.id)) for table in tables}
        return {name: [dict(row) for row in rows.mappings()] for name, rows in found.items()}

    async def acts(self) -> list[tuple[str, str]]:
        return [(row["tool"], row["outcome"]) for row in await self.rows("audit_events")]

    async def advance(self, span: str) -> dict[str, int]:
        from store.dates import parse_duration

        step = parse_duration(span)
        assert step is not None, span
        return await self.until(self.clock.now() + step)

    async def until(self, target: datetime) -> dict[str, int]:
        return dict(await self.parts.drive.advance(target, self.clock.move))


_USUAL = Settings(_env_file=None)


def settings_of(values: dict[str, Any]) -> Settings:
    """The usual settings with some changed; asking the environment for every name is a quarter of opening a house."""
    made = _USUAL.model_copy()
    for name, value in values.items():
        Settings.__pydantic_validator__.validate_assignment(made, name, value)
    return made


@contextlib.asynccontextmanager
async def world(folder: Path, at: datetime = START, *, quiet: bool = False, **settings: Any) -> AsyncIterator[World]:
    """Opens the bot on ``folder``; an empty one gets a copy of a demo that was set up once for this moment.

    In a ``quiet`` one nobody wants the morning list, the evening line or the report on the week: most of what happens
    on a day of a story that is about something else.
    """
    if _empty(folder):
        if (at, quiet) not in _DEMOS:
            _DEMOS[at, quiet] = await _demo(at, quiet)
        shutil.copytree(_DEMOS[at, quiet], folder, dirs_exist_ok=True)
    async with _opened(folder, at, **settings) as found:
        yield found


async def _demo(at: datetime, quiet: bool) -> Path:
    """A folder with the demo as it is at ``at``; all but the first one start from the first one's schema."""
    folder = Path(tempfile.mkdtemp(prefix="demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    first = next(iter(_DEMOS.values()), None)
    if first is not None:
        shutil.copytree(first, folder, dirs_exist_ok=True)
    async with _opened(folder, at) as made:
        if first is not None:
            await made.parts.reset(demo=True)
        if quiet:
            await _hush(made, at)
    return folder


async def _hush(made: World, at: datetime) -> None:
    from sequences import daily_plan, plans
    from store.queries import daily

    silent = replace(daily_plan.DEFAULT, digest=None, evening=None, weekly=False)
    async with made.parts.db.write() as work:
        for user in await daily.without_plan(work.scope()):
            row = plans.fresh(user, at)
            plans.keep(row, silent, user, at)
            work.session.add(row)


def _empty(folder: Path) -> bool:
    return not folder.exists() or not any(folder.iterdir())


@contextlib.asynccontextmanager
async def _opened(folder: Path, at: datetime, **settings: Any) -> AsyncIterator[World]:
    clock = StillClock(at)
    given = settings_of({"data": folder, "burst_seconds": 0.0, **settings})
    async with bot.opened(given, ticking=False, clock=clock) as parts:
        yield World(parts, clock)


_DEMOS: dict[tuple[datetime, bool], Path] = {}
HOLD = timedelta(seconds=11)
