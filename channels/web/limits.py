"""How often one person or one site key may call: a token bucket each (GCRA), in this process's memory.

It keeps one caller from crowding out the others; what may be sent to people is capped elsewhere, from rows.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from channels.web.errors import Problem

_MOST_CALLERS = 10_000


class Limiter:
    """``per_minute`` calls for each key, ``burst`` of them at once."""

    def __init__(self, per_minute: int, burst: int, now: Callable[[], float] = time.monotonic) -> None:
        self._step = 60.0 / per_minute
        self._slack = self._step * burst
        self._now = now
        self._due: OrderedDict[str, float] = OrderedDict()

    def take(self, key: str) -> None:
        """Counts one call. Raises Problem 429 with Retry-After (whole seconds) when it comes too early."""
        now = self._now()
        due = max(self._due.get(key, now), now) + self._step
        wait = due - now - self._slack
        if wait > 1e-9:
            seconds = max(1, math.ceil(wait))
            raise Problem(429, f"Too many calls. Wait {seconds} seconds.", headers={"Retry-After": str(seconds)})
        self._due[key] = due
        self._due.move_to_end(key)
        while len(self._due) > _MOST_CALLERS:
            self._due.popitem(last=False)
