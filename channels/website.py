"""The chat on a team's own website: what is said stands in our rows already, and the visitor's page reads it there."""

from __future__ import annotations

from datetime import datetime

from channels.base import Capabilities, Provider, Sent
from store.settings import Settings
from store.types import Outgoing


class Website(Provider):
    """An account is one website, opened by its site key. Sending is nothing more than being marked as sent."""

    name = "web"
    channel = "web"
    capabilities = Capabilities(limit=4096, buttons=0, edit=False, window=False, doubt="idempotent")

    async def send(self, message: Outgoing, at: datetime) -> Sent:
        return Sent(f"web-{message.message_id}-{message.part}")

    async def find(self, message_id: int, part: int = 0) -> Sent | None:
        return Sent(f"web-{message_id}-{part}")


def provider(settings: Settings) -> Provider:
    return Website()
