"""What a lead's message means, by rules: intent, urgency, tone, category, facts, confidence. PURE, the offline form.

A request to stop beats everything; otherwise the intents compete by weight (``agent.intents``).
"""

from __future__ import annotations

from typing import Final

from agent import optout
from agent.extraction import facts_of
from agent.intents import ENOUGH, scores_of
from agent.lead_patterns import compile_pattern
from agent.lead_rules import MEDIUM, STRONG
from agent.lead_text import LeadText, clean, language_by_words, read, tokens_of
from agent.mood import tone_of, urgency_of
from store.types import INTENTS, Analysis, Fact, Language

CATEGORIES: Final = {
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
_BUSINESS: Final = compile_pattern(
    "partner|teampartner|vertriebspartner|team|provision|verdienst|verdienen|verdient|geschäft|business|nebenverdienst"
    "|join|earn|income|commission|selbständig|einsteigen|mitmachen",
    {},
)
_OPEN: Final = frozenset(("buy", "interest", "question"))


def language_of(text: str) -> Language | None:
    """The message's language by its function words; None for "ok", names, emojis, a single word or a draw."""
    return language_by_words(tokens_of(clean(text)[:1000]))


def analyse(text: str, *, channel: str = "whatsapp", language: Language | None = None) -> Analysis:
    """The meaning of a lead's message; ``language`` is the person's setting for messages that do not tell theirs.

    Never raises; a text without a word is ``other`` with confidence 20. Over e-mail, where signatures and quotations
    blur what is meant, confidence is a little lower.
    """
    message = read(text, language)
    spoken: Language = message.language or language or "de"
    facts = facts_of(message.clean, spoken)
    intent, confidence = _intent(message, facts)
    return Analysis(
        intent=intent,
        urgency=urgency_of(message, intent),
        tone=tone_of(message, intent),
        category=_category(intent, message, facts),
        confidence=max(5, confidence - 5 * (channel == "email")),
        facts=facts,
        language=spoken,
    )


def _intent(message: LeadText, facts: tuple[Fact, ...]) -> tuple[str, int]:
    level = optout.detect(message.clean)
    if level == "certain":
        return "opt_out", 97
    if not message.sentences:
        return "other", 20
    scores = scores_of(message, facts)
    if level == "likely" and max(scores["out_of_office"], scores["support"]) < STRONG:
        return "opt_out", 60
    ranked = sorted(scores.items(), key=lambda item: (-item[1], INTENTS.index(item[0])))
    (best, top), (_, second) = ranked[0], ranked[1]
    # "Super" alone answers whatever was said before; it is no interest by itself.
    if top < ENOUGH or (best == "interest" and len(set(message.joined.split())) == 1 and top < MEDIUM):
        return "other", 35
    return best, max(30, min(96, round(48 + 9 * min(top, 5.0) + 4 * min(top - second, 3.0))))


def _category(intent: str, message: LeadText, facts: tuple[Fact, ...]) -> str:
    if intent in _OPEN and any(_BUSINESS.search(sentence) for sentence in message.sentences):
        return "business"
    if intent == "question" and any(fact.kind == "topic" and fact.value in ("Preis", "price") for fact in facts):
        return "pricing"
    return CATEGORIES[intent]
