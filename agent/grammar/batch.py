"""Messages to many: "Schick allen warmen Leads: …", "an alle Kunden in Wien, die …: …", "send all hot leads: …"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import COMMON
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in, orders
from agent.grammar.segment import text_end
from agent.grammar.verbs import LEAD_NOUNS, QUALITIES, SAY_SOMETHING, SEND, STAGES, STOP, WRITE

_EVERYBODY = words("alle allen all every jedem jeder sämtlichen sämtliche everybody everyone")
_WHO = words("die who that denen")
_ENDS = w.AUXILIARIES | words("wohnen leben melden antworten interessieren schweigen kommen stehen sind")
_MINE = words("meinen unseren unsern my our")
_MANY = words("kunden kundinnen partnern partnerinnen leads kontakten interessenten customers clients partners "
              "contacts prospects")  # fmt: skip
_TO = words("an to bei")
_PLACES = words("in aus from of at")
_SILENT = words("""
    schweigen still stille stillen gemeldet melden geantwortet antworten geschrieben gehört quiet silent answered
    replied heard written gesprochen talked spoken talk gmeldt ghört gred geredet kontaktiert contacted reagiert texted
    angeschrieben pinged kontakt contact
""")
_DAYS = {"tag": 1, "tage": 1, "tagen": 1, "day": 1, "days": 1, "woche": 7, "wochen": 7, "week": 7, "weeks": 7,
         "wochn": 7, "monat": 30, "monate": 30, "monaten": 30, "month": 30, "months": 30}  # fmt: skip
_ONE = {"einer": 1, "einem": 1, "a": 1, "ner": 1, "nem": 1, "zwoa": 2, "paar": 3, "couple": 2}
_INTERESTED = words("interessieren interessiert interesse interested interest")
_IN_THEM = words("für an in sich haben am im have are sind for")
_BATCHES = words("rundnachricht rundnachrichten versand broadcast massennachricht batch rundmail kampagne aussendung")
_GROUPS = LEAD_NOUNS | STAGES["customer"] | STAGES["partner"] | words("interessenten team")


def read_batch(line: Line, start: int, end: int) -> Found | None:
    """batch_send with the filters that were said and the text behind the colon; work_batch is its state or its end."""
    lead = lead_in(line, start, end)
    colon = _text_opens(line, lead.at, end)
    if colon < 0:
        return _about_it(line, lead.at, end)
    verb = next(
        (k for k in range(lead.at, min(colon, lead.at + 4)) if orders(line.norm(k), SEND | WRITE | SAY_SOMETHING)), -1
    )
    addressed = line.norm(lead.at) in _TO and line.norm(lead.at + 1) in _EVERYBODY
    addressed = addressed or (line.norm(lead.at) in _EVERYBODY and orders(line.norm(colon - 1), SEND | WRITE))
    named = addressed or line.any(lead.at, colon, _BATCHES) >= 0
    if verb < 0 and not named:
        return None
    everybody = _whole_group(line, lead.at, colon)
    group = line.any(max(everybody, lead.at), colon, _GROUPS)
    told = {key: value for key, value in _filters(line, lead.at, colon).items() if value is not None}
    if everybody < 0 or (group < 0 and not told):
        return None
    if "silent_days" not in told and line.any(start, colon, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    quoted = line.tokens[colon].kind == "open"
    first = colon if quoted else colon + 1
    stop = line.partner(colon) + 1 if quoted else text_end(line, first, explicit=True)
    text = _text(line, first, stop)
    return Found((request("batch_send", text=text or None, **told),), stop)


def _text_opens(line: Line, i: int, end: int) -> int:
    """Where the text begins: at a colon, a quotation, or the comma that closes "allen, die sich …,"; -1 for none."""
    marks = (k for k in range(i, end) if line.norm(k) == ":" or line.tokens[k].kind == "open")
    opened = next(marks, -1)
    if opened >= 0:
        return opened
    everybody = line.any(i, end, _EVERYBODY)
    commas = [k for k in range(max(everybody, i), end) if line.norm(k) == ","]
    relative = everybody >= 0 and len(commas) > 1 and line.norm(commas[0] + 1) in _WHO
    return commas[1] if relative and line.norm(commas[1] - 1) in _ENDS else -1


def _whole_group(line: Line, i: int, colon: int) -> int:
    """Where "allen" or "meinen Kunden" stands; -1 when nobody but one person is meant."""
    everybody = line.any(i, colon, _EVERYBODY)
    if everybody >= 0:
        return everybody
    for k in range(i, colon - 1):
        closed = k + 2 >= colon or line.tokens[k + 2].kind == "mark" or line.norm(k + 2) in _PLACES | _WHO | _IN_THEM
        if line.norm(k) in _MINE and line.norm(k + 1) in _MANY and closed:
            return k
    return -1


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
        "silent_days": silence(line, i, colon),
    }


def _place(line: Line, i: int, colon: int) -> str | None:
    """ "in Wien", "aus Bad Tölz", "in graz": a name behind the preposition; in small letters it is one word."""
    for k in range(i, colon - 1):
        if line.norm(k) not in _PLACES or line.norm(k + 1) in w.CLOSED | COMMON | _GROUPS:
            continue
        if line.tokens[k + 1].kind != "word":
            continue
        stop = k + 1 + (not line.tokens[k + 1].capital)
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


def silence(line: Line, i: int, colon: int) -> int | None:
    """ "die seit 2 Wochen nicht geantwortet haben", "silent for 10 days"."""
    if line.any(i, colon, _SILENT) < 0:
        return None
    for k in range(i, colon - 1):
        if line.tokens[k].kind == "number" and line.norm(k).isdigit() and line.norm(k + 1) in _DAYS:
            return min(int(line.norm(k)) * _DAYS[line.norm(k + 1)], 3650)
        number = _ONE.get(line.norm(k)) or w.COUNTS.get(line.norm(k))
        if number is not None and line.norm(k + 1) in _DAYS:
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
