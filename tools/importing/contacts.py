"""What a file holds: contacts, and for everything left out the reason. PURE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import phonenumbers

MOST = 5_000
_EMAIL = re.compile(r"[^\s@<>,;\"']{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")


class Unreadable(ValueError):
    """A file that is not what it says or holds too much; ``key`` is a locale key's ending."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Said:
    """One line of an exported chat; ``at`` is as the phone showed it (no zone), ``ours`` who wrote."""

    at: datetime
    ours: bool
    text: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One person. ``phone`` is E.164 or "", ``row`` the line or card it came from (1-based)."""

    row: int
    name: str
    phone: str = ""
    email: str = ""
    company: str = ""
    place: str = ""
    note: str = ""
    lines: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was left out: ``reason`` is a locale key's ending, ``shown`` a few letters to find it again."""

    row: int
    reason: str
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    contacts: tuple[Contact, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())


def clean(text: object, most: int = 120) -> str:
    """One line of what can be seen, at most ``most`` characters."""
    seen = _UNSEEN.sub("", str(text or ""))
    return " ".join("".join(c if c.isprintable() else " " for c in seen).split())[:most].strip()


def phone(text: str, region: str) -> str:
    """E.164 of a number as people write it ("0151/234 567", "00 43 ...", "+41 (0)79 ..."), else ""."""
    said = clean(text, 60).replace("(0)", "")
    if not 6 <= sum(c.isdigit() for c in said) <= 16:
        return ""
    forms = [f"+{said}", said] if said[:1] in "123456789" else [said]  # spreadsheets lose the plus sign
    for form in forms:
        try:
            number = phonenumbers.parse(form, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def email(text: str) -> str:
    found = _EMAIL.search(clean(text, 320))
    return found[0].lower() if found else ""


def contact(
    row: int, name: str, phones: Sequence[str], emails: Sequence[str], region: str, **more: str
) -> Contact | Skipped:
    """A contact when there is a way to reach it; the first readable number and address count."""
    number = next((found for each in phones if (found := phone(each, region))), "")
    address = next((found for each in emails if (found := email(each))), "")
    shown = clean(name) or clean(" ".join(phones), 40) or clean(" ".join(emails), 60)
    if not shown:
        return Skipped(row, "empty")
    if not number and not address:
        given = any(clean(each) for each in (*phones, *emails))
        return Skipped(row, "unreadable-address" if given else "no-address", shown)
    company, place = clean(more.get("company")), clean(more.get("place"))
    return Contact(
        row, clean(name) or number or address, number, address, company, place, clean(more.get("note"), 2000)
    )


def gathered(found: Sequence[Contact | Skipped]) -> Parsed:
    """Contacts and skipped in order. Raises Unreadable above ``MOST`` contacts."""
    contacts = tuple(each for each in found if isinstance(each, Contact))
    if len(contacts) > MOST:
        raise Unreadable("too-many")
    return Parsed(contacts, tuple(each for each in found if isinstance(each, Skipped)))
