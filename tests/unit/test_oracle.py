"""The oracle of the many days: it sees each kind of fault, and its holidays are the product's."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from channels import calendar
from tests.support import oracle
from tests.support.many_days import ZONES
from tests.support.oracle import Seen

STOP = "STOPP"


def out(moment: str, number: int | None = None) -> Seen:
    return Seen(datetime.fromisoformat(moment).replace(tzinfo=UTC), False, "Hallo", number)


def said(moment: str, text: str) -> Seen:
    return Seen(datetime.fromisoformat(moment).replace(tzinfo=UTC), True, text)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([out("2026-11-25 10:00"), out("2026-11-26 10:00")], ""),
        ([out("2026-11-25 10:00"), out("2026-11-25 11:00")], "two on a day"),
        ([said("2026-11-25 09:00", "Ja?"), out("2026-11-25 10:00"), out("2026-11-25 11:00")], ""),
        ([out(f"2026-11-{day} 10:00") for day in (23, 24, 25, 26)], "more than 3 within a week"),
        ([out("2026-11-25 20:00")], "closed hour"),
        ([out("2026-11-29 10:00")], "closed hour"),
        ([out("2027-01-06 10:00")], "closed hour"),
        ([said("2026-11-25 22:00", "Ja?"), out("2026-11-25 22:00")], ""),
        ([said("2026-11-25 10:00", STOP), out("2026-11-25 10:01")], ""),
        ([said("2026-11-25 10:00", STOP), out("2026-11-25 10:01"), out("2026-12-01 10:00")], "after the opt-out"),
        (
            [said("2026-11-25 10:00", STOP), said("2026-12-01 10:00", "ok"), out("2026-12-01 10:00")],
            "after the opt-out",
        ),
        ([out("2026-11-25 10:00", 7), out("2026-11-26 10:00", 7)], "came 2 times"),
    ],
)
def test_each_fault_is_seen(lines: list[Seen], fault: str) -> None:
    found = oracle.faults(lines, "Europe/Berlin", "DE-BY", (STOP,))
    assert fault in found[0] if found else not fault, found


@pytest.mark.parametrize(("zone", "region"), ZONES)
def test_the_same_holidays_by_two_ways(zone: str, region: str | None) -> None:
    """Sundays are closed anyway, so a holiday that is always one (Easter Sunday) may be counted or not."""
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(1461)]
    workdays = [day for day in days if day.weekday() != 6]
    product = [day for day in workdays if calendar.holiday(day, region, zone)]
    assert product == [day for day in workdays if oracle.holiday(day, region)]
