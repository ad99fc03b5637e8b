"""My team does what I do: a playbook cloned with a tap, kept alive, never overwriting what is one's own."""

from __future__ import annotations

from pathlib import Path

from sequences.catalogue import digest_of
from store.models import SequenceDefinition
from tests.support.story import Story, story


async def rewritten(s: Story, owner_id: int | None, old: str, new: str) -> None:
    """Somebody's own version of the ghost sequence, with other words in it."""
    async with s.w.parts.db.write() as work:
        rows = await s.w.rows("sequence_definitions", "name", "ghost_reactivation")
        yaml = str(rows[-1]["yaml"] if owner_id is None else rows[0]["yaml"]).replace(old, new)
        work.session.add(
            SequenceDefinition(
                team_id=1,
                owner_id=owner_id,
                name="ghost_reactivation",
                version=max(row["version"] for row in rows) + 1,
                yaml=yaml,
                digest=digest_of(yaml),
                at=s.w.clock.now(),
            )
        )


async def test_a_living_playbook(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        made = await s.says("Mach aus der Ghost-Reaktivierung eine Vorlage fürs Team: Winterstart", rep="lena")
        assert "»Winterstart« ist angelegt" in made and "4 Schritte" in made
        assert "Max, Sofia" in await s.taps("Ans Team geben", rep="lena")
        offered = (await s.cards("max"))[-1]
        assert "Lena teilt die Vorlage »Winterstart«" in offered
        assert "gehört jetzt dir" in await s.taps("Übernehmen")
        await s.cards("sofia")
        assert "gehört jetzt dir" in await s.taps("Übernehmen", rep="sofia")
        own = [row for row in await s.w.rows("sequence_definitions") if row["owner_id"]]
        assert {row["owner_id"] for row in own} == {2, 3}
        assert "läuft jetzt für Julia" in await s.says("Starte die Ghost-Reaktivierung für Julia")
        # Max makes his own; Lena changes hers and hands it out.
        await rewritten(s, 2, "day: 7", "day: 6")
        await rewritten(s, None, "day: 14", "day: 15")
        told = await s.says("Verteil die Vorlage Winterstart", rep="lena")
        assert "Version 2" in told and "Aktualisiert: Sofia" in told and "ich frage nach: Max" in told
        assert "deine Kopie ist aktuell" in (await s.cards("sofia"))[-1]
        assert "selbst angepasst" in (await s.cards("max"))[-1]
        assert "gehört jetzt dir" in await s.taps("Neue Fassung nehmen")
        clones = await s.w.rows("playbook_clones")
        assert [clone["version"] for clone in clones] == [2, 2]
        # Running enrolments keep the version they began with.
        assert len({row["version"] for row in await s.w.rows("enrolments")}) <= 1
        assert "zu früh" in await s.says("Wie läuft die Vorlage Winterstart?", rep="lena")


async def test_a_rep_hands_out_nothing(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        said = await s.says("Mach aus der Ghost-Reaktivierung eine Vorlage: Meine")
        assert not await s.w.rows("playbooks") and said
