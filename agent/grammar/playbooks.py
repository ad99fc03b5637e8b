"""Team templates: "mach aus der Ghost-Reaktivierung eine Vorlage fürs Team: Winter", "übernimm die Vorlage Winter",
"teil die Vorlage mit Max", "zurück zur vorigen Version", "wie läuft die Vorlage Winter?".
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, Request, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in

_NOUN = words("vorlage vorlagen teamvorlage teamvorlagen team-vorlage playbook playbooks template templates "
              "teamtemplate")  # fmt: skip
_CREATE = words("mach mache machen machst bau baue bauen bastel bastle erstell erstelle erstellen leg lege make build "
                "create turn")  # fmt: skip
_CLONE = words("""
    folgen folge follow
    übernimm übernehme übernehmen übernimmst klon klone klonen kopier kopiere kopieren hol hole nimm nehme clone copy
    adopt take get
""")
_PUBLISH = words(
    "veröffentliche veröffentlichen veröffentlich publiziere publish teil teile teilen share gib gebe geben give"
)
_PUSH = words("""
    verteil verteile verteilen push pushe pushen aktualisier aktualisiere aktualisieren update roll rolle ausrollen
""")
_SHOWS = words("""
    zeig zeige zeigen zeigst show öffne open welche which liste list gibt gibts habe haben have ansehen anschauen
    anzeigen sehen see steckt enthält drin inhalt contents contains inside what's was what
""")
_PERFORMS = words("""
    perform best worst besten schlechtesten
    läuft laufen performt performance leistung bringt bringen ergebnis ergebnisse zahlen stats results erfolg erfolge
    auswertung quote kennzahlen figures doing does performing performs statistik
""")
_FROM = words("aus of from out von")
_ONE = words("eine ein einen a an the die das den unsere meine deine der dem meiner meinem")
_FILLING = _ONE | words("""
    fürs für for team das the bitte please mal namens called named heißt mit dem der nochmal gibt es gibts habe
    haben ich wir are there i we have do mir me uns us
""")
_TAIL = words(
    "an aus frei weiter over ab auf rein dazu hinzu raus heraus weg herein in out up hinein zurück her wieder"
)
_VERSION = words("version versionen fassung fassungen stand state versions")
_BACKWARDS = words("zurück back rollback zurückrollen zurücksetzen zurückgehen wiederherstellen restore revert "
                   "zurückstellen herstellen")  # fmt: skip
_WHOM = words("mit an ans für with to for der dem bitte please")
_COMPANY = words("firma company alle everybody everyone unternehmen organisation teams gesamten ganzen whole")
_TEAM = words("team teams mannsch unser unserem meinem")
_ADDS = words("nimm nehme nehmen füg füge fügen pack packe packen tu add put include ergänz ergänze take")
_REMOVES = words("nimm nehme nehmen streich streiche streichen entfern entferne entfernen wirf remove take drop delete "
                 "lösch lösche")  # fmt: skip
_IN = words("in into to zu zur ins")
_RUNNING = words("laufende laufenden laufendes läuft running aktive aktiven active")
_MOVES = words("stell stelle stellen umstellen umstell move switch bring bringe bringen heb hebe zieh ziehe "
               "aktualisier aktualisiere update upgrade")  # fmt: skip
_NEW = words("neue neuen neueste neuesten neuste neusten aktuelle aktuellen new newest latest current")
_GENERIC = words(
    "sequenz sequenzen sequence sequences durchläufe abläufe runs ones enrolments alle all die meine my the"
)

# How an order about a playbook begins.
ORDERS = frozenset(
    verb for verb in _CREATE | _CLONE | _PUBLISH | _PUSH | _ADDS | _REMOVES if not verb.endswith(("en", "st", "tu"))
)


def read_playbook(line: Line, start: int, end: int) -> Found | None:
    """create_, clone_, publish_, push_, show_template, template_performance or renew_enrolments."""
    i = lead_in(line, start, end).at
    special = _renewed(line, i, end) or _back(line, start, end)
    if special is not None:
        return special
    noun = line.any(i, end, _NOUN)
    if noun < 0:
        return None
    changed = _changed(line, i, noun, end)
    tool = None if changed else _tool(line, i, noun, end)
    if changed is None and tool is None:
        return None
    no = line.any(i, end, w.NEGATIONS)
    part = str(changed.arguments.get("add") or changed.arguments.get("remove") or "") if changed else ""
    named = line.norm(no) in words("kein keine keinen no") and line.tokens[no].text in part.split()
    if no >= 0 and not named:  # "die Antwort auf keine Zeit" is a part's name
        return Found((), end, "negated")
    if changed is not None:
        return Found((changed,), end)
    if tool == "create_template":
        return Found((_created(line, i, noun, end),), end)
    if tool == "publish_template":
        return Found((_published(line, i, noun, end),), end)
    return Found((request(str(tool), template=_name(line, noun + 1, end) or _name_before(line, i, noun)),), end)


def _tool(line: Line, i: int, noun: int, end: int) -> str | None:
    said = {line.norm(k) for k in range(i, end)}
    if said & _CREATE and line.any(i, noun, _FROM) >= 0:
        return "create_template"
    if line.any(noun, end, words("aus from out")) > noun and (said & _CREATE or line.norm(i) in _ONE):
        return "create_template"  # "(ich hätte gern) eine Vorlage aus …"
    if line.norm(i) in words("wer who") and said & words("übernommen geklont cloned taken kopiert adopted took"):
        return "template_performance"
    if said & _PUSH:
        return "push_template"
    if said & _PUBLISH and not said & words("es gibts there"):
        return "publish_template"
    if said & _CLONE:
        return "clone_template"
    if said & _CREATE:
        return "create_template"
    if said & _PERFORMS:
        return "template_performance"
    return "show_template" if said & _SHOWS else None


def _renewed(line: Line, i: int, end: int) -> Found | None:
    """ "Stell die laufenden auf die neue Fassung um"."""
    running, version = line.any(i, end, _RUNNING), line.any(i, end, _VERSION)
    if line.any(i, end, _MOVES) < 0 or running < 0 or version < running or line.any(running, version, _NEW) < 0:
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    to = line.any(running + 1, version, words("auf to on onto"))
    last = to if to > 0 else version
    named = [k for k in range(running + 1, last) if line.norm(k) not in _GENERIC]
    sequence = line.cut(named[0], named[-1] + 1).strip() if named else None
    return Found((request("renew_enrolments", sequence=sequence),), end)


def _back(line: Line, i: int, end: int) -> Found | None:
    """ "Zurück zur vorigen Version (der Vorlage Winter)", "stell Version 2 der Vorlage wieder her"."""
    backwards, version = line.any(i, end, _BACKWARDS), line.any(i, end, _VERSION)
    split = line.any(i, end, words("her")) > 0 and line.any(i, end, words("wieder")) > 0
    whole = line.any(i, end, words("rollback")) >= 0 or (
        line.any(i, end, words("roll")) >= 0 and line.any(i, end, words("back")) >= 0
    )
    noun = line.any(i, end, _NOUN)
    if not ((version >= 0 and (backwards >= 0 or split)) or (whole and noun >= 0)):
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    number = line.norm(version + 1) if version >= 0 else ""
    wanted = int(number) if number.isdecimal() and len(number) < 6 else "previous"
    behind = noun if noun > version else -1
    name = _name(line, behind + 1, end) if behind >= 0 else None
    if name is None and noun >= 0:
        name = _name(line, noun + 1, max(version - 1, noun + 1))
    return Found((request("push_template", template=_bare(name), version=wanted),), end)


def _bare(name: str | None) -> str | None:
    """Without words of going back that stand behind the name ("auf", "zur")."""
    kept = [word for word in (name or "").split() if word.lower() not in ("auf", "zu", "zur", "to", "the", "die")]
    return " ".join(kept) or None


def _changed(line: Line, i: int, noun: int, end: int) -> Request | None:
    """ "Nimm den Tagesplan in die Vorlage Winter auf", "streich die Ghost-Reaktivierung aus der Vorlage"."""
    behind = _changed_behind(line, noun, end)
    if behind is not None:
        return behind
    first = line.norm(i)
    into = line.any(i + 1, noun, _IN)
    if first in _ADDS and into > i + 1:
        return request("push_template", template=_name(line, noun + 1, end), add=_part(line, i + 1, into))
    if first in words("füg füge add") and into < 0:  # "füg der Vorlage Winter den Tagesplan hinzu"
        split = line.any(noun + 1, end, words("den die das meinen meine my the"))
        if split > noun:
            name, part = _name(line, noun + 1, split), _part(line, split, end)
            return request("push_template", template=name, add=part)
    away = line.any(i + 1, noun, _FROM)
    if first in _REMOVES and away > i + 1:
        return request("push_template", template=_name(line, noun + 1, end), remove=_part(line, i + 1, away))
    return None


def _changed_behind(line: Line, noun: int, end: int) -> Request | None:
    """ "Ändere die Vorlage Winter: nimm den Tagesplan dazu", "ergänze die Vorlage Winter um den Tagesplan"."""
    colon, about = line.any(noun, end, words(":")), line.any(noun + 1, end, words("um by with"))
    if colon > 0 and line.norm(colon + 1) in _ADDS | _REMOVES:
        tail = line.any(colon + 2, end, words("raus heraus weg out away")) > 0
        drops = tail or line.norm(colon + 1) not in _ADDS
        part = {"remove" if drops else "add": _part(line, colon + 2, end)}
        return request("push_template", template=_name(line, noun + 1, colon), **part)
    extends = line.any(0, noun, words("ergänz ergänze erweiter erweitere extend")) >= 0
    if extends and about > 0:
        return request("push_template", template=_name(line, noun + 1, about), add=_part(line, about + 1, end))
    return None


def _part(line: Line, start: int, end: int) -> str | None:
    while start < end and line.norm(start) in _ONE | w.POSSESSIVES | words("bitte please mal noch also auch"):
        start += 1
    while end > start and (
        line.norm(end - 1) in _TAIL | words("bitte please noch mal") or line.tokens[end - 1].kind == "mark"
    ):
        end -= 1
    return line.cut(start, end).strip() or None


def _name(line: Line, start: int, end: int) -> str | None:
    """What is left behind the noun: quoted, after a colon, or the words themselves."""
    colon = line.any(start, end, words(":"))
    if colon >= 0 and line.cut(colon + 1, end).strip(_QUOTES):
        return line.cut(colon + 1, end).strip(_QUOTES)  # what is given by itself is the name as it stands
    while start < end and line.norm(start) in _FILLING | _SMALL | {":"}:
        start += 1
    stop = end
    ends = _FILLING | _TAIL | _ENDS | _SMALL
    while stop > start and (line.tokens[stop - 1].kind == "mark" or line.norm(stop - 1) in ends):
        stop -= 1
    found = line.cut(start, stop).strip(_QUOTES) if stop > start else ""
    return found or None


def _name_before(line: Line, i: int, noun: int) -> str | None:
    """ "The Comeback playbook": what stands between the article and the noun and is no word of the order."""
    k = noun
    while k > i and line.norm(k - 1) not in _ONE | w.POSSESSIVES and line.tokens[k - 1].kind != "mark":
        k -= 1
    return _name(line, k, noun) if k > i and not {line.norm(n) for n in range(k, noun)} & _PLAIN else None


_QUOTES = " \"'„“”»«.,!?:"
_SMALL = words("vom im ins ans am zum zur beim unserem meinem unserer meiner again nochmals by bei von to zu")
_PLAIN = words("neue neuen neuer new alte old letzte last team-")
_ENDS = words("""
    neu erneut drin inside ansehen anschauen anzeigen sehen doing performing do übernehmen verteilen teilen
    veröffentlichen aktualisieren gegeben geteilt bekommen übernommen heißen heissen be called nennen
    folgen follow
""")


def _published(line: Line, i: int, noun: int, end: int) -> Request:
    """For whom: "mit Max und Sofia", "Gib Max die Vorlage", "an die ganze Firma"; else the team."""
    to = line.any(noun + 1, end, _WHOM)
    whom = (to + 1, end) if to > 0 else (i + 1, noun)
    said = {line.norm(k) for k in range(*whom)}
    name = _name(line, noun + 1, to if to > 0 else end) or _name_before(line, i, noun)
    if said & _COMPANY and not said <= words("alle team im an das"):
        return request("publish_template", template=name, company=True)
    people = None if said & _TEAM else _people(line, *whom)
    return request("publish_template", template=name, people=people)


def _people(line: Line, start: int, end: int) -> str | None:
    """Names, as they stand there; nothing but small words names nobody."""
    idle = _FILLING | _TAIL | _WHOM | _PUBLISH | w.POSSESSIVES | words("nur only alle")
    while start < end and (line.norm(start) in idle or line.tokens[start].kind == "mark"):
        start += 1
    while end > start and (line.norm(end - 1) in idle or line.tokens[end - 1].kind == "mark"):
        end -= 1
    return line.cut(start, end).strip() or None


def _created(line: Line, i: int, noun: int, end: int) -> Request:
    """ "Mach aus A und B eine Vorlage (fürs Team): NAME"; without "aus" it is all that is hers."""
    origin = line.any(i, noun, _FROM)
    if origin < 0 and line.any(noun, end, words("aus from out")) > noun:
        return _created_from(line, noun, end)
    into = line.any(i, noun, words("into zu zur"))
    if origin < 0 and into > i + 1:  # "turn A into a template", "mach A zu einer Vorlage"
        part = _part(line, i + 1, into)
        return request("create_template", name=_name(line, noun + 1, end), sequences=part)
    stop = noun
    while origin >= 0 and line.norm(origin + 1) in w.ARTICLES | w.POSSESSIVES:
        origin += 1
    while stop > origin + 1 and line.norm(stop - 1) in _FILLING:
        stop -= 1
    sequences = line.cut(origin + 1, stop).strip() if origin >= 0 and stop > origin + 1 else None
    return request("create_template", name=_name(line, noun + 1, end), sequences=sequences)


def _created_from(line: Line, noun: int, end: int) -> Request:
    """ "… eine Vorlage aus A und B namens NAME", "…, sie soll NAME heißen", "…: NAME"."""
    origin = line.any(noun, end, words("aus from out"))
    before = _name(line, noun + 1, origin) if origin > noun + 1 else None  # "eine Vorlage Winter aus …"
    origin += line.norm(origin + 1) == "of"
    called = line.any(origin, end, _CALLED)
    stop = min((at for at in (called, line.any(origin, end, words(": soll should"))) if at > 0), default=end)
    parts = stop
    while parts > origin and (line.tokens[parts - 1].kind == "mark" or line.norm(parts - 1) in _CALLS):
        parts -= 1
    begins = stop + 1 + (line.norm(stop + 1) in words("it sie es ihn them"))
    named = _name(line, begins, end) if stop < end else before
    return request("create_template", name=named, sequences=line.cut(origin + 1, parts).strip() or None)


_CALLED = words("namens named called heißt heisst nenn nenne call genannt")
_CALLS = words("sie die it und and dann that soll should ich i we wir")
