"""Every reason a score can give has its words in both languages."""

from __future__ import annotations

import pytest

from tools import scoring, wording


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_reason_is_worded(language: wording.Language) -> None:
    for reason in scoring.REASONS:
        assert wording.factor(language, reason)
