"""What of a lead's message may be said back: short, known-shape values, never their free text. PURE.

A lead is a stranger whose words may be meant for the machine ("ignore your rules"). Only extracted values pass, bare of
links, markup and control characters, at most a few words, and none that reads like an instruction.
"""

from __future__ import annotations

import re
from typing import Final

from agent.draft_cases import product_slots
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
_CLAUSE = re.compile(
    r".+?(?:[,;!?\n]|\.(?!\d)(?= |$)|$|\s(?=(?:aber|sondern|dafür|but|only|nur)\b))", re.IGNORECASE | re.DOTALL
)
_TURNED_DOWN = re.compile(
    r"\b(?:nicht|nich|ned|net|nöd|kein\w*|nie|schlecht|unmöglich|not|can'?t|cannot|doesn'?t|don'?t|won'?t|isn'?t|bad)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:an)?statt\s(?:(?:am|dem|den|um)\s)*\S+|\b(?:instead\sof|rather\sthan)\s(?:on\s|at\s)?\S+"
    r"|\b(?:nicht|not)\s(?:am|um|on|at)\s\S+",
    re.IGNORECASE,
)
# What decides the next step of a draft.
_SITUATIONS: Final = {
    "visit": re.compile(r"kaffee|coffee|treff|vorbei|mittagessen|lunch|persönlich|in person|come by|stop by", re.I),
    "video": re.compile(r"zoom|video|teams|skype|facetime", re.I),
    "phone": re.compile(r"(?:\+|\b0)\d[\d /-]{6,}"),
    "health": re.compile(
        r"ausschlag|juck|allergisch|durchfall|bauchweh|schmerz|übelkeit|nebenwirkung|quaddeln|pickel"
        r"|\brash\b|hives|allergic|nausea|stomach|side effect|headache",
        re.I,
    ),
    "damage": re.compile(
        r"kaputt|defekt|beschädigt|zerbroch|ausgelaufen|gebrochen|geplatzt|klump|schimmel|riecht|schmeckt|undicht"
        r"|broken|damaged|leak|crushed|cracked|mould|smell|spilled|faulty|falsche[sn]? (?:produkt|artikel|größe)"
        r"|wrong (?:product|item|size|colou?r)",
        re.I,
    ),
}
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
_NOW: Final = frozenset({"heute", "today"})
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
    when = _when(analysis, message, language)
    if when:
        slots["when"] = when
    if "product" in slots and "quantity" in slots and slots["product"].casefold() not in slots["quantity"].casefold():
        slots["order"] = f"{slots['quantity']} {slots['product']}"
    elif "quantity" in slots or "product" in slots:
        slots["order"] = slots.get("quantity") or slots["product"]
    slots.update(product_slots(slots.get("product", ""), language))
    slots["noted"] = _noted(slots, language)
    if "person" in slots:
        slots["person"] = _addressed(slots["person"], message)
    slots.update(_told(analysis, clean(message)[:1000], language))
    return slots


def _noted(slots: dict[str, str], language: Language) -> str:
    """The particulars of a request in one list, "zwei Dosen, Potsdam und Freitag"; "" for none."""
    when = slots.get("when", "")
    said = [slots.get("quantity", ""), slots.get("place", ""), "" if when.casefold() in _NOW else when]
    said = [value for value in said if value]
    joined = [", ".join(said[:-1])] if len(said) > 1 else []
    return (" und " if language == "de" else " and ").join([*joined, *said[-1:]])


def _addressed(name: str, message: str) -> str:
    """With the title it was said with: "Herrn Maier", "Frau Huber", "Mr Miller"; German in the dative."""
    found = re.search(rf"\b(herrn?|frau|mr|mrs|ms)\.?\s+{re.escape(name)}", message, re.IGNORECASE)
    title = found.group(1).capitalize() if found else ""
    return f"{'Herrn' if title == 'Herr' else title} {name}".strip()


def _when(analysis: Analysis, message: str, language: Language) -> str:
    """The first day and time that she did not turn down; "" when she only says when it does not suit."""
    meant = _meant(clean(message)[:1000])
    parts = []
    for kind in ("date", "time"):
        values = (safe(fact.value) for fact in analysis.facts if fact.kind == kind)
        value = next((value for value in values if value and value.casefold() in meant), "")
        if value:
            parts.append(re.sub(r"\b(\d{1,2}\.\d{1,2})$", r"\1.", value) if language == "de" else value)
    when = " ".join(parts)
    turned = (("meinem", "deinem"), ("my", "your")) if language == "en" else ()
    for mine, yours in turned:
        when = re.sub(rf"\b{mine}\b", yours, when)
    return re.sub(r"\bmeine([mnr]?)\b", r"[deine\1|Ihre\1]", when) if language == "de" else when


def _meant(text: str) -> str:
    """The message without the clauses that say no to something; a question with a "not" says no to nothing."""
    clauses = _CLAUSE.findall(text)
    kept = (part if part.rstrip().endswith("?") else _INSTEAD.sub(" ", part) for part in clauses)
    return "".join(part for part in kept if part.rstrip().endswith("?") or not _TURNED_DOWN.search(part)).casefold()


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
    slots.update({slot: "1" for slot, known in _SITUATIONS.items() if known.search(text)})
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
