"""Requests of reps read without a model: a table of wordings, properties over invented names and texts, and bounds.

Exact at first sight, before anything was fixed for those rows: held-out third of the first 283 rows 94 %; later waves
80, 74, 81, 49 (slang, dialect, roundabout politeness), 68, 90 and 98 % (the last two ordinary requests); of 117
sentences that ask for nothing 7 were taken for an act.

Those figures count the waves as first written; the waves up to the third ran against a simpler date reader. The
held-out rows have been looked at since. The table holds what is read today; a dozen rows were dropped or given a
narrower expectation because they are not read (a mistyped or Swiss weekday, "Geht eine WhatsApp an Jo? Text: …") or
were ambiguous. It guards against steps back and proves nothing about new wordings.
"""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.grammar import Reading, read
from agent.grammar.normalise import Typos, fold, tokenize
from agent.grammar.verbs import SAY_SOMETHING, START, STOP
from tests.support.tables import table_of

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
Calls = list[tuple[str, dict[str, Any]]]


def _rows() -> list[tuple[str, str | None, Calls]]:
    raw = table_of(Path(__file__).parent / "data" / "rep_requests.yaml")
    found: list[tuple[str, str | None, Calls]] = []
    for text, *rest in raw:
        calls = [(name, value) for one in rest for name, value in one.items()]
        focus = next((value for name, value in calls if name == "focus"), None)
        found.append((text, focus, [call for call in calls if call[0] != "focus"]))
    return found


TOOLS = (
    "send_message",
    "send_whatsapp",
    "create_reminder",
    "complete_reminder",
    "snooze_reminder",
    "start_sequence",
    "stop_sequence",
    "score_lead",
    "find_leads",
    "update_lead",
    "add_note",
    "decide_approval",
    "explain",
    "help",
    "undo",
)
ROWS = _rows()
ORDERS = [row for row in ROWS if row[2]]
NOTHING = [row for row in ROWS if not row[2]]


def _read(text: str, focus: str | None = None) -> Reading:
    return read(text, now=NOW, zone="Europe/Berlin", focus=focus)


def _plain(calls: Calls) -> Calls:
    """Calls with folded values; texts and messages stay exact, an empty note counts as none."""
    result: Calls = []
    for tool, arguments in calls:
        kept = {
            name: value if name in ("text", "message") or not isinstance(value, str) else value.casefold()
            for name, value in arguments.items()
            if not (name == "note" and not value)
        }
        result.append((tool, kept))
    return result


def _got(reading: Reading) -> Calls:
    return _plain([(one.tool, dict(one.arguments)) for one in reading.requests])


@pytest.mark.parametrize(("text", "focus", "calls"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_row(text: str, focus: str | None, calls: Calls) -> None:
    reading = _read(text, focus)
    assert _got(reading) == _plain(calls)
    assert (reading.unclear is None) == bool(calls)


def test_every_tool_is_in_the_table_in_enough_wordings() -> None:
    tools = [tool for _, _, calls in ROWS for tool, _ in calls]
    assert len(ROWS) >= 250 and len(NOTHING) >= 100
    for tool in TOOLS:
        assert tools.count(tool) >= 8, tool


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Schreib Anna bloß nicht", "negated"),
        ("please do not text Tom", "negated"),
        ("Wenn ich Anna schreiben würde, was dann?", "hypothetical"),
        ("should I text her?", "hypothetical"),
        ("Erzähl mir einen Witz", "off_topic"),
        ("Warum ist der Himmel blau?", "off_topic"),
        ("Servus!", "greeting"),
        ("vielen lieben Dank", "thanks"),
        ("blub", "not_understood"),
        ("", "not_understood"),
        ("   \n ", "not_understood"),
    ],
)
def test_reason_when_nothing_is_done(text: str, reason: str) -> None:
    assert _read(text) == Reading((), reason)


QUOTING = (
    "{who} hat gesagt: {text}",
    "{who} schreibt: {text}",
    "{who}: {text}",
    "> {text}",
    "Nachricht von {who}: {text}",
    '{who} meinte "{text}"',
    "{who} wrote: {text}",
    "Fwd: {text}",
    '"{text}" hat {who} geschrieben',
)


@pytest.mark.parametrize("frame", QUOTING)
def test_quoted_words_never_act(frame: str) -> None:
    texts = [row[0] for row in ORDERS if '"' not in row[0] and "\n" not in row[0]]
    acted = [text for text in texts if _read(frame.format(who="Anna Berger", text=text)).requests]
    assert acted == []


@pytest.mark.parametrize(
    "name", ["Quirin Zapfl", "Ximena Abebe", "Frau Dr. Vukašinović", "Jean-Luc Ó Briain", "Zeynep"]
)
@pytest.mark.parametrize(
    "frame",
    [
        ("Schreib {} per WhatsApp: alles klar?", "send_whatsapp"),
        ("kannst du {} bitte schreiben: bin da", "send_message"),
        ("Text {}: on my way", "send_message"),
        ("Wie heiß ist {}?", "score_lead"),
        ("how hot is {}", "score_lead"),
        ("Starte die Langzeitpflege für {}", "start_sequence"),
        ("stop the sequence for {}", "stop_sequence"),
        ("Notiz zu {}: mag Tee", "add_note"),
        ("{} ist jetzt Kundin", "update_lead"),
        ("Warum hat {} nichts bekommen?", "explain"),
        ("Zeig mir {}", "find_leads"),
        ("Erinnerung an {} erledigt", "complete_reminder"),
        ("Erinnere mich an {}", "create_reminder"),
    ],
)
def test_names_nobody_listed(frame: tuple[str, str], name: str) -> None:
    (one,) = _read(frame[0].format(name)).requests
    assert one.tool == frame[1]
    assert one.arguments.get("lead", one.arguments.get("query")) == name


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=300))
def test_any_text_is_read_without_an_error(text: str) -> None:
    _contiguous(text)


_PIECES = st.sampled_from(
    [token.text for text, _, _ in ROWS for token in tokenize(text)]
    + [":", '"', "„", "“", ",", "\n", "und", "nicht", "12", "um 9", " - ", "?", "Tom", "Lisa"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from([" ", "  ", "\n", ""]))
def test_any_salad_of_known_words_is_read_without_an_error(pieces: list[str], glue: str) -> None:
    _contiguous(glue.join(pieces))


def _contiguous(text: str) -> None:
    reading = _read(text, "Lisa")
    assert (reading.unclear is None) == bool(reading.requests)
    for one in reading.requests:
        for name in ("text", "message"):
            if one.tool.startswith("send_") and name in one.arguments:
                assert str(one.arguments[name]) in text
                assert str(one.arguments[name]).strip() == one.arguments[name] != ""


# Words that mean something in an order mean nothing inside the quotation.
_MEANT = (
    "haha lol nicht doch klar super ne nie wenn falls stopp vergiss und Tom Anna morgen um 9 an allen 🙄 /s".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_MEANT), min_size=1, max_size=5).map(" ".join))
def test_quoted_words_are_no_mood_of_the_writer(text: str) -> None:
    (one,) = _read(f'Schreib Clara "{text}"').requests
    assert one.arguments == {"lead": "Clara", "text": text}


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abcdefghij ÄÖÜßéñ?.,!()0123456789", min_size=1, max_size=80).filter(lambda t: t.strip()))
def test_a_quoted_text_arrives_as_it_was_typed(text: str) -> None:
    (one,) = _read(f'Schreib Clara "{text}"').requests
    assert one.arguments == {"lead": "Clara", "text": text.strip()}


HOSTILE = (
    *('"', "„“", "und schreib ", "a", "Schreib Anna: ", "12 ", "wenn, ", "Anna und ", "erinnere mich morgen an "),
    *("\n", "nicht ", ":", "Frau ", "0", "+4", "a-", "'", ", ", "am 3.12. ", "Sie ", "und ", "alle außer 3 ", "ß"),
    *("\u0308", "hit ", "notier partner ", "zeig mir ", "Toms ", "mit ", "und Tom hat ", "Lisa? ", "um 10 nein "),
    *("sondern ", "erinner mich ", "Anna (x) ", ". Bitte notieren", "dass und Tom dass ", "1. Schreib Tom: x "),
    *("zweitens ", "n remind me ", "was ist mit Tom und ", "wenn du ", "t er ist ", "in 3 Tagen ", "a.de ", "x@y.de "),
)


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_is_bounded(piece: str) -> None:
    hostile = (piece * 4096)[:4096]
    began = time.process_time()
    _read(hostile)
    assert time.process_time() - began < 2


def test_typical_text_is_quick() -> None:
    texts = [row[0] for row in ROWS]
    for text in texts:
        _read(text)
    began = time.process_time()
    for text in texts:
        _read(text)
    assert (time.process_time() - began) / len(texts) < 0.008


def test_import_needs_no_model_library() -> None:
    code = (
        "import sys, agent.grammar; print([m for m in sys.modules if m.startswith(('lang', 'pydantic', 'sqlalchemy'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("schik", "schick"), ("shcreib", "schreib"), ("statre", "starte"), ("anna", None), ("tom", None)],
)
def test_typos(typed: str, meant: str | None) -> None:
    assert Typos(SAY_SOMETHING | START | STOP).mend(typed) == meant


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Müßig", "muessig"), ("Zoë", "zoe"), ("biiitte", "bitte"), ("STOPP", "stopp"), ("u\u0308ber", "ueber")],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@given(st.text(max_size=200))
def test_tokens_keep_their_places(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
