"""How promising a lead is after this message: seven factors, 0-100, with the reason of each. PURE.

Source of maxima and points: MISSION C3. raw = sum of points (at most 147), value = round(100 * raw / 147);
HOT from 60, WARM from 40, COLD below. With ``previous`` the band only falls when the value is at least
``HYSTERESIS`` below that band's floor, so that a lead at the border does not flicker between two answers; it rises at
once. A score only orders work: it never decides about a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from store.types import INTENTS, Analysis, Factor, Quality, Score

MAXIMUM: Final = 147
HOT_FLOOR: Final = 60
WARM_FLOOR: Final = 40
HYSTERESIS: Final = 5
REGION: Final = "DE"

INTENT_POINTS: Final[Mapping[str, int]] = {
    "buy": 50,
    "interest": 40,
    "appointment": 40,
    "question": 30,
    "referral": 25,
    "price_objection": 20,
    "time_objection": 20,
    "trust_objection": 20,
    "later": 15,
    "support": 10,
    "greeting": 5,
}
URGENCY_POINTS: Final[Mapping[str, int]] = {"high": 30, "medium": 15, "low": 0}
CHANNEL_POINTS: Final[Mapping[str, int]] = {
    "whatsapp": 10,
    "telegram": 10,
    "instagram": 7,
    "website": 7,
    "web": 7,
    "email": 5,
}
DATA_KINDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("company", ("company",)),
    ("place", ("place",)),
    ("budget", ("budget", "quantity")),
    ("date", ("date",)),
)
REASONS: Final[tuple[str, ...]] = (
    *(f"intent_{intent}" for intent in INTENTS),
    *(f"urgency_{urgency}" for urgency in URGENCY_POINTS),
    *("phone_and_email_valid", "phone_valid", "email_valid", "contact_none"),
    *("channel_whatsapp", "channel_telegram", "channel_instagram", "channel_website", "channel_email", "channel_other"),
    *("data_none", "data_one", "data_two", "data_three", "data_four"),
    *("length_long", "length_short", "length_empty", "bonus_name_and_contact", "bonus_none"),
)
_LEVELS: Final[tuple[tuple[Quality, int], ...]] = (("hot", HOT_FLOOR), ("warm", WARM_FLOOR))
_LONG: Final = 20
_EMAIL = re.compile(
    r"(?=.{3,254}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,8}"
    r"@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,5}[^\W\d_]{2,24}"
)


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """What is known of how to reach a person; ``channel`` is the one the message came by."""

    phone: str | None
    email: str | None
    name: str
    channel: str


def score(analysis: Analysis, contact: ContactFacts, message: str, previous: Quality | None = None) -> Score:
    """The seven factors in the order of MISSION C3, their value and the band (with hysteresis when ``previous``)."""
    phone, email = valid_phone(contact.phone), valid_email(contact.email)
    factors = (
        _intent(analysis),
        Factor("urgency", URGENCY_POINTS[analysis.urgency], 30, f"urgency_{analysis.urgency}"),
        _contact(phone, email),
        _channel(contact.channel),
        _data(analysis),
        _length(message),
        _bonus(contact.name, phone or email),
    )
    value = round(100 * sum(f.points for f in factors) / MAXIMUM)
    return Score(value, band(value, previous), factors)


def band(value: int, previous: Quality | None = None) -> Quality:
    """The band of a value; one held before is kept until the value is HYSTERESIS below its floor."""
    held = {"hot": 2, "warm": 1, "cold": 0, None: 0}[previous]
    for rank, (quality, floor) in zip((2, 1), _LEVELS, strict=True):
        if value >= floor or (held >= rank and value > floor - HYSTERESIS):
            return quality
    return "cold"


@lru_cache(maxsize=2048)
def valid_phone(phone: str | None) -> bool:
    """Whether it is a number that can exist; national forms are read as German, bare digits also as international."""
    if not phone or not (6 <= sum(c.isdigit() for c in phone) <= 17) or len(phone) > 40:
        return False
    import phonenumbers  # 20 ms to import: only when a number is there to be checked

    digits = "".join(c for c in phone if c.isdigit())
    forms = [phone] if phone.strip().startswith(("+", "0")) else [phone, f"+{digits}"]
    for form in forms:
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(form, REGION)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def valid_email(email: str | None) -> bool:
    """Whether it has the form of an address people use: no quotes, a domain with a dot."""
    return bool(email and _EMAIL.fullmatch(email.strip()))


def _intent(analysis: Analysis) -> Factor:
    return Factor("intent", INTENT_POINTS.get(analysis.intent, 0), 50, f"intent_{analysis.intent}")


def _contact(phone: bool, email: bool) -> Factor:
    reason = (
        "phone_and_email_valid"
        if phone and email
        else "phone_valid"
        if phone
        else "email_valid"
        if email
        else "contact_none"
    )
    return Factor("contact", 20 * phone + 10 * email, 30, reason)


def _channel(channel: str) -> Factor:
    name = channel.strip().casefold()
    points = CHANNEL_POINTS.get(name, 0)
    return Factor(
        "channel", points, 10, f"channel_{'website' if name == 'web' else name}" if points else "channel_other"
    )


def _data(analysis: Analysis) -> Factor:
    kinds = {fact.kind for fact in analysis.facts}
    known = [name for name, options in DATA_KINDS if kinds.intersection(options)]
    return Factor("data", 3 * len(known), 12, f"data_{('none', 'one', 'two', 'three', 'four')[len(known)]}")


def _length(message: str) -> Factor:
    size = len(message.strip())
    points, reason = (10, "length_long") if size >= _LONG else (5, "length_short") if size else (0, "length_empty")
    return Factor("length", points, 10, reason)


def _bonus(name: str, reachable: bool) -> Factor:
    given = bool(name.strip()) and reachable
    return Factor("bonus", 5 if given else 0, 5, "bonus_name_and_contact" if given else "bonus_none")
