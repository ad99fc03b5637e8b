"""The regular expressions facts are read by; every repetition is bounded, so hostile text costs only its length."""

from __future__ import annotations

import re
from typing import Final

from agent import extraction_words as w

_I: Final = re.IGNORECASE
_NUM: Final = rf"(?:{w.AMOUNT}|\b(?:{w.NUMBERS})\b)"
_ANY_NUM: Final = rf"(?:\d{{1,3}}|{w.NUMBERS}|{w.ONE}|ein paar|a few|einigen|nem|'nem)"
_CLOCK_NUM: Final = rf"(?:\d{{1,2}}|{w.NUMBERS}|eins|one)"
_EDGE: Final = r"(?<![\w.,])"
_END: Final = r"(?!\w)"

MONEY: Final = re.compile(
    rf"{_EDGE}(?:(?:{w.CURRENCY})\s?(?:{w.AMOUNT})|{_NUM}\s?(?:{w.CURRENCY}){_END})"
    r"(?:\s?(?:im|pro|per|a)\s(?:monat|jahr|woche|month|year|week))?",
    _I,
)
BUDGET: Final = re.compile(
    r"budget|maximal|max\b|höchstens|hoechstens|bis zu|nicht mehr als|at most|up to|no more than|ausgeben|spend|limit",
    _I,
)
QUANTITY: Final = re.compile(
    rf"{_EDGE}(?:\d{{1,6}}|{w.NUMBERS}|{w.ONE})\s?(?:x\s)?(?:{w.UNITS})\b"
    rf"|{_EDGE}\d{{1,4}}\s?(?:x|mal)\b(?!\d)|\b(?:ein|a) dutzend\b|\ba dozen\b",
    _I,
)

_WHEN: Final = (
    r"(?:(?:um|gegen|ab|at|so um|so gegen|around|by|nach|vor|bis)\s)?"
    r"(?:\d{1,2}[:.]\d{2}\s?(?:uhr|h|am|pm)?|\d{1,2}\s?(?:uhr(?:\s\d{2})?|h|am|pm|o'?clock)"
    rf"|(?:halb|viertel (?:vor|nach|über)?|dreiviertel)\s?{_CLOCK_NUM}|half past {_CLOCK_NUM}"
    rf"|(?:{w.NUMBERS}|eins)\s(?:uhr|o'?clock)){_END}"
)
_AT: Final = (
    rf"(?:um|gegen|at|so um|so gegen|around)\s(?:\d{{1,2}}(?:[:.]\d{{2}})?|{w.NUMBERS}|eins|noon)(?![\w.,%€$])"
    r"(?!\s(?:euro|eur|€|chf|franken|prozent|percent|dollar))"
)
TIME: Final = re.compile(rf"(?<![\w.,:])(?:{_WHEN}|{_AT})", _I)

_DETERMINED: Final = (
    r"(?:(?:am|on|nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|diese[nrs]?|jeden|next|this|every)\s){0,2}"
)
_NEXT: Final = r"(?:nächste[nrs]?|naechste[nrs]?|kommende[nrs]?|diese[nrs]?|next|this)"
_SEASON: Final = r"sommer|herbst|winter|frühjahr|fruehjahr|frühling|summer|fall|autumn|spring"
_SPANS: Final = r"minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|minutes?|hours?|days?|weeks?|months?|years?"
DATE: Final = re.compile(
    rf"{_EDGE}(?:"
    rf"{_DETERMINED}(?:{w.DAYS})s?(?:\s?(?:{w.PARTS}))?"
    rf"(?:,?\s(?:(?:den|the)\s)?\d{{1,2}}\.\s?(?:\d{{1,2}}\.?|(?:{w.MONTHS})))?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.(?:\d{2,4})?"
    rf"|\d{{1,2}}\.\s?(?:{w.MONTHS})(?:\s\d{{4}})?|(?:{w.MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{w.MONTHS})"
    rf"|(?:übermorgen|uebermorgen|day after tomorrow)(?:\s(?:{w.PARTS}))?"
    rf"|(?:morgen|heute|tomorrow|today)(?:\s(?:{w.PARTS}))?|tonight"
    rf"|(?:im|in|ab|bis|mitte|ende|anfang|seit|until|by|end of|early|late)\s(?:{w.MONTHS})"
    rf"|(?:in|nach|after)\s{_ANY_NUM}\s(?:halben\s)?(?:{_SPANS})"
    rf"|{_NEXT}\s(?:woche|monat|jahr|quartal|wochenende|week|month|year|quarter|weekend|{_SEASON})"
    r"|(?:im|in the|nach dem|after the|nach den|after my|nach meinem|this)\s"
    rf"(?:neuen jahr|new year|sommerurlaub|{_SEASON}|urlaub|ferien|holidays?|vacation|exams|umzug|feiertagen)"
    r"|(?:ende|anfang|mitte|end of|beginning of)\s(?:(?:des|der|the|nächster|nächsten|dieses|next)\s)?"
    r"(?:monats?|jahres|woche|month|year|week|quartals)"
    r"|nach (?:weihnachten|ostern|pfingsten|neujahr|silvester)|after (?:christmas|easter|new year)"
    rf"|am wochenende|(?:on|over) the weekend){_END}",
    _I,
)

EMAIL: Final = re.compile(r"(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{2,24}){1,3}", _I)
PHONE: Final = re.compile(r"(?<![\w+])(?:\+|00|0)\d(?:[ ()/.\-]{0,2}\d){6,14}(?!\d)")
SHORT_DATE: Final = re.compile(r"0?\d\.\d{1,2}\.\d{2,4}")

_PART: Final = r"[A-ZÄÖÜ][\wäöüéèß]{1,20}"
_NAME: Final = rf"{_PART}(?:-{_PART})?"
LEGAL: Final = re.compile(
    rf"(?:{_NAME}|[A-Z]{{2,6}}|&)(?:\s(?:{_NAME}|[A-Z]{{2,6}}|&|und|and)){{0,3}}"
    r"\s(?:GmbH|AG|KG|OG|UG|e\.K\.|Ltd\.?|Inc\.?|GbR|LLC|SE)(?!\w)"
)
WORKS: Final = re.compile(
    r"(?i:\b(?:arbeite|schaffe|arbeiten|tätig|angestellt|von der firma|meine firma|unsere firma|firma|work|working)\s"
    r"(?:(?:bei|für|at|for|heißt|heisst|als\s\w{1,20}\sbei)\s)?(?:(?:der|dem|the)\s)?)"
    rf"({_NAME}(?:\s{_NAME}){{0,2}})"
)
SELF: Final = re.compile(
    r"(?i:\b(?:ich heiße|ich heisse|mein name ist|my name is|i(?:ch)? bin (?:der|die)"
    r"|this is|hier ist|hier schreibt|name:)\s)"
    rf"({_NAME}(?:\s{_NAME}){{0,2}})"
)
CALLED: Final = re.compile(rf"(?:\b[Ii]ch bin|\bI am|\bI'm)\s({_NAME}\s{_NAME})")
RELATED: Final = re.compile(
    rf"(?i:\b(?:{w.RELATIONS}|frag(?:en sie)? mal|herrn?|frau|mr\.?|mrs\.?|ms\.?)\s(?:(?:herrn?|frau)\s)?)"
    rf"({_NAME}(?:\s{_NAME})?)"
)
ASKED: Final = re.compile(rf"(?i:\b{w.ASKED}\s)({_NAME}(?:\s{_NAME})?)(?![\wäöüß])")
POSTCODE: Final = re.compile(r"(?<!\d)(\d{4,5})\s([A-ZÄÖÜ][\wäöüß\-]{2,24})")
PLACE_AT: Final = re.compile(
    r"(?i:\b(?:wohne|lebe|wohnen|leben|komme|sitzen|bin|live|living|based|located|from)\s"
    r"(?:(?:in|aus|bei|from|near|nähe|der nähe von)\s){1,2})"
    rf"({_NAME}(?:\s(?:am|an der|im)\s{_NAME})?)"
)
BUYING: Final = re.compile(
    r"(?i:\b(?:kaufen?|bestellen?|nehmen?|möchte|moechte|will|hätte gern|take|order|buy|like|want)\b"
    r"(?:\s(?:gerne?|bitte|mal|to|wir|ich|noch|dann|try|order|buy)){0,4}\s"
    r"(?:\d{1,3}\s|zwei\s|drei\s|ein(?:e[nm]?)?\s|die\s|das\s|den\s|euer(?:en|e)?\s|eure[ns]?\s|the\s|your\s|a\s|two\s|three\s))"
    rf"({_NAME}(?:\s(?:{_NAME}|\d{{1,3}}))?)"
)
PRODUCT: Final = re.compile(
    rf"(?<!\w)(?:[\wäöüß]{{2,20}}(?:{w.PRODUCT_NOUNS})"
    rf"|(?:starter|probier|omega|protein|collagen|vitamin)\s(?:{w.PRODUCT_NOUNS})|(?:{w.PRODUCT_NOUNS})){_END}",
    _I,
)
REASON: Final = re.compile(
    r"(?<!\w)((?:weil|wegen|da ich|da wir|because|due to|since i|since we)\s[^.!?\n;]{3,80})", _I
)
CALENDAR_WORD: Final = re.compile(rf"(?:{w.DAYS}|{w.MONTHS})", _I)
