"""Recurring reminders: "jeden Montag um 9 an Tom erinnern", their list, and the end of one.

The recurring words stand where any date may stand. So they are read as a plain date first, and put back afterwards.
"""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.contacts import marked
from agent.grammar.model import Found, Request, request
from agent.grammar.mood import blocked
from agent.grammar.names import bare
from agent.grammar.normalise import Line, tokenize, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in, orders
from agent.grammar.remind import read_reminder, runs_of
from agent.grammar.remind_after import read_remind_after
from agent.grammar.repair import repaired
from agent.grammar.score import TELL_ME, behind_tell_me
from agent.grammar.segment import clause_end
from agent.grammar.verbs import REMIND, REMINDER_NOUNS, SHOW, STOP
from sequences import recurrence

_LONGEST = 60  # words: hostile text stays bounded
_PLAIN = "morgen"
_SHORTER = "heute"
_AWAY = STOP | words("lösch lösche löschen delete remove streich streiche streichen entferne weg kill")
_SKIP = words("überspring überspringe überspringen skip auslassen aus")
_ONCE = words("diesmal ausnahmsweise nächste nächsten einmal once next heutige dieses this time")
_SEVERAL = frozenset(("erinnerungen", "reminders", "wiedervorlagen"))
_REGULAR = words("""
    wöchentliche wöchentlichen tägliche täglichen monatliche monatlichen weekly daily monthly wiederkehrende
    wiederkehrenden regelmäßige regelmäßigen recurring
""")
_ABOUT_IT = words("daran dran it that this darüber")
_OPENINGS = words("ich i muss soll will möchte have to need must should want , wir we immer always")
_NO_MORE = words("mehr more anymore longer länger")
_ALL = words("alle all meine my sämtliche offene offenen open welche which what was")
_HAVE = words("habe hab have anstehen stehen steht gibt's gibt an due kommen coming habs")
_SMALL = (
    w.FILLERS
    | w.ARTICLES
    | w.SELF_OBJECT
    | w.PREPOSITIONS
    | words("offen pending left aktuell ich i do noch denn alles für meinen offene")
)


def read_recurring(line: Line, start: int, end: int) -> Found | None:
    """create_reminder with the recurring words in ``date``; the end of a series is complete_reminder."""
    if end - start > _LONGEST or line.any(start, end, REMIND | REMINDER_NOUNS) < 0:
        return None
    ended = _ends(line, start, end)
    if ended is not None:
        return ended
    text = line.cut(start, end)
    found = recurrence.find(text, line.now, line.zone)
    if found is None:
        return None
    said = text[found.start : found.end]
    plain = (_PLAIN if len(said) >= len(_PLAIN) else _SHORTER).ljust(len(said))
    other = text[: found.start] + plain + text[found.end :]
    names = {token.contact for token in line.tokens if token.contact}
    again = Line(other, repaired(marked(tokenize(other), names)), line.focus, line.now, line.zone)
    whole = len(again.tokens)
    read = read_remind_after(again, 0, whole)
    if read is None and not blocked(again, 0, whole):
        read = read_reminder(again, 0, whole)
    if read is None and again.any(0, whole, _ABOUT_IT) > again.any(0, whole, REMIND) > 0:
        read = Found((request("create_reminder", note=""),), whole)
    made = [_put_back(one, again, plain, said) for one in read.requests] if read is not None else []
    if not made or any(one is None for one in made):
        return None
    line.focus = again.focus
    return Found(tuple(one for one in made if one is not None), end)


def _put_back(one: Request, again: Line, plain: str, said: str) -> Request | None:
    date = one.arguments.get("date")
    if one.tool != "create_reminder":
        return None
    if date is None and one.arguments.get("note", "") == "" and "lead" not in one.arguments:
        return _before_the_order(again, plain, said)
    if not isinstance(date, str) or plain.strip() not in date:
        return None
    kept = date.replace(plain if plain in date else plain.strip(), said, 1)
    return Request(one.tool, {**one.arguments, "date": " ".join(kept.split())})


def _before_the_order(again: Line, plain: str, said: str) -> Request | None:
    """ "Ich muss jeden Dienstag um 10 den Call machen, erinnere mich daran": what stands before the order."""
    stop = again.any(0, len(again.tokens), REMIND)
    spans = times.spans(again, 0, stop)
    when = times.said(again, times.choose(again, spans, stop)) or plain.strip()
    used = {k for a, b in spans for k in range(a, b)}
    rest = [k for k in range(stop) if k not in used and again.norm(k) not in _OPENINGS]
    while rest and again.tokens[rest[-1]].kind == "mark":
        rest.pop()
    if not rest:
        return None
    note = " ".join(again.cut(a, b) for a, b in runs_of(rest)).strip(" ,:;-–")
    return request("create_reminder", date=" ".join(when.replace(plain.strip(), said, 1).split()), note=note)


def _ends(line: Line, start: int, end: int) -> Found | None:
    """ "Stopp die Erinnerung jeden Montag", "erinnere mich nicht mehr an Tom", "skip the Monday reminder once"."""
    lead = lead_in(line, start, end)
    end = clause_end(line, start, end)
    noun = line.any(start, end, REMINDER_NOUNS) >= 0
    recurs = recurrence.find(line.cut(start, end), line.now, line.zone) is not None or _weekday_noun(line, start, end)
    first = line.norm(lead.at)
    ending = orders(first, _AWAY - words("halt stell nimm take pull drop get hol")) and (noun or recurs)
    negated = line.any(start, end, w.NEGATIONS) >= 0
    no_more = negated and line.any(start, end, _NO_MORE) >= 0 and (noun or recurs)
    skips = line.any(lead.at, end, _SKIP) >= 0 and noun and (recurs or line.any(start, end, _ONCE) >= 0)
    if not (no_more or ((skips or ending) and not negated)):
        return None
    who = search(line, lead.at + 1, end)
    named = who is not None and bool(who.text) and not _is_day(line, who.start, who.end)
    name = bare(who.text) if who is not None and who.text and named else None
    action = "skip" if skips else "dismiss"
    return Found((request("complete_reminder", lead=name, action=action, recurring=recurs or None),), end)


def _weekday_noun(line: Line, start: int, end: int) -> bool:
    """ "die Montagserinnerung", "the weekly reminder"."""
    joined = any("erinnerung" in line.norm(k) and len(line.norm(k)) > 12 for k in range(start, end))
    return joined or line.any(start, end, _REGULAR) >= 0


def _is_day(line: Line, start: int, end: int) -> bool:
    return any(line.norm(k) in w.CALENDAR | _REGULAR for k in range(start, end))


def read_reminder_list(line: Line, start: int, end: int) -> Found | None:
    """ "Welche Erinnerungen habe ich?", "zeig mir meine Erinnerungen", "my reminders"."""
    i = behind_tell_me(line, start, end)
    spot = (k for k in range(i, end) if line.tokens[k].text.lower() in _SEVERAL)
    noun = next(spot, -1)
    if noun < 0 or line.any(i, end, w.NEGATIONS) >= 0:
        return None
    shows = line.norm(i) in _ALL or orders(line.norm(i), SHOW) or i > start or line.any(i, end, _HAVE) >= 0 or noun == i
    rest = REMINDER_NOUNS | _ALL | _HAVE | SHOW | TELL_ME | _SMALL | w.AUXILIARIES | w.CALENDAR
    plain = all(line.tokens[k].kind == "mark" or line.norm(k) in rest for k in range(i, end))
    return Found((request("list_reminders"),), end) if shows and plain else None
