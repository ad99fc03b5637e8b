"""Orders said in loose words, read when no exact grammar fits: what is named decides, not how the sentence is built.

Only acts that a rep can take back are read so. A negation, a condition or a finite verb (somebody does or did
something) makes talk of it; then nothing is read.
"""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.common import FINITE
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import row, search_runs
from agent.grammar.polite import Lead, lead_in
from agent.grammar.remind import pronoun_of, runs_of
from agent.grammar.segment import names_sequence
from agent.grammar.sequences import sequence_words
from agent.grammar.verbs import MAKE, PAST, PLACE, REMINDER_NOUNS, SAID, START, STOP

_OUT = words("raus weg heraus out off schluss ende stopp stop fertig aus")
_IN = words("in into onto auf ins für for bei beim on mit an los")
_GIVEN_TO = words("schicken geben senden send give verpassen")
_SMALL = (
    w.FILLERS | w.ARTICLES | w.INDEFINITE | _IN | _OUT | MAKE | START | STOP | words("von vom der die und and from")
)
_TALK = (w.AUXILIARIES | w.MODALS_SELF | PAST | SAID | FINITE) - words("am have will kommt komm")
_ENTERED = words("eintragen vormerken einplanen vornotieren einspeichern terminieren vermerken")
_CONTACTING = words("""
    anrufen melden nachhaken nachfassen zurückrufen kontaktieren nachfragen treffen besuchen anpingen telefonieren
    durchrufen nachtelefonieren rückmelden
""")
_KEPT_IN_MIND = words("vergessen forget denken")


def read_loosely(line: Line, start: int, end: int) -> Found | None:
    """A sequence to start or stop, or a reminder, by what the clause names."""
    lead = lead_in(line, start, end)
    if lead.at >= end or (line.norm(end - 1) == "?" and not lead.polite) or line.any(lead.at, end, words(": ]")) >= 0:
        return None
    return _sequence(line, lead, end) or _reminder(line, lead, end)


def _sequence(line: Line, lead: Lead, end: int) -> Found | None:
    """ "Julia und Tom in die Ghost-Reaktivierung", "raus mit Tom aus der Strecke", "mach bei Eva die Strecke an"."""
    i = lead.at
    if not names_sequence(line, i, end) or _talks(line, i, end) or line.any(i, end, REMINDER_NOUNS | w.EVERYBODY) >= 0:
        return None
    people = _people(line, i, end) or ([Person(line.mentioned, i, i)] if line.mentioned else [])
    if not people:
        return None
    last = end - 1
    while last > i and (line.tokens[last].kind == "mark" or line.norm(last) in w.FILLERS):
        last -= 1
    out = (
        line.any(i, end, (STOP - PLACE) | (_OUT - words("aus"))) >= 0
        or line.norm(last) == "aus"
        or _leaves(line, i, end)
    )
    used = {k for p in people for k in range(p.start, p.end)}
    used |= {k for k in range(i, end) if line.norm(k) in _SMALL - w.ARTICLES or line.tokens[k].kind == "mark"}
    name = sequence_words(line, i, end, used)
    tool = "stop_sequence" if out else "start_sequence"
    if not out and (name is None or line.any(i, end, _IN | _GIVEN_TO | START | MAKE) < 0):
        return None
    line.focus = people[-1].text
    return Found(tuple(request(tool, lead=bare(p.text or ""), sequence=name) for p in people), end)


def _leaves(line: Line, i: int, end: int) -> bool:
    away = line.any(i, end, words("aus from"))
    return away >= 0 and names_sequence(line, away + 1, min(away + 4, end)) and line.any(i, end, words("in into")) < 0


def _people(line: Line, i: int, end: int) -> list[Person]:
    """The first person of the clause with those in a row behind; names of sequences are nobody."""
    for k in range(i, end):
        who = person(line, k, end)
        if who and who.text and not names_sequence(line, who.start, who.end) and line.tokens[k].kind != "mark":
            return [who, *(p for p in row(line, who.end, end) if p.text and not names_sequence(line, p.start, p.end))]
    return []


def _reminder(line: Line, lead: Lead, end: int) -> Found | None:
    """ "Dienstag 9:30 Fiedler nachfassen, bitte eintragen", "morgen um 8 Anruf mit Eva nicht vergessen"."""
    i = lead.at
    found = times.spans(line, i, end)
    stop = _entered(line, i, end)
    if not found or stop < 0 or line.any(i, stop, w.NEGATIONS) >= 0 or _talks(line, i, stop):
        return None
    when = times.choose(line, found, end)
    free = [k for k in range(i, stop) if not any(a <= k < b for a, b in when)]
    while free and (line.norm(free[-1]) in w.FILLERS or line.tokens[free[-1]].kind == "mark"):
        free.pop()
    while free and (line.norm(free[0]) in w.FILLERS | words("für for am an") or line.tokens[free[0]].kind == "mark"):
        free.pop(0)
    if not free:
        return None
    return reminder_of(line, free, when, end)


def reminder_of(line: Line, free: list[int], when: list[tuple[int, int]], end: int) -> Found:
    """create_reminder with the words at ``free`` as its matter and whoever they name, at the date in ``when``."""
    who = search_runs(line, runs_of(free)) or pronoun_of(line, free)
    name = bare(who.text) if who and who.text else None
    line.focus = name or line.focus
    note = " ".join(line.cut(a, b) for a, b in runs_of(free)).strip(" ,:;-–")
    return Found((request("create_reminder", lead=name, date=times.said(line, when), note=note),), end)


def _entered(line: Line, i: int, end: int) -> int:
    """Where "(bitte) eintragen", "nicht vergessen", "dran denken" begins at the end of the clause; -1 without."""
    last = end - 1
    while last > i and (line.tokens[last].kind == "mark" or line.norm(last) in w.FILLERS):
        last -= 1
    if line.norm(last) in _ENTERED:
        return last
    if line.norm(last) in _CONTACTING and line.norm(i) not in w.QUESTIONS | w.WHY:
        return last + 1
    kept = line.norm(last) in _KEPT_IN_MIND and line.norm(last - 1) in words("nicht not dran daran net ned don't")
    return last - 1 if kept else -1


def _talks(line: Line, i: int, end: int) -> bool:
    """Whether a negation, a condition or a finite verb makes a statement of the clause."""
    return line.any(i, end, w.NEGATIONS | w.CONDITIONALS | _TALK) >= 0
