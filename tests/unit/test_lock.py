"""Who may work a person: the lead lock's decision, row by row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store import lead_lock
from store.lead_lock import Hold

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
MAX, SOFIA = 2, 3


def hold(owner: int = MAX, purpose: lead_lock.Purpose = "product", days: float = 1, stage: str = "in_contact") -> Hold:
    return Hold(10 + owner, owner, purpose, NOW - timedelta(days=days), stage)


@pytest.mark.parametrize(
    ("holds", "purpose", "held"),
    [
        ([], "product", False),
        ([hold()], "product", True),
        ([hold(SOFIA)], "product", False),  # one's own
        ([hold()], "recruiting", False),  # another purpose
        ([hold(purpose="recruiting")], "recruiting", True),
        ([hold(purpose="recruiting")], "product", False),
        ([hold(days=44.9)], "product", True),
        ([hold(days=45)], "product", False),  # silent too long
        ([hold(stage="lost")], "product", False),
        ([hold(stage="archived")], "product", False),
        ([hold(stage="partner")], "product", True),
        ([hold(SOFIA), hold()], "product", True),  # one of her addresses is a colleague's
        ([hold(days=90), hold(7, days=2)], "product", True),
    ],
)
def test_who_is_kept_from_whom(holds: list[Hold], purpose: lead_lock.Purpose, held: bool) -> None:
    assert (lead_lock.holder(holds, SOFIA, purpose, NOW) is not None) is held


def test_the_latest_contact_holds() -> None:
    found = lead_lock.holder([hold(days=9), hold(7, days=2)], SOFIA, "product", NOW)
    assert found is not None and found.owner_id == 7


def test_purposes() -> None:
    assert [lead_lock.purpose_of(said) for said in (None, "product", "recruiting", "x")] == [
        "product", "product", "recruiting", "product",
    ]  # fmt: skip
    assert [lead_lock.purpose_of_outcome(aim) for aim in ("partner", "new_partner", "customer", "")] == [
        "recruiting", "recruiting", "product", "product",
    ]  # fmt: skip
    assert lead_lock.other("product") == "recruiting" and lead_lock.other("recruiting") == "product"
