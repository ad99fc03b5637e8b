"""E-mails with a subject: "Mail an Tom, Betreff Angebot: Hallo Tom …", "email Emily, subject …, text: …"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in
from agent.grammar.segment import text_end

_MAIL = words("mail mails email emails e-mail e-mails maile mailen emailen mailing emailing")
_SUBJECT = words("betreff subject betreffzeile betr")
_LINK = words("ist lautet is : - – = ,")
_LABEL = words("""
    text inhalt body message nachricht mit dem der with the und and schreib schreibe say sag says saying sagt words
    worten folgendem folgenden following as als content
""")


def read_mail(line: Line, start: int, end: int) -> Found | None:
    """send_email where a subject is named; mails without one are read like any other message."""
    i = lead_in(line, start, end).at
    marker = line.any(i, end, _SUBJECT)
    if marker < 0 or line.any(i, marker, _MAIL) < 0:
        return None
    who = search(line, i, marker)
    if line.any(i, marker, w.NEGATIONS) >= 0:
        return Found((), text_end(line, marker + 1, explicit=True), "negated")
    name = bare(who.text) if who is not None and who.text else None
    if name is None and line.any(i, marker, w.HIM_OR_HER) >= 0:
        name = line.focus
    subject, after = _subject(line, marker + 1)
    begin = _behind_labels(line, after)
    stop = text_end(line, begin, explicit=True) if begin < len(line.tokens) else begin
    line.focus = name or line.focus
    return Found((request("send_email", lead=name, subject=subject, body=_body(line, begin, stop)),), max(stop, end))


def _subject(line: Line, i: int) -> tuple[str | None, int]:
    """The subject and where it ends: in quotation marks, else up to a colon, a line's end or "Text"."""
    while line.norm(i) in _LINK:
        i += 1
    if i < len(line.tokens) and line.tokens[i].kind == "open":
        close = line.partner(i)
        return line.raw[line.tokens[i].end : line.tokens[close].start].strip() or None, close + 1
    stop = i
    while stop < len(line.tokens) and line.norm(stop) not in (":", "\n"):
        if line.norm(stop) == "body" and stop > i:
            break
        if line.norm(stop) in (",", ".", ";", "und", "and", "mit") and _labels(line, stop + 1):
            break
        stop += 1
    last = stop
    while last > i and line.norm(last - 1) in _LABEL | {","} and stop < len(line.tokens) and line.norm(stop) == ":":
        last -= 1
    return line.cut(i, last).strip(" ,.") or None, stop


def _labels(line: Line, i: int) -> bool:
    """Whether "Text:" or "body:" follows, with nothing but its small words before the colon."""
    k = i
    while line.norm(k) in _LABEL:
        k += 1
    return k > i and (line.norm(k) == ":" or (k < len(line.tokens) and line.tokens[k].kind == "open"))


def _behind_labels(line: Line, i: int) -> int:
    while i < len(line.tokens) and (line.norm(i) in {":", "\n", ",", ".", ";", "body"} or _labels(line, i)):
        i += 1
    return i


def _body(line: Line, i: int, stop: int) -> str | None:
    if i < stop and line.tokens[i].kind == "open":
        close = line.partner(i)
        return line.raw[line.tokens[i].end : line.tokens[close].start].strip() or None
    return line.cut(i, stop).strip() or None
