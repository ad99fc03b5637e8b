"""Talk about the bot's own doing: "why not?", help and taking back."""

from __future__ import annotations

from itertools import pairwise

from agent.grammar import words as w
from agent.grammar.common import OFF_TOPIC
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import known, search
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import HELP, LEAD_NOUNS, NOTE_NOUNS, REMINDER_NOUNS, SCORE_NOUNS, SEQUENCE_NOUNS, SHOW, UNDO

_SENT = words("""
    contacted messaged texted called kontaktiert angeschrieben informiert benachrichtigt funkstille
    raus gesendet geschickt bekommen gekriegt ging gegangen passiert gestoppt angehalten verschoben verschickt
    rausgegangen abgelehnt blockiert gemeldet erinnert gestartet warten wartet versendet angekommen geschrieben sent
    send sending go went out receive received get got gotten happen happened stop stopped skip skipped wait waiting
    blocked delivered deliver refused fail failed message messages anything something nichts nachricht nachrichten
    sequenz sequence erinnerung reminder score kalt heiß warm cold hot entschieden freigabe zugestellt gschickt
    rausgangen übersprungen geparkt parked liste list dran dabei fehlt missing tagesliste
""")
_SENDING = words("nachricht nachrichten message messages mail whatsapp sequenz sequence")
_BEFORE_WHY = w.FILLERS | words(", und aber hm sag mir tell me erklär erkläre explain kannst du can you weißt")
_NOT = words("isn't wasn't aren't hasn't haven't didn't doesn't don't")
_NEXT_TIME = words("""
    wieder again frühestens nächstes earliest next dran fällig due möglich allowed erlaubt darf erst
""")
_WRITTEN = words("""
    schreiben anschreiben kontaktieren anschreibe schreibe text contact message write reach dran fällig due turn liste
    list melden nachfassen
""")
_ANYBODY = words("man menschen people leute everybody earth erde")


def read_why(line: Line, start: int, end: int) -> Found | None:
    """ "Warum ging das nicht raus?", "why not Tom?": only about the bot's own acts, not about the sky."""
    i = start
    while i < end and line.norm(i) in _BEFORE_WHY:
        i += 1
    if not _asks_why(line, i, end):
        return None
    if line.any(i, end, OFF_TOPIC) >= 0:
        return Found((), end, "off_topic")
    who = search(line, i + 1, end)
    pronoun = line.any(i, end, w.HIM_OR_HER - words("em")) >= 0
    numbers = [line.norm(k).lstrip("#") for k in range(i, end) if line.tokens[k].kind == "number"]
    number = next((n for n in numbers if n.isdigit()), None)
    ours = line.any(i, end, _SENT) >= 0
    about_us = line.any(i, end, _ANYBODY) < 0 and (ours or line.any(i, end, w.NEGATIONS | _NOT) >= 0)
    about_us = about_us or _asks_when_next(line, i, end)
    short = sum(line.tokens[k].kind == "word" for k in range(i, end)) <= 3
    if not short and not (about_us and (who or pronoun or number or ours)):
        return None if who else Found((), end, "off_topic")
    lead = bare(who.text) if who and who.text else line.focus if pronoun else None
    return Found((request("explain", lead=lead, about=number),), end)


def _asks_when_next(line: Line, i: int, end: int) -> bool:
    """ "Wann darf ich Carla wieder schreiben?", "when is Tom due again?": the hold's end is part of the why."""
    if line.norm(i) not in words("wann when"):
        return False
    named = search(line, i + 1, end) is not None or line.any(i, end, w.HIM_OR_HER - words("em")) > 0
    return named and line.any(i, end, _NEXT_TIME) > 0 and line.any(i, end, _WRITTEN) > 0


def _asks_why(line: Line, i: int, end: int) -> bool:
    word = line.norm(i)
    if _asks_when_next(line, i, end):
        return True
    if word == "woran" and line.norm(i + 1) not in words("liegt lag lags liegts lag's liegt's"):
        return False
    if word in w.WHY - words("worum wozu") or (word == "how" and line.norm(i + 1) == "come"):
        return True
    if word == "aus" and line.norm(i + 2) == "grund":
        return True
    if word in ("was", "what") and line.norm(i + 1) in ("war", "ist", "was", "is") and line.any(i, end, _SENDING) > 0:
        return line.any(i, end, words("mit with")) > 0
    happened = line.any(i, end, words("passiert happened los problem fehler schief grund falsch wrong issue")) > 0
    return word in ("was", "what") and happened and line.any(i, end, SCORE_NOUNS) < 0


_AROUND_HELP = (w.FILLERS | w.SELF_OBJECT | w.MODALS_BOT | w.ARTICLES | w.MODALS_SELF | SHOW | HELP) | words("""
    du you ihr what was alle all liste list ich i need brauche
""")
_ABLE = words("kannst can könntest machst do")
_ALL_YOU_DO = words("tun machen do alles für everything for help helfen anstellen so kannst can")
_WORKS = words("funktioniert funktionieren geht work works bediene bedien benutze benutz nutze use")
_NO_TOPIC = (w.FILLERS | w.ARTICLES | w.PREPOSITIONS) | words("""
    das so hier du you it this does do work works funktioniert mir me ich i eigentlich ein eine zum thema on with
    bot the
""")


def read_help(line: Line, start: int, end: int) -> Found | None:
    """ "Hilfe", "was kannst du?", "wie funktionieren Erinnerungen?"."""
    i = lead_in(line, start, end).at
    i = start if i >= end else i
    word = line.norm(i)
    named = search(line, start, end) is not None
    said = [line.norm(k) for k in range(start, end) if line.tokens[k].kind == "word"]
    if word in HELP and end - i <= 6 and not named and line.norm(i + 1) not in w.HIM_OR_HER | w.THEM:
        return Found((request("help", topic=_topic(line, i + 1, end)),), end)
    able = bool(said) and said[-1] in words("draufhast kannst machst draufhaben kannst do bietest")
    if able and line.any(start, end, words("was what")) >= 0 and line.any(start, end, w.BOT) >= 0 and len(said) <= 9:
        return Found((request("help"),), end)
    calls = bool(said) and len(said) <= 7 and not named and (said[-1] in ("hilfe", "help") or said[0] == "hilfe")
    if calls or (len(said) <= 7 and set(said) & HELP and all(one in _AROUND_HELP for one in said)):
        return Found((request("help"),), end)
    if word in ("was", "what") and end - i <= 8 and line.any(i + 1, i + 4, _ABLE) > 0 and line.any(i, end, w.BOT) > 0:
        return Found((request("help"),), end) if line.any(i, end, _ALL_YOU_DO) > 0 else None
    if word in ("wie", "how") and line.any(i + 1, i + 4, _WORKS) > 0 and not named:
        smalltalk = line.any(i, end, words("es's geht's dir you")) >= 0 and line.any(i, end, _WORKS - words("geht")) < 0
        return None if smalltalk else Found((request("help", topic=_topic(line, i + 2, end)),), end)
    able = line.norm(i + 1) in words("kann mach mache do can starte lege setze") and line.norm(i + 2) in words(
        "ich i man"
    )
    if word in ("wie", "how") and able and not named and line.any(i, end, _OURS) > 0:
        return Found((request("help", topic=_topic(line, line.any(i, end, _OURS), end)),), end)
    return Found((request("help"),), end) if word in ("welche", "which") and line.any(i, end, HELP) > 0 else None


def _topic(line: Line, i: int, end: int) -> str | None:
    kept = [k for k in range(i, end) if line.tokens[k].kind == "word" and line.norm(k) not in _NO_TOPIC]
    return line.cut(kept[0], kept[-1] + 1) if kept and kept[-1] - kept[0] < 4 else None


_OURS = SEQUENCE_NOUNS | REMINDER_NOUNS | NOTE_NOUNS | LEAD_NOUNS - words("people leute leuten person personen")
_BACK = words("zurück back retour zruck zrugg")
_TAKE = words("nimm nehme nehmen hol hole take pull zieh ziehe call rufe ruf mach mache get")
_SEND = words("senden schicken abschicken sende schick send abgeschickt raus rausschicken rausgehen")
_STOPS = words("""
    halt stopp stop wait warte warten moment oh nein no ups oops shit mist nö doch äh hey oje scheiße verdammt bitte
    wollte didn't meant want wanted
""")
_THIS = words("""
    das dies die den letzte last it that this message nachricht sie es eben gerade letzten letztes mal wieder bitte
    please mir doch noch schnell lieber now jetzt sofort again alles wir ich was will wollte i wanted to want meant
    didn't ein eine a fehler irrtum irrtümlich fälschlich falsche falschen falscher falsches lead kontakt kontakts
    war falsch versehen wrong person war mean mistake
    hab habe geschickt aus vom from the gesendete aktion one
    action
""")
_SMALL = _THIS | _STOPS | w.FILLERS | w.NEGATIONS
_PLAIN_UNDO = words("rückgängig undo ungeschehen unsend rollback revert")
_CANCEL = words("cancel storniere lösche delete scratch forget vergiss")
_HALT = words("halt stopp stop")
_DONE_ALREADY = words("gemacht habe hab hat wurde war worden")


def read_undo(line: Line, start: int, end: int) -> Found | None:
    """ "Rückgängig", "nimm das zurück", "doch nicht senden", "undo that"."""
    said = [line.norm(k) for k in range(start, end) if line.tokens[k].kind == "word"]
    asked = line.norm(end - 1) == "?" and bool(said) and said[0] not in w.MODALS_BOT | words("können kann")
    if not said or len(said) > 10 or asked:
        return None
    if any(orders(word, UNDO) for word in said):
        return _undone(line, said, start, end)
    numbered = any(token.kind == "number" for token in line.tokens[start:end])
    return Found((request("undo"),), end) if not numbered and _takes_back(said) else None


_SOMEBODY = words("ich i er sie wir we he she")
_UNDO_NOW = words("mach mache machs mach's undo")


def _undone(line: Line, said: list[str], start: int, end: int) -> Found | None:
    """A sentence with a word like "rückgängig": an order unless it denies, reports or speaks of somebody's business."""
    group = set(said)
    if said[0] in w.MODALS_SELF | words("hätte hätt had") and said[1:2] in (["ich"], ["i"], ["wir"], ["we"]):
        return None
    plain = any(orders(word, _PLAIN_UNDO) for word in said)
    rest = [word for word in said if not orders(word, UNDO)]
    if not plain and not all(word in _SMALL | w.MODALS_BOT | w.BOT | words("machen") for word in rest):
        return None
    reports = (
        group & _DONE_ALREADY and said[0] not in words("mach mache bitte undo kannst") and not orders(said[0], UNDO)
    )
    who = search(line, start, end)
    reports = reports or any(a in _UNDO_NOW and b in _SOMEBODY for a, b in pairwise(said))  # "dann mach ich das …"
    if reports or (who is not None and (known(line, who) or line.tokens[who.start].capital)):
        return None
    last_no = max((n for n, word in enumerate(said) if word in w.NEGATIONS), default=-1)
    after = said[last_no + 1 :]
    anew = any(a in _UNDO_NOW and b not in _SOMEBODY for a, b in pairwise([*after, ""]))  # "…, mach das rückgängig"
    if last_no >= 0 and not anew and not group & words("doch nein no oh"):
        return Found((), end, "negated")
    return Found((request("undo"),), end)


def _takes_back(said: list[str]) -> bool:
    group = set(said)
    small = all(word in _SMALL | _TAKE | _BACK | _SEND | _CANCEL for word in said)
    if not small:
        return False
    if group & _TAKE and group & _BACK:
        return True
    if group & _BACK and group & _STOPS and group & words("falsch falsche falschen falscher falsches wrong"):
        return True
    if group & _BACK and all(word in _BACK | w.POLITE_ONLY | words("nein alles") for word in said):
        return True
    if group & _SEND and group & w.NEGATIONS:
        return bool(group & _STOPS) or len(said) <= 4
    if len(said) <= 3 and group & _HALT:
        return all(word in _HALT | words("nein doch nicht warte wait moment no") for word in said)
    return said[0] in _CANCEL and len(said) <= 4 and bool(group & words("das that it es this"))
