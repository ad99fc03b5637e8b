"""Team templates: "mach aus der Ghost-Reaktivierung eine Vorlage fürs Team: Winter", "übernimm die Vorlage Winter",
"verteil die Vorlage", "wie läuft die Vorlage Winter?".
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, Request, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in

_NOUN = words("vorlage vorlagen teamvorlage team-vorlage playbook playbooks template templates teamtemplate")
_CREATE = words("mach mache machen machst bau baue bauen bastel bastle erstell erstelle erstellen leg lege make build "
                "create turn")  # fmt: skip
_CLONE = words("""
    übernimm übernehme übernehmen übernimmst klon klone klonen kopier kopiere kopieren hol hole nimm nehme clone copy
    adopt take get
""")
_PUBLISH = words(
    "veröffentliche veröffentlichen veröffentlich publiziere publish teil teile teilen share gib gebe geben"
)
_PUSH = words("""
    verteil verteile verteilen push pushe pushen aktualisier aktualisiere aktualisieren update roll rolle ausrollen
""")
_ASKS = words(
    "wie how was what läuft laufen performt performance leistung bringt ergebnis ergebnisse zahlen stats results "
    "welche which gibt gibts habe haben zeig zeige show list liste"
)
_FROM = words("aus of from out von")
_ONE = words("eine ein einen a an the die das den unsere meine deine")
_FILLING = _ONE | words("""
    fürs für for team das the bitte please mal namens called named heißt with mit dem der nochmal gibt es gibts habe
    haben ich wir are there i we have do
""")


def read_playbook(line: Line, start: int, end: int) -> Found | None:
    """create_template, clone_template, publish_template, push_template or template_performance."""
    i = lead_in(line, start, end).at
    noun = line.any(i, end, _NOUN)
    if noun < 0:
        return None
    tool = _tool(line, i, noun, end)
    if tool is None:
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    if tool == "create_template":
        return Found((_created(line, i, noun, end),), end)
    return Found((request(tool, template=_name(line, noun + 1, end)),), end)


def _tool(line: Line, i: int, noun: int, end: int) -> str | None:
    said = {line.norm(k) for k in range(i, end)}
    if said & _CREATE and line.any(i, noun, _FROM) >= 0:
        return "create_template"
    if said & _PUSH:
        return "push_template"
    if said & _PUBLISH:
        return "publish_template"
    if said & _CLONE:
        return "clone_template"
    if said & _CREATE:
        return "create_template"
    return "template_performance" if said & _ASKS else None


def _name(line: Line, start: int, end: int) -> str | None:
    """What is left behind the noun: quoted, after a colon, or the words themselves."""
    while start < end and (line.norm(start) in _FILLING or line.norm(start) == ":"):
        start += 1
    stop = end
    while stop > start and (line.tokens[stop - 1].kind == "mark" or line.norm(stop - 1) in _FILLING | _TAIL):
        stop -= 1
    found = line.cut(start, stop).strip(" \"'„“”»«.,!?:") if stop > start else ""
    return found or None


_TAIL = words("an aus frei weiter over ab")


def _created(line: Line, i: int, noun: int, end: int) -> Request:
    """ "Mach aus A und B eine Vorlage (fürs Team): NAME"; without "aus" the sequences are all of them."""
    origin = line.any(i, noun, _FROM)
    stop = noun
    while origin >= 0 and line.norm(origin + 1) in w.ARTICLES | w.POSSESSIVES:
        origin += 1
    while stop > origin + 1 and line.norm(stop - 1) in _FILLING:
        stop -= 1
    sequences = line.cut(origin + 1, stop).strip() if origin >= 0 and stop > origin + 1 else None
    return request("create_template", name=_name(line, noun + 1, end), sequences=sequences)
