"""Starting and stopping a sequence: the verb, whose it is, and which one."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import OFF_TOPIC
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, genitive, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import row
from agent.grammar.polite import Lead, lead_in, orders
from agent.grammar.reasons import reason_at
from agent.grammar.segment import is_sequence_word
from agent.grammar.verbs import LEAD_NOUNS, PLACE, REMINDER_NOUNS, SEQUENCE_NOUNS, START, STOP

_FOR = words("für bei mit for with von of an to on at zu beim vom")
_INTO = words("auf in into on onto through durch ins zu to")
_OUT = words("aus von vom off from out of")
_PARTICLES = words("""
    hoch going
    kriegen bekommen get erhalten
    an ein los raus rein ab auf off up out hinzu heraus fort laufen weg aus nehmen bringen machen
""")
_NOT_SEQUENCES = words("""
    chat gespräch conversation call video meeting anruf computer auto spiel game musik music app bot diskussion
    termin tag day erinnerung reminder nachricht message anmeldung neu
""")
_PLAIN = words("""
    sequenz sequenzen sequence sequences die eine ne a the campaign kampagne strecke automation automatisierung
    programm program sequenze follow-ups followups follow-up ablauf automatik workflow flow nachrichten messages
    alles everything all bitte
""")
_STATED = words("war waren wurde ist sind was were") - {"ware"}
_WANTED = words("soll should muss must")


def read_sequence(line: Line, start: int, end: int) -> Found | None:
    """start_sequence or stop_sequence; None when the clause speaks of no sequence."""
    lead = lead_in(line, start, end)
    end = reason_at(line, start, end)
    if line.norm(lead.at) in w.QUESTIONS:  # asks and orders nothing
        return None
    stop = _verb_at(line, lead, end, STOP)
    begin = _verb_at(line, lead, end, START | PLACE)
    named = any(is_sequence_word(line.norm(k)) or _first_contact(line, k) for k in range(lead.at, end))
    if stop < 0 and named:
        stop = _out_at(line, lead, end)
    if named and stop < 0 and (out := _no_longer(line, lead.at, end)) is not None:
        line.focus = out.text
        return Found((request("stop_sequence", lead=bare(out.text or "")),), end)
    if stop >= 0 and (begin < 0 or line.norm(stop) not in PLACE or _leaves(line, stop, end)):
        return _stop(line, lead, stop, end, named)
    placed = begin >= 0 and line.norm(begin) in PLACE - START
    if begin < 0:
        begin = _wanted(line, lead, end) if named else -1
        placed = True
    if begin < 0 or (placed and not named and line.norm(begin) not in words("enroll enrol enrolling einschreiben")):
        return None
    return _start(line, lead, begin, end, placed)


def _first_contact(line: Line, k: int) -> bool:
    return line.norm(k) in words("first erster ersten ersterkontakt") and line.norm(k + 1) in words("contact kontakt")


def _verb_at(line: Line, lead: Lead, end: int, group: frozenset[str]) -> int:
    """The ordering verb: first word behind the politeness, or the infinitive at the end ("… starten")."""
    if lead.at < end and orders(line.norm(lead.at), group):
        return lead.at
    last = end - 1
    while last > lead.at and (line.tokens[last].kind == "mark" or line.norm(last) in w.FILLERS | w.NEGATIONS):
        last -= 1
    if lead.polite and line.norm(last) in w.MODALS_BOT:
        last -= 1
    told = lead.polite or lead.wish
    if (
        is_sequence_word(line.norm(lead.at))
        and orders(line.norm(lead.at + 1), group)
        and line.norm(lead.at + 1).endswith("en")
    ):
        return lead.at + 1

    if group is STOP and line.norm(lead.at) == "mach" and line.norm(lead.at + 1) == "schluss":
        return lead.at
    infinitive = line.norm(last).endswith(("en", "st") if told else "en") and orders(line.norm(last), group)
    wanting = not (lead.polite or lead.wish) and line.any(lead.at, last, w.MODALS_SELF) >= 0
    subject = (line.norm(lead.at) in words("ich er sie es man wir i he she they") and not lead.wish) or wanting
    if infinitive and not subject:
        return last
    return lead.at + 1 if line.norm(lead.at + 1) in group and line.norm(lead.at) in words("gleich sofort jetzt") else -1


def _wanted(line: Line, lead: Lead, end: int) -> int:
    """ "Lisa soll in die Ghost-Strecke", "Lisa in die Sequenz": a place for somebody without a placing verb."""
    who = person(line, lead.at, end, pronouns=False)
    if who is None or who.everybody:
        return -1
    at = who.end
    if line.norm(at) in _WANTED:
        at += 1
    while line.norm(at) in w.FILLERS:
        at += 1
    gets = line.norm(who.end) in _WANTED and line.norm(end - 1) in words("kriegen bekommen get erhalten")
    return at if (gets or line.norm(at) in words("in auf into on ins")) and line.norm(end - 1) != "?" else -1


def _out_at(line: Line, lead: Lead, end: int) -> int:
    """ "Tom raus aus der Sequenz": position of "raus" right behind a person, -1 without."""
    who = person(line, lead.at, end, pronouns=False)
    return who.end if who and line.norm(who.end) in words("raus out weg off heraus") and not who.everybody else -1


def _no_longer(line: Line, i: int, end: int) -> Person | None:
    """ "Lisa soll nicht mehr in der Langzeitpflege sein": whom a sequence is over for."""
    who = person(line, i, end, pronouns=False)
    if who is None or who.everybody or not who.text or line.norm(who.end) not in _WANTED or line.norm(end - 1) == "?":
        return None
    no = line.any(who.end, min(who.end + 5, end), words("nimmer nicht ned net not"))
    over = no > 0 and (line.norm(no) == "nimmer" or line.any(no, end, words("mehr länger anymore longer")) > 0)
    return who if over and line.any(no, end, words("in auf bekommen kriegen on")) > 0 else None


def _leaves(line: Line, at: int, end: int) -> bool:
    return (
        line.any(at, end, words("aus raus off out from heraus aus")) >= 0
        and line.any(at, end, words("in into auf")) < 0
    )


def people_of(line: Line, start: int, end: int, skip: int) -> tuple[Person | None, set[int]]:
    """Whose sequence: after a preposition first, else a genitive, else a bare name that names no sequence."""
    for k in range(start, end):
        if k == skip or line.norm(k) not in _FOR:
            continue
        who = person(line, k + 1, end)
        if (
            who
            and not any(is_sequence_word(line.norm(j)) for j in range(who.start, who.end))
            and not _inside_name(line, k, end)
        ):
            owner = genitive(line, k + 1, end)
            sure = owner if owner and owner.end < end and is_sequence_word(line.norm(owner.end)) else None
            return sure or who, set(range(k, (sure or who).end))
    k = start
    while k < end:
        if k != skip and line.tokens[k].kind != "mark":
            owner = genitive(line, k, end)
            if (
                owner
                and owner.end < end
                and any(is_sequence_word(line.norm(j)) for j in range(owner.end, min(owner.end + 3, end)))
            ):
                return owner, set(range(k, owner.end))
            who = person(line, k, end, pronouns=line.norm(k) in words("sie ihn her him"))
            if (
                who
                and not who.everybody
                and not is_sequence_word(line.norm(who.end))
                and not _sequence_ahead(line, who, end)
            ):
                return who, set(range(k, who.end))
            if who and not who.everybody and who.end - who.start > 0 and line.norm(who.end) in _INTO:
                return who, set(range(k, who.end))
        k += 1
    return None, set()


def _placed(line: Line, at: int, end: int) -> tuple[Person | None, set[int]]:
    """ "put Claire on …": the object of the placing verb comes first; else as with any verb."""
    k = at + 1
    while k < end and line.norm(k) in w.FILLERS:
        k += 1
    who = person(line, k, end, pronouns=line.norm(k) in words("sie ihn her him")) if k < end else None
    if who and not who.everybody and not is_sequence_word(line.norm(who.end)):
        return who, set(range(k, who.end))
    for k in range(at):
        first = person(line, k, at, pronouns=False)
        if first and not first.everybody and line.norm(first.end) in _INTO | _WANTED:
            return first, set(range(k, first.end))
    return people_of(line, 0 if line.norm(at) in _PARTICLES | _INTO else min(at, end), end, at)


def _inside_name(line: Line, k: int, end: int) -> bool:
    """ "first contact to partner": the preposition belongs to the sequence's own name."""
    return is_sequence_word(line.norm(k + 1)) or line.norm(k + 1) in words("partner kunde customer")


def _sequence_ahead(line: Line, who: Person, end: int) -> bool:
    return line.norm(who.end) in words("-") or (
        line.norm(who.start - 1) in words("die der the eine") and is_sequence_word(line.norm(who.end))
    )


def sequence_words(line: Line, start: int, end: int, used: set[int]) -> str | None:
    """The sequence's name as said, without articles and without the mere word "Sequenz"."""
    keep = [
        k for k in range(start, end) if k not in used and line.tokens[k].kind in ("word", "number", "open", "close")
    ]
    for k in list(keep):
        if line.tokens[k].kind == "open":
            close = line.partner(k)
            return line.raw[line.tokens[k].end : line.tokens[close].start].strip() or None
    drop = (
        words("schluss")
        | w.FILLERS
        | w.ARTICLES
        | w.INDEFINITE
        | _PARTICLES
        | w.NOW_WORDS
        | words("""
            alle all sämtliche mit bei für with auf in into on onto to ins zu zur laufende laufenden laufender
            aktuelle aktuellen current running of from aus von off neue new durch through
        """)
    )
    while keep and (line.norm(keep[0]) in drop or line.norm(keep[0]) in SEQUENCE_NOUNS & _PLAIN | LEAD_NOUNS):
        keep.pop(0)
    while keep and (
        line.norm(keep[-1]) in drop - words("in")
        or line.norm(keep[-1]) in words("sequenz sequence campaign kampagne sequenze nachrichten")
    ):
        keep.pop()
    if (
        not keep
        or all(line.norm(k) in w.PRONOUNS for k in keep)
        or all(line.norm(k) in _PLAIN | w.NEGATIONS for k in keep)
    ):
        return None
    return (
        line.cut(keep[0], keep[-1] + 1)
        if keep[-1] - keep[0] + 1 == len(keep)
        else " ".join(line.tokens[k].text for k in keep)
    )


def _start(line: Line, lead: Lead, at: int, end: int, placed: bool) -> Found | None:
    who, spot = _placed(line, at, end) if placed else people_of(line, lead.at, end, at)
    used = spot | ({at} if line.norm(at) in START | PLACE or orders(line.norm(at), START | PLACE) else set())
    if placed and who and who.end < at and line.norm(at) in _INTO | w.ARTICLES:
        used |= set(range(lead.at, at))
    others = _others(line, who, spot, end)
    used |= {k for one in others for k in range(one.start, one.end)}
    if others and who is not None:
        used |= set(range(who.end, others[-1].end))
    name = sequence_words(line, lead.at, end, used)
    if name is None and not any(line.norm(k) in SEQUENCE_NOUNS for k in range(lead.at, end)):
        return None
    said = {line.norm(k) for k in range(lead.at, end)}
    if said & _STATED:
        return None
    if said & REMINDER_NOUNS:
        return None
    if said & (_NOT_SEQUENCES | OFF_TOPIC) and not any(is_sequence_word(word) for word in said):
        return None
    refused = _refused(line, lead, end)
    if refused:
        return refused
    found = _request(line, "start_sequence", who, name, end)
    more = [request("start_sequence", lead=bare(one.text), sequence=name) for one in others if one.text]
    return Found((*found.requests, *more), end)


def _others(line: Line, who: Person | None, spot: set[int], end: int) -> list[Person]:
    """ "für Lisa und Tom", "bei Anna, Nina und Jonas": everybody behind the first, unless a sequence is named there."""
    if who is None or who.pronoun or not spot:
        return []
    found = row(line, max(spot) + 1, end)
    return found if not any(is_sequence_word(line.norm(k)) for one in found for k in range(one.start, one.end)) else []


def _stop(line: Line, lead: Lead, at: int, end: int, named: bool) -> Found | None:
    who, spot = people_of(line, lead.at, end, at)
    name = sequence_words(line, lead.at, end, spot | {at})
    quiet = (
        line.any(
            at, end, words("alles everything automatisierung follow-ups followups nachrichten nachfassen automation")
        )
        >= 0
    )
    if (
        not named
        and not quiet
        and not (
            who
            and name is None
            and line.norm(at) in words("stop stopp stoppe stoppen pausiere pausier pause stopping pausieren")
        )
    ):
        return None
    if line.any(lead.at, end, words("termin meeting appointment erinnerung reminder")) >= 0 and not named:
        return None
    refused = _refused(line, lead, end)
    if refused:
        return refused
    return _request(line, "stop_sequence", who, name if named else None, end)


def _refused(line: Line, lead: Lead, stop: int) -> Found | None:
    end = reason_at(line, lead.at, stop)
    if line.any(lead.at, end, w.NEGATIONS) >= 0 and not lead.keep:
        return Found((), end, "negated")
    if line.any(lead.at, end, words("wenn falls sobald sofern if once unless when")) >= 0:
        return Found((), end, "hypothetical")
    crowd = line.any(lead.at, end, w.EVERYBODY - words("alles all"))
    every = line.norm(crowd) in words("alle sämtliche all") and is_sequence_word(line.norm(crowd + 1))
    if crowd >= 0 and not every:
        return Found((), end, "not_understood")
    return None


def _request(line: Line, tool: str, who: Person | None, name: str | None, end: int) -> Found:
    lead = bare(who.text) if who and who.text else None
    line.focus = lead or line.focus
    return Found((request(tool, lead=lead, sequence=name),), end)
