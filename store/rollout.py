"""How far a team lets the bot answer by itself, stage by stage, and when it has to go back (MISSION D9). PURE.

1 ``one``      drafts for one member, to try it out
2 ``drafts``   drafts for everybody; each waits for a tap
3 ``low``      answers that cost nobody anything go out by themselves: no offer, no high tier, sure enough
4 ``auto``     what the approval rules let pass goes out by itself (offers under the threshold too)

No stage at all leaves it to each conversation's own mode. A stage never opens more than the gate allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ONE, DRAFTS, LOW, AUTO = 1, 2, 3, 4
STAGES: Final = (ONE, DRAFTS, LOW, AUTO)
ENOUGH = 10  # decided drafts or sent answers before a share says anything
HARMED = 3  # opt-outs and angry answers that are no accident any more
HARMED_SHARE = 0.10
REWORKED_SHARE = 0.40


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the bot's words since a stage began, counted from rows.

    ``as_is``, ``edited`` and ``rejected`` are drafts a person decided, ``auto`` answers that went by themselves,
    ``angry`` leads who answered the bot's words in a negative tone, ``opted_out`` those who then wanted no
    more (nobody is in both).
    """

    as_is: int = 0
    edited: int = 0
    rejected: int = 0
    auto: int = 0
    angry: int = 0
    opted_out: int = 0

    @property
    def decided(self) -> int:
        return self.as_is + self.edited + self.rejected

    @property
    def sent(self) -> int:
        return self.auto + self.as_is + self.edited

    @property
    def harmed(self) -> int:
        return self.angry + self.opted_out


def effective(mode: str, *, chosen: bool, stage: int | None, pilot: bool) -> str:
    """How the bot may answer in a conversation: off, draft_only, auto_low or auto.

    ``mode`` is the conversation's own, ``chosen`` whether a person set it; ``pilot`` whether its rep tries it out.
    A person's own off and draft_only always hold; a stage is the ceiling of auto.
    """
    if mode == "off" or stage is None:
        return mode
    if stage == ONE:
        return "draft_only" if pilot else "off"
    if stage == DRAFTS or (chosen and mode == "draft_only"):
        return "draft_only"
    return "auto_low" if stage == LOW else "auto"


def worse(found: Figures) -> str | None:
    """Why the figures say "not yet": ``harm`` (opt-outs, angry answers) or ``rework``; None while they do not."""
    if found.harmed >= HARMED and found.harmed > HARMED_SHARE * found.sent:
        return "harm"
    if found.decided >= ENOUGH and found.edited + found.rejected > REWORKED_SHARE * found.decided:
        return "rework"
    return None


def ready(found: Figures) -> bool:
    """Whether there is enough to go on with, and nothing speaks against it."""
    return found.sent >= ENOUGH and worse(found) is None
