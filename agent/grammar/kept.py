"""Reminders that exist: ticked off ("Tom erledigt", "done with Henry") and put off ("schieb das auf Montag")."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, is_name, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import last_word, search
from agent.grammar.polite import Lead, lead_in, orders
from agent.grammar.reasons import reason_at
from agent.grammar.remind import pronoun_of, runs_of
from agent.grammar.verbs import DONE, REMIND, REMINDER_NOUNS, SNOOZE

_TO = words("an about of wegen zu für for bei with mit on ans regarding bezüglich")
_AWAY = words("weg löschen lösche delete streich erfüllt")
_MARK = words("mark markier markiere")
_WEAK_DONE = words("gemacht check tick fertig")
_AROUND_DONE = (w.FILLERS | w.ARTICLES | w.AUXILIARIES | _TO) | words("""
    als as ab sache hab ich i've i schon das it that all this mark markier markiere bitte weg off tick kann thing termin
    anruf rückruf mit thema
""")
_NOT_REMINDERS = words("termin treffen meeting appointment call gespräch")


def read_complete(line: Line, start: int, end: int) -> Found | None:
    """ "Erinnerung an Tom erledigt", "hake Tom ab", "done with Henry"."""
    lead = lead_in(line, start, end)
    noun = line.any(lead.at, end, REMINDER_NOUNS)
    done = line.any(start, end, DONE)
    gone = line.any(lead.at, end, words("weg raus runter"))
    if done < 0 and gone > 0 and line.norm(gone - 1) in words("kann darf") and last_word(line, gone, end) == gone:
        return Found((request("complete_reminder", lead=_name(line, search(line, lead.at, gone), lead.at, gone)),), end)
    if done < 0 and noun >= 0 and line.any(lead.at, end, _AWAY) >= 0:
        done = noun
    if done < 0 or (line.norm(end - 1) == "?" and not lead.polite):
        return None
    who = search(line, lead.at + (line.norm(lead.at) in _MARK), end)
    rest = [k for k in range(lead.at, end) if k not in (done, noun) and _foreign(line, k, who)]
    halfway = line.norm(done) in words("hak hake") and line.any(done, end, words("ab")) < 0
    weak = line.norm(done) in _WEAK_DONE and line.norm(done + 1) != "off" and bool(rest)
    if halfway or weak or (noun < 0 and len(rest) > 1):
        return None
    if line.any(start, reason_at(line, start, end), w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    if who is None and len(rest) == 1:
        who = person(line, rest[0], end)
    return Found((request("complete_reminder", lead=_name(line, who, lead.at, end)),), end)


def _foreign(line: Line, k: int, who: Person | None) -> bool:
    """A word that belongs neither to the person nor to the talk about a task that is done."""
    inside = who is not None and who.start <= k < who.end
    return line.tokens[k].kind in ("word", "number") and not inside and line.norm(k) not in _AROUND_DONE


def _name(line: Line, who: Person | None, start: int, end: int) -> str | None:
    meant = who or pronoun_of(line, list(range(start, end)))
    return bare(meant.text) if meant and meant.text else None


def read_snooze(line: Line, start: int, end: int) -> Found | None:
    """ "Verschieb die Erinnerung an Tom auf Montag", "snooze Maria for 2 hours", "nochmal in 30 Minuten"."""
    lead = lead_in(line, start, end)
    found = times.spans(line, lead.at, end)
    noun = line.any(lead.at, end, REMINDER_NOUNS)
    slips = range(lead.at, lead.at + 1)  # elsewhere a slip may be a name
    verb = next(
        (k for k in range(lead.at, end) if line.norm(k) in SNOOZE or (k in slips and orders(line.norm(k), SNOOZE))), -1
    )
    if (
        verb < 0
        and found
        and noun >= 0
        and line.norm(noun - 1) in w.ARTICLES
        and line.any(noun, end, words("erst")) > 0
    ):
        verb = noun  # "die Erinnerung brauch ich erst morgen"
    if verb < 0 and noun > lead.at and line.norm(noun - 1) in w.ARTICLES and found:
        verb = _laid(line, lead.at, end, found)
    if verb < 0:
        return _again(line, start, lead, end, found)
    if line.norm(verb) not in words("snooze snoozing") and noun < 0 and line.any(verb, end, _NOT_REMINDERS) >= 0:
        return None
    who = next((p for a, b in _gaps(lead.at, end, found) for p in [search(line, a, b)] if p), None)
    when = times.said(line, times.choose(line, found, end)) or _length(line, lead.at, end)
    if noun < 0 and not (when and (who or line.any(verb, end, words("das it die ihn sie es that this")) >= 0)):
        return None
    if line.any(start, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    return Found((request("snooze_reminder", lead=_name(line, who, verb, end), when=when),), end)


def _laid(line: Line, start: int, end: int, found: list[tuple[int, int]]) -> int:
    """ "Leg die Erinnerung auf Freitag", "… auf morgen setzen": the verb of the reminder that is laid elsewhere; -1."""
    laid = words("leg lege legen setz setze setzen stell stelle stellen mach mache machen put set change ändere ändern")
    verb = line.any(start, end, laid)
    moved = any(line.norm(a) in ("auf", "to") or line.norm(a - 1) in ("auf", "to") for a, _ in found)
    return verb if moved else -1


def _gaps(start: int, end: int, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return runs_of([k for k in range(start, end) if not any(a <= k < b for a, b in found)])


def _length(line: Line, start: int, end: int) -> str | None:
    span = length_at(line, start, end)
    return line.cut(*span) if span else None


def length_at(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Where a bare duration stands ("eine Stunde", "2 hours") that is no date by itself."""
    unit = line.any(
        start,
        end,
        words("""
            stunde stunden minute minuten tag tage tagen woche wochen hour hours minutes day days week weeks min h
            std monat stündchen
        """),
    )
    if unit < 0:
        return None
    first = unit
    while first > start and (
        line.tokens[first - 1].kind == "number"
        or line.norm(first - 1) in w.NUMBER_WORDS | w.INDEFINITE | words("paar halbe couple few of")
    ):
        first -= 1
    return first, unit + 1


def _again(line: Line, start: int, lead: Lead, end: int, found: list[tuple[int, int]]) -> Found | None:
    """ "Später nochmal", "remind me again in an hour": the last reminder once more, when nobody is named."""
    again = line.any(
        start,
        end,
        words("nochmal again nochmals später later erst") if found else words("nochmal again nochmals später later"),
    )
    if again < 0 or (not found and line.any(start, end, words("erinnere erinner erinnern remind")) < 0):
        return None
    rest = [
        k
        for k in range(start, end)
        if line.tokens[k].kind in ("word", "phone")
        and not any(a <= k < b for a, b in found)
        and line.norm(k)
        not in w.FILLERS
        | w.SELF_OBJECT
        | REMIND
        | words("erst lieber später later again nochmal nochmals daran dran melden dich about it that this davon")
    ]
    if rest or any(is_name(line.tokens[k]) for k in rest):
        return None
    when = times.said(line, times.choose(line, found, end)) or line.cut(again, again + 1)
    return Found((request("snooze_reminder", when=when),), end)
