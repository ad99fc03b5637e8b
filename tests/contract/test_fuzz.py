"""Whatever is sent to the API, it never answers with a server error (10,000 calls: ``make bench ARGS=fuzz``)."""

from __future__ import annotations

from pathlib import Path

from tests.support.fuzz import fuzz


def test_no_server_error_in_many_calls(tmp_path: Path) -> None:
    calls, problems = fuzz(tmp_path / "data", examples=4, seed=20_261_125, seconds=120, phases="fuzzing")
    assert calls > 100 and not problems, problems
