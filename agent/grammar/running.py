"""Where somebody stands in a sequence: "Wo steht Tom in der Sequenz?", "läuft bei Nina gerade was?", "which step …"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare, genitive
from agent.grammar.normalise import Line, words
from agent.grammar.people import search, search_runs
from agent.grammar.score import behind_tell_me
from agent.grammar.segment import is_sequence_word
from agent.grammar.verbs import SEQUENCE_NOUNS, START, STOP

_ASKS = words("wo wie where how läuft laufen is isch ist steckt steht what's what was how's wie's")
_WHICH = words("welche welcher welchem welches welchen which what was wo wie")
_STEP = words("schritt step stufe")
_STANDS = words("""
    steht stehts steht's steckt läuft laufen ist is isch sitzt hängt kommt kommen stand standing going running next
    nächstes weit geht step schritt far doing
""")
_NOT_ASKED = START - words("lauf laufen läuft run running") | STOP | words("wenn falls if würde wäre would überspring")


def read_running(line: Line, start: int, end: int) -> Found | None:
    """explain for the one asked about; None when it orders, supposes or speaks of no sequence or step."""
    i = behind_tell_me(line, start, end)
    step = line.norm(i) in _WHICH and line.any(i, min(i + 4, end), _STEP) > 0
    if i >= end or (line.norm(i) not in _ASKS and not step) or line.any(i, end, words(":")) >= 0:
        return None
    nouns = [k for k in range(i, end) if line.norm(k) in SEQUENCE_NOUNS or is_sequence_word(line.norm(k))]
    if not (nouns or step) or line.any(i, end, _STANDS) < 0 or line.any(i, end, _NOT_ASKED | w.NEGATIONS) >= 0:
        return None
    owner = next((o for k in nouns if (o := genitive(line, k - 1, end)) is not None and o.end == k), None)
    taken = {*nouns, *(k for k in range(i, end) if line.norm(k) in _STEP)}
    free = [k for k in range(i + 1, end) if k not in taken]
    who = owner or search_runs(line, [(k, k + 1) for k in free if line.norm(k - 1) not in w.ARTICLES])
    who = search(line, who.start, end) or who if who is not None and owner is None else who
    if who is None and line.any(i, end, w.HIM_OR_HER - words("em")) < 0:
        return None
    lead = bare(who.text) if who and who.text else line.focus
    line.focus = lead or line.focus
    return Found((request("explain", lead=lead),), end)
