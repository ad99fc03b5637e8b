"""Words by which facts are found: numbers, calendars, units, places, topics; they stand in ``extraction.txt``. PURE."""

from __future__ import annotations

from typing import Final

from agent.lexicon import sections, words

_TEXT: Final = sections("extraction")


def _any_of(section: str) -> str:
    """The section's words as alternatives of a regular expression, in their order."""
    return "|".join(words(_TEXT[section]))


NUMBERS: Final = _any_of("numbers")
ONE: Final = _any_of("one")
AMOUNT: Final = r"\d{1,3}(?:[.' ]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
CURRENCY: Final = _any_of("currency")
MONTHS: Final = _any_of("months")
DAYS: Final = _any_of("days")
PARTS: Final = _any_of("parts")
PRODUCT_NOUNS: Final = _any_of("product nouns")
UNITS: Final = _any_of("units")
RELATIONS: Final = _any_of("relations")
ASKED: Final = (
    r"(?:reden? sie mit|sprechen sie mit|talk to|speak to|speak with|talk with"
    r"|mit(?=\s\w{2,20}\s(?:reden|sprechen|quatschen))"
    r"|frag|schreib|kontaktier|ruf|sprich|ask|text|message|call|contact|try)(?:e|en sie|t)?"
    r"(?:\s(?:doch|mal|bitte|am besten|lieber|ruhig|einfach|mit|with|to|my friend|meinen? \w{3,12}))*"
    r"(?:\s(?:den|die|der|dem|herrn?|frau))?"
)
# (German label, English label, stems): the label is what may be said back, whatever spelling the lead used.
TOPICS: Final[tuple[tuple[str, str, list[str]], ...]] = tuple(
    (german.strip(), english.strip(), stems.split())
    for german, english, stems in (line.split("=") for line in _TEXT["topics"])
)
PLACES: Final = frozenset(words(_TEXT["places"]))
# Capitalised words after "in", "bei", "ich bin" that are no names.
NO_NAME: Final = frozenset(words(_TEXT["no name"]))
