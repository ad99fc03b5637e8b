"""What a lead's message means, by rules: intent, urgency, tone, category, facts, confidence. PURE, the offline form.

The intents compete by weight. Negation holds inside its clause, what follows "aber" counts more than what stands
before it, objections beat the interest they are wrapped in, and a request to stop beats everything.
"""

from __future__ import annotations

import re
from typing import Final

from agent import optout
from agent.extraction import facts_of
from agent.lead_fields import evidence
from agent.lead_hints import HINTS
from agent.lead_patterns import Pattern, compile_block
from agent.lead_rules import MEDIUM, POSITIVE, STRONG, WANTING
from agent.lead_rules_no import HOLDING
from agent.lead_text import LeadText, Sentence, clean, fold, language_by_words, read, tokens_of
from agent.mood import tone_of, urgency_of
from store.types import INTENTS, Analysis, Fact, Language

_NEGATORS: Final = frozenset(
    map(
        fold,
        "nicht nichts nie niemals kein keine keinen keiner keinem keinerlei weder kaum no not never none without nor neither hardly".split(),
    )
)
_WINDOW = re.compile(r" (?:,|und|and|oder|or|dass|weil|because|wenn|ob|da|sonst|also) ")
_IF = re.compile(r"^(?: \S+){0,2} (?:wen|fals|if|angenomen|suppose) ")
_TOO_MUCH = re.compile(r" (?:zu viel|to much|viel geld|heftig|krass|wow|uf|puh|boah|ganz schon|a lot|a bit much) ")
_ASK_SOMEBODY = re.compile(
    r" (?:frag|fragt|fragen|schreib|kontaktier\w*|sprich|sprechen|wende\w*|ask|contact|talk|speak) (?!mich |mir |me |uns )"
)
_OBJECTIONS: Final = ("price_objection", "time_objection", "trust_objection")
_SMALL_TALK: Final = ("greeting", "question", "later", "other")
_CATEGORY: Final = {
    "buy": "order",
    "interest": "product",
    "question": "product",
    "price_objection": "pricing",
    "time_objection": "objection",
    "trust_objection": "objection",
    "not_interested": "refusal",
    "opt_out": "contact",
    "out_of_office": "contact",
    "appointment": "scheduling",
    "later": "scheduling",
    "support": "support",
    "referral": "referral",
    "greeting": "social",
    "other": "other",
}
_PLAN: Final = compile_block(
    "partner|teampartner|vertriebspartner|team|provision|verdienst|verdienen|verdient|geschäft|business|nebenverdienst|join|earn|income|commission|selbständig|einsteigen|mitmachen",
    {},
)
_ALL: Final[dict[str, tuple[tuple[float, Pattern], ...]]] = {
    intent: (*rules, *HINTS.get(intent, ())) for intent, rules in {**WANTING, **HOLDING}.items()
}
_MAX_SENTENCES: Final = 40


def language_of(text: str) -> Language | None:
    """The message's language by its function words; None for "ok", names, emojis, a single word or a draw."""
    return language_by_words(tokens_of(clean(text)[:1000]))


def analyse(text: str, *, channel: str = "whatsapp", language: Language | None = None) -> Analysis:
    """The meaning of a lead's message; ``language`` is the person's setting for messages that do not tell theirs.

    Never raises; a text without a word is ``other`` with confidence 20. ``channel`` e-mail reads no signature as intent.
    """
    message = read(text, language)
    spoken: Language = message.language or language or "de"
    facts = facts_of(message.clean, spoken)
    intent, confidence = _intent(message, facts, channel)
    return Analysis(
        intent=intent,
        urgency=urgency_of(message, intent),
        tone=tone_of(message, intent),
        category=_category(intent, message, facts),
        confidence=confidence,
        facts=facts,
        language=spoken,
    )


def _intent(message: LeadText, facts: tuple[Fact, ...], channel: str) -> tuple[str, int]:
    level = optout.detect(message.clean)
    if level == "certain":
        return "opt_out", 97
    if not message.sentences:
        return "other", 20
    scores = scores_of(message, facts)
    if level == "likely" and scores["out_of_office"] < STRONG and scores["support"] < STRONG:
        return "opt_out", 60
    ranked = sorted(scores.items(), key=lambda kv: (-kv[1], INTENTS.index(kv[0])))
    (best, top), (_, second) = ranked[0], ranked[1]
    words = sum(len(s.tokens) for s in message.sentences)
    if top < _ENOUGH or (best == "interest" and words == 1 and top < MEDIUM):
        return "other", 35
    return best, max(30, min(96, round(48 + 9 * min(top, 5.0) + 4 * min(top - second, 3.0) - (channel == "email") * 2)))


def scores_of(message: LeadText, facts: tuple[Fact, ...] = ()) -> dict[str, float]:
    """Weight of every intent: the strongest rule counts whole, further ones a quarter, then the arbitration."""
    scores = dict.fromkeys(INTENTS, 0.0)
    for intent, rules in _ALL.items():
        hits: list[float] = []
        for sentence in message.sentences[:_MAX_SENTENCES]:
            hits.extend(_hits(intent, rules, sentence))
        if hits:
            hits.sort(reverse=True)
            scores[intent] = hits[0] + 0.2 * min(sum(hits[1:4]), 6.0)
    scores = _arbitrate(scores, message, facts)
    tokens = [t for sentence in message.sentences[:_MAX_SENTENCES] for t in sentence.tokens]
    denied = not _NEGATORS.isdisjoint(tokens)
    for intent, weight in evidence(tokens).items():
        share = 0.3 if scores[intent] else _LONE
        scores[intent] += weight * share * (0.6 if denied and intent in POSITIVE else 1.0)
    return scores


_LONE: Final = 1.0
_ENOUGH: Final = 1.3


def _hits(intent: str, rules: tuple[tuple[float, Pattern], ...], sentence: Sentence) -> list[float]:
    hits = []
    for weight, pattern in rules:
        found = pattern.search(sentence)
        if found is None or (intent in POSITIVE and _negated(sentence.text, found)):
            continue
        hits.append(weight * _position(sentence.text, found.start()))
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
    turn = max(text.find(" aber "), text.find(" but "), text.find(" however "), text.find(" jedoch "))
    if turn < 0:
        return 1.0
    return 0.7 if start < turn else 1.15


def _arbitrate(s: dict[str, float], message: LeadText, facts: tuple[Fact, ...]) -> dict[str, float]:
    asks = any(x.question for x in message.sentences)
    kinds = {f.kind for f in facts}
    words = sum(len(x.tokens) for x in message.sentences)
    if kinds & {"price", "budget"} and any(_TOO_MUCH.search(x.text) for x in message.sentences):
        s["price_objection"] = max(s["price_objection"], STRONG)
    if asks:
        s["question"] = max(s["question"], 2.0) + 0.3
    if "time" in kinds and s["appointment"] > 0:
        s["appointment"] += 1.0
    if s["buy"] >= STRONG * 0.9:
        s["buy"] *= 0.5 if any(_IF.search(x.text) for x in message.sentences) else 1.0
        s["question"] *= 0.7
    if s["appointment"] < MEDIUM * 0.8 and words > 5:
        s["appointment"] = 0.0
    if "time" in kinds and words <= 6:
        s["appointment"] = max(s["appointment"], 3.0)
    if (
        kinds & {"time", "date"}
        and words <= 14
        and s["appointment"] > 0
        and max(s["support"], s["later"], s["buy"]) < STRONG
    ):
        s["appointment"] += 1.0
    if s["later"] >= STRONG and "time" not in kinds:
        s["appointment"] *= 0.8
    if s["later"] >= STRONG and max(s[o] for o in _OBJECTIONS) >= STRONG * 0.9 and "date" not in kinds:
        s["later"] *= 0.75
    if s["later"] >= STRONG and s["time_objection"] >= STRONG:
        s["later"] += 1.0 if kinds & {"date"} else 0.0
    if s["out_of_office"] >= STRONG and words >= 6:
        s["out_of_office"] += 1.5
    objection = max(s[o] for o in _OBJECTIONS)
    if objection >= MEDIUM:
        s["interest"] *= 0.6
        s["buy"] *= 0.7
        s["question"] *= 0.75
    if s["not_interested"] >= STRONG:
        for name in ("interest", "buy", "appointment", "question"):
            s[name] *= 0.6
    for name in ("support", "referral", "appointment", "buy", "later", *_OBJECTIONS):
        if s[name] >= STRONG * 0.9:
            s["question"] *= 0.75
            s["interest"] *= 0.85
            break
    if "person" in kinds and any(_ASK_SOMEBODY.search(x.text) for x in message.sentences) and s["later"] < STRONG:
        s["referral"] = max(s["referral"], STRONG)
    if s["referral"] >= STRONG * 0.9:
        s["appointment"] *= 0.8
        s["interest"] *= 0.8
    if s["greeting"] >= STRONG * 0.9 and max(v for k, v in s.items() if k not in _SMALL_TALK) < MEDIUM * 0.9:
        s["question"] *= 0.4
        s["later"] *= 0.6
    elif s["greeting"] >= MEDIUM * 0.9 and asks and s["question"] < MEDIUM and words <= 7:
        s["question"] *= 0.6
    elif max(v for k, v in s.items() if k not in ("greeting", "other")) >= MEDIUM * 0.9:
        s["greeting"] *= 0.4
    return s


def _category(intent: str, message: LeadText, facts: tuple[Fact, ...]) -> str:
    if intent in ("buy", "interest", "question") and any(p.search(s) for p in _PLAN for s in message.sentences):
        return "business"
    if intent == "question" and any(f.kind == "topic" and f.value in ("Preis", "price") for f in facts):
        return "pricing"
    return _CATEGORY[intent]
