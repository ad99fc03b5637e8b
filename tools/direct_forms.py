"""The closed classes and verb forms of German that direct speech turns on. PURE."""

from __future__ import annotations

import re

QUESTIONS = frozenset("ob wann wo wie wohin woher warum wieso weshalb womit was wieviel".split())
JOINS = frozenset("weil da wenn sobald damit obwohl falls bis bevor nachdem".split())
# Whom these words mean cannot be seen: the rep's hearer, several people, or a second clause.
RAW = frozenset(
    "du dich dir dein deine deinen deinem deiner euch euer eure ihnen und oder aber sondern dass daß "
    "jener diese".split()
)
MALE = frozenset("er ihm ihn sein seine seinen seinem seiner seines".split())
FEMALE = frozenset("sie ihr ihre ihren ihrem ihrer ihres".split())
POSSESSIVE = re.compile(r"(?:ihr|sein)(|e|en|em|er|es)")
PREPOSITIONS = frozenset(
    "an auf aus bei beim bis durch für fuer gegen hinter in im ins mit nach neben ohne seit über ueber um unter von "
    "vom vor wegen zu zum zur zwischen ab am".split()
)
LINKS = PREPOSITIONS - frozenset("am um ab bis seit".split())  # may go on with the noun before them
BEFORE_DATIVE = frozenset("bei mit von zu aus nach seit".split())
DETERMINERS = frozenset(
    "der die das dem den ein eine mein meine unser unsere ihr ihre sein seine kein keine alle diese dieser".split()
)
ADVERBS = frozenset(
    "heute morgen übermorgen uebermorgen jetzt gleich bald später spaeter leider nicht noch schon erst gestern "
    "wieder da fertig doch auch gerade unterwegs hier dort immer nur sehr gut so dann nie vielleicht bereits "
    "pünktlich puenktlich heuer diesmal kurz trotzdem endlich gern gerne sicher bestimmt wirklich kostenlos".split()
)
_PRONOUNS = frozenset(
    "ich mich mir wir uns er sie es man sich ihm ihn ihr das dies alles nichts etwas was wer jemand niemand".split()
)
CLOSED = PREPOSITIONS | DETERMINERS | ADVERBS | _PRONOUNS | JOINS | QUESTIONS
WEEKDAYS = {
    day: day.capitalize()
    for day in "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag freidog montog sunndog".split()
}

_ICH = frozenset(
    "bin hab kann muss muß soll will darf mag weiß weiss war hatte wurde kam ging rief ließ liess fuhr sah nahm gab "
    "las blieb fand schrieb stand hielt bekam traf lag sprach".split()
)
_ER_ONLY = frozenset("ist hat wird".split())
_PLURAL = frozenset("sind waren haben hatten werden wurden".split())
AUXILIARIES = _ER_ONLY | frozenset(
    "bin habe hab haben sind war waren hatte hatten werde werden wird wurde wurden kann können muss müssen soll sollen "
    "will wollen darf dürfen würde würden könnte könnten".split()
)
_TO_DU = {
    "ist": "bist", "hat": "hast", "wird": "wirst", "kann": "kannst", "muss": "musst", "muß": "musst", "soll": "sollst",
    "will": "willst", "darf": "darfst", "mag": "magst", "war": "warst", "hatte": "hattest", "weiß": "weißt",
    "weiss": "weißt", "könnte": "könntest", "möchte": "möchtest", "würde": "würdest", "sollte": "solltest",
    "hält": "hältst",
}  # fmt: skip
_TO_SIE = {
    "ist": "sind", "hat": "haben", "wird": "werden", "kann": "können", "muss": "müssen", "muß": "müssen",
    "soll": "sollen", "will": "wollen", "darf": "dürfen", "mag": "mögen", "war": "waren", "hatte": "hatten",
    "weiß": "wissen", "weiss": "wissen", "könnte": "könnten", "möchte": "möchten", "würde": "würden",
    "sollte": "sollten", "gibt": "geben", "nimmt": "nehmen", "sieht": "sehen", "fährt": "fahren", "hält": "halten",
    "liest": "lesen", "trifft": "treffen", "spricht": "sprechen", "hilft": "helfen", "lässt": "lassen", "isst": "essen",
    "läuft": "laufen", "schläft": "schlafen", "gefällt": "gefallen", "trägt": "tragen", "fällt": "fallen",
}  # fmt: skip
# Verbs that part from a particle: with these stems "anrufe" is "rufe … an", while "antworte" stays whole.
_STEMS = (
    "ruf komm geh fahr schick meld mach hol bring zieh schau nehm nimm fall fäll seh sieh geb gib halt hält lad läd "
    "lauf läuft fährt triff sprech sprich lass läss leg stell setz steh steig schließ sag frag hör probier fang fäng "
    "lern tausch biet wart zahl guck send schreib kling rechn richt wähl denk les lies "
    "schneid trag träg bau arbeit kauf"
).split()
_SPLIT = re.compile(
    r"(zurück|zurueck|vorbei|zusammen|weiter|bereit|heraus|herein|hin|her|nach|fest|frei|aus|auf|ein|vor|weg|mit|bei|los"
    r"|zu|ab|an)((?:" + "|".join(sorted(_STEMS, key=len, reverse=True)) + r")(?:e|en|st|t|et|te|ten|n)?)"
)


def separated(verb: str) -> tuple[str, str]:
    """ "anrufe" -> ("rufe", "an"); a verb that does not part gives ("…", "")."""
    found = _SPLIT.fullmatch(verb)
    return (found[2], found[1]) if found else (verb, "")


def finite(verb: str) -> bool:
    """Whether a clause's last word can be its finite verb at all."""
    whole = separated(verb)[0]
    known = _ICH | frozenset(_STEMS) | _ER_ONLY | _PLURAL | AUXILIARIES
    return whole in known or (verb not in CLOSED and re.search(r"(?:e|t|en|ln|rn)$", whole) is not None)


def agrees(subject: str, verb: str) -> bool:
    """Whether the verb's form goes with its subject: ich …e, wir …en, er or sie …t; a noun's may be either."""
    stem = separated(verb)[0]
    if verb in CLOSED:
        return False
    if subject == "ich":
        return stem in _ICH or stem in _STEMS or stem.endswith("e")
    if subject == "wir":
        return stem in _PLURAL or stem.endswith(("en", "ln", "rn"))
    if subject in ("er", "sie"):
        return stem in _TO_DU or (stem.endswith("t") and stem not in _PLURAL)
    return finite(verb)


def to_du(verb: str) -> str | None:
    """The form for "du" of one for "er": kommt -> kommst, wartet -> wartest; None when it is none."""
    if verb in _TO_DU:
        return _TO_DU[verb]
    if verb.endswith(("sst", "ßt", "zt", "xt", "st")):
        return verb
    return verb[:-1] + "st" if verb.endswith("t") else None


def to_sie(verb: str) -> str | None:
    """The form for "Sie" of one for "er": kommt -> kommen; None for a strong verb that is not known."""
    if verb in _TO_SIE:
        return _TO_SIE[verb]
    if not verb.endswith("t") or re.search(r"ä|äu|ie\w?t$", verb):
        return None
    stem = verb[:-2] if verb.endswith(("tet", "det")) else verb[:-1]
    return stem + "en"
