"""A long text takes tens of milliseconds to read, which everybody else at the door would notice: a thread reads it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
LONG = 400  # letters; a thread costs more than reading a shorter text


async def beside(read: Callable[[str], T], text: str) -> T:
    """``read(text)``, in a thread when the text is long."""
    return await asyncio.to_thread(read, text) if len(text) > LONG else read(text)
