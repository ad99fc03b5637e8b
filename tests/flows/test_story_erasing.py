"""Somebody's data is erased: nothing of hers in any table or file of ours, and what must stay stays without her."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update

from agent.rep_turn import actor_of
from store import erasure
from store.db import Scope
from store.models import Lead, Message, Row
from store.queries import people
from store.types import ActOrigin, ToolCall
from tests.support.world import World, world

NAME, NUMBER, EMAIL = "Zacharias Quittenbaum", "+4915799887766", "zq@quittenbaum.example"
CANARY = "Papageientaucher"


async def _known(w: World) -> str:
    """A lead with a talk, a note, a reminder, a sequence, an appointment, a draft and a colleague's words on her."""
    number = await w.number("Tom Wagner")
    (tom,) = [row for row in await w.rows("leads", "name", "Tom Wagner")]
    async with w.parts.db.write() as work:
        await work.session.execute(update(Lead).where(Lead.id == tom["id"]).values(name=NAME, email=EMAIL))
    await w.say("whatsapp", number, f"Hallo, ich bin es, {CANARY}! Was kostet das Starterpaket?")
    await w.max(f"Notiz zu Zacharias: mag {CANARY}")
    await w.max(f"Erinnere mich morgen um 9 an Zacharias Quittenbaum: {CANARY}")
    await w.max("Starte die Ghost-Reaktivierung für Zacharias")
    await w.max("Buch mir mit Zacharias am Freitag um 17 Uhr einen Termin")
    await w.max(f"Schreib Zacharias: Der {CANARY} kommt.")
    await w.max(f"Notiz zu Lisa Schmid: kennt {NAME} ({number})")
    await w.advance("1m")
    return number


def _files(folder: Path) -> list[Path]:
    """Ours: what the phones of the sandbox show is the provider's memory."""
    return [path for path in folder.rglob("*.db*") if "sandbox" not in path.name]


def _holds(path: Path, words: str) -> bool:
    return words.encode() in path.read_bytes()


async def test_nothing_is_left_in_tables_or_bytes(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        number = await _known(w)
        (lead,) = await w.rows("leads", "name", NAME)
        sought = [NAME, "Quittenbaum", "quittenbaum", number, number[1:], EMAIL, CANARY, CANARY.lower()]
        files = _files(tmp_path)
        assert any(_holds(path, CANARY) for path in files), "the canary was planted"
        await w.max("Lösch alle Daten von Zacharias Quittenbaum")
        (asked,) = [row for row in await w.rows("audit_events", "tool", "forget_lead")]
        assert asked["outcome"] == "asked"
        (done,) = await w.max(tap=await _button(w, "Löschen und sperren"))
        assert "Gelöscht" in done["text"] and "Kontaktsperre" in done["text"]
        assert not await w.rows("leads", "id", lead["id"])
        await _nowhere(w, sought)
        (kept,) = await w.rows("decisions", "verdict", "erased")
        assert kept["facts"]["consents"] and kept["lead_id"] is None
        (noted,) = [row for row in await w.rows("notes") if erasure.MARK in row["text"]]
        assert noted["text"].startswith("kennt"), "a colleague's contact keeps her note"
        await w.max("Wie heiß ist Lisa?")
        for path in _files(tmp_path):
            assert not [word for word in sought if _holds(path, word)], path
        # The number comes back in a list or writes again: the block holds, and nothing of before is known.
        await w.say("whatsapp", number, "Hallo?")
        (again,) = await w.rows("leads", "phone", number)
        assert again["name"] != NAME
        assert await w.rows("suppressions", "reason", "erased")


async def _nowhere(w: World, sought: list[str]) -> None:
    for table in Row.metadata.tables:
        for row in await w.rows(table):
            left = [word for word in sought if word in str(row)]
            assert not left, (table, left, row)


async def _button(w: World, label: str, rep: str = "max") -> str:
    items = [item for item in await w.parts.phones.shows("telegram", rep) if item["direction"] == "to_person"]
    return next(str(one["id"]) for item in reversed(items) for one in item["buttons"] if label in one["label"])


async def test_what_is_said_of_somebody_of_the_same_name_stays(tmp_path: Path) -> None:
    """Nor is anything replaced that a stranger merely chose to be called."""
    async with world(tmp_path) as w:
        (huber,) = await w.rows("leads", "name", "Anna Huber")
        async with w.parts.db.write() as work:
            await work.session.execute(
                update(Lead).where(Lead.id == huber["id"]).values(name="Anna Berger", name_key="anna berger")
            )
            await work.session.execute(update(Lead).where(Lead.name == "Tom Wagner").values(name="das ist"))
        await w.max("Notiz zu Lisa Schmid: kennt Anna Berger, das ist gut")
        await w.max(f"/vergessen {await w.number('Nina Kraus')}")
        for number in (huber["phone"], (await w.rows("leads", "name", "das ist"))[0]["phone"]):
            await w.max(f"/vergessen {number}")
            await w.max(tap=await _button(w, "Endgültig löschen"))
        assert len(await w.rows("leads", "name", "Anna Berger")) == 1
        assert [row["text"] for row in await w.rows("notes")][-1] == "kennt Anna Berger, das ist gut"


async def test_who_asks_for_it_herself_is_a_tap_away(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        await w.new("telegram", "max")
        await w.lead("Tom Wagner", "Bitte löscht alle meine Daten!")
        (card,) = await w.new("telegram", "max")
        assert [one["label"] for one in card["buttons"]] == ["Daten löschen"]
        (asked,) = await w.max(tap=card["buttons"][0]["id"])
        assert "die Kontaktsperre" in asked["text"], "her opt-out stays"
        assert [one["label"] for one in asked["buttons"]] == ["Endgültig löschen", "Nein, lass es"]


async def test_not_while_a_message_is_leaving(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        (tom,) = await w.rows("leads", "name", "Tom Wagner")
        one = (await w.rows("messages", "lead_id", tom["id"]))[0]["id"]
        async with w.parts.db.write() as work:
            await work.session.execute(update(Message).where(Message.id == one).values(state="sending"))
        async with w.parts.db.read() as scope:
            actor = actor_of(next(row for row in await people.users(Scope(scope.session, 1)) if row.login == "max"))
        call = ToolCall("forget_lead", {"lead": "Tom Wagner", "confirmed": True}, "erase:1")
        outcome = await w.parts.runner(actor, call, ActOrigin(source="rest"))
        assert (outcome.status, outcome.reason) == ("denied", "sending")
        async with w.parts.db.write() as work:
            await work.session.execute(update(Message).where(Message.id == one).values(state="sent"))
        done = await w.parts.runner(actor, ToolCall(call.tool, call.arguments, "erase:2"), ActOrigin(source="rest"))
        assert done.status == "done" and not await w.rows("leads", "id", tom["id"])
        await _nowhere(w, ["Tom Wagner", tom["phone"]])
        again = await w.parts.runner(actor, ToolCall(call.tool, call.arguments, "erase:2"), ActOrigin(source="rest"))
        assert again.status == "done", "the same order twice is answered and does nothing"


async def test_only_who_leads_erases_everywhere(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        number = await w.number("Tom Wagner")
        async with w.parts.db.write() as work:
            twin = Lead(team_id=1, owner_id=3, name="T. Wagner", phone=number, created_at=w.clock.now())
            work.session.add(twin)
        await w.new("telegram", "sofia")
        owners = {row["owner_id"] for row in await w.rows("leads", "phone", number)}
        assert len(owners) == 2
        (card,) = await w.max("Lösch Tom Wagner")
        assert "Überall löscht nur" in card["text"]
        assert await w.max(f"/vergessen {number}", rep="lena")
        (done,) = await w.max(tap=await _button(w, "Endgültig", "lena"), rep="lena")
        assert "An 2 Stellen gelöscht" in done["text"]
        (told,) = await w.new("telegram", "sofia")
        assert "einen deiner Kontakte" in told["text"] and "Wagner" not in told["text"]
        assert not await w.rows("leads", "phone", number)
        await _nowhere(w, [number, "Tom Wagner", "T. Wagner"])
        (late,) = await w.max(tap=await _button(w, "Endgültig löschen"))
        assert "Gelöscht" not in late["text"], "the member's own card does nothing any more"


def test_every_table_has_its_fate() -> None:
    """A new table, or a lead's id in one that is said to hold nothing, must be decided in ``store.erasure``."""
    tables = Row.metadata.tables
    assert set(erasure.TABLES) == set(tables), set(erasure.TABLES) ^ set(tables)
    for name, fate in erasure.TABLES.items():
        columns = tables[name].c
        points = {c.name for c in columns if c.name in ("lead_id", "focus_lead_id", "external_id", "phone", "email")}
        refers = {key.column.table.name for key in tables[name].foreign_keys}
        assert fate.kind != "none" or not (points or refers & {"leads", "messages", "conversations", "reminders"}), name
        assert set(fate.words) <= {c.name for c in columns}, name
        assert fate.kind == "none" or fate.by in ("", *columns.keys()), name
        assert fate.kind in ("gone", "none") or fate.why, f"{name}: why does something stay?"
