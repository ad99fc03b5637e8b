"""Questions about leads: how hot somebody is, and lists of leads by quality, stage or name."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import COMMON, OFF_TOPIC
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, genitive, person, search
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import HEAT, LEAD_NOUNS, QUALITIES, SCORE, SCORE_NOUNS, SEARCH, SHOW, STAGES

_OF = words("von für of for um with bei mit zu vom über about")
_TELL_ME = words("sag zeig tell show gib give weißt know kannst verrate verrat")
_NAMED = words("namens called named genannt mit names nach for for: über about auf to")
_QUESTION = words("wie how ist is wer who welche which was what what's who's how's wieviel wen whats hows wia")
_LOOKING = words("after for nach up mal bitte raus auf out me mir uns us ma")
_ALL = words("alle alles all every sämtliche meine my die the unsere our allen meinen")
_CONTACTED = words("""
    gemeldet geantwortet reagiert gekauft gesehen anrufen schreiben melden replied answered responded bought call
    text geschrieben gewonnen won
""")


def _start(line: Line, start: int, end: int) -> int:
    """Behind greeting, politeness and "sag mir (bitte),"."""
    i = lead_in(line, start, end).at
    if line.norm(i) in _TELL_ME and line.norm(i + 1) in w.SELF_OBJECT:
        i += 2
        while i < end and (line.norm(i) in w.FILLERS or line.norm(i) == ","):
            i += 1
    return i


def read_score(line: Line, start: int, end: int) -> Found | None:
    """ "Wie heiß ist Tom?", "Toms Score", "rate Lisa", "ist Anna warm oder kalt?"."""
    i = _start(line, start, end)
    if i >= end:
        return None
    who = _scored(line, i, end)
    if who is None:
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return None
    line.focus = who.text or line.focus
    return Found((request("score_lead", lead=bare(who.text) if who.text else None),), end)


def _scored(line: Line, i: int, end: int) -> Person | None:
    word, after = line.norm(i), line.norm(i + 1)
    heat = line.any(i, end, HEAT | words("gut hoch high good likely wahrscheinlich ernst aussichtsreich stark"))
    if word in words("wie how wia") and heat in (i + 1, i + 2):
        return _subject(line, heat + 1, end, i) if line.norm(heat) in HEAT or _chance(line, i, end) else None
    if (
        word in words("wie how how's wia hows")
        and line.any(
            i,
            i + 3,
            words("""
                steht steht's stehts sieht sieht's siehts schaut schaut's schauts läuft läuft's stands doing is 's
            """),
        )
        > 0
    ) or word in ("how's", "hows"):
        about = line.any(i, end, words("looking um mit bei für with as doing von"))
        if about > 0 and line.norm(about) in words("looking doing"):
            return _subject(line, i + 1, about, i)
        return _subject(line, about + 1, end, about) if about > 0 else None
    if (
        word in words("wie how")
        and line.any(i, i + 3, words("schätzt siehst beurteilst bewertest findest rate judge see")) > 0
    ):
        return search(line, i + 2, end)
    if word in words("ist is isch") and line.any(i, end, HEAT) > 0 and line.any(i, end, words("es draußen it")) < 0:
        return person(line, i + 1, end)
    scores = line.any(i, end, SCORE_NOUNS)
    if scores >= 0 and line.any(i, end, words("setz setze set ändere change auf draußen heute")) < 0:
        return _owner(line, i, end, scores)
    if (
        lead_in(line, i, end).at == i
        and line.norm(_last(line, i, end)) in SCORE
        and line.norm(_last(line, i, end)).endswith("en")
    ):
        return person(line, i, end)
    if orders(word, SCORE):
        return search(line, i + 1, end) or _him(line, i + 1, end)
    if (
        word in words("was what")
        and line.any(i, end, words("hältst denkst think")) > 0
        and line.any(i, end, words("von of about")) > 0
    ):
        return search(line, i + 2, end)
    return person(line, heat + 1, end) if after in HEAT and word in words("wie how") else None


def _chance(line: Line, i: int, end: int) -> bool:
    return line.any(i, end, SCORE_NOUNS | words("lead chance chancen buy kaufen kauft")) >= 0


def _subject(line: Line, start: int, end: int, first: int) -> Person | None:
    """The person asked about; nobody when the sentence is about the weather, coffee or the like."""
    if line.any(first, end, words("es it draußen outside wetter weather") | OFF_TOPIC - words("temperatur")) >= 0:
        return None
    found = search(line, start, end)
    return found or _him(line, start, end)


def _him(line: Line, start: int, end: int) -> Person | None:
    spot = line.any(start, end, w.HIM_OR_HER - words("em"))
    return Person(line.focus, spot, spot + 1, pronoun=True) if spot >= 0 and line.norm(spot + 1) not in COMMON else None


def _owner(line: Line, i: int, end: int, scores: int) -> Person | None:
    for k in range(i, scores):
        own = genitive(line, k, end)
        if own and own.end == scores and line.tokens[k].kind == "word":
            return own
    rest = search(line, scores + 1, end)
    if rest:
        return rest
    before = search(line, i, scores)
    return before or _him(line, i, end)


def read_find(line: Line, start: int, end: int) -> Found | None:
    """Lists and look-ups: quality, stage, how many, or a name to search for."""
    i = _start(line, start, end)
    if i >= end:
        return None
    shows = (
        orders(line.norm(i), SHOW)
        or (line.norm(i - 1) in w.SELF_OBJECT | {","} and i > start)
        or _may_see(line, i, end)
    )
    asks = line.norm(i) in words("wer who wo where wen welche which welcher who's was what wieviele wieviel how") or (
        line.norm(i) in ("wie", "how") and line.norm(i + 1) in ("viele", "many")
    )
    shows = shows or (
        line.any(i, end, LEAD_NOUNS | STAGES["customer"]) >= 0
        and line.norm(_last(line, i, end)) in words("anzeigen zeigen auflisten sehen listen show")
    )
    wished = lead_in(line, start, end).wish
    shows = shows or (wished and line.norm(i) in w.INDEFINITE | SHOW | _ALL and line.any(i, end, LEAD_NOUNS) > 0)
    owns = (
        line.norm(i) in _ALL
        and line.any(i, end, LEAD_NOUNS | STAGES["customer"] | STAGES["partner"]) > 0
        and end - i <= 6
    ) or line.norm(i) == "top"
    quality = next((q for q, group in QUALITIES.items() if line.any(i, end, group) >= 0), None)
    nouns = line.any(i, end, LEAD_NOUNS | STAGES["customer"] | STAGES["partner"])
    bare_list = (
        quality is not None
        and nouns >= 0
        and all(line.norm(k) in _plain(quality) or line.tokens[k].kind == "mark" for k in range(i, end))
    )
    if not (shows or asks or owns or bare_list or _exists(line, i, end)):
        return None
    if line.any(i, end, w.NEGATIONS | words("erinnerung erinnerungen reminder termine") | _CONTACTED) >= 0:
        return None
    stage = next((s for s, group in STAGES.items() if line.any(i, end, group) >= 0), None)
    name = _query(line, i, end, shows or asks)
    if (
        name is None
        and quality is None
        and stage is None
        and nouns >= 0
        and (shows or line.norm(i) in ("wo", "where") or _exists(line, i, end))
    ):
        who = search(line, i + 1, end)
        name = bare(who.text) if who and who.text else None
    if quality or stage or (nouns >= 0 and name is None and (shows or owns or asks)):
        if (line.any(i, end, OFF_TOPIC) >= 0 or line.norm(i) in ("was", "what")) or (
            asks and nouns < 0 and not _predicate(line, i, end)
        ):
            return None
        return Found(
            (request("find_leads", query=name, quality=quality, stage=stage, limit=_limit(line, i, end)),), end
        )
    if name is None:
        return None
    line.focus = name if " " in name or asks else line.focus
    return Found((request("find_leads", query=name, limit=_limit(line, i, end)),), end)


def _last(line: Line, i: int, end: int) -> int:
    k = end - 1
    while k > i and line.tokens[k].kind == "mark":
        k -= 1
    return k


def _plain(quality: str) -> frozenset[str]:
    return QUALITIES[quality] | LEAD_NOUNS | STAGES["customer"] | STAGES["partner"] | _ALL | w.FILLERS


def _may_see(line: Line, i: int, end: int) -> bool:
    return (
        line.norm(i) in words("kann darf can could may")
        and line.any(i, end, words("sehen see haben have bekommen get")) > 0
    )


def _exists(line: Line, i: int, end: int) -> bool:
    """ "Hab ich einen Kontakt namens …", "do I have somebody called …", "gibt es einen … in meiner Liste"."""
    named = line.any(i, end, words("namens called named")) > 0
    if line.norm(i) in words("is ist"):
        return named
    kinds = LEAD_NOUNS | STAGES["customer"] | STAGES["partner"]
    having = words("hab habe haben hast have do kenne kennen gibt gibt's gibts")
    return line.norm(i) in having and (named or line.any(i, end, kinds) > 0)


def _predicate(line: Line, i: int, end: int) -> bool:
    """ "Wer ist (gerade) warm": nothing but small words, the quality or the stage."""
    known = frozenset().union(*QUALITIES.values(), *STAGES.values()) | w.CLOSED | LEAD_NOUNS | w.FILLERS
    return all(line.norm(k) in known or line.tokens[k].kind == "mark" for k in range(i, end))


def _query(line: Line, i: int, end: int, verb: bool) -> str | None:
    named = next((k for k in range(i, end) if line.norm(k) in words("namens called named")), -1)
    if named > 0:
        found = person(line, named + 1, end)
        return found.text if found else None
    if not verb:
        return None
    if (
        line.norm(i) in words("wer who who's")
        and line.norm(i + 1) not in words("ist is isch war was")
        and line.norm(i) != "who's"
    ):
        return None
    if not orders(line.norm(i), SHOW) and line.norm(i) not in w.QUESTIONS | words("hab habe haben hast do kann"):
        i -= 1
    searching = orders(line.norm(i), SEARCH) or line.norm(i + 1) in words("up nach raus")
    j = i + 1
    while j < end and line.norm(j) in _LOOKING | _NAMED | w.FILLERS | words("""
        ist is isch denn eigentlich den die der dem the this kontakt lead person
    """):
        j += 1
    found = genitive(line, j, end) if j < end and not searching else None
    if found is None or line.norm(found.end) not in words("""
        daten kontakt nummer profil details data number contact info infos karte
    """):
        found = person(line, i + 1, end) or (person(line, j, end, alone=True) if j < end else None)
    if found is None and searching:
        place = next(
            (
                k
                for k in range(j, end)
                if line.norm(k) in words("aus in from at von bei") and k + 1 < end and line.tokens[k + 1].kind == "word"
            ),
            -1,
        )
        found = Person(line.cut(place + 1, _word_run(line, place + 1, end)), place, end) if place > 0 else None
    if found is None or found.text is None:
        return None
    rest = [
        k
        for k in range(found.end, end)
        if line.tokens[k].kind == "word"
        and line.norm(k) not in w.FILLERS | words("an raus auf details daten profil nochmal for me mir infos info")
    ]
    if rest and not searching and line.norm(i) in words("wer who who's was what"):
        return None
    return bare(found.text)


def _word_run(line: Line, k: int, end: int) -> int:
    while k < end and line.tokens[k].kind == "word":
        k += 1
    return k


def _limit(line: Line, i: int, end: int) -> int | None:
    for k in range(i, end):
        token = line.tokens[k]
        if token.kind == "number" and token.norm.isdigit() and 0 < int(token.norm) <= 1000:
            return int(token.norm)
        if token.norm in w.COUNTS and token.norm not in words("ein eine einen one"):
            return w.COUNTS[token.norm]
    return None
