"""A whole person is to be erased: "lösch alle Daten von Tom", "Emily asked us to delete her data", "DSGVO-Löschung"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.fields import FIELD_NOUNS
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search_runs
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import NOTE, NOTE_NOUNS, REMIND, REMINDER_NOUNS, SAY_SOMETHING, SEQUENCE_NOUNS

_ERASES = words("""
    lösch lösche löschen löschst löscht gelöscht delete deleted deleting erase erased erasing entfern entferne entfernen
    entfernt remove removed removing vergiss vergesse vergessen forget tilge tilgen wipe purge
""")
_ERASURE = words("""
    löschung erasure deletion löschantrag löschanfrage löschbegehren löschverlangen datenlöschung dsgvo-löschung
    gdpr-erasure
""")
_LAW = words("dsgvo gdpr dsg art artikel article datenschutz privacy request antrag anfrage")
_DATA = words("daten data kontaktdaten personendaten datensatz informationen infos information record records")
_ALL = words("alles everything sämtliches komplett vollständig restlos completely entirely ganz")
_ABOUT = words("über zu von on about of zum zur")
_BOOK = words("""
    kontakten kontakte kontaktliste contacts kartei liste list datenbank database system adressbuch crm bestand
    leadliste leads
""")
_CONTACT = words("kontakt lead contact person interessent interessentin kunden kundin kunde customer")
_DONE = words("gelöscht deleted erased entfernt removed")
_WISHED = words("wird werden will möchte möchten soll sollen wants want be haben müssen muss must")
_WEAK = words("vergiss vergesse vergessen forget")  # "vergiss es" takes an order back
_OTHER = (
    NOTE_NOUNS
    | REMINDER_NOUNS
    | SEQUENCE_NOUNS
    | (FIELD_NOUNS - _DATA)
    | words("""
        termin termine meeting appointment entwurf entwürfe draft drafts nachricht nachrichten message messages team
        vorlage vorlagen template templates aufgabe task link links mail mails foto bild datei file einladung
    """)
)
_SMALL = words("""
    bitte mal jetzt sofort alle all sein seine seiner ihr ihre ihrer his her their möchte will wollte wünscht verlangt
    fordert beantragt hat hätte gern gerne dass wir uns ich us we asks asked asking wants wanted to for me mir für nach
    request requests requested that die der das den the from aus in im was what have has haben hat gespeichert stored
    saved wird werden be is sie ihn ihm er he him she wieder ganz endgültig for good und and raus out unserer unserem
    unseren meinen meiner meinem our my please gebeten um bittet it 17
""")


def read_erasing(line: Line, start: int, end: int) -> Found | None:
    """forget_lead, when erasing and a whole person's data stand together, or nothing but erasing and a person."""
    lead = lead_in(line, start, end)
    i = lead.at
    verb, noun = line.any(i, end, _ERASES), line.any(i, end, _ERASURE)
    if i >= end or (verb < 0 and noun < 0) or line.any(i, end, _OTHER) >= 0 or line.any(i, end, words(":")) >= 0:
        return None
    if orders(line.norm(i), SAY_SOMETHING | REMIND | NOTE) and line.norm(i) not in _ERASES:
        return None  # somebody is to be told, or it is to be kept in mind
    if line.norm(verb) in _DONE and line.any(i, end, _WISHED) < 0:
        return None  # "his data is deleted": that is so already
    asks = line.norm(i) in w.QUESTIONS | w.WHY | words("soll sollte should darf") or line.norm(end - 1) == "?"
    if (asks and not lead.polite) or end - i > 16:
        return None
    name = _named(line, i, end)
    if not _whole(line, i, end, noun) and not _only(line, i, end, verb, name):
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    back = line.any(i, end, w.HIM_OR_HER | words("seine ihre his her")) >= 0
    name = name or (line.focus if back else None)
    if name is None and not (line.any(i, end, _ABOUT | words("seine ihre")) >= 0 or noun >= 0):
        return None
    return Found((request("forget_lead", lead=name),), end)


def _whole(line: Line, i: int, end: int, noun: int) -> bool:
    """ "… alle Daten von", "alles über", "aus meinen Kontakten", "den Kontakt", "Löschung nach DSGVO"."""
    if noun >= 0:
        return line.any(i, end, _LAW | _DATA) >= 0 or "dsgvo" in line.norm(noun) or "daten" in line.norm(noun)
    everything = line.any(i, end, _ALL) >= 0 and (line.any(i, end, _ABOUT) >= 0 or line.any(i, end, _BOOK) >= 0)
    booked = any(line.norm(k) in _BOOK and line.any(i, k, words("aus from in of")) >= 0 for k in range(i, end))
    weak = line.any(i, end, _WEAK) >= 0
    return everything or (not weak and (line.any(i, end, _DATA | _CONTACT) >= 0 or booked))


def _only(line: Line, i: int, end: int, verb: int, name: str | None) -> bool:
    """ "Lösche Sandra Pohl (komplett)": the order, one person, and small words."""
    if name is None or verb < 0 or line.norm(verb) in _WEAK:
        return False
    rest = [line.norm(k) for k in range(i, end) if line.tokens[k].kind in ("word", "number", "phone", "email")]
    return len([one for one in rest if one not in _OWN]) <= len(name.split())


_OWN = (
    _ERASES | _ERASURE | _LAW | _DATA | _ALL | _ABOUT | _BOOK | _CONTACT | _SMALL | w.FILLERS | w.ARTICLES
    | w.POSSESSIVES | w.MODALS_BOT | w.MODALS_SELF | w.SELF_OBJECT | w.BOT
)  # fmt: skip


def _named(line: Line, start: int, end: int) -> str | None:
    """Who is named between the words of the order."""
    runs, begin = [], start
    for k in range(start, end + 1):
        if k == end or line.norm(k) in _OWN or line.tokens[k].kind == "mark":
            if k > begin:
                runs.append((begin, k))
            begin = k + 1
    who = search_runs(line, runs)
    return bare(who.text) if who is not None and who.text else None
