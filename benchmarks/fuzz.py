"""10,000 random calls to every route of the API: how many were made, and every server error among them.

``make bench ARGS=fuzz`` (takes some minutes). Prints JSON; ends with 1 when there was a server error.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from tests.support.fuzz import fuzz

WANTED = 10_000


def main() -> int:
    began, calls, problems, seed = time.monotonic(), 0, "", 1
    while calls < WANTED and not problems:
        with tempfile.TemporaryDirectory() as folder:
            more, problems = fuzz(Path(folder) / "data", examples=250, seed=seed, seconds=1800)
        calls, seed = calls + more, seed + 1
    seconds = round(time.monotonic() - began)
    print(json.dumps({"benchmark": "fuzz", "calls": calls, "seconds": seconds, "server_errors": problems}, indent=1))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
