"""Plays random houses for ten thousand days and counts broken promises; each twentieth house twice, to be the same.

python -m benchmarks.many_days [DAYS] [FIRST SEED] > many_days.json
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from tests.support.engines import share_compiled
from tests.support.many_days import play

DAYS = 10_000
A_HOUSE = 100
LONGEST = 100  # hours in which nobody writes: most of a house's days are its own


async def main(days: int, first: int) -> dict[str, object]:
    share_compiled()
    faults: list[str] = []
    sent = different = 0
    started = time.perf_counter()
    houses = max(days // A_HOUSE, 1)
    for seed in range(first, first + houses):
        with tempfile.TemporaryDirectory(prefix="many-days-") as folder:
            played = await play(Path(folder) / "a", seed, A_HOUSE, longest=LONGEST)
            faults += [f"seed {seed}: {fault}" for fault in played.faults]
            sent += len(played.sent)
            if seed % 20 == 0:
                different += await play(Path(folder) / "b", seed, A_HOUSE, longest=LONGEST) != played
        print(f"{seed + 1 - first}/{houses} houses, {len(faults)} faults", file=sys.stderr)
    return {
        "days": houses * A_HOUSE,
        "messages": sent,
        "faults": faults,
        "replays_that_differ": different,
        "seconds": round(time.perf_counter() - started, 1),
    }


if __name__ == "__main__":
    days, first = [*map(int, sys.argv[1:]), *(DAYS, 0)[len(sys.argv) - 1 :]]
    print(json.dumps(asyncio.run(main(days, first)), indent=2))
