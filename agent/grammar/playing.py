"""The time machine: "Spiel die Ghost-Reaktivierung für Anna durch", "simulate the first contact for Tom"."""

from __future__ import annotations

import re

from agent.grammar import words as w
from agent.grammar.holding import sequence_said
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in
from agent.grammar.sequences import people_of
from store.dates import parse_duration

_PLAYS = words(
    "simulier simuliere simulieren simuliert simulate simulating simulation durchspielen rehearse probespielen"
)
_PLAY = words("spiel spiele spielen play run geh gehe")
_THROUGH = words("durch through")
_FILLERS = words("das mal it that bitte")
_OVER = words("über ueber uber over während during")
_IF = words("wenn falls if angenommen assuming suppose")
_LENGTH = 5  # words: "für die nächsten sechs Wochen"
_MONTH = re.compile(r"\b(?:letzten|vergangenen|vorigen|last|previous|past)\s+(?:monat|month)\b", re.IGNORECASE)
_WENT = words("gelaufen laufen gewesen worked work gone run performed ausgegangen hätte wäre have would")


def read_play(line: Line, start: int, end: int) -> Found | None:
    """simulate_sequence; what is assumed about the answer runs to the end of the message."""
    lead = lead_in(line, start, end)
    month = _MONTH.search(line.raw[line.tokens[start].start :])
    played = line.any(lead.at, end, _PLAYS)
    if played < 0 and line.norm(lead.at) in _PLAY:
        played = lead.at if line.any(lead.at + 1, end, _THROUGH) > 0 else -1
    if played < 0 and not (month and line.any(lead.at, end, _WENT) >= 0 and line.norm(lead.at) in ("wie", "how")):
        return None
    assumed = line.any(lead.at, end, _IF)
    until = assumed if assumed > 0 else end
    reaction = line.raw[line.tokens[assumed].start :].strip(" .!?") if assumed > 0 else None  # "am 5. Tag" is no end
    if line.any(lead.at, until, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    while until > lead.at and line.tokens[until - 1].kind == "mark":
        until -= 1
    span, length = length_said(line, lead.at, until)
    through = length | {k for k in range(lead.at, until) if line.norm(k) in _THROUGH | _PLAYS | _FILLERS}
    used = through | ({lead.at} if line.norm(lead.at) in _PLAY else set())
    if month:
        name = sequence_said(line, lead.at, until, used | _around_month(line, lead.at, until))
        return Found((request("simulate_sequence", sequence=name, replay=True),), end)
    who, spot = people_of(line, lead.at + (lead.at in used), until, -1)
    said = bare(who.text) if who and who.text else None
    line.focus = said or line.focus
    name = sequence_said(line, lead.at, until, used | spot)
    end = len(line.tokens) if reaction else end
    act = request("simulate_sequence", lead=said, sequence=name, reaction=reaction, span=span)
    return Found((act,), end)


def length_said(line: Line, start: int, end: int) -> tuple[str | None, set[int]]:
    """How long it is to be played, as it was said ("6 Wochen"), and where that stands."""
    for k in range(start, end):
        for last in range(min(k + _LENGTH, end), k, -1):
            said = line.raw[line.tokens[k].start : line.tokens[last - 1].end]
            if parse_duration(said) is not None:
                return said, set(range(k - (line.norm(k - 1) in _OVER), last))
    return None, set()


def _around_month(line: Line, start: int, end: int) -> set[int]:
    drop = _WENT | words("wie how letzten vergangenen vorigen last previous past monat month im in das that it the")
    return {k for k in range(start, end) if line.norm(k) in drop}
