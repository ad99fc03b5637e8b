"""Appointments: booked, moved, called off, listed. "Buch mir mit Anna am Dienstag um 17 Uhr einen Termin"."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import search, search_runs
from agent.grammar.polite import lead_in, orders
from agent.grammar.reasons import reason_at
from agent.grammar.verbs import MAKE, REMIND, REMINDER_NOUNS, SHOW, SNOOZE
from store import dates

_NOUN = words("""
    termin termine terminvorschlag meeting meetings appointment appointments call calls telefontermin videocall
    videotermin zoomcall zoom-call beratungstermin beratungsgespräch gespräch gespräche telefonat telefonate treffen
    besprechung gesprächstermin demo appt
""")
_FIRM = words("termin termine meeting meetings appointment appointments telefontermin videotermin beratungstermin")
_MANY = words("termine meetings appointments calls gespräche treffen")
_BOOK = words("""
    buch buche buchst buchen book booking vereinbar vereinbare vereinbarst vereinbaren ausmachen abmachen mach machs
    arrange arranging schedule scheduling reservier reserviere reservieren block blocke blocken blockier blockiere
    eintragen trag trage einplanen plan plane fixier fixiere set setup stell stelle organisier organisiere leg lege
""") | (MAKE - words("schreib schreibe gib brauch brauche need want möchte will hätte save store log record write"))
_CANCEL = words("""
    sag sage sagst absagen cancel cancelling canceln cancle cancele storniere stornier stornieren streich streiche
    streichen lösch lösche löschen delete entfern entferne entfernen remove drop annulliere call
""")
_OFF = words("ab off absagen")
_MUST = words("muss muß soll sollte must should needs needed to")
_AROUND = words("um auf to")
_LIST = words("welche was wann which what when zeig zeige show list liste habe hab have sind are any gibt")
_WITH = words("mit mim with bei von für for zum")
_LONG = words("für for lang")
_ABOUT = words("wegen zum zur über about thema betreff re regarding")


def read_meeting(line: Line, start: int, end: int) -> Found | None:
    """book_, move_, cancel_ or list_meetings; None where no appointment is spoken of as something to do."""
    lead = lead_in(line, start, end)
    whole, end = end, reason_at(line, start, end)
    i = lead.at
    noun = line.any(i, end, _NOUN)
    own = line.norm(i) in words("hab habe haben have do") and line.norm(i + 1) in w.SELF
    if own and line.any(i, end, words("kalender calendar")) > 0 and times.spans(line, i, end):
        return _listed(line, i, end)
    if i >= end or line.any(i, end, REMIND | REMINDER_NOUNS) >= 0 or (noun < 0 and not _books_somebody(line, i, end)):
        return None
    first, last = line.norm(i), line.norm(_last(line, i, end))
    called_off = first in words("sag sage call") and last in _OFF
    asks = line.norm(end - 1) == "?" or (first in _LIST and not called_off)
    if noun >= 0 and asks and first in words("hab habe haben have do") and line.norm(i + 1) in w.SELF:
        return _listed(line, i, end)
    if kind_of_talk(line, i, end) and not (lead.polite or lead.wish or _made_out(line, i, end)):
        return None
    if (
        noun >= 0
        and not called_off
        and line.norm(noun) in words("termine meetings appointments calls gespräche treffen")
        and _lists(line, i, whole, first)
    ):
        return _listed(line, i, end)
    kind = _kind(line, lead.at, end, noun, first, last)
    if kind is None and lead.wish and noun >= 0 and line.norm(noun) in _FIRM and line.any(noun, end, _WITH) == noun + 1:
        kind = "book"  # "Ich brauch morgen um 10 einen Termin mit Carl"
    if kind is None or (asks and first in words("hab habe have was wann when what")):
        return None
    if line.any(i, end, w.NEGATIONS) >= 0 and not lead.keep:
        return Found((), end, "negated")
    spans = times.spans(line, i, end)
    said = times.said(line, times.choose(line, spans, end)) if spans else None
    who = _who(line, i, end, spans)
    if who is not None and _company(line, who, end):
        return Found((), end, "not_understood")
    name = bare(who.text) if who is not None and who.text else None
    if name is None and line.any(i, end, w.HIM_OR_HER) >= 0:
        name = line.focus
    line.focus = name or line.focus
    if kind == "cancel":
        return Found((request("cancel_meeting", lead=name),), end)
    if kind == "move":
        return Found((request("move_meeting", lead=name, date=_target(line, spans) or said),), end)
    if name is None and (noun < 0 or (said is None and line.norm(noun) not in _FIRM)):
        return None
    minutes = _minutes(line, i, end)
    return Found((request("book_meeting", lead=name, date=said, minutes=minutes),), end)


def _books_somebody(line: Line, i: int, end: int) -> bool:
    """ "Buch Tom am Dienstag um 9 ein", "book Emily for Friday 3 pm": the verb alone says that it is an appointment."""
    if line.norm(i) in words("buch buche book") or line.norm(_last(line, i, end)) in words("ausmachen abmachen"):
        return bool(times.spans(line, i, end))
    if line.norm(i) in words("sag sage") and line.norm(_last(line, i, end)) in words("ab"):
        return line.any(i, end, w.INDEFINITE) < 0  # "Sag Carl ab"
    if _calendared(line, i, end) or _made_out(line, i, end):
        return True
    lasting = line.norm(i) in _BOOK | words("get gimme") and _minutes(line, i, end) is not None
    return lasting and line.any(i, end, words("mit with w")) > 0 and bool(times.spans(line, i, end))


def _calendared(line: Line, i: int, end: int) -> bool:
    """ "Coffee with Tom friday 9am, put it in the calendar": whom with, when, and that it be written down."""
    book = line.any(i, end, words("kalender calendar"))
    down = book > 0 and any(orders(line.norm(k), _BOOK) for k in range(max(i, book - 5), min(book + 3, end)))
    return down and line.any(i, book, words("mit with w")) >= 0 and bool(times.spans(line, i, end))


def _made_out(line: Line, i: int, end: int) -> bool:
    """ "Mach mit Tom am Dienstag um 9 was aus"."""
    out = orders(line.norm(i), words("mach mache")) and line.norm(_last(line, i, end)) == "aus"
    return out and line.any(i, end, words("mit mim")) > 0 and line.any(i, end, words("was etwas")) > 0


def _last(line: Line, i: int, end: int) -> int:
    k = end - 1
    while k > i and line.tokens[k].kind == "mark":
        k -= 1
    return k


def _kind(line: Line, i: int, end: int, noun: int, first: str, last: str) -> str | None:
    """What is to be done with the appointment: by the verb that opens or closes the clause, or by the noun alone."""
    if (orders(first, _CANCEL) and (line.any(i, end, _OFF) >= 0 or first not in words("sag sage sagst call"))) or (
        orders(last, _CANCEL) and last not in words("sag call")
    ):
        return "cancel" if noun >= 0 or _books_somebody(line, i, end) else None
    laid = (
        noun > i and last in words("legen setzen verlegen stellen schieben") and line.any(i, end, words("auf to")) > 0
    )
    laid = laid or (noun > i and first in words("leg lege setz setze") and line.any(noun, end, words("auf to")) > 0)
    if laid and line.norm(noun - 1) in w.ARTICLES | w.POSSESSIVES:
        return "move"
    if noun < 0 and (_calendared(line, i, end) or _made_out(line, i, end)):
        return "book"
    bound = line.any(noun, end, words("muss muß must")) if noun >= 0 else -1
    if bound > 0 and line.norm(bound + 1) in ("auf", "to") and times.spans(line, bound + 1, end):
        return "move"  # "der Termin muss auf Freitag um eins"
    must = noun >= 0 and line.any(noun, end, _MUST) > 0
    if must and line.any(noun, end, words("verschoben verlegt moved postponed rescheduled")) > 0:
        return "move"
    if must and line.any(noun, end, words("abgesagt storniert gestrichen cancelled canceled")) > 0:
        return "cancel"
    moves = noun >= 0 and (orders(first, SNOOZE) or orders(last, SNOOZE))
    if moves or (first in words("buch buche leg lege move") and line.any(i, end, words("um")) == _last(line, i, end)):
        return "move"
    if orders(first, _BOOK) or orders(last, _BOOK - words("mach set plan leg")):
        return "book"
    bare_order = 0 <= noun <= i + 1 and line.norm(noun) in _FIRM and (noun == i or line.norm(i) in w.INDEFINITE)
    return "book" if bare_order and (line.any(noun, end, _WITH) == noun + 1 or times.spans(line, noun, end)) else None


def _who(line: Line, i: int, end: int, spans: list[tuple[int, int]]) -> Person | None:
    """Whom it is with: behind "mit", else anybody named outside the time."""
    for k in range(i, end - 1):
        if line.norm(k) in _WITH and not any(a <= k + 1 < b for a, b in spans):
            found = search(line, k + 1, next((a for a, _ in spans if a > k), end))
            if found is not None and found.start <= k + 2 and found.text:
                return found
    runs, at = [], i
    for a, b in spans:
        runs.append((at, a))
        at = b
    return search_runs(line, [run for run in [*runs, (at, end)] if run[0] < run[1]])


def _company(line: Line, who: Person, end: int) -> bool:
    """ "mit Tom und Lisa": an appointment is with one lead; whoever is dropped in silence would be missed."""
    joined = line.norm(who.end) in ("und", "and", "&", ",", "u")
    return joined and who.end + 1 < end and person(line, who.end + 1, end, alone=True, pronouns=False) is not None


def _target(line: Line, spans: list[tuple[int, int]]) -> str | None:
    """ "von Dienstag auf Freitag um 9": the time behind "auf" is the new one."""
    later = [k for k, (a, _) in enumerate(spans) if line.norm(a - 1) in _AROUND or line.norm(a) in _AROUND]
    return times.said(line, spans[later[0] :][:2]) if later else None


def kind_of_talk(line: Line, i: int, end: int) -> bool:
    """ "Termin mit Martin war gut": a verb that tells how it was or is makes no order of the noun."""
    return line.any(i, end, words("war waren was were lief ging klappte ist wird") - {"ware"}) > i


def _minutes(line: Line, i: int, end: int) -> int | None:
    """ "für 45 Minuten", "eine Stunde lang", ", 30 min"."""
    for k in range(i, end):
        if line.norm(k + 1) in words("minuten minutes min mins minute") and line.norm(k - 1) != "in":
            length = dates.parse_duration(line.cut(k, k + 2)) if line.tokens[k].kind == "number" else None
            if length is not None and 300 <= length.total_seconds() <= 28_800:
                return round(length.total_seconds() / 60)
        if line.norm(k) in words("eine ne halbe half a an") and line.norm(k - 1) not in ("in", "um"):
            stop = next((s for s in (k + 3, k + 2) if s <= end and line.norm(s - 1) in words("stunde hour")), 0)
            length = dates.parse_duration(line.cut(k, stop)) if stop else None
            if length is not None and length.total_seconds() <= 28_800:
                return round(length.total_seconds() / 60)
        if line.norm(k) in ("für", "fuer", "for"):
            for stop in range(min(k + 5, end), k + 1, -1):
                length = dates.parse_duration(line.cut(k + 1, stop))
                if length is not None and 300 <= length.total_seconds() <= 28_800:
                    return round(length.total_seconds() / 60)
    return None


def _lists(line: Line, i: int, end: int, first: str) -> bool:
    if first in _LIST or orders(first, SHOW):
        return True
    return all(
        line.norm(k) in _NOUN | w.POSSESSIVES | w.FILLERS or line.tokens[k].kind == "mark" for k in range(i, end)
    )


def _listed(line: Line, i: int, end: int) -> Found:
    spans = times.spans(line, i, end)
    said = times.said(line, times.choose(line, spans, end)) if spans else None
    who = _who(line, i, end, spans) if line.any(i, end, words("mit with")) >= 0 else None
    return Found(
        (request("list_meetings", date=said, lead=bare(who.text) if who is not None and who.text else None),), end
    )
