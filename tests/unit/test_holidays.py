"""Quiet hours and public holidays by Bundesland and Kanton, in the lead's own time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels import calendar

BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("day", "region", "name"),
    [
        ("2026-06-04", "DE-BY", "Fronleichnam"),
        ("2026-06-04", "DE-BE", None),
        ("2026-06-04", None, "Fronleichnam"),
        ("2026-06-04", "DE", "Fronleichnam"),
        ("2026-03-08", "DE-BE", "Frauentag"),
        ("2026-03-08", "DE-NW", None),
        ("2026-10-31", "DE-SN", "Reformationstag"),
        ("2026-10-31", "DE-BW", None),
        ("2026-11-18", "DE-SN", "Buß- und Bettag"),
        ("2026-11-18", "DE-BY", None),
        ("2026-01-06", "DE-ST", "Heilige Drei Könige"),
        ("2026-01-06", "DE-HE", None),
        ("2025-08-15", "DE-SL", "Mariä Himmelfahrt"),
        ("2025-08-15", "DE-BY", "Mariä Himmelfahrt"),
        ("2025-08-15", "DE-HH", None),
        ("2026-08-08", None, None),
        ("2026-10-03", "DE-HH", "Tag der Deutschen Einheit"),
        ("2026-10-26", "AT-9", "Nationalfeiertag"),
        ("2026-10-26", "DE-BY", None),
        ("2026-12-08", "AT", "Mariä Empfängnis"),
        ("2026-08-01", "CH-ZH", "Nationalfeiertag"),
        ("2026-06-04", "CH-ZH", None),
        ("2026-06-04", "CH-TI", "Fronleichnam"),
        ("2026-06-04", "CH", "Fronleichnam"),
        ("2026-12-24", None, None),
        ("2026-12-31", None, None),
        ("2026-12-24", "AT", None),
        ("2026-12-25", "CH-GE", "Weihnachten"),
    ],
)
def test_a_region_has_its_own_holidays(day: str, region: str | None, name: str | None) -> None:
    found = calendar.holiday(date.fromisoformat(day), region)
    assert (found.de if found else None) == name


@pytest.mark.parametrize(
    ("region", "zone", "place"),
    [
        (None, BERLIN, ("DE", None)),
        ("", BERLIN, ("DE", None)),
        (None, "Europe/Vienna", ("AT", None)),
        (None, "Europe/Zurich", ("CH", None)),
        (None, "America/New_York", ("DE", None)),
        ("DE-BY", "Europe/Vienna", ("DE", "BY")),
        ("de-by", BERLIN, ("DE", "BY")),
        (" at-9 ", BERLIN, ("AT", "9")),
        ("DE-XX", BERLIN, ("DE", None)),
        ("DE-AUGSBURG", BERLIN, ("DE", None)),
        ("Bayern", BERLIN, ("DE", None)),
        ("XX-YY", "Europe/Vienna", ("AT", None)),
        ("__class__", BERLIN, ("DE", None)),
        ("US-CA", BERLIN, ("US", "CA")),
    ],
)
def test_a_place_is_read_from_the_region_and_else_from_the_zone(
    region: str | None, zone: str, place: tuple[str, str | None]
) -> None:
    assert calendar.place(region, zone) == place


def test_names_come_in_both_languages() -> None:
    found = calendar.holiday(date(2026, 5, 1), "DE-BY")
    assert found is not None
    assert (found.de, found.en) == ("Erster Mai", "Labor Day")


@pytest.mark.parametrize(
    ("local", "rule"),
    [
        ("2026-06-01T07:59:59", "quiet_hours"),
        ("2026-06-01T08:00:00", None),
        ("2026-06-01T20:59:59", None),
        ("2026-06-01T21:00:00", "quiet_hours"),
        ("2026-06-06T20:00:00", None),
        ("2026-06-07T12:00:00", "quiet_hours"),
        ("2026-05-01T12:00:00", "holiday"),
        ("2026-05-01T03:00:00", "holiday"),
        ("2026-04-30T23:00:00", "quiet_hours"),
        ("2026-12-24T12:00:00", None),
    ],
)
def test_the_allowed_hours(local: str, rule: str | None) -> None:
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(BERLIN))
    shut = calendar.closed(at, BERLIN, "DE-BE")
    assert (shut.rule if shut else None) == rule


@pytest.mark.parametrize(
    ("local", "zone", "region", "opens"),
    [
        ("2026-06-01T10:00", BERLIN, "DE-BE", "2026-06-01T10:00"),
        ("2026-06-01T03:00", BERLIN, "DE-BE", "2026-06-01T08:00"),
        ("2026-06-01T21:00", BERLIN, "DE-BE", "2026-06-02T08:00"),
        ("2026-06-06T22:00", BERLIN, "DE-BE", "2026-06-08T08:00"),
        ("2026-06-03T22:00", BERLIN, "DE-BY", "2026-06-05T08:00"),
        ("2026-06-03T22:00", BERLIN, "DE-BE", "2026-06-04T08:00"),
        ("2026-12-24T21:30", BERLIN, None, "2026-12-28T08:00"),
        ("2026-04-02T22:00", BERLIN, None, "2026-04-04T08:00"),
        ("2026-04-04T22:00", BERLIN, None, "2026-04-07T08:00"),
        # Both nights of the change of clocks are longer or shorter by an hour; 08:00 stays 08:00.
        ("2026-03-28T22:00", BERLIN, "DE-BE", "2026-03-30T08:00"),
        ("2026-10-24T22:00", BERLIN, "DE-BE", "2026-10-26T08:00"),
        ("2026-10-24T22:00", "Europe/Vienna", None, "2026-10-27T08:00"),
        ("2026-06-01T22:00", "America/New_York", "US-NY", "2026-06-02T08:00"),
    ],
)
def test_the_next_allowed_moment(local: str, zone: str, region: str | None, opens: str) -> None:
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    found = calendar.next_open(at, zone, region)
    assert found == datetime.fromisoformat(opens).replace(tzinfo=ZoneInfo(zone))
    assert found.tzinfo is UTC


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../etc/passwd", "Europe"])
def test_a_zone_nobody_knows_counts_as_berlin(zone: str) -> None:
    assert calendar.zone_info(zone).key == BERLIN


ZONES = st.sampled_from(
    [
        BERLIN,
        "Europe/Vienna",
        "Europe/Zurich",
        "UTC",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Nowhere/Land",
    ]
)
REGIONS = st.sampled_from([None, "DE", "DE-BY", "DE-SN", "AT", "AT-9", "CH", "CH-ZH", "FR", "XX"])
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))


# The first holiday of a country loads its calendar, which is no fault of the example.
@settings(deadline=None)
@given(MOMENTS, ZONES, REGIONS)
def test_the_next_allowed_moment_is_allowed_and_the_earliest(at: datetime, zone: str, region: str | None) -> None:
    found = calendar.next_open(at, zone, region)
    assert found >= at
    assert calendar.closed(found, zone, region) is None
    local = found.astimezone(calendar.zone_info(zone))
    assert found == at or local.time() == time(8)
    assert (calendar.closed(at, zone, region) is None) == (found == at)


# The first holiday of a country loads its calendar, which is no fault of the example.
@settings(deadline=None)
@given(MOMENTS, ZONES)
def test_the_day_after_begins_at_midnight_of_the_person(at: datetime, zone: str) -> None:
    found = calendar.day_after(at, zone).astimezone(calendar.zone_info(zone))
    assert found > at
    assert (found.date() - at.astimezone(calendar.zone_info(zone)).date()).days in (1, 2)
    assert found.time() <= time(1)
