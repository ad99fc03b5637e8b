"""When somebody has finished writing: a burst of messages is one turn, a single hello hardly waits. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST = 6  # quiet times after which an endless burst is answered all the same


@dataclass(frozen=True, slots=True)
class Said:
    """One message that waits to be worked: when it came, and whether it was a tap (which says everything)."""

    at: datetime
    tap: bool = False


def works_at(said: Sequence[Said], quiet: timedelta) -> datetime:
    """The moment at which these messages (oldest first, at least one) are worked.

    A single message waits for ``quiet``; who has written twice writes on, and gets twice that; a tap waits for nothing.
    """
    newest = said[-1]
    if newest.tap or not quiet:
        return newest.at
    return min(newest.at + (quiet if len(said) == 1 else 2 * quiet), said[0].at + LONGEST * quiet)
