"""What ``bot.py doctor`` looks at: read only, also beside a running process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy.exc import SQLAlchemyError

from store.db import Database
from store.lock import taken
from store.migrate import version
from store.migrations import HEAD
from store.queries import leaving
from store.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    ok: bool
    what: str
    words: str


async def examine(settings: Settings) -> list[Finding]:
    """One finding per matter; ``words`` say what to do when it is not ok."""
    findings = [_mode(settings), _clock(), _lock(settings)]
    if not settings.database_url and not (settings.data / "salesflow.db").exists():
        return [*findings, Finding(True, "database", "none yet; the first start creates it")]
    db = Database(settings.url(), read_only=True)
    try:
        findings.extend([await _schema(db), *await _doubt(db)])
    except (SQLAlchemyError, OSError) as error:
        findings.append(Finding(False, "database", f"cannot be read ({type(error).__name__}); check DATABASE_URL"))
    finally:
        await db.close()
    return findings


def _mode(settings: Settings) -> Finding:
    return Finding(True, "mode", "sandbox, no keys needed" if settings.sandbox else "live")


def _clock() -> Finding:
    now = datetime.now(UTC)
    sane = 2026 <= now.year < 2100
    return Finding(sane, "clock", now.isoformat(timespec="seconds") if sane else "set this machine's clock")


def _lock(settings: Settings) -> Finding:
    busy = settings.data.exists() and taken(settings.data / "salesflow.lock")
    return Finding(True, "process", "running on this data" if busy else "none running on this data")


async def _schema(db: Database) -> Finding:
    found = await version(db)
    ok = found == HEAD
    return Finding(ok, "schema", f"version {found}" if ok else f"version {found}, wanted {HEAD}: run bot.py migrate")


async def _doubt(db: Database) -> list[Finding]:
    async with db.read() as scope:
        rows = await leaving.in_doubt(scope)
    if not rows:
        return [Finding(True, "in doubt", "nothing")]
    return [
        Finding(False, "in doubt", f"message {row.id} to {'lead' if row.lead_id else 'user'} "
                f"{row.lead_id or row.user_id}: decide with /zweifel in the chat")
        for row in rows
    ]  # fmt: skip
