"""Links to the list of leads: "Teile meine heißen Leads für 3 Tage", "share my list", "beende das Teilen"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import LEAD_NOUNS, MAKE, STOP

_SHARE = words("teil teile teilen teilst share sharing freigeben")
_LINK = words("""
    teillink teil-link leselink lese-link freigabelink freigabe-link share-link sharelink sharing-link sharinglink
    view-link
""")
_WHAT = LEAD_NOUNS | words("""
    leads leadliste lead-liste liste kontaktliste kontakte übersicht ansicht dashboard tabelle list overview view table
    contacts pipeline
""")
_SHARED = words("teilen sharing geteilten geteilte shared freigabe")
_REVOKE = STOP | words("""
    widerruf widerrufe widerrufen revoke zurück zurückziehen zieh ziehe unshare deaktivier deaktiviere entzieh entziehe
    schließ schließe close end beende beenden
""")
_ITS_LINK = words("link links")
_DAYS = {**dict.fromkeys(words("tag tage tagen day days d"), 1), **dict.fromkeys(words("woche wochen week weeks"), 7)}
_TONES = {
    **dict.fromkeys(words("hot heiß heiße heißen heißesten hottest"), "hot"),
    **dict.fromkeys(words("warm warme warmen"), "warm"),
    **dict.fromkeys(words("cold kalt kalte kalten"), "cold"),
}
_ONE = words("einen einem eine einer ein a one")


def read_share(line: Line, start: int, end: int) -> Found | None:
    """share_leads or stop_sharing; "Teil Tom mit, dass …" tells somebody something and is not meant."""
    i = lead_in(line, start, end).at
    if i >= end or line.any(i, end, words(":")) >= 0:
        return None
    link, shared = line.any(i, end, _LINK), line.any(i, end, _SHARED)
    about_link = link >= 0 or (shared >= 0 and line.any(i, end, _ITS_LINK) >= 0)
    if _stops(line, i, end, about_link or shared >= 0):
        return Found((request("stop_sharing"),), end)
    verb = line.any(i, end, _SHARE)
    wanted = verb >= 0 and line.any(i, end, _WHAT) >= 0 and line.any(i, end, words("mit")) < 0
    asks = wanted and (orders(line.norm(i), _SHARE) or line.norm(end - 1) in _SHARE or verb > i)
    if not asks and not (about_link and (link >= 0 or line.any(i, end, MAKE) >= 0)):
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    return Found((request("share_leads", days=_days(line, i, end), quality=_tone(line, i, end)),), end)


def _stops(line: Line, i: int, end: int, about: bool) -> bool:
    return about and line.any(i, end, _REVOKE) >= 0


def _days(line: Line, i: int, end: int) -> int | None:
    for at in range(i, end - 1):
        unit = _DAYS.get(line.norm(at + 1))
        if unit is None:
            continue
        if line.norm(at).isdigit() and len(line.norm(at)) < 5:
            return int(line.norm(at)) * unit
        if line.norm(at) in _ONE:
            return unit
    return None


def _tone(line: Line, i: int, end: int) -> str | None:
    return next((_TONES[line.norm(at)] for at in range(i, end) if line.norm(at) in _TONES), None)
