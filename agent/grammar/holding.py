"""A running sequence paused, resumed, its next step skipped or moved: "Pausiere die Sequenz für Anna bis Montag"."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.common import OFF_TOPIC
from agent.grammar.kept import length_at
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import Lead, lead_in
from agent.grammar.reasons import reason_at
from agent.grammar.remind import runs_of
from agent.grammar.segment import is_sequence_word
from agent.grammar.sequences import people_of, sequence_words
from agent.grammar.verbs import REMINDER_NOUNS, SNOOZE

PAUSE = words("""
    pausier pausiere pausieren pausierst pause pausing unterbrich unterbreche unterbrechen suspend hold freeze
    einfrieren
""")
RESUME = words("""
    resume resuming continue continuing unpause unfreeze fortsetzen fortsetze fortführen fortfahren weiterlaufen
    weitermachen weiterführen weiterspielen
""")
SKIP = words("""
    überspring überspringe überspringen überspringst übersprungen skip skipping auslassen auslasse weglassen omit
""")
MOVE = (SNOOZE - words("snooze snoozing")) | words("vorziehen vorverlegen verschoben")
_GOES = words("setz setze führ führe mach mache lass lasse fahr fahre let keep")
_ON = words("fort weiter on weiterlaufen weitergehen weitermachen going running")
_GOES_ON = words("weiter on weiterlaufen weitergehen weitermachen weiterlaufen going running fort")
_OUT = words("aus weg out")
_STEP = words("schritt schritte schrittes step steps stufe stage")
_STEPS = _STEP | words("nachricht message mail follow-up followup")
_NEXT = words("nächste nächsten nächster nächstes next kommende kommenden folgenden following")
_MEANT = words("follow-ups followups nachfassen automatik automation automatisierung nachrichten messages sequenz")
_OTHERS = words("termin termine meeting meetings appointment gespräch call anruf telefonat video musik music song lied")
_FOR_NOW = words("erst erstmal vorerst einstweilen derweil vorübergehend kurz solange mal")
_EDGE = words("bis until till für for um by auf to till ab zum am on")


def read_held(line: Line, start: int, end: int) -> Found | None:
    """pause_sequence, resume_sequence, skip_step or postpone_step; None when it speaks of no sequence or step."""
    lead = lead_in(line, start, end)
    end = reason_at(line, start, end)
    if line.any(lead.at, end, REMINDER_NOUNS | _OTHERS) >= 0 or line.norm(start) in words("nein nee nö no nope ne"):
        return None
    tool, verbs = _tool(line, lead, end)
    if not tool or (line.any(lead.at, end, OFF_TOPIC - _STEPS - _MEANT) >= 0 and not _named(line, lead.at, end)):
        return None
    if line.norm(end - 1) == "?" and not lead.polite:
        return None
    found = times.spans(line, lead.at, end)
    when, taken = _when(line, lead.at, end, found)
    who, spot = _whose(line, lead.at, end, verbs | taken)
    if not _about(line, tool, who, lead.at, end):
        return None
    if tool == "postpone_step" and when is None and line.any(lead.at, end, _STEPS) < 0:
        return None  # moved into a sequence, not in time
    if line.any(lead.at, end, w.NEGATIONS) >= 0 and not lead.keep:
        return Found((), end, "negated")
    if line.any(lead.at, end, words("wenn falls sobald sofern if once unless when")) >= 0:
        return Found((), end, "hypothetical")
    if who is not None and who.everybody:
        return Found((), end, "not_understood")
    name = sequence_said(line, lead.at, end, spot | verbs | taken) if _named(line, lead.at, end) else None
    if name is None and line.any(lead.at, end, w.EVERYBODY - words("everybody everyone")) >= 0:
        name = "all"
    said = bare(who.text) if who and who.text else None
    line.focus = said or line.focus
    asked = {"pause_sequence": "until", "postpone_step": "when"}.get(tool)
    return Found((request(tool, lead=said, sequence=name, **({asked: when} if asked else {})),), end)


def _tool(line: Line, lead: Lead, end: int) -> tuple[str, set[int]]:
    """Which act the verb stands for, and the words of the verb: its first and its separated part."""
    last = end - 1
    while last > lead.at and line.tokens[last].kind == "mark":
        last -= 1
    hold = line.any(lead.at + 1, end, words("hold ice eis"))
    laid = words("put place leg lege legen")
    if hold > 0 and line.norm(hold - 1) in ("on", "auf") and {line.norm(lead.at), line.norm(last)} & laid:
        around = {k for k in (lead.at, last) if line.norm(k) in laid} | {hold - 1, hold}
        return "pause_sequence", around | {k for k in range(lead.at, end) if line.norm(k) in words("erst erstmal mal")}
    for tool, group in (
        ("resume_sequence", RESUME), ("skip_step", SKIP), ("pause_sequence", PAUSE), ("postpone_step", MOVE),
    ):  # fmt: skip
        for k in (lead.at, last, lead.at + 1):
            if line.norm(k) in group and k < end and (k != lead.at + 1 or line.norm(lead.at) in w.FILLERS | _GOES):
                helping = {last - 1} if line.norm(last - 1) in words("soll sollen should") else set()
                return tool, {k, *([lead.at] if line.norm(lead.at) in _GOES else []), *helping}
    first = line.norm(lead.at)
    stopped = first in words("halt halte") and line.norm(last) == "an"
    meanwhile = {k for k in range(lead.at, last) if line.norm(k) in _FOR_NOW}
    if stopped and (meanwhile or times.spans(line, lead.at, last) or length_at(line, lead.at, last)):
        return "pause_sequence", {lead.at, last} | meanwhile
    if first in _GOES and (on := line.any(lead.at + 1, end, _GOES_ON)) > 0:
        return "resume_sequence", {lead.at, on}
    if first in words("lass lasse leave") and line.norm(last) in _OUT:
        return "skip_step", {lead.at, last}
    if first in words("setz setze") and line.norm(last) == "aus":
        return "pause_sequence", {lead.at, last}
    if first in words("zieh ziehe") and line.norm(last) == "vor":
        return "postpone_step", {lead.at, last}
    if first in words("mach mache gönn gib") and line.norm(last) in words("pause") and _named(line, lead.at, end):
        return "pause_sequence", {lead.at, last}
    return "", set()


def _named(line: Line, start: int, end: int) -> bool:
    return any(is_sequence_word(line.norm(k)) for k in range(start, end))


def _about(line: Line, tool: str, who: Person | None, start: int, end: int) -> bool:
    """Whether the words are about a sequence or its step at all: its own noun, or for a pause the mere person."""
    if _named(line, start, end) or line.any(start, end, _STEP) >= 0:
        return True
    step = line.any(start, end, _STEPS)
    if tool in ("skip_step", "postpone_step"):
        return step > 0 and line.norm(step - 1) in _NEXT
    if line.any(start, end, _MEANT) >= 0:
        return True
    if tool == "resume_sequence" and who is not None and line.norm(start) in _GOES:  # "mach bei Tom weiter"
        return line.norm(who.start - 1) in words("bei mit with for für")
    return tool == "pause_sequence" and who is not None and line.norm(start) in PAUSE - words("hold freeze suspend")


def _when(line: Line, start: int, end: int, found: list[tuple[int, int]]) -> tuple[str | None, set[int]]:
    """The words of the time with every token they take, the small word before included."""
    chosen = times.choose(line, found, end)
    text = times.said(line, chosen)
    if text is None:
        span = length_at(line, start, end)
        chosen = [span] if span else []
        text = line.cut(*span) if span else None
    taken = {k for a, b in chosen for k in range(a, b)}
    before = {a - 1 for a, _ in chosen if a > start and line.norm(a - 1) in _EDGE}
    return text, taken | before


def _whose(line: Line, start: int, end: int, taken: set[int]) -> tuple[Person | None, set[int]]:
    steps = {k for k in range(start, end) if line.norm(k) in _STEPS | _NEXT}
    for a, b in runs_of([k for k in range(start, end) if k not in taken | steps]):
        who, spot = people_of(line, a, b, -1)
        if who is not None and (who.text or who.pronoun):
            return who, spot
    who = search(line, start, end) if not _named(line, start, end) else None
    inside = who is not None and not taken & set(range(who.start, who.end))
    return (who, set(range(who.start, who.end))) if who and inside else (None, set())


def sequence_said(line: Line, start: int, end: int, used: set[int]) -> str | None:
    """The sequence's name as said; what stands around the step is no name."""
    around = {k for k in range(start, end) if line.norm(k) in _STEP | _NEXT | words("in der die den im of from the")}
    return sequence_words(line, start, end, used | around)
