"""Whom nobody heard of: "wen hab ich seit 2 Wochen nicht gehört", "who hasn't replied for 10 days"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.batch import silence
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in, orders
from agent.grammar.score import behind_tell_me
from agent.grammar.verbs import LEAD_NOUNS, SEND, SHOW, STAGES, WRITE

_WHO = words("wer wen wers who's whos who whom wem welche welchen which")
_ALL = words("alle alles all everyone everybody die") | LEAD_NOUNS | STAGES["customer"] | STAGES["partner"]
_NOT = words("haven't hasn't havent hasnt didn't didnt")
_QUIET = words("still stille ruhig quiet silent schweigen schweigt")


def read_silent(line: Line, start: int, end: int) -> Found | None:
    """find_leads with ``silent_days`` when it is asked who was not heard of for so long; nobody is named."""
    first, i = lead_in(line, start, end).at, behind_tell_me(line, start, end)
    asks = any(line.norm(k) in _WHO for k in range(i, min(i + 2, end)))
    shows = first < end and orders(line.norm(first), SHOW - SEND - WRITE) and line.any(i, end, _ALL) > 0
    if not (asks or shows) or line.any(i, end, words(": soll sollte should")) >= 0:
        return None
    if line.any(i, end, w.NEGATIONS | _NOT | _QUIET) < 0 or (days := silence(line, i, end)) is None:
        return None
    who = search(line, i, end)
    if who is not None and line.tokens[who.start].contact:
        return None
    return Found((request("find_leads", silent_days=days),), end)
