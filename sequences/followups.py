"""Whom to contact next and why, and for everybody else why not: one decision per lead, from facts alone. Pure.

``judge`` answers with a ``Due`` or a ``NotNow``. The four rules of "should we at all" come first (asked not to be
contacted, more than five unanswered, lost, contacted under 24 hours ago), then what is under way already, then
whether the time has come. Days between two tries grow with every message that stays unanswered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from channels import calendar
from channels.policy import UNANSWERED_CAP
from store.types import Quality

Priority = Literal["urgent", "high", "normal", "low", "scheduled"]
PRIORITIES: tuple[Priority, ...] = ("urgent", "high", "normal", "low", "scheduled")
REASONS = (
    "no_response",
    "showed_interest",
    "watched_video",
    "objection_handled",
    "call_scheduled",
    "periodic_checkin",
    "reactivation",
)
# How long a follow-up of each priority may still wait for its best moment.
WITHIN: Mapping[Priority, timedelta] = {
    "urgent": timedelta(hours=12),
    "high": timedelta(hours=24),
    "normal": timedelta(days=3),
    "low": timedelta(days=7),
    "scheduled": timedelta(0),
}
CLOSED = frozenset({"lost", "archived"})
CONTACT_GAP = timedelta(hours=24)
CHECK_IN = timedelta(days=30)
NOT_INTERESTED_REST = timedelta(days=60)
GHOST = timedelta(days=7)
_GAPS: Mapping[Quality, tuple[int, ...]] = {"hot": (1, 2, 4, 7, 14), "warm": (2, 4, 7, 14, 21), "cold": (7, 14, 30)}
_OBJECTIONS = frozenset({"price_objection", "time_objection", "trust_objection"})
_WANTS = frozenset({"buy", "interest", "question", "appointment", "referral", "support"}) | _OBJECTIONS
_WAITS = {"later": timedelta(days=3), "out_of_office": timedelta(days=7)}
_OURS = frozenset({"customer", "partner"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one lead now; moments are aware. ``intent`` is of her newest message ("" for none).

    ``unanswered`` counts our messages since she last wrote. ``approval``, ``queued``, ``next_step_at`` and
    ``reminder_at`` are what is under way; ``call_at`` is an agreed or planned call; ``rests_until`` with
    ``rests_rule`` (put_off, skipped) what the rep decided. ``away_until``: what she said herself.
    """

    lead_id: int
    name: str = ""
    zone: str = "Europe/Berlin"
    stage: str = "new"
    quality: Quality = "cold"
    score: int = 0
    is_customer: bool = False
    watched_video: bool = False
    objections: tuple[str, ...] = ()
    intent: str = ""
    last_inbound_at: datetime | None = None
    last_outbound_at: datetime | None = None
    created_at: datetime | None = None
    unanswered: int = 0
    opted_out: bool = False
    paused: bool = False
    approval: int | None = None
    queued: bool = False
    in_sequence: bool = False
    next_step_at: datetime | None = None
    reminder_at: datetime | None = None
    call_at: datetime | None = None
    rests_until: datetime | None = None
    rests_rule: str = "put_off"
    away_until: datetime | None = None

    @property
    def asks(self) -> bool:
        """She has the last word: an answer is owed."""
        if self.last_inbound_at is None:
            return False
        return self.last_outbound_at is None or self.last_inbound_at > self.last_outbound_at

    @property
    def last_contact(self) -> datetime | None:
        return max((at for at in (self.last_inbound_at, self.last_outbound_at) if at is not None), default=None)


@dataclass(frozen=True, slots=True)
class Due:
    """Contact her: how urgent, why, since when it is due, and the facts the reason rests on."""

    priority: Priority
    reason: str
    due_at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NotNow:
    """Leave her alone: by which rule, on which facts, and when it is possible again (None: not by itself)."""

    rule: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    until: datetime | None = None


def judge(lead: Standing, now: datetime) -> Due | NotNow:
    """Whether and why this lead is to be contacted now."""
    return _forbidden(lead, now) or _under_way(lead, now) or _call(lead, now) or _when(lead, now)


def _forbidden(lead: Standing, now: datetime) -> NotNow | None:
    """Should we at all?"""
    if lead.opted_out:
        return NotNow("opted_out")
    if lead.stage in CLOSED:
        return NotNow("lead_" + lead.stage)
    if lead.paused:
        return NotNow("paused")
    if lead.unanswered > UNANSWERED_CAP:
        return NotNow("unanswered", {"unanswered": lead.unanswered, "cap": UNANSWERED_CAP})
    last = lead.last_outbound_at
    if last is not None and not lead.asks and now - last < CONTACT_GAP:
        return NotNow("contacted", {"last": last.isoformat()}, last + CONTACT_GAP)
    return None


def _under_way(lead: Standing, now: datetime) -> NotNow | None:
    """One pending follow-up per lead: what waits already is hers."""
    if lead.approval is not None and not lead.asks:
        return NotNow("approval_waits", {"approval": lead.approval})
    if lead.queued:
        return NotNow("queued")
    if lead.rests_until is not None and lead.rests_until > now:
        return NotNow(lead.rests_rule, {}, lead.rests_until)
    if lead.in_sequence and not lead.asks:
        return NotNow("in_sequence", {}, lead.next_step_at)
    if lead.reminder_at is not None and lead.reminder_at > now and lead.call_at is None and not lead.asks:
        return NotNow("reminder_set", {}, lead.reminder_at)
    return None


def _call(lead: Standing, now: datetime) -> Due | None:
    if lead.call_at is None:
        return None
    place = calendar.zone_info(lead.zone)
    today = lead.call_at.astimezone(place).date() <= now.astimezone(place).date()
    near: Priority = "high" if lead.call_at - now <= WITHIN["high"] else "scheduled"
    return Due("urgent" if today else near, "call_scheduled", lead.call_at, {"call_at": lead.call_at.isoformat()})


def _when(lead: Standing, now: datetime) -> Due | NotNow:
    if lead.asks and lead.last_inbound_at is not None:
        return _answer_owed(lead, lead.last_inbound_at, now)
    if lead.last_outbound_at is None:
        since = lead.created_at or now
        return Due("low", "periodic_checkin", since, {"first": True})
    return _silent(lead, lead.last_outbound_at, now)


def _answer_owed(lead: Standing, wrote: datetime, now: datetime) -> Due | NotNow:
    """She wrote last. An interested word waits for nobody; a "not now" gets the time it asks for."""
    facts = {"wrote": wrote.isoformat(), "intent": lead.intent or "other"}
    if lead.intent in ("not_interested", "opt_out"):
        until = wrote + NOT_INTERESTED_REST
        return _due_or("low", "reactivation", until, facts, now, "not_interested")
    if lead.intent in _WAITS:
        until = lead.away_until or wrote + _WAITS[lead.intent]
        return _due_or("normal", "periodic_checkin", until, facts, now, "asked_for_time")
    reason = "objection_handled" if lead.intent in _OBJECTIONS else "showed_interest"
    priority: Priority = "urgent" if lead.intent in _WANTS or lead.quality == "hot" else "high"
    if now - wrote > 2 * GHOST:  # we were the silent ones: still owed, but no longer in the hour
        return Due("high" if lead.intent in _WANTS else "normal", "reactivation", wrote, facts)
    return Due(priority, reason, wrote, facts)


def _silent(lead: Standing, last: datetime, now: datetime) -> Due | NotNow:
    """The last word is ours."""
    silent = now - last
    facts = {"last": last.isoformat(), "days": silent.days, "unanswered": lead.unanswered}
    if lead.is_customer or lead.stage in _OURS:
        return _due_or("low", "periodic_checkin", last + CHECK_IN, facts, now)
    tries = max(lead.unanswered, 1) - 1
    if lead.stage == "nurture":
        return _due_or("low", "periodic_checkin", last + CHECK_IN, facts, now)
    gap = timedelta(days=gap_days(lead.quality, tries))
    if lead.watched_video and tries == 0:
        return _due_or("high", "watched_video", last + min(gap, timedelta(days=1)), facts, now)
    if lead.objections and tries == 0:
        facts |= {"objection": lead.objections[-1]}
        priority: Priority = "high" if lead.quality == "hot" else "normal"
        return _due_or(priority, "objection_handled", last + min(gap, timedelta(days=2)), facts, now)
    reason = "reactivation" if silent >= GHOST and lead.last_inbound_at is not None else "no_response"
    by_heat: Mapping[Quality, Priority] = {"hot": "high", "warm": "normal", "cold": "low"}
    return _due_or(by_heat[lead.quality], reason, last + gap, facts, now)


def gap_days(quality: Quality, tries: int) -> int:
    """Days of peace after the last message when ``tries`` before it stayed unanswered as well."""
    gaps = _GAPS[quality]
    return gaps[min(tries, len(gaps) - 1)]


def _due_or(
    priority: Priority, reason: str, at: datetime, facts: Mapping[str, Any], now: datetime, rule: str = "not_due"
) -> Due | NotNow:
    return Due(priority, reason, at, facts) if at <= now else NotNow(rule, facts, at)


def order(pair: tuple[Standing, Due], now: datetime) -> tuple[int, int, float, int]:
    """Sorts ascending: priority, then the higher score, then the longer silence."""
    lead, due = pair
    waited = (now - (lead.last_contact or lead.created_at or now)).total_seconds()
    return PRIORITIES.index(due.priority), -lead.score, -waited, lead.lead_id


def rank(leads: Iterable[Standing], now: datetime) -> list[tuple[Standing, Due]]:
    """Everybody who is due, the most important first."""
    found = [(lead, due) for lead in leads if isinstance(due := judge(lead, now), Due)]
    return sorted(found, key=lambda pair: order(pair, now))


def confidence(lead: Standing, due: Due, *, consent: bool, rate: float, own_time: bool) -> float:
    """How sure we are, 0-1: how plain the reason is, her warmth, her consent, and what is known of her habits."""
    plain = {"call_scheduled": 0.85, "showed_interest": 0.8, "watched_video": 0.7, "objection_handled": 0.65}
    value = plain.get(due.reason, 0.5)
    value += 0.1 * (lead.score - 50) / 50 + 0.2 * (rate - 0.3) + (0.05 if own_time else 0.0)
    value -= 0.04 * min(lead.unanswered, UNANSWERED_CAP) + (0.0 if consent else 0.2)
    return round(min(max(value, 0.05), 0.99), 2)
