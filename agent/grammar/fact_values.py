"""What a statement says about a lead: one small reader for each field, all with the same shape.

A reader gets the line, the person meant, and the range of the statement; it answers the position, the field and the
value, or None. Values are the rep's words, except where only a few exist (yes/no, a number, du/sie, de/en, the modes).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.grammar import words as w
from agent.grammar.common import COMMON, FINITE
from agent.grammar.fact_disg import read_disg
from agent.grammar.fields import FIELDS
from agent.grammar.model import Value
from agent.grammar.names import Person, person
from agent.grammar.normalise import Line, words
from agent.grammar.purpose import read_purpose
from agent.grammar.verbs import STAGES, STYLE

Spot = tuple[int, str, Value]

SET = words("""
    setz setze setzen set ändere änder ändern change update aktualisiere aktualisier aktualisieren stell stelle
    stellen trag trage eintragen speicher speichere speichern save store mark markier markiere markieren switch make
    mach schalte schalt pack korrigiere korrigier correct ergänze ergänz hinterleg hinterlege nimm add füge leg neue
    new neuer benenne rename führe put turn
""")
SEEN = words("gesehen angeschaut angesehen geschaut watched seen angschaut gsehe gseh gschaut viewed")
VIDEO = words("video clip film videolink vorstellungsvideo präsentationsvideo")
WORKS = words("arbeitet works job jobbt anstellung")
_STATED = words("ist is als as wurde became isch zur zum geworden now jetzt to")
_NAMED_BEFORE = words("der die den dem the zu bei vom von")
_AS = words("als as zur zum to")
_REACHED = (FIELDS["phone"] | FIELDS["email"]) | words("""
    erreichbar reachable heißt erreicht erreiche erreichen reach unter
""")
_LANGUAGES = {"de": words("deutsch german"), "en": words("englisch english")}
_SPEAKS = SET | words("spricht speaks sprache language auf in redet versteht anschreiben prefers")
_MODES = {
    "auto": words("auto automatisch automatik autopilot automatic automatically"),
    "draft_only": words("""
        entwurf entwürfe entwürfen draft drafts vorschläge vorschlag draft-only draft_only drafts-only manuell manual
    """),
    "off": words("aus off stumm mute muted ausschalten abschalten"),
}
_MODE_OF = FIELDS["mode"] | words("antworten replies auto automatik bot schalte schalt switch entwürfe drafts")
_RATES = words("gibt gab gegeben vergibt bewertet rates rated gives gave given punkte points sterne stars")
_LIVES = words("wohnt lebt lives kommt umgezogen gezogen moved zieht")
_TIERS = words("vip gold premium silber silver bronze standard platin platinum basic high-value")
_AGREED = words("zugestimmt eingewilligt agreed consented")
_CONTACTING = FIELDS["consent"] | words("""
    kontakt kontaktaufnahme nachrichten messages contacted contact whatsapp werbung anschreiben schreiben mails e-mails
    newsletter angeschrieben
""")
_GIVEN = words("gegeben erteilt given gave granted ok okay liegt vor da habe haben have")
_WITHDRAWN = words("widerrufen zurückgezogen withdrawn revoked")
_COPULA = words(": = ist is lautet auf zu to heißt sind")
_NEWLY = words("jetzt nun in to now eigentlich richtig")
_STORING = words("eintragen speichern ergänzen hinterlegen")
_BEFORE_VALUE = words("jetzt nun now auch bitte der die das dem the a ein eine seit")
_AFTER_VALUE = words("ein um bitte please setzen ändern now jetzt nun inzwischen mittlerweile geändert")

_SINCE = re.compile(r"\s+(?:now|jetzt|nun|inzwischen|mittlerweile)$", re.IGNORECASE)


def lost(line: Line, i: int, end: int) -> bool:
    """ "keine Kundin mehr", "no longer a customer": a denial that states a change."""
    return line.any(i, end, words("mehr longer anymore")) > 0 and line.any(i, end, w.NEGATIONS) >= 0


def _customer(line: Line, who: Person, i: int, end: int) -> Spot | None:
    at = line.any(i, end, STAGES["customer"] | STAGES["partner"])
    if at < 0 or who.start <= at < who.end or read_purpose(line, who, i, end):
        return None
    before = line.norm(at - 1)
    if before in words("kein keine keinen no") and not lost(line, i, end):
        return None
    if before in _NAMED_BEFORE and line.any(i, at, _AS) < 0:
        return None
    if before in w.POSSESSIVES and (line.any(i, at, words("ist is")) < 0 or person(line, at + 1, end)):
        return None
    won = line.any(i, end, words("gewonnen won verloren lost")) >= 0
    put = line.norm(i) in SET and line.any(i, at, words("auf to aus")) > 0
    if won:
        return None
    if line.any(i, at, _STATED) < 0 and line.norm(at + 1) != "geworden" and not put:
        return None
    return (
        (at, "stage", "partner") if line.norm(at) in STAGES["partner"] else (at, "is_customer", not lost(line, i, end))
    )


def _satisfaction(line: Line, who: Person, i: int, end: int) -> Spot | None:
    at = line.any(i, end, FIELDS["satisfaction_score"] | words("zufrieden satisfied happy"))
    if at < 0:
        return _out_of_ten(line, i, end)
    for k in [*range(at, end), *range(i, at)]:  # the number may stand before its noun
        token = line.tokens[k]
        if token.kind == "number":
            digits = token.norm.split(",")[0].split(".")[0].split("/")[0]
            return (at, "satisfaction_score", int(digits)) if digits.isdigit() and len(digits) < 4 else None
        if token.norm in w.COUNTS and token.norm not in words("ein eine einen"):
            return at, "satisfaction_score", w.COUNTS[token.norm]
    return None


def _out_of_ten(line: Line, i: int, end: int) -> Spot | None:
    """ "Er gibt uns 9 von 10", "she rates us 9 out of 10": a mark for us on the scale to ten."""
    if line.any(i, end, _RATES) < 0 or line.any(i, end, words("uns us mir me")) < 0:
        return None
    for k in range(i, end - 2):
        of = k + 1 + (line.norm(k + 1) == "out")
        ten = line.norm(of) in words("von of /") and line.norm(of + 1) in words("10 zehn ten")
        said = int(line.norm(k)) if line.norm(k).isdigit() else w.COUNTS.get(line.norm(k))
        if ten and said is not None and said <= 10:
            return k, "satisfaction_score", said
    return None


def _contact(line: Line, who: Person, i: int, end: int) -> Spot | None:
    known = line.norm(i) in SET or line.any(i, end, _REACHED) >= 0
    for k in range(i, end):
        token = line.tokens[k]
        if token.kind in ("phone", "email") and not who.start <= k < who.end:
            return (k, token.kind, token.text) if known else None
    return None


def _video(line: Line, who: Person, i: int, end: int) -> Spot | None:
    seen = line.any(i, end, SEEN)
    theirs = line.any(i, end, VIDEO) >= 0 and line.any(i, end, words("ich i wir we you du")) < 0
    return (seen, "watched_video", True) if seen >= 0 and theirs else None


def _register(line: Line, who: Person, i: int, end: int) -> Spot | None:
    at = line.any(i, end, words("siezen siez sieze duzen duz duze gesiezt geduzt"))
    if at >= 0:
        familiar = ("duz" in line.norm(at)) is not lost(line, i, end)
        return at, "register", "du" if familiar else "sie"
    per = line.any(i, end, words("per anrede"))
    said = line.any(per, per + 5, words("du sie")) if per >= 0 else -1
    return (said, "register", line.norm(said)) if 0 < said < end else None


def _company(line: Line, who: Person, i: int, end: int) -> Spot | None:
    works = line.any(i, end, WORKS)
    if works < 0:
        return _field_value(line, "company", i, end)
    at = line.any(works, end, words("bei für at for beim"))
    value = _rest(line, at + 1, end) if at > 0 else ""
    return (works, "company", value) if value else None


def _region(line: Line, who: Person, i: int, end: int) -> Spot | None:
    at = line.any(i, end, _LIVES)
    if at < 0:
        return _field_value(line, "region", i, end)
    into = line.any(at, end, words("aus from") if line.norm(at) == "kommt" else words("in im aus from nach to"))
    named = 0 < into < end - 1 and line.tokens[into + 1].kind == "word"
    value = _rest(line, into + 1, end) if named and line.norm(into + 1) not in w.CLOSED | COMMON else ""
    value = _SINCE.sub("", value)
    return (at, "region", value) if value else None


def _language(line: Line, who: Person, i: int, end: int) -> Spot | None:
    for code, group in _LANGUAGES.items():
        at = line.any(i, end, group)
        if at >= 0 and line.any(i, end, _SPEAKS) >= 0:
            return at, "language", code
    return None


def _tier(line: Line, who: Person, i: int, end: int) -> Spot | None:
    at = line.any(i, end, _TIERS)
    if at >= 0 and line.any(i, at, words("ist is auf als as to in tier level kategorie :")) >= 0:
        return at, "tier", line.tokens[at].text
    return _field_value(line, "tier", i, end)


def _mode(line: Line, who: Person, i: int, end: int) -> Spot | None:
    ordered = line.norm(i) in SET
    switched = ordered or line.norm(i) in words("bei für for with antworten replies mit")
    if not switched and line.any(i, end, FIELDS["mode"] | words("auf nur only")) < 0:
        return None
    if not ordered and line.any(i, end, FINITE | words("er sie he she hat has verkauft fährt läuft")) >= 0:
        return None
    if line.any(i, end, _MODES["off"]) >= 0:
        at = line.any(i, end, _MODES["off"])
        return (at, "mode", "off") if line.any(i, end, _MODE_OF) >= 0 else None
    if line.any(i, end, STYLE - words("auf mit with ohne without weniger mehr less more direct direkt")) >= 0:
        return None  # "mach den Entwurf formeller": how a text should be, no mode
    for mode in ("auto", "draft_only"):
        at = line.any(i, end, _MODES[mode])
        if at >= 0:
            return at, "mode", mode
    return None


def _consent(line: Line, who: Person, i: int, end: int) -> Spot | None:
    at = line.any(i, end, _AGREED)
    if at >= 0 and line.any(i, end, _CONTACTING) >= 0:
        return at, "consent", True
    given = line.any(i, end, FIELDS["consent"])
    gone = line.any(i, end, _WITHDRAWN) >= 0
    return (given, "consent", not gone) if given >= 0 and (gone or line.any(i, end, _GIVEN) >= 0) else None


def _worded(line: Line, who: Person, i: int, end: int) -> Spot | None:
    for name in ("name", "stage", "objection"):
        found = _field_value(line, name, i, end)
        if found:
            return found
    renamed = line.any(i, end, words("heißt benenne rename called"))
    newly = line.any(renamed, end, _NEWLY) if renamed >= 0 else -1
    newly = renamed if line.norm(renamed) == "called" and newly < 0 else newly
    new = person(line, newly + 1, end, alone=True, pronouns=False) if newly > 0 else None
    return (renamed, "name", new.text) if new and new.text else None


def _field_value(line: Line, field: str, i: int, end: int) -> Spot | None:
    """The words after the field's noun and a copula ("Firma von Tom: X", "set the stage to Y")."""
    at = line.any(i, end, FIELDS[field])
    if at < 0:
        return None
    if _stored(line, i, at, end):
        value = _rest(line, at + 1, end - 1)
        return (at, field, value) if value else None
    link = next((k for k in range(at + 1, end) if line.norm(k) in _COPULA), -1)
    value = _rest(line, link + 1, end, whole=line.norm(link) == ":") if link > 0 else ""
    return (at, field, value) if value else None


def _stored(line: Line, i: int, at: int, end: int) -> bool:
    """ "… als Region Tirol eintragen", "trag … als Region Tirol ein"."""
    split = line.norm(i) in words("trag trage") and line.norm(end - 1) == "ein"
    return line.norm(at - 1) == "als" and (split or (line.norm(i) not in SET and line.norm(end - 1) in _STORING))


def _rest(line: Line, start: int, end: int, *, whole: bool = False) -> str:
    """The value's own words: without articles before, particles behind, or a next clause (``whole`` keeps all)."""
    i, stop = start, end
    while i < stop and not whole and line.norm(i) in _BEFORE_VALUE:
        i += 1
    while stop > i and (
        (line.tokens[stop - 1].kind == "mark" and line.norm(stop - 1) != ")") or line.norm(stop - 1) in _AFTER_VALUE
    ):
        stop -= 1
    breaks = words(", ;") if whole else words(", ; und and")
    comma = next((k for k in range(i, stop) if line.norm(k) in breaks), stop)
    return line.cut(i, stop if whole else comma).strip()


READERS: tuple[Callable[[Line, Person, int, int], Spot | None], ...] = (
    read_purpose,
    _customer,
    _satisfaction,
    _contact,
    _video,
    _register,
    _company,
    _region,
    _language,
    _tier,
    read_disg,
    _mode,
    _consent,
    _worded,
)
