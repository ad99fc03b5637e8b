"""Notes whose matter comes first: "Marcel hat im August Urlaub, bitte notieren", "Zu Rosa: … Bitte so vermerken."."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.facts import read_facts
from agent.grammar.fields import FIELDS
from agent.grammar.model import Found, request
from agent.grammar.mood import reported
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in, orders
from agent.grammar.segment import sentences
from agent.grammar.verbs import NOTE, NOTE_NOUNS, SAY_SOMETHING

_KEEP = NOTE | words(
    "notieren vermerken merken aufschreiben festhalten eintragen dokumentieren schreib trag speicher note"
)
_TAIL = (FIELDS["objection"] | w.FILLERS | w.MODALS_BOT | w.BOT | w.INDEFINITE | NOTE_NOUNS | _KEEP) | words("""
    das dies es so dir als auf ein fest dazu an bei ihm ihr that this down of it for me mir , . ! make
""")
_ANEW = words("notier notiere notiers vermerk vermerke")
_JOINTS = words(", . ; - – — ! und and also") | {"\n"}
_OPENS_NOTHING = w.CONDITIONALS | w.NEGATIONS | w.QUESTIONS | w.WHY


def read_note_after(line: Line, start: int, end: int) -> Found | None:
    """add_note (or the fact that is stated) with the words before "…, schreib das als Notiz dazu"."""
    tail = _tail(line, start, end)
    if tail < 0:
        return None
    begin, stop = (start, tail) if tail > start else _sentence_before(line, start)
    while stop > begin and line.norm(stop - 1) in _JOINTS:
        stop -= 1
    while begin < stop and line.norm(begin) in words("fyi btw übrigens zu bei für info : ,"):
        begin += 1
    if stop - begin < 3 or line.norm(begin) in _OPENS_NOTHING or reported(line, begin, stop):
        return None
    facts = read_facts(line, begin, stop)
    if facts and facts.requests:
        return Found(facts.requests, end)
    who = search(line, begin, stop)
    if who is not None and who.text and line.any(tail, end, FIELDS["objection"]) >= 0:
        line.focus = bare(who.text)
        said = line.cut(who.end, stop) if who.start <= begin + 1 else line.cut(begin, stop)
        return Found((request("update_lead", lead=line.focus, field="objection", value=said),), end)
    if who is None or who.text is None:
        return None
    line.focus = bare(who.text)
    return Found((request("add_note", lead=bare(who.text), note=line.cut(begin, stop)),), end)


def _tail(line: Line, start: int, end: int) -> int:
    """Where "bitte notieren", "schreib das als Notiz dazu" begins: nothing but such words up to the end; -1 without."""
    k = end
    while k > start and line.norm(k - 1) in _TAIL:
        k -= 1
    while k < end and line.norm(k) not in _KEEP | words("bitte please kannst könntest can could make") | _JOINTS:
        k += 1
    orders_it = line.any(k, end, _KEEP - words("schreib note speicher")) >= 0 or (
        line.any(k, end, NOTE_NOUNS) >= 0 and line.any(k, end, _KEEP | words("make")) >= 0
    )
    anew = line.norm(k) in _ANEW and line.norm(k + 1) in words("das dir es dies mal bitte") and not _tells(line, start)
    down = (
        line.norm(k) in words("schreib schreibe")
        and line.norm(k + 1) in words("dir das es")
        and line.any(k, end, words("auf")) > 0
    )
    anew = anew or (down and not _tells(line, start))
    starts = anew or k == start or line.norm(k) in _JOINTS or line.norm(k - 1) in _JOINTS
    return k if orders_it and starts and k < end else -1


def _tells(line: Line, start: int) -> bool:
    """Whether the sentence is an order to tell somebody something: then its end belongs to what is told."""
    return orders(line.norm(lead_in(line, start, len(line.tokens)).at), SAY_SOMETHING)


def _sentence_before(line: Line, start: int) -> tuple[int, int]:
    """The sentence that ends where ``start`` begins; empty when there is none."""
    return next(((a, b) for a, b in sentences(line) if b == start), (start, start))
