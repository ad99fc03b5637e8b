"""The tools' pure helpers: fields as people say them, regions, tones, and what counts as a rep's own order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.types import Origin
from tools import lead_fields, restyle, spoken
from tools.help import topic_of
from tools.lead_fields import Wrong
from tools.regions import CODES, region
from tools.sending import letter_kind

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("satisfaction_score", "7/10", 7),
        ("satisfaction_score", "acht", 8),
        ("satisfaction_score", "10 von 10", 10),
        ("satisfaction_score", "10", 10),
        ("satisfaction_score", "11", Wrong),
        ("satisfaction_score", "-3", Wrong),
        ("satisfaction_score", "gut", Wrong),
        ("is_customer", "ja", True),
        ("is_customer", "Kundin", True),
        ("is_customer", "noch nicht", False),
        ("is_customer", "keine Kundin mehr", False),
        ("is_customer", "true", True),
        ("watched_video", "vielleicht", Wrong),
        ("phone", "0664", Wrong),
        ("phone", "+43 664 1234567", "+436641234567"),
        ("phone", "0043 664 1234567", "+436641234567"),
        ("email", "ruth.frei@beispiel.ch", "ruth.frei@beispiel.ch"),
        ("email", "ruth@beispiel", Wrong),
        ("email", "a b@beispiel.ch", Wrong),
        ("register", "per Sie", "sie"),
        ("register", "wir duzen uns", "du"),
        ("language", "Englisch", "en"),
        ("mode", "nur Entwürfe", "draft_only"),
        ("mode", "automatisch", "auto"),
        ("consent", "hat zugestimmt", "agreed"),
        ("consent", "nicht zugestimmt", Wrong),
        ("consent", "widerrufen", "withdrawn"),
        ("stage", "verloren", "lost"),
        ("disg", "ein roter Typ", "D"),
        ("disg", "g", "G"),
        ("disg", "C", "G"),
        ("disg", "rot-gelb", Wrong),
        ("disg", "kein D", Wrong),
        ("disg", "keiner", None),
        ("zone", "Europe/Vienna", "Europe/Vienna"),
        ("zone", "Zürich", "Europe/Zurich"),
        ("zone", "../../etc/passwd", Wrong),
        ("company", "keine", None),
        ("company", "Nordwind  GmbH", "Nordwind GmbH"),
    ],
)
def test_values_as_people_say_them(field: str, said: str, value: object) -> None:
    found = lead_fields.value(field, said)
    assert isinstance(found, Wrong) if value is Wrong else found == value


@pytest.mark.parametrize(
    ("said", "name"),
    [("Zufriedenheit", "satisfaction_score"), ("E-Mail", "email"), ("Bundesland", "region"), ("tier", "tier")],
)
def test_fields_have_many_names(said: str, name: str) -> None:
    assert lead_fields.field(said) == name


@given(st.sampled_from(lead_fields.FIELDS), st.text(max_size=80))
def test_no_value_breaks_the_reader(name: str, said: str) -> None:
    lead_fields.value(name, said)


@pytest.mark.parametrize(
    ("said", "code"),
    [("Steiermark", "AT-6"), ("lower saxony", "DE-NI"), ("Kanton Zug", "CH-ZG"), ("de by", "DE-BY"), ("DE-XX", None),
     ("Atlantis", None), ("St. Gallen", "CH-SG")],
)  # fmt: skip
def test_regions(said: str, code: str | None) -> None:
    assert region(said) == code


def test_a_number_without_a_country_code_belongs_where_its_owner_lives() -> None:
    austria = lead_fields.country_of("AT-7", "Europe/Berlin")
    assert lead_fields.value("phone", "0664 1234567", austria) == "+436641234567"
    assert lead_fields.country_of(None, "Europe/Zurich") == "CH"


def test_there_are_51_states_and_cantons() -> None:
    assert len(CODES) == 16 + 9 + 26


@pytest.mark.parametrize(
    ("said", "action", "number", "ordered"),
    [
        ("gib bitte die 21 frei", "approve", 21, True),
        ("approve #9", "approve", 9, True),
        ("Genehmige 3 und 4", "approve", 4, True),
        ("genehmige 3, dann erinnere mich morgen an Rita", "approve", 3, True),
        ("genehmige 12 nicht", "approve", 12, False),
        ("Schick Vera: bin um 12 da", "approve", 12, False),
        ("schick 12 Leuten eine Nachricht", "approve", 12, False),
        ("genehmige 13", "approve", 12, False),
        ("ok, raus damit", "approve", None, False),
        ("ja bitte absenden", "approve", None, True),
        ("schick Vera die Unterlagen", "approve", None, False),
        ("lehne 7 ab", "reject", 7, True),
        ("lehne 7 ab", "approve", 7, False),
        ("5", "change", 5, True),
        ("Schreib Vera:", "change", 5, False),
    ],
)
def test_only_own_words_order_a_decision(said: str, action: spoken.Action, number: int | None, ordered: bool) -> None:
    assert spoken.orders(said, action, number) is ordered


def test_everything_must_be_said() -> None:
    assert spoken.orders("alle außer 4 freigeben", "approve", None, everything=True)
    assert not spoken.orders("schreib allen: bin da", "approve", None, everything=True)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("kürzer und lockerer", ("shorter", "informal")),
        ("a bit more formal please", ("formal",)),
        ("weniger formell", ("informal",)),
        ("ohne Emojis", ("no_emoji",)),
        ("per Sie", ("formal",)),
        ("Wir sehen uns um vier", ()),
        ("Danke dir!", ()),
    ],
)
def test_wishes(said: str, wanted: tuple[str, ...]) -> None:
    assert restyle.wishes(said) == wanted


def _redraft(text: str, *wanted: str, register: str = "du") -> restyle.Redraft:
    return restyle.redraft(text, wanted, first_name="Vera", language="de", register=register)


def test_shorter_keeps_greeting_question_and_what_the_law_wants() -> None:
    text = "Hallo Vera! Das Paket ist da. Es ist schwer. Magst du es abholen?\n\nSchreib STOPP, wenn du nichts mwillst."
    made = _redraft(text, "shorter")
    assert made.text == "Hallo Vera! Das Paket ist da. Magst du es abholen?\n\nSchreib STOPP, wenn du nichts mwillst."
    assert made.undone == ()


def test_what_rules_cannot_do_is_named() -> None:
    cut = _redraft("Hallo Vera, das freut mich! Als Termin merke ich mir Montag. Passt das?", "shorter").text
    assert cut == "Hallo Vera! Als Termin merke ich mir Montag. Passt das?"
    made = _redraft("Das Paket ist da.", "english", "shorter")
    assert made.text == "Das Paket ist da."
    assert made.undone == ("english", "shorter")
    assert _redraft("Haben Sie Zeit?", "informal", register="sie").undone == ("informal",)


def test_greetings_change_with_the_tone() -> None:
    assert _redraft("Guten Tag Frau Roth, das Paket ist da.", "informal").text == "Hey Vera, das Paket ist da."
    assert _redraft("Hey Vera! Das Paket ist da! 🎉", "formal").text == "Guten Tag Vera. Das Paket ist da."
    assert _redraft("Das ist da 🎉.", "no_emoji").text == "Das ist da."


@pytest.mark.parametrize(
    ("origin", "wanted", "hours", "kind"),
    [
        ("human", "proactive", None, "chat"),
        ("ai", None, 23, "answer"),
        ("ai", "answer", 25, "proactive"),
        ("template", "proactive", 1, "proactive"),
        ("ai", None, None, "proactive"),
    ],
)
def test_what_a_message_counts_as(origin: Origin, wanted: str | None, hours: int | None, kind: str) -> None:
    heard = NOW - timedelta(hours=hours) if hours is not None else None
    assert letter_kind(origin, wanted, heard, NOW) == kind


@pytest.mark.parametrize(
    ("said", "topic"), [("Erinnerungen", "reminders"), ("with sequences", "sequences"), ("Wetter", None)]
)
def test_help_topics(said: str, topic: str | None) -> None:
    assert topic_of(said) == topic


def test_cutting_out_a_text_leaves_the_order() -> None:
    assert spoken.without("Wir sehen uns", "ändere 8:  Wir sehen  uns") == "ändere 8:"
    assert spoken.numbers("2, 6 und #9") == frozenset({2, 6, 9})
