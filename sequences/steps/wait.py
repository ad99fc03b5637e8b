"""Does nothing on purpose: the next step's own day decides when it goes on."""

from __future__ import annotations

from sequences.steps.base import Doing, Done, Kind


async def run(doing: Doing) -> Done:
    return Done("done", "wait_step", until=doing.decision.until)


KIND = Kind("wait", run)
