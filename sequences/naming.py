"""What people call a sequence: "die Ghost-Reaktivierung", "ghost reactivation", "Geister" find the same one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from collections.abc import Sequence as Several

from sequences.plan import Sequence

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
# Words that say "a sequence" in general or only hold a name together; they tell no two apart.
_IDLE = frozenset(
    """
    die der das den dem des ein eine einen einer the a an zum zur zu vom von fuer mit und to of for my meine meinen
    unsere our sequenz sequence sequenzen ablauf serie series kampagne campaign strecke flow programm program
    """.split()
)
_GLUED = ("sequenz", "sequence", "kampagne", "strecke", "serie")
_NEAR = 0.84


def fold(said: str) -> str:
    """Lower case, umlauts spelt out, everything but letters and digits a space, idle words gone."""
    plain = unicodedata.normalize("NFC", said).casefold().translate(_UMLAUTS)
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode())
    return " ".join(bare for word in words if (bare := _bare(word)) not in _IDLE)


def _bare(word: str) -> str:
    """German glues the idle word on: "reaktivierungssequenz" -> "reaktivierung"."""
    for tail in _GLUED:
        if word.endswith(tail) and len(word) > len(tail) + 3:
            stem = word.removesuffix(tail)
            return stem[:-1] if stem.endswith(("gs", "ts")) else stem
    return word


def key_of(name: str) -> str:
    """A machine word for a name: "First Contact to Partner" -> "first_contact_to_partner"; "" when nothing is left."""
    plain = unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "_".join(re.findall(r"[a-z0-9]+", ascii_only))[:64].strip("_")


def is_key(name: str) -> bool:
    """Whether a name already is a machine word: "different_angle", "v2"."""
    return re.fullmatch(r"[a-z][a-z0-9_]{0,79}", name) is not None


def aliases(sequence: Sequence) -> tuple[str, ...]:
    """Folded full names, most official first: machine name, titles, what the file says it is also called."""
    names = (sequence.name, *sequence.title.values(), *sequence.also_called)
    return tuple(dict.fromkeys(folded for folded in map(fold, names) if folded))


def find(said: str, sequences: Iterable[Sequence]) -> Several[Sequence]:
    """The sequences somebody may mean: one when it is clear, several to ask back, none when nothing is near.

    A full name wins over words that only occur in names, and those over names that are merely spelt alike.
    """
    wanted = fold(said)
    if not wanted:
        return ()
    names = {sequence.name: (sequence, aliases(sequence)) for sequence in sequences}
    for test in (_same, _words, _alike):
        hits = tuple(sequence for sequence, known in names.values() if any(test(wanted, name) for name in known))
        if hits:
            return hits
    return ()


def _same(wanted: str, name: str) -> bool:
    return wanted == name or wanted.replace(" ", "") == name.replace(" ", "")


def _words(wanted: str, name: str) -> bool:
    """All said words are in the name, or the whole name is among the said words."""
    said, known = set(wanted.split()), set(name.split())
    return said <= known or known <= said


def _alike(wanted: str, name: str) -> bool:
    def ratio(one: str, other: str) -> float:
        return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()

    if ratio(wanted.replace(" ", ""), name.replace(" ", "")) >= _NEAR:
        return True
    return all(len(word) > 3 and any(ratio(word, known) >= _NEAR for known in name.split()) for word in wanted.split())
