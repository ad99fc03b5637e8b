"""Fixtures for everybody."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from store import logs
from store.settings import Settings
from tests.support.engines import run_in_the_loop, share_compiled
from tests.support.world import World, world

logs.configure("WARNING")
# The build server draws the same examples every time, so that it judges the change and not the dice.
settings.register_profile("ci", derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "default")
share_compiled()
run_in_the_loop()

# Whoever runs the tests may have keys of their own: no test talks to a real model or vendor.
for name in {field.upper() for field in Settings.model_fields} & {name.upper() for name in os.environ}:
    os.environ.pop(name, None)


def pytest_configure() -> None:
    """Test folders lie in memory where there is plenty: the houses write through to the disk at every step."""
    memory = Path("/dev/shm")
    if "TMPDIR" not in os.environ and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 4 * 2**30:
        os.environ["TMPDIR"] = tempfile.mkdtemp(prefix="salesflow-tests-", dir=memory)
        os.chmod(os.environ["TMPDIR"], 0o711)  # peers that run as nobody come through to what is theirs
        tempfile.tempdir = None
        atexit.register(shutil.rmtree, os.environ["TMPDIR"], ignore_errors=True)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[World]:
    """The whole bot with the demo team."""
    async with world(tmp_path, quiet=True) as found:
        yield found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that it runs beside everything else instead of after it."""
    items.sort(key=lambda item: "test_kill" not in item.nodeid)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: looking through it again for garbage is a fifth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
