"""A vendor's server on loopback: keeps every call as it came over the wire and answers as it was told."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.support.process import free_port


@dataclass
class Seen:
    """One call: ``json`` and ``form`` read its body as what its content type says."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


Answer = Callable[[Seen], tuple[int, Any]]


@dataclass
class Peer:
    url: str
    calls: list[Seen] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    usual: Answer = lambda seen: (200, {})

    def posts(self, ending: str = "") -> list[Seen]:
        return [seen for seen in self.calls if seen.method == "POST" and seen.path.endswith(ending)]

    def next(self, status: int, body: Any = None) -> None:
        """The next call is answered so, whatever it is."""
        self.answers.append(lambda seen: (status, body if body is not None else {}))

    async def _handle(self, request: Request) -> Response:
        seen = Seen(
            request.method,
            request.url.path,
            dict(request.query_params),
            {name.lower(): value for name, value in request.headers.items()},
            await request.body(),
        )
        self.calls.append(seen)
        status, body = (self.answers.pop(0) if self.answers else self.usual)(seen)
        if status == 0:  # the peer takes the call and never answers
            await asyncio.sleep(30)
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return Response(content, status, media_type="application/json")


@contextlib.asynccontextmanager
async def peer(usual: Answer) -> AsyncIterator[Peer]:
    port = free_port()
    found = Peer(f"http://127.0.0.1:{port}", usual=usual)
    methods = ["GET", "POST", "PUT", "DELETE"]
    app = Starlette(routes=[Route("/{path:path}", found._handle, methods=methods)])
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", lifespan="off"))
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
        await asyncio.sleep(0.01)
    try:
        yield found
    finally:
        server.should_exit = True
        server.force_exit = True
        await task
