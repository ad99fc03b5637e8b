"""How the vendors' door does under load: ``python -m benchmarks.webhooks [seconds] [per second] [forgeries]``.

First a real process on SQLite takes signed messages of 50 people at a steady rate and is timed from request to answer;
then calls of every vendor, half of them forged by mutation, are posted: no forged one may be taken, no genuine refused.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import httpx

from tests.contract.test_webhooks import mutated
from tests.support.process import BotProcess
from tests.support.vendors import BY_NAME, PUBLIC, SECRET, VENDORS, Call

SETTINGS = {
    "WHATSAPP_CLOUD_APP_SECRET": SECRET,
    "TWILIO_AUTH_TOKEN": SECRET,
    "DIALOG360_WEBHOOK_SECRET": SECRET,
    "ULTRAMSG_WEBHOOK_SECRET": SECRET,
    "INSTAGRAM_APP_SECRET": SECRET,
    "PUBLIC_BASE_URL": PUBLIC,
    "LOG_LEVEL": "ERROR",
}


async def _post(http: httpx.AsyncClient, call: Call) -> tuple[int, float]:
    """Status (0: the line broke) and seconds."""
    began, code = time.perf_counter(), 0
    with contextlib.suppress(httpx.TransportError):
        code = (await http.post(call.path, content=call.body, headers=dict(call.headers))).status_code
    return code, time.perf_counter() - began


async def steady(http: httpx.AsyncClient, seconds: int, rate: int) -> None:
    """Calls at fixed moments, whether or not the earlier ones were answered."""
    cloud, began, tasks = BY_NAME["cloud"], time.perf_counter(), []
    for n in range(seconds * rate):
        call = cloud.text(f"Was kostet das Paket {n}?", f"wamid.{n}", f"4915700{n % 50:05}")
        await asyncio.sleep(max(0.0, began + n / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(_post(http, call)))
    answers = await asyncio.gather(*tasks)
    times = sorted(spent * 1000 for _, spent in answers)
    refused = sum(1 for code, _ in answers if code != 200)
    p50, p99 = statistics.median(times), times[int(len(times) * 0.99) - 1]
    print(f"{len(times)} messages at {rate}/s, {refused} refused")
    print(f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {times[-1]:.1f} ms")


async def forgeries(http: httpx.AsyncClient, count: int) -> None:
    dice, taken, refused, forged, genuine = random.Random(1), 0, 0, 0, 0
    for n in range(count // 2):
        vendor = VENDORS[n % len(VENDORS)]
        call = vendor.text(f"Echt {n} äöü", f"f{n}", f"4915800{n % 50:05}")
        bad = mutated(call, dice, vendor)
        if bad is not None:
            forged += 1
            taken += (await _post(http, bad))[0] in range(200, 400)
        genuine += 1
        refused += (await _post(http, call))[0] != 200
    print(f"{genuine} genuine calls: {refused} refused; {forged} forged calls: {taken} taken")


async def main(seconds: int, rate: int, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder, BotProcess(Path(folder), **SETTINGS) as bot:
        bot.wait_ready(300)
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=200)
        async with httpx.AsyncClient(base_url=bot.url, timeout=60, limits=limits, trust_env=False) as http:
            await steady(http, seconds, rate)
            await forgeries(http, count)


if __name__ == "__main__":
    given = [int(value) for value in sys.argv[1:]]
    asyncio.run(main(*(given + [20, 100, 10_000][len(given) :])))
