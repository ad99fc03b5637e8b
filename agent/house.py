"""The built house: every room put together once, explicitly, and opened and closed around whoever runs it.

Importing this does nothing; each room is imported when the house is built.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agent.inbox import Inbox
    from agent.lead import LeadAgent
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
    lead_agent: LeadAgent

    async def warm_up(self) -> None:
        """For a process with an open door, before it opens (``agent.warmup``)."""
        from agent.warmup import warm_up

        await asyncio.to_thread(warm_up, self.lead_agent)

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
    lead_agent = LeadAgent(models)
    inbox.leads = LeadTurns(db, clock, outbox, engine, runner, lead_agent)
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
        lead_agent,
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
