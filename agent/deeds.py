"""Typed words for what the buttons of a card do: "nächster", "lass ihn weg", "raus damit", "erst morgen". PURE.

A card stands open for a while and is no question, so only words that can mean nothing else count: "ok" and "super"
may speak of anything and send nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from store.folding import fold

_DEEDS: Mapping[tuple[str, ...], str] = {
    ("approve", "send"): """
        ja jo jap jep yes yep yeah senden send sende schick schicke schicks abschicken absenden raus rausschicken
        rausgeben mach machs hau
        """,
    ("skip",): """
        nein nee noe no nope ueberspringen ueberspring ueberspringe skip auslassen weglassen weg lass lasse leave
        naechster naechste naechsten naechstes next weiter pass passen ignorier ignorieren ignore
        """,
    ("later",): "spaeter later jetzt now verschieben verschieb verschiebe schieb postpone snooze",
    ("change",): "aendern aendere aender change edit bearbeiten umformulieren umschreiben anders rewrite",
    ("stop",): "stopp stop halt stoppen aufhoeren schluss abbrechen abbruch cancel genug enough",
    ("rest", "go"): "rest restlichen uebrigen anderen others alle all alles everyone",
    ("each",): "einzeln einzelne nacheinander individually",
    ("called", "done"): "angerufen telefoniert called phoned erledigt done",
}
_BY_WORD = {word: actions for actions, words in _DEEDS.items() for word in words.split()}
_NOT = frozenset("nicht not kein keine dont".split())
_AROUND = frozenset(
    """
    den die das der dem ihn sie ihm ihr es ich du wir mir him her it this that one the them they to ihnen
    bitte please mal lieber doch erst noch so dann und and damit hier gleich auch ab los go ahead with do
    eine for an am zu schon hab habe have i just kurz gut ok okay passt klar perfekt super karte card person nochmal
    kontakt nachricht message text danke thanks heute today aus out
    """.split()
)
_MOST = 7  # words of an answer to a card
_SEND, _SKIP, _LATER, _FULLER = ("approve", "send"), ("skip",), ("later",), ("rest", "go")
_NOW = frozenset({"jetzt", "now"})
_TODAY = frozenset({"heute", "today"})


def action_of(text: str) -> tuple[str, ...] | None:
    """The actions a short text may mean, best first; None when it says anything else besides."""
    said = fold(text.replace("n't", " not")).split()
    if not 0 < len(said) <= _MOST or text.rstrip().endswith("?"):
        return None
    if any(word not in _BY_WORD and word not in _AROUND and word not in _NOT for word in said):
        return None
    meant = dict.fromkeys(_BY_WORD[word] for word in said if word in _BY_WORD)
    if not _NOT.isdisjoint(said):
        return _denied(set(said), set(meant))
    if _LATER in meant and not _NOW.isdisjoint(said):
        del meant[_LATER]  # "jetzt raus damit": only a denied now is later
    if _FULLER in meant:
        meant.pop(_SEND, None)  # "alle anderen senden"
    return next(iter(meant)) if len(meant) == 1 else None


def _denied(said: set[str], meant: set[tuple[str, ...]]) -> tuple[str, ...] | None:
    """ "heute nicht", "nicht senden", "jetzt nicht"."""
    if meant == {_LATER} and not _NOW.isdisjoint(said):
        return _LATER
    return _SKIP if meant <= {_SKIP, _SEND} and (meant or not _TODAY.isdisjoint(said)) else None


def is_card(arguments: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a choice's options let somebody work: each has an action, and something can be left out or stopped."""
    actions = {str(one.get("action")) for one in arguments}
    return not actions.isdisjoint({"skip", "each"})


def place(text: str, arguments: Sequence[Mapping[str, Any]]) -> int | None:
    """The one option of a card that a short text means."""
    actions = action_of(text) if is_card(arguments) else None
    for wanted in actions or ():
        found = [n for n, one in enumerate(arguments) if one.get("action") == wanted]
        if len(found) == 1:
            return found[0]
    return None
