"""What a lead says about herself that her record should know: a customer, how satisfied, has seen the video. PURE.

Each signal carries the very words it was read from; the rep sees them on the card and changes the record in chat when
they mislead. Questions, wishes, conditions, negations and other people's doings say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

Value = bool | int
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_UNSURE = re.compile(
    r"\b(?:wenn|falls|sobald|ob|würde|wuerde|möchte|moechte|will|werde|vielleicht|if|once|would|could|might"
    r"|maybe|when i"
    r"|i'll|i will|going to|want to|plan to|bald|demnächst|demnaechst|soon|later|später|spaeter)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:nicht|nie|noch nicht|kein\w*|nichts|not|never|no|haven't|hasn't|didn't|isn't|don't|net|nöd|nid)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:mein mann|meine frau|freundin|freund|schwester|bruder|mutter|kollegin|kollege|er|sie hat"
    r"|my (?:husband|wife"
    r"|friend|sister|brother|mother|colleague)|she|he)\b",
    re.IGNORECASE,
)
_CUSTOMER = re.compile(
    r"\b(?:bin|sind|wurde|being|am|i'm|im)\s+(?:\w+\s+){0,3}(?:kund(?:e|in)|stammkund(?:e|in)|customer|client)\b"
    r"|\b(?:hab|habe|haben|hob|i|i've|we|we've)\s+(?:\w+\s+){0,5}(?:bestellt|gekauft|ordered|bought|purchased)\b"
    r"|\b(?:mein\w*|das|die|unsere?|my|the|our)\s+(?:\w+\s+){0,2}(?:paket|bestellung|lieferung|order|package"
    r"|delivery|starterpaket)\s+"
    r"(?:ist\s+|has\s+|war\s+)?(?:\w+\s+){0,2}(?:angekommen|da|eingetroffen|arrived|came)\b",
    re.IGNORECASE,
)
_VIDEO = re.compile(
    r"\b(?:hab|habe|haben|hob|i|i've|we've|we)\s+(?:\w+\s+){0,5}(?:video|clip|film)\w*\s+(?:\w+\s+){0,3}"
    r"(?:angeschaut|angesehen|gesehen|geschaut|angeguckt|fertig)\b"
    r"|\bvideo\s+(?:\w+\s+){0,4}(?:angeschaut|angesehen|gesehen|geschaut|angeguckt)\b"
    r"|\b(?:watched|seen|saw|finished)\s+(?:\w+\s+){0,3}(?:video|clip)\b"
    r"|\b(?:das|the|dein|euer|your)\s+video\s+(?:war|fand|was|hat|gefällt|gefiel)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"(?<![\d.,:])(?P<of>10|[0-9])(?:[.,]0)?\s*(?:/|von|out of|of|aus|auf)\s*(?:der\s+skala\s+(?:bis"
    r"|von)\s+)?10\b",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"\b(?:zufriedenheit|zufrieden|bewertung|note|punkte?n?|gebe|geb|würde ich|rating|rate|satisfaction"
    r"|satisfied|score|give)"
    r"\b[^.\d\n]{0,40}?(?<![\d.,:])(?P<said>10|[0-9])(?![\d:.,/%€]|\s*(?:uhr|euro|tage?|wochen?|monate?|days?"
    r"|weeks?|months?|%))"
    r"|(?<![\d.,:])(?P<front>10|[0-9])\s+(?:punkte?|points?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:(?:eine?|ne|klare|ganz klar|klar|a|an|so|etwa|ca\.?|bestimmt|definitely|ich sage|i'd say|i say)\s+){0,2}"
    r"(?P<bare>10|[0-9])(?:[.,]0)?(?:er)?\W*(?:$|,|\s-|\s–|weil|because|danke|thanks|\.|!)",
    re.IGNORECASE,
)  # fmt: skip
_ASKED = re.compile(r"\b0\s*(?:bis|to|-|–)\s*10\b|\bskala\b|\bscale\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signal:
    """``field`` is the record's: is_customer, satisfaction_score or watched_video; ``quote`` the words behind it."""

    field: str
    value: Value
    quote: str


def read(text: str, before: str = "") -> tuple[Signal, ...]:
    """What a message says for sure; ``before`` is what she was last told (a bare number answers a question only)."""
    found: dict[str, Signal] = {}
    for signal in _signals(text[:4000], before):
        found.setdefault(signal.field, signal)
    return tuple(found.values())


def _signals(text: str, before: str) -> Iterator[Signal]:
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        yield from _satisfied(sentence)
        if sentence.endswith("?") or _UNSURE.search(sentence) or _NOT.search(sentence):
            continue
        if _VIDEO.search(sentence) and not _OTHERS.search(sentence):
            yield Signal("watched_video", True, sentence)
        if _CUSTOMER.search(sentence) and not _OTHERS.search(sentence):
            yield Signal("is_customer", True, sentence)
    if _ASKED.search(before) and (bare := _BARE.match(text.strip())) is not None:
        yield Signal("satisfaction_score", int(bare["bare"]), text.strip()[:200])


def _satisfied(sentence: str) -> Iterator[Signal]:
    if sentence.endswith("?") or re.search(r"\b(?:wenn|falls|if|nicht|not)\b", sentence, re.IGNORECASE):
        return
    scale = _SCALE.search(sentence)
    rated = _RATED.search(sentence)
    if scale is not None:
        yield Signal("satisfaction_score", int(scale["of"]), sentence)
    elif rated is not None:
        yield Signal("satisfaction_score", int(rated["said"] or rated["front"]), sentence)
