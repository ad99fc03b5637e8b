"""How an order begins: greeting, politeness, wishes and "don't forget to" before the act itself."""

from __future__ import annotations

from dataclasses import dataclass

from agent.grammar import words as w
from agent.grammar.common import COMMON
from agent.grammar.given import GIVEN
from agent.grammar.normalise import Line, words
from agent.grammar.verbs import PAST, SAY_SOMETHING, TYPOS

WISHES = words("""
    möchte will wollte mag hätte brauche brauch want need would i'd wünsche wünsch like bräuchte wett wuerd würde
""")


@dataclass(slots=True)
class Lead:
    """How a clause begins: ``at`` is its first word behind the politeness."""

    at: int
    polite: bool = False
    question: bool = False
    wish: bool = False
    keep: bool = False


def lead_in(line: Line, start: int, end: int) -> Lead:
    """Skips greeting, politeness and "don't forget to" before the act; ``keep`` marks such a doubled negation."""
    lead = Lead(start)
    while lead.at < end:
        i = lead.at
        a, b, c = line.norm(i), line.norm(i + 1), line.norm(i + 2)
        if (
            a in ("vergiss", "vergess", "vergisst", "vergesst", "forget")
            or (a in ("dont", "don't", "never") and b == "forget")
            or (a == "denk" and b in w.FILLERS | {"dran", "daran"})
        ):
            step, lead.keep = _forget(line, i, end)
            if not lead.keep:
                return lead
        elif a in ("not", "nicht") and b in ("vergessen", "forget"):
            step, lead.keep = 2, True
        elif a in ("make", "be") and b == "sure":
            step = 3 if c in ("to", "you", "that") else 2
        elif (a in ("du", "you", "hoer", "horch", "listen") and b == ",") or (
            a in ("alles", "all") and b in words("klar gut right")
        ):
            step = 2
        elif a in ("ich", "i") and b in ("bitt", "bitte", "beg") and c in words("di dich you"):
            step = 3
        elif (a in words("guten gute good guata") and b in w.CALENDAR) or (
            a in words("für for") and b in words("mich me mi")
        ):
            step = 2
        elif a in w.MODALS_BOT and b in ("du", "you", "u", "ihr", "me_", "d", "bitte"):
            step, lead.polite, lead.question = 2, True, True
            if line.norm(i + 2) in ("nicht", "not") and line.norm(i + 3) in (
                "mal",
                "bitte",
                "kurz",
                "schnell",
                "please",
            ):
                step = 4
            if line.norm(i + 2) == "mind" or (c in ("be",) and line.norm(i + 3) == "so"):
                step = 3
        elif a in words("kannst könntest könntst chasch kannt würdest") and b not in ("nicht", "man"):
            step, lead.polite, lead.question = 1, True, True
        elif a in ("du", "you") and b in words("kannst könntest sollst solltest musst can should could must darfst"):
            step, lead.polite = 2, True
        elif (
            a in ("sei", "bist", "waerst", "warst")
            and line.any(i, min(i + 5, end), words("lieb nett gut")) > 0
            and line.any(i, min(i + 7, end), words("und and")) > 0
        ):
            step, lead.polite = line.any(i, min(i + 7, end), words("und and")) - i + 1, True
        elif a in ("go", "geh") and (b in ("ahead", "bitte", ",") or b in SAY_SOMETHING):
            step = 3 if c == "and" else 2 if b in ("ahead", ",") else 1
        elif a in ("ich", "i", "i'd", "wir", "we") or (a in WISHES and b in ("ich", "i", "wir")):
            step = wish_length(line, i, end)
            if step == 0:
                return lead
            lead.wish = True
        elif (a in w.FILLERS and not (a == "halt" and i == start)) or a in ",!-.…" or a in ("dass", "that", "to"):
            step = 1
        else:
            return lead
        lead.at += step
    return lead


def _forget(line: Line, i: int, end: int) -> tuple[int, bool]:
    j = i
    negated = False
    while j < end and (
        line.norm(j)
        in w.FILLERS
        | words("""
            vergiss vergess vergisst forget denk dran daran an nicht not net ned don't dont never to , dass that ja
            nid
        """)
    ):
        negated = negated or line.norm(j) in w.NEGATIONS or line.norm(j) in ("dran", "daran")
        j += 1
    return max(j - i, 1), negated


def wish_length(line: Line, i: int, end: int) -> int:
    """Length of "ich möchte (gern), dass du" or "I'd like you to" and "ich will"; 0 when it is no wish."""
    j = i
    seen = False
    group = WISHES | words("ich i wir we gern gerne , dass that you u du to like love bitte auch noch jetzt please")
    while j < end and line.norm(j) in group and j - i < 8:
        seen = seen or line.norm(j) in WISHES or line.norm(j) in ("i'd",)
        j += 1
    if (
        line.norm(i) in ("ich", "wir")
        and line.norm(i + 1) in ("wuerde", "wurde", "wuerd", "haette")
        and line.any(i, j, words("gern gerne")) < 0
    ):
        return 0
    if line.norm(i) in ("i", "we") and line.norm(i + 1) == "would" and line.norm(i + 2) not in ("like", "love"):
        return 0
    return j - i if seen else 0


_CERTAIN = w.CLOSED | PAST | COMMON | GIVEN


def orders(norm: str, group: frozenset[str]) -> bool:
    """Whether a word is of a verb class, forgiving one slip of the finger."""
    if norm in group:
        return True
    mended = TYPOS.mend(norm) if norm not in _CERTAIN else None
    return mended is not None and mended in group
