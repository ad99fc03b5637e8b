"""Who is meant: reads a person's name where the sentence has room for one.

A name is whatever stands in a person's place and is no ordinary word; nobody's name has to be known beforehand.
Particles ("die Anna", "em Tom"), titles, initials, surnames, phone numbers, genitives and "X und Y" are understood.
"""

from __future__ import annotations

from dataclasses import dataclass

from agent.grammar.common import ADJECTIVES, COMMON, NOUNS
from agent.grammar.fields import FIELD_NOUNS
from agent.grammar.given import GIVEN
from agent.grammar.normalise import Line, Token, words
from agent.grammar.verbs import (
    LEAD_NOUNS,
    NOTE_NOUNS,
    REMINDER_NOUNS,
    SAY_SOMETHING,
    SEQUENCE_NOUNS,
    SEQUENCE_TAILS,
    VERB_FORMS,
)
from agent.grammar.ways import CHANNEL_WORDS
from agent.grammar.words import ADVERBS, ARTICLES, CLOSED, EVERYBODY, FILLERS, HIM_OR_HER, THEM

TITLES = words("""
    familie fam ehepaar
    frau herr herrn hr fr dr doktor doctor prof professor mag ing dipl mr mrs ms miss fräulein magister
""")
ROLES = words("""
    kunde kunden kundin lead kontakt interessent interessenten interessentin partner partnerin freund freundin
    kollege kollegin kollegen nachbar nachbarin bekannte bekannten customer client friend contact prospect colleague
    neighbour neighbor
""")
_SURNAMES = words("""
    winter sommer herbst frühling platz markt bach stein brot wein lenz sonntag kaiser könig wolf fuchs regen sonne
    baum engel
""")
_ADJECTIVE_SURNAMES = words("weiß weiss klein gross groß kurz braun schwarz")
_ORIGIN = words("aus von vom from bei")
_PARTICLES = words("von van de da di der den zu zur del della la le")
_NOUN_ENDS = (
    "ung",
    "ungen",
    "heit",
    "keit",
    "tion",
    "tionen",
    "schaft",
    "taet",
    "ismus",
    "termin",
    "anruf",
    "vertrag",
    "gespraech",
    "angebot",
    "nachricht",
    "sequenz",
)
VERB_ENDS = ("st", "en", "ung", "heit", "keit", "tion", "ing", "ed", "ly", "lich", "ig", "isch", "bar", "tes", "iere")
_KEPT_E = ("ke", "tze", "ne", "le", "se", "ee", "ske", "ye")
NO_NAME = (
    SEQUENCE_NOUNS
    | FIELD_NOUNS
    | FILLERS
    | REMINDER_NOUNS
    | LEAD_NOUNS
    | CHANNEL_WORDS
    | NOTE_NOUNS
    | VERB_FORMS
    | words("""
        video link score bescheid nachricht message text team bot top daten profil details data infos
    """)
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named at tokens [start, end). ``text`` are the rep's words, None when a pronoun points nowhere."""

    text: str | None
    start: int
    end: int
    pronoun: bool = False
    everybody: bool = False


def person(line: Line, i: int, end: int, *, alone: bool = False, pronouns: bool = True) -> Person | None:
    """The person named from position ``i`` on, None when the words there name nobody.

    ``alone``: the name is everything up to a delimiter, so that an ordinary word may be one ("Klein: …").
    """
    start = i
    if i < end and line.norm(i) in EVERYBODY:
        return Person(None, start, i + 1, everybody=True)
    if pronouns and line.focus and i < end and demonstrative(line, i, end):
        return Person(line.focus, start, i + 1, pronoun=True)
    while i < end and i - start < 2 and line.norm(i) in ARTICLES - TITLES and line.norm(i + 1) not in TITLES | {""}:
        i += 1
    if i < end and line.norm(i) in ARTICLES and line.norm(i + 1) in TITLES:
        i += 1
    if i + 1 < end and line.norm(i) in ROLES and (is_name(line.tokens[i + 1]) or line.norm(i + 1) in TITLES):
        i += 1
    if i >= end:
        return None
    token = line.tokens[i]
    if token.kind in ("phone", "email"):
        return Person(token.text, start, i + 1)
    if pronouns and i == start and token.norm in HIM_OR_HER | THEM and not is_name_after_pronoun(line, i, end):
        return Person(line.focus if token.norm in HIM_OR_HER else None, start, i + 1, pronoun=True)
    return _titled(line, start, i, end) or _plain(line, start, i, end, alone)


def demonstrative(line: Line, i: int, end: int) -> bool:
    """ "Wie heiß ist die eigentlich?", "erinner mich an den": an article that stands alone is a pronoun."""
    if line.norm(i) not in words("die der den dem"):
        return False
    j = i + 1
    while j < end and line.norm(j) in FILLERS | ADVERBS:
        j += 1
    told = j == i + 1 and line.norm(i) == "dem" and line.norm(j) in SAY_SOMETHING
    return told or j >= end or line.tokens[j].kind == "mark"


def is_name_after_pronoun(line: Line, i: int, end: int) -> bool:
    """Swiss "em Tom" and "er" as an article: the pronoun is one only when no name follows."""
    return line.norm(i) in words("em da di") and i + 1 < end and is_name(line.tokens[i + 1])


def given(token: Token) -> bool:
    """Whether a word is surely what somebody is called: a contact of the rep's or a usual given name."""
    return token.contact == token.norm or (not token.contact and token.norm in GIVEN)


def owner(token: Token) -> bool:
    """Whether a word is such a name with its genitive s ("toms", "Annas", "Anna's")."""
    if given(token):
        return False
    return bool(token.contact) or bare(token.norm).removesuffix("s") in GIVEN


def is_name(token: Token) -> bool:
    """Whether a word by itself looks like a name: no closed-class word, no ordinary word, no noun by its ending."""
    if token.kind != "word" or len(token.norm) < 2 or token.norm.startswith(("http", "www.")):
        return False
    if token.contact:
        return True
    if token.norm in GIVEN:
        return token.capital or token.norm not in CLOSED
    if token.norm in CLOSED or token.norm in COMMON or token.norm in NO_NAME:
        return False
    return not token.norm.endswith(_NOUN_ENDS) and not any(token.norm.endswith(t) for t in SEQUENCE_TAILS)


def _titled(line: Line, start: int, i: int, end: int) -> Person | None:
    j = i
    while j < end and line.norm(j) in TITLES:
        j += 2 if line.norm(j + 1) == "." and j + 1 < end and line.adjacent(j + 1) else 1
    if j == i:
        return None
    first = i
    taken = 0
    while j < end and taken < 2 and line.tokens[j].kind == "word" and _surname(line, j, end, after_title=taken == 0):
        j += 1
        taken += 1
    if taken == 0 and j - i < 2:
        return None
    return Person(line.cut(first, j), start, j)


def _plain(line: Line, start: int, i: int, end: int, alone: bool) -> Person | None:
    token = line.tokens[i]
    before_name = (
        i + 1 < end
        and line.tokens[i + 1].capital
        and (line.tokens[i + 1].contact or bare(line.norm(i + 1)) in GIVEN)
        and line.norm(i + 1) not in CLOSED
    )
    if before_name and not token.capital and not given(token) and token.norm not in _PARTICLES:
        return None
    lonely = (
        alone
        and token.capital
        and token.kind == "word"
        and token.norm in ADJECTIVES
        and _closed_after(line, i + 1, end)
    )
    if not is_name(token) and not lonely:
        return None
    if owner(token) and not token.capital:
        return Person(token.text, start, i + 1)  # "toms vertrag"
    j = i + 1 + _surname_first(line, start, i, end)
    taken = j - i
    while j < end and taken < 3 and line.tokens[j].kind == "word":
        if line.norm(j) in _PARTICLES and j + 1 < end and line.tokens[j + 1].capital and not _origin(line, j, end):
            if not is_name(line.tokens[j + 1]) or not token.capital:
                break
            j += 2
        elif (
            line.norm(j) in ("van", "von", "de")
            and line.norm(j + 1) in _PARTICLES
            and j + 2 < end
            and line.tokens[j + 2].capital
        ):
            j += 3
        elif _surname(line, j, end, after_title=False):
            j += 1
        else:
            break
        taken += 1
    if line.norm(j) == "." and j < end and len(line.norm(j - 1)) == 1 and line.adjacent(j):
        j += 1
    if _origin(line, j, end):
        j += 2
    return Person(line.cut(i, j), start, j)


def _surname_first(line: Line, start: int, i: int, end: int) -> int:
    """ "da huber franz": behind an article the surname may come first, the given name ends it."""
    token = line.tokens[i]
    first = i > start and i + 1 < end and not given(token) and given(line.tokens[i + 1])
    return int(first and line.norm(i + 1) not in CLOSED and _sounds_like_surname(token.norm))


def _origin(line: Line, j: int, end: int) -> bool:
    """ "Anna aus Wien:": tells two Annas apart, counted as part of the name when nothing but a delimiter follows."""
    return (
        j + 1 < end
        and line.norm(j) in _ORIGIN
        and line.tokens[j + 1].capital
        and line.tokens[j + 1].kind == "word"
        and line.norm(j + 1) not in CHANNEL_WORDS
        and j + 2 < len(line.tokens)
        and line.norm(j + 2) in (":", "-", "–")
    )


def _surname(line: Line, j: int, end: int, *, after_title: bool) -> bool:
    """Whether token ``j`` goes on with a name begun before it."""
    token, before = line.tokens[j], line.tokens[j - 1]
    if token.contact and before.contact:
        return not owner(before) and (token.capital or not owner(token))
    if len(token.norm) == 1:
        return token.capital and token.norm.isalpha() and before.capital and token.norm != "i"
    if token.capital and before.capital and before.norm in GIVEN and token.norm in _ADJECTIVE_SURNAMES | _SURNAMES:
        return token.norm not in SAY_SOMETHING
    if after_title and token.norm in _SURNAMES:
        return True
    if token.norm in CLOSED or token.norm in (SAY_SOMETHING if after_title else NO_NAME):
        return False
    from_noun = token.norm in NOUNS
    if token.capital or after_title:
        if from_noun or token.norm in COMMON:
            return (after_title and (token.capital or not from_noun or _closed_after(line, j + 1, end))) or (
                token.capital and _ends_name(line, j, end)
            )
        return not token.norm.endswith(_NOUN_ENDS) or (token.capital and len(token.norm) < 9)
    if before.capital or before.contact or token.norm in COMMON or given(token):
        return False
    return _sounds_like_surname(token.norm)


def _ends_name(line: Line, j: int, end: int) -> bool:
    """An ordinary word ends a name before a delimiter ("Clara Haus: …"); before a verb only a usual surname."""
    if not _closed_after(line, j + 1, end):
        return False
    return line.norm(j) in _SURNAMES or line.norm(j) in ADJECTIVES or line.norm(j + 1) not in SAY_SOMETHING


def _sounds_like_surname(norm: str) -> bool:
    if norm.endswith(("ern", "eln")):
        return False
    if norm.endswith(VERB_ENDS) and not norm.endswith(("sen", "ing", "ig")):
        return False
    if norm.endswith("e"):
        return norm.endswith(_KEPT_E)
    if norm.endswith("t"):
        return norm.endswith(("dt", "ert", "lt")) and not norm.endswith("iert")
    return "'" not in norm and len(norm) > 2


def _closed_after(line: Line, j: int, end: int) -> bool:
    return (
        j >= end
        or line.tokens[j].kind in ("mark", "open")
        or line.norm(j) in SAY_SOMETHING
        or line.norm(j) in ("und", "and")
    )


def genitive(line: Line, i: int, end: int) -> Person | None:
    """The owner at ``i`` without the ending ("Annas", "Anna's", "Marcus'", "Anna Bergers"), None without one."""
    found = person(line, i, end, pronouns=False)
    if found is None or found.text is None or found.everybody:
        return None
    text, after = found.text, found.end
    if after < end and line.norm(after) == "'" and line.adjacent(after):
        return Person(text, found.start, after + 1)
    if text.endswith(("'s", "’s")):
        return Person(text[:-2], found.start, after)
    if text.endswith("s") and not given(line.tokens[after - 1]) and len(text) > 3:
        return Person(text[:-1], found.start, after)
    return None


def bare(text: str) -> str:
    """A name without an English genitive ("Tom's" -> "Tom")."""
    return text[:-2] if text.endswith(("'s", "’s")) else text
