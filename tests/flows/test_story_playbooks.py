"""My team does what I do: a playbook cloned with a tap, kept alive, never overwriting what is one's own."""

from __future__ import annotations

import base64
from datetime import timedelta
from pathlib import Path
from typing import Any

from sequences.catalogue import digest_of
from store.models import Enrolment, Lead, Playbook, SequenceDefinition, Team, User
from store.types import Actor, ActOrigin, Outcome, ToolCall
from tests.support.story import Story, story, tidy

GHOST = (Path(__file__).parents[2] / "sequences/library/ghost_reactivation.yaml").read_text("utf-8")


async def rewritten(s: Story, owner_id: int | None, *changes: tuple[str, str], base: str = GHOST) -> str:
    """Somebody's own version of the ghost sequence, with other words in it, switched on."""
    text = base
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    async with s.w.parts.db.write() as work:
        rows = await s.w.rows("sequence_definitions", "name", "ghost_reactivation")
        for row in rows:
            if row["owner_id"] == owner_id and row["team_id"] == 1:
                (await work.session.get(SequenceDefinition, row["id"])).active = False
        version = max(row["version"] for row in rows) + 1
        values = {"team_id": 1, "owner_id": owner_id, "name": "ghost_reactivation", "version": version}
        work.session.add(SequenceDefinition(**values, yaml=text, digest=digest_of(text), at=s.w.clock.now()))
    return text


async def does(s: Story, login: str, tool: str, **arguments: Any) -> Outcome:
    """An act over REST."""
    row = (await s.w.rows("users", "login", login))[0]
    actor = Actor("user", row["id"], row["team_id"], row["name"], row["role"], "de", row["zone"])
    key = f"books:{len(await s.w.rows('audit_events'))}"
    outcome = await s.w.parts.runner(actor, ToolCall(tool, arguments, key), ActOrigin("rest"))
    await s.w.settle()
    return outcome


async def own_yaml(s: Story, user_id: int) -> str:
    """The text of a member's own ghost sequence that is in use."""
    rows = await s.w.rows("sequence_definitions", "owner_id", user_id)
    return str(next(row["yaml"] for row in rows if row["active"]))


async def published(s: Story, *parts: str) -> None:
    await s.says(f"/vorlage Winterstart: {', '.join(parts)}", rep="lena")
    await s.taps("Ans Team geben", rep="lena")


async def test_a_living_playbook(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        made = await s.says("Mach aus der Ghost-Reaktivierung eine Vorlage fürs Team: Winterstart", rep="lena")
        assert "»Winterstart« ist angelegt" in made and "4 Schritte, 5 Texte" in made
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
        await rewritten(s, 2, ("day: 7", "day: 6"))
        await rewritten(s, None, ("day: 14", "day: 15"))
        told = await s.says("Verteil die Vorlage Winterstart", rep="lena")
        tidy(told)
        assert "Version 2" in told and "»Freundlicher Abschied«: Tag 14 → 15" in told
        assert "Aktualisiert: Sofia" in told and "ich frage nach: Max (Ghost-Reaktivierung)" in told
        assert "deine Kopie ist aktuell" in (await s.cards("sofia"))[-1]
        assert "Auch du hast etwas daran geändert" in (await s.cards("max"))[-1]
        # Both changed different days, so both stay without a question.
        assert "auf dem neuesten Stand" in await s.taps("Zusammenführen")
        merged = await own_yaml(s, 2)
        assert "day: '6'" in merged and "day: '15'" in merged
        # Running enrolments keep the version they began with until somebody wants it otherwise.
        before = (await s.w.rows("enrolments"))[0]
        assert "umgestellt" in (await s.taps("Laufende umstellen")).lower()
        after = (await s.w.rows("enrolments"))[0]
        assert before["definition_id"] != after["definition_id"] and before["step"] == after["step"]
        assert "zu früh" in await s.says("Wie läuft die Vorlage Winterstart?", rep="lena")
        # Back again: Sofia follows, Max still has something of his own.
        assert "Aktualisiert: Sofia" in await s.says("Zurück zur vorigen Version", rep="lena")
        assert "day: 14" in await own_yaml(s, 3)
        await s.cards()
        await s.taps("Zusammenführen")
        restored = await own_yaml(s, 2)
        assert "day: '6'" in restored and "day: '14'" in restored


async def test_where_both_changed_the_same_one_is_asked(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        for text in ("/einwand zu teuer: Womit vergleichst du?", "/einwand keine Zeit: Zehn Minuten reichen dir."):
            await s.says(text, rep="lena")
        await published(s, "Einwandantworten")
        await s.cards()
        await s.taps("Übernehmen")
        await s.says("/einwand zu teuer: Meine eigenen Worte.")
        await s.says("/einwand zu teuer: Was hattest du gedacht?", rep="lena")
        await s.says("/einwand keine Zeit: Fünf Minuten reichen dir.", rep="lena")
        assert "ich frage nach: Max" in await s.says("Verteil die Vorlage", rep="lena")
        await s.cards()
        question = await s.taps("Zusammenführen")
        assert "Lena: Was hattest du gedacht?" in question and "Du: Meine eigenen Worte." in question
        assert s.labels() == ["Lena", "Meine Fassung"]
        # Lena changes it again before he answers: nothing old is written.
        await s.says("/einwand zu teuer: Wie meinst du das genau?", rep="lena")
        await s.says("Verteil die Vorlage", rep="lena")
        await s.cards()
        assert "inzwischen wieder geändert" in await s.taps("Meine Fassung")
        await s.taps("Zusammenführen")
        assert "neuesten Stand" in await s.taps("Meine Fassung")
        kept = {row["objection"]: row["text"] for row in await s.w.rows("objection_handlers", "user_id", 2)}
        assert kept == {"price": "Meine eigenen Worte.", "time": "Fünf Minuten reichen dir."}
        # What he keeps for good is not asked about any more.
        await s.says("/einwand zu teuer: Und jetzt?", rep="lena")
        await s.says("Verteil die Vorlage", rep="lena")
        await s.cards()
        assert "Deine eigene Fassung bleibt" in await s.taps("Meine behalten")
        await s.taps("Nicht mehr fragen")
        await s.says("/einwand zu teuer: Noch einmal anders.", rep="lena")
        assert "nicht mehr folgen: Max" in await s.says("Verteil die Vorlage", rep="lena")
        await s.says("Übernimm die Vorlage")
        assert "auf dem neuesten Stand" in await s.taps("Neue Fassung nehmen")
        clones = await s.w.rows("playbook_clones")
        assert [(clone["version"], clone["synced"]) for clone in clones] == [(5, True)]


async def test_for_whom_a_playbook_is(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        async with s.w.parts.db.write() as work:
            team = Team(name="Team Olga")
            work.session.add(team)
            await work.session.flush()
            work.session.add(User(team_id=team.id, login="olga", name="Olga", role="leader"))
            work.session.add(User(team_id=team.id, login="otto", name="Otto", role="rep"))
        await s.says("/vorlage Winterstart: Ghost-Reaktivierung", rep="lena")
        number = (await s.w.rows("playbooks"))[0]["id"]
        assert "Sofia" in await s.says("Teil die Vorlage Winterstart mit Sofia", rep="lena")
        for login in ("max", "otto", "olga"):
            for tool in ("show_template", "clone_template"):
                outcome = await does(s, login, tool, template=str(number))
                assert (outcome.status, outcome.reason) == ("denied", "playbook_unknown")
                assert "Winterstart" not in str(outcome)
        assert (await does(s, "sofia", "clone_template", template=str(number))).status == "done"
        # The company: Lena asks, an admin decides; another team sees it and cannot touch it.
        assert "Admin" in await s.says("Gib die Vorlage Winterstart der ganzen Firma", rep="lena")
        await s.cards("admin")
        assert "für die ganze Firma" in await s.taps("An alle Teams", rep="admin")
        assert (await does(s, "otto", "clone_template", template="Winterstart")).status == "done"
        otto = (await s.w.rows("users", "login", "otto"))[0]["id"]
        copy = [row for row in await s.w.rows("sequence_definitions", "owner_id", otto)]
        assert copy and copy[0]["team_id"] == team.id
        for tool in ("push_template", "publish_template"):
            assert (await does(s, "olga", tool, template=str(number))).reason == "not_yours"
        await rewritten(s, None, ("day: 14", "day: 15"))
        told = await s.says("Verteil die Vorlage Winterstart", rep="lena")
        assert "Aktualisiert: Sofia" in told and "anderen Teams aktualisiert: 1" in told and "Otto" not in told


async def test_what_is_gone_or_broken_stays_as_it_was(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await rewritten(s, None, ("day: 14", "day: 15"))
        await published(s, "Ghost-Reaktivierung")
        async with s.w.parts.db.write() as work:
            for row in await s.w.rows("sequence_definitions", "name", "ghost_reactivation"):
                found = await work.session.get(SequenceDefinition, row["id"])
                found.active, found.digest = found.team_id == 1, "broken" + str(found.id)
                found.yaml = "steps: [" if found.team_id == 1 else found.yaml
        told = await s.says("Verteil die Vorlage", rep="lena")
        assert "hat sich nichts geändert" in told and "nicht lesbar: Ghost-Reaktivierung" in told
        assert "day: 15" in (await s.w.rows("playbooks"))[0]["content"]["sequences"][0]["yaml"]
        # A playbook that cannot be read any more is not handed over, and nobody is told a lie.
        async with s.w.parts.db.write() as work:
            row = await work.session.get(Playbook, 1)
            part = {**row.content["sequences"][0], "yaml": "steps: [nothing"}
            row.content = {**row.content, "sequences": [part]}
        assert "nicht lesbar" in await s.says("Übernimm die Vorlage")


async def test_what_a_playbook_brings(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await published(s, "Ghost-Reaktivierung")
        await does(s, "max", "clone_template", template="Winterstart")
        await does(s, "sofia", "clone_template", template="Winterstart")
        await runs(s, 2, reached=12, answered=9, partners=2)
        early = await s.says("Wie läuft die Vorlage Winterstart?", rep="lena")
        assert "12 Kontakte angeschrieben, 75 % haben geantwortet, 2 neue Partner (17 %)" in early
        assert "fehlen noch 10" in early and "Max" not in early
        await runs(s, 3, reached=11, answered=2, partners=0)
        outcome = await does(s, "lena", "template_performance", template="Winterstart")
        assert (outcome.result["best"], outcome.result["worst"]) == ("Max", "Sofia")
        assert outcome.result["versions"][0]["response_rate"] == 11 / 23 and outcome.result["times_cloned"] == 2
        picture = base64.b64decode(outcome.result["files"][0]["base64"])
        assert picture.startswith(b"\x89PNG")


async def runs(s: Story, user_id: int, *, reached: int, answered: int, partners: int) -> None:
    """Enrolments of a member with the playbook's own text, as the engine leaves them behind."""
    definition = next(r for r in await s.w.rows("sequence_definitions", "owner_id", user_id) if r["active"])
    now = s.w.clock.now() + timedelta(minutes=1)
    async with s.w.parts.db.write() as work:
        for number in range(reached):
            lead = Lead(team_id=1, owner_id=user_id, name=f"K{user_id}-{number}", created_at=now)
            lead.partner_at = now + timedelta(days=1) if number < partners else None
            work.session.add(lead)
            await work.session.flush()
            work.session.add(
                Enrolment(
                    team_id=1,
                    lead_id=lead.id,
                    user_id=user_id,
                    definition_id=definition["id"],
                    sequence="ghost_reactivation",
                    version=definition["version"],
                    status="completed",
                    started_at=now,
                    last_sent_at=now,
                    reply_at=now if number < answered else None,
                )
            )


async def test_her_own_words_answer_an_objection(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        await s.says("Wenn jemand sagt, das ist zu teuer, antworte: Womit vergleichst du es denn, {{first_name}}?")
        card = await s.lead("Tom Wagner", "Puh, das ist mir ehrlich gesagt viel zu teuer.")
        assert "Womit vergleichst du es denn, Tom?" in card
        # It is a proposal as always, and said only once.
        await s.taps("Senden")
        await s.passes("1m")
        assert "Womit vergleichst du es denn" not in await s.lead("Tom Wagner", "Nee, es bleibt mir einfach zu teuer.")


async def test_a_rep_hands_out_nothing(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        said = await s.says("Mach aus der Ghost-Reaktivierung eine Vorlage: Meine")
        assert not await s.w.rows("playbooks") and said
