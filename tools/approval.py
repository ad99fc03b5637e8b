"""The gate: may this act run now? Pure. A model's word never opens it (SAFETY walls 3, 4, 5)."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from store.types import Origin

MAX_RECIPIENTS = 5
AUTO_CONFIDENCE = 80
PRICE_THRESHOLD = 50.0
HIGH_TIERS = frozenset({"vip", "high", "premium", "gold", "platinum"})


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What the gate decides on.

    ``text_said`` and ``lead_said``: the message's text is a contiguous part of, and its recipient is named in, the
    rep's own words of this turn. ``approved``: a valid digest of exactly this act was just confirmed by a tap.
    """

    source: Literal["chat", "command", "tap", "rest", "engine", "lead"]
    role_allowed: bool
    reaches: bool
    text_origin: Origin = "human"
    text_said: bool = False
    lead_said: bool = False
    approved: bool = False
    mode: str = "draft_only"
    confidence: int | None = None
    price: float | None = None
    tier: str = "standard"
    sends_last_hour: int = 0
    cap: int = 60
    sends_this_turn: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    answer: Literal["allow", "ask", "deny"]
    reason: str


def decide(facts: GateFacts) -> Gate:
    """Allow, ask (park for a tap) or deny, always with the rule that decided."""
    if not facts.role_allowed:
        return Gate("deny", "role")
    if not facts.reaches:
        return Gate("allow", "own_records")
    if facts.source != "engine" and facts.sends_last_hour >= facts.cap:
        return Gate("deny", "hourly_cap")
    if facts.approved:
        return Gate("allow", "approved")
    if facts.source in ("tap", "rest"):
        return Gate("allow", "person") if facts.text_origin == "human" else Gate("ask", "not_own_words")
    if facts.source == "engine":
        return Gate("allow", "accepted_template") if facts.text_origin == "template" else Gate("ask", "ai_text")
    if facts.source == "lead":
        return _automatic_answer(facts)
    return _own_words(facts)


def _own_words(facts: GateFacts) -> Gate:
    if facts.sends_this_turn >= MAX_RECIPIENTS:
        return Gate("ask", "many_recipients")
    if facts.text_origin != "human" or not facts.text_said:
        return Gate("ask", "not_own_words")
    return Gate("allow", "own_words") if facts.lead_said else Gate("ask", "recipient_not_said")


def _automatic_answer(facts: GateFacts) -> Gate:
    """MISSION D4: offers of 50 and more, high tiers and low confidence wait for a person; ``auto_low``: any offer."""
    if facts.mode not in ("auto", "auto_low"):
        return Gate("ask", "draft_only")
    if facts.mode == "auto_low" and facts.price is not None:
        return Gate("ask", "offer")
    if facts.price is not None and facts.price >= PRICE_THRESHOLD:
        return Gate("ask", "offer")
    if facts.tier.lower() in HIGH_TIERS:
        return Gate("ask", "high_tier")
    if (facts.confidence or 0) < AUTO_CONFIDENCE:
        return Gate("ask", "low_confidence")
    return Gate("allow", "auto")


def digest(tool: str, lead_id: int | None, arguments: Mapping[str, Any]) -> str:
    """Binds an approval to its text, recipient, channel and template: any change voids it."""
    bound = {k: v for k, v in arguments.items() if k not in ("confidence", "reasoning")}
    canonical = json.dumps([tool, lead_id, bound], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def same_words(part: str, whole: str) -> bool:
    """Whether ``part`` stands, contiguous, in ``whole``: Unicode-normalised and with spaces folded."""
    needle, hay = _folded(part), _folded(whole)
    return bool(needle) and needle in hay


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
