"""The rep's own day: "Schick mir die Liste um 7:30", "keine Abendzusammenfassung", "ich arbeite von 9 bis 18 Uhr"."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.people import last_word, search
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import SEND, WRITE

_LISTS = words("""
    liste list morgenliste tagesliste digest übersicht morgenübersicht tagesübersicht morgendigest follow-up-liste
    morgennachricht morgenzusammenfassung overview
""")
_EVENINGS = words("""
    abendzusammenfassung tageszusammenfassung abendbericht tagesbericht tagesabschluss abendübersicht abendzeile
    feierabendbericht abendnachricht tagesrückblick abendliste
""")
_WEEKLY = words("""
    wochenbericht wochenberichte teambericht wochenübersicht wochenrückblick weekly weekly-report wochenzusammenfassung
""")
_SUMMARIES = words("zusammenfassung summary recap rückblick bericht report line zeile")
_OF_THE_DAY = words("evening abend abends daily tages tägliche day's nightly abendliche")
_WORKING = words("arbeite arbeiten work working arbeitszeit arbeitszeiten active aktiv aktiven bürozeiten hours "
                 "erreichbar available dienst")  # fmt: skip
_OFF = w.NEGATIONS | words(
    "aus off abschalten ausschalten deaktivier deaktiviere deaktivieren abbestellen stop stopp weg"
)
_ON = words("einschalten anschalten aktiviere aktivieren wieder enable")
_HOURLY = words("auf to um at gegen ab täglich immer jeden jeder every daily morgens morgen früh morning")
_DAYS = words("montag dienstag mittwoch donnerstag freitag samstag sonntag monday tuesday wednesday thursday friday "
              "saturday sunday montags freitags mondays fridays mo fr mon fri")  # fmt: skip
_UNTIL = words("bis to until till - –")
_SETTINGS = words("tagesplan tagesablauf dayplan")


def read_plan(line: Line, start: int, end: int) -> Found | None:
    """plan_day with what is to change; a list that is wanted now, or about somebody, is another matter."""
    if line.any(start, end, words(":")) >= 0 or end - start > 24:
        return None
    if line.norm(lead_in(line, start, end).at) in w.QUESTIONS | w.WHY:  # asks about the list and switches nothing
        return _shown(line, start, end)
    summary = line.any(start, end, _SUMMARIES) >= 0 and line.any(start, end, _OF_THE_DAY) >= 0
    if (summary or line.any(start, end, _EVENINGS) >= 0) and line.any(start, end, words("von of about über zu")) < 0:
        return _switched(line, start, end, "evening")
    if line.any(start, end, _WEEKLY) >= 0 and (found := _switched(line, start, end, "weekly")) is not None:
        return found
    if line.any(start, end, _LISTS) >= 0 and _alone(line, start, end):
        return _switched(line, start, end, "digest")
    if line.any(start, end, _WORKING) >= 0 and line.any(start, end, words("ich i meine my mein")) >= 0:
        return _working(line, start, end)
    return _shown(line, start, end)


def _shown(line: Line, start: int, end: int) -> Found | None:
    """ "Mein Tagesplan", "wie ist mein Tagesablauf?"."""
    plain = [line.norm(k) for k in range(start, end) if line.tokens[k].kind == "word"]
    shown = bool(plain) and plain[-1] in _SETTINGS and len(plain) <= 4
    return Found((request("plan_day"),), end) if shown else None


def _alone(line: Line, start: int, end: int) -> bool:
    """Whether nobody's list but the rep's own is spoken of."""
    foreign = words("leads kontakte kunden customers contacts warmen heißen hot warm partner kalten cold einkaufsliste")
    sends = any(orders(line.norm(k), SEND | WRITE) for k in range(start, min(start + 4, end)))
    mine = line.any(start, end, w.SELF_OBJECT) >= 0 or search(line, start + 1, end) is None
    return line.any(start, end, foreign) < 0 and (not sends or mine)


def _switched(line: Line, start: int, end: int, name: str) -> Found | None:
    particle = line.norm(last_word(line, start, end)) in words("aus off ab weg")  # "aus Wien" switches nothing off
    if particle or line.any(start, end, _OFF - words("aus off weg")) >= 0:
        return Found((request("plan_day", **{name: "off"}),), end)
    when = times.said(line, times.spans(line, start, end)) or _number(line, start, end)
    if when is not None and line.any(start, end, _HOURLY) >= 0:
        clock = _clock(line, start, end)
        return Found((request("plan_day", **{name: clock or when}),), end)
    if line.any(start, end, _ON) >= 0 or (name == "evening" and line.norm(end - 1) in words("an ein on")):
        return Found((request("plan_day", **{name: "on"}),), end)
    return None


def _clock(line: Line, start: int, end: int) -> str | None:
    """The words of the time of day alone, without "jeden Morgen" before them."""
    found = [span for span in times.spans(line, start, end) if times.is_clock(line, span)]
    return line.cut(*found[0]) if found else _number(line, start, end)


def _number(line: Line, start: int, end: int) -> str | None:
    k = next((k for k in range(start, end) if line.tokens[k].kind == "number"), -1)
    if k < 0:
        return None
    stop = k + 1 + (line.norm(k + 1) in words("uhr am pm"))
    return line.cut(k, min(stop, end))


def _working(line: Line, start: int, end: int) -> Found | None:
    """ "Ich arbeite von 9 bis 18 Uhr", "I work Monday to Friday", "meine Arbeitszeiten sind 8:30-17:00"."""
    numbers = [k for k in range(start, end) if line.tokens[k].kind == "number"]
    days = [k for k in range(start, end) if line.norm(k) in _DAYS]
    hours = None
    if len(numbers) >= 2 and line.any(numbers[0], numbers[-1], _UNTIL) > 0:
        stop = numbers[-1] + 1 + (line.norm(numbers[-1] + 1) in words("uhr am pm"))
        hours = line.cut(numbers[0], min(stop, end))
    named = line.cut(days[0], days[-1] + 1) if days else None
    if hours is None and named is None:
        return None
    return Found((request("plan_day", active=hours, weekdays=named),), end)
