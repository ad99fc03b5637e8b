"""Fixtures for everybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from store import logs
from tests.support.world import World, world

logs.configure("WARNING")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[World]:
    """The whole bot with the demo team."""
    async with world(tmp_path) as found:
        yield found
