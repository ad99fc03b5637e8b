"""The talk is the bot's again: "Übernimm Anna wieder", "take over again with Tom"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in

_TAKES = words("übernimm übernimmst übernehmen takeover")
_AGAIN = words("wieder again back weiter")


def read_hand_back(line: Line, start: int, end: int) -> Found | None:
    """hand_back, when taking over and "again" stand together."""
    i = lead_in(line, start, end).at
    spot = line.any(i, end, _TAKES)
    if spot < 0 and (spot := line.any(i, end, words("take taking"))) >= 0 and line.any(spot, end, words("over")) < 0:
        return None
    if spot < 0 or line.any(i, end, _AGAIN) < 0:
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    who = search(line, i, end)
    return Found((request("hand_back", lead=bare(who.text) if who and who.text else line.focus),), end)
