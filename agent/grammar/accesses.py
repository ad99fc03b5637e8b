"""Who saw one's own data: "Wer hat auf meine Daten zugegriffen?", "Who has looked at my leads?"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, words
from agent.grammar.score import behind_tell_me

_LOG = words("""
    zugriffe zugriffsprotokoll zugriffs-protokoll zugriffsliste datenzugriffe datenzugriff access-log accesslog
    accesses
""")
_LOGS = words("log logs history record records")
_WHO = words("wer who jemand irgendjemand irgendwer irgendeiner anyone anybody someone somebody")
_OF = words("von unter aus of among")
# "Who of my leads saw the video?" is about the leads, not about what others saw of mine.
_OTHER = words("""
    nachricht nachrichten mail mails e-mail e-mails video videos link links angebot message messages email emails offer
    anhang datei post
""")
_LOOKED = words("""
    zugegriffen zugreifen zugreift zugriff angesehen angeschaut angeguckt gesehen eingesehen reingeschaut
    reingesehen geschaut geguckt mitgelesen gelesen abgerufen geöffnet exportiert heruntergeladen accessed access seen
    looked looking read reading viewed viewing opened exported downloaded saw
""")
_MINE = words("mein meine meinen meiner meinem my mine mir")
_DATA = words("""
    daten zahlen kontakte kontakten leads lead liste chats chat unterhaltungen unterhaltung gespräche gesprächen
    verläufe verlauf statistik statistiken ergebnisse profil konto data figures numbers contacts list conversations
    conversation stats profile account
""")


def read_accesses(line: Line, start: int, end: int) -> Found | None:
    """show_accesses; about a message that was read or not somebody asks elsewhere."""
    i = behind_tell_me(line, start, end)
    if i >= end or end - i > 12 or line.any(i, end, words(":")) >= 0 or line.any(i, end, w.NEGATIONS) >= 0:
        return None
    mine, who = line.any(i, end, _MINE), line.any(i, end, _WHO)
    about = mine >= 0 and line.any(mine + 1, mine + 3, _DATA) >= 0 and line.any(i, end, _OTHER) < 0
    asked = about and line.any(i, end, _LOOKED) >= 0 and who >= 0 and line.norm(who + 1) not in _OF
    pair = any(line.norm(k) == "access" and line.norm(k + 1) in _LOGS for k in range(i, end - 1))
    named = line.any(i, end, _LOG) >= 0 or pair
    return Found((request("show_accesses"),), end) if asked or named else None
