"""Everyday spellings of Austria, Bavaria and Switzerland brought to the word the grammar knows.

A rule first (endings swallowed: "kundn", "startn", "zeign"), then the small words no rule explains. Verbs and names of
days have their dialect forms in their own classes. Only how a word is compared changes, never what is cut out.
"""

from __future__ import annotations

from agent.grammar import verbs
from agent.grammar.normalise import fold, words

_STANDARD = {
    word: fold(plain)
    for plain, forms in {
        "jetzt": "jetz jetza jetzad iatz iatzt jez jätz etz",
        "heute": "heit heid hüt hüd",
        "nichts": "nüt nünt nixn",
        "nicht": "nöd nöt nid ned net nich nichd",
        "mehr": "mea",
        "aber": "oba aba",
        "was": "wos wasn",
        "auch": "aa au ooch",
        "alles": "ois ollas",
        "alle": "olle ali alli",
        "schon": "scho schu",
        "noch": "no nu",
        "mit": "mitm mitn mim",
        "von": "vom vum vo vonn",
        "aus": "ausm ausn",
        "auf": "aufm aufn ufm",
        "bei": "bim beim bein bi",
        "über": "überm übern",
        "für": "fürn fürm füan fir fia fiar",
        "weil": "wöö wei",
        "haben": "hom ham händ",
        "ich": "icke ick",
        "leute": "lüt lüüt leit",
        "from": "outta outa",
        "hat": "hod hät",
        "ist": "isch ischt isn",
        "soll": "soi soit",
        "melden": "rührn riahn rüahrn",
        "und": "un unn ond",
        "bescheid": "bscheid bschaid bscheed",
    }.items()
    for word in words(forms)
    if word not in words("au no net vom beim bei")
}
_WHOLE = (
    verbs.WRITE
    | verbs.SEND
    | verbs.TELL
    | verbs.ASK
    | verbs.REMIND
    | verbs.START
    | verbs.STOP
    | verbs.SNOOZE
    | verbs.SHOW
    | verbs.NOTE
    | verbs.LEAD_NOUNS
    | verbs.REMINDER_NOUNS
    | verbs.NOTE_NOUNS
    | verbs.STAGES["customer"]
    | verbs.STAGES["partner"]
    | frozenset().union(*verbs.QUALITIES.values())
    | words("vergessen anrufen anruafen zurückrufen kommen machen treffen reden kundinnen")
)


def standard(norm: str) -> str | None:
    """The standard word of a dialect spelling, None when there is nothing to change."""
    plain = _STANDARD.get(norm)
    if plain is None and len(norm) > 4 and norm[-1] == "n" and norm[-2] not in "aeiou":
        long = norm[:-1] + "en"
        plain = long if long in _WHOLE else None
    return plain
