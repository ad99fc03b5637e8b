"""Questions about one lead's warmth: "Wie heiß ist Tom?", "Toms Score", "rate Lisa", "ist Anna warm oder kalt?"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import COMMON, OFF_TOPIC
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, demonstrative, genitive, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import last_word, row, search
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import HEAT, SCORE, SCORE_NOUNS

TELL_ME = words("sag zeig tell show gib give weißt know wissen kannst verrate verrat")
_HOW = words("wie how wia")
_PROMISING = HEAT | words("gut hoch high good likely wahrscheinlich ernst aussichtsreich stark")
_CHANCE = SCORE_NOUNS | words("lead chance chancen buy kaufen kauft")
_STANDS = words("""
    steht steht's stehts sieht sieht's siehts schaut schaut's schauts läuft läuft's stands doing is 's how's hows
""")
_ABOUT = words("looking um mit bei für with as doing von")
_JUDGED = words("schätzt siehst beurteilst bewertest findest rate judge see")
_NOT_A_PERSON = (OFF_TOPIC - words("temperatur")) | words("es it draußen outside wetter weather")
_NO_QUESTION = words("setz setze set ändere change auf draußen heute")


def behind_tell_me(line: Line, start: int, end: int) -> int:
    """Behind greeting, politeness and "sag mir (bitte),"."""
    i = lead_in(line, start, end).at
    if line.norm(i) in TELL_ME and (line.norm(i + 1) in w.SELF_OBJECT or line.norm(i) in words("know wissen")):
        i += 1 + (line.norm(i + 1) in w.SELF_OBJECT)
        while i < end and (line.norm(i) in w.FILLERS or line.norm(i) == ","):
            i += 1
    return i


def read_score(line: Line, start: int, end: int) -> Found | None:
    """score_lead for the person asked about."""
    i = behind_tell_me(line, start, end)
    who = _asked(line, i, end) if i < end else None
    if who is None or _denied(line, i, end):
        return None
    line.focus = who.text or line.focus
    people = [who, *(row(line, who.end, end) if not who.pronoun else [])]
    return Found(tuple(request("score_lead", lead=bare(p.text) if p.text else None) for p in people), end)


def _denied(line: Line, i: int, end: int) -> bool:
    """A negation, unless it only closes the question ("… oder eher nicht?")."""
    no = line.any(i, end, w.NEGATIONS)
    return no >= 0 and not (line.any(max(no - 3, i), no, words("oder or")) >= 0 and no >= last_word(line, i, end))


def _asked(line: Line, i: int, end: int) -> Person | None:
    word, last = line.norm(i), last_word(line, i, end)
    if word in words("was what") and line.norm(i + 1) in words("meinst denkst glaubst schätzt") and i + 4 < end:
        i += 2 + (line.norm(i + 2) == "du")
        i += line.norm(i) == ","
        word = line.norm(i)
    topic = person(line, i, end, pronouns=False) if word not in _HOW else None
    if (
        topic is not None
        and topic.text
        and line.norm(topic.end) in _HOW
        and line.any(topic.end, topic.end + 3, HEAT) > 0
    ):
        return topic
    if word in ("where", "wo") and line.any(i, i + 4, words("stand stehen stehe steh")) > 0:
        about = line.any(i, end, words("with bei mit"))
        return _subject(line, about + 1, end, about) if about > 0 else None
    if word in _HOW | words("how's hows"):
        how = _how(line, i, end)
        if how is not None or line.any(i, end, _NOT_A_PERSON) >= 0:
            return how
    if word in words("ist is isch") and line.any(i, end, HEAT) > 0 and line.any(i, end, _NOT_A_PERSON) < 0:
        return person(line, i + 1, end)
    scores = line.any(i, end, SCORE_NOUNS)
    if scores >= 0 and line.any(i, end, _NO_QUESTION) < 0:
        return _owner(line, i, end, scores)
    if last > i and line.norm(last) in SCORE and line.norm(last).endswith("en") and lead_in(line, i, end).at == i:
        return person(line, i, end)
    if _worth(line, i, end):
        return search(line, i + 1, end) or _him(line, i, end)
    if orders(word, SCORE):
        return search(line, i + 1, end) or _him(line, i + 1, end)
    thinks = line.any(i, end, words("hältst denkst think")) > 0 and line.any(i, end, words("von of about")) > 0
    return search(line, i + 2, end) if word in ("was", "what") and thinks else None


def _worth(line: Line, i: int, end: int) -> bool:
    """ "Lohnt sich der Otmar noch?", "is Bianca worth a call?"."""
    if line.norm(i) in words("lohnt rentiert") and line.norm(i + 1) == "sich":
        return True
    return line.norm(i) in words("is ist") and line.any(i, end, words("worth wert lohnend lohnenswert")) > 0


def _how(line: Line, i: int, end: int) -> Person | None:
    """ "Wie heiß ist …", "wie steht's um …", "wie schätzt du … ein", "how's … doing"."""
    heat = line.any(i, end, _PROMISING)
    if heat in (i + 1, i + 2):
        fits = line.norm(heat) in HEAT or line.any(i, end, _CHANCE) >= 0
        return _subject(line, heat + 1, end, i) if fits else None
    about = line.any(i, end, _ABOUT)
    if line.any(i, i + 3, _STANDS) >= 0 and about > 0:
        doing = line.norm(about) in ("looking", "doing")
        return _subject(line, i + 1, about, i) if doing else _subject(line, about + 1, end, about)
    return search(line, i + 2, end) if line.any(i, i + 3, _JUDGED) > 0 else None


def _subject(line: Line, start: int, end: int, first: int) -> Person | None:
    """The person asked about; nobody when the sentence is about the weather, coffee or the like."""
    if line.any(first, end, _NOT_A_PERSON) >= 0:
        return None
    return search(line, start, end) or _him(line, start, end)


def _him(line: Line, start: int, end: int) -> Person | None:
    shown = next((k for k in range(start, end) if line.focus and demonstrative(line, k, end)), -1)
    if shown >= 0:
        return Person(line.focus, shown, shown + 1, pronoun=True)
    spot = line.any(start, end, w.HIM_OR_HER - words("em"))
    return Person(line.focus, spot, spot + 1, pronoun=True) if spot >= 0 and line.norm(spot + 1) not in COMMON else None


def _owner(line: Line, i: int, end: int, scores: int) -> Person | None:
    """Whose score: "Toms Score", "Score von Tom", "welchen Score hat Tom"."""
    for k in range(i, scores):
        own = genitive(line, k, end)
        if own and own.end == scores and line.tokens[k].kind == "word":
            return own
    return search(line, scores + 1, end) or search(line, i, scores) or _him(line, i, end)
