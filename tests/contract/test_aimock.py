"""The same turns against somebody else's idea of the wires: aimock plays OpenAI and Anthropic from one port."""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import socket
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.flows.test_models_leads import reading
from tests.support.world import World, world

AIMOCK = Path(__file__).parents[1] / "peers" / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"
pytestmark = pytest.mark.skipif(
    not (shutil.which("node") and AIMOCK.exists()), reason="no aimock: npm --prefix tests/peers ci"
)
ASK = "Denk bitte an Tom und an Lisa"
CALLS = [
    {"name": "create_reminder", "arguments": json.dumps({"lead": "Tom Wagner", "date": "morgen um 10"})},
    {"name": "create_reminder", "arguments": json.dumps({"lead": "Lisa Schmid", "date": "morgen um 11"})},
]
FIXTURES: Sequence[dict[str, Any]] = (
    {"match": {"userMessage": ASK, "hasToolResult": False}, "response": {"toolCalls": CALLS}},
    {"match": {"userMessage": ASK, "hasToolResult": True}, "response": {"content": "An beide gedacht. ✅"}},
    {
        "match": {"userMessage": "Ringelblume", "systemMessage": "say what it means"},
        "response": {"content": json.dumps(reading(intent="interest"))},
    },
    {
        "match": {"userMessage": "Ringelblume"},
        "response": {"content": json.dumps({"text": "Schön, dass dich das interessiert!", "confidence": 90})},
    },
    {
        "match": {"userMessage": "voll"},
        "response": {"error": {"message": "Rate limit", "type": "rate_limit_error"}, "status": 429},
    },
)


@contextlib.asynccontextmanager
async def aimock(folder: Path, *more: str) -> AsyncIterator[str]:
    (folder / "fixtures.json").write_text(json.dumps({"fixtures": FIXTURES}), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    process = await asyncio.create_subprocess_exec(
        "node", str(AIMOCK), "-p", port, "-f", str(folder / "fixtures.json"), "--log-level", "silent", *more
    )
    try:
        async with httpx.AsyncClient() as client:
            for _ in range(200):
                with contextlib.suppress(httpx.HTTPError):
                    if (await client.get(f"http://127.0.0.1:{port}/health")).status_code < 500:
                        break
                await asyncio.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


def given(url: str, name: str) -> dict[str, Any]:
    base = url if name == "anthropic" else f"{url}/v1"
    return {"model_order": name, f"{name}_api_key": "k", f"{name}_base_url": base}


@pytest.mark.parametrize("name", ["openai", "anthropic"])
async def test_a_turn_and_a_leads_message_over_its_wire(tmp_path: Path, name: str) -> None:
    async with aimock(tmp_path) as url, world(tmp_path / "house", **given(url, name)) as house:
        (answer,) = await house.max(ASK)
        assert answer["text"].startswith("An beide gedacht. ✅")
        assert await house.acts() == [("create_reminder", "done")] * 2
        await house.lead("Tom Wagner", "Die Ringelblume hat es mir angetan")
        row = (await house.rows("lead_analyses"))[-1]
        assert (row["provider"], row["intent"]) == (name, "interest")
        assert any("Schön, dass dich das interessiert!" in item["text"] for item in await house.new("telegram", "max"))
        assert {row["outcome"] for row in await house.rows("token_usage")} == {"ok"}
        await falls_back(house, name)


async def falls_back(house: World, name: str) -> None:
    house.parts.models._pause = lambda _: asyncio.sleep(0)
    (answer,) = await house.max("Ist dein Kalender voll? Wie heiß ist Tom Wagner?")
    assert "Tom" in answer["text"]
    assert [row["outcome"] for row in await house.rows("token_usage")][-1] == "stood_in"


@pytest.mark.parametrize("chaos", ["--chaos-drop", "--chaos-malformed"])
async def test_its_chaos_costs_no_answer(tmp_path: Path, chaos: str) -> None:
    async with aimock(tmp_path, chaos, "1.0") as url, world(tmp_path / "house", **given(url, "openai")) as house:
        (answer,) = await house.max("Erinnere mich morgen um 10 an Tom Wagner")
        assert "Tom" in answer["text"] and await house.acts() == [("create_reminder", "done")]
