"""Slips of the keyboard in the long words of the date grammar: "donnersatg", "tommorow", "nachmitag"."""

from __future__ import annotations

from store.date_words import (
    ADVERB_PARTS,
    COUNTED,
    DAY_OFFSETS,
    EVENTS,
    GREETINGS,
    HABITUAL,
    MONTHS,
    NOUN_PARTS,
    NUMBERS,
    ORDINALS,
    PERIODS,
    SHIFTS,
    UNITS,
    VAGUE,
    WEEKDAYS,
    word_set,
)

_REAL_WORDS = word_set("mogen frida naechten nachten mitten sontag kommen monte stunt marts")
_SLIPPY = word_set(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday saturday "
    "sunday morgen übermorgen tomorrow nächsten nächste kommenden januar februar oktober november dezember september "
    "august january february october december minuten stunden wochen monaten minutes nachmittag vormittag mitternacht "
    "dreiviertel viertel"
)


def _slips() -> dict[str, str]:
    """One letter missing, doubled or two swapped (never the first letter) -> the word that was meant."""
    known = set().union(
        NUMBERS, ORDINALS, DAY_OFFSETS, WEEKDAYS, MONTHS, UNITS, PERIODS, SHIFTS, NOUN_PARTS, ADVERB_PARTS
    )
    known |= _REAL_WORDS | HABITUAL | VAGUE | GREETINGS | COUNTED | EVENTS
    found: dict[str, str] = {}
    for word in sorted(_SLIPPY):
        cut = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
        doubled = {word[:i] + word[i] + word[i:] for i in range(1, len(word))}
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
        for slip in cut | doubled | swapped:
            if slip not in known and len(slip) >= 5:
                found.setdefault(slip, word)
    return found


SLIPS = _slips()
