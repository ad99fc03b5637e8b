"""What may not be said: claims, guarantees, pressure, denials, secrets asked for, mixed address, open placeholders.

The text of an AI is blocked, with a rewrite where leaving out the offending sentences is enough. A person's own words
are only warned about and never changed. A template or a system text is blocked when a placeholder was not filled in.
Negated and quoted uses ("wir geben kein Heilversprechen", "ich kann dir nicht versprechen, dass …") are harmless.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from channels import guard_talk, guard_words
from store.types import Language, Origin

RULES = (
    "placeholder",
    "human_denial",
    "sensitive_data",
    "health_claim",
    "income_claim",
    "pyramid_claim",
    "guarantee",
    "pressure",
    "green_claim",
    "forbidden_word",
    "mixed_register",
    "wrong_register",
)
# Leaving a sentence out repairs these; a missing value or the wrong form of address it does not.
_REPAIRABLE = frozenset(RULES) - {"placeholder", "mixed_register", "wrong_register"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule with the very part of the text that breaks it."""

    rule: str
    quote: str


@dataclass(frozen=True, slots=True)
class GuardVerdict:
    """``rewrite`` is the text without the offending sentences: only for a blocked text that this repairs."""

    action: Literal["pass", "warn", "block"]
    findings: tuple[Finding, ...] = ()
    rewrite: str | None = None


def check(
    text: str, origin: Origin, *, language: Language, register: str = "du", forbidden: Sequence[str] = ()
) -> GuardVerdict:
    """Judges a text about to go to a person.

    ``register`` (du or sie) is how she is addressed; ``forbidden`` are words of the sender's own choice, found as whole
    words with German endings. Claims are looked for in both languages whatever ``language`` says.
    """
    findings = _findings(text, origin, language, register, forbidden)
    if not findings:
        return GuardVerdict("pass")
    if origin in ("ai", "ai_edited"):
        return GuardVerdict("block", findings, _rewrite(text, origin, language, register, forbidden, findings))
    open_slot = any(finding.rule == "placeholder" for finding in findings)
    return GuardVerdict("block" if open_slot and origin != "human" else "warn", findings)


def _findings(
    text: str, origin: Origin, language: Language, register: str, forbidden: Sequence[str]
) -> tuple[Finding, ...]:
    found = [Finding("placeholder", match[0]) for match in _placeholders(text, origin)]
    for sentence in _sentences(text):
        found += _claims(sentence)
    if origin == "human":
        # A person who says that she is one tells the truth.
        found = [finding for finding in found if finding.rule != "human_denial"]
    found += _forbidden_words(text, forbidden)
    if language == "de":
        found += _address(text, register, strict=origin in ("ai", "ai_edited"))
    return tuple(sorted(set(found), key=lambda finding: (RULES.index(finding.rule), text.find(finding.quote))))


def _rewrite(
    text: str,
    origin: Origin,
    language: Language,
    register: str,
    forbidden: Sequence[str],
    findings: tuple[Finding, ...],
) -> str | None:
    """The text without the sentences that break a rule, if what remains says something and breaks none."""
    if any(finding.rule not in _REPAIRABLE for finding in findings):
        return None
    kept = [part for part in _pieces(text) if not (_claims(part) or _forbidden_words(part, forbidden))]
    rest = re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()
    if len(re.findall(r"\w{2,}", rest)) < 3 or _findings(rest, origin, language, register, forbidden):
        return None
    return rest


# --- sentences -------------------------------------------------------------------------------------------------------

_SENTENCE_END = re.compile(r"(?<![.!?…])(?:(?<!\d)(?<!\b\w)\.|[!?…])[.!?…]*+[\"'”“»)\]]{0,3}\s++|\n++")
# A claim spans a few words. What runs on without an end is looked at in parts, so that no text takes long.
_LONGEST = 600


def _pieces(text: str) -> Iterator[str]:
    """The text cut after each sentence or line; together the pieces are the text."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        while end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
            yield text[start:cut]
            start = cut
        if start < end:
            yield text[start:end]
        start = end


def _sentences(text: str) -> Iterator[str]:
    return (piece for piece in _pieces(text) if piece.strip())


# --- folding ---------------------------------------------------------------------------------------------------------

_FOLDS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "‘": "'", "`": "'", "–": "-", "‑": "-"}


def _fold(text: str) -> tuple[str, list[int]]:
    """Lower case without umlauts and invisible signs, and for each sign the place in ``text`` it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter == "\u0308" and letters and letters[-1] in "aou":
            plain = "e"
        elif letter.isspace():
            plain = "" if letters and letters[-1] == " " else " "
        elif unicodedata.category(letter) in ("Cf", "Mn"):
            plain = ""
        else:
            plain = "".join(_FOLDS.get(c, c) for c in unicodedata.normalize("NFKC", letter).casefold())
        letters.extend(plain)
        places.extend([place] * len(plain))
    return "".join(letters), places


# --- patterns --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pattern:
    """``inside``: a negation within the match makes it harmless; ``asks``: it counts in a question, too."""

    rule: str
    regex: re.Pattern[str]
    negatable: bool = True
    inside: bool = True
    asks: bool = True


def _compiled(rule: str, sources: tuple[str, ...], **options: bool) -> Iterator[Pattern]:
    return (Pattern(rule, re.compile(source), **options) for source in sources)


@lru_cache(maxsize=1)
def patterns() -> tuple[Pattern, ...]:
    """All patterns, compiled at the first use."""
    words, talk = guard_words, guard_talk
    return (
        *_compiled("health_claim", words.HEALTH),
        *_compiled("health_claim", words.HEALTH_WITH_OWN_NEGATION, inside=False, asks=False),
        *_compiled("health_claim", words.HEALTH_TOLD, asks=False),
        *_compiled("income_claim", words.INCOME),
        *_compiled("income_claim", words.INCOME_WITH_OWN_NEGATION, inside=False),
        *_compiled("income_claim", words.INCOME_TOLD, asks=False),
        *_compiled("pyramid_claim", words.PYRAMID),
        *_compiled("guarantee", words.GUARANTEE),
        *_compiled("guarantee", words.GUARANTEE_WITH_OWN_NEGATION, inside=False),
        *_compiled("green_claim", words.GREEN),
        *_compiled("pressure", talk.PRESSURE),
        *_compiled("pressure", talk.PRESSURE_WITH_OWN_NEGATION, inside=False),
        *_compiled("human_denial", talk.DENIAL, negatable=False),
        *_compiled("human_denial", talk.DENIAL_TOLD, negatable=False, asks=False),
        *_compiled("sensitive_data", talk.SENSITIVE),
    )


# --- claims ----------------------------------------------------------------------------------------------------------

_FIXED = re.compile(
    r"\b(?:nicht nur|not only|kein(?:e[nr]?)? (?:wunder|zweifel|problem|frage|scherz|witz|angst|sorge|maerchen|"
    r"ander\w+)|"
    r"no (?:wonder|doubt|problem|other)|warum nicht|why not|nicht wahr|nicht umsonst|noch nie (?:war|ging)|nie war|"
    r"ohne (?:zweifel|frage)|without (?:a )?doubt|not a myth)\b|\bnichts(?= (?:\w+ )?(?:besser|schneller|so))"
)
_NEGATOR = re.compile(
    r"\b(?:kein\w{0,2}|nicht|nie|niemals|niemand\w{0,2}|weder|nichts|keinesfalls|never|no|not|nobody|none|neither|"
    r"nor|cannot|\w+n't)\b"
)
_NEGATOR_CLOSE = re.compile(r"\b(?:ohne|without|instead of)(?: \w+){0,2} ?$")
_CLAUSE = re.compile(r"[,;:()]|\s-\s|\b(?:und|aber|sondern|doch|denn|weil|oder|and|but|because|or)\b")
_TURN = re.compile(r"\b(?:aber|doch|jedoch|trotzdem|dennoch|sondern|but|however|still|yet)\b|[:;]|, (?:ja|yes)\b")
_SPEAKS = r"(?:versprech|versprich|garant|behaupt|zusagen|zusicher|sagen|werben|promis|claim|say|advertis|prophe)\w*"
_NOT = (
    r"(?:nicht|nie|niemals|kein\w{0,2}|niemand\w{0,2}|weder|ohne|statt|never|not|no one|nobody|cannot|\w+n't|without)"
)
_DISCLAIMED = re.compile(rf"\b{_NOT}(?: \w+){{0,4}} {_SPEAKS}|\b{_SPEAKS}(?: \w+){{0,2}} {_NOT}\b")
_REPORTED = re.compile(
    r"\b(?:du hast|sie haben|hattest du|hatten sie|you)(?: \w+){0,3} (?:erzaehlt|geschrieben|gesagt|erwaehnt|"
    r"gefragt|said|mentioned|told|asked|wrote)\b|\b(?:dein ziel|ihr ziel|your goal)\b|\bwie du (?:sagst|schreibst)\b"
)
_REFUTED = re.compile(
    r"(?<!kein )(?<!no )\b(?:unsinn|quatsch|mythos|maerchen|luege|verboten|unzulaessig|unserioes|illegal|myth|"
    r"nonsense|forbidden)\b"
)
_PRICE = re.compile(
    r"\b(?:kost|preis|gebuehr|beitrag|zahl|bezahl|rate|miete|rechnung|spar|cost|price|fee|pay|sav|rent|invoice)\w*"
)
_OPEN_QUESTION = re.compile(r"\W*(?:wie ?viel|was|welche\w?|wo|wann|how much|how many|what|which)\b")
_QUESTION = re.compile(r"\?[\s\"'”“»)\]]*$")


def _claims(sentence: str) -> list[Finding]:
    """The findings of one sentence, one per rule."""
    folded, places = _fold(sentence)
    plain = _FIXED.sub(lambda fixed: " " * len(fixed[0]), folded)
    question = _QUESTION.search(plain) is not None
    found: dict[str, Finding] = {}
    for pattern in patterns():
        if pattern.rule in found or (question and not pattern.asks):
            continue
        if question and pattern.rule == "income_claim" and _OPEN_QUESTION.match(plain):
            continue
        for match in pattern.regex.finditer(plain):
            if not (pattern.negatable and _harmless(plain, match, pattern)):
                quote = sentence[places[match.start()] : places[match.end() - 1] + 1].strip()
                found[pattern.rule] = Finding(pattern.rule, quote)
                break
    return list(found.values())


def _harmless(plain: str, match: re.Match[str], pattern: Pattern) -> bool:
    """Negated, disclaimed, refuted, or only repeating what the other person said."""
    before, after = plain[: match.start()], plain[match.end() :]
    governed = f"{_CLAUSE.split(before)[-1]} {match[0] if pattern.inside else ''}"
    following = " ".join(_CLAUSE.split(after)[0].split()[:6])
    if len(_NEGATOR.findall(f"{governed} {following}")) % 2 == 1 or _NEGATOR_CLOSE.search(before):
        return True
    if pattern.rule == "pressure":
        return False
    if pattern.rule == "income_claim" and _PRICE.search(plain) and not guard_words.EARNING.search(plain):
        return True
    for told in (*_DISCLAIMED.finditer(plain, 0, match.end()), *_REPORTED.finditer(before)):
        between = plain[told.end() : match.start()]
        if not _TURN.search(between) and between.count(",") <= 1:
            return True
    return _REFUTED.search(plain) is not None


# --- words, placeholders, address ------------------------------------------------------------------------------------

_SLOT = re.compile(r"\{\{[^{}]*\}\}|\{\{|\}\}")
_SLOT_OF_MODELS = re.compile(
    r"\[(?:(?:dein|ihr|mein|your|my|the)\w* )?(?:name|vorname|nachname|first name|last name|firma|company|datum|"
    r"date|uhrzeit|"
    r"time|link|url|produkt|product|ort|place|betrag|amount|telefonnummer|phone)(?: \w+)?\]|<(?:name|vorname|"
    r"first name)>",
    re.IGNORECASE,
)


def _placeholders(text: str, origin: Origin) -> Iterator[re.Match[str]]:
    yield from _SLOT.finditer(text)
    if origin in ("ai", "ai_edited"):
        yield from _SLOT_OF_MODELS.finditer(text)


def _forbidden_words(text: str, forbidden: Sequence[str]) -> list[Finding]:
    if not forbidden:
        return []
    folded, places = _fold(text)
    found = []
    for word in forbidden:
        wanted = _fold(word)[0].strip()
        if not wanted:
            continue
        ending = r"(?:e[rsnm]?|n|s)?" if wanted[-1].isalpha() and len(wanted) > 3 else ""
        match = re.search(rf"(?<!\w){re.escape(wanted)}{ending}(?!\w)", folded)
        if match:
            found.append(Finding("forbidden_word", text[places[match.start()] : places[match.end() - 1] + 1]))
    return found


_DU = re.compile(r"\b(?:du|dich|dir|dein(?:e[rsnm]?)?|deins)\b", re.IGNORECASE)
# At the start of a sentence "Sie" and "Ihr" may be she, they or you all: only inside one are they the formal address.
_SIE = re.compile(r"(?<=[\w,] )(?<![.!?:…] )(?:Sie|Ihnen|Ihre?[nrms]?)\b|(?<=,\n)(?:Sie|Ihnen|Ihre?[nrms]?)\b")
_QUOTED = re.compile(r"„[^“”\"]*[“”\"]|“[^”]*”|»[^«]*«|\"[^\"\n]*\"|https?://\S+")


def _address(text: str, register: str, *, strict: bool) -> list[Finding]:
    """Both forms of address in one text; with ``strict`` also the form that this person is not addressed with."""
    plain = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), text)
    informal, formal = _DU.search(plain), _SIE.search(plain)
    if informal and formal:
        return [Finding("mixed_register", (formal if register == "du" else informal)[0])]
    wrong = formal if register == "du" else informal
    return [Finding("wrong_register", wrong[0])] if strict and wrong else []
