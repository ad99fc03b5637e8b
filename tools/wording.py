"""Small words that several tools share: reasons, moments, channels and shortened quotes in the actor's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from channels import words
from channels.notices import reason_key
from store import dates
from store.models import Approval, Reminder
from store.types import Language, Option, Say, Verdict
from tools.context import Context

CHANNELS = frozenset({"whatsapp", "telegram", "email", "instagram", "web", "console"})
NOTHING = Option(Say("button-no"), None, {"answer": "no"})


def reason(context: Context, verdict: Verdict) -> str:
    """A verdict's rule in words; a rule without a sentence of its own is named as it is.

    Its figures are named too, unless they say when: that has a line of its own, in the actor's way of telling time.
    """
    rule = verdict.rule.partition(":")[0]
    if rule == "no_template" and verdict.facts.get("origin") == "human":
        rule = "window_closed"  # a person was offered templates instead
    if rule == "holiday" and verdict.facts.get("holiday"):
        return context.words("reason-holiday-named", holiday=verdict.facts["holiday"])
    if rule == "template":
        return context.words("reason-template")
    plain = Say(reason_key(rule))
    detailed = words.reason(verdict, context.actor.zone)
    for said in (plain,) if "until" in detailed.values or rule != verdict.rule else (detailed, plain):
        try:
            return words.say(context.language, said)
        except words.WordError:
            continue
    return context.words("reason-other", rule=verdict.rule.replace("_", " "))


def reason_of(context: Context, rule: str) -> str:
    """A rule's plain sentence, or its name when it has none."""
    return reason(context, Verdict("refuse", rule))


def factor(language: Language, reason: str) -> str:
    """One factor of a score in words; ``reason`` as tools/scoring gives it."""
    return words.say(language, Say("score-" + reason.replace("_", "-")))


def moment(context: Context, at: datetime) -> str:
    """A moment as the actor would say it, in the actor's zone."""
    return dates.speak(at, context.now, context.actor.zone, context.language)


def day(context: Context, at: datetime) -> str:
    """A day as the actor would say it: "heute", "am Freitag, 27.11."."""
    said = dates.speak(at, context.now, context.actor.zone, context.language)
    return re.split(r",? (?:um|at) (?=\d)", said)[0]


def channel(context: Context, name: str) -> str:
    return context.words(f"channel-{name}") if name in CHANNELS else name


def short(text: str, limit: int = 60) -> str:
    """One line of at most ``limit`` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def later(facts: Mapping[str, Any], until: datetime | None) -> datetime | None:
    """The moment a verdict names as the next possible one: its ``until`` or an ISO time among its facts."""
    if until is not None:
        return until
    for name in ("next_allowed", "until", "next"):
        value = facts.get(name)
        if isinstance(value, str):
            try:
                found = datetime.fromisoformat(value)
            except ValueError:
                continue
            if found.tzinfo is not None:
                return found
    return None


def reminder_label(context: Context, row: Reminder, names: Mapping[int, str]) -> str:
    """What tells one reminder from another: whom or what it is about, and when."""
    about = " · ".join(part for part in (names.get(row.lead_id or 0, ""), short(row.note, 40)) if part)
    return f"{about or context.words('reminder-about-nothing')} ({moment(context, row.due_at)})"


def approval_label(row: Approval, name: str) -> str:
    return f"#{row.id} {name}".strip()
