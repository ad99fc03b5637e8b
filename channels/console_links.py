"""The two ways to the bot for a person at a terminal: inside its own process, or over HTTP to one that runs."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, Self

from store.ports import Accept, Clock
from store.types import File, Inbound

if TYPE_CHECKING:
    import httpx

CHANNEL = "console"


class Unreachable(Exception):
    """The running bot did not take it or does not answer; the message says why."""


class Link(Protocol):
    """What the chat needs of the bot. Items are the sandbox contract's phone items."""

    async def write(self, *, text: str = "", tap: str | None = None, file: File | None = None) -> int:
        """The person writes, taps or sends a file; the id on their phone."""
        ...

    async def shows(self, since: int = 0) -> Sequence[dict[str, Any]]:
        """What the phone shows after an id, oldest first."""
        ...

    async def idle(self, seconds: float) -> bool:
        """Waits until nothing is being worked on; False when it takes longer."""
        ...


class Phone(Protocol):
    async def arrive(self, inbound: Inbound, at: Any) -> int: ...

    async def shows(self, channel: str, address: str, since: int = 0) -> list[dict[str, Any]]: ...


class Door(Protocol):
    @property
    def accept(self) -> Accept: ...


class Waiting(Protocol):
    async def idle(self, seconds: float) -> bool: ...


class House(Protocol):
    """The built house, as far as the terminal uses it (``bot.Parts``)."""

    @property
    def phones(self) -> Phone: ...

    @property
    def inbox(self) -> Door: ...

    @property
    def drive(self) -> Waiting: ...

    @property
    def clock(self) -> Clock: ...


class InProcess:
    """The bot in this very process."""

    def __init__(self, parts: House, person: str) -> None:
        self._parts = parts
        self._person = person

    async def write(self, *, text: str = "", tap: str | None = None, file: File | None = None) -> int:
        files = (file,) if file else ()
        inbound = Inbound(channel=CHANNEL, external_id=self._person, provider_id="", text=text, tap=tap, files=files)
        number = await self._parts.phones.arrive(inbound, self._parts.clock.now())
        try:
            await self._parts.inbox.accept(replace(inbound, provider_id=f"sandbox-{CHANNEL}-{number}"))
        except LookupError as error:
            raise Unreachable(str(error)) from None
        return number

    async def shows(self, since: int = 0) -> Sequence[dict[str, Any]]:
        return await self._parts.phones.shows(CHANNEL, self._person, since)

    async def idle(self, seconds: float) -> bool:
        return await self._parts.drive.idle(seconds)


class OverHttp:
    """A running bot's sandbox routes. Use it as an async context manager."""

    def __init__(self, base_url: str, person: str) -> None:
        self._base_url = base_url
        self._person = person
        self._client: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        import httpx

        self._client = httpx.AsyncClient(base_url=self._base_url, timeout=30, trust_env=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._client is not None:
            await self._client.aclose()

    async def check(self) -> None:
        """Raises LookupError when nobody of that login is there or nothing answers."""
        try:
            people = (await self._call("GET", "people")).json()
        except Unreachable as error:
            raise LookupError(f"The running process does not answer here ({error}). Try --port.") from None
        if not any(found["addresses"].get(CHANNEL) == self._person for found in people):
            raise LookupError(f"Nobody here is called {self._person}.")

    async def write(self, *, text: str = "", tap: str | None = None, file: File | None = None) -> int:
        sent = {"name": file.name, "base64": base64.b64encode(file.content).decode("ascii")} if file else None
        body = {"channel": CHANNEL, "from": self._person, "text": text, "tap": tap, "file": sent}
        answer = await self._call("POST", "inbound", json={k: v for k, v in body.items() if v})
        return int(answer.json()["message_id"])

    async def shows(self, since: int = 0) -> Sequence[dict[str, Any]]:
        answer = await self._call("GET", f"phone/{CHANNEL}/{self._person}", params={"since": since})
        found: list[dict[str, Any]] = answer.json()
        return found

    async def idle(self, seconds: float) -> bool:
        answer = await self._call("GET", "idle", params={"timeout": min(seconds, 60)}, timeout=seconds + 15, expect=504)
        return answer.status_code == 200

    async def _call(self, method: str, path: str, *, expect: int = 200, **how: Any) -> httpx.Response:
        import httpx

        if self._client is None:
            raise Unreachable("the link is not open")
        try:
            answer = await self._client.request(method, f"/api/sandbox/{path}", **how)
        except httpx.TransportError as error:
            raise Unreachable(type(error).__name__) from None
        if answer.status_code not in (200, expect):
            raise Unreachable(_why(answer))
        return answer


def _why(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"HTTP {answer.status_code}"
