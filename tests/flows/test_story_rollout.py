"""A leader lets the bot answer more by itself, stage by stage, and it goes back when that does harm (MISSION D9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import rollout
from store.rollout import Figures
from tests.support.world import world

EASY = "Passt es am Dienstag um 17 Uhr für ein kurzes Telefonat?"
ASK = "Was kostet das Starterpaket?"


async def test_a_team_goes_stage_by_stage_and_back(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        await w.max("/start")
        card = (await w.max("Stufe 1 für mein Team, nur Sofia", rep="lena"))[-1]
        await w.tap(card, "Ja, Stufe 1", rep="lena")
        assert "Entwürfe nur für Sofia" in (await w.new("telegram", "max"))[-1]["text"]
        await w.lead("Tom Wagner", ASK)
        assert not await w.rows("approvals"), "Max is not the one who tries it out"

        await w.max("/rollout 2", rep="lena")
        await w.lead("Nina Kraus", ASK)
        assert [row["state"] for row in await w.rows("approvals")] == ["pending"]

        switched = await w.max("/rollout 3", rep="lena")
        await w.lead("Anna Berger", EASY)
        went = [row for row in await w.rows("messages", "origin", "ai") if row["approval_id"] is None]
        assert len(went) == 1 and went[0]["kind"] == "answer", "something simple goes by itself"
        await w.max("Antwortmodus von Julia Brandt: nur Entwürfe")
        await w.lead("Julia Brandt", EASY)
        assert len([row for row in await w.rows("messages", "origin", "ai") if row["approval_id"] is None]) == 1

        await w.advance("1m")
        shown = (await w.max("/rollout", rep="lena"))[-1]["text"]
        assert "Stufe 3 von 4" in shown and "1 Antworten von selbst" in shown and "zu früh" in shown
        undone = await w.tap(switched[-1], "Rückgängig", rep="lena")
        assert "Stufe 2 gilt ab jetzt" in undone[-1]["text"]
        assert [row["stage"] for row in await w.rows("rollouts")] == [1, 2, 3, 2]
        assert [act for act in await w.acts() if act[0] == "rollout"].count(("rollout", "done")) >= 4


async def test_harm_takes_it_back_by_itself(tmp_path: Path) -> None:
    async with world(tmp_path) as w:
        await w.max("/rollout 4", rep="lena")
        people = ("Anna Berger", "Nina Kraus", "Julia Brandt")
        for name in people:
            await w.lead(name, EASY)
        await w.advance("1m")
        await w.new("telegram", "lena")
        for name in people:
            assert [row["stage"] for row in await w.rows("rollouts")] == [4]
            await w.lead(name, "STOP")
        rows = await w.rows("rollouts")
        assert [(row["stage"], row["reason"], row["user_id"]) for row in rows] == [(4, "set", 1), (2, "harm", None)]
        card = next(card for card in await w.new("telegram", "lena") if "auf Stufe 2 zurückgestellt" in card["text"])
        assert "3 Abmeldungen" in card["text"] and not any(name in card["text"] for name in people)
        await w.lead("Tom Wagner", EASY)
        assert [row["lead_id"] for row in await w.rows("approvals", "state", "pending")] == [3]
        assert "Stufe 4 gilt ab jetzt" in (await w.tap(card, "Trotzdem", rep="lena"))[-1]["text"]


@pytest.mark.parametrize(
    ("mode", "chosen", "stage", "pilot", "found"),
    [
        ("draft_only", False, None, False, "draft_only"),
        ("auto", True, None, False, "auto"),
        ("draft_only", False, 1, True, "draft_only"),
        ("auto", True, 1, False, "off"),
        ("auto", True, 2, False, "draft_only"),
        ("draft_only", False, 3, False, "auto_low"),
        ("draft_only", True, 4, False, "draft_only"),
        ("auto", True, 3, False, "auto_low"),
        ("draft_only", False, 4, False, "auto"),
        ("off", True, 4, True, "off"),
    ],
)
def test_a_stage_is_the_ceiling(mode: str, chosen: bool, stage: int | None, pilot: bool, found: str) -> None:
    assert rollout.effective(mode, chosen=chosen, stage=stage, pilot=pilot) == found


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        (Figures(), None),
        (Figures(auto=5, opted_out=2), None),
        (Figures(auto=5, opted_out=2, angry=1), "harm"),
        (Figures(auto=40, opted_out=3), None),
        (Figures(as_is=5, edited=4), None),
        (Figures(as_is=5, edited=3, rejected=2), "rework"),
        (Figures(as_is=6, edited=3, rejected=1), None),
    ],
)
def test_when_the_figures_are_bad(figures: Figures, reason: str | None) -> None:
    assert rollout.worse(figures) == reason
