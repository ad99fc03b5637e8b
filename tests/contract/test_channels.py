"""One contract for every channel and its twin: what arrives, in which parts, as which choices, and what failures mean.

``tests.support.lines`` names the channels. What only one vendor has stands in the files of its own; the
website's answers are read from our own rows and are looked at through its page (test_website_chat.py).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from channels.base import NotSent, Refused, Unclear
from channels.registry import VENDORS
from channels.rendering import size
from store.types import Button, File
from tests.support import lines
from tests.support.lines import Line, opened


@pytest.fixture(params=lines.EVERY)
async def line(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    async with opened(request.param, tmp_path, monkeypatch) as found:
        yield found


def test_no_channel_is_left_out() -> None:
    assert {vendor.name for vendor in VENDORS} - {"web"} == set(lines.REAL)


async def test_what_is_sent_arrives_as_it_was_written(line: Line) -> None:
    text = "Grüße aus Köln 😀\n\n**nicht fett** _so_ <b>& 1.5 - ok! `x` ~y~"
    sent = await line.send(text)
    assert sent.provider_id and [one.text for one in await line.shown()] == [text]


async def test_five_thousand_umlauts_arrive_complete_in_order_within_the_limit(line: Line) -> None:
    can = line.channel.capabilities
    for text in ("ä" * 5000, " ".join(f"{n}äöüß😀" for n in range(900))):
        before = len(await line.shown())
        await line.says(text)
        parts = [one.text for one in (await line.shown())[before:]]
        assert (" " if " " in text else "").join(parts) == text
        assert all(0 < size(part, can.units) <= can.limit for part in parts)


async def test_every_choice_is_shown_as_a_button_a_row_or_a_number(line: Line) -> None:
    for count in (2, 3, 4, 10, 11, 30):
        before = len(await line.shown())
        buttons = tuple(Button(f"c1.{n}", f"Nummer {n} aus Köln") for n in range(count))
        await line.says("Wen meinst du?", buttons)
        *_, last = shown = (await line.shown())[before:]
        labels = tuple(button.label for button in buttons)
        numbers = "\n".join(f"{n}. {label}" for n, label in enumerate(labels, 1))
        whole = "\n".join(one.text for one in shown)
        assert last.choices == labels or numbers in whole, count
        assert whole.startswith("Wen meinst du?") and not any(one.choices for one in shown[:-1])


async def test_a_long_text_with_choices_loses_neither(line: Line) -> None:
    text = " ".join(f"Größe{n}äöüß" for n in range(400))
    await line.says(text, (Button("c1.0", "Ja"), Button("c1.1", "Nein")))
    shown = await line.shown()
    whole = " ".join(one.text for one in shown)
    assert whole.startswith(text) and (shown[-1].choices == ("Ja", "Nein") or whole.endswith("1. Ja\n2. Nein"))


@pytest.mark.parametrize("name", ["chart.png", "termin.ics"])
async def test_a_file_goes_along_or_its_link_does(line: Line, name: str) -> None:
    if not line.channel.capabilities.files:
        pytest.skip("its visitors have no files")
    await line.says(
        "Der Termin", (), (File(name, b"\x89PNG\r\n\x1a\n" if name.endswith("png") else b"BEGIN:VCALENDAR"),)
    )
    shown = await line.shown()
    assert "Der Termin" in shown[0].text
    assert any(one.file or "https://bot.example/files/7/0/t" in one.text for one in shown)


async def test_a_card_is_replaced_where_that_is_possible(line: Line) -> None:
    first = await line.send("Entwurf")
    await line.send("Gesendet", message_id=8, edits=7, edits_id=first.provider_id)
    edits = line.channel.capabilities.edit
    assert [one.text for one in await line.shown()] == (["Gesendet"] if edits else ["Entwurf", "Gesendet"])


async def test_busy_is_surely_not_sent_refused_for_ever_and_a_broken_line_leaves_it_open(line: Line) -> None:
    """In this order: what was broken off may have arrived, so nothing is said of it."""
    for fault, meant in (("busy", NotSent), ("login", NotSent), ("refuse", Refused)):
        if fault not in line.faults:
            continue
        line.faults[fault]()
        with pytest.raises(meant) as found:
            await line.send("Hallo")
        assert found.value.reason and await line.shown() == []
        assert fault != "login" or found.value.reason == "account_login"
    await line.send("Hallo")
    assert [one.text for one in await line.shown()] == ["Hallo"]
    line.faults["break"]()
    with pytest.raises(Unclear):
        await line.send("Hallo noch einmal")


@pytest.mark.parametrize("name", lines.REAL)
async def test_nobody_there_is_surely_not_sent(name: str, tmp_path: Path) -> None:
    line = lines.gone(name, tmp_path)
    with pytest.raises(NotSent):
        await line.send("Hallo")
    await line.channel.close()


@pytest.mark.parametrize("name", lines.VENDORS)
async def test_an_account_nobody_set_up_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(name, tmp_path, monkeypatch) as line:
        with pytest.raises(Refused, match="not_configured"):
            await line.send("Hallo", account="somebody-else")
        assert await line.shown() == []
