"""Facts a rep states about a lead or wants set: "Lisa ist jetzt Kundin", "Toms Nummer: …", "set Anna's tier to gold".

Only plain statements in the present or perfect count: questions, guesses and denials set nothing.
"""

from __future__ import annotations

import itertools

from agent.grammar import words as w
from agent.grammar.common import COMMON, FINITE, VERBS
from agent.grammar.fact_values import READERS, SEEN, SET, VIDEO, WORKS, Spot, lost
from agent.grammar.fields import FIELD_NOUNS
from agent.grammar.model import Found, Request, request
from agent.grammar.names import Person, bare, genitive, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in
from agent.grammar.verbs import HEAT, SCORE_NOUNS

_ASKED = words("ist hat is has did does hast do war arbeitet wohnt spricht") | w.QUESTIONS | w.WHY
_UNSURE = words("""
    vielleicht bald eventuell maybe soon fast beinahe almost wohl angeblich vermutlich wahrscheinlich probably might
    könnte würde möchte will wird wants wäre could would allegedly hoffentlich hopefully
""")
_OWN = words("ihre ihr seine sein her his")
_WE = words("wir we ich i sieze duze siezen duzen")
_NEW = words("neue neuer new aktuelle private")
_SINCE = words("ab jetzt nun seit heute endlich now")
_HOT_OR_COLD = HEAT | SCORE_NOUNS | words("oder or ? wie how eher schon")
_NEWLY_SAID = words("jetzt nun ab seit offiziell endlich now officially")
_JOINTS = words(", ; und and aber but")


def read_facts(line: Line, start: int, end: int) -> Found | None:
    """update_lead for each fact of the sentence, in the order said; a second person begins facts of her own."""
    lead = lead_in(line, start, end)
    elliptic = _without_subject(line, lead.at, end)
    if (
        lead.at >= end
        or (line.norm(lead.at) in _ASKED and not elliptic)
        or (line.norm(end - 1) == "?" and not lead.polite)
    ):
        return None
    stop = _next_person(line, lead.at, end)
    who = Person(line.focus, lead.at, lead.at, pronoun=True) if elliptic else _whose(line, lead.at, stop)
    if who is None:
        return None
    spots, unclear = _spots(line, who, lead.at, stop)
    if unclear:
        return Found((), end, unclear)
    if not spots:
        return None
    if any(field != "register" for _, field, _ in spots) and line.any(lead.at, stop, _UNSURE) >= 0:
        return Found((), end, "hypothetical")
    line.focus = who.text or line.focus
    return Found(tuple(_requests(who, spots)), stop, left=_left(line, spots, max(lead.at, who.end), stop))


def _left(line: Line, spots: list[Spot], i: int, stop: int) -> tuple[str, ...]:
    """ "… wohnt in Basel und hat zwei Kinder": the joined statements that no field was read from."""
    cuts = [i - 1, *(k for k in range(i, stop) if line.norm(k) in _JOINTS), stop]
    parts = [(a + 1, b) for a, b in itertools.pairwise(cuts) if a + 2 < b]
    taken = {at for at, _, _ in spots}
    rest = [part for part in parts if not taken & set(range(*part)) and _states(line, part[0])]
    return tuple(line.cut(*part).strip(" .!") for part in rest)


def _states(line: Line, k: int) -> bool:
    """A verb of the third person, or "seine …": nothing but a statement begins so."""
    said = line.tokens[k]
    verb = said.norm in w.AUXILIARIES | FINITE | VERBS or (
        said.norm.endswith(("t", "s")) and said.norm not in COMMON | w.CLOSED
    )
    return said.kind == "word" and not said.capital and (verb or said.norm in _OWN)


def read_card(line: Line, start: int, end: int) -> Found | None:
    """ "Kundin Anna Berger: Tel 0171 …, Mail anna@…": a name and nothing but labelled contact data behind a colon."""
    i = lead_in(line, start, end).at
    who = person(line, i, end, pronouns=False) if i < end else None
    if who is None or who.text is None or line.norm(who.end) != ":":
        return None
    if (
        all(line.norm(k) in _HOT_OR_COLD for k in range(who.end + 1, end))
        and line.any(who.end, end, HEAT | SCORE_NOUNS) > 0
    ):
        return Found((request("score_lead", lead=bare(who.text)),), end)
    labels = FIELD_NOUNS | _NEW | words("und and , ; . : / neu ist is")
    rest = range(who.end + 1, end)
    made = [
        request("update_lead", lead=bare(who.text), field=line.tokens[k].kind, value=line.tokens[k].text)
        for k in rest
        if line.tokens[k].kind in ("phone", "email")
    ]
    if not made or not all(line.tokens[k].kind in ("phone", "email") or line.norm(k) in labels for k in rest):
        return None
    line.focus = who.text
    return Found(tuple(made), end)


def _without_subject(line: Line, i: int, end: int) -> bool:
    """ "Is jetzt Kundin": the verb comes first, the person was named in the sentence before."""
    verb = line.norm(i) in words("ist is isch hat hot wohnt arbeitet spricht")
    return verb and line.focus is not None and line.norm(i + 1) in _NEWLY_SAID and line.norm(end - 1) != "?"


def _next_person(line: Line, i: int, end: int) -> int:
    """Where ", Tom hat …" begins to speak of somebody else; ``end`` when it never does."""
    first = person(line, i, end, pronouns=False)
    for k in range(first.end if first else end, end):
        if line.norm(k) in _JOINTS:
            other = person(line, k + 1, end, pronouns=False)
            if other and other.text and line.norm(other.end) in w.AUXILIARIES | WORKS | words("spricht wohnt lebt"):
                return k
    return end


def _whose(line: Line, i: int, end: int) -> Person | None:
    """The person the sentence is about."""
    ordered = line.norm(i) in SET and i + 1 < end
    i += ordered
    colon = line.any(i, end, words(":"))
    stop = colon if colon > i else end
    owner = _owner(line, i, stop)
    if owner:
        return owner
    who = person(line, i, stop)
    if who and not who.everybody and who.end < end:
        return who
    if line.norm(i) in _OWN and line.norm(i + 1) in FIELD_NOUNS and line.focus:
        return Person(line.focus, i, i + 1, pronoun=True)
    found = search(line, i, stop) if ordered or line.norm(i) in FIELD_NOUNS | _WE else None
    if found is None and stop < end:
        found = search(line, stop + 1, end)
    turned = line.norm(i) in _SINCE and line.any(i, end, words("ist is")) > 0
    watched = line.any(i, end, SEEN) > 0 and line.any(i, end, VIDEO) > 0
    if found is None and (turned or watched):
        found = search(line, i, end)
    meant = FIELD_NOUNS | _OWN | w.HIM_OR_HER - words("em er")
    if found is None and ordered and line.focus and line.any(i, stop, meant) > 0:
        return Person(line.focus, i, i, pronoun=True)
    return found


def _owner(line: Line, i: int, stop: int) -> Person | None:
    """ "Toms Nummer", "die Nummer von Tom", "bei Tom"; an employer ("arbeitet bei …") is nobody's owner."""
    for k in range(i, stop):
        own = genitive(line, k, stop)
        if own and line.norm(own.end) in FIELD_NOUNS | _NEW:
            return own
    for k in range(i, stop):
        if line.norm(k) not in words("von bei für of for mit vom with"):
            continue
        who = person(line, k + 1, stop)
        works = line.norm(k) in words("bei mit with") and line.any(i, k, WORKS | words("angestellt employed")) >= 0
        if who and not who.everybody and not works:
            return who
    return None


def _spots(line: Line, who: Person, i: int, end: int) -> tuple[list[Spot], str | None]:
    """The facts with their places, or the reason why a denial leaves none."""
    spots: list[Spot] = []
    for reader in READERS:
        found = reader(line, who, i, end)
        if found and found[1] not in [field for _, field, _ in spots]:
            spots.append(found)
    if not spots:
        return [], None
    no = line.any(i, min(spots[-1][0] + 4, end), w.NEGATIONS - words("ohne without no"))
    harmless = any(field == "objection" for _, field, _ in spots)
    if no >= 0 and not harmless and not lost(line, i, end):
        return [], "negated"
    return sorted(spots, key=lambda spot: spot[0]), None


def _requests(who: Person, spots: list[Spot]) -> list[Request]:
    name = bare(who.text) if who.text else None
    return [request("update_lead", lead=name, field=field, value=value) for _, field, value in spots]
