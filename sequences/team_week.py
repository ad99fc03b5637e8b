"""How a team is doing: figures of seven days beside the seven before, in words and as a picture.

The team comes first. In a team so small that its figures are a single person's, the look is noted for each member, as
it is for a look at one person (SAFETY: fair leader view).
"""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass
from datetime import datetime, timedelta
from typing import Any

from channels import calendar, words
from sequences import barchart
from store.db import Scope
from store.queries import looks, people, teamwork
from store.queries.teamwork import Week
from store.types import Language, Say

SPAN = timedelta(days=7)
FEW = 3  # with fewer members than this a team's figures are somebody's


@dataclass(frozen=True, slots=True)
class Report:
    """``name`` of the team, or of the member it is about."""

    name: str
    this: Week
    before: Week
    start: datetime
    end: datetime
    one: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is anything to tell: a week of nothing after a week of nothing is no message."""
        return any((*astuple(self.this), *astuple(self.before)))


async def of(scope: Scope, name: str, end: datetime, now: datetime) -> Report:
    """The seven days up to ``end`` and the seven before, of the scope's team or member."""
    start = end - SPAN
    this = await teamwork.week(scope, start, end, now)
    before = await teamwork.week(scope, start - SPAN, start, now)
    return Report(name, this, before, start, end, scope.user_id is not None)


async def note(scope: Scope, leader_id: int, now: datetime) -> bool:
    """Notes the look where the team's figures are too few people's to hide any; whether it did."""
    members = [row for row in await people.users(scope) if row.role != "admin" and row.id != leader_id]
    if not 0 < len(members) < FEW:
        return False
    await looks.note_each(scope, scope.team_id or 0, leader_id, [row.id for row in members], "figures", now)
    return True


def say(report: Report, language: Language, zone: str, *, few: bool, key: str = "team-report") -> Say:
    this, before = report.this, report.before
    values: dict[str, Any] = {f"was_{name}": value for name, value in asdict(before).items()}
    values |= asdict(this)
    values |= {
        "name": report.name,
        "few": int(few),
        "rate": _percent(this.rate),
        "was_rate": _percent(before.rate),
        "due": this.on_time + this.missed,
        "was_due": before.on_time + before.missed,
        "from": _day(report.start, zone, language),
        "until": _day(report.end - timedelta(seconds=1), zone, language),
    }
    return Say(key, values)


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{round(100 * rate)} %"


def _day(at: datetime, zone: str, language: Language) -> str:
    local = at.astimezone(calendar.zone_info(zone))
    return f"{local.day}.{local.month}." if language == "de" else f"{local.day}/{local.month}"


def told(report: Report) -> dict[str, Any]:
    """The figures as data."""
    weeks = {"this": report.this, "before": report.before}
    found = {name: {**asdict(each), "reply_rate": each.rate} for name, each in weeks.items()}
    return {**found, "from": report.start.isoformat(), "until": report.end.isoformat()}


def picture(report: Report, language: Language) -> bytes:
    """Both weeks as bars, a group for each figure. Blocks: call it in a thread."""

    def name(key: str) -> str:
        return words.say(language, Say(f"team-chart-{key}"))

    def counts(key: str, this: int, before: int) -> barchart.Bars:
        most = max(this, before, 1)
        return barchart.Bars(name(key), (this / most, before / most), (str(this), str(before)))

    def share(key: str, parts: tuple[int, int], wholes: tuple[int, int]) -> barchart.Bars:
        values = tuple(part / whole if whole else 0.0 for part, whole in zip(parts, wholes, strict=True))
        said = tuple(_of(part, whole) for part, whole in zip(parts, wholes, strict=True))
        return barchart.Bars(name(key), values, said)

    a, b = report.this, report.before
    groups = (
        counts("new", a.new, b.new),
        counts("contacted", a.contacted, b.contacted),
        share("replied", (a.replied, b.replied), (a.contacted, b.contacted)),
        counts("won", a.won, b.won),
        share("on-time", (a.on_time, b.on_time), (a.on_time + a.missed, b.on_time + b.missed)),
    )
    return barchart.draw(report.name, name("note"), (name("this"), name("before")), groups)


def _of(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} % ({part}/{whole})" if whole else "–"
