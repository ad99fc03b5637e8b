"""What people do in the sandbox, for its REST face and its page alike: write, move time, begin anew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from channels.web.deps import Parts
from store.types import Inbound


class Backwards(ValueError):
    """The clock only moves forward; the message is the moment it shows."""


class Play:
    """Moves of the clock and resets follow each other, never at once."""

    def __init__(self, house: Parts) -> None:
        self.house = house
        self._moving = asyncio.Lock()

    async def arrive(self, inbound: Inbound) -> int:
        """On the person's phone first, as with every provider, then through the door in; the id on the phone.

        Raises LookupError when no account answers on the channel.
        """
        house = self.house
        number = await house.phones.arrive(inbound, house.clock.now())
        await house.inbox.accept(replace(inbound, provider_id=f"sandbox-{inbound.channel}-{number}"))
        return number

    async def forward(self, target: Callable[[datetime], datetime]) -> Mapping[str, int]:
        """Moves time to ``target(now)``, stopping at every due row; how many rows each job worked on.

        Raises Backwards, and the ValueError of ``target``.
        """
        async with self._moving:
            now = self.house.clock.now()
            until = target(now)
            if until < now:
                raise Backwards(now.isoformat())
            ran = await self.house.drive.advance(until, self.house.clock.move)
        self.house.db.pulse.beat()
        return ran

    async def begin_anew(self, demo: bool, at: datetime | None = None) -> None:
        """Fresh data; the clock starts at ``at``, else at real time."""
        async with self._moving:
            await self.house.clock.start_at(at)
            await self.house.reset(demo)
        self.house.db.pulse.beat()
