"""What of a lead's message may be said back: short, known-shape values, never their free text. PURE.

A lead is a stranger whose words may be meant for the machine ("ignore your rules"). Only extracted values pass, bare of
links, markup and control characters, at most a few words, and none that reads like an instruction.
"""

from __future__ import annotations

import re
from typing import Final

from agent.lead_text import clean
from store.types import Analysis, Language

_UNSAFE = re.compile(
    r"ignor|system|prompt|instruction|anweisung|assistant|assistent|developer|jailbreak|chatgpt|gpt|https?|www\.|://|@|override|execute|passwor|token|admin|"
    r"\b(?:vergiss|forget|befehl|command|rolle|role|regel|rules?|send|schick|say|sag)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[^\w .,:'&%€$£/+-]|_")
_SAID: Final = ("price", "budget", "quantity", "product", "place", "company", "person")

_CUES: Final[dict[str, dict[Language, tuple[tuple[str, str], ...]]]] = {
    "interest": {
        "de": (
            ("spannend", "spannend"),
            ("interess", "interessant"),
            ("cool", "cool"),
            ("super", "super"),
            ("toll", "toll"),
            ("gut", "gut"),
            ("neugier", "spannend"),
            ("genial", "genial"),
            ("nett", "nett"),
        ),
        "en": (
            ("interest", "interesting"),
            ("great", "great"),
            ("cool", "cool"),
            ("good", "good"),
            ("exciting", "exciting"),
            ("curious", "interesting"),
            ("nice", "nice"),
            ("promising", "promising"),
        ),
    },
    "trust_objection": {
        "de": (
            ("schneeball", "Schneeballsystem"),
            ("pyramid", "Pyramidensystem"),
            ("betrug", "Betrug"),
            ("betrüg", "Betrug"),
            ("abzock", "Abzocke"),
            ("scam", "Betrug"),
            ("mlm", "MLM"),
            ("sekte", "Sekte"),
            ("network", "Network-Marketing"),
            ("unseri", "Seriosität"),
            ("seri", "Seriosität"),
            ("haken", "Haken"),
            ("beweis", "Beweise"),
            ("garant", "Garantie"),
            ("fake", "Fake"),
            ("legal", "Recht"),
        ),
        "en": (
            ("pyramid", "pyramid scheme"),
            ("scam", "scam"),
            ("fraud", "fraud"),
            ("mlm", "MLM"),
            ("cult", "cult"),
            ("legit", "legitimacy"),
            ("catch", "catch"),
            ("proof", "proof"),
            ("fishy", "fishy"),
            ("guarantee", "guarantee"),
        ),
    },
}
_SUPPLIED = re.compile(
    r"versorgt|schon (?:was|so ?was|etwas|einen)|bereits|already|happy with|zufrieden|scho was", re.IGNORECASE
)
_RELATION = re.compile(
    r"(?:mein(?:e[rnm]?)?|unser(?:e[rnm]?)?|my|our)\s(?:\w{1,12}\s)?(schwester|bruder|freundin|freund|kollegin|kollege|mutter|mama|mami|vater|papa|nachbarin|nachbar|cousine|cousin|tante|onkel|mann|frau|tochter|sohn|chefin|chef|partnerin|partner|"
    r"sister|brother|friend|colleague|mother|mum|mom|father|dad|neighbou?r|cousin|aunt|uncle|husband|wife|daughter|son|boss|partner)n?\b",
    re.IGNORECASE,
)
_FEMALE: Final = (
    "schwester",
    "freundin",
    "kollegin",
    "mutter",
    "mama",
    "mami",
    "nachbarin",
    "cousine",
    "tante",
    "frau",
    "tochter",
    "chefin",
    "partnerin",
)
_WEAK: Final = {"kollege": "Kollegen", "nachbar": "Nachbarn"}
_WISHES: Final[dict[Language, tuple[tuple[str, str], ...]]] = {
    "de": (
        ("weihnacht", "Frohe Weihnachten auch [dir|Ihnen]!"),
        ("ostern", "Frohe Ostern auch [dir|Ihnen]!"),
        ("rutsch", "[Komm|Kommen Sie] gut ins neue Jahr!"),
        ("neues jahr", "Ein gutes neues Jahr auch [dir|Ihnen]!"),
        ("wochenende", "[Dir|Ihnen] auch ein schönes Wochenende!"),
        ("morgen", "Guten Morgen auch [dir|Ihnen]!"),
        ("abend", "[Dir|Ihnen] auch einen schönen Abend!"),
        ("geburtstag", "Danke für die Glückwünsche!"),
    ),
    "en": (
        ("christmas", "Merry Christmas to you too!"),
        ("easter", "Happy Easter to you too!"),
        ("new year", "Happy New Year to you too!"),
        ("weekend", "Have a nice weekend too!"),
        ("morning", "Good morning to you too!"),
        ("evening", "Have a nice evening too!"),
    ),
}


def safe(value: str, words: int = 6) -> str:
    """The value bare of markup, or "" when it is too long or reads like an instruction, an address or a link."""
    value = clean(value)
    if _UNSAFE.search(value):
        return ""
    value = " ".join(_MARKUP.sub(" ", value).split()).strip(" .,:-/")
    return value if 0 < len(value) <= 40 and len(value.split()) <= words else ""


def given_name(name: str, full: bool) -> str:
    """The first name (or the whole one when ``full``), "" unless it looks like a name."""
    value = safe(name, words=4)
    if not value or any(c.isdigit() for c in value):
        return ""
    return value if full else value.split()[0]


def slots_of(analysis: Analysis, message: str, language: Language) -> dict[str, str]:
    """Slot name -> value that may be said: figures, when, names, cues; topics are handled by their labels."""
    slots: dict[str, str] = {}
    for kind in _SAID:
        value = safe(analysis.value(kind) or "")
        if value:
            slots[kind] = (
                value[0].upper() + value[1:] if kind in ("product", "place", "person") and language == "de" else value
            )
    when = _when(analysis, language)
    if when:
        slots["when"] = when
    if "product" in slots and "quantity" in slots and slots["product"].casefold() not in slots["quantity"].casefold():
        slots["order"] = f"{slots['quantity']} {slots['product']}"
    elif "quantity" in slots or "product" in slots:
        slots["order"] = slots.get("quantity") or slots["product"]
    slots.update(_told(analysis, clean(message)[:1000], language))
    return slots


def _when(analysis: Analysis, language: Language) -> str:
    parts = []
    for kind in ("date", "time"):
        value = safe(analysis.value(kind) or "")
        if value:
            parts.append(value)
    when = " ".join(parts)
    turned = (("meinem", "deinem"), ("my", "your")) if language == "en" else ()
    for mine, yours in turned:
        when = re.sub(rf"\b{mine}\b", yours, when)
    return re.sub(r"\bmeine([mnr]?)\b", r"[deine\1|Ihre\1]", when) if language == "de" else when


def _told(analysis: Analysis, text: str, language: Language) -> dict[str, str]:
    slots: dict[str, str] = {}
    low = text.casefold()
    for stem, cue in _CUES.get(analysis.intent, {}).get(language, ()):
        if stem in low:
            slots["cue"] = cue
            break
    if _SUPPLIED.search(text):
        slots["supplied"] = "1"
    found = _RELATION.search(text)
    if found:
        slots["relation"] = word = found.group(1).casefold()
        slots["relation_dat"] = _dative(word, language)
    for stem, wish in _WISHES[language]:
        if stem in low:
            slots["wish"] = wish
            break
    return slots


def _dative(word: str, language: Language) -> str:
    if language == "en":
        return f"your {word}"
    noun = _WEAK.get(word, word.capitalize())
    return f"[deiner|Ihrer] {noun}" if word in _FEMALE else f"[deinem|Ihrem] {noun}"
