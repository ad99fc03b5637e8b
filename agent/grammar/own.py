"""Which sequences there are, and switching one's own on or off: "Welche Sequenzen habe ich?"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.holding import sequence_said
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in
from agent.grammar.score import behind_tell_me
from agent.grammar.segment import is_sequence_word

# "sequences" is mended to the known singular before it is read.
_SEVERAL = words("sequenzen sequences sequence kampagnen campaigns")
_ASKS = words("welche which what was zeig zeige show list liste meine my habe have gibt alle all nenn übersicht")
_OTHER = words("für for bei mit with läuft laufen running run pausiere stopp stop starte start lösch wurden")
_RUNNING = words("läuft laufen running run")
_WHICH = words("welche which what how wie")
_SWITCH = words(
    "schalt schalte schalten turn switch knips deaktivier deaktiviere aktivier aktiviere activate deactivate"
)
_OFF = words("aus ab off deaktivier deaktiviere deactivate ausschalten abschalten")
_ON = words("ein an on aktivier aktiviere activate einschalten anschalten")


def read_own(line: Line, start: int, end: int) -> Found | None:
    """list_sequences or switch_sequence."""
    i = behind_tell_me(line, start, end)
    if line.any(i, end, w.NEGATIONS) >= 0:
        return None
    asked = line.norm(i) in _WHICH
    other = _OTHER - _RUNNING if asked else _OTHER
    if line.any(i, end, _SEVERAL) >= 0 and line.any(i, end, other) < 0 and end - i <= 8:
        told = asked or i > lead_in(line, start, end).at or line.norm(i) in _ASKS
        if told or end - i <= 2:
            return Found((request("list_sequences"),), end)
    return _switched(line, lead_in(line, start, end).at, end)


def _switched(line: Line, i: int, end: int) -> Found | None:
    last = end - 1
    while last > i and line.tokens[last].kind == "mark":
        last -= 1
    verb = i if line.norm(i) in _SWITCH else -1
    by = line.norm(i + 1) if line.norm(i + 1) in _ON | _OFF else line.norm(last)
    direct = line.norm(last) if line.norm(last) in words("ausschalten abschalten einschalten anschalten") else ""
    if (verb < 0 and not direct) or not any(is_sequence_word(line.norm(k)) for k in range(i, end)):
        return None
    if line.any(i, end, words("für for bei von of")) >= 0:
        return None  # somebody's sequence, not the sequence itself
    word = direct or (line.norm(i) if line.norm(i) in _ON | _OFF else by)
    if word not in _ON | _OFF:
        return None
    used = {k for k in (i, i + 1, last) if line.norm(k) in _SWITCH | _ON | _OFF} | ({last} if direct else set())
    return Found((request("switch_sequence", sequence=sequence_said(line, i, end, used), on=word in _ON),), end)
