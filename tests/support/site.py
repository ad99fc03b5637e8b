"""Small web sites on loopback, byte by byte: what they answer, how slowly, and what they were asked."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


def page(body: str | bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK", **headers: str) -> bytes:
    """A whole HTTP answer; header names with _ for -."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(content)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def moved(place: str) -> bytes:
    return page("", status="302 Found", Location=place)


NOT_FOUND = page("nichts", status="404 Not Found")


class Site:
    """``asked`` are the request lines and ``heads`` the whole request heads, in order."""

    def __init__(self, pages: Mapping[str, Answer]) -> None:
        self.pages = dict(pages)
        self.asked: list[str] = []
        self.heads: list[str] = []
        self.host = ""

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            self.asked.append(path)
            self.heads.append(head)
            answer = self.pages.get(path, NOT_FOUND)
            if isinstance(answer, bytes):
                writer.write(answer)
                await writer.drain()
            else:
                await answer(writer)
        with contextlib.suppress(ConnectionError):
            writer.close()


@contextlib.asynccontextmanager
async def site(pages: Mapping[str, Answer]) -> AsyncIterator[Site]:
    found = Site(pages)
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.host = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield found
    finally:
        server.close()
