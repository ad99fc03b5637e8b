"""Lengths, markup and numbered choices: nothing is lost, nothing is torn, nothing breaks a parser."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.rendering import fit, numbered, size, to_plain, to_telegram_html, to_whatsapp

FAMILY = "👩‍👩‍👧‍👦"
FLAG = "🇩🇪"
THUMB = "👍🏽"
ACCENT = "e\u0301"


@pytest.mark.parametrize(
    ("text", "limit", "units", "pieces"),
    [
        ("kurz", 10, "characters", ["kurz"]),
        ("  bleibt wie es ist \n", 30, "characters", ["  bleibt wie es ist \n"]),
        ("", 10, "characters", []),
        (" \n\t ", 10, "characters", []),
        ("eins zwei drei", 10, "characters", ["eins zwei", "drei"]),
        ("Satz eins. Satz zwei ist da.", 20, "characters", ["Satz eins.", "Satz zwei ist da."]),
        ("Er sagte „Ja!“ Dann ging er weg.", 20, "characters", ["Er sagte „Ja!“", "Dann ging er weg."]),
        ("Absatz eins. Noch was.\n\nZwei hier.", 30, "characters", ["Absatz eins. Noch was.", "Zwei hier."]),
        ("abcdefghijklmnop", 8, "characters", ["abcdefgh", "ijklmnop"]),
        ("ää ää ää", 8, "bytes", ["ää", "ää", "ää"]),
        ("😀😀😀😀😀", 8, "utf16", ["😀😀😀😀", "😀"]),
        ("😀😀😀😀😀", 8, "bytes", ["😀😀", "😀😀", "😀"]),
        (f"12345678{THUMB}", 9, "characters", ["12345678", THUMB]),
        (f"123456{FLAG}{FLAG}", 9, "characters", [f"123456{FLAG}", FLAG]),
        (f"1234{FAMILY}", 8, "characters", ["1234", FAMILY]),
        (f"1234567{ACCENT}", 8, "characters", ["1234567", ACCENT]),
        ("Preis: 10\u00a0€ jetzt", 10, "characters", ["Preis:", "10\u00a0€ jetzt"]),
    ],
)
def test_pieces(text: str, limit: int, units: Any, pieces: list[str]) -> None:
    assert fit(text, limit, units=units) == pieces


def test_a_pair_of_markers_stays_in_one_piece() -> None:
    assert fit("Hier steht etwas **ganz und gar fettes** da", 30) == ["Hier steht etwas", "**ganz und gar fettes** da"]


def test_a_link_stays_in_one_piece() -> None:
    link = "https://example.org/a/very/long/path?with=query"
    assert link in fit(f"Schau dir das bitte einmal in Ruhe an {link} und sag mir Bescheid", 60)[1]


def test_one_sign_longer_than_the_limit_is_cut_between_code_points() -> None:
    pieces = fit("e" + "\u0301" * 40, 16, units="bytes")
    assert "".join(pieces) == "e" + "\u0301" * 40
    assert all(size(piece, "bytes") <= 16 for piece in pieces)


def test_too_small_a_limit_is_an_error() -> None:
    with pytest.raises(ValueError, match="limit"):
        fit("text", 3)


TEXTS = st.text(st.sampled_from(list("aäß€ .!?\n*_-„“\t\u0301\u200d😀👍🏽🇩🇪1")), max_size=300) | st.text(max_size=300)


@given(TEXTS, st.integers(8, 60), st.sampled_from(["characters", "utf16", "bytes"]))
def test_every_piece_fits_and_only_white_space_is_lost(text: str, limit: int, units: Any) -> None:
    pieces = fit(text, limit, units=units)
    assert all(piece.strip() and size(piece, units) <= limit for piece in pieces)
    assert re.sub(r"\s", "", "".join(pieces)) == re.sub(r"\s", "", text)
    for piece in pieces:
        piece.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@given(st.text(max_size=80), st.integers(8, 60))
def test_sizes_agree_with_the_encodings(text: str, limit: int) -> None:
    assert size(text, "utf16") == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert size(text, "bytes") == len(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("text", "labels", "shown"),
    [
        ("Welche Anna?", ["Anna Berger", "Anna Wolf"], "Welche Anna?\n\n1. Anna Berger\n2. Anna Wolf"),
        ("Ok.\n", [], "Ok.\n"),
        ("Ok.\n", ["Ja"], "Ok.\n\n1. Ja"),
        ("", ["Ja"], "1. Ja"),
        ("Hm", ["zwei\nZeilen  hier"], "Hm\n\n1. zwei Zeilen hier"),
    ],
)
def test_buttons_become_numbers(text: str, labels: list[str], shown: str) -> None:
    assert numbered(text, labels) == shown


@pytest.mark.parametrize(
    ("text", "plain", "whatsapp", "telegram"),
    [
        ("**fett**", "fett", "*fett*", "<b>fett</b>"),
        ("_schräg_", "schräg", "_schräg_", "<i>schräg</i>"),
        ("**ganz _beides_**", "ganz beides", "*ganz _beides_*", "<b>ganz <i>beides</i></b>"),
        ("- eins\n- zwei", "• eins\n• zwei", "• eins\n• zwei", "• eins\n• zwei"),
        ("* eins", "• eins", "• eins", "• eins"),
        ("1. eins", "1. eins", "1. eins", "1. eins"),
        ("a < b & c > d", "a < b & c > d", "a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("**<b>**", "<b>", "*<b>*", "<b>&lt;b&gt;</b>"),
        ("snake_case_name", "snake_case_name", "snake_case_name", "snake_case_name"),
        ("2*3*4 = 24", "2*3*4 = 24", "2*3*4 = 24", "2*3*4 = 24"),
        ("** nicht fett **", "** nicht fett **", "∗* nicht fett *∗", "** nicht fett **"),
        ("**offen", "**offen", "**offen", "**offen"),
        ("über **zwei\nZeilen**", "über **zwei\nZeilen**", "über **zwei\nZeilen**", "über **zwei\nZeilen**"),
        ("*stern*", "*stern*", "∗stern∗", "*stern*"),
        ("~weg~ und `code`", "~weg~ und `code`", "∼weg∼ und ˋcodeˋ", "~weg~ und `code`"),
        ("https://x.de/_a_?b=_c_", "https://x.de/_a_?b=_c_", "https://x.de/_a_?b=_c_", "https://x.de/_a_?b=_c_"),
        ("Hallo. (Ja!) #1 + 2 = 3", "Hallo. (Ja!) #1 + 2 = 3", "Hallo. (Ja!) #1 + 2 = 3", "Hallo. (Ja!) #1 + 2 = 3"),
    ],
)
def test_markup_per_channel(text: str, plain: str, whatsapp: str, telegram: str) -> None:
    assert to_plain(text) == plain
    assert to_whatsapp(text) == whatsapp
    assert to_telegram_html(text) == telegram


class _Reader(HTMLParser):
    """Reads back what Telegram would show and refuses what it would refuse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in ("b", "i") and not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


MARKED = st.text(st.sampled_from(list("ab *_-<>&\n/;")), max_size=80) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]), max_size=80
)


@given(MARKED)
def test_telegram_html_is_always_well_formed_and_shows_the_plain_words(text: str) -> None:
    reader = _Reader()
    reader.feed(to_telegram_html(text))
    reader.close()
    assert not reader.open
    assert "".join(reader.shown) == to_plain(text)


@given(st.text(st.sampled_from(list("ab ~`*\n")), max_size=60))
def test_whatsapp_sees_no_markup_that_was_not_meant(text: str) -> None:
    shown = to_whatsapp(text)
    if "**" not in text and not re.search(r"^\s*[-*]", text, re.MULTILINE):
        assert not re.search(r"(?<!\w)([*~`])(?=\S)[^\n*~`]*\S\1(?!\w)", shown) or len(shown) < 3
        assert len(shown) == len(text)


@pytest.mark.parametrize("text", ["**a " * 30000, "*" * 50000, "_a" * 30000, "*a " * 20000, "wort " * 60000])
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    fit(text, 4096, units="utf16")
    to_telegram_html(text)
    to_whatsapp(text)
    assert time.process_time() - start < 5
