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
from store.folding import ends, fold, search_key
from store.models import NEVER, Lead
from store.settings import Settings

LEADS = 100_000
CALLS = 60
READS = {
    "list_by_score": "/api/leads?limit=50",
    "list_by_name": "/api/leads?limit=50&sort=name&order=asc",
    "list_by_created": "/api/leads?limit=50&sort=created_at",
    "list_by_last_contact": "/api/leads?limit=50&sort=last_inbound_at",
    "list_by_last_contact_asc": "/api/leads?limit=50&sort=last_inbound_at&order=asc",
    "hot": "/api/leads?limit=50&quality=HOT",
    "hot_by_name": "/api/leads?limit=50&quality=HOT&sort=name&order=asc",
    "rare_stage_by_name": "/api/leads?limit=50&stage=partner&sort=name",
    "customers": "/api/leads?limit=50&stage=customer",
    "channel_and_quality": "/api/leads?limit=50&channel=email&quality=COLD&sort=last_inbound_at",
    "search_one": "/api/leads?limit=50&search=Person%204242",
    "search_rare": "/api/leads?limit=50&search=M%C3%9CLLER",
    "search_nobody": "/api/leads?limit=50&search=Quetzalcoatl",
    "search_usual": "/api/leads?limit=50&search=person&sort=last_inbound_at",
    "search_letter": "/api/leads?limit=50&search=p&sort=name&order=asc",
    "search_phone": "/api/leads?limit=50&search=0151%2000%2004%2042%2042",
    "search_mail": "/api/leads?limit=50&search=p77777@firma.de",
    "search_filtered": "/api/leads?limit=50&search=ort%20ber&quality=WARM&stage=new&sort=name",
    "one_lead": "/api/leads/4243",
    "messages": "/api/leads/{own}/messages",
    "newest": "/api/webhook/leads?limit=50",
    "stats": "/api/webhook/stats",
    "smart_suggestions": "/api/followups/smart-suggestions?limit=20",
    "prompts": "/api/ai-prompts/categories/all",
    "prompt_suggestions": "/api/ai-prompts/suggestions",
    "whatsapp_status": "/api/whatsapp/status",
    "personality": "/api/ai/personality",
    "tools": "/api/tools",
}
FORM = {"message": "I want to buy your product, it is urgent", "sender_name": "Ahmed", "channel": "whatsapp"}


def row(number: int, chance: random.Random) -> dict[str, Any]:
    """A lead as it would be stored; every thousandth is called Müller, every 700th is a partner."""
    score, at = chance.randrange(101), datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
    name = f"Petra Müller {number}" if number % 1000 == 7 else f"Person {number}"
    told = {"phone": f"+49151{number:08d}", "company": f"Firma {number % 997}", "place": f"Ort {number % 101}"}
    email, heard = f"p{number}@firma.de", at if number % 3 else None
    return {
        **told,
        "team_id": 1,
        "owner_id": 2 + number % 2,
        "name": name,
        "email": email,
        "name_key": fold(name),
        **dict(zip(("given_key", "family_key"), ends(fold(name)), strict=True)),
        "search_key": search_key(told["phone"], name, told["company"], told["place"], email),
        "stage": "partner" if number % 700 == 0 else ("new", "in_contact", "nurture")[number % 3],
        "is_customer": number % 50 == 0,
        "source": ("whatsapp", "email", "website", "import")[chance.randrange(4)],
        "score": score,
        "quality": "hot" if score >= 60 else "warm" if score >= 40 else "cold",
        "created_at": at,
        "last_inbound_at": heard,
        "heard_at": heard or NEVER,
    }


async def fill(parts: bot.Parts) -> None:
    chance = random.Random(1)
    rows = [row(number, chance) for number in range(LEADS)]
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
