"""What is set up once: how contacts come in, the website's chat, and how one's own messages sound."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, Value, request
from agent.grammar.normalise import Line, words
from agent.grammar.polite import lead_in
from agent.grammar.verbs import SHOW, UNDO

_CONTACTS = words("""
    kontakte kontakten leads kunden adressbuch adressen telefonbuch telefonkontakte handykontakte kontaktliste
    namensliste leadliste kundenliste contacts leads customers clients
""")
_FILES = words("""
    csv excel xlsx vcard vcf datei tabelle spreadsheet file export chat-export chatexport excel-liste excelliste
    excel-tabelle csv-datei excel-datei
""")
_BRINGS = words("importieren importiere import importing hochladen upload uploading einlesen einspielen reinladen "
                "reinbringen reinbekommen reinkriegen reinholen übertragen")  # fmt: skip
_SPLIT = words("krieg kriege kriegen bekomm bekomme bekommen bring bringe bringen lad lade laden hol hole holen spiel "
               "spiele lese les get bring load put")  # fmt: skip
_INTO = words("rein herein hinein hoch ein rüber in into up over")
_HOW = words("wie wo how where kann könnte can could geht gehts wohin möchte will want möcht würde gibts gibt")
_DONE = words("hab habe hast haben have did has hat")

_SITE = words("website webseite homepage internetseite seite webpage site hp web landingpage")
_SITE_CHATS = words("""
    webchat websitechat website-chat web-chat homepage-chat webseitenchat webseiten-chat chatwidget chat-widget
    sitechat seitenchat widget
""")
_CHAT = words("chat chatfenster chatbox chat-code chatcode chatbot chat-link")
_ASKS_SITE = SHOW | words("""
    wie wo how where code link einbau einbauen einbinden einbetten embed integrieren integrate adresse address was what
    gibt brauch brauche need want möchte will install installieren aktivieren aktiviere schlüssel key
""")
_KEYS = words("schlüssel key code")
_RENEWS = words("erneuer erneuere erneuern renew mach mache machen erstell erstelle generier generiere generate make "
                "create gib give reset")  # fmt: skip
_NEW = words("neuen neuer neues neu new fresh")

_STYLE_NOUNS = words("stil schreibstil ton tonfall stimme sprachstil style tone voice")
_MINE = words("mein meine meinem meinen my mine")
_MESSAGES = words("nachrichten texte messages texts")
_SHOULD = words("soll sollen should ist sei wird klingen sound sounds klingt auf to mach mache make setz setze set "
                "stell stelle ändere change")  # fmt: skip
_SOUND = words("klinge kling klingen klingt sound sounding schreib schreibe schreiben write antworte texte")
_ALWAYS = words("immer künftig zukunft generell grundsätzlich ab always generally future on stets fortan")
_TYPES = {
    "friendly": ("freundlich", "herzlich", "nett", "friendly", "warmer", "waermer", "kind"),
    "professional": ("professionell", "serioes", "sachlich", "foermlich", "formell", "professional", "formal"),
    "playful": ("locker", "verspielt", "lustig", "humorvoll", "playful", "casual", "funny"),
    "calm": ("ruhig", "gelassen", "entspannt", "calm", "relaxed"),
    "direct": ("direkt", "knapp", "direct", "straight"),
}
_EMOJIS = words("emoji emojis smiley smileys smilies emoticons")
_HOW_MANY = {"many": words("mehr viele viel more many lots"), "few": words("weniger wenige wenig fewer less few")}


def read_setup(line: Line, start: int, end: int) -> Found | None:
    """import_leads, website_chat or set_voice; each names what it is about, so nothing else is taken for it."""
    lead = lead_in(line, start, end)
    colon = line.any(lead.at, end, words(":"))
    if lead.at >= end or colon >= 0 or end - lead.at > 16 or line.norm(start) in w.WHY:
        return None
    return _imports(line, start, lead.at, end) or _website(line, lead.at, end) or _voice(line, start, lead.at, end)


def _imports(line: Line, start: int, i: int, end: int) -> Found | None:
    """ "Wie krieg ich meine Kontakte rein?", "ich möchte eine CSV importieren", "can I upload an Excel file?"."""
    about = line.any(i, end, _CONTACTS | _FILES)
    if about < 0 or line.any(start, end, w.NEGATIONS | UNDO) >= 0 or line.norm(i) in _DONE:
        return None
    whole = line.any(i, end, _BRINGS)
    split = line.any(i, end, _SPLIT)
    into = line.any(max(split, 0) + 1, end, _INTO)
    asked = line.any(start, i + 1, _HOW) >= 0 or line.norm(end - 1) == "?"
    named = whole >= 0 and (asked or whole in (i, end - 1) or line.norm(end - 1) in words(". ! ?"))
    particle = split >= 0 and asked and into > split and (line.norm(into + 1) in words("? ! .") or into == end - 1)
    return Found((request("import_leads"),), end) if named or particle else None


def _website(line: Line, i: int, end: int) -> Found | None:
    """ "Gib mir den Code für den Website-Chat"; a new key only when one is ordered, since the old address then ends."""
    chat = line.any(i, end, _SITE_CHATS)
    if chat < 0 and (line.any(i, end, _CHAT) < 0 or line.any(i, end, _SITE) < 0):
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    new = line.any(i, end, _NEW)
    if line.norm(i) in _RENEWS and (
        line.norm(new + 1) in _KEYS if new > 0 else line.norm(i).startswith(("erneu", "ren"))
    ):
        return Found((request("website_chat", key="new"),), end)
    alone = chat >= 0 and end - i <= 3
    return Found((request("website_chat"),), end) if alone or line.any(i, end, _ASKS_SITE) >= 0 else None


def _voice(line: Line, start: int, i: int, end: int) -> Found | None:
    """ "Mein Stil soll professionell sein", "schreib ab jetzt lockerer", "keine Emojis mehr"."""
    emojis = _emojis(line, i, end)
    if emojis is not None:
        return Found((request("set_voice", emoji_style=emojis),), end)
    kind = next((name for k in range(i, end) for name, stems in _TYPES.items() if line.norm(k).startswith(stems)), None)
    if kind is None or line.norm(end - 1) == "?" or line.any(i, end, w.HIM_OR_HER | w.THEM) >= 0:
        return None
    own = line.any(i, end, _MINE) >= 0 and line.any(i, end, _STYLE_NOUNS | _MESSAGES) >= 0
    stated = own and line.any(i, end, _SHOULD) >= 0
    lasting = line.norm(i) in _SOUND and line.any(i, end, _ALWAYS) > 0
    if not (stated or lasting) or not _small(line, i, end):
        return None
    if line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    return Found((request("set_voice", type=kind),), end)


def _emojis(line: Line, i: int, end: int) -> Value | None:
    """How many emojis from now on; a wish about one draft ("ohne Emojis") is no setting."""
    at = line.any(i, end, _EMOJIS)
    if at < 0 or not _small(line, i, end):
        return None
    lasting = line.any(i, end, _ALWAYS | _MINE) >= 0 or line.norm(at + 1) in words("mehr anymore bitte please")
    if line.any(i, at, words("kein keine no without ohne nie never")) >= 0:
        return "none" if lasting else None
    return next((name for name, group in _HOW_MANY.items() if lasting and line.any(i, at, group) >= 0), None)


def _small(line: Line, i: int, end: int) -> bool:
    """Whether nothing is said but the style itself, so that no message and nobody else is meant."""
    known = w.CLOSED | w.FILLERS | _STYLE_NOUNS | _MESSAGES | _SHOULD | _SOUND | _ALWAYS | _EMOJIS
    known |= words("more mehr less etwas bisschen bit sein be verwende benutze nutze use wirken formuliert formulier")
    styles = tuple(stem for stems in _TYPES.values() for stem in stems)
    return all(
        line.tokens[k].kind == "mark" or line.norm(k) in known or line.norm(k).startswith(styles) for k in range(i, end)
    )
