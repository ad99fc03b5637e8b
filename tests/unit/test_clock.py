"""The sandbox's clock, and that every setting is explained."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.clock import SandboxClock, SystemClock
from store.settings import Settings

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


class Memory:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def setting(self, name: str) -> str | None:
        return self.kept.get(name)

    async def keep(self, name: str, value: str) -> None:
        self.kept[name] = value


class Real:
    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at


async def test_it_goes_on_from_where_it_was_moved() -> None:
    real = Real()
    clock = SandboxClock(real)
    await clock.move(NOON + timedelta(days=2))
    real.at += timedelta(seconds=5)
    assert clock.now() == NOON + timedelta(days=2, seconds=5)
    await clock.move(NOON)
    assert clock.now() == NOON + timedelta(days=2, seconds=5)


async def test_a_reset_may_go_back() -> None:
    clock = SandboxClock(Real())
    await clock.move(NOON + timedelta(days=2))
    await clock.start_at(NOON - timedelta(days=500))
    assert clock.now() == NOON - timedelta(days=500)
    await clock.start_at(None)
    assert clock.now() == NOON


@given(st.lists(st.timedeltas(timedelta(days=-900), timedelta(days=900)), max_size=6))
async def test_time_never_runs_backwards_and_survives(moves: list[timedelta]) -> None:
    memory, real = Memory(), Real()
    clock = SandboxClock(real)
    await clock.restore(memory)
    for move in moves:
        before = clock.now()
        await clock.move(NOON + move)
        assert clock.now() == max(before, NOON + move)
    again = SandboxClock(real)
    await again.restore(memory)
    assert again.now() == clock.now()


def test_real_time_is_aware() -> None:
    assert SystemClock().now().utcoffset() == timedelta()


def test_every_setting_is_explained_with_its_default() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    named = dict(re.findall(r"^#? ?([A-Z0-9_]+)=(.*)$", text, re.MULTILINE))
    assert {name.upper() for name in Settings.model_fields} == named.keys()
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, bool):
            assert named[name.upper()] == str(int(field.default)), name
        elif isinstance(field.default, int | str):
            assert named[name.upper()] == str(field.default), name
    for paragraph in text.strip().split("\n\n"):
        assert paragraph.startswith("#"), paragraph
