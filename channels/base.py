"""What every channel adapter is: frozen messages in and out, and what the channel can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from channels.failures import Failure
from channels.rendering import Units
from store.types import File, Inbound, Media, Outgoing, Receipt


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel shows and takes.

    ``limit`` of a text in ``units``; ``buttons`` that fit under a message (0: numbered choices in the text) with labels
    of ``label`` characters; ``rows`` of a list that serves when buttons do not (0: no lists) with titles of ``row``
    characters; ``body`` the text's limit when buttons or a list stand below it. ``window``: the provider's 24-hour
    rule. ``files``: the largest file in bytes it takes with a message, 0 for none (the text goes alone then);
    ``caption``: every file is a message of its own with a text of so many characters (None: files go with the text).
    ``templates``: whether approved templates are sent as such, not as text. ``per_second`` and ``per_chat`` (seconds
    between two messages to the same person, of which ``chat_burst`` may run ahead) are the provider's rates; 0 is no
    limit.
    """

    limit: int
    buttons: int
    edit: bool
    window: bool
    doubt: Literal["idempotent", "echo", "none"]
    files: int = 0
    caption: int | None = None
    templates: bool = False
    units: Units = "characters"
    label: int = 64
    rows: int = 0
    row: int = 24
    body: int | None = None
    per_second: float = 0.0
    per_chat: float = 0.0
    chat_burst: int = 1


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
    """The provider will never take this message: give up and tell the rep. ``reason`` is a rule's name.

    ``failure`` says what else the refusal teaches: a closed window, a broken template, a person who wants no more.
    """

    def __init__(self, reason: str, failure: Failure | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.failure = failure


class Channel(Protocol):
    """One adapter. ``send`` returns Sent or raises NotSent, Unclear or Refused; nothing else."""

    capabilities: Capabilities

    async def send(self, message: Outgoing, at: datetime) -> Sent: ...

    async def find(self, message_id: int, part: int = 0) -> Sent | None:
        """What became of a message (or its part) in doubt, asked by our id; None when the provider does not know it."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """A provider's call as it reached the door: raw, unparsed. Header names are lower case; ``url`` is the full public
    address (PUBLIC_BASE_URL, path and query) that a provider would have signed."""

    method: str
    url: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes = b""
    path: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a provider's call is answered with when it wants more than an empty 200."""

    body: str = ""
    media_type: str = "text/plain"
    status: int = 200


@dataclass(frozen=True, slots=True)
class TemplateNews:
    """What a vendor says of an approved template, unasked or when asked for all of them.

    ``name`` is what we call it, ``provider_name`` the vendor's id where that differs, ``language`` the vendor's code,
    ``status`` one of approved, pending, rejected, paused, disabled; ``body`` is None when only the status is told.
    """

    account: str
    name: str
    language: str
    status: str
    body: str | None = None
    category: str = ""
    provider_name: str | None = None


@dataclass(frozen=True, slots=True)
class Ignored:
    """Part of a call that needs nothing: our own echo, a reaction, a status we never asked for."""

    why: str


@dataclass(frozen=True, slots=True)
class Odd:
    """One part of a call that nobody understands, while the rest of it is fine: goes into quarantine by itself."""

    why: str
    body: bytes


Event = Inbound | Receipt | TemplateNews | Ignored | Odd


class Poison(Exception):
    """A genuine call that cannot be understood: kept in ``provider_events`` with this reason, never worked."""


class Intake(Protocol):
    """Where events go: saved in one transaction each, worked afterwards (``channels.intake``)."""

    async def take(self, provider: str, channel: str, events: Sequence[Event]) -> None: ...

    async def recall(self, name: str) -> dict[str, Any] | None: ...

    async def remember(self, name: str, value: dict[str, Any]) -> None: ...


class Provider:
    """One vendor's adapter for all of its configured accounts; ``channels.registry`` builds it when configured.

    ``accounts`` are the names of those accounts (a number's id, a bot's name, a mailbox), the default one first.
    Inbound calls may name others: an account opens with its first message. ``sends`` is False while only a webhook
    secret is configured; the sandbox then shows the answers.
    """

    name: str
    channel: str
    capabilities: Capabilities
    accounts: tuple[str, ...] = ()
    sends: bool = True
    hooked: bool = False  # whether the webhook's secret is configured
    warmup: tuple[int, ...] = ()  # unasked messages on the first days of a new account; it becomes a row's limit
    sign_seconds: float = 20.0  # how often the sign that somebody is typing has to be renewed
    thanks: Reply = Reply()  # what a genuine call is answered with

    async def send(self, message: Outgoing, at: datetime) -> Sent:
        """As ``Channel.send``: Sent, or NotSent, Unclear, Refused."""
        raise NotImplementedError

    async def find(self, message_id: int, part: int = 0) -> Sent | None:
        return None

    async def start(self, intake: Intake) -> None:
        """Begins to listen, where the vendor has to be asked (long polling, IMAP). Returns at once."""

    async def close(self) -> None:
        """Stops listening and closes connections."""

    def handshake(self, request: Request) -> Reply | None:
        """The answer to a vendor's test of the address (GET), or None when it does not convince."""
        return None

    def genuine(self, request: Request) -> bool:
        """Whether the vendor made this call: over the raw bytes, in constant time, before anything is parsed."""
        return False

    def parse(self, request: Request) -> list[Event]:
        """What a genuine call says. Raises Poison, or ``store.strict_json.NotStrict`` for what is no strict JSON."""
        raise Poison("no webhook")

    async def templates(self) -> list[TemplateNews]:
        """All approved templates the vendor knows. Raises NotSent or Unclear when it cannot be asked."""
        return []

    async def fetch(self, account: str, media: Media) -> File | None:
        """A file the vendor keeps; None when it is gone, forbidden or too large. Raises NotSent to try later."""
        return None

    async def check(self) -> str | None:
        """None when the settings work, else what to do about it (``bot.py doctor``). Sends nothing to anybody."""
        return None

    async def seen(self, account: str, external_id: str, provider_id: str) -> None:
        """Marks a message read and shows that an answer is coming, where the vendor offers it. Never raises."""
