"""A house as small as the web side allows: real rows, phones and clock; runner, inbox and clockwork are scripted."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from channels.sandbox import CHANNELS, Phones
from store.clock import SandboxClock
from store.db import Database, Work
from store.migrate import upgrade
from store.models import Account, Identity, Lead, Team, User
from store.queries import acts
from store.queries.wipe import wipe
from store.settings import Settings
from store.types import Accepted, Actor, ActOrigin, Button, Inbound, Outcome, Outgoing, Say, ToolCall
from tests.support.web import app_over
from tools import record

START = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


class Frozen:
    """Real time that stands still."""

    def now(self) -> datetime:
        return START


class Inbox:
    """Takes everything and answers with an echo that has a button."""

    def __init__(self, phones: Phones, clock: SandboxClock) -> None:
        self.phones, self.clock = phones, clock
        self.seen: list[Inbound] = []

    async def accept(self, inbound: Inbound) -> Accepted:
        self.seen.append(inbound)
        number = len(self.seen)
        text, buttons = f"Echo: {inbound.text or inbound.tap}", (Button(f"c{number}.0", "Ja"),)
        echo = Outgoing(number, inbound.channel, inbound.external_id, text, buttons)
        await self.phones.deliver(echo, self.clock.now())
        return Accepted(number, 1)

    async def drain(self, conversation_id: int) -> int:
        return 0


class Drive:
    """Stops at scripted moments; each stop is one run of ``tick``."""

    def __init__(self, clock: SandboxClock) -> None:
        self.clock = clock
        self.due: list[datetime] = []
        self.stops: list[datetime] = []
        self.busy = False

    async def advance(self, target: datetime, move: Callable[[datetime], Awaitable[None]]) -> Mapping[str, int]:
        ran = 0
        while self.due and self.due[0] <= target:
            await move(self.due.pop(0))
            self.stops.append(self.clock.now())
            ran += 1
        await move(target)
        return {"tick": ran} if ran else {}

    async def idle(self, seconds: float) -> bool:
        return not self.busy


class Runner:
    """Answers what the test wants, through the real audit log: the same key never acts twice."""

    def __init__(self, db: Database, clock: SandboxClock) -> None:
        self.db, self.clock = db, clock
        self.outcome = Outcome("done", Say("nothing-open"))
        self.error: Exception | None = None
        self.calls: list[tuple[Actor, ToolCall, ActOrigin]] = []

    async def __call__(self, actor: Actor, call: ToolCall, origin: ActOrigin, *, work: Work | None = None) -> Outcome:
        if self.error is not None:
            raise self.error
        async with self.db.write() as own:
            if (done := await acts.act(own.scope(), call.key)) is not None:
                return record.read(done)
            self.calls.append((actor, call, origin))
            return await record.write(own, actor, call, origin, self.outcome, None, self.clock.now())


@dataclass
class House:
    settings: Settings
    db: Database
    phones: Phones
    clock: SandboxClock
    inbox: Inbox
    drive: Drive
    runner: Runner
    intake: Any = None
    models: Any = None
    outbox: Any = None
    providers: Mapping[str, Any] = field(default_factory=dict)
    resets: list[bool] = field(default_factory=list)

    async def reset(self, demo: bool) -> None:
        self.resets.append(demo)
        async with self.db.write() as work:
            await wipe(work.scope())
        await self.phones.clear()
        if demo:
            await people(self.db, self.clock.now())


async def people(db: Database, now: datetime, password_hash: str | None = None) -> None:
    """A team with a leader, a rep and two leads."""
    async with db.write() as work:
        team = Team(name="T")
        work.session.add(team)
        await work.session.flush()
        lena = User(team_id=team.id, login="lena", name="Lena", role="leader", password_hash=password_hash)
        max_ = User(team_id=team.id, login="max", name="Max", password_hash=password_hash)
        accounts = {channel: Account(team_id=team.id, channel=channel, name="sandbox") for channel in CHANNELS}
        work.session.add_all([lena, max_, *accounts.values()])
        await work.session.flush()
        for name, phone, email in (("Anna", "+4915112340001", None), ("Tom", None, "tom@example.org")):
            work.session.add(
                Lead(team_id=team.id, owner_id=max_.id, name=name, phone=phone, email=email, created_at=now)
            )
        work.session.add(Identity(account_id=accounts["telegram"].id, external_id="max", user_id=max_.id))


_migrated: list[bytes] = []


async def blank(path: Path) -> None:
    """A migrated empty database: migrated once, then copied."""
    if not _migrated:
        db = Database(f"sqlite+aiosqlite:///{path}")
        await upgrade(db)
        await db.close()
    _copy(path)


def _copy(path: Path) -> None:
    if not _migrated:
        _migrated.append(path.read_bytes())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_migrated[0])


@contextlib.asynccontextmanager
async def house(folder: Path, *, sandbox: bool = True, password_hash: str | None = None) -> AsyncIterator[House]:
    settings = Settings(data=folder, sandbox=sandbox, _env_file=None)
    await blank(folder / "salesflow.db")
    db = Database(settings.url())
    await people(db, START, password_hash)
    phones = Phones(folder / "sandbox.db")
    await phones.open()
    clock = SandboxClock(Frozen())
    await clock.restore(phones)
    try:
        yield House(settings, db, phones, clock, Inbox(phones, clock), Drive(clock), Runner(db, clock))
    finally:
        await phones.close()
        await db.close()


def client(built: House, base_url: str = "http://localhost:8000", caller: str = "127.0.0.1") -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app_over(built), client=(caller, 50_000))
    return httpx.AsyncClient(transport=transport, base_url=base_url)


def is_problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status and body["title"] and body["detail"] and body["type"]
    assert "Traceback" not in answer.text
    return body
