"""Contacts out of vCards (2.1, 3.0, 4.0), one or thousands in a file; a broken card spoils only itself. PURE."""

from __future__ import annotations

import re
from typing import Any

import vobject

from tools.importing import contacts
from tools.importing.contacts import Contact, Parsed, Skipped, Unreadable
from tools.importing.tables import decoded

_CARD = re.compile(r"^BEGIN:VCARD\s*$.*?^END:VCARD\s*$", re.MULTILINE | re.DOTALL | re.IGNORECASE)
# The parser's ways to fail on cards that are none; each means that this one cannot be read.
_BROKEN = (vobject.base.VObjectError, ValueError, AttributeError, LookupError, TypeError, AssertionError)
# Numbers without a country's code belong to the country of the card's own address.
_COUNTRIES = {
    **dict.fromkeys(("deutschland", "germany", "de"), "DE"),
    **dict.fromkeys(("österreich", "austria", "at"), "AT"),
    **dict.fromkeys(("schweiz", "switzerland", "suisse", "svizzera", "ch"), "CH"),
    **dict.fromkeys(("liechtenstein", "li"), "LI"),
}
_LONGEST = 200_000  # photos are left out before reading; nothing else is this long
_PHOTO = re.compile(r"^(?:item\d+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:].*(?:\r?\n[ \t].*)*", re.MULTILINE | re.IGNORECASE)


def read(content: bytes, region: str) -> Parsed:
    """Raises Unreadable when there is no card at all."""
    text = decoded(content)
    found: list[Contact | Skipped] = []
    for number, match in enumerate(_CARD.finditer(text), start=1):
        found.append(_card(number, _PHOTO.sub("", match[0]), region))
    if not found:
        raise Unreadable("nothing-inside")
    return contacts.gathered(found)


def _card(number: int, text: str, region: str) -> Contact | Skipped:
    if len(text) > _LONGEST:
        return Skipped(number, "unreadable-card")
    try:
        card = vobject.readOne(text, ignoreUnreadable=True, allowQP=True)
    except _BROKEN:
        return Skipped(number, "unreadable-card", contacts.clean(_named(text), 60))
    values = {name: [_plain(part.value) for part in card.contents.get(name, [])] for name in ("fn", "n", "org", "note")}
    numbers = [_plain(part.value).removeprefix("tel:") for part in card.contents.get("tel", [])]
    addresses = [_plain(part.value) for part in card.contents.get("email", [])]
    homes = [part.value for part in card.contents.get("adr", []) if hasattr(part.value, "city")]
    places = [contacts.clean(_plain(home.city)) for home in homes]
    region = next((found for home in homes if (found := _COUNTRIES.get(_plain(home.country).casefold()))), region)
    name = next((value for value in (*values["fn"], *values["n"], *values["org"]) if contacts.clean(value)), "")
    more = {"company": next(iter(values["org"]), ""), "place": next((p for p in places if p), "")}
    return contacts.contact(number, name, numbers, addresses, region, **more, note=" ".join(values["note"]))


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return " ".join(str(part) for part in value)
    return str(value)


def _named(text: str) -> str:
    found = re.search(r"^FN[^:\n]*:(.*)$", text, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""
