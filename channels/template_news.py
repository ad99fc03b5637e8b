"""What vendors say of approved templates becomes rows: status, names, parameters. The text a template shows stays ours.

A template whose words differ at the vendor is never sent as ours: what was approved here would not be what arrives.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from datetime import datetime

import structlog

from channels.base import NotSent, Refused, TemplateNews, Unclear
from channels.outbox import Outbox
from channels.whatsapp.templates import parameters
from store.db import Database, Work
from store.models import WhatsappTemplate
from store.queries import flows, people

log = structlog.get_logger()
HOUR = 3600.0
_BRACES = re.compile(r"\{\{[^{}]*\}\}")


async def apply(work: Work, provider: str, news: TemplateNews, now: datetime) -> None:
    """Puts one template's news onto the rows of every team that the account serves."""
    accounts = await people.accounts_of(work.scope(), provider)
    teams = {account.team_id for account in accounts if news.account in ("", account.name)}
    for team_id in sorted(teams):
        row = await flows.template_row(work.scope(), team_id, news.name, news.language[:2].lower())
        if row is None and news.body is not None:
            row = WhatsappTemplate(
                team_id=team_id, name=news.name, language=news.language[:2].lower(), status="", body=news.body, at=now
            )
            work.session.add(row)
        if row is not None:
            _update(row, provider, news, now)


def _update(row: WhatsappTemplate, provider: str, news: TemplateNews, now: datetime) -> None:
    row.provider, row.provider_language, row.checked_at = provider, news.language, now
    row.provider_name = news.provider_name or row.provider_name
    row.category = news.category or row.category
    row.status = news.status
    if news.body is not None:
        row.parameters = list(parameters(news.body))
        row.status = news.status if same_words(row.body, news.body) else "differs"


def same_words(ours: str, theirs: str) -> bool:
    """Whether two bodies say the same around their placeholders. PURE."""
    return _BRACES.sub("{{}}", ours.strip()) == _BRACES.sub("{{}}", theirs.strip())


class Sync:
    """Asks every vendor for its templates, once an hour of real time and at the first look."""

    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox
        self._last = -HOUR

    async def tick(self) -> int:
        """How many templates were told of; a vendor that cannot be asked is asked again an hour later."""
        if time.monotonic() - self._last < HOUR:
            return 0
        self._last = time.monotonic()
        count = 0
        for provider in self.outbox.adapters.providers.values():
            try:
                news = await provider.templates()
            except (NotSent, Refused, Unclear) as error:
                log.warning("templates_not_listed", provider=provider.name, error=str(error))
                continue
            await self._store(provider.name, news)
            count += len(news)
        return count

    async def _store(self, provider: str, news: Sequence[TemplateNews]) -> None:
        if not news:
            return
        async with self.db.write() as work:
            for item in news:
                await apply(work, provider, item, self.outbox.clock.now())
