"""The date grammar from the outside: wordings (data/dates.txt) and the moment or the question each must give."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from store import date_words, dates

ZONE = "Europe/Berlin"
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Berlin
MISSING, UNCLEAR, PAST = "when_missing", "when_unclear", "when_past"


def _tables() -> dict[str, list[list[str]]]:
    tables: dict[str, list[list[str]]] = {}
    name = ""
    for line in (Path(__file__).parent / "data" / "dates.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and name:
            tables.setdefault(name, []).append([cell.strip() for cell in line.split("|")])
    return tables


ROWS = _tables()


def said(when: dates.When | None) -> str | None:
    """The local moment as "2026-11-19 09:00", or the question."""
    if when is None:
        return None
    return when.local.strftime("%Y-%m-%d %H:%M") if when.local else when.ask


def cut(text: str, when: dates.When | None) -> str:
    return text[when.start : when.end] if when else ""


def full(short: str) -> str:
    """The tables write "19 09:00" for November 2026 and "12-03 09:00" for that year."""
    day, clock = short.split()
    return {2: f"2026-11-{day}", 5: f"2026-{day}", 10: day}[len(day)] + " " + clock


def test_the_tables_are_there() -> None:
    assert len(ROWS["moments"]) > 170 and len(ROWS["questions"]) > 55 and len(ROWS["no_time"]) > 50


@pytest.mark.parametrize(("text", "want"), ROWS["moments"])
def test_a_time_is_read_alone_and_inside_a_sentence(text: str, want: str) -> None:
    assert said(dates.parse(text, NOW, ZONE)) == full(want)
    found = dates.find(f"{text}, Tom", NOW, ZONE)
    assert said(found) == full(want)
    assert cut(text, found) == text


@pytest.mark.parametrize(("text", "ask"), ROWS["questions"])
def test_what_has_no_single_future_moment_is_asked(text: str, ask: str) -> None:
    for when in (dates.parse(text, NOW, ZONE), dates.find(text, NOW, ZONE)):
        assert when is not None
        assert (when.at, when.local, when.ask) == (None, None, ask)


@pytest.mark.parametrize("text", ["", *(row[0] for row in ROWS["no_time"])])
def test_no_time_is_seen_where_none_is(text: str) -> None:
    assert dates.find(text, NOW, ZONE) is None


@pytest.mark.parametrize(("text", "span", "want"), ROWS["sentences"])
def test_spans_in_sentences(text: str, span: str, want: str) -> None:
    found = dates.find(text, NOW, ZONE)
    assert (said(found), cut(text, found)) == (want, span)


def test_find_all_gives_every_time_and_both_parts_of_a_split_one() -> None:
    text = "Erinnere mich morgen um 9 an Tom und übermorgen um 10 an Anna"
    assert [said(when) for when in dates.find_all(text, NOW, ZONE)] == ["2026-11-19 09:00", "2026-11-20 10:00"]
    split = "Erinnere mich am Freitag an Tom um 15 Uhr"
    found = dates.find_all(split, NOW, ZONE)
    assert [cut(split, when) for when in found] == ["am Freitag", "um 15 Uhr"]
    assert {said(when) for when in found} == {"2026-11-20 15:00"}


@pytest.mark.parametrize(("text", "ask"), [["", MISSING], ["x" * 5000, UNCLEAR], *ROWS["no_answer"]])
def test_an_answer_that_names_no_moment(text: str, ask: str) -> None:
    when = dates.parse(text, NOW, ZONE)
    assert (when.at, when.ask) == (None, ask)


@pytest.mark.parametrize(("text", "want"), ROWS["short_answers"])
def test_an_answer_may_be_shorter_than_a_sentence(text: str, want: str) -> None:
    assert said(dates.parse(text, NOW, ZONE)) == want


def test_has_time_tells_a_day_from_an_hour() -> None:
    assert not dates.parse("morgen", NOW, ZONE).has_time
    assert not dates.parse("in 3 Tagen", NOW, ZONE).has_time
    assert dates.parse("morgen früh", NOW, ZONE).has_time
    assert dates.parse("in 2 Stunden", NOW, ZONE).has_time
    assert said(dates.parse("morgen", NOW, ZONE, default_hour=11)) == "2026-11-19 11:00"


@pytest.mark.parametrize(
    ("text", "now", "want"),
    [
        ("morgen um 2:30 nachts", (2026, 3, 28), "2026-03-29 03:30"),  # the hour that is skipped
        ("morgen um 2:30 nachts", (2026, 10, 24), "2026-10-25 02:30"),  # the hour that comes twice: the first
        ("in 3 Tagen um 9", (2026, 3, 27), "2026-03-30 09:00"),  # wall time stays over the change
        ("in 24 Stunden", (2026, 3, 28, 12), "2026-03-29 13:00"),  # elapsed time does not
        ("29.2.", (2027, 5, 1), "2028-02-29 09:00"),
        ("in einem Monat", (2027, 1, 31), "2027-02-28 09:00"),
        ("am 31.", (2026, 11, 18), UNCLEAR),  # November has none
        ("Freitag 14 Uhr", (2026, 11, 20), UNCLEAR),  # on a Friday morning: today or in a week?
        ("Freitag 8 Uhr", (2026, 11, 20), "2026-11-27 08:00"),
        ("Freitag", (2026, 11, 20), "2026-11-27 09:00"),
        ("diesen Freitag 14 Uhr", (2026, 11, 20), "2026-11-20 14:00"),
        ("nächsten Freitag", (2026, 11, 16), "2026-11-20 09:00"),
        ("nächsten Dienstag", (2026, 11, 16), UNCLEAR),  # nobody says so of tomorrow
        ("next Tue 4pm", (2026, 11, 21), "2026-11-24 16:00"),
        ("nächsten Montag", (2026, 11, 22), "2026-11-23 09:00"),
        ("um 15 Uhr", (2026, 11, 18, 16), "2026-11-19 15:00"),
        ("heute Nacht um 2", (2026, 11, 18, 22), "2026-11-19 02:00"),
        ("Ende der Woche", (2026, 11, 21), UNCLEAR),
        ("31.12. um 10", (2026, 12, 31, 11), PAST),
    ],
)
def test_calendar_edges(text: str, now: tuple[int, ...], want: str) -> None:
    year, month, day, hour = (*now, 9)[:4]
    present = datetime(year, month, day, hour, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    assert said(dates.parse(text, present, ZONE)) == want


def test_the_zone_of_the_person_decides() -> None:
    assert dates.parse("morgen um 9", NOW, "America/New_York").at == datetime(2026, 11, 19, 14, 0, tzinfo=UTC)
    assert dates.parse("morgen um 9", NOW, "Asia/Tokyo").at == datetime(2026, 11, 19, 0, 0, tzinfo=UTC)
    twice = dates.parse("25.10.2026 02:30", datetime(2026, 10, 1, tzinfo=UTC), ZONE)
    assert twice.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(("text", "hours"), ROWS["durations"])
def test_durations(text: str, hours: str) -> None:
    found = dates.parse_duration(text)
    assert found is not None
    assert found.total_seconds() == pytest.approx(float(hours) * 3600, abs=1)


@pytest.mark.parametrize("text", ["", *(row[0] for row in ROWS["no_durations"])])
def test_no_duration(text: str) -> None:
    assert dates.parse_duration(text) is None


@pytest.mark.parametrize(
    ("moment", "german", "english"),
    [
        ((2026, 11, 18, 15), "heute um 15:00", "today at 15:00"),
        ((2026, 11, 19, 9), "morgen um 9:00", "tomorrow at 9:00"),
        ((2026, 11, 27, 14), "am Freitag, 27.11., um 14:00", "on Friday, 27 Nov, at 14:00"),
        ((2027, 1, 1, 3), "am Freitag, 1.1.2027, um 03:00", "on Friday, 1 Jan 2027, at 03:00"),
        ((2026, 11, 17, 9), "gestern um 9:00", "yesterday at 9:00"),
    ],
)
def test_speak(moment: tuple[int, int, int, int], german: str, english: str) -> None:
    year, month, day, hour = moment
    spoken = datetime(year, month, day, hour, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    assert dates.speak(spoken, NOW, ZONE, "de") == german
    assert dates.speak(spoken, NOW, ZONE, "en") == english


LEXICONS = [value for value in vars(date_words).values() if isinstance(value, dict | frozenset)]
VOCABULARY = sorted({word for lexicon in LEXICONS for word in lexicon if isinstance(word, str)})
VOCABULARY += [str(n) for n in range(40)] * 3 + [":", ".", ",", "/", "-", "30", "2026", "Uhr", "Tom", "@", "nicht"] * 4
PHRASES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).flatmap(
    lambda parts: st.sampled_from([" ".join(parts), "".join(parts), " ".join(parts).title()])
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(PHRASES, st.text(max_size=80)), st.datetimes(datetime(2020, 1, 1), datetime(2090, 1, 1)))
@example("in 9999 Jahren", datetime(2089, 1, 1))
@example("٣ Uhr ½", datetime(2026, 1, 1))
def test_any_text_gives_the_future_or_a_question(text: str, present: datetime) -> None:
    now = present.replace(tzinfo=UTC)
    found = dates.find_all(text, now, ZONE)
    for when in found:
        assert 0 <= when.start < when.end <= len(text)
    for when in [*found, dates.parse(text, now, ZONE)]:
        assert (when.at is None) != (when.ask is None)
        assert when.at is None or (when.at > now and when.local == when.at)
    length = dates.parse_duration(text)
    assert length is None or timedelta() <= length <= timedelta(days=3653)


@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 60 * 24 * 3000),
    st.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from(["Europe/Berlin", "Europe/Zurich", "America/New_York", "Asia/Kolkata"]),
    st.sampled_from(["de", "en"]),
)
def test_what_is_spoken_is_understood_again(minutes: int, present: datetime, zone: str, language: str) -> None:
    now = present.replace(tzinfo=UTC, second=0, microsecond=0)
    moment = now + timedelta(minutes=minutes)
    if moment.astimezone(ZoneInfo(zone)).fold:
        return  # the second of two equal wall times cannot be worded
    words = dates.speak(moment, now, zone, language)
    assert dates.parse(words, now, zone).at == moment
    found = dates.find(f"Tom {words} anrufen", now, zone)
    assert found is not None
    assert found.at == moment


HOSTILE = [
    *("in 3 Tagen ", "um ", "9:", "9.", "1/", "ein paar ", "the ", "twenty-", "3.12.", "vor ", "halb ", "( ", "nicht "),
    *("von 9 bis ", " ", "a ", "2h", "9", "ü", "\u0301", "seit ", "von Montag auf ", "jeden ", "morgen, ", "9-"),
]


@pytest.mark.parametrize("seed", HOSTILE)
def test_hostile_texts_take_no_longer(seed: str) -> None:
    text = (seed * dates.MAX_LENGTH)[: dates.MAX_LENGTH]
    began = time.process_time()
    dates.find_all(text, NOW, ZONE)
    dates.parse(text, NOW, ZONE)
    dates.parse_duration(text)
    assert time.process_time() - began < 3
