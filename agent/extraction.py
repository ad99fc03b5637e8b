"""Facts of a lead's message by rules: what it costs, when, how many, where, who, what about. PURE, never raises.

Each fact's ``quote`` is the very part of the text it was read from; values are as said ("Freitag um 14 Uhr",
"49 Euro"), topics are labels from a fixed list in the message's language, so that they can be said back safely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agent import extraction_words as words
from agent.lead_text import clean, fold
from store.types import Fact, Language

MAX_FACTS: Final = 24
_READ: Final = 2000
_I = re.IGNORECASE


def _rx(pattern: str, flags: int = _I) -> re.Pattern[str]:
    return re.compile(pattern, flags)


_NUM = rf"(?:{words.AMOUNT}|\b(?:{words.NUMBERS})\b)"
_MONEY = _rx(
    rf"(?<![\w.,])(?:(?:{words.CURRENCY})\s?(?:{words.AMOUNT})|{_NUM}\s?(?:{words.CURRENCY})(?!\w))(?:\s?(?:im|pro|per|a)\s(?:monat|jahr|woche|month|year|week))?"
)
_LIMIT = _rx(
    r"(?:budget|maximal|max\.?|höchstens|hoechstens|bis zu|nicht mehr als|at most|up to|no more than|ausgeben|spend|limit)"
)
_QUANTITY = _rx(
    rf"(?<![\w.,])(?:\d{{1,6}}|(?:{words.NUMBERS}|{words.ONE}))\s?(?:x\s)?(?:{words.UNITS})\b|(?<![\w.,])\d{{1,4}}\s?(?:x|mal)\b(?!\d)|\b(?:ein|a) dutzend\b|\ba dozen\b"
)
_CLOCK = (
    rf"(?:(?:um|gegen|ab|at|so um|so gegen|around|by|nach|vor|bis)\s)?(?:\d{{1,2}}[:.]\d{{2}}\s?(?:uhr|h|am|pm)?|\d{{1,2}}\s?(?:uhr(?:\s\d{{2}})?|h|am|pm|o'?clock)|"
    rf"(?:halb|viertel (?:vor|nach|über)?|dreiviertel)\s?(?:\d{{1,2}}|{words.NUMBERS}|eins)|half past (?:\d{{1,2}}|{words.NUMBERS}|one)|(?:{words.NUMBERS}|eins)\s(?:uhr|o'?clock))(?!\w)"
)
_CLOCK_AT = (
    rf"(?:um|gegen|at|so um|so gegen|around)\s(?:\d{{1,2}}(?:[:.]\d{{2}})?|{words.NUMBERS}|eins|noon)(?![\w.,%€$])"
)
_TIME = _rx(rf"(?<![\w.,:])(?:{_CLOCK}|{_CLOCK_AT})")
_DATE = _rx(
    rf"(?<![\w.,])(?:"
    rf"(?:(?:am|on|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|diese[nrs]?|jeden|next|this|every)\s)*(?:{words.DAYS})(?:s)?(?:\s?(?:{words.PARTS}))?(?:,?\s(?:(?:den|the)\s)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.?|(?:{words.MONTHS})))?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\.\s?\d{{1,2}}\.(?:\d{{2,4}})?|\d{{1,2}}\.\s?(?:{words.MONTHS})(?:\s\d{{4}})?|(?:{words.MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{words.MONTHS})"
    rf"|(?:übermorgen|uebermorgen|day after tomorrow)(?:\s(?:{words.PARTS}))?|(?:morgen|heute|tomorrow|today)(?:\s(?:{words.PARTS}))?|tonight"
    rf"|(?:im|in|ab|bis|mitte|ende|anfang|seit|until|by|end of|early|late)\s(?:{words.MONTHS})"
    rf"|(?:in|nach|after)\s(?:\d{{1,3}}|{words.NUMBERS}|{words.ONE}|ein paar|a few|einigen|nem|'nem)\s(?:halben\s)?(?:minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|minutes?|hours?|days?|weeks?|months?|years?)"
    rf"|(?:nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|diese[nrs]?|next|this)\s(?:woche|monat|jahr|quartal|wochenende|week|month|year|quarter|weekend|sommer|herbst|winter|frühjahr|frühling|summer|fall|autumn|spring)"
    rf"|(?:im|in the|nach dem|after the|nach den|after my|nach meinem|this)\s(?:neuen jahr|new year|frühjahr|fruehjahr|frühling|sommer(?:urlaub)?|herbst|winter|urlaub|ferien|summer|spring|fall|autumn|holidays?|vacation|exams|umzug|feiertagen)"
    rf"|(?:ende|anfang|mitte|end of|beginning of)\s(?:des|der|the|nächster|nächsten|dieses|next)?\s?(?:monats?|jahres|woche|month|year|week|quartals)"
    rf"|nach (?:weihnachten|ostern|pfingsten|neujahr|silvester)|after (?:christmas|easter|new year)|am wochenende|on the weekend|over the weekend"
    rf")(?!\w)"
)
_EMAIL = _rx(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3}")
_PHONE = _rx(r"(?<![\w+])(?:\+|00|0)\d(?:[ ()/.\-]{0,2}\d){6,14}(?!\d)")
_NAME = r"[A-ZÄÖÜ][\wäöüéèß]{1,20}(?:-[A-ZÄÖÜ][\wäöüéèß]{1,20})?"
_LEGAL = _rx(
    rf"(?:{_NAME}|[A-Z]{{2,6}}|&)(?:\s(?:{_NAME}|[A-Z]{{2,6}}|&|und|and)){{0,3}}\s(?:GmbH|AG|KG|OG|UG|e\.K\.|Ltd\.?|Inc\.?|GbR|LLC|SE)(?!\w)",
    0,
)
_WORKS = _rx(
    rf"(?:(?i:arbeite|schaffe|arbeiten|tätig|angestellt|von der firma|meine firma|unsere firma|firma|i work|work|working|we work)\s(?:(?i:bei|für|at|for|heißt|heisst|als\s\w+\sbei)\s)?(?:(?i:der|dem|the)\s)?)({_NAME}(?:\s{_NAME}){{0,2}})",
    0,
)
_SELF = _rx(
    rf"(?:(?i:ich heiße|ich heisse|mein name ist|my name is|ich bin (?:der|die)|i bin (?:der|die)|this is|hier ist|hier schreibt|name:)\s)({_NAME}(?:\s{_NAME}){{0,2}})",
    0,
)
_RELATED = _rx(
    rf"(?i:\b(?:{words.RELATIONS}|frag(?:en sie)? mal|herrn?|frau|mr\.?|mrs\.?|ms\.?)\s(?:(?i:herrn?|frau)\s)?)({_NAME}(?:\s{_NAME})?)",
    0,
)
_ASKED = _rx(rf"(?i:\b{words.ASKED}\s)({_NAME}(?:\s{_NAME})?)(?![\wäöüß])", 0)
_POSTCODE = _rx(r"(?<!\d)(\d{4,5})\s([A-ZÄÖÜ][\wäöüß\-]{2,24})", 0)
_PLACE_AT = _rx(
    rf"(?i:\b(?:wohne|lebe|wohnen|leben|komme|sitzen|bin|live|living|based|located|from)\s(?:(?i:in|aus|bei|from|near|nähe|der nähe von)\s){{1,2}})({_NAME}(?:\s(?:am|an der|im)\s{_NAME})?)",
    0,
)
_BUYING = _rx(
    rf"(?i:(?:kaufe[n]?|bestelle?n?|nehme?|möchte|moechte|will|hätte gern|take|order|buy|like|want)\b(?:\s(?:gerne?|bitte|mal|to|wir|ich|noch|dann|try|order|buy))*\s(?:\d{{1,3}}\s|zwei\s|drei\s|ein(?:e[nm]?)?\s|die\s|das\s|den\s|euer(?:en|e)?\s|eure[ns]?\s|the\s|your\s|a\s|two\s|three\s))((?:{_NAME})(?:\s(?:{_NAME}|\d{{1,3}}))?)",
    0,
)
_PRODUCT = _rx(
    rf"(?<!\w)(?:[\wäöüß]{{2,20}}(?:{words.PRODUCT_NOUNS})|(?:starter|probier|omega|protein|collagen|vitamin)\s(?:{words.PRODUCT_NOUNS})|(?:{words.PRODUCT_NOUNS}))(?!\w)"
)
_REASON = _rx(r"(?<!\w)((?:weil|wegen|da ich|da wir|because|due to|since i|since we)\s[^.!?\n;]{3,80})")
_WORD = re.compile(r"[^\W_]+")


def facts_of(text: str, language: Language) -> tuple[Fact, ...]:
    """At most MAX_FACTS facts of the message, each value once per kind, in the order of the kinds."""
    text = clean(text)[:_READ]
    found: dict[tuple[str, str], Fact] = {}
    for fact in (*_contacts(text), *_figures(text), *_calendar(text), *_names(text), *_topics(text, language)):
        found.setdefault((fact.kind, fact.value.casefold()), fact)
    return tuple(found.values())[:MAX_FACTS]


def _fact(kind: str, quote: str, value: str | None = None) -> Fact:
    quote = quote.strip(" ,.;:")
    return Fact(kind, " ".join((value or quote).split())[:80], quote[:120])


def _contacts(text: str) -> Iterator[Fact]:
    for m in _EMAIL.finditer(text):
        yield _fact("email", m.group(), m.group().rstrip(".").lower())
    for m in _PHONE.finditer(_EMAIL.sub(" ", text)):
        if not re.fullmatch(r"0?\d\.\d{1,2}\.\d{2,4}", m.group()):
            yield _fact("phone", m.group(), re.sub(r"[^\d+]", "", m.group()))


def _figures(text: str) -> Iterator[Fact]:
    for m in _MONEY.finditer(text):
        around = text[max(0, m.start() - 28) : m.end() + 14]
        yield _fact("budget" if _LIMIT.search(around) else "price", m.group())
    for m in _QUANTITY.finditer(text):
        yield _fact("quantity", m.group())


def _calendar(text: str) -> Iterator[Fact]:
    for m in _DATE.finditer(text):
        yield _fact("date", m.group())
    spans = [m.span() for m in _DATE.finditer(text)] + [m.span() for m in _MONEY.finditer(text)]
    for m in _TIME.finditer(text):
        if not any(a < m.end() and m.start() < b for a, b in spans):
            yield _fact("time", m.group())


def _is_name(value: str) -> bool:
    first = value.split()[0].casefold()
    return first not in words.NO_NAME and not re.fullmatch(rf"(?:{words.DAYS}|{words.MONTHS})", first)


def _names(text: str) -> Iterator[Fact]:
    for m in _LEGAL.finditer(text):
        yield _fact("company", m.group())
    for kind, pattern in (
        ("company", _WORKS),
        ("person", _SELF),
        ("person", _RELATED),
        ("person", _ASKED),
        ("place", _PLACE_AT),
    ):
        for m in pattern.finditer(text):
            if _is_name(m.group(1)) and not (kind == "company" and m.group(1).casefold() in words.PLACES):
                yield _fact(kind, m.group(1))
    for m in _POSTCODE.finditer(text):
        if (
            m.group(2).casefold() in words.PLACES
            or len(m.group(1)) == 5
            or "straße" in text.casefold()
            or "str." in text.casefold()
        ):
            yield _fact("place", m.group(), m.group(2))
    for m in _WORD.finditer(text):
        if m.group().casefold() in words.PLACES and not (m.group() == "essen" or m.group() == "Essen"):
            yield _fact("place", m.group())
    for m in _PRODUCT.finditer(text):
        yield _fact("product", m.group())
    for m in _BUYING.finditer(text):
        if _is_name(m.group(1)) and fold(m.group(1)) not in _TOPIC_WORDS:
            yield _fact("product", m.group(1))
    for m in _REASON.finditer(text):
        yield _fact("reason", m.group(1))


_TOPIC_WORDS: Final[dict[str, int]] = {}
_TOPIC_STEMS: Final[list[tuple[str, int]]] = []
_TOPIC_PAIRS: Final[dict[tuple[str, str], int]] = {}
for _index, (_de, _en, _stems) in enumerate(words.TOPICS):
    for _stem in _stems.replace("|", " ").split():
        if "_" in _stem:
            _left, _right = _stem.split("_")
            _TOPIC_PAIRS.setdefault((fold(_left), fold(_right)), _index)
        elif _stem.endswith("*"):
            _TOPIC_STEMS.append((fold(_stem[:-1]), _index))
        else:
            _TOPIC_WORDS.setdefault(fold(_stem), _index)
_STEM_KEYS: Final = {stem[:3] for stem, _ in _TOPIC_STEMS}


def _topic(word: str) -> int | None:
    if word in _TOPIC_WORDS:
        return _TOPIC_WORDS[word]
    if word[:3] in _STEM_KEYS:
        return next((i for stem, i in _TOPIC_STEMS if word.startswith(stem)), None)
    return None


def _topics(text: str, language: Language) -> Iterator[Fact]:
    previous = ""
    for m in _WORD.finditer(text):
        word = fold(m.group())
        index = _TOPIC_PAIRS.get((previous, word))
        if index is None:
            index = _topic(word)
        previous = word
        if index is not None:
            yield _fact("topic", m.group(), words.TOPICS[index][0 if language == "de" else 1])
