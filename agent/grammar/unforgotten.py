"""What one must not forget, said with its time: "ich darf nicht vergessen am Freitag Tom anzurufen"."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.loose import reminder_of
from agent.grammar.model import Found
from agent.grammar.normalise import Line, words

_I_MUST = (
    ("ich", "darf", "nicht", "vergessen"),
    ("ich", "muss", "dran", "denken"),
    ("ich", "muss", "daran", "denken"),
    ("don't", "let", "me", "forget"),
    ("dont", "let", "me", "forget"),
    ("i", "mustn't", "forget"),
    ("i", "can't", "forget"),
    ("i", "must", "not", "forget"),
)
_EASY = w.FILLERS | words("ja unbedingt auf keinen fall , to dass")


def read_unforgotten(line: Line, start: int, end: int) -> Found | None:
    """create_reminder with what follows as its matter; without a time it stays talk."""
    begin = _behind(line, start, end)
    if begin < 0 or line.norm(end - 1) == "?" or line.any(begin, end, w.NEGATIONS | w.CONDITIONALS) >= 0:
        return None
    found = times.spans(line, begin, end)
    if not found:
        return None
    when = times.choose(line, found, end)
    free = [k for k in range(begin, end) if not any(a <= k < b for a, b in when)]
    while free and line.tokens[free[-1]].kind == "mark":
        free.pop()
    if not free:
        return None
    return reminder_of(line, free, when, end)


def _behind(line: Line, start: int, end: int) -> int:
    """Where the matter begins behind "ich darf (ja) nicht vergessen,"; -1 when nothing of the kind is said."""
    i = start
    while i < end and line.norm(i) in _EASY:
        i += 1
    said, at = [], []
    for k in range(i, min(i + 8, end)):
        if line.norm(k) not in _EASY or line.norm(k) == "auf":
            said.append(line.norm(k))
            at.append(k)
    length = next((len(one) for one in _I_MUST if tuple(said[: len(one)]) == one), 0)
    if not length:
        return -1
    begin = at[length - 1] + 1
    while begin < end and line.norm(begin) in _EASY:
        begin += 1
    return begin
