"""Max writes e-mails from the messenger: subject, address and thread are looked after, headers stay headers."""

from __future__ import annotations

from pathlib import Path

from tests.support.story import story, tidy

TOM = "tom@wagner-fitness.de"


async def test_subject_address_and_the_next_one_in_the_same_talk(tmp_path: Path) -> None:
    async with story(tmp_path) as s:
        tidy(await s.says("Schick Tom Wagner eine Mail: Die Unterlagen sind fertig."))
        assert "E-Mail-Adresse" in s.shown[-1]["text"]
        assert "Betreff" in await s.says(TOM)
        assert "Tom Wagner" in await s.says("Unterlagen")
        await s.passes("11s")
        shown = await s.w.parts.phones.shows("email", TOM)
        assert [(item["subject"], item["text"]) for item in shown] == [("Unterlagen", "Die Unterlagen sind fertig.")]
        await s.says("Mail an Tom Wagner: Hast du sie gesehen?")
        await s.passes("11s")
        shown = await s.w.parts.phones.shows("email", TOM)
        assert shown[-1]["subject"] == "Re: Unterlagen"


async def test_no_words_of_a_model_become_a_header(tmp_path: Path) -> None:
    """Whatever fills the arguments: a second line is refused, a subject nobody said waits for a tap."""
    from agent.rep_turn import actor_of
    from store.models import User
    from store.types import ActOrigin, ToolCall

    async with story(tmp_path) as s:
        await s.set("Tom Wagner", email=TOM)
        async with s.w.parts.db.read() as scope:
            max_ = await scope.session.get(User, 2)
            assert max_ is not None
        said = "Schick Tom Wagner eine Mail mit Betreff Angebot: Hallo Tom"
        for number, (subject, outcome) in enumerate(
            [
                ("Angebot\nBcc: alle@firma.de", "failed"),
                ("Angebot\x00", "failed"),
                ("Angebot\u2028X: y", "failed"),
                ("Nie gesagt", "parked"),
                ("Angebot", "done"),
            ]
        ):
            call = ToolCall("send_email", {"lead": "Tom Wagner", "subject": subject, "body": "Hallo Tom"}, f"k{number}")
            found = await s.w.parts.runner(actor_of(max_), call, ActOrigin("chat", said=said, turn_id=f"t{number}"))
            assert found.status == outcome, (subject, found)
        await s.passes("11s")
        assert [item["subject"] for item in await s.w.parts.phones.shows("email", TOM)] == ["Angebot"]
