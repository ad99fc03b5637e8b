"""Does this message ask us to stop? By intent and object, never by substring. PURE, German and English.

``certain`` is written as a suppression at the door, before any model (SAFETY wall 7); ``likely`` pauses and asks the
rep; ``none`` changes nothing. Plain keywords follow the operators' convention: the whole message is the word, up to
politeness. Free sentences must name contact, a list, data or consent and must not be quoted, conditional, negated,
reported, limited to an hour or said about something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from agent import optout_rules as rules
from agent import optout_sense
from agent import optout_sentences as sentences
from agent.lead_text import LeadText, Sentence, clean, fold, read
from agent.optout_sentences import Level

_QUOTED = re.compile(r'"[^"\n]{1,300}"|(?<!\w)\'[^\'\n]{1,300}\'(?!\w)')
_WORD = re.compile(r"[^\W_]+")
_NAME_LAST = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]+\W*$")
_FEW: Final = 3
_STOP_SIGNS = frozenset("🛑🚫⛔✋")
_LAUGHING = frozenset("😂🤣😅😜😝😉😆")
_JOKE = re.compile(r"\b(?:haha\w*|hihi|lol|scherz|spa(?:ss|ß)|kidding|joking|just joking|witz)\b", re.IGNORECASE)
_COMMAND = re.compile(r"^/(?:cancel|end|quit|abbrechen)\b", re.IGNORECASE)


def detect(text: str, weights: Mapping[str, float] | None = None) -> Level:
    """How surely ``text`` asks for no more messages. Any text is allowed; never raises.

    Rules and learnt sense decide together. A plain form stays what the rules say. Of a free sentence the sense has a
    say: what sounds like a stop and means nothing to the rules is likely; what the rules are certain of and it doubts
    is asked of the rep, never dropped; what they find likely and does not sound like it at all is nothing.
    ``weights`` are the sense's, for measuring; else the stored.
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
        sentences.met(rules.CONTACT + rules.REMOVE, sentence) or sentences.is_stop(sentence.tokens) == "certain"
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
    if level == "certain":
        return "likely" if sense < optout_sense.DOUBTED else "certain"
    return "likely" if sense >= optout_sense.DENIED else "none"


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
    if level is not None and not any(sentences.is_stop(s.tokens) == "none" for s in message.sentences):
        return _doubted(level, given.cleaned) if level != "none" or not _bare_sign(given.cleaned) else "likely", False
    if level is None:
        levels = [sentences.level_of(sentence) for sentence in message.sentences]
        if sentences.deletes_what_was_named(message):
            levels.append("certain")
        level = _takes_back(message, sentences.most(levels))
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


def _plain(message: LeadText) -> Level | None:
    """The level when the message is, or begins with, a bare stop word; None when it must be read as sentences."""
    tokens = [t for s in message.sentences for t in s.tokens]
    if not tokens:
        return "none"
    question = any(s.question for s in message.sentences)
    whole = sentences.is_stop(tokens)
    if whole != "none":
        return "likely" if question and whole == "certain" and len(tokens) == 1 else whole
    if len(tokens) == 2 and tokens[0] == "stop" and not question and _NAME_LAST.search(message.clean):
        return "likely"
    return _stop_then_more(message)


def _stop_then_more(message: LeadText) -> Level | None:
    """A bare stop with words beside it: "STOP. Das reicht." stops, "Stop! How much?" does not. None without one."""
    first = [[t for t in c.split() if t != '"'] for c in message.sentences[0].text.split(" , ")]
    leads = len(first) > 1 and sentences.is_stop(first[0]) == "certain"
    bare = [s for s in message.sentences if not s.question and sentences.is_stop(s.tokens) == "certain"]
    if not leads and not bare:
        return None
    rest = [s for s in message.sentences if s not in bare]
    negative = any(sentences.negates(s.tokens) for s in rest)
    asks_on = any(s.question for s in rest) and (leads or not _ends_with(message, bare))
    if asks_on or (not negative and any(sentences.met(rules.GO_ON, s) for s in rest)):
        return sentences.most(sentences.level_of(s) for s in rest)
    if leads and not negative and not bare:  # "Stopp, …" may only mean "wait"
        return "likely"
    return "certain" if sum(len(s.tokens) for s in rest) <= 12 or negative else "likely"


def _ends_with(message: LeadText, bare: list[Sentence]) -> bool:
    return bool(bare) and message.sentences[-1] is bare[-1]


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
