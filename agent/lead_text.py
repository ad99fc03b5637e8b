"""A lead's message as the rules read it: one alphabet, one spelling, sentences of plain tokens. PURE.

``clean`` keeps the words as written (for facts and quotes); ``read`` goes on to a canonical form in which
German with and without umlauts, Austrian, Swiss, chat spelling and single typos come out alike.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from agent import lead_words as words
from store.types import Language

LIMIT: Final = 4096
_TAIL: Final = 1024

# Cyrillic and Greek letters that look Latin; a stop word in borrowed letters is still a stop word.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοντρПпØøł",
    "ABESIJKMHOPCTYXaesijopcyxdlABEZHIKMNOPTYXovtpPpOol",
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_MARKS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "æ": "ae", "œ": "oe"})
_DIGRAPH = re.compile(r"([aou])e")
_DOUBLE = re.compile(r"([a-z])\1+")
_TOKEN = re.compile(
    r"\d+(?:[.:,]\d+)+\.?|\d+\.(?=\s+[a-zäöü\d])|[^\W_]+(?:['\-–][^\W_]+)*|[.!?…\n]+|[,;:()\"|/]|\s[-–—]+\s"
)
_LINK = re.compile(r"(?:https?://|www\.)\S{1,300}|\S{1,64}@\S{1,80}", re.IGNORECASE)
_SPELLED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .\-_*]{1,2}){3,11}[^\W\d_](?![^\W_])")
_BORDERS = frozenset(["aber", "sondern", "jedoch", "but", "however", "though", "trotzdem"])
_ENDINGS = (("n't", " not"), ("'m", " am"), ("'d", " would"), ("'ll", " will"), ("'re", " are"), ("'ve", " have"))


def clean(text: str) -> str:
    """The text in NFKC without invisible or control characters, at most LIMIT characters (head and tail kept)."""
    if len(text) > LIMIT:
        text = text[: LIMIT - _TAIL] + " \n " + text[-_TAIL:]
    text = unicodedata.normalize("NFKC", text)[: 2 * LIMIT]
    if not text.isascii():
        kept = (c if c == "\n" else _visible(c) for c in text)
        text = "".join(kept).translate(_QUOTES)
    else:
        text = "".join(c if c.isprintable() or c == "\n" else " " for c in text).replace("`", "'")
    return text.strip()


@lru_cache(maxsize=4096)
def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cf", "Cs", "Co", "Cn", "Me") or char in "\ufe0f\ufe0e":
        return ""
    return " " if category[0] in "CZ" else char


def _bare(word: str) -> str:
    """Lower case without umlauts or accents; doubled letters stay ("nett" is not "net")."""
    word = word.translate(_LOOKALIKES).casefold().translate(_MARKS)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return _DIGRAPH.sub(r"\1", word)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """One word in comparison letters: lower case, umlauts and their digraphs bare, doubled letters single."""
    return _DOUBLE.sub(r"\1", _bare(word))


def fold_phrase(phrase: str) -> str:
    return " ".join(fold(w) for w in phrase.split())


def _folded(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {_bare(k): tuple(fold(w) for w in v.split()) for k, v in table.items()}


_CHAT = _folded(words.CHAT)
LEMMAS = {fold(form): fold(base) for form, base in words.LEMMAS.items()}
_GERMAN_ONLY = _folded(words.GERMAN_ONLY)
_ENGLISH_ONLY = _folded(words.ENGLISH_ONLY)
_ALONE = frozenset(map(_bare, words.DIALECT_ALONE))
_BOTH = frozenset(map(fold, words.GERMAN)) & frozenset(map(fold, words.ENGLISH))
GERMAN = frozenset(map(fold, words.GERMAN)) - _BOTH
ENGLISH = frozenset(map(fold, words.ENGLISH)) - _BOTH
_SWALLOWED = {fold(w)[:-2] + "n": fold(w) for w in words.SWALLOWED}
_TARGETS = frozenset(map(fold, words.TYPO_TARGETS))
_KNOWN = _TARGETS | GERMAN | ENGLISH | frozenset(map(fold, words.NO_TYPO)) | frozenset(map(fold, _CHAT))


_QUOTED = re.compile(r"[„“»\"][^„“”»«\"]*[“”«\"]")
_FORMAL = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
_FAMILIAR = re.compile(r"\b(?:du|dich|dir|dein\w{0,2}|euch|euer|eure\w?)\b", re.IGNORECASE)


_KEYS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")


def _swaps(word: str) -> set[str]:
    """``word`` with two neighbouring letters swapped, the first one right; "rhue" is read as if its ue were ü."""
    return {fold(word[:i] + word[i + 1] + word[i] + word[i + 2 :]) for i in range(1, len(word) - 1)}


def _misses(word: str) -> set[str]:
    """``word`` with one letter, not the first, taken by the key beside it."""
    beside = {letter: row[max(at - 1, 0) : at + 2] for row in _KEYS for at, letter in enumerate(row)}
    return {word[:i] + key + word[i + 1 :] for i in range(1, len(word)) for key in beside.get(word[i], "")}


def _drops(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(1, len(word) - 1)}


_SWAPS = {swapped: word for word in map(fold, words.SWAPPED) for swapped in _swaps(word)}
_SHORTER: dict[str, str] = {}
_MISSED: dict[str, str] = {}
for _target in sorted(_TARGETS):
    if len(_target) >= 6:
        _SHORTER.update(dict.fromkeys(_drops(_target), _target))
        _MISSED.update(dict.fromkeys(_misses(_target), _target))
    _MISSED.update(dict.fromkeys(_swaps(_target), _target))


@lru_cache(maxsize=8192)
def _unslip(word: str) -> str:
    """``word`` or the target it misses by one letter, the first right: left out, added, swapped, or the key beside."""
    if len(word) < 5 or word in _KNOWN or not word.isalpha():
        return word
    if word in _SHORTER:
        return _SHORTER[word]
    if len(word) >= 7:
        for shorter in sorted(_drops(word)):
            if shorter in _TARGETS and word[:-1] != shorter and word[:-2] != shorter:
                return shorter
    if word in _MISSED:
        return _MISSED[word]
    if len(word) == 5 and sorted(word) == sorted("nicht") and word[0] == "n":
        return "nicht"
    return word


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` is " a b , c " in canonical tokens; ``keys`` are the tokens and their first three letters."""

    text: str
    question: bool
    keys: frozenset[str]

    @property
    def tokens(self) -> list[str]:
        return [t for t in self.text.split() if t not in ',"']


@dataclass(frozen=True, slots=True)
class LeadText:
    clean: str
    language: Language | None
    sentences: tuple[Sentence, ...]

    @property
    def joined(self) -> str:
        return "".join(s.text for s in self.sentences)


def tokens_of(text: str) -> list[str]:
    """Words and separators of a cleaned text; links and addresses are left out, "S T O P" is one word."""
    text = _LINK.sub(" ", text)
    text = _SPELLED.sub(lambda m: re.sub(r"[ .\-_*]", "", m.group()), text)
    return _TOKEN.findall(text)


def language_by_words(tokens: list[str]) -> Language | None:
    """The language whose function words prevail; None below two words, without a clear one or at a draw."""
    plain = [fold(t) for t in tokens if t[0].isalnum()]
    plain = [t if t in GERMAN or t in ENGLISH else t.split("'")[0] for t in plain]
    if len(plain) < 2:
        return None
    german = sum(t in GERMAN for t in plain)
    english = sum(t in ENGLISH for t in plain)
    if not german and any(t == "I" for t in tokens):
        english += 1
    if german == english:
        return None
    return "de" if german > english else "en"


def register_of(text: str) -> Literal["sie"] | None:
    """``sie`` when a German message addresses us so and nobody as du; None when it does not tell.

    Only the polite form is learnt: whoever is addressed as Sie stays so until the rep says otherwise. At the start of
    a sentence "Sie" may be she or they, so it counts only inside one.
    """
    plain = _QUOTED.sub("", text)
    return "sie" if _FORMAL.search(plain) and not _FAMILIAR.search(plain) else None


@lru_cache(maxsize=8192)
def _expand(token: str, language: Language | None) -> tuple[str, ...]:
    if token[0].isdigit():
        return (re.sub(r"[.:,]", "_", token).strip("_").casefold(),)
    low = _bare(token.replace("-", "").replace("–", ""))
    if language == "en":
        if low in _ENGLISH_ONLY:
            return _ENGLISH_ONLY[low]
    elif low in _GERMAN_ONLY and (language == "de" or low in _ALONE):
        return _GERMAN_ONLY[low]
    if low in _CHAT:
        return _CHAT[low]
    if "'" in low:
        for ending, full in _ENDINGS:
            if low.endswith(ending):
                return (fold(low[: -len(ending)]), *fold_phrase(full).split())
        if low.endswith("'s"):
            return (fold(low[:-2]), "is" if language == "en" else "es")
        low = low.replace("'", "")
        return _CHAT.get(low, (fold(low),))
    folded = fold(low)
    return (_SWALLOWED.get(folded) or _SWAPS.get(folded) or _unslip(folded),)


def _canonical(tokens: list[str], language: Language | None) -> list[str]:
    out: list[str] = []
    for token in tokens:
        if token[0].isalnum():
            for expanded in _expand(token, language):
                word = LEMMAS.get(expanded, expanded)
                if word in _BORDERS and out and out[-1] != ",":
                    out.append(",")
                out.append(word)
        elif token[0] == '"':
            out.append('"')
        elif out and out[-1] != ",":
            out.append(",")
    return out


_PHRASES = tuple((f" {fold_phrase(k.replace('_', ' '))} ", f" {fold_phrase(v)} ") for k, v in words.PHRASES.items())
_IDIOMS = tuple(
    sorted(
        ((f" {fold_phrase(i)} ", f" {fold_phrase(i).replace(' ', '~')} ") for i in words.IDIOMS),
        key=lambda p: -len(p[0]),
    )
)


def _sentence(tokens: list[str], question: bool, language: Language | None) -> Sentence:
    text = f" {' '.join(_canonical(tokens, language))} "
    for idiom, joined in (*_PHRASES, *_IDIOMS):
        if idiom in text:
            text = text.replace(idiom, joined)
    parts = text.split()
    return Sentence(text, question, frozenset(parts) | {p[:3] for p in parts})


def read(text: str, language: Language | None = None) -> LeadText:
    """The message in canonical sentences. ``language`` is the fallback where the words do not tell it. Never raises."""
    cleaned = clean(text)
    tokens = tokens_of(cleaned)
    found = language_by_words(tokens)
    sentences: list[Sentence] = []
    current: list[str] = []
    for token in [*tokens, "."]:
        if token[0] in ".!?…\n":
            if any(t[0].isalnum() for t in current):
                sentences.append(_sentence(current, "?" in token, found or language))
                current = []
        else:
            current.append(token)
    return LeadText(cleaned, found, tuple(sentences))
