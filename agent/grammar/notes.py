"""Notes about a lead: "Notiz zu Tom: …", "merk dir, dass Lisa …", "note for Tom: …"."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.common import FINITE, VERBS
from agent.grammar.facts import read_facts
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.playbooks import ORDERS as PLAYBOOK_ORDERS
from agent.grammar.playbooks import read_playbook
from agent.grammar.polite import Lead, lead_in, orders
from agent.grammar.segment import clause_end, sentences, text_end
from agent.grammar.team import ORDERS as TEAM_ORDERS
from agent.grammar.team import read_team
from agent.grammar.verbs import MAKE, NOTE, NOTE_NOUNS, REMEMBER

_WANTS = words("will möchte want need brauch brauche brauchen hätte take")
_FOR = words("zu für bei for to about über von on an zum of")
_FRAME = (
    w.FILLERS
    | w.INDEFINITE
    | w.ARTICLES
    | NOTE_NOUNS
    | MAKE
    | NOTE
    | REMEMBER
    | w.NEGATIONS
    | words("""
        dir dich euch als as keep in mind down auf fest ein hinzu ab dass daß that this following folgendes folgende
        am rande side nebenbei kurze kleine mir vor noch zu für bei for to about über ,
    """)
)
_STILL = words("noch was eins auch")
_WORD_AND_NOUN = words("note comment kommentar")
_WRITE_DOWN = words("schreib schreibe schreiben write tipp halt halte trag trage jot put schriib")
_DOWN = words("auf down fest ein hinein mit")


def read_note(line: Line, start: int, end: int) -> Found | None:
    """add_note with the words that follow; the lead is named before the note or is the first person inside it."""
    lead = lead_in(line, start, end)
    i = lead.at
    while (
        i < end
        and line.norm(i) in words("kleine kurze schnelle wichtige neue eine ne a quick short small")
        and i < lead.at + 3
    ):
        i += 1
    if line.norm(i) in NOTE_NOUNS:
        lead.at = i
    i = lead.at
    if i >= end or not _opens(line, lead, end):
        return None
    who, begin = _head(line, i, end)
    if begin < 0 or _for_later(line, i, begin) or line.any(i, begin + 3, words("mich myself")) > 0:
        return None
    if line.any(i, begin, w.NEGATIONS) >= 0 and not lead.keep:
        return Found((), end, "negated")
    stop = text_end(line, begin, explicit=False) if begin < len(line.tokens) else begin
    stop = _leaders_order(line, begin, stop) if line.norm(begin - 1) == ":" else min(stop, end)
    while begin < stop and (line.tokens[begin].kind == "mark" or line.norm(begin) in words("dass daß that")):
        begin += 1
    note = _words(line, begin, stop)
    if line.norm(i) in words("trag trage speicher speichere setz") and line.norm(begin - 1) in words("dass daß that :"):
        before, line.focus = line.focus, (who.text if who and who.text else line.focus)
        facts = read_facts(line, begin, stop)
        line.focus = line.focus if facts else before
        if facts and facts.requests:
            return facts
    if who is None and begin < stop:
        who = search(line, begin, stop)
        if who is None and line.focus and line.any(begin, stop, w.HIM_OR_HER) >= 0:
            who = Person(line.focus, 0, 0, pronoun=True)
    name = bare(who.text) if who and who.text else None
    line.focus = name or line.focus
    return Found((request("add_note", lead=name, note=note or None),), stop if begin < stop < end else max(stop, end))


def _leaders_order(line: Line, begin: int, stop: int) -> int:
    """Where a line of its own orders something about the team ("lade Jana ins Team ein"), else ``stop``.

    A note that began on a line of its own keeps what follows without an empty line. A message to somebody keeps all.
    """
    block = line.norm(begin) == "\n"
    for a, b in sentences(line):
        own_line = begin < a < stop and line.norm(a - 1) == "\n" and (not block or line.norm(a - 2) == "\n")
        if not own_line:
            continue
        word = line.norm(lead_in(line, a, b).at)
        about_team = read_team(line, a, b) if word in TEAM_ORDERS | w.QUESTIONS else None
        found = about_team or (read_playbook(line, a, b) if word in PLAYBOOK_ORDERS else None)
        if found and found.requests:
            return a
    return stop


def _for_later(line: Line, i: int, begin: int) -> bool:
    """ "Notier mir für morgen 14 Uhr: …": a time of its own before the words makes it a reminder."""
    return line.any(i, begin, w.SELF_OBJECT) > 0 and bool(
        times.spans(line, i, max(begin, line.any(i, len(line.tokens), words(":"))))
    )


def _opens(line: Line, lead: Lead, end: int) -> bool:
    """Whether the sentence begins like a note to keep."""
    i, word, after = lead.at, line.norm(lead.at), line.norm(lead.at + 1)
    colon = line.any(i, end, words(":"))
    if word in _WORD_AND_NOUN:
        return after in _FOR | words(": that dass down") or colon > 0
    if word in NOTE_NOUNS and colon < 0 and after in (FINITE | VERBS) - {"am"}:
        return False
    if word in words("zu zum zur") and colon > 0:
        who = person(line, i + 1, colon, pronouns=False)
        if who is not None and all(line.norm(k) in w.FILLERS | _STILL for k in range(who.end, colon)):
            return True
    if word in NOTE_NOUNS or (word == "keep" and line.any(i, i + 4, words("mind")) > 0):
        return True
    if word in REMEMBER | words("bedenke"):
        return after in (":", "that", ",") or (person(line, i + 1, end) is not None and line.norm(end - 1) != "?")
    if word in words("halt halte"):
        fast = line.any(i, end, words("fest"))
        return 0 < fast <= i + 2 or (fast > 0 and line.any(i, end, words(": dass")) > 0)
    if word in words("merk merke"):
        return after in words("dir euch da bitte mal :") and line.any(i, end, words("vor")) < 0
    if orders(word, NOTE):
        return True
    if word in _WRITE_DOWN:
        return _written_down(line, i, end, colon)
    if word in MAKE and 0 < line.any(i, i + 8, NOTE_NOUNS) < clause_end(line, i, end):
        return True
    who = person(line, i, end, pronouns=False)
    if who and line.norm(who.end) in NOTE_NOUNS and line.norm(who.end + 1) == ":":
        return True
    said_last = line.any(
        i,
        colon if colon > 0 else end,
        words("""
        notieren vermerken merken aufschreiben festhalten notiz
    """),
    )
    return (lead.polite or colon > 0) and said_last >= 0


def _written_down(line: Line, i: int, end: int, colon: int) -> bool:
    """ "Schreib (dir) auf, dass …", "schreib zu Anna eine Notiz: …", "trag ein: …"; "schreib Anna" is no note."""
    if line.any(i, max(colon, i), NOTE_NOUNS - words("vermerk")) > 0:
        return True
    if line.norm(i) in words("trag trage put") and line.any(i, end, words(": dass that")) < 0:
        return False
    mark = line.any(i, end, words(": , dass"))
    stop = mark if mark > 0 else end
    down = any(
        line.norm(k) in _DOWN and (k + 1 == stop or line.norm(k) in ("down", "fest")) for k in range(i + 1, stop)
    )
    return down and (line.norm(i + 1) in words("dir dich bei zu für mal bitte auf down fest mit") or mark > 0)


def _head(line: Line, i: int, end: int) -> tuple[Person | None, int]:
    """The person named in the frame and where the note's own words begin; -1 when the frame holds foreign words."""
    who: Person | None = None
    k = i
    while k < end:
        norm = line.norm(k)
        if norm in (":", "-", "–", "—"):
            return who, k + 1
        if line.tokens[k].kind == "open":
            return who, k
        if norm in words("dass daß that") and k > i:
            return who, k + 1
        if norm in _STILL and who is not None:
            k += 1
            continue
        if norm in ("to", "an") and line.norm(k + 1) in words("self myself mich"):
            k += 2
            continue
        if norm in ("am", "on") and line.norm(k + 1) in words("rande side"):
            k += 2
            continue
        marked = norm in _FOR
        here = person(line, k + 1 if marked else k, end) if who is None else None
        if here and not here.everybody and (marked or _delimited(line, here.end, end)):
            who = here
            k = here.end
        elif norm in _FRAME and not (who is not None and norm in _WANTS):
            k += 1
        else:
            return who, k
    return who, end


def _delimited(line: Line, at: int, end: int) -> bool:
    return at >= end or line.norm(at) in (":", "-", "–", ",") or line.norm(at) in NOTE_NOUNS


def _words(line: Line, begin: int, stop: int) -> str:
    while stop > begin and line.norm(stop - 1) in ("\n",):
        stop -= 1
    if begin < stop and line.tokens[begin].kind == "open" and line.partner(begin) == stop - 1:
        return line.raw[line.tokens[begin].end : line.tokens[stop - 1].start].strip()
    return line.cut(begin, stop).strip().rstrip(",;")
