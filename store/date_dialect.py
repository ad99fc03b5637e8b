"""Dialect and chat spellings of words the date grammar knows: Austrian, Bavarian, Swiss."""

from __future__ import annotations

from store.date_words import word_set

DIALECT = {
    form: word
    for word, forms in {
        "um": "umma",
        "acht": "ochte ocht",
        "fünf": "fümfe fimfe fümwe",
        "sieben": "simme siemne simne",
        "neun": "neine neini",
        "zehn": "zene",
        "halb": "hlab habl hoiba hoibe hoib halba hoiwa halbi halwa holb hoib",
        "viertel": "viertl vierdl viertu vierterl vertel",
        "dreiviertel": "dreiviertl dreivierdl drüviertel dreivirtel",
        "mittag": "mittog middog",
        "mittags": "zmittag z'mittag",
        "abends": "znacht z'nacht zabig",
        "nachmittag": "nachmittog namittag nomittag nomittog nochmittag",
        "vormittag": "vormittog vormettag",
        "abend": "obend obed abig",
        "frueh": "fria friah früeh fruah",
        "uebermorgen": "iwamoagn übermoagn iwermorgn übermorga",
        "morgen": "moing moang morga",
        "heute": "heid hait hoid",
        "stunde": "stund schtund std",
        "stunden": "schtunde schtundn stundn",
        "wochen": "wochn wuche wuchä",
        "woche": "wochn wuch",
        "minuten": "minutn minute minüütli minütli",
        "tagen": "däg täg tägn",
        "naechste": "nögscht nöchschte nächschti nächscht nägscht naexte",
        "naechsten": "nächschte nögschte nöchsten",
        "one": "1ne",
    }.items()
    for form in word_set(forms)
    if form not in ("minute", "std", "fruah", "stund")
}
SWISS_HOURS = word_set("eis eins zwei zwöi drü vieri füfi sächsi sibni achti nüni zähni elfi zwölfi halbi")
"""Behind "am" an hour in Swiss German ("am achti"); a German day of the month ends differently ("am achten")."""
