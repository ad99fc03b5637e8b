"""A channel nobody pushes to: the answer is a row, and whoever asked over REST reads it there."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from channels.base import Capabilities, Sent
from store.types import Outgoing

CHANNEL: Literal["rest"] = "rest"


class Pull:
    """Fills ``Channel``; every message is delivered the moment it is written."""

    capabilities = Capabilities(limit=100_000, buttons=0, edit=False, window=False, doubt="idempotent")

    async def send(self, message: Outgoing, at: datetime) -> Sent:
        return Sent(f"rest-{message.message_id}")

    async def find(self, message_id: int, part: int = 0) -> Sent | None:
        return Sent(f"rest-{message_id}")
