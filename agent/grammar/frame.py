"""The frame of an order to write: verb, recipient, channel and delimiter, read piece by piece in any order.

Each reader looks at the words where the frame stands and returns how many of them belong to its role, 0 for none.
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.frame_edges import (
    CHANNEL_PREPOSITIONS,
    LABELS,
    MESSAGE,
    THAT,
    corrects,
    label_ends,
    negates,
    only_fillers,
    paused,
    quoted_soon,
    scheduled,
    topic,
)
from agent.grammar.names import Person, genitive, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import known, row
from agent.grammar.polite import orders
from agent.grammar.segment import text_end
from agent.grammar.texts import Frame, told_about
from agent.grammar.verbs import ASK, SAY_SOMETHING
from agent.grammar.ways import CHANNEL_WORDS, channel_at

_MESSAGE_ADJECTIVES = words("kurze kurzes nette netten schnelle kleine neue liebe short quick nice brief little kind")
_RECIPIENT_PREPOSITIONS = words("am an to for zu für ans bei mit with")
_SUBJECTS = words("ich wir du er sie man")
_ABOUT_THAT = words("darüber drüber davon")
_WHETHER = words("""
    ob if whether wann when wo where wie how was what wer who warum why welche which wieviel wieso
""")
_GETS = words("bekommt kriegt erhält bekäme gets receives bekommen")
_VERB_OR_NOUN = words("text info reply note antwort update memo message msg dm mail email")
_BEFORE_MESSAGE = (w.INDEFINITE | w.ARTICLES | _MESSAGE_ADJECTIVES) | words("""
    an folgende folgenden following diese dieses diesen this dieselbe selbe gleiche same genau exact
""")
_TEXT_OPENERS = words("text info update line note word")
_TOPIC_PREPOSITIONS = words("von from zum zur wegen bezüglich bzgl über about regarding re aus zu")
_DATIVE = words("dem der em am da")
_SPLIT_VERBS = words("teil teile teilen richt richte richten lass lasse lassen")
_SPLIT_TAILS = words("mit aus zukommen")
_MY_VERBS = words("bin komm komme hab habe ruf rufe melde meld freu freue schick schicke ich i'm im i'll")
_MY_MEANING = words("mein meine mean meinte")
_PARTICLES_OUT = words("raus rüber rein los nach up nochmal durch weiter auch too")
_SAY_TOO = words("sag say schreib tell write frag ask")
_THIS = words("this das dies es")
_ADDRESSED = words("dich du you dir ihr euch wir ma")


def step(line: Line, frame: Frame, end: int) -> bool:
    """Reads one piece of the frame at ``frame.at``; False when the words there do not belong to it."""
    i = frame.at
    for reader in (_quotation, _mark, _by_channel, _object, _verb, _recipient, _that, _corrected, _small, scheduled):
        taken = reader(line, frame, end)
        if taken:
            frame.at = i + taken if frame.at == i else frame.at
            return True
    return False


def _corrected(line: Line, frame: Frame, end: int) -> int:
    """A negation of the order, or "nein, …" before another recipient."""
    i, word = frame.at, line.norm(frame.at)
    if word in w.NEGATIONS and negates(line, i):
        frame.negated = True
        return 1
    meant = word in w.CORRECTIONS or (word in w.SELF and line.norm(i + 1) in _MY_MEANING)
    if meant and frame.people and corrects(line, i, end):
        frame.correcting = True
        return 1
    return 0


def _small(line: Line, frame: Frame, end: int) -> int:
    """Small words that belong to the frame: fillers, labels, particles of the verb, "and say"."""
    i, word = frame.at, line.norm(frame.at)
    begun, named = bool(frame.verb), bool(frame.people)
    if word in _PARTICLES_OUT and named and begun and paused(line, i + 1, end):
        return 1
    if word in _ABOUT_THAT and named and THAT & {line.norm(i + 1), line.norm(i + 2)} - {"das"}:
        return 1
    if word in _THIS and line.norm(i + 1) == ":" and begun:
        return 1
    if word in w.SLOT_FILLERS and only_fillers(line, i, end, frame):
        return 1
    if word in w.FILLERS and not begun and not named:
        return 1
    if word in LABELS and (frame.message or begun) and label_ends(line, i, end):
        return 1
    if word in words("for für") and line.norm(i + 1) in w.SELF_OBJECT:
        return 2
    if begun and named and word in _TOPIC_PREPOSITIONS and (about := topic(line, i, end)):
        return about
    if word in ("und", "and", "n") and named and line.norm(i + 1) in _SAY_TOO:
        return max(quoted_soon(line, i + 2, end) - i, 0)
    if word in ("saying", "reading", "folgendes") and named:
        return 1
    if word in w.MODALS_BOT and begun and frame.polite and paused(line, i + 1, end):
        return 1
    return 1 if begun and word in _ADDRESSED and (not named or frame.verb.endswith("st")) else 0


def _quotation(line: Line, frame: Frame, end: int) -> int:
    i = frame.at
    if line.tokens[i].kind != "open" or frame.text is not None:
        return 0
    close = line.partner(i)
    frame.text, frame.quoted = (i + 1, close), True
    return close + 1 - i


def _mark(line: Line, frame: Frame, end: int) -> int:
    i, mark = frame.at, line.tokens[frame.at].norm
    if line.tokens[i].kind != "mark":
        return 0
    if mark in (":", "=") or (mark in ("-", "–", "—", ">", "→", "⇒") and (frame.people or frame.message)):
        if frame.quoted:
            return 1
        if i + 1 < len(line.tokens) and line.tokens[i + 1].kind == "open" and line.partner(i + 1) + 1 >= end:
            return 1
        if i + 1 < len(line.tokens):
            frame.text, frame.explicit = (i + 1, text_end(line, i + 1, explicit=True)), True
            frame.at = frame.text[1]
        return 1
    if mark in (",", "…", ".", "\n", "!", "?", "(", ")", "@", "&"):
        return 1
    return 0


def _by_channel(line: Line, frame: Frame, end: int) -> int:
    i = frame.at
    j = i + 1 if line.norm(i) in CHANNEL_PREPOSITIONS else i
    while j > i and line.norm(j) in w.ARTICLES | w.INDEFINITE and j - i < 3:
        j += 1
    channel, step = channel_at(line, j)
    if channel is None or (frame.people and j == i and not frame.verb and line.norm(j) in words("text")):
        return 0
    if frame.channel is None:
        frame.channel = channel
    if j == i and not (frame.verb or frame.people or frame.message) and person(line, j + step, end, pronouns=False):
        frame.verb = line.norm(j)  # "WhatsApp Tom …"
    towards = j + step if line.norm(j + step) in ("an", "to") else -1
    if j == i and towards > 0 and not (frame.verb or frame.people or frame.message or frame.polite):
        who = person(line, towards + 1, end, pronouns=False)
        mine = who is not None and line.norm(who.end) in _MY_VERBS and line.norm(who.end + 1) not in w.SELF
        frame.verb = "schreib" if who is not None and mine and known(line, who) else ""
    frame.message = frame.message or j == i
    return j + step - i


def _object(line: Line, frame: Frame, end: int) -> int:
    """ "(eine kurze) Nachricht", "Bescheid", "a text", and the tails "wissen", "know", "mit", "aus"."""
    i = j = frame.at
    if not frame.verb and line.norm(i) in _VERB_OR_NOUN and line.norm(i + 1) not in words("an to for für"):
        return 0
    while j < end and j - i < 4 and line.norm(j) in _BEFORE_MESSAGE:
        j += 1
    if line.norm(j) not in MESSAGE and j > i and line.norm(j - 1) == "following":
        j -= 1
    if i < j < end and line.tokens[j].kind == "open" and frame.text is None:
        return j - i
    if j < end and line.norm(j) in MESSAGE:
        if j == i and frame.verb and frame.people and line.norm(j) in _TEXT_OPENERS:
            return 0
        channel, taken = channel_at(line, j)
        frame.channel = frame.channel or channel
        frame.message = True
        return j + max(taken, 1) - i
    frame.tail = frame.tail or (frame.verb in _SPLIT_VERBS and line.norm(i) in _SPLIT_TAILS and bool(frame.people))
    return 1 if frame.tail and line.norm(i) in _SPLIT_TAILS else 0


def _verb(line: Line, frame: Frame, end: int) -> int:
    word = line.norm(frame.at)
    if frame.verb:
        infinitive = frame.message and word in words("geben schicken senden schreiben zukommen lassen")
        return 1 if infinitive else 0
    if word.endswith("en") and frame.people and not frame.polite and line.norm(frame.at + 1) in ("wir", "we"):
        return 0  # "dem Tom schreiben wir auf Englisch" tells how it is done
    idiom = _idiom(line, frame)
    if idiom:
        return idiom
    joined = word[2:] if word.startswith("zu") else ""
    if not orders(word, SAY_SOMETHING) and joined not in SAY_SOMETHING:
        return 0
    if (
        frame.people
        and not (frame.marked or line.norm(frame.people[0].start) in _DATIVE)
        and not word.endswith(("en", "ing", "st"))
        and not frame.polite
        and word not in words("schriib write text")
        and not frame.negated
    ):
        return 0
    frame.verb = word
    if word.startswith("whatsapp"):
        frame.channel = frame.channel or "whatsapp"
    return 1


def _idiom(line: Line, frame: Frame) -> int:
    """Verbs of two words ("hit … up", "fire off", "get back to") and "dass Bruno … bekommt"."""
    word, after = line.norm(frame.at), line.norm(frame.at + 1)
    if word == "hit" and "up" in (after, line.norm(frame.at + 2)):
        frame.verb = "write"
        return 2 if after == "up" else 1
    if (word in ("fire", "shoot") and after == "off") or (word == "get" and after == "back"):
        frame.verb = "reply" if word == "get" else word
        return 2
    if word in _GETS and frame.polite and frame.people:
        frame.verb = "schick"
        return 1
    return 0


def _recipient(line: Line, frame: Frame, end: int) -> int:
    if frame.people and not frame.correcting:
        return 0
    i = frame.at
    own = genitive(line, i, end)
    if own and line.norm(own.end) in MESSAGE - CHANNEL_WORDS and frame.verb:
        frame.people, frame.message = [own], True
        return own.end + 1 - i
    i += line.norm(i) in ("both", "sowohl")
    marked = line.norm(i) in _RECIPIENT_PREPOSITIONS
    if (
        marked
        and line.norm(i) in ("bei", "mit", "with", "for", "fuer", "zu")
        and not (
            frame.verb in ASK
            or (not frame.verb and frame.polite and line.any(i, end, ASK) > 0)
            or frame.verb in words("melde meld melden contact")
            or frame.message
        )
    ):
        return 0
    j = i + 1 if marked else i
    if j >= end or (line.norm(j) in w.SELF and line.norm(j) != "em"):
        return 0
    who = person(line, j, end, alone=True)
    if who is None or (who.pronoun and not frame.verb and not marked and line.norm(j) in words("sie er he she they")):
        return 0
    frame.marked = frame.marked or marked
    frame.people = _listed(line, who, end) if who.everybody else [who, *row(line, who.end, end)]
    frame.correcting, frame.negated = False, frame.negated and not frame.correcting
    return frame.people[-1].end - frame.at


def _listed(line: Line, all_of_them: Person, end: int) -> list[Person]:
    """ "allen dreien, also Tim, Jana und Olli:": those who are named; else everybody."""
    k = all_of_them.end
    while k < end and line.norm(k) in w.NUMBER_WORDS | words(
        "dreien beiden zweien vieren , also nämlich und zwar of them"
    ):
        k += 1
    who = person(line, k, end, alone=True, pronouns=False) if line.norm(k - 1) in words("also nämlich zwar ,") else None
    rest = row(line, who.end, end) if who and not who.everybody else []
    return [who, *rest] if who and rest else [all_of_them]


def _that(line: Line, frame: Frame, end: int) -> int:
    """ "…, dass ich später komme": the clause itself is the text, told indirectly."""
    i, word = frame.at, line.norm(frame.at)
    if not frame.people or not (frame.verb or frame.message) or i + 1 >= len(line.tokens):
        return 0
    if word in THAT and (word != "das" or line.norm(i - 1) == "," or line.norm(i + 1) in _SUBJECTS) and i + 1 < end:
        frame.text = (i + 1, _clause_stop(line, i + 1, end))
        frame.clause = True
        frame.indirect = word != "that" or told_about(line, i + 1, frame.text[1])
    elif (frame.verb in ASK or line.norm(i - 1) == "," or word in ("ob", "whether")) and word in _WHETHER:
        if line.any(i, end, words("du dir dich you your dein deine")) >= 0 and word not in ("ob", "whether", "if"):
            return 0
        if frame.verb not in ASK and word not in ("ob", "whether") and word in w.CONDITIONALS:
            return 0
        frame.text = (i, _clause_stop(line, i, end))
        frame.indirect = True
    else:
        return 0
    frame.at = frame.text[1]
    return 1


def _clause_stop(line: Line, i: int, end: int) -> int:
    return min(text_end(line, i, explicit=False), end)
