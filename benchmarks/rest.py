"""REST where no model is called, with 100,000 leads in the store: milliseconds at the median and at p95 per call.

``make bench ARGS=rest``. Prints JSON. Source of the limit (100 ms at p95): the product's own promise (MISSION B13).
"""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import insert

import bot
from channels.web.app import create_app
from store.models import Lead
from store.settings import Settings

LEADS = 100_000
CALLS = 60
READS = {
    "list_by_score": "/api/leads?limit=50",
    "list_by_name": "/api/leads?limit=50&sort=name&order=asc",
    "list_by_last_inbound": "/api/leads?limit=50&sort=last_inbound_at",
    "filtered": "/api/leads?limit=50&quality=HOT",
    "searched": "/api/leads?limit=50&search=Person%204242",
    "one_lead": "/api/leads/4243",
    "newest": "/api/webhook/leads?limit=50",
    "stats": "/api/webhook/stats",
    "smart_suggestions": "/api/followups/smart-suggestions?limit=20",
    "tools": "/api/tools",
}
FORM = {"message": "I want to buy your product, it is urgent", "sender_name": "Ahmed", "channel": "whatsapp"}


async def fill(parts: bot.Parts) -> None:
    chance, start = random.Random(1), datetime(2026, 1, 1, tzinfo=UTC)
    rows: list[dict[str, Any]] = []
    for number in range(LEADS):
        score = chance.randrange(101)
        rows.append(
            {
                "team_id": 1,
                "owner_id": 2 + number % 2,
                "name": f"Person {number}",
                "name_key": f"person {number}",
                "company": f"Firma {number % 997}",
                "place": f"Ort {number % 101}",
                "score": score,
                "quality": "hot" if score >= 60 else "warm" if score >= 40 else "cold",
                "created_at": start + timedelta(minutes=number),
                "last_inbound_at": start + timedelta(minutes=number) if number % 3 else None,
            }
        )
    async with parts.db.write() as work:
        for at in range(0, LEADS, 5_000):
            await work.session.execute(insert(Lead), rows[at : at + 5_000])


async def measure(call: Any) -> dict[str, float]:
    spent: list[float] = []
    for number in range(CALLS):
        began = time.perf_counter()
        answer = await call(number)
        spent.append(1000 * (time.perf_counter() - began))
        assert answer.status_code == 200, answer.text
    spent.sort()
    return {"median_ms": round(statistics.median(spent), 1), "p95_ms": round(spent[int(0.95 * CALLS)], 1)}


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data=Path(folder), sandbox=True, api_calls_per_minute=10**6, api_burst=10**6, _env_file=None
        )
        async with bot.opened(settings, ticking=False) as parts:
            await fill(parts)
            transport = httpx.ASGITransport(create_app(parts), client=("127.0.0.1", 50_000))
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
                found = {}
                for who in ("max", "lena"):
                    login = await http.post("/api/auth/login", json={"username": who, "password": "demo"})
                    headers = {"Authorization": f"Bearer {login.json()['access_token']}"}
                    for name, path in READS.items():
                        found[f"{who}:{name}"] = await measure(lambda _, p=path, h=headers: http.get(p, headers=h))
                found["intake"] = await measure(
                    lambda n: http.post("/api/webhook", json={**FORM, "phone": f"+49151{n:08d}"}, headers=headers)
                )
    print(json.dumps({"benchmark": "rest", "leads": LEADS, "calls": CALLS, "figures": found}, indent=1))


if __name__ == "__main__":
    asyncio.run(main())
