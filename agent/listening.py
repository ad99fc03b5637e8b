"""Voice notes become words before a turn is worked, once for each; a note nobody can hear is never dropped in silence.

What was heard stands in the message's row as its text. It is a model's word: what a rep speaks is no longer "the rep's
own words" to the gate, so what would reach somebody waits for a tap that shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy import update

from agent import optout, stopping
from agent.fetching import SOUNDS, Fetching
from agent.hearing import LARGEST, is_voice
from agent.inbox import Turn
from agent.models import Models
from channels.outbox import Outbox
from store.db import Database, Scope
from store.leases import hold
from store.models import Conversation, Lead, Message
from store.queries import attachments, people
from store.thoughts import Purpose

log = structlog.get_logger()


class Listener:
    """Fills ``agent.inbox.Listen``."""

    def __init__(self, db: Database, outbox: Outbox, models: Models) -> None:
        self.db = db
        self.outbox = outbox
        self.models = models
        self.fetching = Fetching(db, outbox)

    async def __call__(self, turn: Turn) -> Turn:
        """The turn with the words of its voice notes. ``payload["voice"]`` says heard, failed or none (no model)."""
        turn = await self.fetching(turn)
        rows = [await self._row(turn, row) if _unheard(row.payload) else row for row in turn.rows]
        return replace(turn, rows=tuple(rows))

    async def _row(self, turn: Turn, row: Message) -> Message:
        text, became = row.text, "none"
        if self.models.hearing:
            heard = await self._heard(turn, row)
            became = "heard" if heard else "failed"
            text = "\n".join(part for part in (row.text, heard) if part)
        row.text, row.payload = text, {**row.payload, "voice": became}
        async with self.db.write() as work:
            await hold(work.scope(), Conversation, turn.lease)
            await work.session.execute(
                update(Message).where(Message.id == row.id).values(text=row.text, payload=row.payload)
            )
            lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
            if lead is not None and optout.detect(text) == "certain":
                await stopping.stop(work, self.outbox, lead, text, self.outbox.clock.now())
        return row

    async def _heard(self, turn: Turn, row: Message) -> str:
        async with self.db.read() as scope:
            files = [file for file in await attachments.of_message(scope, row.id) if is_voice(file.name)]
            purpose = await _purpose(scope, turn, row)
        told = [await self.models.transcribe(purpose, file) for file in files if len(file.content) <= LARGEST]
        return "\n".join(thought.text for thought in told if thought is not None)


def _unheard(payload: Mapping[str, Any]) -> bool:
    if "voice" in payload:
        return False
    files = payload.get("files") or ()
    kinds = {each.get("kind") for each in payload.get("media", ())}
    return bool(kinds & SOUNDS) or any(is_voice(str(name)) for name in files)


async def _purpose(scope: Scope, turn: Turn, row: Message) -> Purpose:
    """On whose account a note is heard: the rep's who spoke, or of the one who looks after the lead."""
    lead = await scope.session.get(Lead, row.lead_id) if row.lead_id else None
    user = await people.user(scope, lead.owner_id if lead is not None else row.user_id or 0)
    if user is None:
        raise LookupError(f"message {row.id} belongs to nobody")
    return Purpose("transcript", row.team_id, user.id, user.zone, row.lead_id, turn.id)
