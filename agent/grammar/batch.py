"""Messages to many: "Schick allen warmen Leads: …", "an alle Kunden in Wien, die …: …", "send all hot leads: …"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in, orders
from agent.grammar.segment import text_end
from agent.grammar.verbs import LEAD_NOUNS, QUALITIES, SAY_SOMETHING, SEND, STAGES, STOP, WRITE

_EVERYBODY = words("alle allen all every jedem jeder sämtlichen sämtliche everybody everyone")
_TO = words("an to bei")
_PLACES = words("in aus from of at")
_SILENT = words("""
    schweigen still stille stillen gemeldet melden geantwortet antworten geschrieben gehört quiet silent answered
    replied heard written
""")
_SINCE = words("seit since for")
_DAYS = {"tag": 1, "tage": 1, "tagen": 1, "day": 1, "days": 1, "woche": 7, "wochen": 7, "week": 7, "weeks": 7,
         "monat": 30, "monate": 30, "monaten": 30, "month": 30, "months": 30}  # fmt: skip
_INTERESTED = words("interessieren interessiert interesse interested interest")
_IN_THEM = words("für an in sich haben am im have are sind for")
_BATCHES = words("rundnachricht rundnachrichten versand broadcast massennachricht batch rundmail kampagne aussendung")
_GROUPS = LEAD_NOUNS | STAGES["customer"] | STAGES["partner"] | words("interessenten team")


def read_batch(line: Line, start: int, end: int) -> Found | None:
    """batch_send with the filters that were said and the text behind the colon; work_batch is its state or its end."""
    lead = lead_in(line, start, end)
    colon = line.any(start, end, words(":"))
    if colon < 0:
        return _about_it(line, lead.at, end)
    verb = next(
        (k for k in range(lead.at, min(colon, lead.at + 4)) if orders(line.norm(k), SEND | WRITE | SAY_SOMETHING)), -1
    )
    named = line.any(lead.at, colon, _BATCHES) >= 0
    if verb < 0 and not named:
        return None
    everybody = line.any(lead.at, colon, _EVERYBODY)
    group = line.any(max(everybody, lead.at), colon, _GROUPS)
    told = {key: value for key, value in _filters(line, lead.at, colon).items() if value is not None}
    if everybody < 0 or (group < 0 and not told):
        return None
    if "silent_days" not in told and line.any(start, colon, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    stop = text_end(line, colon + 1, explicit=True)
    text = _text(line, colon + 1, stop)
    return Found((request("batch_send", text=text or None, **told),), stop)


def _text(line: Line, start: int, stop: int) -> str:
    if start >= stop:
        return ""
    if line.tokens[start].kind == "open" and line.partner(start) == stop - 1:
        return line.raw[line.tokens[start].end : line.tokens[stop - 1].start].strip()
    return line.raw[line.tokens[start].start : line.tokens[stop - 1].end].strip()


def _filters(line: Line, i: int, colon: int) -> dict[str, str | int | None]:
    quality = next((q for q, group in QUALITIES.items() if line.any(i, colon, group) >= 0), None)
    stage = next((s for s, group in STAGES.items() if line.any(i, colon, group) >= 0), None)
    return {
        "quality": quality,
        "stage": stage,
        "place": _place(line, i, colon),
        "interest": _interest(line, i, colon),
        "silent_days": _silence(line, i, colon),
    }


def _place(line: Line, i: int, colon: int) -> str | None:
    """ "in Wien", "aus Bad Tölz": a capitalised name behind the preposition."""
    for k in range(i, colon - 1):
        if line.norm(k) not in _PLACES or not line.tokens[k + 1].capital or line.norm(k + 1) in w.CALENDAR | _GROUPS:
            continue
        stop = k + 1
        while stop < colon and line.tokens[stop].kind == "word" and line.tokens[stop].capital:
            stop += 1
        return line.cut(k + 1, stop)
    return None


def _interest(line: Line, i: int, colon: int) -> str | None:
    """ "mit Interesse an Kosmetik", "die sich für das Starterpaket interessieren", "interested in skincare"."""
    spot = line.any(i, colon, _INTERESTED)
    if spot < 0:
        return None
    behind = [k for k in range(spot + 1, colon) if _content(line, k)]
    before = [k for k in range(i, spot) if _content(line, k) and line.any(i, k, words("für for an")) >= 0]
    found = behind or before
    return line.cut(found[0], found[-1] + 1) if found else None


def _content(line: Line, k: int) -> bool:
    return line.tokens[k].kind == "word" and line.norm(k) not in _IN_THEM | w.ARTICLES | w.FILLERS | w.PREPOSITIONS


def _silence(line: Line, i: int, colon: int) -> int | None:
    """ "die seit 2 Wochen nicht geantwortet haben", "silent for 10 days"."""
    if line.any(i, colon, _SILENT) < 0:
        return None
    for k in range(i, colon - 1):
        if line.tokens[k].kind == "number" and line.norm(k).isdigit() and line.norm(k + 1) in _DAYS:
            return min(int(line.norm(k)) * _DAYS[line.norm(k + 1)], 3650)
        number = w.COUNTS.get(line.norm(k))
        if number is not None and line.norm(k + 1) in _DAYS and line.any(i, k, _SINCE) >= 0:
            return number * _DAYS[line.norm(k + 1)]
    return None


def _about_it(line: Line, i: int, end: int) -> Found | None:
    """ "Stopp den Versand", "wie weit ist die Rundnachricht?"."""
    if end - i > 8 or line.any(i, end, _BATCHES - words("kampagne")) < 0:
        return None
    if orders(line.norm(i), STOP):
        return Found((request("work_batch", halt=True),), end)
    asks = line.norm(i) in words("wie how was what läuft is ist zeig show status")
    return Found((request("work_batch"),), end) if asks else None
