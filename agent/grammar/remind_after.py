"""Reminders whose matter comes first: "Ich muss Donnerstag um 11 Tom zurückrufen, erinnere mich bitte daran"."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.mood import reported
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search_runs
from agent.grammar.polite import orders
from agent.grammar.remind import pronoun_of, runs_of
from agent.grammar.segment import order_starts
from agent.grammar.verbs import DONE, PAST, REMIND, REMINDER_NOUNS, SAID

_JOINTS = words(", - – — und and also so ;")
_TAIL = (w.FILLERS | w.SELF_OBJECT | w.MODALS_BOT) | words("das es daran dran darüber about it that this . ! , du you")
_OPENS_NOTHING = w.CONDITIONALS | w.NEGATIONS | w.QUESTIONS | w.WHY


def read_remind_after(line: Line, start: int, end: int) -> Found | None:
    """create_reminder with the first clause as its note; the time stands in either clause, the tail's counts first."""
    at = _order(line, start, end)
    if at < 0:
        return None
    stop = at
    while stop > start and line.norm(stop - 1) in _JOINTS | _TAIL | w.NEGATIONS | words("lass lasse let i ich darf"):
        stop -= 1
    found = times.spans(line, start, end)
    after = [s for s in found if s[0] > at]
    if line.norm(at) in REMINDER_NOUNS and line.any(start, stop, DONE) >= 0:
        return None
    if stop <= start or not _states(line, start, stop) or not _only_reminds(line, at, end, after):
        return None
    before = [s for s in found if s[1] <= stop]
    free = [k for k in range(start, stop) if not any(a <= k < b for a, b in before)]
    who = search_runs(line, runs_of(free)) or pronoun_of(line, free)
    if who is None or not (before or after or stop - start > 2):
        return None
    name = bare(who.text) if who.text else None
    line.focus = name or line.focus
    date = times.said(line, times.choose(line, after or before, end))
    return Found((request("create_reminder", lead=name, date=date, note=_note(line, free)),), end)


def _note(line: Line, free: list[int]) -> str:
    return " ".join(line.cut(a, b) for a, b in runs_of(free)).strip(" ,:;-–")


def _order(line: Line, start: int, end: int) -> int:
    """Position of "erinnere mich" behind a joint, -1 without."""
    for k in range(start + 2, end):
        if line.norm(k - 1) in _JOINTS and (forgets := _unforgotten(line, k, end)):
            return forgets
        if line.norm(k) in REMINDER_NOUNS and line.norm(k - 1) in _JOINTS and times.spans(line, k, end):
            return k
        if not orders(line.norm(k), REMIND):
            continue
        first = k
        while first > start and line.norm(first - 1) in _TAIL - words(", . !"):
            first -= 1
        begins = line.norm(first - 1) in _JOINTS or line.any(first, k, w.POLITE_ONLY) >= 0
        oneself = (
            bool({line.norm(k + 1), line.norm(k + 2)} & w.SELF_OBJECT)
            or line.any(first, k, w.SELF_OBJECT | w.POLITE_ONLY) >= 0
        )
        if begins and oneself and first > start:
            return k
    return -1


def _unforgotten(line: Line, k: int, end: int) -> int:
    """Position of the last word of "lass mich das nicht vergessen" or "don't let me forget" at ``k``; 0 without."""
    at = line.any(k, min(k + 7, end), words("vergessen forget vergess"))
    if at < 0 or line.any(k, at, w.NEGATIONS) < 0:
        return 0
    allowed = _TAIL | w.NEGATIONS | words("lass lasse let darf dürfen i we ich wir")
    return at if all(line.norm(j) in allowed for j in range(k, at)) else 0


def _states(line: Line, start: int, stop: int) -> bool:
    """Whether the first clause only says what is to be done: no order, condition, question, quotation or report."""
    if (
        line.norm(start) in _OPENS_NOTHING
        or reported(line, start, stop)
        or order_starts(line, start, stop, strict=False)
    ):
        return False
    if line.any(start, stop, words(":") | REMIND | REMINDER_NOUNS) >= 0 or line.norm(stop - 1) in SAID | PAST:
        return False
    return not any(line.tokens[k].kind == "open" for k in range(start, stop))


def _only_reminds(line: Line, at: int, end: int, found: list[tuple[int, int]]) -> bool:
    return all(
        line.norm(k) in _TAIL or line.tokens[k].kind == "mark" or any(a <= k < b for a, b in found)
        for k in range(at + 1, end)
    )
