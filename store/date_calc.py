"""Calendar arithmetic of the date grammar: the day of a weekday or a month's end, the minute of "halb vier"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from store.date_tokens import Clock, Date, Part, Period, Span, Weekday

_SHIFT = {"": 0, "this": 0, "coming": 1, "next": 1, "after_next": 2}
# Minutes of a day that may carry the name of a part; a 12-hour reading is chosen to fit into it.
_WINDOWS = {
    "morning": ((0, 719),),
    "forenoon": ((360, 779),),
    "noon": ((660, 899),),
    "afternoon": ((720, 1139),),
    "evening": ((960, 1439),),
    "night": ((1200, 1440), (0, 359)),
    "eod": ((900, 1320),),
}


class AskBack(Exception):
    """The question to put to the person: when_unclear or when_past."""

    def __init__(self, question: str = "when_unclear") -> None:
        super().__init__(question)
        self.question = question


# -- minutes ---------------------------------------------------------------------------------------------------------


def minute_of(clocks: Sequence[Clock], parts: Sequence[Part]) -> int | None:
    """Minutes since midnight of all that was said about the time of day, None when nothing was."""
    names = {part.name for part in parts}
    if len(names) > 1:
        raise AskBack
    if clocks:
        minutes = {_fit(clock, parts[0].name if parts else "") for clock in clocks}
        if len(minutes) > 1:
            raise AskBack
        return minutes.pop()
    hours = {part.hour for part in parts}
    if len(hours) > 1:
        hours -= {8, 18}  # "morgen früh am frühen Morgen": the finer word counts
    return min(hours) * 60 if hours else None


def _fit(clock: Clock, part: str) -> int:
    minute = clock.minute
    if not part:
        first = 0 if clock.style == "spoken" else 60
        # People who say "um 3" or "halb vier" to a salesman mean the afternoon.
        return minute + 720 if clock.style != "exact" and first <= minute < 420 else minute
    readings = [minute]
    if clock.style != "exact":
        readings = [minute, minute + 720] if minute < 720 else [minute, minute - 720]
    fitting = [m for m in readings if any(low <= m <= high for low, high in _WINDOWS[part])]
    if len(fitting) != 1:
        raise AskBack
    # Twelve at night is the day's end.
    return 1440 if fitting[0] == 0 and clock.style != "exact" else fitting[0]


# -- days ------------------------------------------------------------------------------------------------------------


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_span(day: date, span: Span) -> date:
    day = add_months(day, span.months) + timedelta(days=span.days)
    if span.workdays > 3000:
        raise AskBack
    for _ in range(span.workdays):
        day += timedelta(days=1)
        while day.weekday() > 4:
            day += timedelta(days=1)
    return day


def date_of(said: Date, today: date) -> date:
    """Without a year: the next such day. An impossible one raises ValueError."""
    if said.month is None:
        first = today.replace(day=1)
        return (first if said.day >= today.day else add_months(first, 1)).replace(day=said.day)
    if said.year is not None:
        return date(said.year, said.month, said.day)
    if (said.month, said.day) == (2, 29) and monthrange(today.year, 2)[1] != 29:
        return date(today.year + 1, 2, 29)
    day = date(today.year, said.month, said.day)
    return day if day >= today else day.replace(year=today.year + 1)


def weekday_of(said: Weekday, today: date, later_today: bool) -> date:
    """The day a weekday's name means. ``later_today``: an hour was said that is still to come today.

    "nächsten" within the running week has two readings; so has today's own name with an hour still to come.
    """
    ahead = (said.day - today.weekday()) % 7
    if said.shift == "this":
        return today + timedelta(days=ahead)
    if ahead == 0:
        if said.shift == "" and later_today:
            raise AskBack
        ahead = 7
    elif said.day > today.weekday() and (
        (said.shift == "next" and (said.english or ahead <= 2)) or (said.shift == "after_next" and said.english)
    ):
        raise AskBack
    return today + timedelta(days=ahead + (7 if said.shift == "after_next" else 0))


def weekday_in_span(said: Weekday, span: Span, today: date, weekday_first: bool) -> date:
    """ "Freitag in zwei Wochen" counts from the next Friday; "in zwei Wochen am Freitag" is asked when they differ.

    Today's own name counts from today ("Mittwoch in zwei Wochen" said on a Wednesday).
    """
    if span.months or span.workdays:
        day = add_span(today, span)
        if day.weekday() != said.day:
            raise AskBack
        return day
    weeks = {8: 7, 15: 14}.get(span.days, span.days) if weekday_first else span.days
    if weeks % 7:
        day = today + timedelta(days=span.days)
        if day.weekday() != said.day:
            raise AskBack
        return day
    own = said.day == today.weekday()
    counted = (today if own else weekday_of(Weekday(said.day, "coming"), today, False)) + timedelta(days=weeks)
    in_week = monday(today) + timedelta(days=weeks + said.day)
    if not weekday_first and counted != in_week:
        raise AskBack
    return counted


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def bounds(said: Period, today: date) -> tuple[date, date]:
    """First and last day of a period."""
    if said.unit == "week" or said.unit == "weekend":
        start = _week(said, today)
        return (start + timedelta(days=5) if said.unit == "weekend" else start), start + timedelta(days=6)
    if said.unit == "month":
        start = _month(said, today)
        return start, add_months(start, 1) - timedelta(days=1)
    if said.unit == "quarter":
        start = _quarter(said, today)
        return start, add_months(start, 3) - timedelta(days=1)
    year = said.year if said.year is not None else today.year + _SHIFT[said.shift]
    return date(year, 1, 1), date(year, 12, 31)


def _week(said: Period, today: date) -> date:
    if said.number is not None:
        start = date.fromisocalendar(today.year, said.number, 1)
        return start if start + timedelta(days=6) >= today else date.fromisocalendar(today.year + 1, said.number, 1)
    weeks = _SHIFT[said.shift]
    if said.unit == "weekend":
        inside = today.weekday() >= 5
        if (said.shift in ("", "this") and inside) or (said.shift == "next" and not inside):
            raise AskBack  # this one, or the one after?
        if said.shift in ("coming", "after_next") and not inside:
            weeks -= 1
    return monday(today) + timedelta(weeks=weeks)


def _month(said: Period, today: date) -> date:
    first = today.replace(day=1)
    if said.month is None:
        return add_months(first, _SHIFT[said.shift])
    if said.year is not None:
        return date(said.year, said.month, 1)
    start = first.replace(month=said.month)
    return start if start >= first else start.replace(year=start.year + 1)


def _quarter(said: Period, today: date) -> date:
    if said.number is None:
        return add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * _SHIFT[said.shift])
    start = date(said.year or today.year, said.number * 3 - 2, 1)
    over = said.year is None and add_months(start, 3) <= today
    return start.replace(year=start.year + 1) if over else start


def period_day(said: Period, today: date) -> date:
    """The day a period or its edge stands for; "diese Woche" alone names none.

    An edge without "this" or "next" that is over means the following period's ("Anfang des Monats" on the 15th).
    """
    day = _edge_day(said, today)
    if day >= today:
        return day
    if said.shift or said.month or said.number is not None or said.year is not None or said.edge == "end":
        raise AskBack
    return _edge_day(Period(said.unit, "next", said.edge), today)


def _edge_day(said: Period, today: date) -> date:
    start, end = bounds(said, today)
    if not said.edge:
        bare = said.shift == "this" or (said.shift == "" and start <= today and said.unit != "weekend")
        if bare and said.unit != "weekend":
            raise AskBack
        return start
    if said.unit == "weekend":
        raise AskBack
    if said.edge == "start":
        return start
    if said.edge == "end":
        return end - timedelta(days=2) if said.unit == "week" else end
    if said.unit == "week":
        return start + timedelta(days=2)
    if said.unit == "month":
        return start.replace(day=15)
    return add_months(start, 1).replace(day=15) if said.unit == "quarter" else start.replace(month=7)
