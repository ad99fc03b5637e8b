"""Reads "write to somebody": who, by which channel, and the very words of the text.

A sentence is such an order only if everything before the text belongs to the frame (verb, recipient, channel,
politeness), in any order.
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.frame import step
from agent.grammar.model import Found
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.polite import Lead, lead_in
from agent.grammar.segment import JOINTS, order_starts, text_end
from agent.grammar.texts import Frame, free_text, send_requests
from agent.grammar.verbs import ASK, GENERIC_TELL, SEND

_TURNING = SEND | words("say sag sage schreib schreibe write text saying")


def read_send(line: Line, start: int, end: int) -> Found | None:
    """The send requests of the sentence [start, end), a reason to do nothing, or None for another kind of sentence."""
    lead = lead_in(line, start, end)
    frame = Frame(at=lead.at, polite=lead.polite or lead.wish)
    while (frame.at < end and frame.text is None) or (frame.quoted and frame.at < end):
        if not step(line, frame, end):
            break
    if frame.verb in _TURNING and not frame.people and frame.text is None and line.norm(frame.at) not in w.SELF:
        _turned(line, frame, end)
    if (
        frame.verb
        and not frame.people
        and any(line.norm(k) in w.SELF_OBJECT for k in range(frame.at, min(frame.at + 2, end)))
    ):
        return None
    if frame.verb.endswith("st") and not (lead.polite or lead.wish) and line.norm(lead.at) in words("du you ihr"):
        return None
    if frame.people and frame.verb in words("sag sage sagst sagen") and line.norm(frame.people[-1].end) == "ab":
        return None  # "Sag Carl ab" calls something off
    if not _is_order(line, frame, lead, end):
        return None
    if frame.negated and not lead.keep:
        return Found((), _blocked_end(line, frame, end), "negated")
    if any(p.everybody for p in frame.people) or (frame.timed and (frame.text or frame.at >= end)):
        return Found((), _blocked_end(line, frame, end), "not_understood")
    if frame.text is None and frame.at < end and not _goes_on(line, frame.at, end):
        reason = free_text(line, frame, end)
        if reason == "sequence":
            return None
        if reason:
            return Found((), _blocked_end(line, frame, end), reason)
    question = lead.question or frame.verb.endswith("st")
    further = _further(line, frame, end)
    if not further:
        return send_requests(line, frame, end, question=question)
    at, second = further
    frame.text = (frame.text[0], at) if frame.text else None
    first = send_requests(line, frame, at, question=False)
    rest = send_requests(line, second, end, question=question)
    return Found((*first.requests, *rest.requests), rest.end)


def _further(line: Line, frame: Frame, end: int) -> tuple[int, Frame] | None:
    """ "…, dass ich komme, und Paul, dass er wartet": where a second recipient with words of his own begins."""
    if frame.text is None or not frame.clause:
        return None
    for k in range(frame.text[0] + 1, min(frame.text[1], end) - 2):
        who = person(line, k + 1, end, alone=True, pronouns=False) if line.norm(k) in ("und", "and") else None
        if who is None or who.everybody:
            continue
        at = who.end + (line.norm(who.end) == ",")
        if line.norm(at) in words("dass daß that"):
            stop = min(frame.text[1], end)
            second = Frame(stop, frame.verb, [who], channel=frame.channel, text=(at + 1, stop), clause=True)
            second.indirect = True
            return k - (line.norm(k - 1) == ","), second
    return None


def _goes_on(line: Line, at: int, end: int) -> bool:
    """ "Schreib Eva und erinnere mich …": another order follows at once, the text is still to be asked for."""
    return line.norm(at) in JOINTS and order_starts(line, at + 1, end, strict=False)


def _turned(line: Line, frame: Frame, end: int) -> None:
    """ "Send hi to Tom", "schick liebe Grüße an Lisa": the words come before the recipient."""
    for k in range(end - 2, frame.at, -1):
        who = person(line, k + 1, end, pronouns=True) if line.norm(k) in ("an", "to") else None
        if who is None or who.everybody or not all(line.tokens[j].kind == "mark" for j in range(who.end, end)):
            continue
        words_before = Frame(frame.at, frame.verb)
        reason = free_text(line, words_before, k)
        if reason is None:
            frame.people, frame.marked = [who], True
            frame.text = (words_before.text[0], min(words_before.text[1], k)) if words_before.text else None
            frame.at = end
        return


def _is_order(line: Line, frame: Frame, lead: Lead, end: int) -> bool:
    """Whether the pieces read make an order: a verb with its recipient, or "(WhatsApp) an NAME:" without a verb."""
    if not frame.verb:
        him = bool(frame.people) and frame.people[0].pronoun and frame.people[0].text is not None and frame.explicit
        named = bool(frame.people) and (him or frame.marked or frame.message or frame.channel is not None)
        return named and frame.text is not None and not lead.question
    if frame.verb in ASK | GENERIC_TELL and not frame.people:
        return (
            frame.explicit
            and frame.verb in ("antworte", "antwort", "antworten", "reply", "answer")
            and bool(line.focus)
        )
    if not frame.people:
        return (
            (frame.explicit or frame.quoted) and (frame.message or line.norm(lead.at) == frame.verb) and frame.at >= end
        )
    if frame.verb in GENERIC_TELL:
        told = frame.message or frame.tail or frame.text is not None
        return told or _greets_next(line, frame, end)
    told_at_once = frame.at < end and line.norm(lead.at) == frame.verb
    return not (lead.wish and frame.text is None and not told_at_once)


def _greets_next(line: Line, frame: Frame, end: int) -> bool:
    return frame.verb in words("""
        richte richt grüß grüße bestell bestelle melde meld melden message text msg dm mail email contact answer
    """) and bool(frame.people)


def _blocked_end(line: Line, frame: Frame, end: int) -> int:
    """A refused order swallows its text as well, so that nothing inside it is read as an order."""
    colon = line.any(frame.at, end, words(":"))
    if frame.text:
        return max(frame.text[1], end)
    return text_end(line, colon + 1, explicit=True) if 0 < colon < end - 1 else end
