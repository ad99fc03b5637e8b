"""Brings a database to the newest schema, on both databases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from store.db import Database
from store.migrations import HEAD

if TYPE_CHECKING:
    from alembic.config import Config


async def version(db: Database) -> str | None:
    """The schema's version, or None for an empty database."""
    async with db.read() as scope:
        return await (await scope.session.connection()).run_sync(_version)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("select version_num from alembic_version"))
    return str(found) if found else None


async def upgrade(db: Database, target: str = "head") -> bool:
    """Migrates when needed; True when something was done."""
    if target == "head" and await version(db) == HEAD:
        return False
    async with db.connection() as connection:
        await connection.run_sync(_run, target)
    return True


def _run(connection: Connection, target: str) -> None:
    from alembic import command

    config = config_for(connection)
    if target == "base":
        command.downgrade(config, target)
    else:
        command.upgrade(config, target)


def config_for(connection: Connection) -> Config:
    """Alembic's configuration, bound to an open connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
