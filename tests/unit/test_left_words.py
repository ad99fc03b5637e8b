"""What a statement says besides the facts that have a place is told, never dropped silently."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agent import grammar

NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Gerda wohnt jetzt in Linz und hat zwei Kinder", ("hat zwei Kinder",)),
        ("Ben lives in Munich now and plays the violin", ("plays the violin",)),
        ("Ida ist jetzt Partnerin, spricht Englisch und reitet gern.", ("reitet gern",)),
        ("Gerda ist jetzt Kundin, Zufriedenheit 9", ()),
        ("Gerda wohnt in Graz und arbeitet bei Bosch", ()),
        ("Udo arbeitet bei Müller und Söhne", ()),
    ],
)
def test_what_was_not_taken_up(said: str, left: tuple[str, ...]) -> None:
    reading = grammar.read(said, now=NOW, zone="Europe/Berlin")
    assert reading.requests
    assert reading.left == left
