"""One's own messengers and links: "Verbinde mein WhatsApp", "Kopplungscode bitte", "Telegram-Link für Anna"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare, person
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in, orders

_CONNECT = words("""
    verbinde verbinden verbind koppel kopple koppeln verknüpfe verknüpfen anbinden binde connect pair link hook
    verbindest koppelst anschließen schließ schließe
""")
_MESSENGER = words("""
    whatsapp telegram messenger handy telefon smartphone phone whatsapp-account telegram-account account konto
""")
_CODE = words("""
    kopplungscode koppelcode verbindungscode pairing-code pairingcode kopplungs-code koppelungscode pairing
""")
_LINK = words("""
    einladungslink einladungs-link einladelink anmeldelink telegram-link telegramlink eintragelink startlink
    invite-link invitelink invitation-link signup-link sign-up-link
""")
_LINK_OF_TWO = words("telegram invite invitation sign-up signup einladungs anmelde")
_ITS_NOUN = words("link links")
_FOR = words("für for an to von of zu")


def read_connect(line: Line, start: int, end: int) -> Found | None:
    """pair_account for one's own messenger (a leader names whose); invite_link for a link to be passed on."""
    i = lead_in(line, start, end).at
    if i >= end or line.any(start, end, w.NEGATIONS) >= 0:
        return None
    spot = _link(line, i, end)
    if spot >= 0 and line.any(i, end, words(":")) < 0:
        return Found((request("invite_link", lead=_whose(line, spot, end)),), end)
    code = line.any(i, end, _CODE)
    if code >= 0 and line.any(i, end, words(":")) < 0:
        return Found((request("pair_account", name=_whose(line, code, end)),), end)
    verb = line.any(i, end, _CONNECT)
    mine = line.any(i, end, words("mein meine meinen meinem my mich me"))
    asked = verb > i or orders(line.norm(i), _CONNECT)
    if verb >= 0 and asked and mine >= 0 and line.any(i, end, _MESSENGER) >= 0:
        return Found((request("pair_account"),), end)
    return None


def _link(line: Line, i: int, end: int) -> int:
    """Where the word for such a link ends; -1 when there is none."""
    alone = line.any(i, end, _LINK)
    if alone >= 0:
        return alone
    noun = line.any(i, end, _ITS_NOUN)
    return noun if noun > i and line.norm(noun - 1) in _LINK_OF_TWO else -1


def _whose(line: Line, spot: int, end: int) -> str | None:
    """The person behind "für" that the code or the link is made for."""
    k = line.any(spot + 1, end, _FOR)
    found = person(line, k + 1, end, pronouns=False) if k > 0 else None
    return bare(found.text) if found is not None and found.text else None
