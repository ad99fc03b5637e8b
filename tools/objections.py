"""Which objection somebody means, and how an answer to it addresses people. PURE."""

from __future__ import annotations

import re
from typing import Final

from channels import guard
from store.folding import fold
from store.objections import OBJECTIONS
from store.types import Language

# Stems of the words by which people name an objection; the first that occurs decides.
_STEMS: Final = {
    "later": r"ueberleg|drueber schlafen|darueber schlafen|bedenk|spaeter|nicht jetzt|gerade nicht|grad nicht|besprech"
    r"|think (?:it|about)|thinking|sleep on|later|not now|another time|talk to my|ask my|mit mein|mit meiner",
    "price": r"preis|teuer|geld|kost|leisten|budget|guenstig|billig|price|expensive|money|afford|cost|cheap",
    "time": r"zeit|stress|beschaeftig|termine voll|keine luft|time|busy|schedule",
    "trust": r"vertrau|seri[oö]s|abzock|betrug|pyramid|schneeball|zweifel|skept|haken|glaub|mlm|network|sekte|fake"
    r"|trust|scam|legit|fraud|doubt|sceptic|skeptic|catch|believe|reputable",
}
_NO: Final = re.compile(
    r"kein(?:e|en)? interesse|nicht interess|no interest|not interested|\bnein\b|will nicht|don t want|dont want"
)


def kind_of(said: str) -> str | None:
    """One of the objections for its name or for words that make it ("das ist zu teuer"); None for none of them."""
    words = fold(said)
    if words in OBJECTIONS.values():
        return words
    if is_plain_no(said):
        return None
    return next((kind for kind, stems in _STEMS.items() if re.search(stems, words)), None)


def is_plain_no(said: str) -> bool:
    """Whoever wants nothing has no objection that could be answered away."""
    return _NO.search(fold(said)) is not None


def register_of(text: str, language: Language) -> str:
    """du or sie, when the words address somebody so; "" when they fit both, and for languages without the two."""
    if language != "de":
        return ""
    for register, other in (("sie", "du"), ("du", "sie")):
        found = guard.check(text, "ai", language=language, register=register).findings
        if any(finding.rule == "wrong_register" for finding in found):
            return other
    return ""
