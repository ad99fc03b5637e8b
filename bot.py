"""Builds everything once, explicitly, and is the command line. Importing it does nothing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store import cli
from tools import cli as play

if TYPE_CHECKING:
    from agent.inbox import Inbox
    from agent.models import Models
    from channels.base import Provider
    from channels.delivery import Delivery
    from channels.intake import Intake
    from channels.outbox import Outbox
    from channels.sandbox import Phones
    from sequences.drive import Driver
    from sequences.engine import Engine
    from sequences.queue import Queue
    from store.clock import Movable
    from store.db import Database
    from store.settings import Settings
    from tools.calendar_sync import CalendarSync
    from tools.runner import Runner

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="SalesFlow: a sales colleague in your messenger.",
)
app.add_typer(cli.users, name="user")
app.command()(cli.export)
app.command()(play.simulate)
Data = cli.Data
LABELLED = Path(__file__).parent / "tests" / "unit" / "data" / "lead_messages.yaml"
PORT_FILE = "port"  # where a running process is reached, for a chat that joins it


@dataclass(slots=True)
class Parts:
    """The built house. Rooms get what they need from here, nothing looks anything up."""

    settings: Settings
    db: Database
    clock: Movable
    phones: Phones
    outbox: Outbox
    delivery: Delivery
    runner: Runner
    inbox: Inbox
    engine: Engine
    bell: Queue
    drive: Driver
    thinker: Any
    models: Models
    intake: Intake
    providers: Mapping[str, Provider]

    async def reset(self, demo: bool) -> None:
        """Empties the store and the phones; with ``demo`` loads the demo team again. Sandbox only."""
        from agent.demo import load
        from agent.prompts import library
        from store.queries.wipe import log_in_again, logins, wipe

        await self.bell.settled()
        async with self.db.write() as work:
            kept = await logins(work.scope())
            await wipe(work.scope())
            await self.engine.install(work)
            await library.install(work)
            if demo:
                await load(work, self.clock.now(), self.settings)
            await log_in_again(work.scope(), kept)
        await self.intake.open_accounts()
        await self.delivery.settled()
        await self.phones.clear()


def build(settings: Settings, clock: Movable | None = None) -> Parts:
    """Puts the rooms together; opens nothing yet (see ``opened``). Tests bring their own clock."""
    from agent.books import StoredBooks
    from agent.drafting import answer
    from agent.inbox import Inbox
    from agent.lead import LeadAgent
    from agent.lead_turn import LeadTurns
    from agent.listening import Listener
    from agent.models import Models
    from agent.rep_turn import RepTurns
    from agent.thinking import LazyThinker
    from channels import registry
    from channels.adapters import Adapters
    from channels.delivery import Delivery
    from channels.intake import Intake
    from channels.outbox import Outbox
    from channels.sandbox import CHANNELS, Phones, SandboxChannel
    from sequences import queue
    from sequences.engine import Engine
    from sequences.queue import Handler
    from store.clock import SandboxClock
    from store.db import Database
    from tools.calendar_sync import CalendarSync
    from tools.clients.calendars import ByUser
    from tools.clients.fetcher import Fetcher
    from tools.context import House
    from tools.runner import Runner

    db = Database(settings.url())
    phones = Phones(settings.data / "sandbox.db")
    clock = clock or SandboxClock()
    handlers: dict[str, Handler] = {}
    bell = queue.build(handlers, settings.workers)
    providers = registry.start(settings)
    twins = {channel: SandboxChannel(channel, phones) for channel in CHANNELS} if settings.sandbox else {}
    outbox = Outbox(settings, clock, bell, Adapters(twins, providers))
    delivery = Delivery(db, outbox)
    engine = Engine(db, clock, settings, outbox, bell)
    models = Models(settings, StoredBooks(db, clock, settings))
    fetcher, calendars = Fetcher(allow=settings.fetch_allow), ByUser(settings)
    runner = Runner(db, clock, House(settings, outbox, engine, models, answer, fetcher, calendars))
    syncing = CalendarSync(db, outbox, clock, calendars)
    engine.execute = runner
    inbox = Inbox(db, clock, outbox, bell)
    thinker = LazyThinker(db, clock, settings, runner, models)
    inbox.reps = RepTurns(db, clock, outbox, runner, thinker)
    inbox.listen = Listener(db, outbox, models)
    inbox.leads = LeadTurns(db, clock, outbox, engine, runner, LeadAgent(models))
    handlers["drain_conversation"] = inbox.drain
    handlers["drain_outbox"] = lambda _conversation: delivery.drain()
    drive = _driver(db, clock, bell, inbox, delivery, engine, outbox, syncing)
    intake = Intake(db, clock, outbox, inbox.accept)
    return Parts(
        settings,
        db,
        clock,
        phones,
        outbox,
        delivery,
        runner,
        inbox,
        engine,
        bell,
        drive,
        thinker,
        models,
        intake,
        providers,
    )


def _driver(
    db: Database,
    clock: Movable,
    bell: Queue,
    inbox: Inbox,
    delivery: Delivery,
    engine: Engine,
    outbox: Outbox,
    syncing: CalendarSync,
) -> Driver:
    """The jobs of the clockwork, the same for the scheduler and for the movable clock."""
    from channels.tending import Tending
    from sequences import campaigning, digests, escalating, importing, overdue, reminders
    from sequences.drive import Driver
    from sequences.scheduler import Job

    return Driver(
        db,
        clock,
        bell,
        (
            Job("sweep_conversations", 1.0, inbox.sweep),
            Job("tick_enrolments", 1.0, engine.tick),
            Job("tick_reminders", 1.0, lambda: reminders.tick(db, outbox, clock)),
            Job("tick_campaigns", 2.0, lambda: campaigning.tick(db, outbox, clock, engine.execute)),
            Job("daily", 30.0, lambda: digests.tick(db, outbox, clock)),
            Job("escalate", 30.0, lambda: escalating.tick(db, outbox, clock)),
            Job("tick_imports", 1.0, lambda: importing.tick(db, outbox, clock)),
            Job("sweep_outbox", 1.0, delivery.drain),
            Job("tend_channels", 60.0, Tending(db, outbox).tick),
            Job("recover_sends", 5.0, delivery.doubts.sweep),
            Job("expire_approvals", 5.0, lambda: overdue.tick(db, outbox, clock, engine)),
            Job("sync_calendars", 2.0, syncing.tick),
            Job("scan_triggers", 60.0, engine.scan_triggers),
        ),
        overdue.warning_time(outbox.settings.approval_hours),
    )


@contextlib.asynccontextmanager
async def opened(settings: Settings, *, ticking: bool = True, clock: Movable | None = None) -> AsyncIterator[Parts]:
    """The running house: lock taken, migrated, what a dead predecessor held given back, clockwork going.

    Raises ``BlockingIOError`` when another process already writes to the same data folder.
    """
    from agent.prompts import library
    from sequences import scheduler
    from store.leases import void_all
    from store.lock import exclusive
    from store.migrate import upgrade
    from store.models import Conversation, Enrolment, Meeting, Message

    with exclusive(settings.data / "salesflow.lock"):
        parts = build(settings, clock)
        await parts.phones.open()
        await parts.clock.restore(parts.phones)
        fresh = await upgrade(parts.db)
        async with parts.db.write() as work:
            await void_all(work, (Conversation, Enrolment, Meeting, Message))
            await parts.engine.install(work)
            await library.install(work)
        if fresh and settings.sandbox and not await _has_team(parts):
            await parts.reset(demo=True)
        parts.bell.start()
        await parts.intake.open_accounts()
        await parts.delivery.doubts.recover(dead=True)
        await parts.inbox.sweep()
        for provider in parts.providers.values():
            await provider.start(parts.intake)
        handle = scheduler.start(parts.drive.ticking()) if ticking else None
        try:
            yield parts
        finally:
            if handle is not None:
                await handle.stop()
            for provider in parts.providers.values():
                await provider.close()
            await parts.bell.stop()
            await parts.thinker.close()
            await parts.phones.close()
            await parts.db.close()


async def _has_team(parts: Parts) -> bool:
    from store.queries import people

    async with parts.db.read() as scope:
        return bool(await people.users(scope))


def _settings(data: Path | None = None, port: int | None = None) -> Settings:
    from store.settings import Settings

    given: dict[str, Any] = {}
    if data is not None:
        given["data"] = data
    if port is not None:
        given["port"] = port
    return Settings(**given)


@app.command()
def run(
    data: Data = None,
    port: Annotated[int | None, typer.Option("--port", help="Port of the web side.", min=1, max=65535)] = None,
    chat: Annotated[bool, typer.Option("--chat/--no-chat", help="Open a chat here when on a terminal.")] = True,
) -> None:
    """Starts everything in one process; on a terminal a chat opens right here."""
    from store import logs

    settings = _settings(data, port)
    logs.configure(settings.log_level)
    interactive = chat and sys.stdin.isatty() and sys.stdout.isatty()
    _guarded(settings, lambda: _serve(settings, interactive))


async def _serve(settings: Settings, interactive: bool) -> None:
    import uvicorn

    from channels.console import InProcess, chat
    from channels.web.app import create_app

    async with opened(settings) as parts:
        (settings.data / PORT_FILE).write_text(str(settings.port), encoding="ascii")
        web = create_app(parts, pages=True)
        async with web.state.site.running():
            config = uvicorn.Config(
                web,
                host="127.0.0.1" if settings.sandbox else settings.host,
                port=settings.port,
                log_level="warning",
                lifespan="off",
            )
            server = uvicorn.Server(config)
            typer.echo(f"SalesFlow: http://localhost:{settings.port}", err=not interactive)
            if not interactive:
                await server.serve()
                return
            serving = asyncio.create_task(server.serve())
            try:
                await chat(InProcess(parts, "max"), interactive=True)
            finally:
                server.should_exit = True
                await serving


@app.command()
def chat(
    data: Data = None,
    person: Annotated[str, typer.Option("--as", help="Who you are: max, lena, sofia, admin in the demo.")] = "max",
    port: Annotated[int | None, typer.Option("--port", help="Port of a process that already runs.")] = None,
) -> None:
    """Talks in the terminal or from a pipe; joins a running process on the same data, else runs alone."""
    from store import logs
    from store.lock import taken

    settings = _settings(data, port)
    logs.configure(settings.log_level)
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    if taken(settings.data / "salesflow.lock"):
        with contextlib.suppress(OSError, ValueError):
            found = int((settings.data / PORT_FILE).read_text(encoding="ascii"))
            settings = settings if port else settings.model_copy(update={"port": found})
        _guarded(settings, lambda: _chat_over_http(settings, person, interactive))
    else:
        _guarded(settings, lambda: _chat_here(settings, person, interactive))


async def _chat_here(settings: Settings, person: str, interactive: bool) -> None:
    from channels.console import InProcess, chat
    from store.queries import people

    async with opened(settings) as parts:
        async with parts.db.read() as scope:
            if await people.user_by_login(scope, person) is None:
                raise LookupError(f"Nobody here is called {person}. In the demo: max, lena, sofia, admin.")
        await chat(InProcess(parts, person), interactive=interactive)
        await _let_go(parts)


async def _let_go(parts: Parts) -> None:
    """Alone in its process, a chat that ends waits the seconds until what can still be undone has left."""
    from store.queries import leaving

    for _ in range(parts.settings.hold_seconds * 10 + 20):
        async with parts.db.read() as scope:
            held = await leaving.held_until(scope, parts.clock.now() + timedelta(seconds=parts.settings.hold_seconds))
        if not held:
            break
        await asyncio.sleep(0.1)
    await parts.drive.idle(5)


async def _chat_over_http(settings: Settings, person: str, interactive: bool) -> None:
    from channels.console import OverHttp, chat

    async with OverHttp(f"http://127.0.0.1:{settings.port}", person) as link:
        await link.check()
        if await chat(link, interactive=interactive):
            raise LookupError("The running process does not answer.")


def _guarded(settings: Settings, work: Any) -> None:
    """Runs it; says in one line who must do what when it cannot start."""
    try:
        asyncio.run(work())
    except BlockingIOError:
        typer.echo(f"Another SalesFlow process already works on {settings.data}. Stop it or use --data.", err=True)
        raise typer.Exit(1) from None
    except LookupError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


@app.command()
def migrate(
    data: Data = None,
) -> None:
    """Brings the database to the newest schema."""
    settings = _settings(data)

    async def work() -> None:
        from store.db import Database
        from store.lock import exclusive
        from store.migrate import upgrade

        with exclusive(settings.data / "salesflow.lock"):
            db = Database(settings.url())
            done = await upgrade(db)
            await db.close()
        typer.echo("Migrated to the newest schema." if done else "The schema is already the newest.")

    _guarded(settings, work)


@app.command()
def doctor(
    data: Data = None,
) -> None:
    """Checks settings, database, clock, models and what is in doubt, and says what to do."""
    from agent import model_check
    from channels import check
    from channels import doctor as channel_doctor
    from store.doctor import Finding, examine

    settings = _settings(data)
    findings: list[Finding] = []

    async def work() -> None:
        findings.extend(await examine(settings))
        findings.extend([*await check.examine(settings), *await channel_doctor.examine(settings)])
        findings.extend(await model_check.examine(settings))

    _guarded(settings, work)
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.ok else 'FIX '} {finding.what}: {finding.words}")
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)


@app.command()
def evaluate(
    model: Annotated[list[str] | None, typer.Option("--model", help="Only this configured model; may repeat.")] = None,
    file: Annotated[Path, typer.Option("--file", help="Labelled messages: part, intent, language, texts.")] = LABELLED,
    part: Annotated[str, typer.Option("--part", help="Which part of the file.")] = "held_out",
    most: Annotated[int | None, typer.Option("--most", help="At most so many messages, spread evenly.", min=1)] = None,
) -> None:
    """Runs labelled messages of leads through the rules and the configured models: confusion matrices, side by side."""
    from agent.evaluation import evaluate as run

    settings = _settings()

    async def work() -> None:
        typer.echo(await run(settings, file, part, model or (), most))

    _guarded(settings, work)


@app.command()
def openapi() -> None:
    """Prints the REST API's OpenAPI document (what the TypeScript client is generated from)."""
    import json
    import tempfile

    from channels.web.app import create_app
    from store.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        parts = build(Settings(data=Path(folder), sandbox=True))
        typer.echo(json.dumps(create_app(parts).openapi(), indent=1, sort_keys=True, ensure_ascii=False))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    app()
