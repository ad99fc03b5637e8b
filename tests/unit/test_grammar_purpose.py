"""What a rep talks about with somebody, in free words: the reader had none of these rows at first, 18 of 20 now."""

from __future__ import annotations

from tests.support.wordings import right, rows


def test_the_purpose_of_a_talk_is_read_from_free_words() -> None:
    wrong = [(row.level, row.text) for row in rows("rep_batch_purpose") if not right(row)]
    assert not [text for level, text in wrong if level in ("e", "t")]
    assert len(wrong) <= 2, wrong
