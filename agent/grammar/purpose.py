"""What a rep talks about with somebody, buying or joining: "mit Tom rede ich wegen Partnerschaft", "for me just a
customer". The lead lock goes by it, so only what is said of today's talk counts: no plan, no memory of a talk.
"""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.fields import FIELDS
from agent.grammar.names import Person
from agent.grammar.normalise import Line, words

_JOINING = words("""
    partnerschaft partner partnerin geschäft geschäfts geschäftspartner geschäftspartnerin geschäftspartnerschaft
    vertriebspartner vertriebspartnerin vertriebspartnerschaft geschäftsidee geschäftsmöglichkeit business recruiting
    recruitment recruiten rekrutierung rekrutieren teamaufbau einstieg einstiegs einsteigen mitmachen mitarbeit
    opportunity partnership joining nebenverdienst zweiteinkommen
""")
_BUYING = words("""
    produkt produkte produkten produkts product products kunde kunden kundin customer client verkauf verkaufen kauf
    kaufen sales selling sale buying bestellung bestellungen
""")
_CONTACTS = words("kontakt gespräch gespräche kandidat kandidatin contact prospect talk candidate lead")
_TALKS = words("""
    rede reden red spreche sprechen sprech unterhalte unterhalten quatsche talk talking speak speaking chat chatting
    discuss discussing gespräch austausch kontakt
""")
_ABOUT = words("wegen über übers um ums zum zur zu about on for")
_GOES = words("geht gehts geht's dreht is it's its")
_ONLY = words("nur just only rein ausschließlich lediglich bloß purely merely")
_TREATS = words("betreue behandle sehe führe habe see treat handle have")
_WINS = words("gewinnen werben aufbauen win recruit recruiten")
_IS = words("ist is bleibt stays")


def read_purpose(line: Line, who: Person, i: int, end: int) -> tuple[int, str, str] | None:
    """Position, ``purpose`` and its value (a reader of ``fact_values``)."""
    at, aim = _aim(line, who, i, end)
    if not aim or times.spans(line, i, end):
        return None
    named = line.any(i, end, FIELDS["purpose"])
    said = (0 <= named < at) or _talks(line, i, at, end) or _stands_for(line, who, i, at, end)
    return (at, "purpose", aim) if said else None


def _aim(line: Line, who: Person, i: int, end: int) -> tuple[int, str]:
    """The last word that says what for; one that a "kein" denies is none."""
    for k in range(end - 1, i - 1, -1):
        aim = _means(line.norm(k))
        if aim and not who.start <= k < who.end and line.norm(k - 1) not in w.NEGATIONS:
            return k, aim
    return -1, ""


def _means(norm: str) -> str:
    if norm in _JOINING:
        return "recruiting"
    if norm in _BUYING:
        return "product"
    for tail in _CONTACTS:
        head = norm.removesuffix(tail).rstrip("-")
        if head and head != norm:
            return "recruiting" if head in _JOINING else "product" if head in _BUYING else ""
    return ""


def _talks(line: Line, i: int, at: int, end: int) -> bool:
    """ "Ich rede mit Tom über …", "bei Tom geht es um …", "with Priya it's about …"."""
    about = line.any(i, at, _ABOUT)
    if about < 0:
        return False
    mine = line.any(i, end, w.SELF | words("wir we")) >= 0 and line.any(i, end, _TALKS) >= 0
    goes = line.any(i, at, _GOES) >= 0 and line.any(i, at, words("um ums about")) >= 0
    return mine or goes


def _stands_for(line: Line, who: Person, i: int, at: int, end: int) -> bool:
    """ "… ist für mich nur Kundin", "… betreue ich nur als Kunden", "… ist ein Recruiting-Kontakt"."""
    only = line.any(i, at, _ONLY) >= 0
    to_me = any(
        line.norm(k) in words("für for") and line.norm(k + 1) in words("mich me uns us") for k in range(i, end - 1)
    )
    if line.any(i, at, _IS) >= 0:
        kind = line.norm(at) not in _JOINING | _BUYING or line.norm(at + 1) in _CONTACTS
        return kind or (only and to_me)
    held = line.norm(at - 1) in words("als as a eine einen") and line.any(i, at, words("als as")) >= 0
    mine = line.any(i, end, w.SELF | words("wir we")) >= 0
    treated = only and line.any(i, at, _TREATS) >= 0
    return held and mine and (treated or line.any(i, end, _WINS) >= 0)
