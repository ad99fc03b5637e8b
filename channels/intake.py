"""From a vendor's parsed call into the house: messages through the door in, receipts onto their rows.

Each event is its own transaction, committed before the vendor gets its 200. What cannot be taken is kept in
``provider_events`` with its reason, and the rest of the call goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError

from channels import receipts, template_news
from channels.base import Event, Odd, TemplateNews
from channels.outbox import Outbox
from store.db import Database, Work
from store.models import Account, Place
from store.ports import Accept, Clock
from store.queries import people, wire
from store.types import Inbound, Receipt

log = structlog.get_logger()


class NoTeam(LookupError):
    """Nobody is set up yet to whom a message could belong; the vendor has to come again."""


class Intake:
    """Fills ``channels.base.Intake``. ``accept`` is the door in, set by ``agent.house``."""

    def __init__(self, db: Database, clock: Clock, outbox: Outbox, accept: Accept) -> None:
        self.db = db
        self.clock = clock
        self.outbox = outbox
        self.accept = accept
        self._lines: WeakValueDictionary[tuple[str, str, str], asyncio.Lock] = WeakValueDictionary()

    async def take(self, provider: str, channel: str, events: Sequence[Event]) -> None:
        """Saves every event in order. Raises NoTeam before anything is saved; an absent database raises on."""
        for event in events:
            try:
                if isinstance(event, Inbound):
                    await self._message(provider, event)
                elif isinstance(event, Receipt):
                    await receipts.apply(self.db, self.outbox, event)
                elif isinstance(event, TemplateNews):
                    async with self.db.write() as work:
                        await template_news.apply(work, provider, event, self.clock.now())
                elif isinstance(event, Odd):
                    await self.quarantine(provider, event.body, event.why)
            except (OperationalError, InterfaceError, NoTeam):
                raise
            except Exception as error:
                log.exception("event_failed", provider=provider)
                await self.quarantine(provider, repr(event).encode(), type(error).__name__)

    async def _message(self, provider: str, event: Inbound) -> None:
        """One person's messages one after the other as they came in, however many calls bring them at once."""
        key = (event.channel, event.account, event.external_id)
        async with self._lines.setdefault(key, asyncio.Lock()):
            try:
                await self.accept(event)
            except LookupError:
                if not await self._account(provider, event.channel, event.account):
                    raise
                await self.accept(event)

    async def quarantine(self, provider: str, body: bytes, reason: str) -> None:
        """Keeps a call that cannot be understood, once for each body."""
        async with self.db.write() as work:
            await wire.keep(work.scope(), provider, body, reason, self.clock.now())

    async def recall(self, name: str) -> dict[str, Any] | None:
        """How far something was read, as ``remember`` was told."""
        async with self.db.read() as scope:
            found = await wire.place(scope, name)
        return dict(found.value) if found is not None else None

    async def remember(self, name: str, value: dict[str, Any]) -> None:
        async with self.db.write() as work:
            found = await wire.place(work.scope(), name)
            if found is None:
                work.session.add(Place(name=name, value=value))
            else:
                found.value = value

    async def open_accounts(self) -> None:
        """The configured accounts as rows, so that something can be sent before anybody has written."""
        for provider in self.outbox.adapters.providers.values():
            for name in provider.accounts:
                try:
                    await self._account(provider.name, provider.channel, name)
                except NoTeam:
                    return

    async def _account(self, provider: str, channel: str, name: str) -> bool:
        """Opens an account that is not there yet; whether it did."""
        async with self.db.read() as scope:
            known = await people.account(scope, channel, name)
        if known is not None:
            return False
        async with self.db.write() as work:
            await self._open(work, provider, channel, name)
        return True

    async def _open(self, work: Work, provider: str, channel: str, name: str) -> None:
        """A vendor's account belongs to the first team there is until somebody says otherwise."""
        scope = work.scope()
        if await people.account(scope, channel, name) is not None:
            return
        team = await people.first_team(scope)
        if team is None:
            raise NoTeam("no team yet")
        vendor = self.outbox.adapters.providers.get(provider)
        warmup = list(vendor.warmup) if vendor is not None else []
        limits = {"warmup": warmup} if warmup else {}
        opened = self.clock.now()
        work.session.add(
            Account(team_id=team.id, channel=channel, name=name, provider=provider, limits=limits, opened_at=opened)
        )
