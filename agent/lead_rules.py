"""What leads say, as rules: intent -> (weight, pattern); the patterns stand in ``lead_rules.txt``. PURE after import.

Weights: strong says it outright, medium says it in context, weak hints. Rules of intents in ``POSITIVE`` do not count
inside a negated clause ("kein Interesse" is no interest); all others hold their own negation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from agent.lead_patterns import Pattern, compile_lines
from agent.lead_text import Sentence
from agent.lexicon import sections, words

POSITIVE: Final = frozenset({"buy", "interest", "appointment"})
STRONG, MEDIUM, WEAK = 4.0, 2.5, 1.2
_WEIGHTS: Final = {"strong": STRONG, "medium": MEDIUM, "weak": WEAK}


def _load() -> dict[str, tuple[tuple[float, Pattern], ...]]:
    classes = {name: " ".join(words(lines)) for name, lines in sections("lead_classes").items()}
    rules: dict[str, tuple[tuple[float, Pattern], ...]] = {}
    for heading, lines in sections("lead_rules").items():
        intent, weight = heading.split()
        compiled = compile_lines(lines, classes)
        rules[intent] = (*rules.get(intent, ()), *((_WEIGHTS[weight], pattern) for pattern in compiled))
    return rules


RULES: Final = _load()
_FLAT: Final = [(intent, weight, pattern) for intent, rules in RULES.items() for weight, pattern in rules]
_ALWAYS: Final = [place for place, (_, _, pattern) in enumerate(_FLAT) if pattern.probe is None]


def _by_key() -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, (_, _, pattern) in enumerate(_FLAT):
        for key in pattern.probe or ():
            found[key].append(place)
    return dict(found)


_BY_KEY: Final = _by_key()


def possible(sentence: Sentence) -> Iterator[tuple[str, float, Pattern]]:
    """(intent, weight, pattern) of the few rules of over a thousand that a sentence's words leave possible."""
    places = {place for key in sentence.keys for place in _BY_KEY.get(key, ())}
    return (_FLAT[place] for place in (*_ALWAYS, *places))
