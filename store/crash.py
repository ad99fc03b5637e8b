"""Named crash points: ``CRASH_AT=name[:n]`` makes the process kill itself the n-th time it gets there (tests)."""

from __future__ import annotations

import os
import signal
from collections import Counter

NAMES = (
    "accept_committed",
    "turn_claimed",
    "model_answered",
    "tool_committed",
    "turn_finished",
    "sending_committed",
    "provider_answered",
    "step_committed",
)
_seen: Counter[str] = Counter()


def point(name: str) -> None:
    """Nothing, unless the environment asks for a crash here."""
    wanted = os.environ.get("CRASH_AT")
    if not wanted:
        return
    target, _, nth = wanted.partition(":")
    if target == name:
        _seen[name] += 1
        if _seen[name] >= int(nth or 1):
            os.kill(os.getpid(), signal.SIGKILL)
