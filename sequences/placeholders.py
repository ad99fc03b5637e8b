"""``{{first_name}}`` in message texts: fixed names, one pass, a value is never scanned again (SAFETY wall 9)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

NAMES: frozenset[str] = frozenset(
    {"first_name", "name", "company", "interest", "sender", "sender_first_name", "team", "video_link", "booking_link"}
)
ALIASES: Mapping[str, str] = {
    "vorname": "first_name",
    "absender": "sender",
    "firma": "company",
    "interesse": "interest",
    "firstname": "first_name",
}
# A greeting reads well without the name: "Hallo {{first_name}}," becomes "Hallo,".
OPTIONAL: frozenset[str] = frozenset({"first_name", "name"})
MAX_VALUE = 200
_BRACES = re.compile(r"(?<!\{)\{\{([^{}]*)\}\}(?!\})")
_WIDE_SPACE = re.compile(r"\s+")
_TITLES = frozenset(
    "dr prof mag ing dipl med rer nat phil jur msc bsc mba frau herr hr fr mr mrs ms miss mister fam familie".split()
)


class PlaceholderError(ValueError):
    """A text that cannot be used: ``message_key`` is a locale key, ``name`` what stood between the braces."""

    def __init__(self, message_key: str, name: str, column: int = 0) -> None:
        super().__init__(f"{message_key}: {name}")
        self.message_key = message_key
        self.name = name
        self.column = column


class MissingValue(ValueError):
    """Placeholders that have no value for this lead: the text must not be sent."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def check(text: str, own: Collection[str] = ()) -> tuple[str, ...]:
    """The names a text uses, in order and once each; raises PlaceholderError for unknown names and stray braces.

    ``own`` are further names that count as known, spelled as they stand in the text ("1", "discount").
    """
    found: dict[str, None] = {}
    for match in _BRACES.finditer(text):
        found[_known(match[1], match.start() + 1, own)] = None
    rest = _BRACES.sub(lambda match: " " * len(match[0]), text)
    stray = max(rest.find("{{"), rest.find("}}"))
    if stray >= 0:
        raise PlaceholderError("placeholder-braces", text[stray : stray + 20], stray + 1)
    return tuple(found)


def missing(text: str, values: Mapping[str, str], own: Collection[str] = ()) -> tuple[str, ...]:
    """Names that a text needs and this lead has no value for (a missing name of the person never counts)."""
    return tuple(name for name in check(text, own) if name not in OPTIONAL and not _clean(values.get(name, "")))


def fill(text: str, values: Mapping[str, str], own: Mapping[str, str] = MappingProxyType({})) -> str:
    """The finished text. Raises PlaceholderError for an unusable text and MissingValue for missing values.

    Values lose line breaks, control characters and everything beyond 200 characters: they may come from strangers.
    ``own`` values go before ``values`` and may have any name.
    """
    values = {**values, **own}
    lacking = missing(text, values, own)
    if lacking:
        raise MissingValue(lacking)
    parts: list[str] = []
    position = 0
    for match in _BRACES.finditer(text):
        parts.append(text[position : match.start()])
        value = _clean(values.get(_known(match[1], match.start() + 1, own), ""))
        if not value:
            parts[-1] = parts[-1].rstrip(" ")
        parts.append(value)
        position = match.end()
    return "".join([*parts, text[position:]]).strip()


def filled(text: str, values: Mapping[str, str], own: Mapping[str, str] = MappingProxyType({})) -> str | None:
    """``fill``, or None where there is no such text for this lead."""
    try:
        return fill(text, values, own) or None
    except (MissingValue, PlaceholderError):
        return None


def first_name(name: str) -> str:
    """What one calls a person: "Dr. Anna-Lena Berger" and "Berger, Anna-Lena" -> "Anna-Lena"; "" for a number."""
    if "," in name:
        family, _, given = name.partition(",")
        name = f"{given} {family}"
    for word in name.split():
        plain = "".join(char for char in word if char.isalpha() or char in "-'’.").strip("-'’.")
        # "Dr.", "Dipl.-Ing." and a bare initial are no names
        if len(plain) > 1 and plain.casefold().replace(".", "").split("-")[0] not in _TITLES:
            return plain
    return ""


def _known(raw: str, column: int, own: Collection[str]) -> str:
    if raw.strip() in own:
        return raw.strip()
    name = raw.strip().casefold()
    name = ALIASES.get(name, name)
    if name not in NAMES:
        raise PlaceholderError("placeholder-unknown", raw.strip()[:40], column)
    return name


def _clean(value: str) -> str:
    visible = "".join(char if char.isprintable() else " " for char in value)
    return _WIDE_SPACE.sub(" ", visible).strip()[:MAX_VALUE]
