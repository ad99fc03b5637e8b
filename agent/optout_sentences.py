"""Whether one sentence asks us to stop, by the phrases of ``optout.txt`` and what excuses them. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, Literal

from agent import optout_rules as rules
from agent.lead_patterns import Pattern
from agent.lead_text import LeadText, Sentence

Level = Literal["none", "likely", "certain"]
_WISHES = re.compile(
    r" (?:will|mocht\w*|wil|wol\w*|wunsch\w*|bite|want|wish|please|schick\w*|send\w*|need|prefer\w*|rather|gern\w*"
    r"|do not|bock|lust|brauchst|brauchen|braucht|mag) "
)
_JOINERS: Final = frozenset(("so", "and", "und", "please", "bite", "also", "sondern", "dan"))
_SLIPPED: Final = 2  # of so few words one may be mistyped
_ORDER: Final[dict[Level, int]] = {"none": 0, "likely": 1, "certain": 2}


def is_stop(tokens: list[str]) -> Level:
    """Level of a run of tokens that holds nothing but stop words and politeness."""
    joined = f" {' '.join(tokens)} "
    phrase = any(f" {p} " in joined for p in rules.STOP_PHRASES)
    rest = [t.replace("0", "o") for t in tokens if t not in rules.FILLERS]
    if len(rest) <= _SLIPPED:
        rest = [rules.stop_word(t) for t in rest]
    if phrase and len(rest) <= 3:
        return "certain"
    if not rest:
        return "none"
    if all(t in rules.STOP_WORDS for t in rest):
        return "certain"
    return "likely" if all(t in rules.STOP_WORDS or t in rules.MAYBE_WORDS for t in rest) else "none"


def negates(tokens: Iterable[str]) -> bool:
    return any(t in rules.NEGATORS or t.startswith("kein") or t in ("no", "reicht", "genug", "enough") for t in tokens)


def most(levels: Iterable[Level]) -> Level:
    """The surest of the levels; "none" without one."""
    return max(levels, key=lambda found: _ORDER[found], default="none")


def met(patterns: tuple[Pattern, ...], sentence: Sentence) -> bool:
    return any(p.search(sentence) for p in patterns)


def level_of(sentence: Sentence) -> Level:
    """The level of a sentence, or of what is left when thanks, greetings or a reason stand around the request."""
    level = _request(sentence)
    if level != "none" or sentence.question:
        return level
    bare = rules.THANKS.sub(" ", sentence.text)
    if any(met(known, sentence) for known in (rules.REPORTED, rules.FOREIGN, rules.ASKING, rules.OFFERED)):
        return level
    if not rules.CONDITIONS.isdisjoint(sentence.tokens):
        return level
    clauses = [f" {clause.strip()} " for clause in bare.split(" , ")]
    if (
        len(clauses) > 1
        and met(rules.REFUSED, sentence)
        and (is_stop(clauses[-1].split()) == "certain" or rules.CEASE.search(clauses[-1]))
    ):
        return "certain"
    asked = [clause for clause in clauses[1:] if clause.startswith((" bite ", " please ", " also ", " so "))]
    wishes = (Sentence(text, False, sentence.keys) for text in (bare, *asked))
    return most(_request(wish) for wish in wishes)


def _request(sentence: Sentence) -> Level:
    text, wished = rules.WISHED.subn(" , ", sentence.text)
    text = text.replace(" did not ", " do not ") if wished else text
    for phrase in (*rules.POLITE_IF, *rules.POLITE_WISH):
        if phrase in text:
            text = text.replace(phrase, " , ")
    sentence = Sentence(text, sentence.question, sentence.keys)
    best: Level = "none"
    for pattern in rules.CONTACT:
        found = pattern.search(sentence)
        if found and not _excused(sentence, found) and not _contact_excused(sentence, found):
            best = "certain"
            break
    if best == "none":
        for pattern in rules.REMOVE:
            found = pattern.search(sentence)
            if found and not _excused(sentence, found) and not _remove_excused(sentence, found):
                best = "certain"
                break
    if best == "none":
        best = _likely(sentence)
    if best == "none":
        best = _vague(sentence)
    if best != "none" and met(rules.OFFERED, sentence):
        return "none"
    if best != "none" and met(rules.ALTERNATIVE, sentence):
        best = "likely" if best == "certain" else "none"
    return best


def _likely(sentence: Sentence) -> Level:
    for pattern in rules.LIKELY:
        found = pattern.search(sentence)
        if not found or met(rules.REPORTED, sentence):
            continue
        if "hör|" in pattern.source and not rules.NEGATORS.isdisjoint(found.group().split()):
            continue
        limited = "call" in pattern.source or "anrufen" in pattern.source or "ruf|" in pattern.source
        if limited and (met(rules.LIMITED, sentence) or met(rules.FIRST_PERSON, sentence)):
            continue
        if met(rules.FOREIGN, sentence):
            continue
        return "likely"
    return "none"


def _vague(sentence: Sentence) -> Level:
    """Stop and contact stand together in no known way; every excuse of either family counts."""
    for pattern in rules.VAGUE:
        found = pattern.search(sentence)
        if found and not (_excused(sentence, found) or _contact_excused(sentence, found)):
            undone = not {"stop", "quit", "stoping"}.isdisjoint(sentence.tokens) and negates(sentence.tokens)
            ends = "nomore" not in pattern.source and not pattern.source.startswith(("kein", "not"))
            if sentence.question or undone or (ends and _remove_excused(sentence, found)):
                continue
            return "none" if met(rules.FOREIGN, sentence) or met(rules.PAUSED_INFINITIVES, sentence) else "likely"
    return "none"


def _clause(sentence: Sentence, found: re.Match[str]) -> tuple[list[str], list[str]]:
    """Tokens of the clause before the match, and those from the match's start to the sentence's end."""
    before = sentence.text[: found.start()].rsplit(" , ", 1)[-1].split()
    return before, sentence.text[found.start() :].split()


def _excused(sentence: Sentence, found: re.Match[str]) -> bool:
    """Said under a condition, asked about, or told of somebody else: holds for every family."""
    before, _ = _clause(sentence, found)
    if any(t in rules.CONDITIONS for t in before):
        return True
    tokens = set(sentence.tokens)
    if met(rules.REPORTED, sentence) and (not {"solst", "solt", "solen"} & tokens or {"ihn", "ihm"} & tokens):
        return True
    return met(rules.ASKING, sentence)


def _contact_excused(sentence: Sentence, found: re.Match[str]) -> bool:
    if met(rules.LIMITED, Sentence(f" {' '.join(_clause(sentence, found)[1])} ", False, sentence.keys)):
        return True
    if not {"mis", "mising", "verpasen"}.isdisjoint(sentence.tokens):
        return True
    before = Sentence(f" {' '.join(_clause(sentence, found)[0])} ", False, sentence.keys)
    if met(rules.LIMITED_BEFORE, before) and not re.search(r" ab (?:heute|sofort|jetzt) ", before.text):
        return True
    told = {"gesagt", "gebeten", "aufgefordert", "bite", "erlaubnis", "solst", "solt", "solen", "dass"} & set(
        sentence.tokens
    )
    if met(rules.FIRST_PERSON, sentence) and not told:
        return True
    return not told and not _WISHES.search(sentence.text) and met(rules.RECEIVING, _own_clause(sentence, found))


def _own_clause(sentence: Sentence, found: re.Match[str]) -> Sentence:
    """What stands between the commas around the match: "…, ich hab kein Interesse" receives nothing."""
    start = sentence.text.rfind(" , ", 0, found.start() + 1)
    end = sentence.text.find(" , ", found.end() - 1)
    text = sentence.text[start + 3 if start >= 0 else 0 : end if end >= 0 else None]
    return Sentence(f" {text.strip()} ", sentence.question, sentence.keys)


def _remove_excused(sentence: Sentence, found: re.Match[str]) -> bool:
    before, after = _clause(sentence, found)
    inside = found.group().split()
    near = max((i for i, token in enumerate(before) if token in _JOINERS), default=-1)
    if rules.NEGATORS & set(before[near + 1 :]) or rules.NEGATORS & set(inside):
        return True
    tail = after[len(inside) : len(inside) + 3]
    for token in tail:
        if token in ("ich", "i", ",", "wir", "ist", "sind", "is", "are"):
            break
        if token in rules.NEGATORS:
            return True
    if met(rules.FOREIGN, sentence) or met(rules.PAUSED_INFINITIVES, sentence):
        return True
    past = {"alte", "alten", "alter", "old", "neue", "neuen", "new", "andere", "other"} & set(after) or (
        sentence.question and "geloscht" in after
    )
    return bool(past) or (before[-1:] in (["ich"], ["wir"], ["i"], ["we"]) and inside[0] in rules.OWN_ACTS)


def deletes_what_was_named(message: LeadText) -> bool:
    """ "Woher haben Sie meine Nummer? Löschen Sie die!": the object stands in the sentence before."""
    return any(
        met(rules.OWN_DATA, named) and met(rules.DELETE_THAT, wish) and not wish.question and not negates(wish.tokens)
        for named, wish in pairwise(message.sentences)
    )
