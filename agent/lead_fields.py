"""Word fields: single words that speak for an intent where no phrase is recognised (``lead_fields.txt``). PURE."""

from __future__ import annotations

from typing import Final

from agent.lead_text import LEMMAS, fold
from agent.lexicon import sections, words

_WEIGHTS: Final = {"clear": 1.6, "faint": 0.6}
_MOST: Final = 3.0

_Exact = dict[str, list[tuple[str, float]]]
_Prefixes = dict[str, list[tuple[str, str, float]]]


def _build() -> tuple[_Exact, _Prefixes]:
    exact: _Exact = {}
    prefixes: _Prefixes = {}
    for heading, lines in sections("lead_fields").items():
        intent, kind = heading.split()
        for word in words(lines):
            core = fold(word.strip("*"))
            if word.endswith("*"):
                prefixes.setdefault(core[:3], []).append((core, intent, _WEIGHTS[kind]))
            else:
                exact.setdefault(LEMMAS.get(core, core), []).append((intent, _WEIGHTS[kind]))
    return exact, prefixes


_EXACT, _PREFIXES = _build()


def evidence(tokens: list[str]) -> dict[str, float]:
    """Intent -> summed weight of its distinct field words among canonical tokens, at most 3 each."""
    sums: dict[str, float] = {}
    for token in dict.fromkeys(tokens):
        best: dict[str, float] = {}
        for intent, weight in _EXACT.get(token, ()):
            best[intent] = max(best.get(intent, 0.0), weight)
        for core, intent, weight in _PREFIXES.get(token[:3], ()):
            if token.startswith(core):
                best[intent] = max(best.get(intent, 0.0), weight)
        for intent, weight in best.items():
            sums[intent] = min(_MOST, sums.get(intent, 0.0) + weight)
    return sums
