"""People correct themselves: "um 10, nein, um 11", "schreib Anna, nein warte, schreib Carla", "nicht …, sondern …".

What was taken back is left out of the tokens before anything else is read; offsets into the text stay true.
"""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.segment import order_starts
from agent.grammar.ways import CHANNEL_WORDS

_BACK = words("""
    nein ne nee nö no sorry quatsch halt stopp stop warte wart wait moment korrektur falsch scratch actually ups oops
    äh ähm öh blödsinn mist ach oh
""")
_FILL = words(
    "warte wart wait moment doch lieber besser ich i meine mein mean meinte that sorry mal eher rather , - – …"
)
_RATHER = words("sondern stattdessen instead")
_ABOUT = words("an about für for bei mit with wegen")
_MOST = 20
_WINDOW = 12


def corrected(line: Line, turns: int = 5) -> Line:
    """The line without what its writer takes back at once; nothing behind the first colon or quotation is touched.

    At most ``turns`` corrections are followed, each within a window of words, so that hostile text stays cheap.
    """
    if turns == 0:
        return line
    stop = next(
        (k for k, token in enumerate(line.tokens) if token.kind == "open" or token.norm == ":"), len(line.tokens)
    )
    aside = _aside(line, stop)
    if aside:
        a, b = aside
        return corrected(Line(line.raw, line.tokens[:a] + line.tokens[b:], line.focus, line.now, line.zone), turns - 1)
    begin = 0
    seen = 0
    for k in range(1, stop - 1):
        if line.norm(k) in (".", "!", "?", "\n"):
            begin = k + 1
        elif line.norm(k) in _BACK | _RATHER and k > begin:
            seen += 1
            if seen > _MOST:
                break
            dropped = _taken_back(line, begin, k, stop)
            if dropped:
                a, b = dropped
                return corrected(
                    Line(line.raw, line.tokens[:a] + line.tokens[b:], line.focus, line.now, line.zone), turns - 1
                )
    return line


def _aside(line: Line, stop: int) -> tuple[int, int] | None:
    """ "Lena Fuchs (die Yogalehrerin)": a few words in brackets behind a name say nothing that is asked for."""
    for k in range(1, stop):
        if line.norm(k) == "(" and line.tokens[k - 1].capital:
            close = next((j for j in range(k + 1, min(k + 8, stop)) if line.norm(j) == ")"), 0)
            inside = range(k + 1, close)
            if close and not any(line.tokens[j].kind != "word" or line.norm(j) in CHANNEL_WORDS for j in inside):
                return k, close + 1
    return None


def _taken_back(line: Line, begin: int, k: int, stop: int) -> tuple[int, int] | None:
    """The token range that the word at ``k`` takes back, itself included."""
    after = k + 1
    while after < stop and line.norm(after) in _FILL | _BACK:
        after += 1
    if after >= stop:
        return None
    anew = order_starts(line, after, len(line.tokens), strict=False)
    if line.norm(k) in _RATHER:
        refused = line.any(begin, k, w.NEGATIONS) >= 0
        return (begin, after) if refused and anew else None
    if anew and order_starts(line, begin, k, strict=False):
        return begin, after
    return _other_time(line, begin, k, after, stop) or _other_person(line, begin, k, after, stop)


def _other_time(line: Line, begin: int, k: int, after: int, stop: int) -> tuple[int, int] | None:
    """ "um 10 nein um 11": two times of the same kind with nothing but the correction between them."""
    edge = k
    while edge > begin and line.norm(edge - 1) in _FILL | _BACK:
        edge -= 1
    said = times.spans(line, max(begin, edge - _WINDOW), edge)
    meant = times.spans(line, after, min(stop, after + _WINDOW))
    if not said or not meant or said[-1][1] != edge or meant[0][0] != after:
        return None
    clocks = [times.is_clock(line, said[-1]), times.tells_clock(line, meant[0])]
    return (said[-1][0], after) if all(clocks) or not clocks[0] else None


def _other_person(line: Line, begin: int, k: int, after: int, stop: int) -> tuple[int, int] | None:
    """ "… an Lena, ach nee, an Paul": two people behind the same little word."""
    edge = k
    while edge > begin and line.norm(edge - 1) in _FILL | _BACK:
        edge -= 1
    meant = person(line, after + 1, stop, pronouns=False) if line.norm(after) in _ABOUT else None
    for start in range(max(begin, edge - 5), edge):
        said = person(line, start + 1, edge, pronouns=False) if line.norm(start) == line.norm(after) else None
        if meant is not None and said is not None and said.end == edge:
            return start, after
    return None
