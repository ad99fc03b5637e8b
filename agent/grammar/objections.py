"""Answers to objections: "Wenn jemand sagt, das ist zu teuer, antworte: …", "zeig meine Antworten auf Einwände"."""

from __future__ import annotations

from agent.analysis import analyse, language_of
from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in
from store.objections import OBJECTIONS
from tools.objections import kind_of

_IF = words("wenn falls sobald if when whenever sagt")
_SOMEBODY = words("""
    jemand jemandem einer eine ein man wer leute kontakte kontakt interessent interessenten lead leads kunde kunden
    somebody someone anyone anybody people they contact contacts customer customers prospect prospects
""")
_SAYS = words("sagt sagen sagts meint meinen schreibt schreiben findet kommt einwendet fragt says say thinks writes "
              "objects asks tells")  # fmt: skip
_ANSWERS = words("antworte antworten antwort sag sage schreib schreibe entgegne erwidere entgegnen answer reply "
                 "respond say write tell")  # fmt: skip
_BEHIND = words("""
    ich du wir bitte immer künftig dann ihm ihr ihnen darauf mit i you we please always then them him her with that :
    am besten so in zukunft ist lautet is folgendes einfach
""")
_AROUND = words(", dass daß das that „ “ ” \" » « ' immer mal er sie es ihm ihr they he she to with mit dem der den")
_NOUN = words("""
    einwandantwort einwandantworten einwandbehandlung einwandbehandlungen einwände einwänden einwand preiseinwand
    zeiteinwand objection objections objection-answers
""")
_ANSWER = words("antwort antworten answer answers reply replies response")
_ANSWER_NOUN = words("einwandantwort einwandtext text satz reaktion erwiderung spruch konter line")
_SHOWS = words("zeig zeige zeigen show list liste welche which what was nenn")
_DROPS = words("lösch lösche löschen vergiss entfern entferne entfernen delete remove forget drop streich streiche")
_ON = words("auf zu bei to for on")
_MINE = words("mein meine meinen unsere unser my our die den the")
_LAST = 40  # tokens before the answer begins


def read_objection(line: Line, start: int, end: int) -> Found | None:
    """handle_objection, with the answer's very words where they are said."""
    i = lead_in(line, start, end).at
    if i >= end:
        return None
    return _taught(line, i) or _named(line, i) or _looked_at(line, i, end)


def _taught(line: Line, i: int) -> Found | None:
    """ "Wenn jemand sagt … , antworte: …"."""
    at = next((k for k in (i, i + 1) if line.norm(k) in _IF), -1)
    if at < 0:
        return None
    says = line.any(at + 1, min(at + 7, len(line.tokens)), _SAYS)
    if says < 0 or line.any(at, says, _SOMEBODY) < 0:
        return None
    answers = _answering(line, says + 1)
    if answers < 0 or line.any(at, answers, w.NEGATIONS) == answers - 1:
        return None
    somebody = line.any(at, says, _SOMEBODY)
    if not _said(line, says + 1, answers) and says > somebody + 1:  # "Wenn jemand »zu teuer« sagt, antworte …"
        return _made(line, somebody + 1, answers, _behind(line, answers), says)
    return _made(line, says + 1, answers, _behind(line, answers))


def _named(line: Line, i: int) -> Found | None:
    """ "Auf „keine Zeit“ antworte ich: …", "meine Antwort auf zu teuer ist: …"; only what is an objection."""
    first = i
    if line.norm(i) in _MINE and line.norm(i + 1) in _ANSWER | _ANSWER_NOUN:
        first = i + 2
    elif line.norm(i) in _ANSWER | _ANSWER_NOUN and line.norm(i + 1) in _ON:
        first = i + 1
    if line.norm(first) not in _ON:
        return None
    colon = line.any(first, min(first + _LAST, len(line.tokens)), words(":"))
    answers = _answering(line, first + 1) if first == i else colon
    if answers < 0 or colon < 0 or _kind(_said(line, first + 1, answers)) is None:
        return None
    return _made(line, first + 1, answers, _behind(line, answers) if first == i else colon + 1)


def _looked_at(line: Line, i: int, end: int) -> Found | None:
    """Shown, asked for or deleted; nothing is said here that would be an answer."""
    if line.any(i, end, words(":")) >= 0 or end - i > 14:
        return None
    about = line.any(i, end, _NOUN)
    answer = line.any(i, end, _ANSWER)
    on = line.any(answer + 1, end, _ON) if answer >= 0 else -1
    said = _kind(line.cut(on + 1, end)) if on >= 0 else _kind_of_noun(line, i, end)
    if about < 0 and (answer < 0 or on < 0 or said is None):
        return _asked(line, i, end)
    if line.any(i, end, w.NEGATIONS) >= 0 and said is None:
        return None
    if line.norm(i) in _DROPS or line.norm(end - 1) in _DROPS:
        return Found((request("handle_objection", objection=said, remove=True),), end) if said else None
    if line.norm(i) not in _SHOWS and not (line.norm(i) in _MINE and end - i <= 4):
        return None
    return Found((request("handle_objection", objection=said if answer >= 0 and on >= 0 else None),), end)


def _asked(line: Line, i: int, end: int) -> Found | None:
    """ "Was antworte ich auf zu teuer?"."""
    on = line.any(i, end, _ON)
    verb = line.any(i, end, words("antworte antworten sage answer reply"))
    if line.norm(i) not in words("was what wie how") or verb < 0 or on < verb or line.any(i, on, words("ich i")) < 0:
        return None
    kind = _kind(line.cut(on + 1, end))
    return Found((request("handle_objection", objection=kind),), end) if kind else None


def _kind_of_noun(line: Line, i: int, end: int) -> str | None:
    known = {"preiseinwand": "price", "zeiteinwand": "time"}
    return next((known[line.norm(k)] for k in range(i, end) if line.norm(k) in known), None)


def _answering(line: Line, start: int) -> int:
    """Where it is said that one answers: before a colon or a quotation; -1 for nowhere."""
    for k in range(start, min(start + _LAST, len(line.tokens))):
        if line.norm(k) in _ANSWERS and _behind(line, k) > 0:
            return k
    return -1


def _behind(line: Line, answers: int) -> int:
    """Where the answer's words begin; 0 when neither colon nor quotation mark comes soon."""
    for k in range(answers + 1, min(answers + 8, len(line.tokens))):
        if line.tokens[k].kind == "open" or line.norm(k) == ":":
            return k + (line.norm(k) == ":")
        if line.norm(k) not in _BEHIND:
            return 0
    return 0


def _said(line: Line, start: int, end: int) -> str:
    """What is objected, bare of commas, quotation marks and "dass"."""
    while start < end and (line.norm(start) in _AROUND or line.tokens[start].kind in ("open", "close", "mark")):
        start += 1
    while end > start and (
        line.norm(end - 1) in _BEHIND | words(", und and the") or line.tokens[end - 1].kind in ("open", "close", "mark")
    ):
        end -= 1
    return line.cut(start, end).strip()


def _kind(said: str) -> str | None:
    """By the words people use for it, else by what a lead's message of these words would mean."""
    return (kind_of(said) or OBJECTIONS.get(analyse(said).intent)) if said else None


def _made(line: Line, start: int, answers: int, begins: int, says: int | None = None) -> Found | None:
    """The answer with its objection, whose words end at ``says`` or where the answering is said."""
    said, end = _said(line, start, answers if says is None else says), len(line.tokens)
    text = line.cut(begins, end).strip()
    if len(text) > 1 and line.tokens[begins].kind == "open" and line.partner(begins) == end - 1:
        text = line.cut(begins + 1, end - 1).strip()
    if not said or not text:
        return None
    made = request("handle_objection", objection=_kind(said) or said, text=text, language=language_of(text))
    return Found((made,), end)
