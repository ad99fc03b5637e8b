"""Random houses over many days: no promise is broken, and the same seed plays the same days again.

``python -m benchmarks.many_days`` plays ten thousand days.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.many_days import play


@pytest.mark.parametrize("seed", [11, 2611])
async def test_no_promise_is_broken(tmp_path: Path, seed: int) -> None:
    played = await play(tmp_path / "a", seed, days=12)
    assert played.faults == ()
    assert played.sent


async def test_the_same_days_again(tmp_path: Path) -> None:
    first = await play(tmp_path / "a", 77, days=8)
    again = await play(tmp_path / "b", 77, days=8)
    assert first == again
