"""People come into the team, are made leaders and go again; what they leave behind is somebody's, nothing is lost."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import product
from pathlib import Path

from store import codes
from tests.support.world import World, world
from tools.remove_member import shares


async def _link(w: World, name: str = "Jonas Weber") -> str:
    shown = await w.max(f"/einladen {name}", rep="lena")
    found = re.search(r"/start \S+", shown[0]["text"])
    assert found is not None
    return found[0]


async def test_a_link_makes_one_member_and_no_more(tmp_path: Path) -> None:
    async with world(tmp_path / "w") as w:
        link = await _link(w)
        await w.say("telegram", "jonas", link, name="Jonny")
        assert "Willkommen im Team von Lena, Jonas Weber" in (await w.new("telegram", "jonas"))[-1]["text"]
        assert [card["text"] for card in await w.new("telegram", "lena")] == [
            "🎉 Jonas Weber ist jetzt in deinem Team."
        ]
        jonas = (await w.rows("users", "login", "jonas"))[0]
        assert (jonas["role"], jonas["upline_id"], jonas["team_id"]) == ("rep", 1, 1)
        assert "das bist du" in (await w.max("Wer ist in meinem Team?", rep="jonas"))[0]["text"]

        before = len(await w.rows("leads"))
        await w.say("whatsapp", "+4915199990001", link, name="Somebody")
        assert "gilt nicht mehr" in (await w.new("whatsapp", "+4915199990001"))[-1]["text"]
        late = await _link(w, "Petra")
        await w.until(w.clock.now() + codes.MEMBER_LIFE + timedelta(minutes=1))
        await w.say("telegram", "petra", late, name="Petra")
        assert "gilt nicht mehr" in (await w.new("telegram", "petra"))[-1]["text"]
        assert len(await w.rows("users")) == 5 and len(await w.rows("leads")) == before


async def test_whoever_goes_leaves_everything_to_the_others(tmp_path: Path) -> None:
    async with world(tmp_path / "w") as w:
        await w.max("Erinnere mich morgen um 10 an Lisa")
        await w.max("Erinnere mich morgen um 11 an den Zahnarzt")
        await w.lead("Tom Wagner", "Was kostet das Starterpaket?")
        draft = (await w.rows("approvals"))[-1]
        leads = {row["id"] for row in await w.rows("leads", "owner_id", 2)}
        await w.max("/team", rep="sofia")
        asked = (await w.max("Nimm Max aus dem Team und gib alles an Sofia", rep="lena"))[0]
        assert "An Sofia geht" in asked["text"] and f"{len(leads)} Kontakte" in asked["text"]
        assert (await w.rows("users", "login", "max"))[0]["left_at"] is None, "a tap comes first"
        await w.new("telegram", "sofia")
        done = await w.tap(asked, "Ja, so machen", rep="lena")
        assert "Max ist nicht mehr im Team" in done[-1]["text"]

        assert {row["id"] for row in await w.rows("leads", "owner_id", 3)} == leads
        notes = {row["note"] or "lead": (row["user_id"], row["state"]) for row in await w.rows("reminders")}
        assert (3, "open") in notes.values() and (2, "dismissed") in notes.values()
        told = (await w.new("telegram", "sofia"))[-1]
        assert "übergeben" in told["text"] and [b["label"] for b in told["buttons"]] == ["Entwürfe ansehen"]
        assert "Tom Wagner" in (await w.tap(told, "Entwürfe", rep="sofia"))[-1]["text"]
        sent = await w.max(f"/freigabe {draft['id']}", rep="sofia")
        await w.tap(sent[-1], "Senden", rep="sofia")
        await w.advance("11s")
        assert len(await w.phone("Tom Wagner")) > 0

        assert "nicht mehr in diesem Team" in (await w.max("Wie heiß ist Tom?"))[-1]["text"]
        acts = [row["tool"] for row in await w.rows("audit_events", "actor_id", 2)]
        await w.max(f"/freigabe {draft['id']}")
        assert acts == [row["tool"] for row in await w.rows("audit_events", "actor_id", 2)]
        link = await _link(w, "Max")
        await w.say("telegram", "max", link)
        assert (await w.rows("users", "login", "max"))[0]["left_at"] is None
        assert len(await w.rows("users")) == 4


def test_shared_out_evenly_and_completely() -> None:
    for count, busy in product((0, 1, 7, 60), ([0], [3, 0], [40, 2, 2], [0] * 9)):
        loads = dict(enumerate(busy))
        given = shares(range(count), loads)
        assert sorted(lead for part in given.values() for lead in part) == list(range(count))
        ends = {user: loads[user] + len(part) for user, part in given.items()}
        assert all(ends[user] - 1 <= min(ends.values()) for user, part in given.items() if part)
