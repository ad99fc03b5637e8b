"""Lexicons of the date grammar: German (also Austrian and Swiss wording, without umlauts, common slips) and English.

Every key is folded by :func:`fold` (lower case, ``ä`` -> ``ae``, ``ß`` -> ``ss``); a word with an umlaut is stored a
second time with the bare vowel, because people on foreign keyboards write ``ubermorgen`` and ``nachsten``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import TypeVar

V = TypeVar("V")
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})


def fold(word: str) -> str:
    """The form words are compared in."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).casefold().translate(_DIGRAPHS)


def _spellings(words: str) -> Iterable[str]:
    for word in words.split():
        yield fold(word)
        yield word.translate(_BARE)


def _lexicon(table: Mapping[V, str]) -> dict[str, V]:
    """Turn value -> "words of that value" into word -> value."""
    return {word: value for value, words in table.items() for word in _spellings(words)}


def word_set(words: str) -> frozenset[str]:
    """Words separated by spaces, in both spellings."""
    return frozenset(_spellings(words))


def _list(words: str) -> list[str]:
    return words.split()


# -- numbers ---------------------------------------------------------------------------------------------------------

_DE_SMALL = _list(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_DE_TENS = dict(
    zip(range(20, 100, 10), _list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"), strict=True)
)
_EN_SMALL = _list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_EN_TENS = dict(zip(range(20, 100, 10), _list("twenty thirty forty fifty sixty seventy eighty ninety"), strict=True))
_DE_ORDINAL_STEMS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
_EN_ORDINALS = _list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)


def _numbers() -> dict[str, int]:
    table: dict[int, str] = {i: f"{de} {en}" for i, (de, en) in enumerate(zip(_DE_SMALL, _EN_SMALL, strict=True))}
    table[2] += " zwo zwoa zwee"
    spoken = _list("oans zwoi dreie viere fünfe sechse siebene achte neune zehne elfe zwölfe")
    swiss = _list("eins zwöi drü vieri füfi sächsi sibni achti nüni zähni elfi zwölfi")
    for n in range(1, 13):
        table[n] += f" {spoken[n - 1]} {swiss[n - 1]}"
    for ten, word in _DE_TENS.items():
        table[ten] = f"{word} {_EN_TENS[ten]}"
        for one in range(1, 10):
            table[ten + one] = f"{'ein' if one == 1 else _DE_SMALL[one]}und{word}"
    table[100] = "hundert"
    return _lexicon(table)


def _ordinals() -> dict[str, int]:
    table: dict[int, str] = {}
    for n in range(1, 32):
        ten, one = divmod(n, 10)
        if n < 20:
            stem = _DE_ORDINAL_STEMS.get(n, _DE_SMALL[n] + "t")
        else:
            head = f"{'ein' if one == 1 else _DE_SMALL[one]}und" if one else ""
            stem = head + _DE_TENS[ten * 10] + "st"
        table[n] = f"{stem}en {stem}er {stem}e " + (_EN_ORDINALS[n - 1] if n < 20 else "")
    table[20] += " twentieth"
    table[30] += " thirtieth"
    return _lexicon(table)


NUMBERS = _numbers()
ORDINALS = _ordinals()
ONES = word_set("ein eine einen einem einer eines 'ne ne nem ner an a one")
ENGLISH_TENS = {word: ten for ten, word in _EN_TENS.items()}
HALVES = {"anderthalb": 1.5, "eineinhalb": 1.5, "einundeinhalb": 1.5} | {
    word + "einhalb": n + 0.5 for word, n in NUMBERS.items() if 2 <= n <= 12
}
FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}

# -- days, months, spans ---------------------------------------------------------------------------------------------

DAY_OFFSETS = _lexicon(
    {
        0: "heute heut heit huet hütt today tody",
        1: "morgen morgn moagn morn tomorrow tmrw tmr tmw tomoz 2moro tomorow tommorow tommorrow",
        2: "übermorgen übermorgn übermorn",
        3: "überübermorgen überübermorgn überübermorn",
        -1: "gestern yesterday gester",
        -2: "vorgestern",
    }
)
WEEKDAYS = _lexicon(
    {
        0: "montag monday mäntig mentig montog",
        1: "dienstag tuesday tues zischtig dinstag dienstog",
        2: "mittwoch wednesday wendsday wensday weds mittwuch",
        3: "donnerstag thursday thurs thur thu donnstag dunnschtig donschtig donerstag donnerstog",
        4: "freitag friday fri fritig frytig friitig freitog freidog",
        5: "samstag sonnabend saturday samschtig samstog",
        6: "sonntag sunday sunntig sonntog",
    }
)
SHORT_DAYS = _lexicon({0: "mo mon", 1: "di tue", 2: "mi wed", 3: "do", 4: "fr", 5: "sa sat", 6: "so sun"})
WORDLIKE_DAYS = word_set("do so sat sun wed tue mon")  # lower case these are ordinary words of one of the languages
HABITUAL = frozenset(
    [w + "s" for w in WEEKDAYS if w.endswith(("tag", "woch", "abend", "day"))]
    + [
        "taeglich",
        "woechentlich",
        "monatlich",
        "daily",
        "weekly",
        "monthly",
        "hourly",
        "stuendlich",
        "werktags",
        "wochentags",
        "weekdays",
        "weekends",
        "mornings",
        "evenings",
    ]
)
EVERY = word_set("jeden jede jedes jeder every each alle")
MONTHS = _lexicon(
    {
        1: "januar jänner jän jan january",
        2: "februar feber feb february",
        3: "märz mär mrz march mar",
        4: "april apr",
        5: "mai may",
        6: "juni juno jun june",
        7: "juli julei jul july",
        8: "august aug",
        9: "september sept sep",
        10: "oktober okt october oct",
        11: "november nov",
        12: "dezember dez december dec",
    }
)
NAMELIKE_MONTHS = word_set("jan april mai may june juni juli august march mar jun")
UNITS = _lexicon(
    {
        "second": "sekunde sekunden sek sec secs second seconds",
        "minute": "minute minuten minuterl min mins minutes minuten",
        "hour": "stunde stunden stündchen std stdn stund h hr hrs hour hours",
        "day": "tag tage tagen tg day days",
        "workday": "werktag werktage werktagen arbeitstag arbeitstage arbeitstagen workday workdays",
        "week": "woche wochen wo week weeks wk wks",
        "month": "monat monate monaten monats month months mth",
        "year": "jahr jahre jahren jahres year years yr yrs",
    }
)
LETTER_UNITS = {"s": "second", "m": "minute", "d": "day", "w": "week", "y": "year", "t": "day"}
WHOLE_SPANS = _lexicon(
    {
        (0, 0, 900): "viertelstunde viertelstündchen",
        (0, 0, 1800): "halbstunde halbestunde",
        (0, 0, 2700): "dreiviertelstunde",
        (0, 14, 0): "fortnight",
        (0, 0, 43200): "halbtag",
        (3, 0, 0): "vierteljahr",
        (6, 0, 0): "halbjahr halbesjahr",
        (9, 0, 0): "dreivierteljahr",
    }
)
PERIODS = _lexicon(
    {
        "week": "woche week",
        "month": "monat monats month monates",
        "quarter": "quartal quartals quarter",
        "year": "jahr jahres jahrs year",
        "weekend": "wochenende wochenendes weekend",
    }
)
EDGES = _lexicon(
    {"start": "anfang beginn start beginning", "middle": "mitte middle mid", "end": "ende end schluss"},
)
EDGE_WORDS = {
    word: (unit, edge)
    for stem, unit in (("wochen", "week"), ("monats", "month"), ("quartals", "quarter"), ("jahres", "year"))
    for tail, edge in (
        ("anfang", "start"),
        ("beginn", "start"),
        ("mitte", "middle"),
        ("ende", "end"),
        ("schluss", "end"),
    )
    if (word := stem + tail) != "wochenende"
} | {"eow": ("week", "end"), "eom": ("month", "end"), "eoy": ("year", "end")}
SHIFTS = _lexicon(
    {
        "this": "diese dieser diesen diesem dieses this",
        "coming": "kommende kommenden kommender kommendem kommendes coming upcoming",
        "next": "nächste nächsten nächster nächstem nächstes nächst next nexten folgende folgenden following nexts nxt",
        "after_next": "übernächste übernächsten übernächster übernächstem übernächstes",
        "last": "letzte letzten letzter letztem letztes vergangene vergangenen vergangener vorige vorigen voriger "
        "last past previous vorletzte vorletzten",
    }
)
HOLIDAYS = {
    "weihnachten": (12, 25), "christmas": (12, 25), "heiligabend": (12, 24), "silvester": (12, 31), "nikolaus": (12, 6),
    "neujahr": (1, 1), "xmas": (12, 25), "stefanitag": (12, 26), "neujahrstag": (1, 1), "sylvester": (12, 31),
}  # fmt: skip
MOVING_FEASTS = word_set(
    "ostern easter pfingsten fasching karneval advent ferien urlaub feiertagen feiertage holidays vacation thanksgiving"
)

# -- times of day ----------------------------------------------------------------------------------------------------

ADVERB_PARTS = _lexicon(
    {
        "morning": "frühmorgens morgens",
        "forenoon": "vormittags",
        "noon": "mittags lunchtime",
        "afternoon": "nachmittags",
        "evening": "abends spätabends",
        "night": "nachts",
        "eod": "eod cob",
    }
)
NOUN_PARTS = _lexicon(
    {
        "morning": "morgen früh frueh morning fruah",
        "forenoon": "vormittag forenoon",
        "noon": "mittag mittagszeit",
        "afternoon": "nachmittag afternoon arvo",
        "evening": "abend evening abnd",
        "night": "nacht night",
        "eod": "feierabend",
    }
)
PART_HOURS = {  # a default hour per part of the day: early, plain, late
    "morning": (7, 8, 10),
    "forenoon": (9, 10, 11),
    "noon": (12, 12, 13),
    "afternoon": (14, 15, 17),
    "evening": (17, 18, 21),
    "night": (20, 22, 23),
    "eod": (17, 17, 17),
}
EARLY = word_set("frühen früher frühe frühem zeitig early")
LATE = word_set("spät späten später späte spätem late")
TOGETHER = {
    day + part: (value, name)
    for day, value in (
        WEEKDAYS | {w: n for w, n in DAY_OFFSETS.items() if w in ("heute", "morgen", "uebermorgen")}
    ).items()
    for part, name in (NOUN_PARTS | ADVERB_PARTS).items()
    if day.endswith(("tag", "woch", "abend", "heute", "morgen"))
}
FIXED_CLOCKS = {"noon": 720, "midday": 720, "mitternacht": 1440, "midnight": 1440}
ZONES = {
    "utc": "UTC", "gmt": "UTC", "mez": "Europe/Berlin", "mesz": "Europe/Berlin", "cet": "Europe/Berlin",
    "cest": "Europe/Berlin", "bst": "Europe/London", "est": "America/New_York", "edt": "America/New_York",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "cst": "America/Chicago",
}  # fmt: skip

# -- small words -----------------------------------------------------------------------------------------------------

CLOCK_PREFIX = word_set("um ums gegen at ab punkt schlag pünktlich @")  # a bare number after these is an hour
SOFT_PREFIX = word_set(
    "bis by until till ca circa zirka etwa ungefähr rund about around roughly so spätestens frühestens genau exactly "
    "nach after kurz shortly right starting from"
)
RANGE_OPEN = word_set("von zwischen zw between from")
RANGE_WORDS = word_set("bis to oder or und and - – — / bzw till until through")
DAY_PREFIX = word_set(
    "am an on im in bis by until till ab zum zu den der dem des die das the of gegen before after nach vor vorm "
    "spätestens noch"
)
GREETINGS = word_set(
    "guten gute guter gutn schönen schöne schöner schönes good nice lovely great angenehmen frohe froher frohes "
    "fröhliche merry happy moin"
)
MORNING_LEFT = word_set("am der den dem jeden diesen diesem dieser eines vom zum heute gestern")
BEFORE = word_set("vor vorm before")
AFTER = word_set("nach nachm after")
NEGATORS = word_set("nicht not nie never kein keinen statt anstatt except außer minus")
TURNS = word_set("sondern but lieber instead rather stattdessen")
SINCE = word_set("seit since")
EVENTS = word_set(
    "termin termins treffen meeting webinar call telefonat gespräch event präsentation messe workshop demo zoom "
    "besprechung training schulung appointment presentation lunch dinner essen deadline frist rechnung angebot "
    "interview party kurs"
)
COUNTED = word_set(
    "euro euros eur chf franken dollar dollars usd cent prozent percent pct leute leuten personen kunden kundinnen "
    "leads kontakte kontakten partner partnern nachrichten mails emails anrufe calls punkte punkten "
    "stück times plätze plätzen sachen dinge dingen angebote angeboten termine terminen people persons clients "
    "customers contacts messages points things items seats neue neuen weitere weiteren mehr more new other andere "
    "anderen verschiedene jahre jahren years k kg km m2 teams folgen seiten pages flaschen gäste "
    "questions interessenten produkte bestellungen orders schritte steps deals aufträge reminders erinnerungen "
    "followups emails posts videos sterne stars grad degrees interessierte freunde friends of minuten minutes stunden "
    "hours tage tagen days wochen weeks monate months point time level once least"
)
JOINERS = word_set(
    ", ( ) - – — | dann noch then wieder aber erst but nur only ganz sehr gleich schon bereits direkt very bitte "
    "please nochmal genau mal doch"
)
LIST_WORDS = word_set("und and oder or bis to bzw sowie / & +")
CLAUSE_BREAKS = word_set(
    "dass daß weil wenn ob falls that because if whether while damit nachdem bevor während sondern"
) | set('.!?:;"„“”»«\n')
VAGUE = word_set(
    "später spaeter later bald soon demnächst irgendwann sometime someday gleich jetzt now sofort asap nachher "
    "eventually egal whenever"
)
VAGUE_AMOUNTS = word_set("paar einigen einige wenigen wenige mehreren mehrere few several couple some many vielen")
SAME_TIME = word_set("dieselbe diese selbe gleiche gleichen selben same this")
