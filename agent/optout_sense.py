"""How much a message sounds like "no more" to somebody who has read a few thousand: a second opinion beside the rules.

A linear model over canonical words, neighbours, runs of letters and what the rules of ``optout.txt`` found. Its weights
stand in ``optout_weights.txt``, learnt by ``python -m benchmarks.optout --write`` from the tests' judged messages.
It never stops a contact by itself: what only it hears is asked of the rep, and what the rules hold certain it may bring
down to a question or to nothing (docs/decisions/0007). PURE after import.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from agent import optout_rules as rules
from agent.lead_text import LeadText, Sentence

LIKELY: Final = 0.5  # log odds from which the rep is asked though the rules know of nothing
DOUBTED: Final = -1.0  # below: what the rules hold certain is asked of the rep first
EXCUSED: Final = 2.5  # what is added to LIKELY where the rules know the phrase and excuse it
SHORT: Final = 1.0  # and for messages of few words
DENIED: Final = -2.0  # below: what the rules find likely was none
_WEIGHTS: Final = Path(__file__).with_name("optout_weights.txt")
_FAMILIES: Final = {
    "contact": rules.CONTACT,
    "remove": rules.REMOVE,
    "likely": rules.LIKELY,
    "vague": rules.VAGUE,
    "limited": rules.LIMITED,
    "limited before": rules.LIMITED_BEFORE,
    "alternative": rules.ALTERNATIVE,
    "offered": rules.OFFERED,
    "first person": rules.FIRST_PERSON,
    "reported": rules.REPORTED,
    "asking": rules.ASKING,
    "receiving": rules.RECEIVING,
    "foreign": rules.FOREIGN,
    "go on": rules.GO_ON,
    "paused": rules.PAUSED_INFINITIVES,
}
_STEM: Final = 5
_NEAR: Final = 4
_ME: Final = frozenset("mich mir me my meine".split())
_HEAD, _TAIL = 800, 400  # canonical letters of a long message whose runs of letters are weighed


def features(message: LeadText) -> frozenset[str]:
    """What of a message is weighed: words, neighbours, runs of letters, its length, families of rules met."""
    found = {f"length {min(sum(len(s.tokens) for s in message.sentences) // 4, 5)}"}
    for sentence in message.sentences:
        found |= _said(sentence)
        found |= {f"@{name}" for name, known in _FAMILIES.items() if any(p.search(sentence) for p in known)}
    return frozenset(found | _letters("".join(sentence.text for sentence in message.sentences)))


def _said(sentence: Sentence) -> set[str]:
    words = ["^", *sentence.text.split(), "$"]
    stems = [word[:_STEM] for word in words if word != ","]
    found = {*words, *(f"{word[:4]}*" for word in words if len(word) > 4)}
    found |= {f"{a} {b}" for a, b in pairwise(stems)}
    found |= {f"{a} _ {b}" for a, b in zip(stems, stems[2:], strict=False)}
    found |= {f"{a} {b} {c}" for a, b, c in zip(stems, stems[1:], stems[2:], strict=False)}
    found |= _denied(words) | _of_me(words)
    tokens = set(words)
    marks = {"?": sentence.question, "@if": tokens & rules.CONDITIONS, "@not": tokens & rules.NEGATORS}
    return found | {mark for mark, there in marks.items() if there}


def _denied(words: Sequence[str]) -> set[str]:
    """What stands within four words of a negation, before it and behind it."""
    found: set[str] = set()
    for place, word in enumerate(words):
        if word in rules.NEGATORS or word.startswith("kein"):
            found |= {f"<not {near[:_STEM]}" for near in words[max(0, place - _NEAR) : place]}
            found |= {f"not> {near[:_STEM]}" for near in words[place + 1 : place + 1 + _NEAR]}
    return found


def _of_me(words: Sequence[str]) -> set[str]:
    """The words of a sentence in which the writer is the object."""
    return {f"{me} & {word[:_STEM]}" for me in _ME.intersection(words) for word in words}


def _letters(text: str) -> set[str]:
    """Runs of three to five letters, marked so that none is taken for a word."""
    if len(text) > _HEAD + _TAIL:
        text = f"{text[:_HEAD]} {text[-_TAIL:]}"
    text = text.replace(" ", "_")
    return {f"~{text[at : at + size]}" for size in (3, 4, 5) for at in range(len(text) - size + 1)}


def score(found: frozenset[str], weights: Mapping[str, float]) -> float:
    """The log odds of an opt-out; ``weights`` holds the bias under ""."""
    known = [weights[feature] for feature in found if feature in weights]
    return weights[""] + sum(known) / math.sqrt(max(1, len(known)))


@cache
def _weights() -> dict[str, float]:
    lines = (line.rpartition("\t") for line in _WEIGHTS.read_text("utf-8").splitlines())
    return {feature: float(weight) for feature, _, weight in lines}


def heard(message: LeadText, weights: Mapping[str, float] | None = None) -> float:
    """The log odds that the message is an opt-out, by ``weights`` or what was learnt."""
    return score(features(message), _weights() if weights is None else weights)
