"""Urgency and tone of a lead's message by words, emojis and negation; the words stand in ``mood.txt``. PURE."""

from __future__ import annotations

from typing import Final, Literal

from agent.lead_patterns import Pattern, compile_lines
from agent.lead_text import LeadText
from agent.lexicon import sections
from store.types import Tone

_TEXT: Final = sections("mood")
_CALM: Final = compile_lines(_TEXT["calm"], {})
_HIGH: Final = compile_lines(_TEXT["high"], {})
_MEDIUM: Final = compile_lines(_TEXT["medium"], {})
_GOOD: Final = compile_lines(_TEXT["good"], {})
_BAD: Final = compile_lines(_TEXT["bad"], {})
_HAPPY: Final = frozenset("😀😃😄😁😊🙂😍🥰🤩👍👏🙌❤💪🎉😎🔥💯✨🙏☺😘💚💙😇🥳")
_UNHAPPY: Final = frozenset("😡😠🤬👎😤😒🙄😞😢😭💩🤮😑😕☹😔🖕")

# Who says so is in no hurry with us, whatever words of haste stand there ("heute keine Zeit").
_UNHURRIED: Final = frozenset(("out_of_office", "opt_out", "not_interested", "later", "time_objection", "greeting"))
_NO_JOY: Final = frozenset(("not_interested", "price_objection", "time_objection", "out_of_office"))
_JOY: Final = frozenset(("buy", "interest"))
_ANGER: Final = frozenset(("trust_objection", "opt_out"))


def _found(patterns: tuple[Pattern, ...], message: LeadText) -> int:
    return sum(pattern.search(sentence) is not None for sentence in message.sentences for pattern in patterns)


def urgency_of(message: LeadText, intent: str) -> Literal["high", "medium", "low"]:
    """High for "today", "asap" and the like, medium for days and "soon", low else or where haste is denied."""
    if intent in _UNHURRIED or _found(_CALM, message):
        return "low"
    if _found(_HIGH, message):
        return "high"
    return "medium" if _found(_MEDIUM, message) else "low"


def tone_of(message: LeadText, intent: str) -> Tone:
    """Positive, neutral or negative; good words beside bad ones in one sentence do not count ("nicht gut")."""
    good = sum(char in _HAPPY for char in message.clean) + (intent in _JOY)
    bad = sum(char in _UNHAPPY for char in message.clean) + (intent in _ANGER)
    for sentence in message.sentences:
        worse = sum(pattern.search(sentence) is not None for pattern in _BAD)
        bad += worse
        if not worse:
            good += sum(pattern.search(sentence) is not None for pattern in _GOOD)
    if intent in _NO_JOY:
        good = 0
    if good == bad:
        return "neutral"
    return "positive" if good > bad else "negative"
