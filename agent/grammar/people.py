"""Finds people anywhere in a clause: rows of names and the likeliest person when no grammar says where one stands."""

from __future__ import annotations

from agent.grammar.given import GIVEN
from agent.grammar.names import TITLES, VERB_ENDS, Person, genitive, given, owner, person
from agent.grammar.normalise import Line, fold, words
from agent.grammar.words import ADVERBS, ARTICLES, CLOSED, PRONOUNS


def row(line: Line, i: int, end: int) -> list[Person]:
    """Further people behind one: ", Tom und Lisa"; a comma counts only when "und" or a colon closes the row."""
    found: list[Person] = []
    commas = False
    while i + 1 < end and line.norm(i) in ("und", "and", "&", "sowie", "u", "n", "+", ","):
        j = i + 1
        if line.norm(j) in ("an", "to", "auch", "bei", "für", "for"):
            j += 1
        who = person(line, j, end, alone=True, pronouns=False)
        if who is None or who.everybody:
            break
        commas = commas or line.norm(i) == ","
        found.append(who)
        closed = line.norm(i) != ","
        i = who.end
        if closed:
            return found
    return found if not commas or line.norm(i) == ":" else []


def told_too(line: Line, i: int, end: int) -> Person | None:
    """ "… und dem Tom dass …", "… and Tom that …": somebody surely named who is to be told something of their own."""
    if line.norm(i) not in ("und", "and", "u", "n", ","):
        return None
    j = i + 1 + (line.norm(i + 1) in ("und", "and"))
    dative = line.norm(j) in words("dem der da em an to")
    who = person(line, j + (line.norm(j) in ("an", "to")), end, pronouns=False)
    if who is None or not who.text or not known(line, who) or (line.norm(i) == "," and not dative):
        return None
    return who if line.norm(who.end) in words("dass daß ob that :") and who.end + 1 < end else None


_MARKERS = words("an für about of wegen mit with bei zu zum to von for call ring meet beim vom ans abt bout")
_SURE_MARKERS = words("an bei beim wegen von vom für mit an about")


def search(line: Line, start: int, end: int) -> Person | None:
    """The likeliest person in [start, end): titled or known names, then one after "an", "für", "mit", then any."""
    return search_runs(line, [(start, end)])


def search_runs(line: Line, runs: list[tuple[int, int]]) -> Person | None:
    """The likeliest person within several token ranges; no name reaches across two of them."""
    found: list[tuple[int, int, Person]] = []
    for start, end in runs:
        i = start
        while i < end:
            if line.tokens[i].kind == "open":
                i = line.partner(i) + 1
                continue
            here = person(line, i, end, pronouns=False)
            if here is None or here.everybody or here.text is None or _unlikely(line, here):
                i += 1
                continue
            found.append((_rank(line, here), i, _unowned(line, here)))
            i = here.end
    return min(found, key=lambda x: x[:2])[2] if found else None


def _unlikely(line: Line, found: Person) -> bool:
    """A small-letter word outside any name list is a verb rather than a person, unless "an", "für", "mit" mark it."""
    first, last = line.tokens[found.start], line.tokens[found.end - 1]
    if first is last and last.capital and not given(last) and last.norm.endswith(("en", "e", "n")) and found.start > 0:
        before = line.tokens[found.start - 1]
        opens = before.kind in ("mark", "open") or before.norm in _MARKERS | CLOSED - ARTICLES - ADVERBS - PRONOUNS
        if not opens and last.kind == "word":
            return True

    if (
        last.capital
        or last.kind != "word"
        or any(given(line.tokens[k]) or line.norm(k) in TITLES for k in range(found.start, found.end))
    ):
        return False
    if owner(last):
        return False
    if found.start > 0 and line.norm(found.start - 1) in _SURE_MARKERS and not last.norm.endswith(("ung", "heit")):
        return False
    marked = found.start > 0 and line.norm(found.start - 1) in _MARKERS
    return last.norm.endswith(VERB_ENDS) or (
        not marked and first.norm not in ARTICLES and any(t.capital for t in line.tokens[1:])
    )


def _unowned(line: Line, found: Person) -> Person:
    """Without the -s of "Brunners" where something owned follows it or the plain name is a usual one."""
    own = genitive(line, found.start, found.end + 1 if line.norm(found.end) == "'" else found.end)
    if own is None or own.text is None or given(line.tokens[found.start]):
        return found
    stem = fold(own.text.split()[-1])
    apostrophe = found.text is not None and found.text[-2:-1] in ("'", "’")
    owning = (
        line.tokens[own.end].kind == "word" and line.norm(own.end) not in CLOSED
        if own.end < len(line.tokens)
        else False
    )
    return own if apostrophe or owning or stem in GIVEN else found


def known(line: Line, found: Person) -> bool:
    """Whether a title, a listed given name or a phone number makes a person certain."""
    parts = line.tokens[found.start : found.end]
    return any(given(p) or p.norm in TITLES or owner(p) for p in parts)


def _rank(line: Line, found: Person) -> int:
    known = any(given(line.tokens[k]) or line.norm(k) in TITLES for k in range(found.start, found.end))
    kind = line.tokens[found.end - 1].kind
    if known or kind == "phone":
        return 0
    if owner(line.tokens[found.end - 1]):
        return 0
    marked = line.norm(found.start - 1) in _MARKERS and found.start > 0
    capital = line.tokens[found.end - 1].capital
    return 1 if marked and capital else 2 if marked else 3 if capital else 4


def last_word(line: Line, i: int, end: int) -> int:
    """Position of the last word of [i, end), marks aside."""
    k = end - 1
    while k > i and line.tokens[k].kind == "mark":
        k -= 1
    return k
