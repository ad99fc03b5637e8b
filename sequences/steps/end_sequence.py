"""Ends the sequence; what follows it is enrolled by whoever closes the enrolment."""

from __future__ import annotations

from sequences.steps.base import Doing, Done, Kind


async def run(doing: Doing) -> Done:
    return Done("done", doing.decision.rule)


KIND = Kind("end_sequence", run)
