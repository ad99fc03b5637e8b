"""Where a date stands in a sentence: token ranges around the spans that ``store.dates`` finds.

The words of the span are passed on unresolved; the tool turns them into a time or asks back.
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.normalise import Line, words
from agent.grammar.polite import orders
from agent.grammar.verbs import REMIND
from store import dates

_LEADS = words("am um an at on in for für auf to bis until by gegen ab von der den dem the")
_HINTS = dates.HINTS | w.CALENDAR | w.NUMBER_WORDS | words("später bald gleich later soon")
_CLOCKS = words("um ums at gegen ab halb viertel dreiviertel half quarter by hoiba halbi am punkt so ca")
VAGUE = words("später bald irgendwann mal later soon sometime demnächst")


def spans(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    """The dates in tokens [start, end) as token ranges in order; cheap when no calendar word or digit stands there."""
    if not any(
        t.kind == "number" or t.norm in _HINTS or "tag" in t.norm or "woch" in t.norm for t in line.tokens[start:end]
    ):
        return []
    offset = line.tokens[start].start
    found: list[tuple[int, int]] = []
    for when in dates.find_all(_readable(line, start, end), line.now, line.zone):
        inside = [
            k
            for k in range(start, end)
            if line.tokens[k].end > offset + when.start and line.tokens[k].start < offset + when.end
        ]
        if inside and (not found or inside[0] >= found[-1][1]):
            found.append((inside[0], inside[-1] + 1))
    return found


def _readable(line: Line, start: int, end: int) -> str:
    """The text with a dialect "mi" (mich, short for Wednesday elsewhere) and people called Mo, Jan or Mai blanked out.

    Places stay true.
    """
    text, offset = line.cut(start, end), line.tokens[start].start
    for k in range(start, end):
        mich = line.norm(k) == "mi" and (orders(line.norm(k - 1), REMIND) or line.norm(k - 1) in w.MODALS_BOT)
        if mich or (line.tokens[k].contact and line.norm(k) in _HINTS):
            at, size = line.tokens[k].start - offset, len(line.tokens[k].text)
            text = text[:at] + " " * size + text[at + size :]
    return text


def said(line: Line, ranges: list[tuple[int, int]]) -> str | None:
    """The words of a date that may be said in two places ("morgen … um 9"), None for no date."""
    merged: list[tuple[int, int]] = []
    for one in ranges:
        if merged and (merged[-1][1] == one[0] or all(line.norm(k) == "," for k in range(merged[-1][1], one[0]))):
            merged[-1] = (merged[-1][0], one[1])
        else:
            merged.append(one)
    return " ".join(line.cut(a, b) for a, b in merged) or None


def is_clock(line: Line, span: tuple[int, int]) -> bool:
    """Whether a span is a time of day only ("um 9", "4pm", "halb vier"), which completes a day said elsewhere."""
    normed = [line.norm(k) for k in range(*span)]
    if any(
        word in w.CALENDAR - words("uhr pm o'clock früh abend mittag nachmittag vormittag noon midnight halbe min h")
        for word in normed
    ):
        return False
    return normed[0] in _CLOCKS or normed[0][:1].isdigit() or "uhr" in normed or normed[0] in w.NUMBER_WORDS


def tells_clock(line: Line, span: tuple[int, int]) -> bool:
    """Whether a span holds a time of day, with or without its day."""
    return is_clock(line, span) or _has_clock(line, span) or line.norm(span[0]) in _CLOCKS


def choose(line: Line, found: list[tuple[int, int]], content: int) -> list[tuple[int, int]]:
    """Which spans say when: those before ``content`` (where the note begins), else any; day and clock go together."""
    if not found:
        return []
    frame = [s for s in found if s[0] < content] or found
    day = next((s for s in frame if not is_clock(line, s)), None)
    clock = next((s for s in frame if is_clock(line, s)), None)
    if day is None or clock is None:
        return [day or clock or frame[0]]
    return sorted((day, clock)) if not _has_clock(line, day) else [day]


def _has_clock(line: Line, span: tuple[int, int]) -> bool:
    normed = [line.norm(k) for k in range(*span)]
    return any(word in words("um at uhr pm am o'clock") and k > 0 for k, word in enumerate(normed)) or any(
        ":" in word for word in normed
    )
