"""Half sentences that lean on the one before: "Wie heiß ist Ben, und was ist mit Carla?", "… und der von Tom auch"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, Request
from agent.grammar.names import Person, bare, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import row, told_too
from agent.grammar.segment import JOINTS, text_end

_REPEATED = ("score_lead", "stop_sequence", "start_sequence", "complete_reminder", "explain")
_TOLD = ("send_message", "send_whatsapp")
_OPENERS = (
    ("was", "ist", "mit"), ("wie", "ist", "es", "mit"), ("und", "bei"), ("what", "about"), ("how", "about"),
    ("der", "von"), ("die", "von"), ("das", "von"), ("den", "von"), ("dasselbe", "bei"), ("das", "gleiche", "bei"),
    ("das", "gleiche", "fuer"), ("dasselbe", "fuer"), ("same", "for"), ("the", "same", "for"), ("auch", "bei"),
)  # fmt: skip
_AS_WELL = words("auch too a aa au ebenfalls also")
_BEHIND = w.FILLERS | words("a aa au auch too as well ? . ! ,")


def leaning(line: Line, start: int, end: int) -> Person | None:
    """The person such a half sentence names, None when it is something else."""
    i = start
    while i < end and line.norm(i) in JOINTS | words(", na ja"):
        i += 1
    opened = next((len(one) for one in _OPENERS if tuple(line.norm(i + k) for k in range(len(one))) == one), 0)
    i += opened
    if not opened and line.norm(i) in words("bei für mit von an for with"):
        i += 1
    who = person(line, i, end) if i < end else None
    if who is None or who.text is None or (not opened and i == start):
        return None
    stop = max((p.end for p in row(line, who.end, end)), default=who.end)
    return who if all(line.norm(k) in _BEHIND for k in range(stop, end)) else None


def read_leaning(line: Line, start: int, end: int, last: Request | None) -> Found | None:
    """The act before once more, for the people named here; a message of its own for somebody else."""
    other = told_too(line, start, end) if last is not None and last.tool in _TOLD else None
    if other is not None and last is not None:
        stop = min(text_end(line, other.end + 1, explicit=False), end)
        line.focus = bare(other.text or "")
        told = {"lead": line.focus, "text": line.cut(other.end + 1, stop).strip(" ,.")}
        field = "message" if "message" in last.arguments else "text"
        direct = line.norm(other.end) == ":"
        more = {} if direct else {"indirect": True}
        return Found((Request(last.tool, {"lead": told["lead"], field: told["text"], **more}),), stop)
    same = last is not None and last.tool == "update_lead" and line.any(start, end, _AS_WELL) > 0
    who = leaning(line, start, end) if same or (last is not None and last.tool in _REPEATED) else None
    if who is None or last is None:
        return None
    people = [who, *row(line, who.end, end)]
    line.focus = who.text
    made = (Request(last.tool, {**last.arguments, "lead": bare(p.text or "")}) for p in people)
    return Found(tuple(made), end)
