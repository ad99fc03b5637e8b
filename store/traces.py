"""Old pages of a SQLite file outlive what was deleted, in its write-ahead log; after an erasure the log is emptied."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def empty_log(path: Path) -> None:
    """Moves the log of ``path`` into the file and truncates it; a long reader leaves it to the next erasure."""
    if not path.exists():
        return
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path, timeout=2)) as opened:
        opened.execute("PRAGMA secure_delete=ON")
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
