"""Who works a person: two reps of a team never work one person for the same purpose at once. PURE.

A rep holds a person for one purpose (product or recruiting) by having written to her or heard from her. The hold
lapses after ``LAPSES`` of silence, and at once when the holder closed the contact. Nothing else lifts it but the
leader. What is known of the other's lead here is when there was contact: no name, no word, no owner's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Purpose = Literal["product", "recruiting"]

LAPSES = timedelta(days=45)
CLOSED = frozenset({"archived", "lost"})
PURPOSES: tuple[Purpose, ...] = ("product", "recruiting")


@dataclass(frozen=True, slots=True)
class Hold:
    """One rep's hold on a person: whose it is, what for, the last contact, and how the contact stands there."""

    lead_id: int
    owner_id: int
    purpose: Purpose
    last_at: datetime
    stage: str = "new"


def purpose_of(set_to: str | None) -> Purpose:
    """What a rep talks about with a lead: about buying unless something else was said or started."""
    return "recruiting" if set_to == "recruiting" else "product"


def other(purpose: Purpose) -> Purpose:
    return "product" if purpose == "recruiting" else "recruiting"


def purpose_of_outcome(target_outcome: str) -> Purpose:
    """What a sequence is for, by the outcome it aims at."""
    return "recruiting" if "partner" in target_outcome else "product"


def live(hold: Hold, now: datetime) -> bool:
    return hold.stage not in CLOSED and now - hold.last_at < LAPSES


def holder(holds: Iterable[Hold], owner_id: int, purpose: Purpose, now: datetime) -> Hold | None:
    """The hold of somebody else that keeps ``owner_id`` from a person for this purpose; None: she is free or one's own.

    Of several the one with the latest contact.
    """
    found = [one for one in holds if one.owner_id != owner_id and one.purpose == purpose and live(one, now)]
    return max(found, key=lambda one: one.last_at, default=None)
