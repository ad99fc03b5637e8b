"""How an order begins: greeting, politeness, wishes and "don't forget to" before the act itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from agent.grammar import words as w
from agent.grammar.common import COMMON
from agent.grammar.given import GIVEN
from agent.grammar.normalise import Line, words
from agent.grammar.verbs import PAST, SAY_SOMETHING, TYPOS

WISHES = words("""
    möcht mecht mechat
    wanna möchte will wollte mag hätte brauche brauch want need would i'd wünsche wünsch like bräuchte wett wuerd würde
""")
_WISH_TAIL = WISHES | words("""
    ich i wir we gern gerne , dass that you u du to like love bitte auch noch jetzt please sie
""")
_SOFT = words("mal bitte kurz schnell please einfach eben grad gleich doch vielleicht")
_KIND = words("lieb nett gut freundlich kind nice")
_ORDERED = words("schreib schick sag erinner erinnere frag notier merk zeig start starte stopp stoppe gib")
_YOU = words("du you u ihr d")
_GREETS = words("guten gute good guata schönen schöne")
_FORGETTING = w.FILLERS | words("""
    vergiss vergess vergisst forget denk dran daran an nicht not net ned don't dont never to , dass that ja nid
""")
_NICE = words("""
    es it das that ich i i'd mich me wäre wär would be 'd super toll nett lieb schön great nice lovely awesome cool
    klasse gut good perfekt prima fände fänd würde freuen appreciate grateful happy sehr really echt total , fein
    wie how wärs wär's about spitze fantastic perfect wonderful ideal hilfreich helpful
""")
_IF_YOU = w.FILLERS | words("""
    du you u es it dir ihnen dich geht's gehts passt's passts 's grad gerade kurz mal eben a kurzen the zeit lust nerven
    minute minuten moment hast kannst magst willst möchtest passt geht ist wäre möglich have get find can could want
    chance time like would possible is it's nicht don't mind dazu kommst schaffst an der den pc rechner wieder irgendwie
    schon dabei bist sekunde second ne eine einen freie freien genug ausmacht sie haben können mögen don't free keine
    umstände macht
""")
_IF_ENDS = words(
    "hast kannst magst willst möchtest passt geht ist wäre kommst schaffst ausmacht haben können mögen macht"
)
_IF_ENDS |= words("bist")
_IF_ENDS_EN = words("can could time chance possible mind want like moment minute second")
_IF_ABOUT = words("du you u sie es it dir ihnen geht's gehts passt's passts 's möglich possible it's")
_FAVOURS = words("""
    güte freundlichkeit zeit lust moment minute minuten kurz mal eben gefallen bitte favour favor sekunde second die
    eine ne einen a me mir große kleine small quick da noch auch an dich you for
""")
_FORGET = words("vergess vergesse vergessen vergiss forget")
_PREAMBLE = w.FILLERS | words("""
    ich i dich you dir euch nur just mal kurz noch eben sagen say ask fragen bitten wollt wollte wanted möcht möchte was
    what to also äh ähm eigentlich schnell
""")
_LONGEST = 40
SENTENCE_ENDS = words(". ! ? ; …") | {"\n"}


@dataclass(slots=True)
class Lead:
    """How a clause begins: ``at`` is its first word behind the politeness.

    ``polite`` a request put to the bot, ``question`` in the form of one, ``wish`` said as one's own wish,
    ``keep`` a doubled negation that orders ("vergiss nicht …").
    """

    at: int
    polite: bool = False
    question: bool = False
    wish: bool = False
    keep: bool = False


def lead_in(line: Line, start: int, end: int) -> Lead:
    """Skips everything polite before the act, piece by piece, at most 40 words (hostile text stays bounded)."""
    lead = Lead(start)
    while lead.at < min(end, start + _LONGEST):
        taken = next((n for piece in _PIECES if (n := piece(line, lead.at, end, lead))), 0)
        if not taken or (taken == 1 and line.norm(lead.at) == "halt" and lead.at == start):
            break
        lead.at += taken
    return lead


def _you_there(line: Line, i: int, end: int, lead: Lead) -> int:
    """ "Du schreib mal …": somebody is called before the order."""
    return int(line.norm(i) == "du" and line.norm(i + 1) in _ORDERED)


def _unforgotten(line: Line, i: int, end: int, lead: Lead) -> int:
    a, b = line.norm(i), line.norm(i + 1)
    if a in words("not nicht ned net nöd nid") and b in ("vergessen", "forget", "vergess"):
        lead.keep = True
        return 2
    forgets = a in words("vergiss vergess vergisst vergesst forget") or (
        a in words("dont don't never") and b == "forget"
    )
    if not forgets and not (
        a == "denk" and b in words("dran daran bitte") and line.any(i, min(i + 4, end), words("dran daran")) > 0
    ):
        return 0
    j = i
    negated = False
    while j < end and line.norm(j) in _FORGETTING:
        negated = negated or line.norm(j) in w.NEGATIONS or line.norm(j) in ("dran", "daran")
        j += 1
    lead.keep = lead.keep or negated
    return j - i if negated else 0


def _greeting(line: Line, i: int, end: int, lead: Lead) -> int:
    a, b, c = line.norm(i), line.norm(i + 1), line.norm(i + 2)
    if a in _GREETS and b in w.CALENDAR:
        return 2
    if a in words("grüß gruess griaß grias griass") and b in words("di dich euch gott sie eich"):
        return 2
    if a in words("du you hör horch listen mensch") and b == ",":
        return 2
    if a == "du" and b in words("ich i könntest kannst"):
        return 1
    if a in ("alles", "all") and b in words("klar gut right"):
        return 2
    if a in words("für for") and b in words("mich me mi"):
        return 2
    if a in ("ich", "i") and b in words("bitt bitte beg") and c in words("di dich you sie"):
        return 3
    return 0


def _modal(line: Line, i: int, end: int, lead: Lead) -> int:
    """ "Kannst du", "could you", "könnten Sie", "du kannst", with what softens it further."""
    a, b = line.norm(i), line.norm(i + 1)
    formal = b == "sie" and a in words("können könnten würden möchten wollen") and line.tokens[i + 1].capital
    if a in words("du you u ya sie") and b in words(
        "kannst könntest sollst solltest musst can should could must darfst"
    ):
        lead.polite = True
        return 2
    if (a in w.MODALS_BOT and b in _YOU) or formal:
        taken = 2
    elif a in w.MODALS_BOT - words("can could would will can't willst mögest wirst") and b not in words("nicht man"):
        taken = 1
    else:
        return 0
    lead.polite = lead.question = True
    return taken + _softened(line, i + taken, end)


def _softened(line: Line, j: int, end: int) -> int:
    if line.norm(j) in ("nicht", "not") and line.norm(j + 1) in _SOFT:
        return 2
    if line.norm(j) == "mind":
        return 1
    doing = line.any(j, min(j + 7, end), words("gefallen favour favor"))
    if doing >= 0 and all(line.norm(k) in _FAVOURS | w.CLOSED for k in range(j, doing)):
        k = doing + 1
        while k < end and line.norm(k) in words("tun machen und and , zu to"):
            k += 1
        return k - j
    kind = line.any(j, min(j + 4, end), _KIND)
    being = line.any(j, min(j + 5, end), words("sein be"))
    joint = line.any(j, min(j + 7, end), words("und and as"))
    if kind >= 0 and being >= 0 and joint > max(kind, being) and line.norm(j) in words("so bitte be vielleicht please"):
        return joint + 1 - j + (line.norm(joint + 1) == "to")
    return 0


def _being_kind(line: Line, i: int, end: int, lead: Lead) -> int:
    """ "Sei so lieb und", "bist du so nett und", "seien Sie so gut und"."""
    if line.norm(i) not in words("sei bist wärst seien wären"):
        return 0
    joint = line.any(i, min(i + 8, end), words("und and"))
    if line.any(i, min(i + 6, end), _KIND) < 0 or joint < 0:
        return 0
    lead.polite = True
    return joint + 1 - i


def nice_condition(line: Line, i: int, end: int) -> int:
    """Length of "es wäre super, wenn du" or "I'd appreciate it if you could"; 0 when it is a real condition."""
    at = line.any(i, min(i + 10, end), words("wenn if"))
    if at <= i or line.norm(at + 1) not in _YOU | {"sie"} or any(line.norm(k) not in _NICE for k in range(i, at)):
        return 0
    if line.norm(i) in words("wäre wär would") and line.norm(i + 1) in words("es it das that"):
        return 0
    soft = line.norm(at + 2) in words("could can would bitte")
    return at + 2 + soft - i


def _nice(line: Line, i: int, end: int, lead: Lead) -> int:
    taken = nice_condition(line, i, end) or if_you_can(line, i, end) or favour(line, i, end)
    lead.polite = lead.polite or taken > 0
    return taken


def if_you_can(line: Line, i: int, end: int) -> int:
    """Length of "wenn du grad Zeit hast" or "if you get a chance", the comma behind it included; 0 for a condition."""
    if line.norm(i) not in words("wenn wann falls if when sobald"):
        return 0
    j = last = i + 1
    german = line.norm(i) not in words("if when")
    while j < end and j - i < 9 and line.norm(j) in _IF_YOU:
        j += 1
        if line.norm(j - 1) in (_IF_ENDS if german else _IF_ENDS_EN):
            last = j
    if last == i + 1 or line.any(i, last, _IF_ABOUT) < 0:
        return 0
    return last + (line.norm(last) in (",", ":")) - i


def favour(line: Line, i: int, end: int) -> int:
    """Length of "hast du die Güte," and "ich hätte da eine Bitte:"; 0 when nobody is asked for a favour."""
    stop = line.any(i, min(i + 10, end), words(", : und and to"))
    asked = line.norm(i) in words("hast hättest hätten do") and line.norm(i + 1) in _YOU | {"sie"}
    told = line.norm(i) in words("ich i hab habe hätte") and line.any(i, i + 3, words("hab habe hätte have")) >= 0
    if stop < 0 or not (asked or told) or line.any(i, stop, _FAVOURS if asked else words("bitte favour favor")) < 0:
        return 0
    return stop + 1 - i if all(line.norm(k) in _FAVOURS | _IF_YOU | w.CLOSED for k in range(i, stop)) else 0


def preamble(line: Line, i: int, end: int) -> int:
    """Length of "ich wollt nur kurz sagen" and "was ich noch sagen wollte": talk before the point; 0 without."""
    if line.norm(i) in words("falls bevor damit wenn before in für") and line.any(i, i + 8, _FORGET) > 0:
        return _lest(line, i, end)
    if line.norm(i) not in words("ich i was what wollt wollte wanted"):
        return 0
    j = i
    while j < end and j - i < 9 and line.norm(j) in _PREAMBLE:
        j += 1
    ends = line.norm(j - 1) in words("sagen say ask fragen bitten wollte wollt to") or line.norm(j) in words(
        "dass that"
    )
    said = line.any(i, j, words("sagen say ask fragen bitten")) > 0
    if not ends or not said or line.any(i, j, words("wollt wollte wanted möcht möchte")) < 0:
        return 0
    while j < end and line.norm(j) in words(", : - – … dass that to ob if"):
        j += 1
    return j - i


def _lest(line: Line, i: int, end: int) -> int:
    """Length of "falls ich's vergess:", "before I forget,"; what follows is to be kept in mind."""
    at = line.any(i, i + 8, _FORGET)
    closed = line.norm(at + 1) in (":", ",", "-", "–")
    small = w.CLOSED | words("ich's i's fall , dass case")
    return at + 2 - i if closed and all(line.norm(k) in small for k in range(i, at)) else 0


def _before_the_point(line: Line, i: int, end: int, lead: Lead) -> int:
    taken = preamble(line, i, end)
    lead.keep = lead.keep or (taken > 0 and line.any(i, i + taken, _FORGET) >= 0)
    return taken


def _go_ahead(line: Line, i: int, end: int, lead: Lead) -> int:
    a, b, c = line.norm(i), line.norm(i + 1), line.norm(i + 2)
    if a in ("make", "be") and b == "sure":
        return 3 if c in ("to", "you", "that") else 2
    if a in words("let's lets"):
        return 1
    if a in words("lass lasst let") and b in words("uns us"):
        return 2
    if a in ("go", "geh") and (b in ("ahead", "bitte", ",") or b in SAY_SOMETHING):
        return 3 if c == "and" else 2 if b in ("ahead", ",") else 1
    return 0


def _wished(line: Line, i: int, end: int, lead: Lead) -> int:
    a, b = line.norm(i), line.norm(i + 1)
    if a not in words("ich i i'd wir we wanna") and not (a in WISHES and b in words("ich i wir you")):
        return 0
    taken = wish_length(line, i, end)
    lead.wish = lead.wish or taken > 0
    return taken


def wish_length(line: Line, i: int, end: int) -> int:
    """Length of "ich möchte (gern), dass du" or "I'd like you to" and "ich will"; 0 when it is no wish."""
    j = i
    seen = False
    while j < end and line.norm(j) in _WISH_TAIL and j - i < 8:
        seen = seen or line.norm(j) in WISHES
        j += 1
    a, b = line.norm(i), line.norm(i + 1)
    if a in words("ich wir") and b in words("würde würd hätte") and line.any(i, j, words("gern gerne")) < 0:
        return 0
    if a in words("i we") and b == "would" and line.norm(i + 2) not in ("like", "love"):
        return 0
    return j - i if seen else 0


def _filler(line: Line, i: int, end: int, lead: Lead) -> int:
    word = line.norm(i)
    if word == "halt" and line.norm(i + 1) in w.ARTICLES | {"fest", "alles"}:
        return 0
    return 1 if word in w.FILLERS or word in ",!-–.…(&+" or word in ("dass", "that", "to") else 0


_Piece = Callable[[Line, int, int, Lead], int]
_PIECES: tuple[_Piece, ...] = (
    _before_the_point,
    _unforgotten,
    _greeting,
    _nice,
    _modal,
    _being_kind,
    _go_ahead,
    _wished,
    _filler,
    _you_there,
)
CERTAIN = w.CLOSED | PAST | COMMON | GIVEN


def orders(norm: str, group: frozenset[str]) -> bool:
    """Whether a word is of a verb class, forgiving one slip of the finger."""
    if norm in group:
        return True
    mended = TYPOS.mend(norm) if norm not in CERTAIN else None
    return mended is not None and mended in group
