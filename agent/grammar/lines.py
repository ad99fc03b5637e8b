"""Questions about channels and consents: "Laufen alle Kanäle?", "Zeig die Einwilligungen von Anna"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import Person, bare, genitive
from agent.grammar.normalise import Line, words
from agent.grammar.people import last_word, search
from agent.grammar.polite import lead_in, orders
from agent.grammar.score import behind_tell_me

_CHANNELS = words("kanäle kanälen kanal channels channel leitungen leitung anbindungen provider anbieter")
_CHANNEL_STATE = words("""
    kanalstatus kanal-status kanalübersicht kanalzustand channel-status channel-health kanälestatus
""")
_ASKS_STATE = words("""
    status zustand läuft laufen funktioniert funktionieren geht gehts gehen steht stehen zeig zeige show how wie sind
    are is ist health überblick übersicht online erreichbar working work works okay ok alive störung störungen
""")
_CONSENTS = words("""
    einwilligung einwilligungen einverständnis einverständnisse einverständniserklärung zustimmung zustimmungen
    consent consents opt-ins optins opt-in optin permission permissions erlaubnis
""")
_SHOWS = words("""
    zeig zeige zeigen zeigst show list liste auflisten sehen see gib give nenn nenne welche welchen what which was
    habe hab hat haben has have gibt liegt liegen is are there alle all history verlauf stand schau schaue prüf prüfe
    check
""")
_SETS = words("""
    setz setze eintragen trag trage speicher speichere notier notiere erteilt gegeben gave gab widerrufen withdrawn
    withdrew zurückgezogen geändert ändere change set record note
""")


def read_lines(line: Line, start: int, end: int) -> Found | None:
    """channel_health for the state of the channels, show_consents for what a lead allowed."""
    i = behind_tell_me(line, start, end)
    if i >= end or line.any(i, end, w.NEGATIONS) >= 0 or line.any(i, end, words(":")) >= 0:
        return None
    if line.any(i, end, _CHANNEL_STATE) >= 0 or (
        line.any(i, end, _CHANNELS) >= 0 and line.any(i, end, _ASKS_STATE) >= 0 and end - i <= 9
    ):
        return Found((request("channel_health"),), end)
    return _consents(line, i, end, told=i > lead_in(line, start, end).at)


def _consents(line: Line, i: int, end: int, *, told: bool) -> Found | None:
    """``told``: "zeig mir" stood before."""
    spot = line.any(i, end, _CONSENTS)
    if spot < 0 or line.any(i, end, _SETS) >= 0 or end - i > 12:
        return None
    whose = _whose(line, i, end, spot)
    shows = told or line.any(i, spot, _SHOWS) >= 0 or orders(line.norm(i), _SHOWS) or line.norm(end - 1) == "?"
    bare_noun = whose is not None and (spot == i or (whose.end == spot and spot == last_word(line, i, end)))
    if not shows and not bare_noun:
        return None
    line.focus = (whose.text if whose else None) or line.focus
    name = bare(whose.text) if whose is not None and whose.text else None
    return Found((request("show_consents", lead=name),), end)


def _whose(line: Line, i: int, end: int, spot: int) -> Person | None:
    """Whose: "von Anna", "Annas Einwilligungen", "hat Anna … eingewilligt"."""
    for k in range(i, spot):
        own = genitive(line, k, end)
        if own and own.end == spot and line.tokens[k].kind == "word":
            return own
    return search(line, spot + 1, end) or search(line, i + 1, spot)
