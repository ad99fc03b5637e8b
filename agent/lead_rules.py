"""What leads say, as rules: intent -> (weight, pattern); the patterns stand in ``lead_rules.txt``. PURE after import.

Weights: strong says it outright, medium says it in context, weak hints. Rules of intents in ``POSITIVE`` do not count
inside a negated clause ("kein Interesse" is no interest); all others hold their own negation.
"""

from __future__ import annotations

from typing import Final

from agent.lead_patterns import Pattern, compile_lines
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
