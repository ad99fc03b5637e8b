"""Fetches web pages of strangers without being led inside (SAFETY wall 10).

Every name is resolved here, every address it has must be public, and the connection goes to the checked address, so a
name that changes its mind between two look-ups gains nothing. Redirects are new addresses and are checked again.
Bodies are unpacked piece by piece, so that neither a bomb nor an endless page fills the memory. httpcore is used
without httpx: no environment proxies, no cookies, no redirects of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import ssl
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from tools.clients import robots
from tools.clients.targets import Refused, Target, public, target

if TYPE_CHECKING:
    import httpcore

AGENT = "SalesFlowBot"
CONNECT_SECONDS = 2.0
TOTAL_SECONDS = 10.0
MOST_BYTES = 2 * 2**20
MOST_RATIO = 20
_RATIO_FROM = 64 * 2**10  # small pages of mostly white space unpack further, and harm nobody
_REDIRECTS = 3
_MOVED = frozenset({301, 302, 303, 307, 308})
_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)

Resolve = Callable[[str, int], Awaitable[list[str]]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read. ``url`` is where it finally stood."""

    url: str
    html: str


async def look_up(host: str, port: int) -> list[str]:
    """Every address of a name. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Fetcher:
    """``allow`` names one local "host:port" for tests and the sandbox; ``resolve`` replaces DNS in tests."""

    def __init__(self, *, allow: str = "", resolve: Resolve = look_up) -> None:
        self.allow = allow
        self.resolve = resolve

    @contextlib.asynccontextmanager
    async def visit(self) -> AsyncIterator[Visit]:
        """One look at one or more sites; robots.txt is read once a site."""
        import httpcore

        pool = httpcore.AsyncConnectionPool(ssl_context=_tls(), network_backend=_backend(self), keepalive_expiry=5.0)
        async with pool:
            yield Visit(self, pool)


class Visit:
    """Pages fetched together over one pool of connections."""

    def __init__(self, fetcher: Fetcher, pool: httpcore.AsyncConnectionPool) -> None:
        self._fetcher = fetcher
        self._pool = pool
        self._rules: dict[str, robots.Rules] = {}

    async def page(self, url: str) -> Page:
        """The page behind an address. Raises Refused."""
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                return await self._follow(target(url, self._fetcher.allow))
        except TimeoutError:
            raise Refused("timeout", url) from None

    async def _follow(self, found: Target) -> Page:
        for _ in range(_REDIRECTS + 1):
            if not robots.allowed(await self._robots(found), found.path):
                raise Refused("robots", found.url)
            status, headers, body = await self._get(found, pages=True)
            if status in _MOVED and (place := headers.get("location")):
                found = target(urljoin(found.url, place), self._fetcher.allow)
                continue
            if status != 200:
                raise Refused("not_found" if status in (404, 410) else "not_there", found.url)
            return Page(found.url, _text(body, headers.get("content-type", "")))
        raise Refused("too_many_redirects", found.url)

    async def _robots(self, found: Target) -> robots.Rules:
        """The site's rules: none when it has no file, everything forbidden when it cannot say (RFC 9309)."""
        if found.origin not in self._rules:
            self._rules[found.origin] = await self._read_robots(found)
        return self._rules[found.origin]

    async def _read_robots(self, found: Target) -> robots.Rules:
        place = Target(found.scheme, found.host, found.port, "/robots.txt")
        for _ in range(_REDIRECTS + 1):
            try:
                status, headers, body = await self._get(place, pages=False)
            except Refused as refused:
                if refused.reason in ("too_large", "bomb"):
                    return [(False, "/")]
                raise
            if status in _MOVED and (moved := headers.get("location")):
                place = target(urljoin(place.url, moved), self._fetcher.allow)
                continue
            if status >= 500:
                return [(False, "/")]
            return robots.rules(body.decode("utf-8", "replace"), AGENT.lower()) if status == 200 else []
        return []

    async def _get(self, found: Target, *, pages: bool) -> tuple[int, dict[str, str], bytes]:
        import httpcore

        waits = {"connect": CONNECT_SECONDS, "read": TOTAL_SECONDS, "write": TOTAL_SECONDS, "pool": TOTAL_SECONDS}
        headers = [
            ("User-Agent", f"{AGENT}/1.0"),
            ("Accept", "text/html, application/xhtml+xml, text/plain;q=0.5"),
            ("Accept-Language", "de, en;q=0.7"),
            ("Accept-Encoding", "gzip, deflate"),
        ]
        try:
            async with self._pool.stream("GET", found.url, headers=headers, extensions={"timeout": waits}) as response:
                told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                if response.status != 200:
                    return response.status, told, b""
                if pages and told.get("content-type", "text/html").partition(";")[0].strip().lower() not in _PAGES:
                    raise Refused("not_a_page", found.url)
                return 200, told, await _body(response.aiter_stream(), told.get("content-encoding", ""), found.url)
        except Refused as refused:
            raise Refused(refused.reason, found.url) from None
        except (httpcore.TimeoutException, TimeoutError):
            raise Refused("timeout", found.url) from None
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError):
            raise Refused("unreachable", found.url) from None


async def _body(chunks: AsyncIterator[bytes], encoding: str, url: str) -> bytes:
    """The unpacked body, at most ``MOST_BYTES`` and at most ``MOST_RATIO`` times what came over the wire."""
    unpack = _unpacker(encoding.strip().lower(), url)
    read = 0
    whole = bytearray()
    async for chunk in chunks:
        read += len(chunk)
        for piece in unpack(chunk):
            whole += piece
            if len(whole) > MOST_BYTES or read > MOST_BYTES:
                raise Refused("too_large", url)
            if len(whole) > max(_RATIO_FROM, read * MOST_RATIO):
                raise Refused("bomb", url)
    return bytes(whole)


def _unpacker(encoding: str, url: str) -> Callable[[bytes], Iterable[bytes]]:
    if encoding in ("", "identity"):
        return lambda chunk: (chunk,)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Refused("not_a_page", url)  # asked for neither, and not twice packed either
    state = _Inflate(encoding)
    return lambda chunk: state.pieces(chunk, url)


class _Inflate:
    def __init__(self, encoding: str) -> None:
        self._gzip = encoding != "deflate"
        self._state = zlib.decompressobj(47) if self._gzip else None

    def pieces(self, chunk: bytes, url: str) -> Iterable[bytes]:
        """Unpacked pieces of 64 KiB at most: nothing is unpacked that the caller has not asked for."""
        if self._state is None:  # "deflate" means zlib, and some send it bare
            self._state = zlib.decompressobj(15 if chunk[:1] and chunk[0] & 0x0F == 8 else -15)
        rest = chunk
        try:
            while rest:
                yield self._state.decompress(rest, _RATIO_FROM)
                rest = self._state.unconsumed_tail
        except zlib.error:
            raise Refused("not_a_page", url) from None


def _text(body: bytes, content_type: str) -> str:
    """Decoded as the header, the page itself or UTF-8 says; what does not fit is replaced."""
    named = _CHARSET.search(content_type) or _CHARSET.search(body[:2048].decode("latin-1"))
    try:
        return body.decode(named[1] if named else "utf-8", "replace" if named else "strict")
    except (LookupError, UnicodeDecodeError, ValueError):
        return body.decode("cp1252", "replace")


@cache
def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _backend(fetcher: Fetcher) -> Any:
    """A network for httpcore that resolves and checks by itself; built here because httpcore is imported late."""
    import httpcore

    plain = httpcore.AnyIOBackend()

    class Checked(httpcore.AsyncNetworkBackend):
        async def connect_tcp(
            self,
            host: str,
            port: int,
            timeout: float | None = None,  # noqa: ASYNC109 - httpcore's own signature
            local_address: str | None = None,
            socket_options: Iterable[Any] | None = None,
        ) -> httpcore.AsyncNetworkStream:
            async with asyncio.timeout(CONNECT_SECONDS):
                addresses = await _checked(fetcher, host, port)
            error: Exception | None = None
            async with asyncio.timeout(CONNECT_SECONDS):
                for address in addresses[:3]:
                    try:
                        return await plain.connect_tcp(address, port, timeout, local_address, socket_options)
                    except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                        error = failed
            raise error or httpcore.ConnectError(host)

        async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
            raise Refused("not_public")

        async def sleep(self, seconds: float) -> None:
            await plain.sleep(seconds)

    return Checked()


async def _checked(fetcher: Fetcher, host: str, port: int) -> list[str]:
    """The addresses to connect to. One that is not public refuses them all: half a trap is a trap."""
    if fetcher.allow and f"{host}:{port}" == fetcher.allow:
        return [host]
    try:
        addresses = await fetcher.resolve(host, port)
    except (OSError, UnicodeError):
        raise Refused("unknown_host") from None
    if not addresses:
        raise Refused("unknown_host")
    for address in addresses:
        try:
            fits = public(address)
        except ValueError:
            fits = False
        if not fits:
            raise Refused("not_public")
    return addresses
