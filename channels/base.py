"""What every channel adapter is: frozen messages in and out, and what the channel can show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from store.types import Outgoing


@dataclass(frozen=True, slots=True)
class Capabilities:
    """``limit`` in characters; ``buttons`` 0 means numbered choices; ``window`` the provider's 24-hour rule.

    ``files``: the largest file in bytes it takes with a message, 0 for none (the text goes alone then).
    """

    limit: int
    buttons: int
    edit: bool
    window: bool
    doubt: Literal["idempotent", "echo", "none"]
    files: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider took it; ``provider_id`` is its own message id."""

    provider_id: str


class NotSent(Exception):
    """The provider surely did not take it: try again after ``retry_after`` seconds (429, refused connection)."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


class Unclear(Exception):
    """The request went out and no answer came back (time-out, 5xx, cut connection): nobody knows. Never re-send."""


class Refused(Exception):
    """The provider will never take this message: give up and tell the rep. ``reason`` is a rule's name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Channel(Protocol):
    """One adapter. ``send`` returns Sent or raises NotSent, Unclear or Refused; nothing else."""

    capabilities: Capabilities

    async def send(self, message: Outgoing, at: datetime) -> Sent: ...

    async def find(self, message_id: int) -> Sent | None:
        """What became of a message in doubt, asked by our id; None when the provider does not know it."""
        ...
