"""Reads a whole message: sentence by sentence, request by request, with the reason when nothing may be done."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime

from agent.grammar import words as w
from agent.grammar.common import OFF_TOPIC
from agent.grammar.contacts import marked
from agent.grammar.corrections import corrected
from agent.grammar.dispatch import ASKING, CLAUSE, FIRST, WHOLE, claimed
from agent.grammar.ellipsis import read_leaning
from agent.grammar.model import Found, Reading, Request
from agent.grammar.mood import blocked, reported, sarcastic
from agent.grammar.names import bare
from agent.grammar.normalise import Line, tokenize, words
from agent.grammar.people import known, search
from agent.grammar.repair import repaired
from agent.grammar.segment import clause_end, sentences, text_end
from agent.grammar.talk import read_help
from agent.grammar.verbs import PAST, SAID

_ABOUT_SOMEBODY = (
    "complete_reminder",
    "stop_sequence",
    "add_note",
    "update_lead",
    "score_lead",
    "start_sequence",
    "snooze_reminder",
    "book_meeting",
    "move_meeting",
    "cancel_meeting",
)
_THINKS = words("glaub glaube denk denke find finde mein meine think guess")
_THEREFORE = words("also deshalb drum darum daher deswegen so therefore")
_BACK = words("daran dran darüber drüber that it")
_TOLD = words("gesagt gemeint gefragt gebeten told said asked texted wrote geschrieben sagte meinte")
_SENDS = ("send_message", "send_whatsapp", "send_email")
_LONGEST = 8_000
_MOST_REQUESTS = 20
_MOST_CLAUSES = 80
_REASONS = ("negated", "hypothetical", "not_understood", "off_topic")
_THANKS = words("danke thanks thank thx merci dankeschön dank thanx cheers vergelt's dankschön")
_GREETINGS = words("""
    hallo hi hey moin servus guten gute grüezi hoi hello morgen abend tag morning evening afternoon good grüß tach
    griaß salü yo greetings hallöchen gruezi
""")
_SOCIAL = (
    _THANKS
    | _GREETINGS
    | words("""
        dir dich ihnen you very much so lot a zusammen schön schöne sehr vielen lieben gott bot salesflow there zäme
        all leute team everyone nochmal super toll !
    """)
)
_DROPPED = words("""
    doch nicht vergiss es nein warte never mind nevermind scratch that egal lass mal forget it schon gut no wait ach oh
    och hm nee ne quatsch sein bleiben lassen das besser lieber don't sorry stopp stop halt moment kommando zurück
    überlegt überleg mir anders hab habe ich's i changed my actually
""")


def read(text: str, *, now: datetime, zone: str, focus: str | None = None, names: Set[str] = frozenset()) -> Reading:
    """What a rep's message asks for. Never raises.

    ``now`` is aware, ``zone`` an IANA id; ``focus`` is the lead last talked about, meant by "ihr" or "him";
    ``names`` are folded words that leads are called by (those of ``contacts.spoken`` that were found).
    Every text and message argument is a contiguous part of ``text``.
    """
    if not text.strip() or len(text) > _LONGEST:
        return Reading(unclear="not_understood")
    tokens = marked(tokenize(_without_quoted_lines(text)), names)
    if not tokens or sum(t.kind in ("word", "number") for t in tokens) == 0:
        return Reading(unclear="not_understood")
    line = corrected(Line(text, repaired(tokens), focus, now, zone))
    if sarcastic(line):
        return Reading(unclear="hypothetical")
    if _dropped(line):
        return Reading(unclear="negated")
    found, reasons, left = _walk(line)
    if found:
        kept = _without_repeats(_without_bare_reminder(_without_empty(found)))[:_MOST_REQUESTS]
        return Reading(tuple(kept), left=tuple(left))
    return Reading(unclear=_reason(line, reasons))


def _without_quoted_lines(text: str) -> str:
    """Lines quoted from somebody ("> …") blanked out in place, so that offsets stay true."""
    if ">" not in text:
        return text
    return "".join(
        " " * (len(row) - 1) + row[-1] if row.lstrip().startswith(">") else row
        for row in text.splitlines(keepends=True)
    )


def _walk(line: Line) -> tuple[list[Request], list[str], list[str]]:
    """The requests, the reasons against others, and the words of statements that nothing was made of."""
    found: list[Request] = []
    reasons: list[str] = []
    left: list[str] = []
    at = seen = 0
    for start, end in sentences(line):
        start = max(start, at)
        while start < end and seen < _MOST_CLAUSES:
            seen += 1
            result = read_leaning(line, start, end, found[-1] if found else None) or _sentence(line, start, end)
            back = line.any(start, result.end, _BACK) >= 0
            found.extend(_about_mentioned(line, one, back=back) for one in result.requests)
            left.extend(result.left)
            if result.unclear:
                reasons.append(result.unclear)
            if not result.requests:
                _remember(line, start, min(result.end, end))
            start = max(result.end, start + 1)
        at = max(at, start)
    return found, reasons, left


def _sentence(line: Line, start: int, end: int) -> Found:
    """The first request of the sentence [start, end) and where it stops."""
    first = clause_end(line, start, end)
    for reader in FIRST:
        certain = reader(line, start, end) or (reader(line, start, first) if first < end else None)
        if certain:
            return certain
    reason = blocked(line, start, end)
    if reason:
        stop = _told_first(line, start, end, reason)
        return Found((), stop) if stop < end else _refused(line, start, end, reason)
    for reader in WHOLE:
        result = reader(line, start, end)
        if result and (result.requests or result.unclear):
            return result
    stop = clause_end(line, start, end, strict=_chains_verbs(line, start, end), claims=claimed)
    for reader in CLAUSE:
        result = reader(line, start, stop)
        if result:
            return result if result.requests else Found((), max(result.end, stop), result.unclear)
    return Found((), stop, _why_not(line, start, stop))


def _told_first(line: Line, start: int, end: int, reason: str) -> int:
    """ "Ich war grad bei Tom, schreib ihm: danke": where the order behind one's own report begins; ``end`` for none.

    What the report says was said stays a report ("Ich hab ihm gesagt, schreib mir").
    """
    stop = clause_end(line, start, end)
    if reason == "hypothetical":
        thinks = line.norm(start) in words("ich i") and line.norm(start + 1) in _THINKS
        return stop if thinks and line.norm(stop) == "," else end
    if reason != "not_understood":
        return end
    if reported(line, start, end) and not _asked_for(line, start, stop):
        concludes = line.norm(stop) == "," and line.norm(stop + 1) in _THEREFORE
        plain = line.any(start, stop, words(":")) < 0 and not any(t.kind == "open" for t in line.tokens[start:stop])
        if concludes and plain:
            _remember(line, start, stop)
        return stop if concludes and plain else end
    told = line.any(start, stop, SAID & PAST | _TOLD) >= 0 and not _asked_for(line, start, stop)
    if not told and stop < end:
        _remember(line, start, stop)
    return end if told else stop


def _asked_for(line: Line, start: int, stop: int) -> bool:
    """ "Paul hat nach Preisen gefragt": what was asked stands before the verb, so nothing is quoted behind it."""
    said = line.any(start, stop, SAID | _TOLD)
    quoted = line.any(start, stop, words(":")) >= 0 or any(t.kind == "open" for t in line.tokens[start:stop])
    return not quoted and 0 <= line.any(start, said, words("nach um sich")) < said and line.norm(stop) == ","


def _refused(line: Line, start: int, end: int, reason: str) -> Found:
    """A sentence that is no order; a colon in it takes along what it introduces, and so does a report."""
    if reason == "hypothetical":
        for reader in ASKING:
            result = reader(line, start, end)
            if result and line.norm(start) in words("kann darf can could may könnte"):
                return result
    if reason == "hypothetical" and line.norm(start) in ("wie", "how"):
        asked = read_help(line, start, end)
        if asked:
            return asked
    colon = line.any(start, end, words(":"))
    if reported(line, start, end) and colon > 0:
        return Found((), len(line.tokens), reason)
    return Found((), max(end, text_end(line, colon, explicit=True)) if colon > 0 else end, reason)


def _chains_verbs(line: Line, start: int, end: int) -> bool:
    """ "remind me to call Tom and send him …": the joined verbs belong to one reminder."""
    return line.any(start, end, words("remind reminder")) >= 0 and line.any(start, end, words("to")) > 0


def _why_not(line: Line, start: int, end: int) -> str | None:
    said = [line.norm(k) for k in range(start, end) if line.tokens[k].kind == "word"]
    if not said:
        return None
    if all(word in _SOCIAL for word in said):
        return "thanks" if any(word in _THANKS for word in said) else "greeting"
    if any(word in OFF_TOPIC for word in said):
        return "off_topic"
    return "not_understood"


def _reason(line: Line, reasons: list[str]) -> str:
    for reason in _REASONS:
        if reason in reasons and reason != "not_understood":
            return reason
    if "not_understood" in reasons:
        return "not_understood"
    return next(iter(reasons), "not_understood")


def _dropped(line: Line) -> bool:
    """The last sentence takes the whole message back ("…. Nein, doch nicht.")."""
    parts = sentences(line)
    if len(parts) < 2:
        return False
    said = [line.norm(k) for k in range(*parts[-1]) if line.tokens[k].kind == "word"]
    return (
        2 <= len(said) <= 7
        and all(word in _DROPPED for word in said)
        and line.any(
            *parts[-1], w.NEGATIONS | words("vergiss egal lass lassen scratch nevermind kommando anders changed")
        )
        >= 0
    )


def _without_empty(found: list[Request]) -> list[Request]:
    """ "Can you text Jake? Tell him: …": the same recipient's request without words is said by the later one."""
    told = {one.arguments.get("lead") for one in found if one.tool in _SENDS and len(one.arguments) > 1}
    return [
        one
        for one in found
        if one.tool not in _SENDS or len(one.arguments) != 1 or one.arguments.get("lead") not in told
    ]


def _without_bare_reminder(found: list[Request]) -> list[Request]:
    """ "Kannst du mir eine Erinnerung setzen? Freitag 11 Uhr, Martin anrufen.": the second sentence says which."""
    bare_one = Request("create_reminder", {"note": ""})
    said = [one for one in found if one.tool == "create_reminder" and one != bare_one]
    return [one for one in found if one != bare_one] if said else found


def _without_repeats(found: list[Request]) -> list[Request]:
    """The same act asked for twice in a row is one; what reaches somebody stays as it was said."""
    return [one for n, one in enumerate(found) if n == 0 or one != found[n - 1] or one.tool in _SENDS]


def _remember(line: Line, start: int, end: int) -> None:
    """Somebody named in a sentence without a request is whom "ihr" and "him" mean in the next."""
    who = search(line, start, end)
    small = who is not None and line.raw.islower() and line.norm(who.start) in w.ARTICLES
    if who and who.text and (small or line.tokens[who.end - 1].capital or known(line, who)):
        line.focus = line.mentioned = bare(who.text)


def _about_mentioned(line: Line, one: Request, *, back: bool) -> Request:
    """ "Mit Margit hab ich telefoniert, kannst du abhaken": whoever the message spoke of last is meant."""
    named = one.arguments.get("lead")
    bare_reminder = one.tool == "create_reminder" and back and not one.arguments.get("note")
    if named is None and (one.tool in _ABOUT_SOMEBODY or bare_reminder) and line.mentioned:
        return Request(one.tool, {"lead": line.mentioned, **one.arguments})
    if named:
        line.focus = line.mentioned = str(named)
    return one
