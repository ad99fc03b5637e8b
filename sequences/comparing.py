"""Who of several does better, and whether that can be told yet: never a winner by chance. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from store.queries.playbook_runs import Runs


def summed(rows: Sequence[Runs]) -> Runs:
    """All together; names nobody."""
    return Runs(0, "", 0, sum(r.reached for r in rows), sum(r.answered for r in rows), sum(r.partners for r in rows))


ENOUGH = 10  # leads written to, before a member or a version is compared with others
_CERTAIN = 1.64  # standard errors: nine of ten times it is no chance


@dataclass(frozen=True, slots=True)
class Comparison:
    """``best`` and ``worst`` only when both have enough and differ by more than chance.

    ``short`` is how many leads are missing until two can be compared, 0 when there is enough.
    """

    best: Runs | None = None
    worst: Runs | None = None
    short: int = 0


def compare(rows: Sequence[Runs]) -> Comparison:
    """Compares answer rates, one row for each member (or version)."""
    filled = sorted((row.reached for row in rows), reverse=True)[:2]
    short = sum(max(0, ENOUGH - reached) for reached in [*filled, 0, 0][:2])
    ranked = sorted((row for row in rows if row.reached >= ENOUGH), key=lambda row: (row.response, row.user_id))
    if short or len(ranked) < 2 or not differ(ranked[-1], ranked[0]):
        return Comparison(short=short)
    return Comparison(ranked[-1], ranked[0])


def differ(one: Runs, other: Runs) -> bool:
    """Whether two answer rates are further apart than chance makes them (two-proportion z-test, pooled)."""
    total = one.reached + other.reached
    pooled = (one.answered + other.answered) / total
    error = (pooled * (1 - pooled) * (1 / one.reached + 1 / other.reached)) ** 0.5
    return bool(error > 0 and abs(one.response - other.response) / error >= _CERTAIN)


def by_member(rows: Sequence[Runs]) -> list[Runs]:
    """One row for each member over all versions."""
    names = {row.user_id: row.name for row in rows}
    return [
        replace(summed([r for r in rows if r.user_id == one]), user_id=one, name=name) for one, name in names.items()
    ]


def by_version(rows: Sequence[Runs]) -> list[Runs]:
    """One row for each version that has runs, own texts (0) last."""
    versions = sorted({row.version for row in rows if row.reached}, key=lambda version: (version == 0, version))
    return [replace(summed([r for r in rows if r.version == one]), version=one) for one in versions]
