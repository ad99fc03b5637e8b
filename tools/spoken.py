"""Whether a rep's own words order a decision on an approval. PURE.

A model may pass on what was said; it never decides (SAFETY wall 5). So from free text a decision counts only when a
stretch of the message that is nothing but such an order says it, with the number it is about.
"""

from __future__ import annotations

import re
from typing import Literal

from store.folding import fold

Action = Literal["approve", "change", "reject"]


def _words(said: str) -> frozenset[str]:
    return frozenset(part for word in said.split() for part in fold(word).split())


_VERBS: dict[str, frozenset[str]] = {
    "approve": _words(
        "genehmige genehmig genehmigen genehmigt freigeben freigegeben gib frei freigabe geben bestätige "
        "bestätigen ok okay passt "
        "raus rausschicken absenden abschicken send senden sende schick schicke schicken approve approved "
        "approving accept "
        "accepted akzeptiere akzeptieren abnicken durchwinken freischalten ja yes confirm release go"
    ),
    "reject": _words(
        "ablehnen abgelehnt lehne lehn reject rejected rejecting verwerfen verwirf verwerfe verworfen decline "
        "declined discard "
        "discarding löschen lösche lösch streiche streich weg delete dismiss nein no ab drop cancel"
    ),
    "change": _words(
        "ändere änder ändern change changing umschreiben umformulieren formuliere formulier anpassen passe überarbeite "
        "überarbeiten edit rewrite revise adjust bearbeite bearbeiten mach make korrigiere um an to so neu"
    ),
}
_ALL = _words("alle allen alles all both beide everything")
_BUT = _words("außer ausser except but bis auf ohne without")
_FILLERS = _words(
    "die den das der dem bitte nummer nr no number entwurf entwürfe vorschlag vorschläge antwort nachricht karte "
    "draft drafts "
    "approval approvals proposal message reply the please und and mal doch jetzt now noch kannst könntest du can "
    "could you mir "
    "für for it es sie them so den gerne just einfach ist is one diese diesen this that these"
)
_NEXT = _words("und and dann then danach außerdem also")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[.;:!?,\n–-]")


def orders(said: str, action: Action, number: int | None, *, everything: bool = False) -> bool:
    """Whether ``said`` orders ``action`` on approval ``number``, on all (``everything``), or on the only one (None).

    Without a number the whole message must be nothing but the order.
    """
    known = _VERBS[action] | _FILLERS | _ALL | _BUT
    runs = _runs(said.lower(), known)
    if number is None and not everything:
        return len(runs) == 1 and runs[0].whole and bool(runs[0].words & _VERBS[action])
    for run in runs:
        named = str(number) in run.words if number is not None else bool(run.words & _ALL)
        if run.bounded and named and (action == "change" or run.words & _VERBS[action]):
            return True
    return False


def all_but(said: str) -> bool:
    """Whether a message is nothing but "all", with or without exceptions: an answer to "shall it go?"."""
    tokens = [part for part in _TOKEN.findall(said.lower()) if part.isdigit() or part[0].isalpha()]
    folded = [part if part.isdigit() else fold(part) for part in tokens]
    known = _ALL | _BUT | _FILLERS
    return any(part in _ALL for part in folded) and all(part.isdigit() or part in known for part in folded)


class _Run:
    """A stretch of known words: where it ends on both sides decides whether it stands for itself."""

    def __init__(self, words: frozenset[str], *, bounded: bool, whole: bool) -> None:
        self.words, self.bounded, self.whole = words, bounded, whole


def _runs(said: str, known: frozenset[str]) -> list[_Run]:
    tokens = [part if part.isdigit() or not part[0].isalpha() else fold(part) for part in _TOKEN.findall(said)]
    fits = [part.isdigit() or part == "," or part in known for part in tokens]
    marks = [not part[0].isalnum() for part in tokens]
    runs: list[_Run] = []
    start = 0
    while start < len(tokens):
        if not fits[start]:
            start += 1
            continue
        end = start
        while end < len(tokens) and fits[end]:
            end += 1
        before = start == 0 or marks[start - 1]
        after = end == len(tokens) or marks[end] or tokens[end - 1] in _NEXT or tokens[end - 1] == ","
        whole = before and after and all(fit or mark for fit, mark in zip(fits, marks, strict=True))
        runs.append(_Run(frozenset(tokens[start:end]), bounded=before and after, whole=whole))
        start = end
    return runs


def without(part: str, whole: str) -> str:
    """``whole`` with the last occurrence of ``part`` cut out (spaces folded), or ``whole`` when it is not in there."""
    flat, needle = " ".join(whole.split()), " ".join(part.split())
    place = flat.rfind(needle) if needle else -1
    return flat if place < 0 else f"{flat[:place]} {flat[place + len(needle) :]}".strip()


def numbers(said: object) -> frozenset[int]:
    """Every number in "2, 6", "#3 und 4", 5 or [1, "2"]."""
    if isinstance(said, (list, tuple)):
        return frozenset(number for item in said for number in numbers(item))
    return frozenset(int(found) for found in re.findall(r"\d{1,18}", str(said or "")))


def numbers_said(said: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", said))
