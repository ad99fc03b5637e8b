"""Where the pieces of a frame end: fillers, labels, topics and times that belong to the order and not to the text."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.common import FINITE
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.texts import Frame
from agent.grammar.verbs import ASK
from agent.grammar.ways import CHANNEL_WORDS

MESSAGE = (
    words("""
        nachricht nachrichten message msg text sms zeile zeilen line note info bescheid bscheid bschaid infos mitteilung
        antwort reply kurznachricht dm heads-up update grußnachricht botschaft memo word know wissen following folgendes
    """)
    | CHANNEL_WORDS
)
LABELS = words("""
    frage question die eine auf englisch deutsch english german
    mit dem der text folgendes folgende folgenden folgendem inhalt wortlaut with the says rein und zwar as follows
    following wording
""")
CHANNEL_PREPOSITIONS = words("per auf über via in on by through mit als uf am übers ueber auf'm aufm im using")
THAT = words("dass daß das that")
_NO_MOMENT = words("bis vor by until till before")
TIME = w.CALENDAR | words("gestern vorgestern yesterday um gegen in at on am ab bis nach vor früh erst pm nächsten")


def topic(line: Line, i: int, end: int) -> int:
    """Length of "von mir", "zum Geburtstag", "wegen Freitag" right before a colon or "dass": what it is about."""
    j = i + 1
    while j < end and j - i < 6 and line.tokens[j].kind in ("word", "number") and line.norm(j) not in THAT:
        if line.norm(j) in FINITE | ASK or (line.norm(j) in w.SELF and line.norm(i) not in ("von", "from")):
            return 0
        j += 1
    return j - i if j > i + 1 and (line.norm(j) == ":" or line.norm(j) in THAT - words("das")) else 0


def negates(line: Line, i: int) -> bool:
    return line.norm(i + 1) not in w.NEGATED_IDIOMS and not (line.norm(i) == "ohne" or line.norm(i) == "without")


def corrects(line: Line, i: int, end: int) -> bool:
    return any(person(line, j, end, alone=True, pronouns=False) for j in range(i + 1, min(i + 4, end)))


def only_fillers(line: Line, i: int, end: int, frame: Frame) -> bool:
    """A filler behind the recipient belongs to the frame only if the frame goes on after it."""
    if not frame.people or not frame.verb:
        return True
    j = i
    while j < end and line.norm(j) in w.SLOT_FILLERS:
        j += 1
    if (
        j >= end
        or line.tokens[j].kind in ("mark", "open")
        or line.norm(j) in CHANNEL_PREPOSITIONS & words("per via auf über")
        or line.norm(j) in w.NEGATIONS
    ):
        return True
    if line.norm(j) in words("diese dieses folgende folgenden") and line.norm(j + 1) in MESSAGE:
        return True
    if line.norm(j) in ("aus", "mit", "nach", "zukommen", "durch", "weiter", "raus", "rueber") and paused(
        line, j + 1, end
    ):
        return True
    if line.norm(j) in THAT - words("das") or line.norm(j) in MESSAGE or line.norm(j) in w.INDEFINITE:
        return True
    return line.norm(i) in w.POLITE_ONLY | words("kurz schnell quickly mal") and line.norm(j) in words("""
        ich wir bin komme hab habe i i'm i'll we wir's sind
    """)


def scheduled(line: Line, frame: Frame, end: int) -> int:
    """A time in the frame ("Schreib Anna morgen um 9: …") says when it goes; free words may begin with a time.

    A bare "Morgen," before the order may be a greeting: it is a time that nobody can be sure of.
    """
    i = j = frame.at
    if line.norm(i) not in TIME and line.tokens[i].kind != "number":
        return 0
    while j < end and (line.norm(j) in TIME | w.SLOT_FILLERS | w.NUMBER_WORDS or line.tokens[j].kind == "number"):
        j += 1
    while j > i and line.norm(j - 1) in w.POLITE_ONLY:
        j -= 1
    now_only = all(line.norm(k) in w.NOW_WORDS for k in range(i, j))
    goes_on = w.INDEFINITE | CHANNEL_PREPOSITIONS - words("in am im mit")
    follows = j < end and (line.norm(j) in (":", "dass") or line.tokens[j].kind == "open" or line.norm(j) in goes_on)
    if not (follows or not (frame.verb and frame.people) or j >= end):
        return 0
    unsure = (not frame.verb and line.norm(j) in (",", "!", ".")) or line.any(i, j, _NO_MOMENT) >= 0
    if not now_only and not unsure:
        frame.when.append((i, j))
    frame.timed = frame.timed or unsure
    return j - i


def paused(line: Line, i: int, end: int) -> bool:
    return i >= end or line.tokens[i].kind in ("mark", "open")


def quoted_soon(line: Line, i: int, end: int) -> int:
    """Where a colon or quotation follows "and say (her)"; 0 when none does."""
    j = i + 1 if line.norm(i) in w.HIM_OR_HER else i
    return j if j < end and (line.tokens[j].kind == "open" or line.norm(j) == ":") else 0


def label_ends(line: Line, i: int, end: int) -> bool:
    """ "mit dem Text:", "und zwar": belongs to the frame when a delimiter follows."""
    j = i
    while j < end and line.norm(j) in LABELS:
        j += 1
    return j < end and (line.norm(j) == ":" or line.tokens[j].kind == "open")
