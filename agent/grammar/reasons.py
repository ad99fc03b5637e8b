"""Where an order goes on to explain itself."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import FINITE, VERBS
from agent.grammar.normalise import Line, words
from agent.grammar.segment import INFINITIVES

_SUBJECTS = words("er sie es ich wir der die das he she it i we they")
_ENDED = words("anhalten rausnehmen canceln absagen stornieren verschieben streichen")
_BECAUSE = words("weil da denn because since sonst")


def reason_at(line: Line, start: int, end: int) -> int:
    """Where an order goes on to explain itself (", er hat keine Lust mehr", ", because …"), else ``end``."""
    for k in range(start + 2, end - 2):
        subject = line.norm(k + 1) in _SUBJECTS and line.norm(k + 2) in w.AUXILIARIES | w.MODALS_SELF | FINITE | VERBS
        ordered = line.norm(k - 1) in INFINITIVES or line.norm(k - 1) in _ENDED
        if (
            ordered
            and line.norm(k) in _BECAUSE | words("der die er sie ich")
            and (line.norm(k + 1).endswith("t") or line.norm(k + 1) in w.AUXILIARIES)
        ):
            return k  # "… anhalten der nervt sonst"
        if line.norm(k) in (",", "-", "–") and (subject or line.norm(k + 1) in _BECAUSE):
            return k
    return end
