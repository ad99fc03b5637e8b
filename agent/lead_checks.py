"""What of a model's word about a lead's message counts. PURE.

The lead's text reached that model, so it may say whatever the lead wanted: what it read must stand in the text, what
it wrote must pass our own checks, and where somebody wants to be left alone it can only be stricter than the rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from agent.analysis import CATEGORIES, language_of
from channels import guard
from store.types import INTENTS, Analysis, Draft, Fact, Language, LeadFacts

KINDS: Final = (
    *("price", "product", "date", "time", "quantity", "budget", "place", "company", "person", "topic", "reason"),
)
_CATEGORY: Final = sorted({*CATEGORIES.values(), "business"})
ANALYSIS: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "intent": {"type": "string", "enum": list(INTENTS)},
        "urgency": {"type": "string", "enum": ["high", "medium", "low"]},
        "tone": {"type": "string", "enum": ["positive", "neutral", "negative"]},
        "category": {"type": "string", "enum": _CATEGORY},
        "language": {"type": "string", "enum": ["de", "en"]},
        "confidence": {"type": "integer", "description": "0 to 100"},
        "facts": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string", "enum": list(KINDS)},
                    "value": {"type": "string"},
                    "quote": {"type": "string", "description": "the very words of the message"},
                },
                "required": ["kind", "value", "quote"],
            },
        },
    },
    "required": ["intent", "urgency", "tone", "category", "language", "confidence", "facts"],
}
DRAFT: Final[Mapping[str, Any]] = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "confidence": {"type": "integer", "description": "0 to 100: how sure you are that it can be sent unchanged"},
    },
    "required": ["text", "confidence"],
}
_MOST_FACTS = 24
_LONGEST = 900
_SURE = 80
_ASKS = 60  # from here on a model's opt-out pauses the contact and asks the rep
_EAGER = frozenset({"buy", "interest", "appointment", "question", "referral", "greeting"})
_FIRM = frozenset({"not_interested", "out_of_office"})
_ADDRESS = re.compile(
    r"https?://|www\.|\S@\S|\b[A-Z]{2}\d{2}(?: ?\w{4}){3,}|\b[\w-]+\.(?:de|at|ch|com|net|org|io|me|ly|app)\b"
)
_MARKUP = re.compile(r"\*\*|__|^#+ |^[-*] ", re.MULTILINE)
_NUMBER = re.compile(r"\d+")
_MONEY = re.compile(r"[€$£%]|\b(?:euro?s?|chf|franken|dollars?|prozent|percent)\b", re.IGNORECASE)


def analysis_of(data: Mapping[str, Any], text: str, rules: Analysis, provider: str) -> Analysis:
    """The model's reading where the rules do not know better.

    ``rules`` is their own reading of the same text; who sees an opt-out in it asks the model nothing.
    """
    intent, confidence = str(data["intent"]), max(5, min(97, int(data["confidence"])))
    if intent == "opt_out" and confidence < _ASKS:
        intent = "not_interested"
    if rules.intent in _FIRM and rules.confidence >= _SURE and intent in _EAGER:
        intent = rules.intent
    category = str(data["category"])
    return Analysis(
        intent=intent,
        urgency=data["urgency"],
        tone=rules.tone if rules.tone == "negative" and data["tone"] == "positive" else data["tone"],
        category=category if category == "business" or category == CATEGORIES[intent] else CATEGORIES[intent],
        confidence=confidence,
        facts=_facts(data["facts"], text, rules.facts),
        language=language_of(text) or data["language"],
        provider=provider,
    )


def _facts(told: Sequence[Mapping[str, str]], text: str, rules: Sequence[Fact]) -> tuple[Fact, ...]:
    """Those whose quote stands in the text, beside the rules' own; addresses and numbers are the rules' alone."""
    folded = _folded(text)
    found = {(fact.kind, fact.value.casefold()): fact for fact in rules}
    for one in told:
        value, quote = " ".join(one["value"].split())[:80], " ".join(one["quote"].split())[:120]
        if value and quote and _folded(quote) in folded:
            found.setdefault((one["kind"], value.casefold()), Fact(one["kind"], value, quote))
    return tuple(found.values())[:_MOST_FACTS]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def draft_of(
    data: Mapping[str, Any],
    message: str,
    lead: LeadFacts,
    rules: Draft,
    language: Language,
    history: Sequence[tuple[str, str]],
    provider: str,
) -> Draft | None:
    """The model's text when it may be proposed, else None: the rules' own is.

    Figures must stand in what was written before; links and addresses never come from a model.
    """
    text = _MARKUP.sub("", str(data["text"])).strip()
    said = "\n".join([message, lead.company, *(words for _, words in history)])
    if not text or len(text) > _LONGEST or _ADDRESS.search(text) or (language_of(text) or language) != language:
        return None
    if not set(_NUMBER.findall(text)) <= set(_NUMBER.findall(said)):
        return None
    if _MONEY.search(text) and not _MONEY.search(said):
        return None
    checked = guard.check(text, "ai", language=language, register=lead.register)
    if checked.action == "block" and not checked.rewrite:
        return None
    confidence = max(5, min(95, int(data["confidence"])))
    if checked.action == "block":
        confidence = min(confidence, 60)
    return replace(rules, text=checked.rewrite or text, confidence=confidence, provider=provider)
