"""Which intent a lead's message has: the rules' weights, then the arbitration between intents. PURE.

The strongest rule of an intent counts whole and further ones a little; negation holds inside its clause; what follows
"aber" counts more than what stands before it; single words help where no phrase is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from agent import lead_words
from agent.lead_fields import evidence
from agent.lead_rules import MEDIUM, POSITIVE, STRONG, possible
from agent.lead_text import LEMMAS, LeadText, Sentence, fold
from store.types import INTENTS, Fact

ENOUGH: Final = 1.3
SURE: Final = STRONG * 0.9

_NEGATORS: Final = frozenset(LEMMAS.get(fold(w), fold(w)) for w in lead_words.NEGATORS)
_WINDOW = re.compile(r" (?:,|und|and|oder|or|dass|weil|because|wenn|ob|da|sonst|also) ")
_TURNS: Final = (" aber ", " but ", " however ", " jedoch ")
_IF = re.compile(r"^(?: \S+){0,2} (?:wen|fals|if|angenomen|suppose) ")
_TOO_MUCH = re.compile(r" (?:zu viel|to much|viel geld|heftig|krass|wow|uf|puh|boah|ganz schon|a lot|a bit much) ")
_ASKS_WHETHER = re.compile(
    r" (?:sagen?|wisen|verraten|erklaren|tell|say|know)(?: (?!someone|somebody|jemand|wen )\S+)?"
    r" ,? ?(?:ob|if|whether|was|wie|wan|wo|wer|what|how|when|where|who) (?!geht|you )"
)
_ASK_SOMEBODY = re.compile(
    r" (?:fragt?|fragen|schreib|kontaktier\w*|sprich|sprechen|wende\w*|ask|contact|talk|speak) (?!mich |mir |me |uns )"
)
_SUITS = re.compile(r" (?:passt|pasen|past|ginge|recht ware|suits?|works?) ")
# "Does one get the money back if it does not work?" asks beforehand; nothing has gone wrong yet.
# "Bin bis Montag nicht da", "sind im Urlaub bis 6.12.": a person says herself what an absence note says.
_GONE = r"(?:nicht da|weg|ver?reist|unterwegs|krank|urlaub|ferien|reisen|krankenhaus|nicht er?eichbar|nicht im buro)"
_ABSENT = re.compile(
    rf" (?:bin|sind) (?:\S+ ){{0,4}}bis (?:\S+ ){{1,5}}{_GONE} "
    rf"| (?:bin|sind) (?:\S+ ){{0,3}}{_GONE} (?:\S+ ){{0,2}}bis "
)
_BEFOREHAND = re.compile(r" (?:man|one) .* (?:wen|fals|if) ")
_OBJECTIONS: Final = ("price_objection", "time_objection", "trust_objection")
_SETTLED: Final = ("support", "referral", "appointment", "buy", "later", *_OBJECTIONS)
_MAX_SENTENCES: Final = 40
_HELPING: Final = 0.3


def scores_of(message: LeadText, facts: tuple[Fact, ...] = ()) -> dict[str, float]:
    """Weight of every intent of ``INTENTS``; below ENOUGH nothing is known. ``opt_out`` is not judged here."""
    sentences = message.sentences[:_MAX_SENTENCES]
    scores = dict.fromkeys(INTENTS, 0.0)
    for intent, found in _hits(sentences).items():
        hits = sorted(found, reverse=True)
        scores[intent] = hits[0] + 0.2 * min(sum(hits[1:4]), 6.0)
    _by_facts(scores, message, {fact.kind for fact in facts})
    _between(scores, message, {fact.kind for fact in facts})
    tokens = [token for sentence in sentences for token in sentence.tokens]
    denied = not _NEGATORS.isdisjoint(tokens)
    for intent, weight in evidence(tokens).items():
        share = _HELPING if scores[intent] else 1.0
        scores[intent] += weight * share * (0.6 if denied and intent in POSITIVE else 1.0)
    return scores


def size_of(message: LeadText) -> int:
    """Number of words."""
    return sum(len(sentence.tokens) for sentence in message.sentences)


def _hits(sentences: Sequence[Sentence]) -> dict[str, list[float]]:
    """The weights of every intent's rules that match."""
    hits: dict[str, list[float]] = defaultdict(list)
    for sentence in sentences:
        for intent, weight, pattern in possible(sentence):
            found = pattern.search(sentence)
            if found is not None and not (intent in POSITIVE and _negated(sentence.text, found)):
                hits[intent].append(weight * _position(sentence.text, found.start()))
    return hits


def _negated(text: str, found: re.Match[str]) -> bool:
    """Whether a negator stands in the clause of the match (idioms like "kein Problem" are single tokens by then)."""
    start, end = found.span()
    before = [m.end() for m in _WINDOW.finditer(text, 0, start + 1) if m.end() - 1 <= start]
    left = before[-1] - 1 if before else 0
    following = _WINDOW.search(text, max(end - 1, 0))
    right = following.start() if following else len(text)
    return not _NEGATORS.isdisjoint(text[left:right].split())


def _position(text: str, start: int) -> float:
    """What stands before "aber" is politeness, what follows is meant."""
    turn = max(text.find(word) for word in _TURNS)
    if turn < 0:
        return 1.0
    return 0.7 if start < turn else 1.15


def _by_facts(s: dict[str, float], message: LeadText, kinds: set[str]) -> None:
    """What the facts of the message say about its intent: a clock time, a price, a named person."""
    words, texts = size_of(message), [sentence.text for sentence in message.sentences]
    if kinds & {"price", "budget"} and any(map(_TOO_MUCH.search, texts)):
        s["price_objection"] = max(s["price_objection"], STRONG)
    if any(sentence.question for sentence in message.sentences):
        s["question"] = max(s["question"], 2.0) + 0.3
    if "person" in kinds and any(map(_ASK_SOMEBODY.search, texts)) and s["later"] < STRONG:
        s["referral"] = max(s["referral"], STRONG)
    if "date" in kinds and any(map(_SUITS.search, texts)):
        s["appointment"] = max(s["appointment"], STRONG)
    if s["appointment"] < MEDIUM * 0.8 and words > 5:
        s["appointment"] = 0.0
    if "time" in kinds:
        s["appointment"] += 1.0 if s["appointment"] > 0 else 0.0
        s["appointment"] = max(s["appointment"], 3.0 if words <= 6 else 0.0)
    dated = bool(kinds & {"time", "date"}) and words <= 14 and s["appointment"] > 0
    if dated and max(s["support"], s["later"], s["buy"]) < STRONG:
        s["appointment"] += 1.0


def _between(s: dict[str, float], message: LeadText, kinds: set[str]) -> None:
    """Who wins where two intents stand in one message: the objection over the interest it is wrapped in, and so on."""
    objection = max(s[name] for name in _OBJECTIONS)
    asked = max(s["question"], s["interest"])
    if s["buy"] >= SURE:
        s["buy"] *= 0.5 if any(_IF.search(sentence.text) for sentence in message.sentences) else 1.0
        s["question"] *= 0.7
    if s["later"] >= STRONG:
        s["appointment"] *= 1.0 if "time" in kinds else 0.8
        if objection >= SURE and "date" not in kinds:
            s["later"] *= 0.75
        elif s["time_objection"] >= STRONG:
            s["later"] += 1.0
    # The dot of "11. Dezember" parts sentences.
    if _ABSENT.search(f" {' '.join(sentence.text.strip() for sentence in message.sentences)} "):
        s["out_of_office"] = max(s["out_of_office"], STRONG)
        _scale(s, later=0.6, support=0.6, appointment=0.6)
    if s["out_of_office"] >= STRONG and size_of(message) >= 6:
        s["out_of_office"] += 1.5
    if objection >= MEDIUM:
        _scale(s, interest=0.6, buy=0.7, question=0.75)
    if s["not_interested"] >= STRONG:
        _scale(s, interest=0.6, buy=0.6, appointment=0.6, question=0.6)
    if any(sentence.question and _BEFOREHAND.search(sentence.text) for sentence in message.sentences):
        _scale(s, support=0.6)
    if any(s[name] >= SURE for name in _SETTLED):
        _scale(s, question=0.75, interest=0.85)
    if s["referral"] >= SURE:
        asks_for_herself = asked >= STRONG and len(message.sentences) > 1
        _scale(s, appointment=0.8, **({"referral": 0.75} if asks_for_herself else {"interest": 0.8}))
    _greeting(s, message)


def _greeting(s: dict[str, float], message: LeadText) -> None:
    """A greeting is the intent only where nothing else is said: "how are you?" is no question about the matter."""
    if any(_ASKS_WHETHER.search(sentence.text) for sentence in message.sentences):
        s["question"] = max(s["question"], STRONG)
        _scale(s, greeting=0.4)
        return
    others = max(v for k, v in s.items() if k not in ("greeting", "question", "later"))
    if s["greeting"] >= SURE and others < MEDIUM * 0.9:
        _scale(s, question=0.4, later=0.6)
    elif s["greeting"] >= MEDIUM * 0.9 and s["question"] < MEDIUM and size_of(message) <= 7:
        asked = any(sentence.question for sentence in message.sentences)
        _scale(s, question=0.6 if asked else 1.0)
        if others >= MEDIUM * 0.9 or s["later"] >= MEDIUM * 0.9:
            _scale(s, greeting=0.4)
    elif max(others, s["question"], s["later"]) >= MEDIUM * 0.9:
        _scale(s, greeting=0.4)


def _scale(s: dict[str, float], **factors: float) -> None:
    for name, factor in factors.items():
        s[name] *= factor
