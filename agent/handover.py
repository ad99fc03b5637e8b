"""What is left of a rep's message when another model has already done a part of it. PURE.

An act must not be done twice: what was called counts as done whatever came of it, also under other words. Where the
two plans do not fit together nothing more is done, and the rep is told so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from store.folding import fold

Call = tuple[str, Mapping[str, Any]]
_SAME = {"send_whatsapp": "send_message", "send_email": "send_message"}


def rest(wanted: Sequence[Call], done: Sequence[Call], lookups: Collection[str]) -> list[Call] | None:
    """The wanted calls that nobody has made yet, in order; None when something was done that nobody wanted so.

    ``lookups`` change nothing: made unasked they say nothing about the plan.
    """
    left = list(wanted)
    for call in done:
        match = next((one for one in left if one == call), None) or next(
            (one for one in left if _same(one, call)), None
        )
        if match is not None:
            left.remove(match)
        elif call[0] not in lookups:
            return None
    return left


def _same(one: Call, other: Call) -> bool:
    """The same act for the same person, as far as names tell; an act without a person equals any of its kind."""
    if _SAME.get(one[0], one[0]) != _SAME.get(other[0], other[0]):
        return False
    first, second = (set(fold(str(call[1].get("lead") or "")).split()) for call in (one, other))
    return not first or not second or bool(first & second)
