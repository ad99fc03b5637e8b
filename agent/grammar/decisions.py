"""Decisions on proposals that wait: "genehmige 12", "alle außer 3 senden", "2 kürzer", "ändere 8: …"."""

from __future__ import annotations

import itertools

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.model import Found, Request, Value, request
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import APPROVAL_NOUNS, APPROVE, CHANGE, REJECT, STYLE
from store.date_words import NUMBERS

_EVERYTHING = words("alle alles all everything sämtliche restlichen rest both beide")
_EXCEPT = words("außer except but ohne ausgenommen excluding without")
_REFUSING = w.NEGATIONS - _EXCEPT - words("no")
_YES = words("ja yes yep jo jap ok okay passt gut klar gefällt top super perfekt prima fein")
_NO = words("nein no ne nee nicht nope")
_NAMED = words("nummer nr number die den no")
_ROW = words(", und and & . ! # bitte please")
_WEAK_CHANGE = words("mach mache make pass schreib")
_WEAK_STYLE = words("mehr more weniger less ohne mit with without deutsch german")
_ONE_DRAFT = words("entwurf vorschlag draft proposal antwort text reply")
_STYLED_AROUND = w.FILLERS | words("bissl bisschen etwas ein a bit little much more mehr viel und and um")
_SPOKEN = {word: n for word, n in w.COUNTS.items() if word not in ("ein", "eine", "einen")} | {
    "elf": 11,
    "zwoelf": 12,
    "zwolf": 12,
}
_SPOKEN |= {word: n for word, n in NUMBERS.items() if 12 < n < 100}
_CLOCK = words("uhr tag tage tagen stunden stunde minuten woche wochen")
_PLAIN = (APPROVE | REJECT | APPROVAL_NOUNS | _EVERYTHING | _EXCEPT | w.FILLERS | w.ARTICLES | w.NEGATIONS) | words("""
    of them everything hau haue schmeiß schmeiss wirf kick knall und and ab frei gib geben raus , # & als ist is sind
    werden können
    kannst ja bis auf nr . ! hinaus mit the ones
    du you sie erteilt gehen darf kann can go sowie los weg damit it off out : nur only
""")
_OPENS_CHANGE = (CHANGE - STYLE) | words("""
    auf zu to in bitte so , - – um ab dass into please mach mache etwas ein bisschen bissl
""")
_STRONG = words("""
    genehmige genehmigen genehmigt genehmig freigeben freigegeben approve approved ablehnen abgelehnt lehn lehne reject
    rejected verwerfen verwirf absegnen
""")
_AROUND = (w.FILLERS | w.ARTICLES | APPROVAL_NOUNS | _STRONG) | words("""
    das it that this so vorschlag entwurf draft ab frei ist den die ja genau proposal one gib
""")


def read_decision(line: Line, start: int, end: int) -> Found | None:
    """decide_approval, one for each number named; ``except`` holds the numbers left out of "all"."""
    i = lead_in(line, start, end).at
    colon = _colon(line, i, end)
    stop = colon if colon > 0 else end
    parts = _parts(line, i, stop) if colon < 0 else []
    if len(parts) > 1:
        found = [read_decision(line, a, b) for a, b in parts]
        made = tuple(one for f in found if f for one in f.requests)
        return Found(made, end) if all(f and f.requests for f in found) else Found((), end, "not_understood")
    but = _exception(line, i, stop)
    listed = [k for k in range(i, but if but >= 0 else stop) if _is_number(line, k)]
    everything = not listed and line.any(i, but if but > 0 else stop, _EVERYTHING) >= 0
    if not listed and not everything:
        return _unnumbered(line, i, end)
    if (
        listed
        and line.norm(listed[0] + 1) in _NO
        and line.norm(listed[0] + 2) in (",", ".", "!", "-", "weil", "because")
    ):
        return _decided(line, "reject", i, stop, but, listed, end)
    short = _yes_or_no(line, start, end, listed, everything and but > 0)
    if short:
        return _decided(line, short, i, stop, but, listed, end)
    if len(listed) > 1 and line.any(i, stop, REJECT) >= 0 and line.any(i, stop, APPROVE | _YES) >= 0:
        return Found((), end, "not_understood")  # several numbers, two kinds of answer: nothing is guessed
    action = _action(line, i, stop, listed, colon)
    if action is None and _wished(line, i, stop, listed):
        text = _change(line, listed[-1], colon, end)
        return Found((_decision("change", _digits(line, listed[0]), text=text),), end)
    if action is None or not _only_about(line, i, stop, action):
        return None
    if line.any(i, stop, _REFUSING) >= 0 and not (action == "change" and _less(line, i, stop)):
        return Found((), end, "negated")
    if action == "change":
        text = _change(line, listed[-1] if listed else i, colon, end)
        return Found((_decision(action, _digits(line, listed[0]) if listed else "all", text=text),), end)
    return _decided(line, action, i, stop, but, listed, end)


def _wished(line: Line, i: int, stop: int, listed: list[int]) -> bool:
    """ "Bei der 22 bitte du statt Sie": a number, "bitte" and words without person or time say how it should be."""
    if len(listed) != 1 or line.norm(listed[0] + 1) not in w.POLITE_ONLY or stop - listed[0] < 4:
        return False
    framed = all(
        line.norm(k) in APPROVAL_NOUNS | w.ARTICLES | w.FILLERS | {"bei", "zu", "for"} for k in range(i, listed[0])
    )
    foreign = search(line, listed[0] + 2, stop) is not None or times.spans(line, listed[0] + 2, stop)
    return framed and not foreign


def _less(line: Line, i: int, stop: int) -> bool:
    """ "Nicht so förmlich", "not too formal": the negation belongs to the style that is wanted."""
    no = line.any(i, stop, _REFUSING)
    return line.norm(no + 1) in words("so ganz zu too that quite as") and line.any(no, stop, STYLE) > 0


def _decided(line: Line, action: str, i: int, stop: int, but: int, listed: list[int], end: int) -> Found | None:
    """One decision for each number, or one for all but the numbers behind "außer"."""
    if listed:
        return Found(tuple(_decision(action, _digits(line, k)) for k in listed[:20]), end)
    left = [_digits(line, k) for k in range(max(but, i), stop) if but >= 0 and _is_number(line, k)]
    if but >= 0 and not left:
        return None
    return Found((_decision(action, "all", **{"except": ", ".join(left) or None}),), end)


def read_plain_decision(line: Line, start: int, end: int) -> Found | None:
    """A decision that is the whole sentence, without a colon ("alle senden außer 5"): read before orders to write."""
    worded = line.any(start, end, words(":")) >= 0 or any(token.kind == "open" for token in line.tokens[start:end])
    found = None if worded else read_decision(line, start, end)  # a number inside a quotation is no draft's
    return found if found and found.requests and found.requests[0].arguments.get("action") != "change" else None


def _decision(action: str, approval: str, **more: Value | None) -> Request:
    return request("decide_approval", approval=approval, action=action, **more)


def _is_number(line: Line, k: int) -> bool:
    if line.norm(k) in _SPOKEN:  # "nummer vier"; "die drei" may be three of them
        if _SPOKEN[line.norm(k)] > 12:
            return True
        joined = line.norm(k - 1) in ("und", "and") and k > 1 and _is_number(line, k - 2)
        left_out = line.norm(k - 1) in ("die", "der") and line.norm(k - 2) in words("auf außer except but ohne")
        return line.norm(k - 1) in words("nummer nr number gib") or joined or left_out
    return line.tokens[k].kind == "number" and line.norm(k).lstrip("#").isdigit()


def _digits(line: Line, k: int) -> str:
    return str(_SPOKEN.get(line.norm(k), line.norm(k).lstrip("#")))


def _colon(line: Line, i: int, end: int) -> int:
    """The colon before a new wording, -1 without one ("genehmigt: 4" introduces a number only)."""
    colon = line.any(i, end, words(":"))
    numbered = any(_is_number(line, k) for k in range(i, max(colon, i)))
    row = all(_is_number(line, k) or line.norm(k) in _ROW for k in range(colon + 1, end))
    return -1 if row and not numbered else colon


def _parts(line: Line, i: int, stop: int) -> list[tuple[int, int]]:
    """ "15 freigeben, 16 ablehnen": pieces that each name a number and a decision of their own."""
    edges = [i, *(k for k in range(i, stop) if line.norm(k) in (",", ";", "und", "and", "aber", "but")), stop]
    pieces = [(a + (a > i), b) for a, b in itertools.pairwise(edges)]
    as_well = words("auch ebenso ebenfalls too")
    numbers_only = _ROW | _NAMED | as_well
    for n in range(len(pieces) - 1, 0, -1):
        bare_number = all(_is_number(line, k) or line.norm(k) in numbers_only for k in range(*pieces[n]))
        verb_first = orders(line.norm(pieces[n - 1][0]), APPROVE | REJECT) and not _is_number(line, pieces[n - 1][0])
        if bare_number and (verb_first or line.any(*pieces[n], as_well) >= 0):
            pieces[n - 1 : n + 1] = [(pieces[n - 1][0], pieces[n][1])]
    for n in range(len(pieces) - 2, -1, -1):
        if all(_is_number(line, k) or line.norm(k) in _ROW | _NAMED for k in range(*pieces[n])):
            pieces[n : n + 2] = [(pieces[n][0], pieces[n + 1][1])]
    decisive = APPROVE | REJECT | STYLE | _YES | _NO
    whole = all(
        any(_is_number(line, k) for k in range(a, b)) and any(orders(line.norm(k), decisive) for k in range(a, b))
        for a, b in pieces
    )
    return pieces if whole else []


def _yes_or_no(line: Line, i: int, end: int, listed: list[int], but: bool) -> str | None:
    """ "12 ja", "6 und 7 nein", "alle außer 2": nothing beside the numbers but one word of consent or refusal."""
    said = [line.norm(k) for k in range(i, end) if k not in listed and line.tokens[k].kind == "word"]
    if not but:
        said = [word for word in said if word not in _ROW | _NAMED | {"fuer", "fur", "for", "zu", "bei", "mir"}]
        answered = len(said) == 1 and len(listed) > 0 and line.norm(listed[0] - 1) not in ("um", "am", "at")
        return ("approve" if said[0] in _YES else "reject" if said[0] in _NO else None) if answered else None
    return "approve" if all(word in _EVERYTHING | _EXCEPT | _ROW | {"nummer", "nr"} for word in said) else None


def _exception(line: Line, i: int, stop: int) -> int:
    """Where "außer" or "bis auf" stands, -1 without."""
    but = line.any(i, stop, _EXCEPT)
    if but >= 0:
        return but
    return next((k for k in range(i + 1, stop) if line.norm(k) == "auf" and line.norm(k - 1) == "bis"), -1)


def _action(line: Line, i: int, stop: int, listed: list[int], colon: int) -> str | None:
    if line.any(i, stop, REJECT - words("weg")) >= 0:
        return "reject"
    styled = bool(listed) and line.any(listed[-1], stop, STYLE - _WEAK_STYLE) > 0
    if styled or line.any(i, stop, CHANGE - _WEAK_CHANGE) >= 0:
        return "change"
    if line.any(i, stop, APPROVE | words("genehmigt approved erteilt")) >= 0:
        return "approve"
    if line.any(i, stop, words("weg")) >= 0:
        return "reject"
    if line.any(i, stop, words("go")) >= 0 and line.any(i, stop, words("out")) >= 0:
        return "approve"
    named = APPROVAL_NOUNS | w.ARTICLES | w.FILLERS | words("bei zu")
    only = all(line.norm(k) in named for k in range(i, stop) if k not in listed)
    return "change" if listed and colon > 0 and only else None


def _only_about(line: Line, i: int, stop: int, action: str) -> bool:
    """Whether the frame speaks of proposals only: no person, no calendar, no foreign words."""
    if action == "change":
        return line.any(i, stop, _CLOCK) < 0
    return all(
        line.norm(k) in _PLAIN
        or _is_number(line, k)
        or line.tokens[k].kind in ("number", "mark")
        or orders(line.norm(k), APPROVE | REJECT)
        for k in range(i, stop)
    )


def _unnumbered(line: Line, i: int, end: int) -> Found | None:
    """ "Freigeben", "approve it": a decision without a number; the tool asks which when several wait."""
    styled = _restyled(line, i, end)
    if styled is not None:
        return Found((request("decide_approval", action="change", text=styled),), end)
    to = line.any(i, end, words("an für to for"))
    who = person(line, to + 1, end, pronouns=False) if to > 0 else None
    about = range(to, who.end) if who else range(0)
    said = [line.norm(k) for k in range(i, end) if line.tokens[k].kind == "word" and k not in about]
    if not 0 < len(said) <= 6 or not all(word in _AROUND for word in said):
        return None
    if not set(said) & _STRONG and not (said[0] == "gib" and "frei" in said):
        return None
    return Found((request("decide_approval", action="reject" if set(said) & REJECT else "approve"),), end)


def _restyled(line: Line, i: int, end: int) -> str | None:
    """ "Mach den Entwurf kürzer": how the one draft should be, when nothing else is spoken of; the tool asks which."""
    draft = line.any(i + 1, end, _ONE_DRAFT)
    bare_order = line.norm(i) in w.ARTICLES and draft == i + 1 and line.norm(draft + 1) in w.FILLERS
    if (
        draft < 0
        or not (orders(line.norm(i), CHANGE) or bare_order)
        or line.norm(draft - 1) not in w.ARTICLES | words("this diesen")
    ):
        return None
    said = [k for k in range(draft + 1, end) if line.tokens[k].kind == "word" and line.norm(k) not in _STYLED_AROUND]
    plain = bool(said) and all(line.norm(k) in STYLE or line.norm(k).endswith(("er", "lich")) for k in said)
    return line.cut(said[0], said[-1] + 1) if plain and said[-1] - said[0] < 5 else None


def _change(line: Line, number: int, colon: int, end: int) -> str | None:
    """The wanted wording or style: behind the colon, or whatever follows the number."""
    if 0 < colon < end - 1:
        i = colon + 1
        if line.tokens[i].kind == "open" and line.partner(i) == end - 1:
            return line.raw[line.tokens[i].end : line.tokens[end - 1].start].strip() or None
        return line.raw[line.tokens[i].start :].strip() or None
    i, stop = number + 1, end
    while i < end and line.norm(i) in _OPENS_CHANGE:
        i += 1
    while stop > i and (line.tokens[stop - 1].kind == "mark" or line.norm(stop - 1) in CHANGE - STYLE):
        stop -= 1
    return line.cut(i, stop).strip() or None
