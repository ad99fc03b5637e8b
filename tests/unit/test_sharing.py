"""The word of a share link opens its own row and no other."""

from __future__ import annotations

import pytest

from store import sharing

SECRET = b"a secret"


def test_a_word_opens_its_row_for_this_house_only() -> None:
    word = sharing.word(SECRET, 7)
    assert sharing.read(SECRET, word) == 7
    assert sharing.read(b"another", word) is None
    assert sharing.word(SECRET, 8) != word


@pytest.mark.parametrize(
    "given", ["", "7", "7-", "-", "7-" + "A" * 32, "x-" + "A" * 32, "٧-" + "A" * 32, "9" * 30 + "-x"]
)
def test_nothing_else_opens_anything(given: str) -> None:
    assert sharing.read(SECRET, given) is None


def test_a_word_is_bound_to_its_number() -> None:
    number, _, rest = sharing.word(SECRET, 7).partition("-")
    assert sharing.read(SECRET, f"{int(number) + 1}-{rest}") is None
    assert sharing.read(SECRET, f"0{number}-{rest}") is None
