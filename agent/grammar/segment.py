"""Where one sentence ends and where a second request begins.

A text for somebody else runs to its end; it is cut only where a new order to the bot clearly starts.
"""

from __future__ import annotations

from collections.abc import Callable

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.fields import FIELD_NOUNS
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.people import search, told_too
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import (
    APPROVE,
    ASK,
    GENERIC_TELL,
    NOTE,
    NOTE_NOUNS,
    PLACE,
    REJECT,
    REMIND,
    REMINDER_NOUNS,
    SAY_SOMETHING,
    SEND,
    SEQUENCE_NOUNS,
    SEQUENCE_TAILS,
    SETTING,
    SHOW,
    START,
    STOP,
    TELL,
    VERB_FORMS,
    WRITE,
)
from agent.grammar.ways import CHANNEL_WORDS

Claims = Callable[[Line, int, int], bool]
_MOST_ASKED = 6
_DATE_WORDS = 12  # no time is said in more words
_SHORT_FORMS = words("""
    dr nr hr fr prof mag st ca bzw usw evtl inkl mind tel mr mrs ms ing dipl vs etc str b a u z d h no vgl ggf
""")
_MONTHS = words("""
    januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun
    jul aug sep sept okt nov dez
""")
_EVERY = words("jeden jede jedes jedem every alle am")
JOINTS = words("""
    erstens zweitens drittens viertens firstly secondly thirdly und and dann danach then außerdem anschließend sowie
    plus also & dazu weiters afterwards u auch noch
""")
INFINITIVES = frozenset(
    v for v in SAY_SOMETHING | REMIND | START | STOP | SHOW | NOTE if v.endswith(("en", "ing", "ern")) and len(v) > 4
)
IMPERATIVES = (
    SAY_SOMETHING
    | REMIND
    | START
    | STOP
    | SHOW
    | NOTE
    | APPROVE
    | REJECT
    | words("""
        setz setze pack nimm merk put add enroll mark set ändere trag bewerte rate hak verschieb snooze
    """)
) - INFINITIVES
_AIMED = words("""
    trag trage schreib schreibe schick schicke sag sage frag frage starte stopp stoppe setz setze notier notiere merk
    zeig
    check hak verschieb leg pack nimm
""")
_AT_SOMEBODY = w.HIM_OR_HER | words("dem mir dir bei für bitte mal")
_LEANING = words("bei für dasselbe same")
_WRITTEN = words("steht stand stehen heißt hieß lautet schreibt sagt sagte meinte schrieb gesagt says said reads")
_ORDINALS = words("erstens zweitens drittens viertens firstly secondly thirdly")
_REMIND_ME = words("erinner erinnere erinnre remind")
_ABOUT = words("für zu for to : an in am bei about morgen tomorrow")
_KEPT = NOTE_NOUNS | REMINDER_NOUNS
_OBJECT_FREE = IMPERATIVES - words("""
    gib sag let lass get end kill weg raus ok okay passt frei nimm halt hol open run back pull note schau look check
    rate text mail list
""")


def sentences(line: Line) -> list[tuple[int, int]]:
    """The sentences as token ranges; marks that end them belong to them, quotations are never cut."""
    found: list[tuple[int, int]] = []
    start = i = 0
    total = len(line.tokens)
    while i < total:
        token = line.tokens[i]
        if token.kind == "open":
            i = line.partner(i)
        elif token.kind == "mark" and _ends(line, i):
            while i + 1 < total and line.norm(i + 1) in (".", "!", "?", "…") and line.tokens[i + 1].kind == "mark":
                i += 1
            found.append((start, i + 1))
            start = i + 1
        i += 1
    if start < total:
        found.append((start, total))
    return found


def _ends(line: Line, i: int) -> bool:
    mark = line.norm(i)
    if mark == "\n":
        return i > 0 and line.norm(i - 1) != ":"
    if mark in ("!", "?", "…", ";"):
        return True
    if mark != "." or i == 0 or not (i + 1 >= len(line.tokens) or line.tokens[i + 1].start > line.tokens[i].end):
        return False
    before = line.tokens[i - 1]
    if before.norm in _SHORT_FORMS or (len(before.norm) == 1 and before.kind == "word"):
        return i + 1 >= len(line.tokens)
    if before.kind == "number" and i + 1 < len(line.tokens):
        after = line.tokens[i + 1]
        counted = line.norm(i - 2) in _EVERY  # "jeden 2. Dienstag"
        return not (after.norm in _MONTHS or after.kind == "number" or after.text[:1].islower() or counted)
    return True


def order_starts(line: Line, k: int, end: int, *, strict: bool) -> bool:
    """Whether an order to the bot begins at ``k``; ``strict`` demands a form no reader of a message can be meant by."""
    i = lead_in(line, k, end).at
    if i >= end:
        return False
    word = line.norm(i)
    if orders(word, REMIND) and word not in INFINITIVES | words("erinnert reminded"):
        return _reminds(line, i, end, strict)
    if word in REMINDER_NOUNS | NOTE_NOUNS and line.any(i, end, _ABOUT) > 0:
        return True
    if orders(word, START | STOP | PLACE) and word not in INFINITIVES and names_sequence(line, i, end):
        return True
    if orders(word, WRITE | SEND | TELL | ASK) and word not in INFINITIVES:
        return _writes(line, i, end, strict)
    if word in SETTING and line.any(i + 1, min(i + 7, end), FIELD_NOUNS) > 0:
        return True
    if word in CHANNEL_WORDS and line.any(i, min(i + 6, end), words(":")) > 0:
        return True
    kept = word in ("merk", "merke") and line.norm(i + 1) in ("dir", "da")
    asked = word in ("wie", "how") and line.norm(i + 1) in words("heiß warm kalt hot warm cold")
    if asked or (kept and (not strict or line.any(i + 2, min(i + 6, end), w.THIRD_PERSON) > 0)):
        return True
    if not strict and word in words("mach mache make leg setz add") and line.any(i + 1, i + 4, _KEPT) > 0:
        return True
    if word in words("notier vermerk genehmige approve reject") and i + 1 < end:
        return not strict or line.tokens[i + 1].kind == "number" or line.any(i, end, words(":")) > 0
    return (
        not strict and word in _OBJECT_FREE and i + 1 < end and line.tokens[i + 1].kind in ("word", "number", "phone")
    )


def _reminds(line: Line, i: int, end: int, strict: bool) -> bool:
    if line.any(i + 1, min(i + 4, end), w.SELF_OBJECT) < 0:
        return False
    if not strict:
        return True
    who = search(line, i + 1, end)
    if who is None:
        back = line.any(i + 1, end, words("daran dran darüber drüber") | w.HIM_OR_HER - words("em")) > 0
        then = line.norm(i - 1) in words("dann then danach afterwards")
        timed = any(line.norm(k) in w.CALENDAR or line.tokens[k].kind == "number" for k in range(i, end))
        alone = any(a <= i + 2 and line.norm(b) in (".", "!", "?", "") for a, b in times.spans(line, i + 2, end))
        return ((back or then) and timed) or alone
    return line.tokens[who.end - 1].kind != "mark"


def _writes(line: Line, i: int, end: int, strict: bool) -> bool:
    j = i + 1
    while (
        j < end
        and line.norm(j) in w.SLOT_FILLERS | words("an to auf per via dem")
        and not (line.norm(j) == "dem" and person(line, j, end))
    ):
        j += 1
    who = person(line, j, end, alone=True, pronouns=not strict)
    if who is None or who.everybody:
        return False
    if not strict:
        return True
    if line.norm(i) in GENERIC_TELL | ASK:
        return line.norm(who.end) == ":"
    return (
        line.norm(who.end) in (":",) or who.end >= end or line.tokens[who.end].kind == "open" or line.norm(i) in WRITE
    )


def names_sequence(line: Line, start: int, end: int) -> bool:
    """Whether a word of [start, end) names a sequence by its kind ("Sequenz", "…-Reaktivierung", "nurture")."""
    return any(is_sequence_word(line.norm(k)) for k in range(start, end))


def is_sequence_word(norm: str) -> bool:
    return norm in SEQUENCE_NOUNS or (
        norm.endswith(SEQUENCE_TAILS) and norm not in words("kontakt partner flow pflege") and len(norm) > 5
    )


def clause_end(line: Line, start: int, end: int, *, strict: bool = False, claims: Claims | None = None) -> int:
    """Where the first request of [start, end) stops: before a joint or comma with an order behind it, else ``end``.

    ``claims(line, i, end)`` tells whether some reader makes a request of what follows a joint; it is asked a few times
    at most, so that a hostile row of joints stays cheap.
    """
    asks = _MOST_ASKED if claims and not strict else 0
    i = start + 1
    while i < end:
        token = line.tokens[i]
        if token.kind == "open":
            i = line.partner(i) + 1
            continue
        if i > start + 1 and (_runs_on(line, start, i) or _tells_on(line, i)):
            return i
        if token.norm == "n" and order_starts(line, i + 1, end, strict=False):
            return i  # "… n remind me"
        if line.norm(i + 1) in JOINTS and token.norm in JOINTS:
            i += 1  # "und dann auch noch": the last of them decides
            continue
        if token.norm in (w.CONJUNCTIONS & JOINTS) | _ORDINALS or token.norm in (",", ";", "&", "-", "–"):
            asked = token.norm == "," and line.norm(i + 1) in ("wie", "how")
            if not asked and (order_starts(line, i + 1, end, strict=strict) or _both_final(line, start, i, end)):
                return i
            if asks and not asked and token.norm not in ("-", "–"):
                asks -= 1
                leans = line.norm(i + 1) in _LEANING
                if claims and (leans or _opens_clause(line, i + 1, end)) and claims(line, i + 1, end):
                    return i
        i += 1
    return end


def _runs_on(line: Line, start: int, i: int) -> bool:
    """ "… is jetzt kundin erinner mich morgen": an imperative no other clause can hold begins without any mark."""
    ordered = line.norm(i) in _REMIND_ME and line.norm(i + 1) in w.SELF_OBJECT
    aimed = (
        line.norm(i) in _AIMED
        and line.norm(i + 1) in _AT_SOMEBODY
        and line.norm(i - 1).endswith(("en", "t", "n", "ig"))
    )
    ordered = ordered or aimed
    if line.norm(i - 1) in _WRITTEN:
        return False
    if ordered and i - start <= _DATE_WORDS and any(a == start and b == i for a, b in times.spans(line, start, i)):
        return False  # "In a fortnight remind me …"
    return ordered and line.norm(i - 1) not in w.CLOSED | w.FILLERS and line.tokens[i - 1].kind == "word"


def _tells_on(line: Line, i: int) -> bool:
    """ "… gesprochen sie is jetzt Kundin": behind a participle a subject with its verb begins a new statement."""
    before = line.tokens[i - 1]
    participle = (
        before.kind == "word"
        and before.norm.startswith(("ge", "be", "ver", "an", "auf", "er", "zu"))
        and (before.norm.endswith(("t", "en", "n")) and before.norm not in w.CLOSED)
    )
    subject = line.norm(i) in words("sie er der die she he")
    return participle and subject and line.norm(i + 1) in w.AUXILIARIES | words("is will möchte braucht")


def _opens_clause(line: Line, i: int, end: int) -> bool:
    """Whether the words behind a joint may be an order or a question of their own, not the joined half of one."""
    at = lead_in(line, i, end).at
    word = line.norm(at)
    if word in words("hab habe haben have do") and line.norm(at + 1) in w.SELF:
        return True
    return word in VERB_FORMS - INFINITIVES or word in w.QUESTIONS | w.WHY | w.MODALS_BOT


def _both_final(line: Line, start: int, i: int, end: int) -> bool:
    """ "Tom abhaken und Lisa auf morgen verschieben": two orders that both end in their verb."""
    last = end - 1
    while last > i and line.tokens[last].kind == "mark":
        last -= 1
    finals = words("abhaken") | {v for v in VERB_FORMS if v.endswith("en")}
    named = person(line, start, i, pronouns=False) is not None and person(line, i + 1, end, pronouns=False) is not None
    return named and line.norm(i - 1) in finals and line.norm(last) in finals


def text_end(line: Line, start: int, *, explicit: bool) -> int:
    """Where a text for somebody ends that begins at token ``start``: the end of the message or a clear new order.

    ``explicit`` (a colon came before it) keeps more: a new sentence then needs "und" or a line of its own.
    """
    total = len(line.tokens)
    block = line.norm(start) == "\n"
    bounds = {a: b for a, b in sentences(line)}
    i = start
    while i < total:
        token = line.tokens[i]
        if token.kind == "open":
            i = line.partner(i) + 1
            continue
        if (
            i > start
            and _numbered(line, i)
            and order_starts(line, i + 2, _sentence_end(line, i + 2, bounds), strict=False)
        ):
            return i
        if i > start and not explicit and told_too(line, i, _sentence_end(line, i, bounds)):
            return i
        if i > start and i in bounds:
            own_line = line.norm(i - 1) == "\n" and (not block or line.norm(i - 2) == "\n")
            joint = token.norm in JOINTS or _begins_anew(line, i, bounds[i])
            if (joint or own_line or not explicit) and order_starts(line, i, bounds[i], strict=True):
                return i
        elif (
            i > start
            and token.norm in {"und", "and", "dann", "then", "danach", "u", "n", *_ORDINALS}
            and order_starts(line, i + 1, _sentence_end(line, i, bounds), strict=True)
        ):
            colon = line.any(i, _sentence_end(line, i, bounds), words(":")) > 0
            if colon or not explicit or orders(line.norm(lead_in(line, i + 1, total).at), REMIND | START | STOP):
                return i
        i += 1
    return total


def _numbered(line: Line, i: int) -> bool:
    """ "2. Notiz zu …": the next item of a numbered list."""
    listed = line.norm(i).isdigit() and len(line.norm(i)) < 3 and line.norm(i + 1) in (".", ")")
    return listed and line.norm(i + 2) not in JOINTS


def _begins_anew(line: Line, i: int, end: int) -> bool:
    """ "… Schreib Daniela: …", "… Erinnere mich morgen an sie": a sentence in the very form an order begins with."""
    who = person(line, i + 1, end, alone=True) if line.norm(i) in WRITE | SEND else None
    if who is not None and not who.everybody and line.norm(who.end) == ":":
        return True
    reminds = line.norm(i) in _REMIND_ME and line.norm(i + 1) in w.SELF_OBJECT
    return reminds and any(line.norm(k) in w.CALENDAR for k in range(i, end))


def _sentence_end(line: Line, i: int, bounds: dict[int, int]) -> int:
    return min((b for b in bounds.values() if b > i), default=len(line.tokens))
