"""Two reps, one person: the second is kept from her without hearing whose she is, and the leader decides."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from store.types import Actor, ActOrigin, File, Inbound, Outcome, ToolCall
from tests.support.world import World, world

CSV = b"Name;Telefon\nThomas W.;0151 12340003\nNeu Person;0151 77777777\n"
SAID = "Daran arbeitet schon jemand aus deinem Team"
SECRETS = ("Max", "Tom Wagner", "Wagner Fitness")


@pytest.fixture
async def w(tmp_path: Path) -> AsyncIterator[World]:
    """Sofia's list has a number that is Max's Tom Wagner's, who wrote to him lately."""
    async with world(tmp_path) as found:
        inbound = Inbound("telegram", "sofia", "", files=(File("liste.csv", CSV),))
        number = await found.parts.phones.arrive(inbound, found.clock.now())
        await found.parts.inbox.accept(replace(inbound, provider_id=f"sandbox-telegram-{number}"))
        await found.settle()
        card = (await found.new("telegram", "sofia"))[-1]
        assert "2 neue Kontakte" in card["text"] and "An einem davon arbeitet schon jemand" in card["text"]
        assert not any(part in card["text"] for part in SECRETS)
        await found.tap(card, "Anlegen", rep="sofia")
        yield found


async def lead(w: World, name: str) -> dict[str, Any]:
    return (await w.rows("leads", "name", name))[0]


async def act(w: World, tool: str, **arguments: Any) -> Outcome:
    """Sofia over REST, as the engine and other programs act."""
    row = (await w.rows("users", "login", "sofia"))[0]
    actor = Actor("user", row["id"], row["team_id"], row["name"], row["role"], "de", row["zone"])
    return await w.parts.runner(actor, ToolCall(tool, arguments, f"lock:{tool}:{arguments}"), ActOrigin(source="rest"))


async def test_no_way_leads_around_the_lock(w: World) -> None:
    said = (await w.max("Schreib Thomas W.: Hallo Thomas, Lust auf einen Kaffee?", rep="sofia"))[-1]
    assert SAID in said["text"] and [b["label"] for b in said["buttons"]] == ["Leader fragen"]
    thomas = str((await lead(w, "Thomas W."))["id"])
    everything = {"answers": ["no_consent", "paused", "quiet_hours", "window_closed"], "basis": "agreed"}
    for tool, more in (
        ("send_message", {"text": "Hallo", **everything}),
        ("send_whatsapp", {"text": "Hallo", **everything}),
        ("start_sequence", {"sequence": "ghost_reactivation", "basis": "agreed"}),
    ):
        outcome = await act(w, tool, lead=thomas, **more)
        assert (outcome.status, outcome.reason) == ("denied", "locked"), (tool, outcome)
    batch = await act(w, "batch_send", leads=[int(thomas)], text="Hallo zusammen")
    assert batch.result["left_out"] == {"locked": 1}, batch
    why = (await w.max("Warum ging das an Thomas W. nicht raus?", rep="sofia"))[-1]["text"]
    assert SAID in why and not any(part in said["text"] + why for part in SECRETS)
    assert {row["rule"] for row in await w.rows("decisions", "lead_id", int(thomas))} == {"locked"}
    assert not await w.phone("Thomas W.") and not await w.rows("enrolments", "lead_id", int(thomas))


async def test_the_engine_stops_at_the_lock_and_another_purpose_is_free(w: World) -> None:
    thomas = await lead(w, "Thomas W.")
    started = await act(
        w, "start_sequence", lead=str(thomas["id"]), sequence="first_contact_to_partner", basis="agreed"
    )
    assert started.status == "done" and (await lead(w, "Thomas W."))["purpose"] == "recruiting"
    sent = await act(w, "send_message", lead=str(thomas["id"]), text="Hallo", answers=["window_closed"])
    assert sent.status == "done", "recruiting talk is free while Max talks about the product"
    await act(w, "update_lead", lead=str(thomas["id"]), field="Zweck", value="Produkt")
    assert (await lead(w, "Thomas W."))["purpose"] == "product"
    await w.advance("3d")
    run = (await w.rows("enrolments", "lead_id", thomas["id"]))[0]
    assert (run["status"], run["outcome"]) == ("cancelled", "locked"), run


async def test_the_leader_decides(w: World) -> None:
    refused = (await w.max("Schreib Thomas W.: Hallo", rep="sofia"))[-1]
    assert "Ich habe Lena gefragt" in (await w.tap(refused, "Leader fragen", rep="sofia"))[-1]["text"]
    card = (await w.new("telegram", "lena"))[-1]
    assert "Sofia möchte mit Thomas W. arbeiten" in card["text"] and len(card["buttons"]) == 3
    await w.tap(card, "Wer fragt", rep="lena")
    assert "Thomas W. gehört dir" in (await w.new("telegram", "sofia"))[-1]["text"]
    assert "Mit Tom Wagner arbeitet ab jetzt jemand anderes" in (await w.new("telegram", "max"))[-1]["text"]
    assert SAID in (await w.max("Schreib Tom Wagner: Hallo Tom!"))[-1]["text"]
    thomas = str((await lead(w, "Thomas W."))["id"])
    assert (await act(w, "send_message", lead=thomas, text="Servus")).reason != "locked"


async def test_both_by_purpose_and_silence(w: World) -> None:
    thomas = str((await lead(w, "Thomas W."))["id"])
    await act(w, "ask_leader", lead=thomas)
    await w.settle()
    card = (await w.new("telegram", "lena"))[-1]
    await w.tap(card, "Beide", rep="lena")
    assert "übers Geschäft" in (await w.new("telegram", "sofia"))[-1]["text"]
    assert (await act(w, "send_message", lead=thomas, text="Servus")).reason != "locked"
    assert SAID not in (await w.max("Schreib Tom Wagner: Hallo Tom!"))[-1]["text"]
    async with w.parts.db.write() as work:
        from store.models import Lead

        row = await work.session.get(Lead, int(thomas))
        assert row is not None
        row.purpose = "product"
    assert (await act(w, "send_message", lead=thomas, text="Noch eins")).reason == "locked"
    await w.clock.move(w.clock.now().replace(year=2027))
    assert (await act(w, "send_message", lead=thomas, text="Ein Jahr später")).reason != "locked"
