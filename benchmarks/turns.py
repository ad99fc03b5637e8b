"""A rep's turn and the door in, measured on SQLite; ratios to a bare LangGraph turn and a plain insert of the same run.

    python -m benchmarks.turns > turns.json

Prints one JSON object. Times are milliseconds of wall time. "turn" runs from ``accept`` to the reply's row queued, with
the offline model's own time taken out; "history" repeats it with 10,000 messages in the conversation.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

import bot
from store.models import Message
from store.settings import Settings
from store.types import Inbound
from tests.support.world import START, StillClock

TURNS = 60
HISTORY = 10_000
RATE = 100
ACCEPTS = 1_500


def spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "median": round(statistics.median(ordered), 3),
        "p95": round(ordered[int(len(ordered) * 0.95)], 3),
        "p99": round(ordered[int(len(ordered) * 0.99)], 3),
        "n": len(ordered),
    }


async def timed(work: Callable[[], Awaitable[Any]]) -> float:
    started = time.perf_counter()
    await work()
    return (time.perf_counter() - started) * 1000


class _Silent:
    """Nobody else works while something is measured."""

    def ring(self, kind: str, key: int) -> None:
        """Not heard."""


class ModelTime:
    """Adds up what the offline model itself takes, to be subtracted."""

    def __init__(self) -> None:
        from agent.offline import OfflineModel

        self.spent = 0.0
        original = OfflineModel._agenerate

        async def measured(model: Any, *args: Any, **kwargs: Any) -> Any:
            started = time.perf_counter()
            try:
                return await original(model, *args, **kwargs)
            finally:
                self.spent += (time.perf_counter() - started) * 1000

        OfflineModel._agenerate = measured  # type: ignore[method-assign]


async def turns(parts: bot.Parts, model: ModelTime, first: int) -> list[float]:
    times = []
    for n in range(first, first + TURNS):
        model.spent = 0.0
        inbound = Inbound("telegram", "max", f"bench-{n}", text=f"Notiz zu Tom Wagner: mag Kaffee Nummer {n}")
        started = time.perf_counter()
        accepted = await parts.inbox.accept(inbound)
        await parts.inbox.drain(accepted.conversation_id)
        times.append((time.perf_counter() - started) * 1000 - model.spent)
        await parts.drive.idle(10)
    return times


async def fill_history(parts: bot.Parts) -> None:
    async with parts.db.write() as work:
        row = (
            await work.session.execute(
                text("select id, team_id, account_id, user_id from conversations where external_id='max' limit 1")
            )
        ).one()
        base = {"team_id": row.team_id, "account_id": row.account_id, "conversation_id": row.id, "user_id": row.user_id}
        await work.session.execute(
            insert(Message),
            [
                {**base, "direction": "in" if n % 2 else "out", "state": "done" if n % 2 else "sent", "at": START,
                 "text": f"Nachricht {n}", "provider_id": f"h{n}"}
                for n in range(HISTORY)
            ],
        )  # fmt: skip


async def bare_turns(parts: bot.Parts) -> list[float]:
    """The same two model steps and one tool call in LangGraph alone, with its SQLite saver."""
    from langchain.agents import create_agent
    from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
    from langchain_core.messages import AIMessage, HumanMessage
    from langchain_core.tools import tool

    from agent.checkpoints import open_saver

    @tool
    def note(lead: str) -> str:
        """Notes something."""
        return "ok"

    class Model(GenericFakeChatModel):
        def bind_tools(self, tools: Any, **_: Any) -> Any:
            return self

    saver = await open_saver(parts.settings.data / "bare.db")
    times = []
    for n in range(TURNS):
        call = AIMessage("", tool_calls=[{"name": "note", "args": {"lead": "Tom"}, "id": "call_1"}])
        if n == 0:
            model = Model(messages=iter([]))
            graph = create_agent(model, [note], checkpointer=saver)
        model.messages = iter([call, AIMessage("Notiert.")])
        config = {"configurable": {"thread_id": f"bare{n}"}}

        async def one() -> None:
            await graph.ainvoke({"messages": [HumanMessage("Notiz")]}, config, durability="sync")  # noqa: B023
            await saver.adelete_thread(config["configurable"]["thread_id"])  # noqa: B023

        times.append(await timed(one))
    await saver.conn.close()
    return times


async def accepts(parts: bot.Parts) -> list[float]:
    """``accept`` alone at a steady 100 messages a second, while nothing is worked."""
    times: list[float] = []

    async def one(n: int) -> None:
        inbound = Inbound("whatsapp", f"+4915112{n % 50:06d}", f"a{n}", text="Was kostet das?")
        times.append(await timed(lambda: parts.inbox.accept(inbound)))

    started = time.perf_counter()
    tasks = []
    for n in range(ACCEPTS):
        await asyncio.sleep(max(0.0, started + n / RATE - time.perf_counter()))
        tasks.append(asyncio.create_task(one(n)))
    await asyncio.gather(*tasks)
    return times


async def plain_inserts(parts: bot.Parts) -> list[float]:
    async def one() -> None:
        async with parts.db.write() as work:
            await work.session.execute(text("insert into cron_runs (job, slot) values (:j, :s)"), {"j": "b", "s": slot})

    times = []
    for n in range(300):
        slot = f"{n}-{time.time_ns()}"
        times.append(await timed(one))
    return times


async def main() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), _env_file=None)
        async with bot.opened(settings, ticking=False, clock=StillClock()) as parts:
            parts.inbox.bell = _Silent()
            model = ModelTime()
            await turns(parts, model, 0)
            empty = spread(await turns(parts, model, 1000))
            bare = spread(await bare_turns(parts))
            await fill_history(parts)
            full = spread(await turns(parts, model, 2000))
        async with bot.opened(settings, ticking=False, clock=StillClock()) as parts:
            parts.inbox.bell = _Silent()
            door = spread(await accepts(parts))
            plain = spread(await plain_inserts(parts))
    return {
        "turn_ms": empty,
        "turn_ms_at_10000_messages": full,
        "bare_langgraph_turn_ms": bare,
        "turn_to_bare": round(empty["median"] / bare["median"], 2),
        "history_ratio": round(full["median"] / empty["median"], 3),
        "accept_ms_at_100_per_s": door,
        "plain_insert_ms": plain,
        "accept_to_insert": round(door["median"] / plain["median"], 2),
    }


if __name__ == "__main__":
    json.dump(asyncio.run(main()), sys.stdout, indent=2)
    sys.stdout.write("\n")
