"""What a vendor keeps for us becomes files of ours before a turn is worked: its addresses end within minutes or days.

A rep's documents and voice notes are worked with; a lead's are shown to her rep, pictures too. The rest (videos,
stickers, what is too large) stays a reference. A vendor that is away keeps nobody waiting: the note says so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import update

from agent.hearing import is_voice
from agent.inbox import Turn
from channels.base import NotSent, Provider
from channels.outbox import Outbox
from store.db import Database
from store.leases import hold
from store.models import Account, Conversation, Message
from store.queries import attachments
from store.types import File, Media

SOUNDS = frozenset({"voice", "audio"})
_OURS, _THEIRS = SOUNDS | {"document"}, SOUNDS | {"document", "image"}
_SECONDS = 30.0  # for one file


class Fetching:
    """Downloads what came by reference, once for each message. ``payload["fetched"]``: whole, or away (try again)."""

    def __init__(self, db: Database, outbox: Outbox) -> None:
        self.db = db
        self.outbox = outbox

    async def __call__(self, turn: Turn) -> Turn:
        kinds = _OURS if turn.conversation.user_id is not None else _THEIRS
        rows = [await self._row(turn, row, kinds) if row.payload.get("media") else row for row in turn.rows]
        return replace(turn, rows=tuple(rows))

    async def _row(self, turn: Turn, row: Message, kinds: frozenset[str]) -> Message:
        if "fetched" in row.payload:
            return row
        async with self.db.read() as scope:
            account = await scope.session.get(Account, row.account_id)
        provider = self.outbox.adapters.providers.get(account.provider) if account is not None else None
        wanted = [media for media in _media(row.payload) if media.kind in kinds]
        if account is None or provider is None or not wanted:
            return row
        found = [await _file(provider, account.name, media) for media in wanted]
        row.payload = {**row.payload, "fetched": "away" if any(one is None for one in found) else "whole"}
        async with self.db.write() as work:
            await hold(work.scope(), Conversation, turn.lease)
            files = [one for one in found if isinstance(one, File)]
            await attachments.arrived(work.scope(), row.team_id, row.id, files)
            await work.session.execute(update(Message).where(Message.id == row.id).values(payload=row.payload))
        return row


def _media(payload: Mapping[str, Any]) -> list[Media]:
    return [Media(**each) for each in payload["media"]][: attachments.MOST]


async def _file(provider: Provider, account: str, media: Media) -> File | bool | None:
    """The file; False when it is gone or too large, None when the vendor could not be asked."""
    if (media.size or 0) > attachments.LARGEST:
        return False
    try:
        async with asyncio.timeout(_SECONDS):
            found = await provider.fetch(account, media)
    except (NotSent, TimeoutError):
        return None
    if found is None:
        return False
    name = found.name or media.kind
    return replace(found, name=f"{name}.ogg" if media.kind in SOUNDS and not is_voice(name) else name)
