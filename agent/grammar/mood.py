"""Whether a sentence is an order at all: politeness, wishes, negation, conditions, reports and sarcasm.

Polite questions ("kannst du …", "would you …") order; questions about oneself, about anyone or "what if" do not.
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.names import given, person
from agent.grammar.normalise import Line, words
from agent.grammar.polite import favour, if_you_can, nice_condition, orders, preamble, wish_length
from agent.grammar.verbs import PAST, SAID, SAY_SOMETHING, SHOW

_NICE_IFS = words("""
    zeit möglich geht geht's gehts kannst magst passt lieb can could possible chance minute moment get willst
    möchtest ok okay recht umstände want time mind
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
_THOUGHT -= {"war", "ware", "wurde", "wurd", "hatte", "hatt", "konnte", "konnt"}  # past forms of other verbs
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
_EXCLAIMED = words("na boah oh ach wow ohh hurra mensch man gee")
_PRAISE = words("""
    bravo super toll klasse prima herrlich wunderbar großartig spitze great perfect wonderful brilliant fantastic lovely
    genial fantastisch
""")
_EGGING = words("doch just ruhig besten gleich noch definitely why bitte go")


_WHENEVER = words("when once after before nachdem bevor sobald as until bis")


def blocked(line: Line, start: int, end: int) -> str | None:
    """Why the sentence [start, end) may cause nothing, seen from its beginning; None when it may be an order."""
    i = _skip(line, start, end)
    a, b = line.norm(i), line.norm(i + 1)
    if reported(line, start, end):
        return "not_understood"
    if nice_condition(line, i, end) and line.norm(end - 1) != "?":
        return None

    if a in _IFS and a != "nur" and not _nice_if(line, i, end):
        return "hypothetical"
    if (
        a in ("was", "what")
        and line.any(
            i, min(i + 6, end), words("wäre wär würde würd passiert passieren wenn if happens happen") - {"war"}
        )
        > 0
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
    if a in w.MODALS_SELF and b in _I and not _may_show(line, i, end) and not wish_length(line, i, end):
        return "hypothetical"
    if a in words("wär wäre wuerde würde würd would is ist should sollte könnte") and b in words("es it das that this"):
        return "hypothetical"
    if a in words("hätte hätten hätt wäre wären wär") and b in _I and not wish_length(line, i, end):
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
    taken = preamble(line, i, end) or favour(line, i, end)
    return _skip(line, i + taken, end) if taken else i


def _about_me(line: Line, i: int, end: int) -> str | None:
    a, b = line.norm(i), line.norm(i + 1)
    if a in _I and b in _I_MAY | PAST and not wish_length(line, i, end):
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
    if if_you_can(line, i, end):
        return True
    about_bot = (
        line.any(i, stop, words("du you u dir es it's geht's gehts möglich possible's")) > 0
        or line.any(i, stop, words("möglich geht possible")) > 0
    )
    return about_bot and stop - i <= 7 and line.any(i, stop, _NICE_IFS) > 0


def reported(line: Line, start: int, end: int) -> bool:
    """Somebody else's words: "Anna hat gesagt: …", "Tom meint, …", "Nachricht von Lisa: …", "Anna: …"."""
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
        mark = line.any(i, min(i + 8, end), words(": -"))
        return mark > 0 and not (mark + 2 >= end and line.tokens[end - 1].kind in ("email", "phone"))
    if orders(line.norm(i), SAY_SOMETHING) and not (i < end and given(line.tokens[i])):
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


def _asks_kindly(norms: list[str]) -> bool:
    return any(n in words("bitte please") for n in norms)


def sarcastic(line: Line) -> bool:
    """Bitter agreement around an order ("na klar, schick doch …, super Idee"), outside quotations, up to a colon."""
    colon = line.any(0, len(line.tokens), words(":"))
    own = line.unquoted(0, colon if colon > 0 else len(line.tokens))
    if any("🙄" in t.text for t in line.unquoted(0, len(line.tokens))) or line.raw.rstrip().endswith("/s"):
        return True
    norms = [t.norm for t in own if t.kind == "word"]
    if len(norms) == 3 and norms[-1] in _SARCASM_WORDS:
        return True
    if len(norms) < 4:
        return False
    tail = norms[-5:]
    if (
        any(pair == tuple(tail[k : k + 2]) for k in range(len(tail)) for pair in _SARCASM_END)
        or norms[-1] in _SARCASM_WORDS
    ):
        return True
    head = norms[:3]
    if [t.norm for t in own if t.norm not in (".", "!")][-2:] in ([",", "nicht"], [",", "not"]):
        return True
    colonless = colon < 0
    if colonless and head[0] in _EXCLAIMED and any(n in _PRAISE for n in head[1:3]) and not _asks_kindly(norms):
        return True
    clear = "klar" in norms[:5] and norms[0] in words("ja na jo joa") and "besten" in norms
    if clear and not _asks_kindly(norms):
        return True
    sure = any(n in _YES_SURE for n in head) or head[:1] in (["jaja"], ["yeah"])
    if head[:2] in (["yeah", "right"], ["ha", "ha"], ["haha"]) or head[:1] in (["haha"], ["lol"]):
        return True
    egged = any(n in words("doch besten just ruhig") for n in norms[1:7])
    return sure and egged and not any(n in words("bitte please") for n in norms)
