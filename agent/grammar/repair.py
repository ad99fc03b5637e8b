"""Slips and dialect mended before a message is read: how words are compared changes, never what is cut out."""

from __future__ import annotations

from dataclasses import replace

from agent.grammar import words as w
from agent.grammar.dialect import standard
from agent.grammar.normalise import Token
from agent.grammar.polite import CERTAIN, SENTENCE_ENDS
from agent.grammar.verbs import LONG_TYPOS, SINGLES, SWAPS, TYPOS, VERB_FORMS, without_zu

_KNOWN = CERTAIN | VERB_FORMS | w.FILLERS
_DICTATED = {"doppelpunkt": ":", "komma": ","}
_FORMAL = frozenset(v for v in VERB_FORMS if v.endswith(("en", "ern"))) - w.CLOSED


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens with the first word of each sentence mended ("kansst", "erinnre") and the formal "Sie" after it dropped.

    Places in the text stay true; everything from the first colon or quotation on is left alone.
    """
    result: list[Token] = []
    opening = True
    written = any(token.norm in (":", ",") for token in tokens)
    for n, token in enumerate(tokens):
        if not written and token.norm in _DICTATED and 0 < n < len(tokens) - 1 and tokens[n - 1].kind == "word":
            token = replace(token, norm=_DICTATED[token.norm], kind="mark")
            result.append(token)
            if token.norm == ":":
                return (*result, *tokens[n + 1 :])
            continue
        if token.norm == ":" or token.kind == "open":
            return (*result, *tokens[n:])
        if token.contact:
            opening = False
            result.append(token)
            continue
        before = result[-1] if result else None
        if token.text == "Sie" and before is not None and before.norm in _FORMAL and not opening and _first(result):
            continue
        if opening and token.kind == "word" and token.norm not in w.FILLERS:
            following = tokens[n + 1].norm if n + 1 < len(tokens) else ""
            token = _mended(token, following)
            opening = False
        if token.kind == "word" and token.norm not in _KNOWN:
            token = _slipped(token)
        opening = opening or token.norm in SENTENCE_ENDS
        result.append(token)
    return tuple(result)


def _slipped(token: Token) -> Token:
    """A dialect spelling, a small word with swapped letters, a long one with one slip, an infinitive with "zu"."""
    norm = token.norm
    plain = standard(norm) or SINGLES.get(norm)
    if plain:
        return replace(token, norm=plain)
    meant = None if token.capital and len(norm) < 7 else SWAPS.mend(norm)
    meant = meant or (LONG_TYPOS.mend(norm) if len(norm) > 5 else None)
    plain = without_zu(norm)
    meant = meant or (plain if plain in VERB_FORMS else None)
    return replace(token, norm=meant) if meant else token


def _first(result: list[Token]) -> bool:
    """Whether the last token opens its sentence, fillers aside."""
    k = len(result) - 2
    while k >= 0 and result[k].norm in w.FILLERS | {","}:
        k -= 1
    return k < 0 or result[k].norm in SENTENCE_ENDS


def _mended(token: Token, following: str) -> Token:
    if token.norm == "schrieb" and following in w.FILLERS:
        return replace(token, norm="schreib")
    mended = None if token.norm in _KNOWN else TYPOS.mend(token.norm)
    return replace(token, norm=mended) if mended else token
