"""Ways to people: "Verbinde mein WhatsApp", "Telegram-Link für Anna", "Frag Tom nach der Einwilligung für E-Mails"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import search
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
_CONSENT = words("""
    e-mail-einwilligung emaileinwilligung email-einwilligung mail-einwilligung newsletter-einwilligung opt-in optin
    double-opt-in doi bestätigungsmail bestätigungs-mail einwilligungsmail opt-in-mail optin-mail email-consent
""")
_AGREEMENT = words("einwilligung zustimmung erlaubnis consent permission")
_BY_MAIL = words("e-mail e-mails email emails mail mails newsletter")
_ASKS = words("frag frage fragen bitte bitten hol hole holen ask get request schick schicke send sende einhol einholen")
_FOR = words("für for an to von of zu")


def read_connect(line: Line, start: int, end: int) -> Found | None:
    """pair_account for one's own messenger, invite_link for a link to pass on, ask_email_consent for a yes by mail."""
    i = lead_in(line, start, end).at
    if i >= end or line.any(start, end, w.NEGATIONS) >= 0:
        return None
    spot = _link(line, i, end)
    if spot >= 0 and line.any(i, end, words(":")) < 0:
        return Found((request("invite_link", lead=_whose(line, spot, end)),), end)
    code = line.any(i, end, _CODE)
    if code >= 0 and line.any(i, end, words(":")) < 0:
        return Found((request("pair_account", name=_whose(line, code, end)),), end)
    asked = _consent(line, i, end)
    if asked is not None:
        return asked
    verb = line.any(i, end, _CONNECT)
    mine = line.any(i, end, words("mein meine meinen meinem my mich me"))
    ordered = verb > i or orders(line.norm(i), _CONNECT)
    if verb >= 0 and ordered and mine >= 0 and line.any(i, end, _MESSENGER) >= 0:
        return Found((request("pair_account"),), end)
    return None


def _consent(line: Line, i: int, end: int) -> Found | None:
    """ask_email_consent: the word for such a mail, or an agreement to be asked for that is about e-mails."""
    if line.any(i, end, words(":")) >= 0:
        return None
    named = line.any(i, end, _CONSENT) >= 0
    meant = line.any(i, end, _AGREEMENT) >= 0 and line.any(i, end, _BY_MAIL) >= 0
    if not named and not (meant and line.any(i, end, _ASKS) >= 0):
        return None
    who = search(line, i, end)
    name = bare(who.text) if who is not None and who.text else None
    return Found((request("ask_email_consent", lead=name or (line.focus if _pronoun(line, i, end) else None)),), end)


def _pronoun(line: Line, i: int, end: int) -> bool:
    return line.any(i, end, w.HIM_OR_HER) >= 0


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
