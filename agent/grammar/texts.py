"""What becomes the text of a message: which words, whether they read as a message, and to whom they go.

Direct words are sent as they stand. A clause about the recipient ("dass …", "er soll …") is marked ``indirect``.
An object ("die Preisliste"), a mere topic ("wegen dem Angebot") or nothing at all leaves the text to be asked for.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from agent.grammar import words as w
from agent.grammar.common import FINITE, GREETINGS_SENT, OFF_TOPIC
from agent.grammar.model import Found, Value, request
from agent.grammar.names import Person, bare
from agent.grammar.normalise import Line, words
from agent.grammar.segment import is_sequence_word, text_end
from agent.grammar.verbs import TELL
from agent.grammar.ways import CHANNELS

_TOPIC = words("wegen bzgl bezüglich über betreffend about regarding re concerning zum zur")
_ASKS_FIRST = w.MODALS_SELF | words(
    "are is do does did have has was were am hast bist ist kommst gehst hat wirst habt seid"
)
_SOMETHING = words("was etwas something irgendwas irgendetwas")
_DETERMINERS = w.ARTICLES | w.INDEFINITE | w.POSSESSIVES | _SOMETHING | w.NUMBER_WORDS
_GREETS = GREETINGS_SENT | words("grüsse")
_ANSWERS = words("antworte antworten antwort reply answer")
_BEFORE_NO = words("""
    erstmal vorerst einstweilen vorläufig fürs erste zunächst
    auf ja bloß bitte doch lieber jetzt heute morgen mal erst noch aber please ever again mehr auch besser dann
    schon eh
""")


@dataclass(slots=True)
class Frame:
    """What has been read of an order to write so far; ``text`` is a token range, ``at`` the next token to read."""

    at: int
    verb: str = ""
    people: list[Person] = field(default_factory=list)
    marked: bool = False
    message: bool = False
    channel: str | None = None
    text: tuple[int, int] | None = None
    quoted: bool = False
    explicit: bool = False
    indirect: bool = False
    negated: bool = False
    timed: bool = False
    when: list[tuple[int, int]] = field(default_factory=list)
    correcting: bool = False
    tail: bool = False
    polite: bool = False
    clause: bool = False


def free_text(line: Line, frame: Frame, end: int) -> str | None:
    """Takes the rest of the sentence, said without a delimiter, as the text; a reason when it forbids the order."""
    i = frame.at
    stop = text_end(line, i, explicit=False)
    words_left = [line.norm(k) for k in range(i, min(stop, end)) if line.tokens[k].kind in ("word", "number")]
    if not words_left or words_left == ["ab"] or (words_left[-1] == "ab" and frame.verb in ("sag", "sage", "sagen")):
        frame.at = min(stop, end)
        return "not_understood" if words_left else None
    first = words_left[0]
    if _denied(words_left):
        frame.at = min(stop, end)
        return "negated"

    if first in w.CONDITIONALS and first not in ("ob", "if", "whether", "wann", "when") and not _addresses(words_left):
        return "hypothetical"
    colon = line.any(i, stop, words(":"))
    if i < colon and _limits(line, i, colon):
        frame.at = min(stop, end)
        return "negated" if line.any(i, colon, w.NEGATIONS) >= 0 else "not_understood"
    if first in ("nur", "only", "erst") or _only_if(words_left):
        return "hypothetical"
    if first[:1].isdigit() and words_left[1:2] and words_left[1] in ("mal", "times", "x"):
        return "not_understood"
    if first in ("wenn", "if", "when", "falls") and (frame.polite or not _addresses(words_left)):
        return "hypothetical"
    if any(is_sequence_word(word) for word in words_left) and first in words("auf in into on onto"):
        return "sequence"
    if _no_message(words_left, frame):
        frame.at = min(stop, end)
        return "off_topic" if any(word in OFF_TOPIC for word in words_left) and not frame.people else None
    if line.norm(i) in ("mit", "with") and (frame.message or frame.verb in _ANSWERS):
        i += 1
    while (
        (
            line.norm(i) in ("mal", "doch", "kurz", "schnell")
            or (line.norm(i) == "bitte" and line.norm(i + 2) in _GREETS)
        )
        and i + 1 < stop
        and line.norm(i + 1) not in ("sehen", "schauen")
    ):
        i += 1
    frame.text = (i, _without_particle(line, frame, i, stop))
    frame.indirect = told_about(line, i, stop)
    _channel_at_end(line, frame)
    return None


def _limits(line: Line, i: int, colon: int) -> bool:
    """ "jeden Montag:", "ab Montag nicht mehr:": small words about when stand before the colon, not the message."""
    said = [line.norm(k) for k in range(i, colon) if line.tokens[k].kind in ("word", "number")]
    timely = any(word in w.CALENDAR | w.NEGATIONS or word[0].isdigit() for word in said)
    return timely and all(word in w.CLOSED | w.CALENDAR or word[0].isdigit() for word in said)


def _without_particle(line: Line, frame: Frame, start: int, stop: int) -> int:
    """ "richte … Grüße aus", "teil … mit": the verb's particle at the end is no part of the text."""
    last = stop - 1
    while last > start and line.tokens[last].kind == "mark":
        last -= 1
    particle = {"ri": "aus", "te": "mit", "be": ""}.get(frame.verb[:2])
    return last if particle and line.norm(last) == particle and last > start else stop


def _only_if(said: list[str]) -> bool:
    """ "…, wenn er fragt": a condition about the recipient inside words without a delimiter."""
    return any(
        a in w.CONDITIONALS - words("ob whether wann") and b in w.THIRD_PERSON for a, b in itertools.pairwise(said)
    )


def _denied(said: list[str]) -> bool:
    """ "auf keinen Fall", "ja nicht vor Montag", "lieber nicht" right behind the recipient."""
    k = 0
    while k < len(said) and said[k] in _BEFORE_NO | w.ADVERBS - w.NEGATIONS:
        k += 1
    no = k < len(said) and said[k] in w.NEGATIONS - words("no ohne without")
    return no and (k + 1 == len(said) or said[k + 1] not in w.NEGATED_IDIOMS)


def _addresses(said: list[str]) -> bool:
    return any(word in w.ANSWERED_PERSON for word in said)


def _no_message(said: list[str], frame: Frame) -> bool:
    """Words that name a thing or a topic to write about instead of being the message."""
    if any(
        (word in FINITE and (n > 0 or word != "was")) or word in ("ich", "i", "wir", "we")
        for n, word in enumerate(said)
    ):
        return False
    if said in (["von", "mir"], ["von", "uns"], ["from", "me"]):
        return True
    if any(word in _GREETS for word in said[:4]):
        return False
    if all(word in w.SLOT_FILLERS | w.FILLERS for word in said) and not (set(said) & _GREETS):
        return True
    if said[0] == "das":  # "schick ihr das Angebot" names a thing, "schreib ihr das passt" is the message
        return frame.verb.startswith(("schick", "schik", "send")) and len(said) <= 4
    topic = next((word for word in said if word not in w.SLOT_FILLERS), "")
    return topic in _TOPIC or said[0] in _DETERMINERS - words("es that 's")


def told_about(line: Line, start: int, stop: int) -> bool:
    """Whether the clause speaks of the recipient in the third person instead of to her."""
    said = [t.norm for t in line.tokens[start:stop] if t.kind == "word"]

    return any(word in w.THIRD_PERSON for word in said[:5]) and not _addresses(said)


def _channel_at_end(line: Line, frame: Frame) -> None:
    """ "… per WhatsApp" behind a text without delimiter names the channel, unless the text itself speaks of sending."""
    if frame.text is None or frame.channel:
        return
    start, stop = frame.text
    last = stop - 1
    while last > start and line.tokens[last].kind == "mark":
        last -= 1
    if line.norm(last - 1) not in words("per via auf über by on") or last - 1 <= start:
        return
    channel = next((c for c, names in CHANNELS.items() if line.norm(last) in names), None)
    if (
        channel
        and line.any(
            start, last - 1, words("schick send schreib melde meld antworte ruf text write message schicke sende")
        )
        < 0
    ):
        frame.channel, frame.text = channel, (start, last - 1)


def send_requests(line: Line, frame: Frame, end: int, *, question: bool) -> Found:
    """One request for each recipient; ``question`` says that a closing "?" belongs to the politeness of the order."""
    stop = max(frame.text[1] if frame.text else 0, frame.at, 1)
    text = _words_of(line, frame, question=question)
    people = frame.people or [Person(line.focus, 0, 0, pronoun=True)]
    made = []
    for who in people:
        name = bare(who.text) if who.text else None
        arguments: dict[str, Value | None] = {"lead": name}
        if frame.channel == "whatsapp":
            arguments["message"] = text
        elif frame.channel == "email":
            arguments["body"] = text
        else:
            arguments |= {"text": text, "channel": frame.channel}
        if frame.when:
            arguments["when"] = " ".join(line.cut(*span) for span in frame.when)
        if text is not None and frame.indirect:
            arguments["indirect"] = True
        tool = {"whatsapp": "send_whatsapp", "email": "send_email"}.get(frame.channel or "", "send_message")
        made.append(request(tool, **arguments))
        line.focus = name or line.focus
    return Found(tuple(made), max(stop, min(end, frame.at)))


def _words_of(line: Line, frame: Frame, *, question: bool) -> str | None:
    if frame.text is None:
        return None
    start, stop = frame.text
    if frame.quoted:
        return line.raw[line.tokens[start - 1].end : line.tokens[stop].start].strip() or None
    while start < stop and line.tokens[start].norm in (",", "\n", ":", "-", "–"):
        if line.norm(start) in ("-", "–") and line.norm(start - 1) == "\n":
            break  # a list's first dash is the text's own
        start += 1
    while stop > start and line.tokens[stop - 1].norm in ("\n", ","):
        stop -= 1
    told = not (frame.explicit or frame.quoted) and line.norm(start) not in w.QUESTIONS | w.MODALS_BOT | _ASKS_FIRST
    tells = frame.verb in TELL and line.norm(start) not in w.QUESTIONS | w.MODALS_BOT | _ASKS_FIRST | FINITE
    polite = frame.explicit and question and tells and stop == len(line.tokens)
    while (
        (frame.indirect or frame.clause or told or polite)
        and question
        and stop > start
        and line.norm(stop - 1) in ("?", "!", ".")
    ):
        stop -= 1
    if stop <= start:
        return None
    if line.tokens[start].kind == "open" and line.partner(start) == stop - 1:
        return line.raw[line.tokens[start].end : line.tokens[stop - 1].start].strip() or None
    return line.cut(start, stop).strip() or None
