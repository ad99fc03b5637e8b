"""Shows a person that an answer is on its way. Beside the outbox: it says nothing and may be lost."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from channels.base import Provider
from channels.outbox import Outbox
from store.db import Database
from store.models import Account, Conversation, Message

_MOST = 60.0  # seconds


class Signs:
    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox

    @contextlib.asynccontextmanager
    async def working(self, conversation: Conversation, row: Message) -> AsyncIterator[None]:
        """Only where an answer surely comes: to one of ours, or to a lead whom the bot answers by itself."""
        answers = conversation.user_id is not None or conversation.mode == "auto"
        vendors = self.outbox.adapters.providers.values()
        if not answers or all(vendor.channel != conversation.channel for vendor in vendors):
            yield
            return
        showing = asyncio.create_task(self._show(conversation, row))
        try:
            yield
        finally:
            showing.cancel()

    async def _show(self, conversation: Conversation, row: Message) -> None:
        async with self.db.read() as scope:
            account = await scope.session.get(Account, conversation.account_id)
        adapter = self.outbox.adapters.of(account) if account is not None else None
        if account is None or not isinstance(adapter, Provider):
            return
        for _ in range(round(_MOST / adapter.sign_seconds)):
            await adapter.seen(account.name, conversation.external_id, row.provider_id or "")
            await asyncio.sleep(adapter.sign_seconds)
