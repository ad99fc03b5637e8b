"""When the morning list and the evening line come, and when the rep works: shown, and changed in plain words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import Field

from channels import calendar
from sequences import plans
from sequences.daily_plan import Plan
from store import dates
from store.folding import fold
from store.models import DailyPlan
from store.queries import daily
from store.types import Option, Outcome, Say
from tools import wording
from tools.base import Arguments, Tool, Words
from tools.context import Context

_OFF = frozenset("aus off nein no nie never keine kein nicht stop none weg".split())
_ON = frozenset("an ein on ja yes wieder".split())
_SPAN = re.compile(r"(.+?)\s*(?:bis|–|-|to|until|till)\s*(.+)", re.IGNORECASE)
_FROM = re.compile(r"^\s*(?:von|from|ab|zwischen|between)\s+", re.IGNORECASE)
_EVENING_WORDS = ("pm", "abend", "nachmittag", "evening", "afternoon")
_DAYS = ("montag mo monday mon", "dienstag di tuesday tue", "mittwoch mi wednesday wed", "donnerstag do thursday thu",
         "freitag fr friday fri", "samstag sa saturday sat", "sonntag so sunday sun")  # fmt: skip
_DAY = {word: day for day, said in enumerate(_DAYS) for word in said.split()}


class PlanDay(Arguments):
    digest: Words | None = Field(None, description="When the morning list shall come (7:30), or off")
    evening: Words | None = Field(None, description="When the evening summary shall come (18:30), or off")
    weekly: Words | None = Field(None, description="For a leader: the weekly report on the team on or off")
    active: Words | None = Field(None, description="From when to when the rep works: 9-18")
    weekdays: Words | None = Field(None, description="On which days the rep works: Monday to Friday")


async def run(context: Context, arguments: PlanDay) -> Outcome:
    user = await context.user()
    row = await daily.plan(context.scope, user.id)
    if row is None:
        row = plans.fresh(user, context.now)
        context.work.session.add(row)
    plan = plans.of(row)
    wanted = _changed(plan, arguments, context.now)
    if isinstance(wanted, str):
        return Outcome("asked", Say("when-unclear", {"text": wanted}), reason="when_unclear")
    if wanted != plan:
        plans.keep(row, wanted, user, context.now)
        await context.work.session.flush()
    key = "plan-set" if wanted != plan else "plan-shown"
    return Outcome("done", Say(key, _spoken(context, wanted, row)), _result(wanted), options=_options(context, wanted))


def _changed(plan: Plan, arguments: PlanDay, now: datetime) -> Plan | str:
    """The plan with what was said, or the words that make no sense."""
    if arguments.digest is not None:
        minute = _switched(plan.digest, Plan().digest, arguments.digest, now, morning=True)
        if minute == -1:
            return arguments.digest
        plan = replace(plan, digest=minute)
    if arguments.evening is not None:
        minute = _switched(plan.evening, Plan().evening, arguments.evening, now)
        if minute == -1:
            return arguments.evening
        plan = replace(plan, evening=minute)
    if arguments.weekly is not None:
        plan = replace(plan, weekly=not set(fold(arguments.weekly).split()) & _OFF)
    if arguments.active is not None:
        span = _span(arguments.active, now)
        if span is None:
            return arguments.active
        plan = replace(plan, active_from=span[0], active_until=span[1])
    if arguments.weekdays is not None:
        days = weekdays(arguments.weekdays)
        if not days:
            return arguments.weekdays
        plan = replace(plan, weekdays=days)
    return plan


def _switched(present: int | None, usual: int | None, said: str, now: datetime, *, morning: bool = False) -> int | None:
    """The minute of the day, None for off, -1 for words that name neither."""
    words = set(fold(said).split())
    if words & _OFF and not any(c.isdigit() for c in said):
        return None
    if words <= _ON:
        return present if present is not None else usual
    found = clock(said, now, morning=morning)
    return found if found is not None else -1


def clock(said: str, now: datetime, *, morning: bool = False) -> int | None:
    """A time of day in minutes; ``morning``: "um 6" without more is six in the morning."""
    dawn = calendar.day_after(now, "UTC")
    found = next((when for when in dates.find_all(_FROM.sub("", said), dawn, "UTC") if when.has_time), None)
    if found is None:
        found = next((when for when in dates.find_all(f"um {said}", dawn, "UTC") if when.has_time), None)
    if found is None or found.local is None:
        return None
    minute = found.local.hour * 60 + found.local.minute
    named = any(word in said.lower() for word in _EVENING_WORDS) or any(
        int(n) > 12 for n in re.findall(r"\d+", said[:3])
    )
    return minute - 720 if morning and minute >= 720 + 60 and not named else minute


def _span(said: str, now: datetime) -> tuple[int, int] | None:
    """ "9-18", "von 9 bis 18 Uhr", "from 9 to 5pm": two minutes of the day in order."""
    split = _SPAN.fullmatch(_FROM.sub("", said.strip()).replace("Uhr", "").strip())
    if split is None:
        return None
    start, end = clock(split[1], now, morning=True), clock(split[2], now)
    if start is None or end is None:
        return None
    if end <= start and end + 720 <= 1440:
        end += 720
    return (start, end) if end - start >= 60 else None


def weekdays(said: str) -> tuple[int, ...]:
    """ "Montag bis Freitag", "Mo, Di und Do" -> 0 Monday - 6 Sunday; empty when no day is named."""
    tokens = fold(said).split()
    found: list[int] = []
    for place, token in enumerate(tokens):
        day = _DAY.get(token, _DAY.get(token.removesuffix("s")))
        if day is None:
            continue
        if found and place > 0 and tokens[place - 1] in ("bis", "to", "until", "through"):
            found += [(found[-1] + n) % 7 for n in range(1, (day - found[-1]) % 7 + 1)]
        else:
            found.append(day)
    return tuple(sorted(set(found)))


def _time(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _spoken(context: Context, plan: Plan, row: DailyPlan) -> dict[str, Any]:
    def line(name: str, minute: int | None) -> str:
        return (
            context.words(f"plan-{name}", time=_time(minute))
            if minute is not None
            else context.words(f"plan-no-{name}")
        )

    days = ", ".join(context.words(f"weekday-{day}") for day in plan.weekdays)
    active = context.words("plan-active", start=_time(plan.active_from), end=_time(plan.active_until), days=days)
    coming = context.words("plan-next", when=wording.moment(context, row.next_digest_at)) if row.next_digest_at else ""
    weekly = context.words("plan-weekly" if plan.weekly else "plan-no-weekly") if _leads(context) else ""
    lines = [line("digest", plan.digest), line("evening", plan.evening), weekly, active, coming]
    return {"lines": "\n".join(part for part in lines if part)}


def _leads(context: Context) -> bool:
    return context.actor.role == "leader"


def _options(context: Context, plan: Plan) -> tuple[Option, ...]:
    def switch(name: str, minute: int | None) -> Option:
        turn = "off" if minute is not None else "on"
        return Option(Say(f"button-{name}-{turn}"), "plan_day", {name: turn})

    weekly = (switch("weekly", 1 if plan.weekly else None),) if _leads(context) else ()
    return switch("digest", plan.digest), switch("evening", plan.evening), *weekly


def _result(plan: Plan) -> dict[str, Any]:
    return {
        "digest": _time(plan.digest) if plan.digest is not None else None,
        "evening": _time(plan.evening) if plan.evening is not None else None,
        "active_from": _time(plan.active_from),
        "active_until": _time(plan.active_until),
        "weekdays": list(plan.weekdays),
        "weekly": plan.weekly,
    }


def _from_command(rest: str) -> dict[str, str]:
    """``/tagesplan``, ``/tagesplan 7:30``, ``/tagesplan 9-18``, ``/tagesplan abend aus``."""
    said = rest.strip()
    if not said:
        return {}
    head, _, tail = said.partition(" ")
    if fold(head) in ("abend", "evening") and tail:
        return {"evening": tail}
    if fold(head) in ("morgen", "liste", "morning", "list") and tail:
        return {"digest": tail}
    if fold(head) in ("woche", "wochenbericht", "week", "weekly") and tail:
        return {"weekly": tail}
    if weekdays(said):
        return {"weekdays": said}
    return {"active": said} if _SPAN.fullmatch(said) else {"digest": said}


TOOL = Tool(
    name="plan_day",
    description="Show or set when the rep's morning list and evening summary come and in which hours the rep works.",
    arguments=PlanDay,
    run=run,
    commands=("tagesplan", "dayplan"),
    from_command=_from_command,
)
