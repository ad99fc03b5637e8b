"""Facts a rep states about a lead or wants set: "Lisa ist jetzt Kundin", "Toms Nummer: …", "set Anna's tier to gold".

Only plain statements in the present or perfect count: questions, guesses and denials set nothing.
Values are the rep's words, except where only a few exist (yes/no, a number 0-10, du/sie, de/en, auto/draft_only/off).
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.fields import FIELD_NOUNS, FIELDS
from agent.grammar.model import Found, Request, Value, request
from agent.grammar.names import Person, bare, genitive, person, search
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in
from agent.grammar.verbs import STAGES

_SET = words("""
    setz setze setzen set ändere änder ändern change update aktualisiere aktualisier aktualisieren stell stelle
    stellen trag trage eintragen speicher speichere speichern save store mark markier markiere markieren switch make
    mach schalte schalt pack korrigiere korrigier correct ergänze ergänz hinterleg hinterlege nimm add füge leg neue
    new neuer benenne rename führe put turn
""")
_IS = words("""
    ist is lautet heißt auf zu to als as = : jetzt now nun neu seit heute ab sofort inzwischen mittlerweile liegt
    bei beträgt war gleich ein eine von of mit at ihre seine her his a the die der den endlich auch offiziell
    finally officially bitte geworden became become ist's ja sei
""")
_LANGUAGES = {"de": words("deutsch german"), "en": words("englisch english")}
_MODES = {
    "auto": words("auto automatisch automatik autopilot automatic automatically"),
    "draft_only": words("""
        entwurf entwürfe entwürfen draft drafts vorschläge vorschlag draft-only draft_only drafts-only manuell
        manual
    """),
    "off": words("aus off stumm mute muted ausschalten abschalten"),
}
_SEEN = words("gesehen angeschaut angesehen geschaut watched seen angschaut gsehe gseh gschaut viewed")
_VIDEO = words("video clip film videolink vorstellungsvideo präsentationsvideo")
_FIRM_VERBS = words("arbeitet works")
_LIVES = words("wohnt lebt lives kommt residiert")
_TIERS = words("vip gold premium silber silver bronze standard platin platinum basic high-value")
_AGREED = words("zugestimmt eingewilligt agreed consented")
_GRANT = words("gegeben erteilt given gave granted ok okay")


def read_facts(line: Line, start: int, end: int) -> Found | None:
    """All facts of one sentence about one person, in the order said."""
    lead = lead_in(line, start, end)
    if lead.at >= end or line.norm(lead.at) in w.QUESTIONS | w.WHY or (line.norm(end - 1) == "?" and not lead.polite):
        return None
    if line.norm(lead.at) in words("ist hat is has did does hast do war arbeitet wohnt spricht"):
        return None
    who, _ = _whose(line, lead.at, end)
    if who is None:
        return None
    made, unclear = _all(line, who, lead.at, end)
    if unclear:
        return Found((), end, unclear)
    if not made:
        return None
    if not all(one.arguments.get("field") == "register" for one in made) and (
        line.any(
            lead.at,
            end,
            words("""
                vielleicht bald eventuell maybe soon fast beinahe almost wohl angeblich vermutlich wahrscheinlich
                probably might könnte würde möchte will wird wants wäre could would allegedly hoffentlich hopefully
            """),
        )
        >= 0
    ):
        return Found((), end, "hypothetical")
    line.focus = who.text or line.focus
    return Found(tuple(made), end)


def _whose(line: Line, i: int, end: int) -> tuple[Person | None, int]:
    """The person the sentence is about, and where to begin reading facts."""
    ordered = line.norm(i) in _SET and i + 1 < end
    i += ordered
    colon = line.any(i, end, words(":"))
    stop = colon if colon > i else end

    for k in range(i, stop):
        own = genitive(line, k, stop)
        if own and line.norm(own.end) in FIELD_NOUNS | words("neue neuer new aktuelle private"):
            return own, i
    for k in range(i, stop):
        if line.norm(k) in words("von bei für of for mit vom with"):
            who = person(line, k + 1, stop)
            if who and not who.everybody and (line.norm(k) not in words("bei mit with") or not _employer(line, k, i)):
                return who, i
    who = person(line, i, stop, pronouns=True)
    if who and not who.everybody and who.end < end:
        return who, i
    owned = line.norm(i) in words("ihre ihr seine sein her his") and line.norm(i + 1) in FIELD_NOUNS
    if owned and line.focus:
        return Person(line.focus, i, i + 1, pronoun=True), i
    found = (
        search(line, i, stop)
        if ordered or line.norm(i) in FIELD_NOUNS or line.norm(i) in words("wir we ich i sieze duze siezen duzen")
        else None
    )
    if found is None and stop < end:
        found = search(line, stop + 1, end)
    turned = line.norm(i) in words("ab jetzt nun seit heute endlich now") and line.any(i, end, words("ist is")) > 0
    if found is None and (turned or (line.any(i, end, _SEEN) > 0 and line.any(i, end, _VIDEO) > 0)):
        found = search(line, i, end)
    return found or (
        Person(line.focus, i, i, pronoun=True)
        if ordered and line.focus and line.any(i, stop, words("sie ihn ihr ihm her him ihre seine")) > 0
        else None
    ), i


def _employer(line: Line, k: int, i: int) -> bool:
    return line.any(i, k, _FIRM_VERBS | words("angestellt employed")) >= 0


def _all(line: Line, who: Person, first: int, end: int) -> tuple[list[Request], str | None]:
    spots: list[tuple[int, str, Value]] = []
    for reader in (
        _customer,
        _satisfaction,
        _contact,
        _video,
        _register,
        _company,
        _region,
        _language,
        _tier,
        _mode,
        _consent,
        _worded,
    ):
        found = reader(line, who, first, end)
        if found and found[1] not in [s[1] for s in spots]:
            spots.append(found)
    if not spots:
        return [], None
    no = line.any(first, min(spots[-1][0] + 4, end), w.NEGATIONS - words("ohne without no"))
    if (
        no >= 0
        and not _lost(line, first, end)
        and not any(f in ("objection", "phone", "register") for _, f, _ in spots)
    ):
        return [], "negated"
    name = bare(who.text) if who.text else None
    return [
        request("update_lead", lead=name, field=field, value=value)
        for _, field, value in sorted(spots, key=lambda s: s[0])
    ], None


def _lost(line: Line, i: int, end: int) -> bool:
    """ "keine Kundin mehr", "no longer a customer": a denial that states a change."""
    gone = line.any(i, end, words("mehr longer anymore"))
    return gone > 0 and line.any(i, end, w.NEGATIONS) >= 0


def _customer(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    at = line.any(i, end, STAGES["customer"] | STAGES["partner"])
    if (
        at < 0
        or (line.norm(at - 1) in words("der die den dem the zu bei vom von") and not _marks(line, i, at))
        or (line.norm(at - 1) in w.POSSESSIVES and (line.any(i, at, words("ist is")) < 0 or person(line, at + 1, end)))
    ):
        return None
    stated = line.any(i, at, words("ist is als as wurde became isch zur zum geworden now jetzt to")) >= 0 or line.norm(
        at + 1
    ) in ("geworden",)
    if not stated or (who.start <= at < who.end):
        return None
    if line.norm(at) in STAGES["partner"]:
        return at, "stage", "partner"
    return at, "is_customer", not _lost(line, i, end)


def _marks(line: Line, i: int, at: int) -> bool:
    return line.any(i, at, words("als as zur zum to")) >= 0


def _satisfaction(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    at = line.any(i, end, FIELDS["satisfaction_score"] | words("zufrieden satisfied happy"))
    if at < 0:
        return None
    for k in [*range(at, end), *range(i, at)]:
        token = line.tokens[k]
        if token.kind == "number":
            digits = token.norm.split(",")[0].split(".")[0].split("/")[0]
            return (at, "satisfaction_score", int(digits)) if digits.isdigit() and len(digits) < 4 else None
        if token.norm in w.COUNTS and token.norm not in words("ein eine einen"):
            return at, "satisfaction_score", w.COUNTS[token.norm]
    return None


def _contact(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    for k in range(i, end):
        kind = line.tokens[k].kind
        if kind in ("phone", "email") and not who.start <= k < who.end:
            known = (
                line.any(
                    i,
                    end,
                    FIELDS["phone"]
                    | FIELDS["email"]
                    | words("erreichbar reachable heißt erreicht erreiche erreichen reach unter"),
                )
                >= 0
                or line.norm(i) in _SET
            )
            return (k, kind, line.tokens[k].text) if known else None
    return None


def _video(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    seen, video = line.any(i, end, _SEEN), line.any(i, end, _VIDEO)
    return (
        (seen, "watched_video", True)
        if seen >= 0 and video >= 0 and line.any(i, end, words("ich i wir we you du")) < 0
        else None
    )


def _register(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    at = line.any(i, end, words("siezen siez sieze duzen duz duze gesiezt geduzt"))
    if at >= 0:
        return at, "register", "du" if line.norm(at).strip("ge").startswith("duz") else "sie"
    per = line.any(i, end, words("per anrede"))
    if per >= 0:
        said = line.any(per, min(per + 5, end), words("du sie"))
        return (said, "register", line.norm(said)) if said > 0 else None
    return None


def _company(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    works = line.any(i, end, _FIRM_VERBS)
    if works >= 0:
        at = line.any(works, end, words("bei für at for beim"))
        return (works, "company", _rest(line, at + 1, end)) if at > 0 and _rest(line, at + 1, end) else None
    return _field_value(line, "company", i, end)


def _region(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    at = line.any(i, end, _LIVES)
    if at >= 0:
        into = line.any(at, end, words("in im aus from"))
        return (
            (at, "region", _rest(line, into + 1, end))
            if into > 0
            and into + 1 < end
            and line.tokens[into + 1].kind == "word"
            and line.norm(into + 1) not in w.CLOSED
            else None
        )
    return _field_value(line, "region", i, end)


def _language(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    for code, group in _LANGUAGES.items():
        at = line.any(i, end, group)
        if (
            at >= 0
            and line.any(
                i, end, words("spricht speaks sprache language auf in redet versteht anschreiben prefers") | _SET
            )
            >= 0
        ):
            return at, "language", code
    return None


def _tier(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    at = line.any(i, end, _TIERS)
    if at >= 0 and (line.any(i, at, words("ist is auf als as to in tier level kategorie :")) >= 0):
        return at, "tier", line.tokens[at].text
    return _field_value(line, "tier", i, end)


def _mode(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    for mode, group in _MODES.items():
        at = line.any(i, end, group)
        ordered = (
            line.norm(i) in _SET | words("bei für for with antworten replies mit")
            or line.any(i, end, FIELDS["mode"] | words("auf nur only")) >= 0
        )
        if at < 0 or not ordered:
            continue
        if (
            mode == "off"
            and line.any(
                i,
                end,
                FIELDS["mode"] | words("antworten replies auto automatik bot schalte schalt switch entwürfe drafts"),
            )
            < 0
        ):
            continue
        if mode == "auto" and line.any(i, end, words("aus off")) >= 0:
            continue
        if line.any(i, end, words("er sie he she hat has verkauft fährt")) >= 0 and line.norm(i) not in _SET:
            continue
        return at, "mode", mode
    return None


def _consent(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    at = line.any(i, end, _AGREED)
    if (
        at >= 0
        and line.any(
            i,
            end,
            words("""
                kontakt kontaktaufnahme nachrichten messages contacted contact whatsapp werbung anschreiben
                schreiben mails e-mails newsletter angeschrieben
            """)
            | FIELDS["consent"],
        )
        >= 0
    ):
        return at, "consent", True
    given = line.any(i, end, FIELDS["consent"])
    if given >= 0 and line.any(i, end, _GRANT | words("liegt vor da habe haben have")) >= 0:
        gone = line.any(i, end, words("widerrufen zurückgezogen withdrawn revoked")) >= 0
        return given, "consent", not gone
    return None


def _worded(line: Line, who: Person, i: int, end: int) -> tuple[int, str, Value] | None:
    for name in ("name", "stage", "objection"):
        found = _field_value(line, name, i, end)
        if found:
            return found
    renamed = line.any(i, end, words("heißt benenne rename"))
    if renamed < 0 or line.any(renamed, end, words("jetzt nun in to now eigentlich richtig")) < 0:
        return None
    at = line.any(renamed, end, words("jetzt nun in to now eigentlich richtig")) + 1
    new = person(line, at, end, alone=True, pronouns=False)
    return (renamed, "name", new.text) if new and new.text else None


def _field_value(line: Line, field: str, i: int, end: int) -> tuple[int, str, Value] | None:
    """The words after the field's noun and a copula ("Firma von Tom: X", "set the stage to Y")."""
    at = line.any(i, end, FIELDS[field])
    if at < 0:
        return None
    if (
        line.norm(i) not in _SET
        and line.norm(end - 1) in words("eintragen speichern ergänzen hinterlegen")
        and line.norm(at - 1) == "als"
    ):
        value = _rest(line, at + 1, end - 1)
        return (at, field, value) if value else None
    link = next((k for k in range(at + 1, end) if line.norm(k) in words(": = ist is lautet auf zu to heißt sind")), -1)
    if link < 0:
        return None
    value = _rest(line, link + 1, end, whole=line.norm(link) == ":")
    return (at, field, value) if value else None


def _rest(line: Line, start: int, end: int, *, whole: bool = False) -> str:
    i, stop = start, end
    while (
        i < stop and line.norm(i) in words("jetzt nun now auch bitte der die das dem the a ein eine seit") and not whole
    ):
        i += 1
    while stop > i and (
        (line.tokens[stop - 1].kind == "mark" and line.norm(stop - 1) not in (")",))
        or line.norm(stop - 1)
        in words("ein um bitte please setzen ändern now jetzt nun inzwischen mittlerweile geändert")
    ):
        stop -= 1
    comma = next(
        (k for k in range(i, stop) if line.norm(k) in (",", ";") or (line.norm(k) in ("und", "and") and not whole)),
        stop,
    )
    return line.cut(i, comma if not whole else stop).strip()
