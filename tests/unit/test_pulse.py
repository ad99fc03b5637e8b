"""A beat follows every commit that wrote something, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from store.db import Database
from store.migrate import upgrade
from store.models import Team
from store.pulse import Pulse


def test_a_listener_hears_until_it_leaves() -> None:
    pulse, heard = Pulse(), []
    leave = pulse.listen(lambda: heard.append(1))
    pulse.beat()
    leave()
    leave()
    pulse.beat()
    assert heard == [1]


async def test_only_writes_that_were_committed_beat(tmp_path: Path) -> None:
    db = Database(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    await upgrade(db)
    beats: list[int] = []
    db.pulse.listen(lambda: beats.append(1))
    async with db.write() as work:
        work.session.add(Team(name="T"))
        assert not beats
    assert len(beats) == 1
    async with db.write() as work:
        await work.session.scalars(select(Team))
    async with db.read() as scope:
        await scope.session.scalars(select(Team))
    assert len(beats) == 1
    with pytest.raises(ZeroDivisionError):
        async with db.write() as work:
            await work.session.execute(update(Team).values(name="U"))
            _ = 1 / 0
    assert len(beats) == 1
    async with db.write() as work:
        await work.session.execute(update(Team).values(name="U"))
    assert len(beats) == 2
    await db.close()
