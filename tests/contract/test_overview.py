"""The dashboard's figures are the same on both databases, and stay inside their scope."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from store import migrate
from store.db import Database
from store.models import Lead, Team, User
from store.queries import overview
from tests.contract.test_store import db, postgres

__all__ = ["db", "postgres"]
NOW = datetime(2026, 11, 18, 0, 30, tzinfo=UTC)


async def fill(db: Database) -> tuple[int, int]:
    await migrate.upgrade(db)
    async with db.write() as work:
        team = Team(name="T")
        work.session.add(team)
        await work.session.flush()
        mara, nils = User(team_id=team.id, login="mara", name="Mara"), User(team_id=team.id, login="nils", name="Nils")
        work.session.add_all([mara, nils])
        await work.session.flush()
        for owner, score, quality, source, days in (
            (mara, 85, "hot", "website", 0.0),
            (mara, 100, "hot", "website", 1.0),
            (mara, 9, "cold", "email", 40.0),
            (nils, 45, "warm", "email", 1.02),
        ):
            work.session.add(
                Lead(team_id=team.id, owner_id=owner.id, name="L", score=score, quality=quality, source=source,
                     stage="new", created_at=NOW - timedelta(days=days))
            )  # fmt: skip
        return team.id, mara.id


async def test_figures_of_a_team_and_of_one_person(db: Database) -> None:
    team, mara = await fill(db)
    async with db.read(team) as scope:
        days = dict(await overview.per_day(scope, NOW))
        assert len(days) == 30 and sum(days.values()) == 3
        assert (days[date(2026, 11, 18)], days[date(2026, 11, 17)]) == (1, 2)
        assert await overview.score_bands(scope) == [1, 0, 0, 0, 1, 0, 0, 0, 1, 1]
        assert await overview.sources(scope) == [("email", 2), ("website", 2)]
        assert await overview.stages(scope) == ["new"]
        assert await overview.new_since(scope, NOW - timedelta(days=7)) == 3
        found = {m.name: (m.leads, m.hot, m.warm, m.waiting) for m in await overview.members(scope)}
        assert found == {"Mara": (3, 2, 0, 0), "Nils": (1, 0, 1, 0)}
    async with db.read(team, mara) as scope:
        assert await overview.sources(scope) == [("website", 2), ("email", 1)]
        assert await overview.new_since(scope, NOW - timedelta(days=7)) == 2
        assert await overview.waiting(scope) == 0
