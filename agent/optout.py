"""Does this message ask us to stop? By intent and object, never by substring. PURE, German and English.

``certain`` is written as a suppression at the door, before any model (SAFETY wall 7); ``likely`` pauses and asks the
rep; ``none`` changes nothing. Plain keywords follow the operators' convention: the whole message is the word, up to
politeness. Free sentences must name contact, a list, data or consent and must not be quoted, conditional, negated,
reported, limited to an hour or said about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from agent import optout_rules as rules
from agent import optout_sense
from agent.lead_patterns import Pattern
from agent.lead_text import LeadText, Sentence, clean, fold, read

_WISHES = re.compile(
    r" (?:will|mocht\w*|wil|wol\w*|wunsch\w*|bite|want|wish|please|schick\w*|send\w*|need|prefer\w*|rather|gern\w*"
    r"|do not|bock|lust|brauchst|brauchen|braucht|mag) "
)
_JOINERS: Final = frozenset(("so", "and", "und", "please", "bite", "also", "sondern", "dan"))
Level = Literal["none", "likely", "certain"]

_QUOTED = re.compile(r'"[^"\n]{1,300}"|(?<!\w)\'[^\'\n]{1,300}\'(?!\w)')
_WORD = re.compile(r"[^\W_]+")
_NAME_LAST = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]+\W*$")
_FEW: Final = 3
_SLIPPED: Final = 2  # of so few words one may be mistyped
_STOP_SIGNS = frozenset("🛑🚫⛔✋")
_LAUGHING = frozenset("😂🤣😅😜😝😉😆")
_JOKE = re.compile(r"\b(?:haha\w*|hihi|lol|scherz|spa(?:ss|ß)|kidding|joking|just joking|witz)\b", re.IGNORECASE)
_COMMAND = re.compile(r"^/(?:cancel|end|quit|abbrechen)\b", re.IGNORECASE)
_ORDER: Final[dict[Level, int]] = {"none": 0, "likely": 1, "certain": 2}


def detect(text: str, weights: Mapping[str, float] | None = None) -> Level:
    """How surely ``text`` asks for no more messages. Any text is allowed; never raises.

    Rules and learnt sense decide together. A plain form stays what the rules say. Of a free sentence the sense has a
    say: what sounds like a stop and means nothing to the rules is likely; what the rules take for one and does not
    sound like it at all is asked of the rep, or nothing. ``weights`` are the sense's, for measuring; else the stored.
    """
    given = _given(text)
    level, free = _ruled(given)
    if not free:
        return level
    sense = optout_sense.heard(given.message, weights)
    return _together(level, sense - _caution(given.message) if level == "none" else sense)


def _caution(message: LeadText) -> float:
    """How much louder a message must sound: where the rules know a phrase and excuse it, and of very few words."""
    known = any(
        _any(rules.CONTACT + rules.REMOVE, sentence) or _is_stop(sentence.tokens) == "certain"
        for sentence in message.sentences
    )
    few = sum(len(sentence.tokens) for sentence in message.sentences) <= _FEW
    return optout_sense.EXCUSED * known + optout_sense.SHORT * few


def by_rules(text: str) -> Level:
    """The level by intent and object alone."""
    return _ruled(_given(text))[0]


def weighed(text: str) -> frozenset[str]:
    """What the learnt sense weighs of ``text``."""
    return optout_sense.features(_given(text).message)


def _together(level: Level, sense: float) -> Level:
    """What a free sentence is, by what the rules say of it and its log odds of an opt-out by the learnt sense."""
    if level == "none":
        return "likely" if sense >= optout_sense.LIKELY else "none"
    if sense < optout_sense.DENIED:
        return "none"
    return "likely" if sense < optout_sense.DOUBTED else level


@dataclass(frozen=True, slots=True)
class _Given:
    cleaned: str
    quoted: str
    message: LeadText


def _given(text: str) -> _Given:
    cleaned = clean(text)
    spoken, quoted = _without_quotes(cleaned)
    return _Given(cleaned, quoted, read(spoken))


def _ruled(given: _Given) -> tuple[Level, bool]:
    """The level by rules, and whether it is a free sentence of which the learnt sense has a say."""
    message = given.message
    if not given.cleaned or _COMMAND.match(given.cleaned):
        return "none", False
    level = _plain(message)
    if level is not None and not any(_is_stop(s.tokens) == "none" for s in message.sentences):
        return _doubted(level, given.cleaned) if level != "none" or not _bare_sign(given.cleaned) else "likely", False
    if level is None:
        levels = [_sentence(sentence) for sentence in message.sentences]
        if _deletes_what_was_named(message):
            levels.append("certain")
        level = _takes_back(message, _most(levels))
    single = message.sentences[0] if len(message.sentences) == 1 else None
    if level == "none" and single and not single.question and rules.near_phrase(single.tokens):
        return "likely", False
    if level == "none" and given.quoted:
        return ("likely" if _says_it(given.quoted, message) else "none"), False
    return _doubted(level, given.cleaned), bool(message.sentences)


def _doubted(level: Level, cleaned: str) -> Level:
    """A certain stop said with a laugh is asked about."""
    joking = level == "certain" and (_JOKE.search(cleaned) or not _LAUGHING.isdisjoint(cleaned))
    return "likely" if joking else level


def _without_quotes(text: str) -> tuple[str, str]:
    """The text without quoted parts and those parts; a message that is nothing but a quotation speaks for itself."""
    quoted = " ".join(m.group()[1:-1] for m in _QUOTED.finditer(text))
    if not quoted:
        return text, ""
    rest = _QUOTED.sub(" ", text)
    if all(fold(w) in rules.FILLERS for w in _WORD.findall(rest)):
        return _QUOTED.sub(lambda m: f" {m.group()[1:-1]} ", text), ""
    return rest, quoted


def _says_it(quoted: str, message: LeadText) -> bool:
    """ "Ich sage STOP" with the word in quotes: the person's own, unless asked or told of another."""
    return (
        _plain(read(quoted)) == "certain"
        and len(message.sentences) == 1
        and not message.sentences[0].question
        and message.sentences[0].text.startswith((" ich ", " i "))
        and len(message.sentences[0].tokens) <= 4
    )


def _bare_sign(text: str) -> bool:
    return not _WORD.search(text) and not _STOP_SIGNS.isdisjoint(text)


def _is_stop(tokens: list[str]) -> Level:
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


def _plain(message: LeadText) -> Level | None:
    """The level when the message is, or begins with, a bare stop word; None when it must be read as sentences."""
    tokens = [t for s in message.sentences for t in s.tokens]
    if not tokens:
        return "none"
    question = any(s.question for s in message.sentences)
    whole = _is_stop(tokens)
    if whole != "none":
        return "likely" if question and whole == "certain" and len(tokens) == 1 else whole
    if len(tokens) == 2 and tokens[0] == "stop" and not question and _NAME_LAST.search(message.clean):
        return "likely"
    return _stop_then_more(message)


def _stop_then_more(message: LeadText) -> Level | None:
    """A bare stop with words beside it: "STOP. Das reicht." stops, "Stop! How much?" does not. None without one."""
    first = [[t for t in c.split() if t != '"'] for c in message.sentences[0].text.split(" , ")]
    leads = len(first) > 1 and _is_stop(first[0]) == "certain"
    bare = [s for s in message.sentences if not s.question and _is_stop(s.tokens) == "certain"]
    if not leads and not bare:
        return None
    rest = [s for s in message.sentences if s not in bare]
    negative = any(_negates(s.tokens) for s in rest)
    asks_on = any(s.question for s in rest) and (leads or not _ends_with(message, bare))
    if asks_on or (not negative and any(_any(rules.GO_ON, s) for s in rest)):
        return _most(_sentence(s) for s in rest)
    if leads and not negative and not bare:  # "Stopp, …" may only mean "wait"
        return "likely"
    return "certain" if sum(len(s.tokens) for s in rest) <= 12 or negative else "likely"


def _ends_with(message: LeadText, bare: list[Sentence]) -> bool:
    return bool(bare) and message.sentences[-1] is bare[-1]


def _negates(tokens: Iterable[str]) -> bool:
    return any(t in rules.NEGATORS or t.startswith("kein") or t in ("no", "reicht", "genug", "enough") for t in tokens)


def _most(levels: Iterable[Level]) -> Level:
    """The surest of the levels; "none" without one."""
    return max(levels, key=lambda found: _ORDER[found], default="none")


def _any(patterns: tuple[Pattern, ...], sentence: Sentence) -> bool:
    return any(p.search(sentence) for p in patterns)


def _sentence(sentence: Sentence) -> Level:
    """The level of a sentence, or of what is left when thanks, greetings or a reason stand around the request."""
    level = _request(sentence)
    if level != "none" or sentence.question:
        return level
    bare = rules.THANKS.sub(" ", sentence.text)
    if any(_any(known, sentence) for known in (rules.REPORTED, rules.FOREIGN, rules.ASKING, rules.OFFERED)):
        return level
    if not rules.CONDITIONS.isdisjoint(sentence.tokens):
        return level
    clauses = [f" {clause.strip()} " for clause in bare.split(" , ")]
    if (
        len(clauses) > 1
        and _any(rules.REFUSED, sentence)
        and (_is_stop(clauses[-1].split()) == "certain" or rules.CEASE.search(clauses[-1]))
    ):
        return "certain"
    asked = [clause for clause in clauses[1:] if clause.startswith((" bite ", " please ", " also ", " so "))]
    wishes = (Sentence(text, False, sentence.keys) for text in (bare, *asked))
    return _most(_request(wish) for wish in wishes)


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
    if best != "none" and _any(rules.OFFERED, sentence):
        return "none"
    if best != "none" and _any(rules.ALTERNATIVE, sentence):
        best = "likely" if best == "certain" else "none"
    return best


def _likely(sentence: Sentence) -> Level:
    for pattern in rules.LIKELY:
        found = pattern.search(sentence)
        if not found or _any(rules.REPORTED, sentence):
            continue
        if "hör|" in pattern.source and not rules.NEGATORS.isdisjoint(found.group().split()):
            continue
        limited = "call" in pattern.source or "anrufen" in pattern.source or "ruf|" in pattern.source
        if limited and (_any(rules.LIMITED, sentence) or _any(rules.FIRST_PERSON, sentence)):
            continue
        if _any(rules.FOREIGN, sentence):
            continue
        return "likely"
    return "none"


def _vague(sentence: Sentence) -> Level:
    """Stop and contact stand together in no known way; every excuse of either family counts."""
    for pattern in rules.VAGUE:
        found = pattern.search(sentence)
        if found and not (_excused(sentence, found) or _contact_excused(sentence, found)):
            undone = not {"stop", "quit", "stoping"}.isdisjoint(sentence.tokens) and _negates(sentence.tokens)
            ends = "nomore" not in pattern.source and not pattern.source.startswith(("kein", "not"))
            if sentence.question or undone or (ends and _remove_excused(sentence, found)):
                continue
            return "none" if _any(rules.FOREIGN, sentence) or _any(rules.PAUSED_INFINITIVES, sentence) else "likely"
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
    if _any(rules.REPORTED, sentence) and (not {"solst", "solt", "solen"} & tokens or {"ihn", "ihm"} & tokens):
        return True
    return _any(rules.ASKING, sentence)


def _contact_excused(sentence: Sentence, found: re.Match[str]) -> bool:
    if _any(rules.LIMITED, Sentence(f" {' '.join(_clause(sentence, found)[1])} ", False, sentence.keys)):
        return True
    if not {"mis", "mising", "verpasen"}.isdisjoint(sentence.tokens):
        return True
    before = Sentence(f" {' '.join(_clause(sentence, found)[0])} ", False, sentence.keys)
    if _any(rules.LIMITED_BEFORE, before) and not re.search(r" ab (?:heute|sofort|jetzt) ", before.text):
        return True
    told = {"gesagt", "gebeten", "aufgefordert", "bite", "erlaubnis", "solst", "solt", "solen", "dass"} & set(
        sentence.tokens
    )
    if _any(rules.FIRST_PERSON, sentence) and not told:
        return True
    return not told and not _WISHES.search(sentence.text) and _any(rules.RECEIVING, sentence)


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
    if _any(rules.FOREIGN, sentence) or _any(rules.PAUSED_INFINITIVES, sentence):
        return True
    past = {"alte", "alten", "alter", "old", "neue", "neuen", "new", "andere", "other"} & set(after) or (
        sentence.question and "geloscht" in after
    )
    return bool(past) or (before[-1:] in (["ich"], ["wir"], ["i"], ["we"]) and inside[0] in rules.OWN_ACTS)


def _deletes_what_was_named(message: LeadText) -> bool:
    """ "Woher haben Sie meine Nummer? Löschen Sie die!": the object stands in the sentence before."""
    return any(
        _any(rules.OWN_DATA, named)
        and _any(rules.DELETE_THAT, wish)
        and not wish.question
        and not _negates(wish.tokens)
        for named, wish in pairwise(message.sentences)
    )


def _takes_back(message: LeadText, level: Level) -> Level:
    """A second thought in a later sentence ("… Spaß, ich bin dabei!") makes a certain stop a question to the rep."""
    if level != "certain" or len(message.sentences) < 2:
        return level
    last = message.sentences[-1].text
    return (
        "likely"
        if re.search(r" (?:bin dabei|spas|scherz|i am in|kiding|doch weiter|weiter schreiben) ", last)
        else level
    )
