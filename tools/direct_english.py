"""English direct speech from what was told: "that her samples have arrived" -> "Your samples have arrived." PURE."""

from __future__ import annotations

import re

_MARKS = frozenset(
    "the that i i'll i'm i've i'd we we'll we're we've she she'll she's he he'll he's her his him they if whether is "
    "are have has will can my our you to of and".split()
)
_SURE = frozenset("i i'll i'm i've i'd we we'll we're we've she she'll she's he he'll he's her his my our the".split())
_RAW = frozenset("you your they them their and or but because".split())
_MALE, _FEMALE = frozenset("he he'll he's him his".split()), frozenset("she she'll she's her hers".split())
_VERBS = {
    "is": "are", "has": "have", "was": "were", "does": "do", "isn't": "aren't", "doesn't": "don't", "hasn't": "haven't",
    "wasn't": "weren't", "goes": "go",
}  # fmt: skip
_MODALS = frozenset("will can could would should may might must won't can't couldn't shouldn't 'll had".split())
_FRONTED = _MODALS | frozenset("are were am is was aren't weren't".split())
_ASKS = frozenset("when where why how what if whether".split())
_AFTER_OBJECT = frozenset(
    "a an the at on in by to for with about from later tomorrow today tonight soon again back this next that when if "
    "as and my our some any up".split()
)
_PARTICIPLE = re.compile(r"(?:ed|en)$|^(?:got|had|been|made|read|heard)$")
_I = re.compile(r"i(?:'\w+)?")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def is_english(words: list[str]) -> bool:
    lows = [word.lower() for word in words]
    return lows[0] in _SURE | (_ASKS - {"was"}) and any(low in _MARKS for low in lows)


def spoken(words: list[str]) -> str | None:
    """The sentence to the lead, or None when a word's meaning is not sure."""
    lows = [word.lower() for word in words]
    if set(lows) & _RAW or (set(lows) & _MALE and set(lows) & _FEMALE):
        return None
    if lows[0] in _ASKS:
        return _asked(words, lows)
    made = _to_you(words, lows)
    return _finished(made, ".") if made else None


def _asked(words: list[str], lows: list[str]) -> str | None:
    at = 0 if lows[0] in ("if", "whether") else 1
    if at == 0:
        words, lows = words[1:], lows[1:]
    if len(words) < at + 2 or lows[at] not in ("he", "she", "i", "we"):
        return None
    made = _to_you(words, lows)
    if made is None:
        return None
    subject, verb = made[at], made[at + 1]
    if verb.lower() in _FRONTED:
        said = [*made[:at], verb, subject, *made[at + 2 :]]
    elif verb.lower() == "have" and _PARTICIPLE.search(" ".join(lows[at + 2 : at + 3])):
        said = [*made[:at], "have", subject, *made[at + 2 :]]
    elif lows[at] in ("he", "she") and verb.lower() != lows[at + 1]:
        said = [*made[:at], "do", subject, *made[at + 1 :]]
    else:
        return None
    return _finished(said, "?")


def _to_you(words: list[str], lows: list[str]) -> list[str] | None:
    made: list[str] = []
    for k, low in enumerate(lows):
        after = lows[k + 1] if k + 1 < len(lows) else ""
        if low in ("he", "she"):
            made.append("you")
        elif low in ("he'll", "she'll"):
            made.append("you'll")
        elif low in ("he's", "she's"):
            made.append("you're")
            if re.search(r"(?:ed|got|been)$", after):
                return None
        elif k and lows[k - 1] in ("he", "she"):
            verb = _second_person(low)
            if verb is None:
                return None
            made.append(verb)
        elif low == "him" or (low == "her" and (not after or after in _AFTER_OBJECT)):
            made.append("you")
        elif low in ("his", "her"):
            made.append("your")
        else:
            made.append(low.capitalize() if low in _DAYS or _I.fullmatch(low) else words[k])
    return made


def _second_person(verb: str) -> str | None:
    """ "has" -> "have", "needs" -> "need"; modals and past forms stay; None for what is no verb form."""
    if verb in _VERBS:
        return _VERBS[verb]
    if verb in _MODALS or verb.endswith("ed"):
        return verb
    if re.search(r"(?:ss|sh|ch|x)es$", verb):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else None


def _finished(words: list[str], mark: str) -> str:
    said = " ".join(words)
    return said[:1].upper() + said[1:] + mark
