"""A draft in another tone without a model: what rules can do, and an honest list of what they cannot. PURE."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.folding import fold

_WISHES = {
    "shorter": "kuerzer kurz knapper knapp shorter short brief briefer knackiger gekuerzt",
    "longer": "laenger ausfuehrlicher longer detailed",
    "informal": "lockerer locker informal informeller informell casual duzen du",
    "formal": "formeller formell foermlicher foermlich formal professioneller professionell professional sachlicher "
    "sachlich siezen sie hoeflicher polite politer",
    "warmer": "freundlicher freundlich netter nett herzlicher herzlich waermer warmer friendlier friendly nicer kinder "
    "softer sanfter",
    "emoji": "emoji emojis smiley smileys",
    "german": "deutsch german",
    "english": "englisch english",
    "direct": "direkter direct klarer clearer simpler einfacher punchier lustiger humorvoller funnier "
    "persoenlicher personal",
}
_BY_WORD = {word: wish for wish, words in _WISHES.items() for word in words.split()}
_LESS = frozenset(fold("weniger less ohne without nicht no keine").split())
_FILLERS = frozenset(
    fold(
        "und and etwas bitte ein eine einen bisschen wenig a bit more mehr please tone ton in im make it mach mache es "
        "den die das text nachricht noch viel much to an sehr ganz per auf style stil wie formulier formuliere "
        "schreib the sound klingen mit with deutlich lot so ihn rewrite umformulieren change aber but too zu"
    ).split()
)
_OPPOSITE = {"formal": "informal", "informal": "formal", "longer": "shorter", "shorter": "longer", "emoji": "no_emoji"}
_GREETING = re.compile(
    r"^(?:sehr geehrte[rsn]?|liebe[rs]?|hallo|hi|hey|hej|servus|moin|grüezi|grüß gott|guten (?:tag|morgen|abend)|dear|"
    r"hello|good (?:morning|day|afternoon|evening))\b[^\n,.!?]{0,60}[,.!]?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:mit freundlichen grüßen|(?:freundliche|viele|beste|liebe) grüße|(?:best|kind) regards|best wishes|cheers)",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(
    r"\b(?:sag|sage|schreib|schreibe|antworte|frag|frage|richte|tell|write|ask|text|answer)\s+"
    r"(?:ihr|ihm|ihnen|her|him|them)\b(?!\s+beide)",
    re.IGNORECASE,
)
_EMOJI = re.compile(r"\s*[\U0001F300-\U0001FAFF☀-➿←-⇿️‍]+")
_OPENER = re.compile(r"\w+(?: \w+){0,2}!")  # "Gute Frage!" says nothing that a short text needs
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Redraft:
    """The new text; ``undone`` are the wishes that need a model or a person."""

    text: str
    undone: tuple[str, ...] = ()


def wishes(said: str) -> tuple[str, ...]:
    """The style wishes a text consists of ("kürzer und lockerer"), in order; empty when it is a message of its own."""
    found: dict[str, None] = {}
    less = False
    for word in fold(said).split():
        if word in _LESS:
            less = True
        elif wish := _BY_WORD.get(word):
            found[_OPPOSITE.get(wish, wish) if less else wish] = None
            less = False
        elif word not in _FILLERS:
            return ()
    return tuple(found)


def told_of(said: str) -> bool:
    """Whether a text speaks of its reader ("sag ihr, Sonntag passt besser"): an order for the bot, nothing to send."""
    return _TOLD_OF.search(said) is not None


def redraft(text: str, wanted: tuple[str, ...], *, first_name: str, language: str, register: str) -> Redraft:
    """Applies what rules can do to ``text``; every wish that changed nothing is in ``undone``."""
    undone: list[str] = []
    for wish in wanted:
        changed = _apply(text, wish, first_name, language, register)
        if changed is None or changed == text:
            undone.append(wish)
        else:
            text = changed
    return Redraft(text, tuple(undone))


def _apply(text: str, wish: str, first_name: str, language: str, register: str) -> str | None:
    if wish == "shorter":
        return _shorter(text)
    if wish == "no_emoji":
        return _EMOJI.sub("", text).strip()
    if wish == "emoji":
        return text if _EMOJI.search(text) else _first_paragraph(text, lambda part: part + " 🙂")
    if wish == "warmer":
        return _warmer(text, language, register)
    if wish == "informal" and register == "du":
        return _greeted(text, f"Hey {first_name}".strip(), "Liebe Grüße" if language == "de" else "Cheers")
    if wish == "formal":
        greeting = ("Guten Tag" if language == "de" else "Hello") + (f" {first_name}" if first_name else "")
        plain = re.sub(r"!+", ".", _EMOJI.sub("", text))
        return _greeted(plain, greeting, "Freundliche Grüße" if language == "de" else "Kind regards")
    return None


def _first_paragraph(text: str, change: object) -> str:
    head, gap, rest = text.partition("\n\n")
    if not callable(change):
        raise TypeError("change must be a function")
    return f"{change(head.rstrip())}{gap}{rest}"


def _shorter(text: str) -> str:
    """Greeting, the first sentence that says something and the last question; later paragraphs stay as they are.

    They hold what the law wants said (who writes, how to stop).
    """
    head, gap, rest = text.partition("\n\n")
    greeting = _GREETING.match(head)
    opening = greeting[0] if greeting else ""
    sentences = [s for s in _SENTENCE.split(head[len(opening) :].strip()) if s]
    while len(sentences) > 1 and _OPENER.fullmatch(sentences[0]):
        del sentences[0]
        opening = f"{opening.rstrip(' ,')}! " if opening.rstrip().endswith(",") else opening  # a capital follows
    kept = sentences[:1]
    question = next((s for s in reversed(sentences) if s.rstrip().endswith("?")), None)
    if question is not None and question not in kept:
        kept.append(question)
    short = f"{opening}{' '.join(kept)}{gap}{rest}"
    return short if len(short) < len(text) else text


def _greeted(text: str, greeting: str, closing: str) -> str:
    """Another greeting with the old one's punctuation, which the next word's capital depends on."""
    old = _GREETING.match(text)
    mark = (old[0].rstrip()[-1:] if old else "") or "!"
    greeted = f"{greeting}{mark if mark in ',.!' else ','} {text[old.end() if old else 0 :]}"
    return _CLOSING.sub(lambda _: closing, greeted, count=1)


def _warmer(text: str, language: str, register: str) -> str:
    line = "Looking forward to hearing from you!"
    if language == "de":
        line = "Ich freue mich, von Ihnen zu hören!" if register == "sie" else "Ich freue mich, von dir zu hören!"
    return text if line in text else _first_paragraph(text, lambda part: f"{part} {line}")
