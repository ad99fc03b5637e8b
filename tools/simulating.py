"""A play of the time machine in words and as a picture, and what somebody assumed about the answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from channels import words
from channels.notices import reason_key
from sequences import timeline
from sequences.plan import Sequence as Plan
from sequences.simulate import Event
from sequences.timing import zone_of
from store import dates
from store.folding import fold
from store.types import Language, Say, Tone, Verdict

SHOWN = 16
_DAY = re.compile(
    r"(?:tag|day)\s*(\d{1,3})|(\d{1,3})(?:\.|st|nd|rd|th)?\s*(?:tag|day)|nach\s+(\d{1,3})\s+tag|after\s+(\d{1,3})\s+day"
)
_LATER = re.compile(r"\b(?:nach|in|after)\s+((?:\w+\s+)?\w*(?:woche|monat|week|month)\w*)")
_TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    ("negative", re.compile(r"negativ|ablehn|absag|kein interesse|not interested|nein sagt|says no|declin")),
    ("neutral", re.compile(r"neutral|rueckfrage|ruckfrage|rückfrage|question|fragt nach")),
    ("positive", re.compile(r"positiv|zusag|interess|ja sagt|says yes|begeister|antwort|repl|answer|schreib|writes?")),
)  # fmt: skip


def assumed(text: str) -> dict[float, Tone]:
    """What she would answer and when: "wenn sie am 5. Tag positiv antwortet" -> {5.1: "positive"}; {} for nothing.

    An answer without a day comes on the first; several are told apart by "and", commas or "then".
    """
    found: dict[float, Tone] = {}
    for part in re.split(r",|;|\bund\b|\band\b|\bdann\b|\bthen\b", fold(text)):
        tone = next((tone for tone, said in _TONES if said.search(part)), None)
        if tone is not None:
            found[min(_day(part), 400) + 0.1] = tone
    return found


def _day(part: str) -> int:
    later, day = _LATER.search(part), _DAY.search(part)
    length = dates.parse_duration(later[1]) if later else None
    if length is not None:
        return length.days
    return next((int(one) for one in day.groups() if one), 1) if day else 1


class Teller:
    """Words for events in one language, on one wall clock."""

    def __init__(self, language: Language, zone: str, plan: Plan, titles: dict[str, str]) -> None:
        self.language, self.zone, self.plan, self.titles = language, zone, plan, titles

    def say(self, key: str, **values: object) -> str:
        return words.say(self.language, Say(key, values))

    def at(self, moment: datetime) -> str:
        return words.say(self.language, words.moment(moment, self.zone))

    def reason(self, event: Event) -> str:
        return self.why(event.rule, event.facts)

    def why(self, rule: str, facts: Mapping[str, Any] | None = None) -> str:
        """A rule in words, with its figures where there are any."""
        said = words.reason(Verdict("wait", rule, facts or {}), self.zone)
        for one in (Say(reason_key(rule)), said):
            try:
                return words.say(self.language, one)
            except words.WordError:
                continue
        return rule.replace("_", " ")

    def step(self, event: Event) -> str:
        steps = self.plan.steps
        inside = event.step is not None and 0 <= event.step < len(steps)
        return steps[event.step or 0].called(self.language) if inside else ""

    def head(self, event: Event) -> str:
        if event.kind == "reply":
            return self.say(f"sim-reply-{event.rule}")
        if event.kind == "finish":
            follows = self.titles.get(event.follows, event.follows.replace("_", " "))
            if follows:
                return self.say("sim-finish-then", follows=follows)
            return self.say("sim-finish-archived" if event.outcome == "archived" else "sim-finish")
        if event.kind == "act":
            action = str(event.facts.get("action") or "")
            return self.say(f"sim-act-{'call' if action == 'schedule_call' else 'reminder'}", step=self.step(event))
        if event.kind == "wait" and event.until is not None:
            return self.say("sim-wait", until=self.at(event.until))
        return self.say(f"sim-{event.kind}", step=self.step(event))

    def more(self, event: Event) -> str:
        if event.kind == "send":
            return f"„{_short(event.text)}“" if self.language == "de" else f"“{_short(event.text)}”"
        if event.kind in ("reply", "open", "act"):
            return ""
        return self.reason(event)

    def line(self, event: Event) -> str:
        more = self.more(event)
        when = self.say("sim-when", day=event.day, at=self.at(event.at))
        return f"{when}: {self.head(event)}" + (f" – {more}" if more else "")

    def text(self, events: Sequence[Event]) -> str:
        lines = [self.line(event) for event in events[:SHOWN]]
        if len(events) > SHOWN:
            lines.append(self.say("sim-more", count=len(events) - SHOWN))
        return "\n".join(lines)

    def picture(self, title: str, events: Sequence[Event]) -> bytes:
        """Blocks; call it in a thread."""
        local = zone_of(self.zone)
        marks = [
            timeline.Mark(
                event.kind,
                f"{self.say('sim-day', day=event.day)}\n{event.at.astimezone(local):%d.%m. %H:%M}",
                self.head(event),
                self.more(event),
            )
            for event in events
        ]
        return timeline.draw(title, marks)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 110 else flat[:109].rstrip() + "…"


def counted(events: Sequence[Event]) -> Counter[str]:
    """How often each kind occurred, refusals and ends by their rule."""
    found: Counter[str] = Counter(event.kind for event in events)
    found.update(f"refuse:{event.rule}" for event in events if event.kind == "refuse")
    return found


def plain(event: Event) -> dict[str, object]:
    """One event over REST."""
    return {
        "at": event.at.isoformat(),
        "day": event.day,
        "kind": event.kind,
        "rule": event.rule,
        "step": event.step + 1 if event.step is not None else None,
        "text": event.text,
        "until": event.until.isoformat() if event.until else None,
        "outcome": event.outcome or None,
        "next_sequence": event.follows or None,
    }
