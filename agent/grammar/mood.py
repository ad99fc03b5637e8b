"""Whether a sentence is an order at all: politeness, wishes, negation, conditions, reports and sarcasm.

German and English polite questions ("kannst du …", "would you …") order; questions about oneself, one or what if do not.
"""

from __future__ import annotations

from dataclasses import dataclass

from agent.grammar import words as w
from agent.grammar.common import COMMON
from agent.grammar.given import GIVEN
from agent.grammar.names import person
from agent.grammar.normalise import Line, words
from agent.grammar.verbs import PAST, SAID, SAY_SOMETHING, SHOW, TYPOS

_NICE_IFS = words("""
    zeit möglich geht geht's gehts kannst magst passt lieb can could possible chance minute moment get willst
    möchtest ok okay recht umstände want time mind
""")
_WISHES = words("""
    möchte will wollte mag hätte brauche brauch want need would i'd wünsche wünsch like bräuchte wett wuerd würde
""")
_IFS = words("wenn falls sofern sobald solange angenommen if unless suppose supposing nur")
_MAYBE = words("vielleicht eventuell evtl maybe perhaps vllt womöglich möglicherweise viellicht")
_I = words("ich i wir we man one mia mir is")
_I_MAY = words("""
    würde würd könnte könnt sollte sollt soll kann muss müsste darf dürfte werde wollte hätte wär wäre überlege
    überleg denke dachte frage fragte hab habe hatte war bin would could should might must may can shall can't have
    had was am wonder wondered thought think guess told wrote sent texted messaged asked reminded already 've'll
    schreib schreibe schick schicke sag sage erinnere ruf rufe melde frag starte starten glaube glaub weiß hasse
    liebe love hate weil finde find
""")
_THOUGHT = words("""
    überlege überleg denke dachte frage fragte wonder wondered thought think guess glaube glaub would could should
    might könnte könnt sollte sollt würde würd hätte wäre wär müsste dürfte vielleicht maybe wollte
""")
_REPORTERS = words("""
    kunde kundin chef chefin kollege kollegin mann frau jemand er sie sie's he she they someone somebody boss client
    customer lead mutter vater man alle viele leute people
""")
_SARCASM_END = (
    ("super", "idee"),
    ("tolle", "idee"),
    ("klasse", "idee"),
    ("geniale", "idee"),
    ("gute", "idee"),
    ("great", "idea"),
    ("brilliant", "idea"),
    ("genius", "idea"),
    ("von", "wegen"),
    ("brilliant", "plan"),
    ("toller", "plan"),
    ("super", "plan"),
    ("genialer", "plan"),
    ("great", "plan"),
    ("ganz", "toll"),
    ("echt", "toll"),
    ("wie", "toll"),
    ("yeah", "right"),
    ("as", "if"),
    ("dream", "on"),
    ("traeum", "weiter"),
    ("go", "wrong"),
    ("schief", "gehen"),
    ("just", "great"),
    ("just", "kidding"),
    ("nur", "spass"),
    ("kleiner", "scherz"),
)
_SARCASM_WORDS = words("""
    haha hahaha lol ironie schiefgehen schiefgehn rofl hihi scherz kidding spässle sarcasm sarkasmus lmao
""")
_YES_SURE = words("""
    klar sure genau sicher course natürlich right genial bestimmt toll super brilliant jaja obviously totally
    wunderbar großartig
""")
_EGGING = words("doch just ruhig besten gleich noch definitely why bitte go")


@dataclass(slots=True)
class Lead:
    """How a clause begins: ``at`` is its first word behind the politeness."""

    at: int
    polite: bool = False
    question: bool = False
    wish: bool = False
    keep: bool = False


def lead_in(line: Line, start: int, end: int) -> Lead:
    """Skips greeting, politeness and "don't forget to" before the act; ``keep`` marks such a doubled negation."""
    lead = Lead(start)
    while lead.at < end:
        i = lead.at
        a, b, c = line.norm(i), line.norm(i + 1), line.norm(i + 2)
        if (
            a in ("vergiss", "vergess", "vergisst", "vergesst", "forget")
            or (a in ("dont", "don't", "never") and b == "forget")
            or (a == "denk" and b in w.FILLERS | {"dran", "daran"})
        ):
            step, lead.keep = _forget(line, i, end)
            if not lead.keep:
                return lead
        elif a in ("not", "nicht") and b in ("vergessen", "forget"):
            step, lead.keep = 2, True
        elif a in ("make", "be") and b == "sure":
            step = 3 if c in ("to", "you", "that") else 2
        elif (a in ("du", "you", "hoer", "horch", "listen") and b == ",") or (
            a in ("alles", "all") and b in words("klar gut right")
        ):
            step = 2
        elif a in ("ich", "i") and b in ("bitt", "bitte", "beg") and c in words("di dich you"):
            step = 3
        elif (a in words("guten gute good guata") and b in w.CALENDAR) or (
            a in words("für for") and b in words("mich me mi")
        ):
            step = 2
        elif a in w.MODALS_BOT and b in ("du", "you", "u", "ihr", "me_", "d", "bitte"):
            step, lead.polite, lead.question = 2, True, True
            if line.norm(i + 2) in ("nicht", "not") and line.norm(i + 3) in (
                "mal",
                "bitte",
                "kurz",
                "schnell",
                "please",
            ):
                step = 4
            if line.norm(i + 2) == "mind" or (c in ("be",) and line.norm(i + 3) == "so"):
                step = 3
        elif a in words("kannst könntest könntst chasch kannt würdest") and b not in ("nicht", "man"):
            step, lead.polite, lead.question = 1, True, True
        elif a in ("du", "you") and b in words("kannst könntest sollst solltest musst can should could must darfst"):
            step, lead.polite = 2, True
        elif (
            a in ("sei", "bist", "waerst", "warst")
            and line.any(i, min(i + 5, end), words("lieb nett gut")) > 0
            and line.any(i, min(i + 7, end), words("und and")) > 0
        ):
            step, lead.polite = line.any(i, min(i + 7, end), words("und and")) - i + 1, True
        elif a in ("go", "geh") and (b in ("ahead", "bitte", ",") or b in SAY_SOMETHING):
            step = 3 if c == "and" else 2 if b in ("ahead", ",") else 1
        elif a in ("ich", "i", "i'd", "wir", "we") or (a in _WISHES and b in ("ich", "i", "wir")):
            step = _wish(line, i, end)
            if step == 0:
                return lead
            lead.wish = True
        elif (a in w.FILLERS and not (a == "halt" and i == start)) or a in ",!-.…" or a in ("dass", "that", "to"):
            step = 1
        else:
            return lead
        lead.at += step
    return lead


def _forget(line: Line, i: int, end: int) -> tuple[int, bool]:
    j = i
    negated = False
    while j < end and (
        line.norm(j)
        in w.FILLERS
        | words("""
            vergiss vergess vergisst forget denk dran daran an nicht not net ned don't dont never to , dass that ja
            nid
        """)
    ):
        negated = negated or line.norm(j) in w.NEGATIONS or line.norm(j) in ("dran", "daran")
        j += 1
    return max(j - i, 1), negated


def _wish(line: Line, i: int, end: int) -> int:
    """Length of "ich möchte (gern), dass du" or "I'd like you to" and "ich will"; 0 when it is no wish."""
    j = i
    seen = False
    group = _WISHES | words("ich i wir we gern gerne , dass that you u du to like love bitte auch noch jetzt please")
    while j < end and line.norm(j) in group and j - i < 8:
        seen = seen or line.norm(j) in _WISHES or line.norm(j) in ("i'd",)
        j += 1
    if (
        line.norm(i) in ("ich", "wir")
        and line.norm(i + 1) in ("wuerde", "wurde", "wuerd", "haette")
        and line.any(i, j, words("gern gerne")) < 0
    ):
        return 0
    if line.norm(i) in ("i", "we") and line.norm(i + 1) == "would" and line.norm(i + 2) not in ("like", "love"):
        return 0
    return j - i if seen else 0


_WHENEVER = words("when once after before nachdem bevor sobald as until bis")


def blocked(line: Line, start: int, end: int) -> str | None:
    """Why the sentence [start, end) may cause nothing, seen from its beginning; None when it may be an order."""
    i = _skip(line, start, end)
    a, b = line.norm(i), line.norm(i + 1)
    if reported(line, start, end):
        return "not_understood"
    if a in _IFS and a != "nur" and not _nice_if(line, i, end):
        return "hypothetical"
    if (
        a in ("was", "what")
        and line.any(i, min(i + 6, end), words("wäre wär würde würd passiert passieren wenn if happens happen")) > 0
    ):
        return "hypothetical"
    if a in _WHENEVER and 0 < line.any(i, end, words(",")) < end - 2:
        return "hypothetical"
    if a in _MAYBE or (
        a in ("stell", "stellt", "nehmen", "imagine", "angenommen", "gesetzt")
        and line.any(i, min(i + 4, end), words("vor mal an angenommen that du")) > 0
        and a not in ("stell", "stellt")
    ):
        return "hypothetical"
    if a == "stell" and b == "dir" and line.any(i, min(i + 4, end), words("vor")) > 0:
        return "hypothetical"
    if a in w.MODALS_SELF and b in _I and not _may_show(line, i, end) and not _wish(line, i, end):
        return "hypothetical"
    if a in words("wär wäre wuerde würde würd would is ist should sollte könnte") and b in words("es it das that this"):
        return "hypothetical"
    if a in ("how", "wie") and b in words("kann könnte würde can could would schreibe schreib do about wäre wär"):
        return "hypothetical"
    if (
        a in ("why", "warum")
        and b in words("don't dont not nicht")
        and line.norm(i + 2) in ("you", "du", "we", "i", "ich")
    ):
        return "hypothetical"
    return _about_me(line, i, end)


def _skip(line: Line, start: int, end: int) -> int:
    i = start
    while i < end and (
        line.norm(i)
        in words("""
            hallo hi hey na ja also und and so aber but okay ok hm hmm äh ähm , . ! moin servus well oh ach
            eigentlich btw übrigens mal wirklich
        """)
    ):
        i += 1
    return i


def _about_me(line: Line, i: int, end: int) -> str | None:
    a, b = line.norm(i), line.norm(i + 1)
    if a in _I and b in _I_MAY | PAST and not _wish(line, i, end):
        passive = line.any(i, end, words("erinnert reminded")) > 0 and line.any(i, end, words("werden be")) > 0
        if passive:
            return None
        past = line.any(i, end, PAST) > 0
        return (
            "hypothetical"
            if line.any(i, min(i + 3, end), _THOUGHT) >= 0
            else "not_understood"
            if past or b not in words("have hab habe bin am")
            else None
        )
    if (
        a in words("hab habe hatte i've ive have had")
        and line.any(i, end, PAST) > 0
        and line.any(i, end, words("erledigt done")) < 0
    ):
        return "not_understood"
    if (
        a in words("hast hat haben did have has wurde wurden was were ist")
        and line.any(i, end, PAST | SAY_SOMETHING) > 0
        and line.norm(end - 1) != ":"
    ):
        return "not_understood"
    return None


def _may_show(line: Line, i: int, end: int) -> bool:
    return (
        line.any(i, end, (SHOW | words("sehen see haben have bekommen")) - words("sag tell gib")) > 0
        and line.any(i, end, SAY_SOMETHING - SHOW) < 0
    )


def _nice_if(line: Line, i: int, end: int) -> bool:
    """ "Wenn du Zeit hast, …", "if you can, …": politeness, no condition."""
    comma = line.any(i, end, words(","))
    stop = comma if comma > 0 else min(i + 5, end)
    about_bot = (
        line.any(i, stop, words("du you u dir es it's geht's gehts möglich possible's")) > 0
        or line.any(i, stop, words("möglich geht possible")) > 0
    )
    return about_bot and stop - i <= 7 and line.any(i, stop, _NICE_IFS) > 0


def reported(line: Line, start: int, end: int) -> bool:
    """Somebody else's words: "Anna hat gesagt: …", "Tom meint, …", "Nachricht von Lisa: …", "Anna: …", a leading quotation."""
    i = _skip(line, start, end)
    if i < end and line.tokens[i].kind == "open":
        after = line.partner(i) + 1
        return line.any(after, min(after + 5, end), SAID) >= 0
    if line.norm(i) in words("fwd fw wg weitergeleitet forwarded laut according"):
        return True
    if (
        line.norm(i) in words("nachricht message whatsapp mail email sms antwort reply von from text sprachnachricht")
        and line.any(i, min(i + 3, end), words("von from")) >= 0
    ):
        return line.any(i, min(i + 8, end), words(": -")) > 0
    if orders(line.norm(i), SAY_SOMETHING) and line.norm(i) not in GIVEN:
        return False
    who = person(line, i, end)
    if who is None and line.norm(i) in w.ARTICLES | w.POSSESSIVES | _REPORTERS:
        j = i if line.norm(i) in _REPORTERS else i + 1
        if line.norm(j) not in _REPORTERS:
            return False
        at = j + 1
    elif who is None or who.everybody:
        return False
    else:
        at = who.end
    if line.norm(at) == ":" and who is not None:
        return True
    return _says(line, at, end)


def _says(line: Line, at: int, end: int) -> bool:
    j = at
    while (
        j < end
        and j - at < 3
        and line.norm(j)
        in words("hat has just gerade eben vorhin gestern heute mir uns me also auch dann wieder (") - {""}
    ):
        j += 1
    helped = line.any(at, j, words("hat has")) >= 0
    if line.norm(j) in SAID and (
        line.norm(j) not in words("will möchte wollte wants wanted")
        or line.any(j, end, words("dass that ich me to wir")) > 0
    ):
        return True
    return (
        helped
        and line.any(j, min(j + 4, end), SAID & PAST | words("gesagt gemeint gebeten gefragt erzählt mitgeteilt")) > 0
    )


def sarcastic(line: Line) -> bool:
    """Bitter agreement around an order ("na klar, schick doch …, super Idee"); read outside quotations and behind no colon."""
    colon = line.any(0, len(line.tokens), words(":"))
    end = colon if colon > 0 else len(line.tokens)
    if "🙄" in line.raw or line.raw.rstrip().endswith("/s"):
        return True
    norms = [t.norm for t in line.tokens[:end] if t.kind == "word"]
    if len(norms) < 4:
        return False
    tail = norms[-5:]
    if (
        any(pair == tuple(tail[k : k + 2]) for k in range(len(tail)) for pair in _SARCASM_END)
        or norms[-1] in _SARCASM_WORDS
    ):
        return True
    head = norms[:3]
    sure = any(n in _YES_SURE for n in head) or head[:1] in (["jaja"], ["yeah"])
    if head[:2] in (["yeah", "right"], ["ha", "ha"], ["haha"]) or head[:1] in (["haha"], ["lol"]):
        return True
    egged = any(n in words("doch besten just ruhig") for n in norms[1:7])
    return sure and egged and not any(n in words("bitte please") for n in norms)


_CERTAIN = w.CLOSED | PAST | COMMON | GIVEN


def orders(norm: str, group: frozenset[str]) -> bool:
    """Whether a word is of a verb class, forgiving one slip of the finger."""
    if norm in group:
        return True
    mended = TYPOS.mend(norm) if norm not in _CERTAIN else None
    return mended is not None and mended in group
