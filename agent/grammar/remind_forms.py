"""The forms in which people ask to be reminded, and what may stand around their verb."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.polite import Lead

TO = words("an about abt bout of wegen zu für for bei with mit on ans regarding bezüglich wägem")
BEGINS = words("daran dran dass daß that to zu : darüber drüber")


def thinks_of(line: Line, lead: Lead, k: int, end: int, found: list[tuple[int, int]]) -> bool:
    """ "Denk morgen an Tom", "um vier an Tom denken": a reminder when a time is said."""
    word = line.norm(k)
    if word not in words("denk denke denken") or not found or line.any(lead.at, end, words("an dran daran")) < 0:
        return False
    return k == lead.at or (word == "denken" and frame_only(line, lead.at, k, found))


def also(line: Line, at: int, end: int, found: list[tuple[int, int]]) -> list[int]:
    """ "… an Anna und übermorgen um 10 an Ben": where a further date with its own person begins."""
    joined = [
        k for k in range(at + 1, end) if line.norm(k) in ("und", "and", ",") and own_date(line, k + 1, end, found)
    ]
    first = next((a for a, _ in found if a > at), end)
    loose = [a for a, _ in found if a > first and own_date(line, a, end, found) and line.norm(a - 1) not in w.CLOSED]
    return sorted({*joined, *(a for a in loose if a - 1 not in joined)})


def own_date(line: Line, k: int, end: int, found: list[tuple[int, int]]) -> bool:
    about = words("an about of wegen")
    if line.norm(k) in about:
        who = person(line, k + 1, end)
        return who is not None and any(s[0] == who.end for s in found)
    for a, b in found:
        b += line.norm(b) in w.INDEFINITE | words("noch eine")
        if a == k and line.norm(b) in about and person(line, b + 1, end):
            return True
    return False


def recurring(line: Line, start: int, end: int) -> bool:
    """ "alle zwei Tage", "every Monday", "täglich": one reminder would be the wrong act."""
    if line.any(start, end, words("täglich wöchentlich monatlich stündlich daily weekly monthly hourly")) >= 0:
        return True
    return any(
        line.norm(k) in words("alle jeden jede jedes every each")
        and any(line.norm(j) in w.CALENDAR for j in (k + 1, k + 2))
        for k in range(start, end)
    )


def not_forgotten(line: Line, start: int, end: int) -> int:
    """ "Lass mich nicht vergessen, …", "don't let me forget to …": position of "forget", -1 without."""
    i = start + 1 if line.norm(start) in w.NEGATIONS else start
    if line.norm(i) not in words("lass lasse let") or line.norm(i + 1) not in w.SELF_OBJECT:
        return -1
    at = line.any(i, end, words("vergessen forget vergess"))
    return at if at > 0 and line.any(start, at, w.NEGATIONS) >= 0 else -1


def frame_only(line: Line, start: int, at: int, found: list[tuple[int, int]]) -> bool:
    """Whether only dates, politeness, "mich" and "an NAME" stand before the verb."""
    k = start
    while k < at:
        span = next((s for s in found if s[0] <= k < s[1]), None)
        if span:
            k = span[1]
        elif line.norm(k) in TO | words("an a"):
            who = person(line, k + 1, at)
            k = who.end if who else at if line.norm(k + 1) in w.ARTICLES else k + 1
        elif (
            line.norm(k)
            in w.FILLERS
            | w.SELF_OBJECT
            | w.NEGATIONS
            | words(", will möchte ich i want to like would need be werden du an den die das")
            or line.norm(k) in w.CALENDAR | BEGINS
        ):
            k += 1
        else:
            return False
    return True
