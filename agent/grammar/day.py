"""The day's list: "Wer ist heute dran?", "wen soll ich heute anschreiben?", "meine Follow-ups", "who is next?"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in
from agent.grammar.score import TELL_ME, behind_tell_me

_WHO = words("wer wen wem who whom who's whos wer's wers any1 anyone anybody")
_WHICH = words("welche welchen which what")
_PEOPLE = words("leads lead kontakte kontakten contacts people leute personen")
_TODAY = words("heute heut heit today jetzt now nächstes nächste nächster next gleich diese this morgens heutige")
_TURN = words("dran fällig due up next reihe next! anstehend ansteht steht")
_CONTACT = words("""
    anschreiben schreiben kontaktieren melden anrufen nachfassen nachhaken ansprechen erreichen texten contact text
    write message call ping reach follow nachfragen kümmern reden sprechen telefonieren talk speak
""")
_MUST = words("soll sollte muss müsste kann darf should must do shall need have to can")
_LISTS = words("""
    follow-ups follow-up followups followup wiedervorlagen tagesliste nachfassliste agenda tagesplan todo-liste
    anrufliste kontaktliste aufgaben tasks todos to-dos
""")
_LIST = words("liste list karten cards plan programm")
_OWN = words("meine my die the mein meiner today's heutige heutigen meinen")
_ANYTHING = words("was what")
_PENDING = words("steht ansteht liegt gibt's an on is up due tun do machen")
_START = words("los let's lets weiter go start starten loslegen")
_MOST = words("wichtigsten wichtigste dringendsten dringendste dringenden dringend top urgent first important most")
_SMALL = (
    _MOST | w.FILLERS | w.ARTICLES | w.PREPOSITIONS | w.SELF_OBJECT | _OWN | _TODAY | words("ich i es sich bei an für")
)
_NOT_LEADS = words("""
    erinnerung erinnerungen reminder reminders termin termine meeting meetings sequenz sequenzen sequence score heiß
    warm kalt hot cold kunden customers partner geburtstag birthday
""")


def read_day(line: Line, start: int, end: int) -> Found | None:
    """next_followups when the rep asks who is to be contacted; a list of leads by warmth or stage is not meant."""
    i = behind_tell_me(line, start, end)
    if i >= end or line.any(i, end, _NOT_LEADS) >= 0 or line.any(i, end, w.NEGATIONS) >= 0:
        return None
    asked = _asks(line, i, end) or _names_list(line, start, i, end) or _begins(line, start, end)
    return Found((request("next_followups", limit=_limit(line, i, end)),), end) if asked else None


def _asks(line: Line, i: int, end: int) -> bool:
    """ "Wer ist (heute) dran?", "bei wem muss ich mich melden?", "whom should I text today?"."""
    if line.norm(i) in words("bei an mit to with") and line.norm(i + 1) in _WHO:
        i += 1
    if line.norm(i) in _WHICH and line.norm(i + 1) in _PEOPLE:
        due = line.any(i, end, words("dran fällig due anstehen"))
        return due > 0 and _rest_is_small(line, i, end, _WHICH | _PEOPLE | _TURN | words("sind are ist"))
    if line.norm(i) not in _WHO:
        return line.norm(i) in _ANYTHING and _what_is_up(line, i, end)
    turn = line.any(i, end, _TURN)
    if turn > 0 and _rest_is_small(line, i, end, _TURN | words("ist is kommt als an auf der wartet on my list")):
        return True
    must = line.any(i, min(i + 4, end), _MUST)
    deed = line.any(i, end, _CONTACT)
    mine = line.any(i, end, words("ich i we wir")) > 0
    plain = _rest_is_small(line, i, end, _CONTACT | _MUST | words("up out with zuerst first alles noch dringend"))
    return must > 0 and deed > 0 and mine and plain


def _what_is_up(line: Line, i: int, end: int) -> bool:
    """ "Was steht heute an?", "what's up for today?": only with a day, or it is small talk."""
    if line.any(i, end, words("heute today heut heit")) < 0 or search(line, i + 1, end) is not None:
        return False
    return line.any(i, end, _PENDING) > 0 and _rest_is_small(line, i, end, _PENDING | _MUST | words("alles so for to"))


def _names_list(line: Line, start: int, i: int, end: int) -> bool:
    """ "Meine Follow-ups", "zeig mir die Tagesliste", "today's list"."""
    spot = line.any(i, end, _LISTS)
    if spot < 0 and line.any(i, end, words("heute heit heut today today's heutige heutigen")) >= 0:
        spot = line.any(i, end, _LIST)
    if spot < 0:
        return False
    shows = words(
        "zeig zeige zeigs gib show open öffne list hol give get see sehen anzeigen haben have want möchte will"
    )
    return _rest_is_small(line, i, end, _LISTS | _LIST | shows | TELL_ME | words("please bitte due anstehenden"))


def _begins(line: Line, i: int, end: int) -> bool:
    """ "Los geht's", "let's go": only as the whole message."""
    said = [line.norm(k) for k in range(i, end) if line.tokens[k].kind == "word"]
    return said in (["los", "geht's"], ["los", "gehts"], ["let's", "go"], ["lets", "go"], ["auf", "geht's"])


def _rest_is_small(line: Line, i: int, end: int, known: frozenset[str]) -> bool:
    """Whether nothing else is spoken of: whoever or whatever is named makes it another question."""
    allowed = known | _SMALL | _WHO | _ANYTHING | w.AUXILIARIES
    return all(line.tokens[k].kind != "word" or line.norm(k) in allowed for k in range(i, end))


def _limit(line: Line, i: int, end: int) -> int | None:
    found = next((line.norm(k) for k in range(i, end) if line.tokens[k].kind == "number"), "")
    return int(found) if found.isdigit() and 0 < int(found) <= 100 and lead_in(line, i, end).at <= end else None
