"""The terminal's two links show the same talk: inside the process and over HTTP to a real server."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import uvicorn

from channels.console import InProcess, Link, OverHttp, Unreachable, chat
from channels.web.app import create_app
from tests.support.web_house import House, house


@pytest.fixture
async def built(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as found:
        yield found


@pytest.fixture
async def url(built: House) -> AsyncIterator[str]:
    """A real server on a free port."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(built), log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    await serving


async def talk(link: Link) -> list[str]:
    async def lines() -> AsyncIterator[str]:
        yield "Hallo Grüße\n"
        yield "1\n"

    out: list[str] = []
    assert await chat(link, interactive=False, lines=lines(), out=out.append) == 0
    return out


async def test_in_process(built: House) -> None:
    assert await talk(InProcess(built, "max")) == ["Echo: Hallo Grüße\n  [1] Ja", "Echo: c1.0\n  [1] Ja"]
    assert [(i.channel, i.external_id, i.provider_id) for i in built.inbox.seen] == [
        ("console", "max", "sandbox-console-1"),
        ("console", "max", "sandbox-console-3"),
    ]


async def test_over_http(built: House, url: str) -> None:
    async with OverHttp(url, "max") as link:
        assert await talk(link) == ["Echo: Hallo Grüße\n  [1] Ja", "Echo: c1.0\n  [1] Ja"]
        built.drive.busy = True
        assert await link.idle(0) is False
    assert [(i.text, i.tap) for i in built.inbox.seen] == [("Hallo Grüße", None), ("", "c1.0")]


async def test_a_refusal_is_told_in_words(url: str) -> None:
    async with OverHttp(url, "max") as link:
        with pytest.raises(Unreachable, match="text"):
            await link.write(text="x" * 17_000)


async def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with OverHttp(f"http://127.0.0.1:{port}", "max") as link:
        with pytest.raises(Unreachable, match="ConnectError"):
            await link.write(text="x")
