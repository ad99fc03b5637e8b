"""What the lines need once an hour: news of templates asked for, old quarantine forgotten, spent rates dropped."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta

import structlog

from channels import template_news
from channels.base import NotSent, Refused, TemplateNews, Unclear
from channels.outbox import Outbox
from store.db import Database
from store.queries import wire

log = structlog.get_logger()
HOUR = 3600.0
KEPT = timedelta(days=14)  # calls nobody understood hold personal data


class Tending:
    """Works at most once an hour of real time, however fast business time moves."""

    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox
        self._last = -HOUR

    async def tick(self) -> int:
        """How many templates were told of; a vendor that cannot be asked is asked again an hour later."""
        if time.monotonic() - self._last < HOUR:
            return 0
        self._last = time.monotonic()
        now = self.outbox.clock.now()
        async with self.db.write() as work:
            await wire.forget(work.scope(), now - KEPT)
            await wire.settle_rates(work.scope(), now)
        return sum([await self._templates(name) for name in self.outbox.adapters.providers])

    async def _templates(self, name: str) -> int:
        try:
            news = await self.outbox.adapters.providers[name].templates()
        except (NotSent, Refused, Unclear) as error:
            log.warning("templates_not_listed", provider=name, error=str(error))
            return 0
        await self._store(name, news)
        return len(news)

    async def _store(self, provider: str, news: Sequence[TemplateNews]) -> None:
        if not news:
            return
        async with self.db.write() as work:
            for item in news:
                await template_news.apply(work, provider, item, self.outbox.clock.now())
