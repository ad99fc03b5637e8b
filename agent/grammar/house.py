"""Talk about the bot's own work: decisions on proposals, "why not?", help and taking back."""

from __future__ import annotations

import itertools

from agent.grammar import words as w
from agent.grammar.common import OFF_TOPIC
from agent.grammar.model import Found, Value, request
from agent.grammar.names import bare, search
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import APPROVAL_NOUNS, APPROVE, CHANGE, HELP, REJECT, SCORE_NOUNS, SHOW, STYLE, UNDO

_EVERYTHING = words("alle alles all everything sämtliche restlichen rest both beide")
_EXCEPT = words("außer except bis_auf but ohne ausgenommen excluding without")
_SENT = words("""
    raus gesendet geschickt bekommen gekriegt ging gegangen passiert gestoppt angehalten verschoben verschickt
    rausgegangen abgelehnt blockiert gemeldet erinnert gestartet warten wartet versendet angekommen geschrieben sent
    send sending go went out receive received get got gotten happen happened stop stopped skip skipped wait waiting
    blocked delivered deliver refused fail failed message messages anything something nichts nachricht nachrichten
    sequenz sequence erinnerung reminder score kalt heiß warm cold hot entschieden freigabe zugestellt gschickt
    rausgangen übersprungen geparkt parked
""")
_WRONG = words("senden schicken abschicken sende schick send")
_HELP_ME = words("""
    helfen hilf help bedienen benutzen verwenden use benutze bediene funktioniert funktionieren geht work works
    mache starte setze lege erstelle
""")


def read_decision(line: Line, start: int, end: int) -> Found | None:
    """ "Genehmige 12", "alle außer 3 senden", "2 kürzer", "ändere 8: …"; a list of numbers makes one request each."""
    i = lead_in(line, start, end).at
    colon = line.any(i, end, words(":"))
    if (
        colon > 0
        and not any(_is_number(line, k) for k in range(i, colon))
        and all(_is_number(line, k) or line.norm(k) in _ROW for k in range(colon + 1, end))
    ):
        colon = -1
    stop = colon if colon > 0 else end
    parts = _parts(line, i, stop) if colon < 0 else []
    if len(parts) > 1:
        found = [read_decision(line, a, b) for a, b in parts]
        made = tuple(one for f in found if f for one in f.requests)
        return Found(made, end) if all(f and f.requests for f in found) else Found((), end, "not_understood")
    but = _exception(line, i, stop)
    numbers = [k for k in range(i, stop) if _is_number(line, k)]
    listed = [k for k in numbers if but < 0 or k < but]
    everything = line.any(i, but if but > 0 else stop, _EVERYTHING) >= 0 and not listed
    if not listed and not everything:
        return _unnumbered(line, i, end)
    action = _action(line, i, stop, listed, colon)
    if action is None or not _only_about(line, i, stop, action):
        return None
    if line.any(i, stop, w.NEGATIONS - _EXCEPT - words("no")) >= 0:
        return Found((), end, "negated")
    if action == "change":
        number = _digits(line, listed[0]) if listed else "all"
        text = _change(line, listed[-1] if listed else i, colon, end)
        return Found((request("decide_approval", approval=number, action=action, text=text),), end)
    if not everything:
        made = tuple(request("decide_approval", approval=_digits(line, k), action=action) for k in listed[:20])
        return Found(made, end)
    left = ", ".join(_digits(line, k) for k in numbers if k > but) if but >= 0 else ""
    if but >= 0 and not left:
        return None
    extra: dict[str, Value] = {"except": left} if left else {}
    return Found((request("decide_approval", approval="all", action=action, **extra),), end)


def read_plain_decision(line: Line, start: int, end: int) -> Found | None:
    """A decision that is the whole sentence, without a colon ("alle senden außer 5"): it goes before any order to write."""
    found = read_decision(line, start, end) if line.any(start, end, words(":")) < 0 else None
    return found if found and found.requests and found.requests[0].arguments.get("action") != "change" else None


_ROW = words(", und and & . ! # bitte please")


def _is_number(line: Line, k: int) -> bool:
    return line.tokens[k].kind == "number" and line.norm(k).lstrip("#").isdigit()


def _parts(line: Line, i: int, stop: int) -> list[tuple[int, int]]:
    """ "15 freigeben, 16 ablehnen": pieces that each name a number and a decision of their own."""
    edges = [i, *(k for k in range(i, stop) if line.norm(k) in (",", ";", "und", "and", "aber", "but")), stop]
    pieces = [(a + (a > i), b) for a, b in itertools.pairwise(edges)]
    decisive = APPROVE | REJECT | STYLE
    whole = all(
        any(_is_number(line, k) for k in range(a, b)) and any(orders(line.norm(k), decisive) for k in range(a, b))
        for a, b in pieces
    )
    return pieces if whole else []


def _exception(line: Line, i: int, stop: int) -> int:
    """Where "außer" or "bis auf" stands, -1 without."""
    but = line.any(i, stop, _EXCEPT)
    if but >= 0:
        return but
    return next((k for k in range(i + 1, stop) if line.norm(k) == "auf" and line.norm(k - 1) == "bis"), -1)


def _digits(line: Line, k: int) -> str:
    return line.norm(k).lstrip("#")


def _action(line: Line, i: int, stop: int, listed: list[int], colon: int) -> str | None:
    plain = STYLE | words("text")
    if any(orders(line.norm(k), REJECT) for k in range(i, stop)) and line.any(i, stop, REJECT - words("weg")) >= 0:
        return "reject"
    if any(line.norm(k) in CHANGE - words("mach mache make pass schreib") for k in range(i, stop)):
        return "change"
    if (
        listed
        and line.any(
            listed[-1], stop, plain - words("mehr more weniger less text ohne mit with without deutsch german")
        )
        > 0
    ):
        return "change"
    if any(line.norm(k) in APPROVE or line.norm(k) in words("genehmigt approved freigeben") for k in range(i, stop)):
        return "approve" if line.norm(i) not in words("mehr") else None
    if line.any(i, stop, words("weg")) >= 0:
        return "reject"
    if line.any(i, stop, words("go")) >= 0 and line.any(i, stop, words("out")) >= 0:
        return "approve"
    only = all(
        line.norm(k) in APPROVAL_NOUNS | w.ARTICLES | w.FILLERS | words("bei zu")
        for k in range(i, stop)
        if k not in listed
    )
    return "change" if listed and colon > 0 and only else None


def _only_about(line: Line, i: int, stop: int, action: str) -> bool:
    """Whether the frame speaks of proposals only: no person, no calendar, no foreign words."""
    if action == "change":
        return not any(
            line.norm(k) in w.CALENDAR
            and line.norm(k) in words("uhr tag tage tagen stunden stunde minuten woche wochen")
            for k in range(i, stop)
        )
    known = (
        APPROVE
        | REJECT
        | APPROVAL_NOUNS
        | _EVERYTHING
        | _EXCEPT
        | w.FILLERS
        | w.ARTICLES
        | w.NEGATIONS
        | words("""
            und and ab frei gib geben raus , # & als ist is sind werden können kannst ja bis auf nr . ! hinaus mit
            the ones ohne gehen darf kann can go ehm sowie los weg damit it off out : nur out : only nur""")
    )
    return all(
        line.norm(k) in known or line.tokens[k].kind in ("number", "mark") or orders(line.norm(k), APPROVE | REJECT)
        for k in range(i, stop)
    )


def _unnumbered(line: Line, i: int, end: int) -> Found | None:
    """ "Freigeben", "approve it": a decision without a number; the tool asks which when several wait."""
    said = [line.norm(k) for k in range(i, end) if line.tokens[k].kind == "word"]
    small = (
        w.FILLERS
        | w.ARTICLES
        | words("das it that this so vorschlag entwurf draft ab frei ist den die ja genau proposal one")
        | APPROVAL_NOUNS
    )
    if not said or len(said) > 6:
        return None
    strong = words("""
        genehmige genehmigen genehmigt genehmig freigeben freigegeben approve approved approve_ ablehnen abgelehnt
        lehn lehne reject rejected verwerfen verwirf absegnen
    """)
    free = "frei" in said and said[0] == "gib"
    if not (set(said) & strong or free) or not all(word in small | strong | words("gib") for word in said):
        return None
    action = "reject" if set(said) & REJECT else "approve"
    return Found((request("decide_approval", action=action),), end)


def _change(line: Line, number: int, colon: int, end: int) -> str | None:
    """The wanted wording or style: behind the colon, or whatever follows the number."""
    i = colon + 1 if colon > 0 else number + 1
    while i < end and (
        line.norm(i)
        in CHANGE - STYLE
        | words("auf zu to in bitte so , - – um ab dass into please mach mache etwas ein bisschen bissl")
        and colon < 0
    ):
        i += 1
    stop = end
    while (stop > i and line.tokens[stop - 1].kind == "mark" and colon < 0) or (
        stop > i and line.norm(stop - 1) in (CHANGE - STYLE if colon < 0 else frozenset())
    ):
        stop -= 1
    if i < stop and line.tokens[i].kind == "open" and line.partner(i) == stop - 1:
        return line.raw[line.tokens[i].end : line.tokens[stop - 1].start].strip() or None
    return (
        line.raw[line.tokens[i].start :].strip() or None if colon > 0 and i < end else line.cut(i, stop).strip() or None
    )


def read_why(line: Line, start: int, end: int) -> Found | None:
    """ "Warum ging das nicht raus?", "why not Tom?": only about the bot's own acts, not about the sky."""
    i = start
    while i < end and line.norm(i) in w.FILLERS | words("""
        , und aber hm sag mir tell me erklär erkläre explain kannst du can you weißt
    """):
        i += 1
    word = line.norm(i)
    why = (
        word in w.WHY - words("worum wozu")
        or (word == "how" and line.norm(i + 1) == "come")
        or (
            word in words("was what")
            and line.any(i, end, words("passiert happened los")) > 0
            and line.any(i, end, SCORE_NOUNS) < 0
        )
    )
    why = why or (word in words("aus") and line.norm(i + 2) == "grund")
    if not why:
        return None
    if line.any(i, end, OFF_TOPIC) >= 0:
        return Found((), end, "off_topic")
    who = search(line, i + 1, end)
    short = sum(1 for k in range(i, end) if line.tokens[k].kind == "word") <= 3
    pronoun = line.any(i, end, w.HIM_OR_HER - words("em er")) >= 0
    numbered = next(
        (
            _digits(line, k)
            for k in range(i, end)
            if line.tokens[k].kind == "number" and line.norm(k).lstrip("#").isdigit()
        ),
        None,
    )
    about_us = line.any(i, end, _SENT | w.NEGATIONS) >= 0 and not _general(line, i, end)
    if not (about_us and (who or pronoun or numbered or line.any(i, end, _SENT) >= 0)) and not short:
        return Found((), end, "off_topic") if not who else None
    lead = bare(who.text) if who and who.text else line.focus if pronoun else None
    return Found((request("explain", lead=lead, about=numbered),), end)


def _general(line: Line, i: int, end: int) -> bool:
    return line.any(i, end, words("man menschen people leute everybody earth erde")) >= 0


_AROUND_HELP = (w.FILLERS | w.SELF_OBJECT | w.MODALS_BOT | w.ARTICLES | w.MODALS_SELF | SHOW) | words("""
    du you ihr what was alle all liste list ich i need brauche
""")


def read_help(line: Line, start: int, end: int) -> Found | None:
    """ "Hilfe", "was kannst du?", "wie funktionieren Erinnerungen?"."""
    i = lead_in(line, start, end).at
    i = start if i >= end else i
    word, after = line.norm(i), line.norm(i + 1)
    if word in ("/help", "/hilfe") or (word in HELP and end - i <= 6 and search(line, i, end) is None):
        if word in words("helfen help hilf") and after in words("ihm ihr him her lisa tom them"):
            return None
        return Found((request("help", topic=_topic(line, i + 1, end)),), end)
    said = [line.norm(k) for k in range(start, end) if line.tokens[k].kind == "word"]
    if (
        len(said) <= 7
        and said
        and (said[-1] in words("hilfe help") or said[0] == "hilfe")
        and search(line, start, end) is None
    ):
        return Found((request("help"),), end)
    if len(said) <= 7 and set(said) & HELP and all(one in HELP | _AROUND_HELP for one in said):
        return Found((request("help"),), end)
    if (
        word in words("was what")
        and line.any(i + 1, min(i + 4, end), words("kannst can könntest machst do")) > 0
        and line.any(i, end, words("du you u")) > 0
        and end - i <= 8
    ):
        return (
            Found((request("help"),), end)
            if line.any(i, end, words("tun machen do alles für everything for help helfen anstellen so kannst can")) > 0
            else None
        )
    if (
        word in words("wie how")
        and line.any(i + 1, min(i + 4, end), words("funktioniert funktionieren geht works work bediene benutze use"))
        > 0
        and search(line, i, end) is None
    ):
        return (
            Found((request("help", topic=_topic(line, i + 2, end)),), end)
            if line.any(i, end, words("es's geht's dir you")) < 0
            or line.any(i, end, words("funktioniert work works use")) > 0
            else None
        )
    if word in words("welche which") and line.any(i, end, HELP) > 0:
        return Found((request("help"),), end)
    return None


def _topic(line: Line, i: int, end: int) -> str | None:
    small = (
        w.FILLERS
        | w.ARTICLES
        | w.PREPOSITIONS
        | words("""
            das so hier du you it this does do work works funktioniert mir me ich i eigentlich ein eine zum thema on
            with bot the
        """)
    )
    kept = [k for k in range(i, end) if line.tokens[k].kind == "word" and line.norm(k) not in small]
    return line.cut(kept[0], kept[-1] + 1) if kept and kept[-1] - kept[0] < 4 else None


_BACK = words("zurück back retour zruck zrugg")
_TAKE = words("nimm nehme nehmen hol hole take pull zieh ziehe call rufe ruf mach mache get")
_STOPS = words("""
    halt stopp stop wait warte warten moment oh nein no ups oops shit mist nö doch äh hey oje scheiße verdammt bitte
""")
_THIS = words("""
    das dies die den letzte last it that this message nachricht sie es eben gerade letzten letztes mal wieder bitte
    please mir doch noch schnell lieber now jetzt sofort again alles wir ich
""")


def read_undo(line: Line, start: int, end: int) -> Found | None:
    """ "Rückgängig", "nimm das zurück", "doch nicht senden", "undo that"."""
    said = [line.norm(k) for k in range(start, end) if line.tokens[k].kind == "word"]
    if (
        not said
        or len(said) > 10
        or (line.norm(end - 1) == "?" and said[0] not in words("kannst kann können can could könntest"))
    ):
        return None
    group = set(said)
    marked = any(orders(word, UNDO) for word in said)
    if marked and not group & words("warum wieso why kein keine"):
        negated = group & w.NEGATIONS and "doch" not in group and said[0] in words("nicht don't dont nichts")
        return Found((), end, "negated") if negated else Found((request("undo"),), end)
    small = (
        _THIS
        | _STOPS
        | w.FILLERS
        | w.NEGATIONS
        | words("""
            was will wollte i wanted to want meant didn't falsch versehen wrong war mean mistake hab habe geschickt
            aus vom from
        """)
    )
    taken = group & _TAKE and group & _BACK and all(word in small | _TAKE | _BACK for word in said)
    unsent = (
        group & (_WRONG | words("abgeschickt raus rausschicken rausgehen"))
        and group & w.NEGATIONS
        and bool(group & (_STOPS | words("wollte didn't meant want wanted")))
        and all(word in small | _WRONG | words("abgeschickt raus rausschicken rausgehen") for word in said)
    )
    said_no = (
        len(said) <= 4
        and bool(group & w.NEGATIONS)
        and bool(group & _WRONG)
        and all(
            word in w.NEGATIONS | _WRONG | words("it das es that this the bitte please doch message nachricht die")
            for word in said
        )
    )
    alone = said_no or (
        len(said) <= 3
        and all(word in words("halt stopp stop nein doch nicht warte wait moment no") for word in said)
        and bool(group & words("halt stopp stop"))
        and "?" not in line.norm(end - 1)
    )
    cancel = (
        said[0] in words("cancel storniere lösche delete scratch forget vergiss")
        and len(said) <= 4
        and bool(group & words("das that it es this"))
        and all(word in small | words("cancel storniere scratch forget vergiss lösche delete") for word in said)
    )
    back = (
        len(said) <= 3
        and bool(group & _BACK)
        and all(word in _BACK | w.POLITE_ONLY | words("nein alles") for word in said)
    )
    return Found((request("undo"),), end) if back or taken or unsent or alone or cancel else None
