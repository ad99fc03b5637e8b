"""Companies: "schau dir firma.de an", "lies die Website … für Tom", "was weißt du über die Firma X?"."""

from __future__ import annotations

import re

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import MAKE, SAY_SOMETHING, SCORE, SEARCH, SHOW

_LINK = re.compile(r"(?:https?://|www\.)\S+|[^\W\d_][\w-]*(?:\.[\w-]+)*\.[a-z]{2,10}(?:/\S*)?", re.IGNORECASE)
_READ = (
    SCORE
    | SEARCH
    | SHOW
    | words("""
    lies lese lesen liest read reading scrape scrapen scraping recherchier recherchiere recherchieren research sieh
    siehst durchsuch durchsuche durchsuchen crawl crawle crawlen browse untersuch untersuche untersuchen hol hole
    extrahier extrahiere extract guck gucke kuck kucke check checke prüf prüfe analysier analysiere look luag lueg
    schau schaue schauen besuch besuche visit go geh sammle sammel gather finde ermittle
""")
)
_COMPANY = words("""
    firma firmen unternehmen betrieb company business website webseite homepage internetseite seite site web-site
    webauftritt impressum
""")
_VIDEO = words("video videos videolink video-link teamvideo team-video")
_FIRM = words("firma unternehmen betrieb company business")
_LEGAL = words("gmbh ag kg ohg ug gbr ek e.k ltd inc llc mbh se")
_ASKS = words("was what wer who wie how welche which wo where wieviel wieviele infos info information informationen")
_BEFORE_NAME = w.ARTICLES | words(
    "firma unternehmen betrieb company business von of über about zu zur zum at bei namens called named"
)
_NOT_NAME = words(
    "gehört ist sitzt macht hat heißt arbeitet beschäftigt does do has have is make employ employs work works"
)


def read_company(line: Line, start: int, end: int) -> Found | None:
    """scrape_company for an address to read, show_company for a firm that is asked about."""
    i = lead_in(line, start, end).at
    if i >= end:
        return None
    spot = next((k for k in range(i, end) if _is_link(line, k)), -1)
    if spot >= 0 and line.any(i, end, _VIDEO) >= 0:
        return _video(line, i, spot, end)
    return _site(line, i, spot, end) if spot >= 0 else _asked(line, i, end)


def _video(line: Line, i: int, spot: int, end: int) -> Found | None:
    """ "Unser Video ist …", "set our video to …": the team's own, not one to be sent to somebody."""
    first = line.norm(i)
    ours = line.any(i, spot, words("unser unsere unserem neues neue our the das team teamvideo new")) >= 0
    sets = orders(first, MAKE) or first in words("nimm nehmt nutz nutze use ändere change unser our das the neues new")
    if not ours or not sets or line.any(i, end, w.NEGATIONS) >= 0:
        return None
    return Found((request("set_video", url=line.tokens[spot].text.rstrip(".,;:!?)>")),), end)


def _is_link(line: Line, k: int) -> bool:
    token = line.tokens[k]
    return (
        token.kind == "word" and ("." in token.text or "://" in token.text) and _LINK.fullmatch(token.text) is not None
    )


def _site(line: Line, i: int, spot: int, end: int) -> Found | None:
    """An order to read, a question about what stands there, or nothing but the address."""
    said = [line.norm(k) for k in range(i, end) if k != spot and line.tokens[k].kind == "word"]
    if any(orders(word, SAY_SOMETHING - SHOW) for word in said[:2]):
        return None
    known = any(orders(word, _READ) or word in _ASKS | _COMPANY for word in said)
    if said and not known:
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    who = next(
        (found for k in range(i, end) if line.norm(k) in _FOR and (found := search(line, k + 1, end)) is not None), None
    )
    who = None if who is not None and who.start <= spot < who.end else who
    url = line.tokens[spot].text.rstrip(".,;:!?)>\"'“”»")
    lead = bare(who.text) if who is not None and who.text else None
    line.focus = lead or line.focus
    return Found((request("scrape_company", url=url, lead=lead),), end)


_FOR = words("für for bei zu to von of")


def _asked(line: Line, i: int, end: int) -> Found | None:
    """ "Was weißt du über die Firma X", "zeig mir die X GmbH", "wie viele Mitarbeiter hat Firma X"."""
    word = line.norm(i)
    if not (
        word in _ASKS
        or orders(word, SHOW - words("gib give sag tell"))
        or word in words("sag tell erzähl erzähle gib give")
    ):
        return None
    firm = line.any(i, end, _FIRM)
    legal = line.any(i, end, _LEGAL)
    if firm < 0 and legal < 0:
        return None
    if firm >= 0:
        first, stop = firm + 1, end
    else:
        first, stop = legal, legal + 1
        while first > i and legal - first < 4 and line.norm(first - 1) not in _BEFORE_NAME | w.CLOSED:
            first -= 1
    while first < stop and (line.norm(first) in _BEFORE_NAME or line.tokens[first].kind == "open"):
        first += 1
    while stop > first and (line.tokens[stop - 1].kind != "word" or line.norm(stop - 1) in w.FILLERS | _NOT_NAME):
        stop -= 1
    if first >= stop or stop - first > 7:
        return None
    if any(line.norm(k) in w.THIRD_PERSON | w.SELF for k in range(first, stop)):
        return None
    return Found((request("show_company", name=line.cut(first, stop)),), end)
