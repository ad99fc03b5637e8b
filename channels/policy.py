"""The contact policy: may this message go to this person now? One verdict, always with the rule that decided.

The rules are asked in this order and the first that speaks decides:

1.  ``opted_out``      a suppression; nothing lifts it but the one neutral ``confirmation`` line of the opt-out itself
2.  ``locked``         somebody else of the team works this person for the same purpose: refused, whoever wrote it
3.  ``rep_window``     a message to one of our own people knows only the provider's window, none of the rules below; nor
                        does ``optin``, the neutral mail that asks for a consent
4.  ``paused``         a likely opt-out or a frozen person: automatic refused, a human asked
5.  ``no_consent``     no express consent on record: automatic proactive refused, a human asked for the basis
                        (not when answering a message under 24 hours old: docs/decisions/0004)
6.  ``no_template``    the provider's 24-hour window is closed and no approved template fits: would fail late, refused
7.  ``unanswered``     more than 5 messages without an answer: automatic proactive refused, except long-term nurture
8.  ``pending``        another proactive message already waits for this person: automatic proactive refused
9.  waits of automatic proactive messages: ``away``, ``own_phone`` (her rep writes with her from the phone itself),
    ``nurture_pause``, ``daily_cap``, ``weekly_cap``, ``pacing`` (a young number has sent enough for today),
    ``holiday``, ``quiet_hours``; the verdict names the one that holds longest and ``until`` satisfies them all at once
10. ``window_closed``  a human is asked whether the template may go instead
11. ``quiet_hours`` or ``holiday`` at a human's own words: asked once, with the next allowed moment
12. ``template`` where the window is closed, else ``answer`` (to a message under 24 hours old) or ``ok``

``answers`` holds the rules a human was asked about and answered "do it anyway".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from channels import calendar
from store.types import Origin, Verdict

DAY_GAP = timedelta(hours=24)
WEEK = timedelta(days=7)
WEEKLY_CAP = 3
UNANSWERED_CAP = 5
NURTURE_PAUSE = timedelta(days=60)
NURTURE_GAP = timedelta(days=30)

RULES = (
    "ok",
    "answer",
    "confirmation",
    "optin",
    "template",
    "opted_out",
    "locked",
    "rep_window",
    "paused",
    "no_consent",
    "no_template",
    "unanswered",
    "pending",
    "away",
    "own_phone",
    "nurture_pause",
    "daily_cap",
    "weekly_cap",
    "pacing",
    "holiday",
    "quiet_hours",
    "window_closed",
)
QUIET_RULES = frozenset({"quiet_hours", "holiday"})
_ROUNDS = 50


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known about one message to one person; everything the policy decides on.

    ``now`` and all moments are aware. ``proactive``: not human and not answering an inbound under 24 hours old.
    ``window_closes_at`` is her last inbound + 24 h (None: she never wrote); ``has_window`` says that the provider
    enforces it. ``proactive_at`` are the proactive sends of the last 31 days, ``unanswered`` the messages to her since
    her last inbound, ``pending`` the other proactive messages waiting for her. The message itself counts in none.
    ``locked``: a colleague works this person for the same purpose.
    ``kind``: ``chat``, ``confirmation`` (the one line after an opt-out), ``optin`` (the mail that asks for a consent)
    or ``rep`` (to our own people). ``away_until``: an absence note said so.
    ``taken_until``: her rep writes with her from the own phone. ``line_free_at``: when the account may send
    unasked again (None: now).
    """

    now: datetime
    origin: Origin
    proactive: bool
    channel: str
    zone: str
    region: str | None = None
    opted_out: bool = False
    locked: bool = False
    paused: bool = False
    consent: bool = False
    window_closes_at: datetime | None = None
    has_window: bool = False
    template: str | None = None
    last_sent_at: datetime | None = None
    proactive_at: tuple[datetime, ...] = ()
    unanswered: int = 0
    nurture: bool = False
    nurture_started_at: datetime | None = None
    nurture_at: tuple[datetime, ...] = ()
    answers: frozenset[str] = frozenset()
    pending: int = 0
    line_free_at: datetime | None = None
    kind: str = "chat"
    away_until: datetime | None = None
    taken_until: datetime | None = None

    @property
    def human(self) -> bool:
        return self.origin == "human"

    @property
    def fresh(self) -> bool:
        """Her last message is under 24 hours old."""
        return self.window_closes_at is not None and self.now < self.window_closes_at

    @property
    def automatic_proactive(self) -> bool:
        """Also true for an answer that was held up until the message it answers is a day old."""
        return not self.human and (self.proactive or not self.fresh)

    @property
    def shut_out(self) -> bool:
        """The provider would take nothing but an approved template."""
        return self.has_window and not self.fresh


def decide(contact: Contact) -> Verdict:
    """Sends, waits (``until`` set, always an allowed moment), uses the template, refuses or asks (human origin only).

    Raises ValueError when a moment carries no zone.
    """
    _check_moments(contact)
    return next(verdict for rule in _ORDER if (verdict := rule(contact)) is not None)


def _suppressed(contact: Contact) -> Verdict | None:
    if contact.opted_out and contact.kind != "confirmation":
        return _verdict(contact, "refuse", "opted_out")
    return None


def _locked(contact: Contact) -> Verdict | None:
    """Only the line that confirms an opt-out, and what goes to our own people, concerns nobody's claim."""
    if contact.locked and contact.kind not in ("confirmation", "rep"):
        return _verdict(contact, "refuse", "locked")
    return None


def _special_kind(contact: Contact) -> Verdict | None:
    """Confirmations and messages to our own people: only the provider's window counts."""
    if contact.kind not in ("confirmation", "optin", "rep"):
        return None
    if not contact.shut_out:
        return _verdict(contact, "send", "ok" if contact.kind == "rep" else contact.kind)
    if contact.template:
        return _verdict(contact, "template", "template", template=contact.template)
    return _verdict(contact, "refuse", "rep_window" if contact.kind == "rep" else "no_template", **_window(contact))


def _paused(contact: Contact) -> Verdict | None:
    if not contact.paused or (contact.human and "paused" in contact.answers):
        return None
    return _verdict(contact, "ask" if contact.human else "refuse", "paused")


def _without_consent(contact: Contact) -> Verdict | None:
    if contact.consent or (contact.human and contact.fresh):
        return None
    if contact.human and "no_consent" not in contact.answers:
        return _verdict(contact, "ask", "no_consent", channel=contact.channel)
    if contact.automatic_proactive:
        return _verdict(contact, "refuse", "no_consent", channel=contact.channel)
    return None


def _without_template(contact: Contact) -> Verdict | None:
    if contact.shut_out and not contact.template:
        return _verdict(contact, "refuse", "no_template", **_window(contact))
    return None


def _unanswered(contact: Contact) -> Verdict | None:
    if not contact.automatic_proactive or contact.unanswered <= UNANSWERED_CAP:
        return None
    if contact.nurture and _nurture_start(contact) is not None:
        return None
    return _verdict(contact, "refuse", "unanswered", unanswered=contact.unanswered, cap=UNANSWERED_CAP)


def _pending(contact: Contact) -> Verdict | None:
    if contact.automatic_proactive and contact.pending > 0:
        return _verdict(contact, "refuse", "pending", pending=contact.pending)
    return None


def _waits(contact: Contact) -> Verdict | None:
    """All waits together: from the first moment on, every rule may push on, until none does."""
    if not contact.automatic_proactive:
        return None
    now = contact.now.astimezone(UTC)
    held = (floor for floor in _floors(contact, now) if floor[1] > now)
    first = sorted(held, key=lambda floor: floor[1], reverse=True)
    if not first:
        return None
    moment = now
    for _ in range(_ROUNDS):
        pushed = max((floor for _, floor in _floors(contact, moment)), default=moment)
        if pushed <= moment:
            break
        moment = pushed
    else:
        raise ValueError("the waits of this contact never agree")
    # The sort is stable: of equally long waits the rule that stands first in the documented order is named.
    rule = first[0][0]
    also = sorted({name for name, _ in first} - {rule})
    facts = {**_rule_facts(contact, rule), "also": also}
    return _verdict(contact, "wait", rule, until=moment, **facts)


def _floors(contact: Contact, moment: datetime) -> Iterator[tuple[str, datetime]]:
    """Per rule the earliest moment from ``moment`` on that this rule alone allows."""
    if contact.away_until is not None:
        yield "away", contact.away_until
    if contact.taken_until is not None:
        yield "own_phone", contact.taken_until
    start = _nurture_start(contact)
    if contact.nurture and contact.unanswered > UNANSWERED_CAP and start is not None:
        yield "nurture_pause", start + NURTURE_PAUSE
    if contact.nurture and contact.nurture_at:
        yield "nurture_pause", max(contact.nurture_at) + NURTURE_GAP
    sent = [at for at in (contact.last_sent_at, *contact.proactive_at) if at is not None]
    if sent:
        yield "daily_cap", max(sent) + DAY_GAP
    if contact.proactive_at:
        yield "daily_cap", calendar.day_after(max(contact.proactive_at), contact.zone)
    if len(contact.proactive_at) >= WEEKLY_CAP:
        yield "weekly_cap", sorted(contact.proactive_at)[-WEEKLY_CAP] + WEEK
    if contact.line_free_at is not None:
        yield "pacing", contact.line_free_at
    shut = calendar.closed(moment, contact.zone, contact.region)
    if shut is not None:
        yield shut.rule, calendar.next_open(moment, contact.zone, contact.region)


def _ask_template(contact: Contact) -> Verdict | None:
    if contact.human and contact.shut_out and "window_closed" not in contact.answers:
        return _verdict(contact, "ask", "window_closed", template=contact.template, **_window(contact))
    return None


def _ask_quiet(contact: Contact) -> Verdict | None:
    if not contact.human or contact.answers & QUIET_RULES:
        return None
    shut = calendar.closed(contact.now, contact.zone, contact.region)
    if shut is None:
        return None
    later = calendar.next_open(contact.now, contact.zone, contact.region)
    facts = {**_rule_facts(contact, shut.rule), **_window(contact), "next_allowed": later.isoformat()}
    return _verdict(contact, "ask", shut.rule, **facts)


def _go(contact: Contact) -> Verdict:
    if contact.shut_out:
        return _verdict(contact, "template", "template", template=contact.template)
    return _verdict(contact, "send", "answer" if not contact.human and not contact.proactive else "ok")


_ORDER: tuple[Callable[[Contact], Verdict | None], ...] = (
    _suppressed,
    _locked,
    _special_kind,
    _paused,
    _without_consent,
    _without_template,
    _unanswered,
    _pending,
    _waits,
    _ask_template,
    _ask_quiet,
    _go,
)


def _nurture_start(contact: Contact) -> datetime | None:
    """A nurture of unknown start began no later than its first message, or when she last heard of us."""
    return contact.nurture_started_at or min(contact.nurture_at, default=contact.last_sent_at)


def _rule_facts(contact: Contact, rule: str) -> dict[str, Any]:
    """The numbers behind a wait or a quiet-hours question, JSON-able; names of holidays per language."""
    if rule == "holiday":
        shut = calendar.closed(contact.now, contact.zone, contact.region)
        named = shut.holiday if shut else None
        return {"holiday": {"de": named.de, "en": named.en}, "day": named.day.isoformat()} if named else {}
    if rule == "weekly_cap":
        return {"cap": WEEKLY_CAP, "days": WEEK.days, "count": _within_week(contact)}
    if rule == "daily_cap":
        sent = [at for at in (contact.last_sent_at, *contact.proactive_at) if at is not None]
        return {"cap": 1, "last_sent_at": max(sent).isoformat()}
    if rule == "nurture_pause":
        return {"unanswered": contact.unanswered, "gap_days": NURTURE_GAP.days, "pause_days": NURTURE_PAUSE.days}
    return {"opens": calendar.OPENS.isoformat("minutes"), "closes": calendar.CLOSES.isoformat("minutes")}


def _within_week(contact: Contact) -> int:
    return sum(1 for at in contact.proactive_at if at > contact.now - WEEK)


def _window(contact: Contact) -> dict[str, Any]:
    if not contact.has_window:
        return {}
    closes = contact.window_closes_at
    return {"window_closes_at": closes.isoformat() if closes else None}


def _verdict(contact: Contact, action: Any, rule: str, *, until: datetime | None = None, **facts: Any) -> Verdict:
    local = contact.now.astimezone(calendar.zone_info(contact.zone))
    common: dict[str, Any] = {"local": local.isoformat(), "zone": contact.zone, "origin": contact.origin}
    if until is not None:
        common["until"] = until.isoformat()
    return Verdict(action, rule, {**common, **facts}, until)


def _check_moments(contact: Contact) -> None:
    single = (
        contact.now,
        contact.window_closes_at,
        contact.last_sent_at,
        contact.nurture_started_at,
        contact.away_until,
        contact.taken_until,
        contact.line_free_at,
    )
    for at in (*single, *contact.proactive_at, *contact.nurture_at):
        if at is not None and at.tzinfo is None:
            raise ValueError("a moment without a zone reached the contact policy")
