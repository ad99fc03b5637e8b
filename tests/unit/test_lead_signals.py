"""What leads say about themselves, in both languages, and what only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.lead_signals import read

ASKED = "Wie zufrieden bist du auf einer Skala von 0 bis 10?"


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("Ich bin jetzt Kundin bei euch und happy", "", {"is_customer": True}),
        ("Hab gestern das Starterpaket bestellt!", "", {"is_customer": True}),
        ("Meine Bestellung ist heute angekommen, danke.", "", {"is_customer": True}),
        ("I bought the starter kit last week.", "", {"is_customer": True}),
        ("I'm already a happy customer", "", {"is_customer": True}),
        ("Wenn ich Kundin bin, was zahle ich dann?", "", {}),
        ("Ich bin noch keine Kundin.", "", {}),
        ("Hast du schon bestellt?", "", {}),
        ("Meine Schwester hat bei euch gekauft", "", {}),
        ("Ich möchte bestellen", "", {}),
        ("Ich habe das Video angeschaut, spannend", "", {"watched_video": True}),
        ("video hab ich gesehen", "", {"watched_video": True}),
        ("Das Video war gut, erzähl mir gern mehr!", "", {"watched_video": True}),
        ("I watched the video twice", "", {"watched_video": True}),
        ("Das Video hab ich noch nicht gesehen", "", {}),
        ("Ich schaue mir das Video später an", "", {}),
        ("Welches Video?", "", {}),
        ("Zufriedenheit 9", "", {"satisfaction_score": 9}),
        ("Ich gebe euch eine 8 von 10", "", {"satisfaction_score": 8}),
        ("10/10!", "", {"satisfaction_score": 10}),
        ("9", ASKED, {"satisfaction_score": 9}),
        ("Ganz klar eine 10, weil alles passt.", ASKED, {"satisfaction_score": 10}),
        ("I'd say 7", ASKED, {"satisfaction_score": 7}),
        ("9", "", {}),
        ("Um 9 passt es mir", ASKED, {}),
        ("Ich bin um 9 Uhr zufrieden zuhause", "", {}),
        ("Seit 8 Wochen zufrieden", "", {}),
        ("Nicht 10 von 10", "", {}),
        ("Kostet das 8 Euro?", ASKED, {}),
    ],
)
def test_signals(text: str, before: str, expected: dict[str, object]) -> None:
    found = read(text, before)
    assert {signal.field: signal.value for signal in found} == expected
    assert all(signal.quote in text for signal in found)


@given(st.text(max_size=300), st.text(max_size=100))
def test_any_text_can_be_read(text: str, before: str) -> None:
    for signal in read(text, before):
        assert signal.field != "satisfaction_score" or 0 <= int(signal.value) <= 10
