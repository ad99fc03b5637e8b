"""A vendor that is away for hours: its line rests, nothing is lost, and what waited leaves at the line's own pace."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from sqlalchemy import update

from store.models import Account
from tests.support.vendors import BY_NAME
from tests.support.wire import wire


async def test_an_outage_ends_in_no_flood(tmp_path: Path) -> None:
    async with wire(tmp_path) as door:
        cloud, count = BY_NAME["cloud"], 12
        for n in range(count):
            call = cloud.text("Hallo Max, magst du mir kurz schreiben?", f"w{n}", f"49157000000{n:02}")
            call = type(call)(call.path, call.body, {})
            assert await door.cloud(None, raw=call.body) == 200
        await door.w.settle()
        async with door.w.parts.db.write() as work:
            slow = update(Account).where(Account.provider == "cloud").values(limits={"per_second": 1})
            await work.session.execute(slow)
        door.w.parts.phones.fault("whatsapp", "drop", 30)
        for lead in [row for row in await door.rows("leads") if str(row["phone"]).startswith("+49157000000")]:
            owner = next(u["login"] for u in await door.rows("users") if u["id"] == lead["owner_id"])
            await door.w.max(f"Schreib {lead['phone']}: Melde mich gleich!", rep=owner)
        await door.w.advance("30m")
        door.w.parts.phones._faults.clear()
        mine = [row for row in await door.rows("messages", "direction", "out") if row["text"] == "Melde mich gleich!"]
        assert len(mine) == count and all(row["state"] in ("queued", "sent") for row in mine)
        await door.w.advance("30m")
        left = [row for row in await door.rows("messages", "direction", "out") if row["text"] == "Melde mich gleich!"]
        assert [row["state"] for row in left] == ["sent"] * count
        times = sorted(row["sent_at"] for row in left)
        assert all(later - first >= timedelta(seconds=1) for first, later in pairwise(times))
