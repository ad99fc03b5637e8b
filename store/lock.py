"""One writing process per data folder: an operating-system lock that dies with its holder."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Holds the lock. Raises BlockingIOError when another process has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def taken(path: Path) -> bool:
    """Whether another process holds the lock right now."""
    try:
        with exclusive(path):
            return False
    except BlockingIOError:
        return True
