"""Lists and look-ups of leads: by warmth, stage, how many, a name, a place."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import COMMON, OFF_TOPIC
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, genitive, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import known, last_word, search
from agent.grammar.polite import lead_in, orders
from agent.grammar.score import TELL_ME, behind_tell_me
from agent.grammar.verbs import LEAD_NOUNS, QUALITIES, SEARCH, SHOW, STAGES

_ASKING = words("any wer who wo where wen welche which welcher who's was what wieviele wieviel how")
_ALL = words("alle alles all every sämtliche meine my die the unsere our allen meinen")
_GROUPS = LEAD_NOUNS | STAGES["customer"] | STAGES["partner"]
_LISTED = words("anzeigen zeigen auflisten sehen listen show")
_HAVING = words("kenn kenne hab habe haben hast have do kenne kennen gibt gibt's gibts")
_IS_CALLED = words("heißt heißen hoasst hoaßt heisse")
_NAMED = words("namens called named") | _IS_CALLED
_NOT_LEADS = w.NEGATIONS | words("""
    erinnerung erinnerungen reminder termine gemeldet geantwortet reagiert gekauft gesehen anrufen schreiben melden
    replied answered responded bought call text geschrieben gewonnen won
""")
_SKIPPED = w.FILLERS | words("""
    after for nach up mal bitte raus auf out me mir uns us ma namens called named genannt mit names für über about
    to ist is isch denn eigentlich den die der dem the this kontakt lead person von of kontaktdaten kontaktinfo details
    daten infos info information profil vom zu zur
""")
_RECORD = words(
    "adresse address telefonnummer handynummer mailadresse e-mail-adresse emailadresse handynr telnr nummere nummern"
    " kontaktdaten kontaktinfo kontaktinfos daten kontakt nummer profil details data number contact info infos karte"
)
_LETTERS = words("email mail e-mail")
_LETS_HAVE = words("geben gä ge gib haben have sagen schicken zeigen raussuchen suchen")
_SAYS = words("was what's whats")
_BEFORE_RECORD = (
    w.FILLERS
    | w.ARTICLES
    | w.MODALS_BOT
    | w.SELF
    | w.BOT
    | words("""
    hast habt hab haben do have got what what's whats was wie ist is lautet gib zeig zeige show give brauch brauche
    bräuchte need sag such suche find me mir ma and und wo where
""")
)
_SKIPPED |= _RECORD
_AFTER_NAME = w.FILLERS | words("an raus auf details daten profil nochmal for me mir infos info")
_PREDICATE = frozenset().union(*QUALITIES.values(), *STAGES.values()) | w.CLOSED | LEAD_NOUNS | w.FILLERS
_LIVING = words("wohnt lebt wohnen leben kommt lives live comes")
_PLACES = words("aus in from at von bei")


def read_find(line: Line, start: int, end: int) -> Found | None:
    """find_leads with whatever narrows the list; None when no list and nobody is asked for."""
    i = behind_tell_me(line, start, end)
    if i >= end or line.any(i, end, _NOT_LEADS) >= 0:
        return None
    wanted = _record_of(line, start, end)
    if wanted is not None:
        line.focus = wanted
        return Found((request("find_leads", query=wanted),), end)
    asks = line.norm(i) in _ASKING or (line.norm(i) == "wie" and line.norm(i + 1) == "viele")
    shows = _shows(line, start, i, end)
    exists = _exists(line, i, end)
    quality = next((q for q, group in QUALITIES.items() if line.any(i, end, group) >= 0), None)
    if not (asks or shows or exists or _owns(line, i, end) or (quality and _only(line, i, end, quality))):
        return None
    stage = next((s for s, group in STAGES.items() if line.any(i, end, group) >= 0), None)
    name = _query(line, i, end) if shows or asks or exists else None
    name = name or (_residence(line, i, end) if asks or shows else None)
    grouped = line.any(i, end, _GROUPS) >= 0
    if name is None and not quality and not stage and grouped and (shows or exists or line.norm(i) in ("wo", "where")):
        who = search(line, i + 1, end)
        name = bare(who.text) if who and who.text else None
    limit = _limit(line, i, end)
    if quality or stage or (grouped and name is None):
        loose = asks and not grouped and not _is_predicate(line, i, end)
        if loose or line.norm(i) in ("was", "what") or line.any(i, end, OFF_TOPIC) >= 0:
            return None
        every = [q for q, group in QUALITIES.items() if line.any(i, end, group) >= 0] if name is None else [quality]
        every.sort(key=lambda q: line.any(i, end, QUALITIES[q]) if q else 0)
        made = [request("find_leads", query=name, quality=q, stage=stage, limit=limit) for q in every or [None]]
        return Found(tuple(made), end)
    if name is None or (asks and line.any(i, end, OFF_TOPIC) >= 0):
        return None
    line.focus = name if " " in name or asks else line.focus
    return Found((request("find_leads", query=name, limit=limit),), end)


def _shows(line: Line, start: int, i: int, end: int) -> bool:
    """ "Zeig (mir)", "kann ich … sehen", "… anzeigen", "ich brauche eine Liste …"."""
    if orders(line.norm(i), SHOW) or line.any(lead_in(line, start, end).at, i, TELL_ME) >= 0:
        return True
    if line.norm(i) in words("kann darf can could may"):
        return line.any(i, end, words("sehen see haben have bekommen get")) > 0
    told = person(line, i, end, pronouns=False) is not None
    grouped = line.any(i, end, _GROUPS) >= 0
    grouped = grouped or (line.norm(i) in _ALL and line.any(i, end, frozenset().union(*QUALITIES.values())) > 0)
    if not told and grouped and line.norm(last_word(line, i, end)) in _LISTED:
        return True
    data = line.norm(i) in _RECORD and line.norm(i + 1) in words("von vom of zu for")
    if data and not any(t.kind in ("email", "phone") for t in line.tokens[i:end]) and line.any(i, end, words(":")) < 0:
        return True
    listed = line.norm(i) in w.INDEFINITE | SHOW | _ALL and line.any(i, end, LEAD_NOUNS) > 0
    return listed and lead_in(line, start, end).wish


def _record_of(line: Line, start: int, end: int) -> str | None:
    """Whose number or address is wanted, nothing else being said: "Annas Nummer bitte", "hast du Annas Mail"."""
    if line.norm(start) in ("wo", "where") and line.norm(start + 1) in _LIVING | {"does"}:
        home = next((p for k in range(start + 2, end) if (p := person(line, k, end, pronouns=False))), None)
        alone = home is not None and _leads_up(line, start + 2, home.start) and _nothing_more(line, home.end, end)
        return bare(home.text or "") if home is not None and alone and known(line, home) else None
    at = line.any(start, end, _RECORD | _LETTERS)
    if at < 0 or any(t.kind in ("email", "phone", "number") or t.norm == ":" for t in line.tokens[start:end]):
        return None
    for k in range(start, at):
        own = genitive(line, k, at + 1)
        if own is not None and own.text and own.end == at and line.norm(own.start) not in _SAYS:
            return bare(own.text) if _leads_up(line, start, own.start) and _nothing_more(line, at + 1, end) else None
    if line.norm(at + 1) not in words("von vom vo vu of zu for") or not _leads_up(line, start, at):
        return None
    who = person(line, at + 2, end, pronouns=True)
    plain = who is not None and bool(who.text) and _nothing_more(line, who.end, end)
    return bare(who.text or "") if plain and who is not None else None


def _leads_up(line: Line, start: int, stop: int) -> bool:
    """Whether only words stand there that ask for something: "hast du mir mal die"."""
    return all(line.norm(k) in _BEFORE_RECORD or line.tokens[k].kind == "mark" for k in range(start, stop))


def _nothing_more(line: Line, i: int, end: int) -> bool:
    return all(line.tokens[k].kind == "mark" or line.norm(k) in w.FILLERS | _LETS_HAVE for k in range(i, end))


def _owns(line: Line, i: int, end: int) -> bool:
    return line.norm(i) == "top" or (line.norm(i) in _ALL and end - i <= 6 and line.any(i, end, _GROUPS) > 0)


def _only(line: Line, i: int, end: int, quality: str) -> bool:
    """ "Heiße Leads": a list said by its bare name."""
    plain = QUALITIES[quality] | _GROUPS | _ALL | w.FILLERS
    bare_name = all(line.norm(k) in plain or line.tokens[k].kind == "mark" for k in range(i, end))
    return bare_name and line.any(i, end, _GROUPS) >= 0


def _exists(line: Line, i: int, end: int) -> bool:
    """ "Hab ich einen Kontakt namens …", "do I have somebody called …", "gibt es einen … in meiner Liste"."""
    named = line.any(i, end, _NAMED) > 0
    if line.norm(i) in ("is", "ist"):
        return named
    who = person(line, i + 3, end, pronouns=False) if line.norm(i + 1) in words("wir ich we i du you") else None
    somebody = (
        who is not None and line.norm(who.end) == "?" and line.norm(i + 2) in w.INDEFINITE | {"den", "die", "any"}
    )
    asked = line.norm(i + 1) in words("ich i wir we es du you denn da hier any") or line.norm(i) in ("gibt's", "gibts")
    return asked and line.norm(i) in _HAVING and (somebody or named or line.any(i, end, _GROUPS) > 0)


def _is_predicate(line: Line, i: int, end: int) -> bool:
    """ "Wer ist (gerade) warm": nothing but small words, the quality or the stage."""
    return all(line.norm(k) in _PREDICATE or line.tokens[k].kind == "mark" for k in range(i, end))


def _query(line: Line, i: int, end: int) -> str | None:
    """The name or place to look for, without what stands around it."""
    named = line.any(i, end, _NAMED)
    if named > 0 and line.norm(named) in _IS_CALLED:
        found = person(line, named + 1, end) or _just_before(line, i, named)
        return found.text if found else None
    if named > 0:
        found = person(line, named + 1, end)
        return found.text if found else None
    known = line.any(i, end, words("über about")) if line.norm(i) in ("was", "what") else -1
    if known > 0 and line.any(i, known, words("weißt know wissen wir hast have")) > 0:
        found = person(line, known + 1, end)
        return bare(found.text) if found and found.text else None
    if line.norm(i) in ("wer", "who") and line.norm(i + 1) not in words("ist is isch war was"):
        return None
    if not orders(line.norm(i), SHOW) and line.norm(i) not in w.QUESTIONS | _HAVING | words("kann"):
        i -= 1
    searching = orders(line.norm(i), SEARCH) or line.norm(i + 1) in words("up nach raus")
    j = i + 1
    while j < end and line.norm(j) in _SKIPPED:
        j += 1
    found = _whom(line, i + 1, j, end, searching)
    if found is None or found.text is None:
        return None
    rest = any(line.tokens[k].kind == "word" and line.norm(k) not in _AFTER_NAME for k in range(found.end, end))
    return None if rest and not searching and line.norm(i) in words("wer who who's was what") else bare(found.text)


def _just_before(line: Line, i: int, at: int) -> Person | None:
    """ "der Müller heißt": the name ends right before the verb."""
    for k in range(max(i + 1, at - 3), at):
        who = person(line, k, at, pronouns=False)
        if who and who.text and who.end == at:
            return who
    return None


def _whom(line: Line, first: int, j: int, end: int, searching: bool) -> Person | None:
    if j < end and not searching:
        own = genitive(line, j, end)
        if own and line.norm(own.end) in _RECORD | words("email mail e-mail"):
            return own
    found = person(line, first, end) or (person(line, j, end, alone=True) if j < end else None)
    if found is not None or not searching:
        return found
    for k in range(j, end - 1):
        if line.norm(k) in _PLACES and line.tokens[k + 1].kind == "word":
            stop = next((m for m in range(k + 1, end) if line.tokens[m].kind != "word"), end)
            return Person(line.cut(k + 1, stop), k, end)
    return None


def _residence(line: Line, i: int, end: int) -> str | None:
    """The place in "wen hab ich in Graz?", "wer wohnt in Wien": everything but verbs, small words and the place."""
    at = line.any(i + 1, end, words("in aus from"))
    said = line.any(i, at, _HAVING | _LIVING) >= 0 if line.norm(i) in words("wen wer who whom") else False
    if line.any(i, end, words("kartei liste list kontakten kartothek")) > at > 0:
        at = next((k for k in range(at + 1, end) if line.norm(k) in words("in aus from")), -1)
    if at < 0 or not (said or line.norm(at - 1) in LEAD_NOUNS | _GROUPS):
        return None
    stop = last_word(line, i, end) + 1
    named = at + 1 < stop <= at + 3 and all(
        line.tokens[k].kind == "word" and line.norm(k) not in w.CLOSED | COMMON for k in range(at + 1, stop)
    )
    return line.cut(at + 1, stop) if named else None


def _limit(line: Line, i: int, end: int) -> int | None:
    for k in range(i, end):
        token = line.tokens[k]
        if token.kind == "number" and token.norm.isdigit() and 0 < int(token.norm) <= 1000:
            return int(token.norm)
        if token.norm in w.COUNTS and token.norm not in words("ein eine einen one"):
            return w.COUNTS[token.norm]
    return None
