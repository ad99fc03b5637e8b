"""New reminders: when, about whom and what for, said in any order ("erinnere mich in 3 Tagen um 9 an Tom")."""

from __future__ import annotations

from agent.grammar import times
from agent.grammar import words as w
from agent.grammar.model import Found, Request, request
from agent.grammar.names import Person, bare, genitive, person
from agent.grammar.normalise import Line, words
from agent.grammar.people import known, row, search_runs
from agent.grammar.polite import Lead, lead_in, orders
from agent.grammar.remind_forms import BEGINS, TO, also, frame_only, not_forgotten, recurring, thinks_of
from agent.grammar.verbs import DONE, MAKE, REMIND, REMINDER_NOUNS, SNOOZE

_IGNORED = w.SELF_OBJECT | words("""
    bitte mal doch noch nochmal please again daran dran auch ne kurz gern gerne ja dann so ich du i you will möchte
    would like want werden be to lieber neue new eine einen ein
""")
_EDGES = words("""
    zwar     in ein
    daran dran dass daß that to an am on of zu für for , . ! ? : - – ; und and about bitte please danke thanks thx
    dann then mal doch noch at um
""")
_SET = words("an ein up auf anlegen einrichten eintragen vor in hinzu")


def read_reminder(line: Line, start: int, end: int) -> Found | None:
    """A new reminder: lead (if any), the words of its date (if any) and the note that remains."""
    lead = lead_in(line, start, end)
    found = times.spans(line, lead.at, end)
    at = _verb(line, lead, end, found)
    noun = -1
    if at < 0:
        noun = at = _noun(line, lead.at, end, found)
        if noun < 0:
            return None
    if _refuses(line, start, end, lead):
        return Found((), end, "negated")
    if recurring(line, lead.at, end):
        return Found((), end, "not_understood")
    if line.any(lead.at, end, words("wenn falls sobald sofern if unless once")) >= 0:
        return Found((), end, "hypothetical")
    made: list[Request] = []
    edge = lead.at
    for k in [*also(line, at, end, found), end]:
        part = Lead(edge, lead.polite, lead.question, lead.wish, lead.keep)
        here = [s for s in found if edge <= s[0] < k]
        made.extend(_build(line, part, max(at, edge), noun >= 0, k, here).requests)
        edge = k
    return Found(tuple(made), end)


def _verb(line: Line, lead: Lead, end: int, found: list[tuple[int, int]]) -> int:
    """Position of the ordering "remind"; -1 when none orders (somebody remembers, somebody is reminded)."""
    if (
        line.norm(lead.at) == "hit"
        and line.norm(lead.at + 1) in w.SELF_OBJECT
        and line.norm(lead.at + 2) == "up"
        and found
    ):
        return lead.at + 2
    unforgotten = not_forgotten(line, lead.at, end)
    if unforgotten >= 0:
        return unforgotten
    if (
        line.norm(lead.at) in _TELL_ME
        and line.norm(lead.at + 1) in w.SELF_OBJECT
        and (found or line.norm(lead.at) in ("merk", "merke"))
        and line.norm(lead.at) in words("notier notiere schreib vermerk note put")
    ):
        return lead.at
    if (
        line.norm(lead.at) in _TELL_ME
        and line.norm(lead.at + 1) in w.SELF_OBJECT
        and (found or line.norm(lead.at) in ("merk", "merke"))
    ):
        return line.any(lead.at, end, words("bescheid bscheid bscheed know vor"))

    if lead.keep and found and line.any(lead.at, end, REMIND) < 0:
        return lead.at
    told = line.norm(lead.at + 1) in words("erinnerst erinnersch") and line.norm(lead.at + 2) in w.SELF_OBJECT
    if line.norm(lead.at) in words("du d") and told and found and line.norm(end - 1) != "?":
        return lead.at + 1
    for k in range(lead.at, end):
        word = line.norm(k)
        if thinks_of(line, lead, k, end, found):
            return k
        if not orders(word, REMIND) or line.norm(k + 1) in words("ich wir"):
            continue
        if not frame_only(line, lead.at, k, found):
            return -1
        passive = word in ("erinnert", "reminded")
        wish = lead.wish or line.any(lead.at, k, words("will möchte wollen want like")) >= 0
        oneself = line.any(lead.at, end, w.SELF_OBJECT) >= 0 or word == "lmk"
        if passive:
            return k if wish and line.any(lead.at, end, words("werden be")) >= 0 else -1
        elliptic = (
            word in ("erinnern", "remind")
            and line.any(lead.at, end, words("dich sich euch you")) < 0
            and (k > lead.at or lead.polite)
        )
        return k if oneself or lead.wish or elliptic else -1
    return -1


_TELL_ME = words("sag sage gib gebt let tell merk merke notier notiere vermerk")


def _noun(line: Line, start: int, end: int, found: list[tuple[int, int]]) -> int:
    """Position of "Erinnerung" or "reminder" when it opens the order, alone or after "stell mir eine"."""
    at = line.any(start, end, REMINDER_NOUNS)
    if at < 0 or line.any(start, end, DONE | SNOOZE | words("ab weg löschen lösche delete")) >= 0:
        return -1
    colon = line.any(start, end, words(":"))
    before = range(start, at) if colon < 0 or at < colon else range(start, colon)
    allowed = (
        MAKE
        | w.FILLERS
        | w.SELF_OBJECT
        | w.INDEFINITE
        | w.NEGATIONS
        | w.ARTICLES
        | words("neue neuen new ein quick kurze kleine kleinen für for auf am um at on in zum zur")
    )
    named = person(line, start + 1, at, pronouns=False) if line.norm(start) in MAKE else None
    called = line.norm(start) in words("ruf rufe bring hol") or line.norm(at + 1) in words("rufen bringen holen")
    reached = line.norm(at - 1) == "in" and called
    if reached and named is None:
        named = next((p for k in before if (p := person(line, k, at - 1, pronouns=False)) and p.text), None)
    for k in before:
        if (named and named.start <= k < named.end) or (reached and line.norm(k) in words("ruf rufe bring hol in")):
            continue
        if line.norm(k) not in allowed and not any(a <= k < b for a, b in found) and not orders(line.norm(k), MAKE):
            return -1
    made = reached or any(line.norm(k) in MAKE for k in range(start, end))
    said = line.norm(at + 1)
    plain = at == start and (at + 1 >= end or said in (":", "-") or said in TO or person(line, at + 1, end) is not None)
    who = person(line, at + 2, end) if said in TO else None
    states = (w.AUXILIARIES | w.MODALS_SELF) - words("am")
    talk = (
        line.norm(start) in w.ARTICLES | w.POSSESSIVES
        and not made
        and line.any(at, colon if colon > 0 else end, states) > 0
    )
    stated = talk or said in states or (who is not None and line.norm(who.end) in states)
    return at if (made or found or plain) and not stated else -1


def _refuses(line: Line, start: int, end: int, lead: Lead) -> bool:
    """A negation outside the note ("erinnere mich nicht an …"); "vergiss nicht" asks for the opposite."""
    stop = line.any(lead.at, end, words("daran dran dass daß that : ,"))
    no = line.any(lead.at, stop if stop > 0 else end, w.NEGATIONS)
    if not_forgotten(line, lead.at, end) >= 0:
        return False

    return (
        no >= 0
        and not (lead.keep and no <= lead.at)
        and not (line.norm(no) in ("nicht", "not") and {line.norm(no + 1), line.norm(no + 2)} & {"vergessen", "forget"})
    )


def _build(line: Line, lead: Lead, at: int, noun: bool, end: int, found: list[tuple[int, int]]) -> Found:
    content = _content(line, at, end)
    chosen = times.choose(line, found, content)
    used = {k for a, b in chosen for k in range(a, b)} | {at}
    used |= {a - 1 for a, _ in chosen if a > lead.at and line.norm(a - 1) in words("für for auf am on um at")}
    if line.norm(lead.at) in _TELL_ME:
        used.add(lead.at)
    if not_forgotten(line, lead.at, end) == at:
        used |= set(range(lead.at, at))

    used |= {
        k
        for k in range(lead.at, min(at, content))
        if line.norm(k) in _IGNORED | w.FILLERS | MAKE | w.SELF_OBJECT | w.INDEFINITE or line.tokens[k].kind == "mark"
    }
    used |= {
        k
        for k in range(at, min(content, end))
        if line.norm(k)
        in w.SELF_OBJECT
        | times.VAGUE
        | words("bitte mal doch please again nochmal noch auch daran dran halt eben lieber wieder")
        | _TELL_ME
        | w.MODALS_BOT
    }
    who, spot = _lead_of(line, lead.at, content, end, used)
    used |= spot
    if noun and line.norm(end - 1 - (line.tokens[end - 1].kind == "mark")) in MAKE - w.CLOSED:
        used |= {end - 1, end - 1 - (line.tokens[end - 1].kind == "mark")}
    if noun and line.norm(at + 1) in MAKE and line.norm(at + 1).endswith("en"):
        used.add(at + 1)
    if noun and line.norm(end - 1) in _SET:
        used.add(end - 1)
    used |= {
        k
        for k in range(lead.at, end)
        if line.norm(k) in words("erinnert werden reminded") and line.norm(at) in words("erinnert reminded")
    }
    note = _note(line, [k for k in range(lead.at, end) if k not in used])
    name = (who.text if who else None) or None
    line.focus = name or line.focus
    others = [p for p in row(line, who.end, end) if p.text] if who and not who.pronoun and spot else []
    if others:
        left = {k for p in others for k in range(who.end if who else 0, p.end)}
        note = _note(line, [k for k in range(lead.at, end) if k not in used | left])
    date = times.said(line, chosen)
    people = [name, *(bare(p.text) for p in others if p.text)]
    return Found(tuple(request("create_reminder", lead=one, date=date, note=note) for one in people), end)


def _content(line: Line, at: int, end: int) -> int:
    """Where the note's own clause begins: behind "daran", "dass", "to" or a colon; ``end`` when there is none."""
    for k in range(at, end):
        if line.norm(k) == "," and k > at + 1 and k + 3 < end and line.norm(k + 1) not in BEGINS | w.FILLERS:
            return k
        if line.norm(k) in BEGINS - words("zu") and not (line.norm(k) == "to" and line.norm(k + 1) in w.CALENDAR):
            after = k + 1
            if after < end and line.norm(after) not in (".", "!", "?"):
                rest = [j for j in range(after, end) if line.tokens[j].kind != "mark"]
                return k if rest else end
    return end


def _lead_of(line: Line, start: int, content: int, end: int, used: set[int]) -> tuple[Person | None, set[int]]:
    """Whom it is about, and the tokens that say only that ("an Tom") and so are no note."""
    inside = False
    for k in range(start, content):
        if k in used or line.norm(k) not in TO - words("mit with bei zu on"):
            continue
        who = person(line, k + 1, content)
        if who is None or who.everybody or any(j in used for j in range(who.start, who.end)):
            inside = inside or (line.norm(k) in words("an about of") and line.norm(k + 1) in w.ARTICLES | w.POSSESSIVES)
            continue
        owner = genitive(line, k + 1, content)
        if (
            (
                owner
                and owner.end < content
                and line.tokens[owner.end].kind == "word"
                and line.norm(owner.end) not in w.CLOSED
            )
            and owner.text != who.text
            and owner.end not in used
        ):
            return owner, set()
        later = search_runs(line, [(who.end, content)]) if not known(line, who) else None
        if later and known(line, later):
            return later, set()
        return who, set() if inside else set(range(k, who.end))
    free = [k for k in range(start, end) if k not in used]
    who = search_runs(line, runs_of(free))
    if who and line.norm(content) in words("dass daß") and who.end == end and who.end - who.start > 1:
        who = person(line, who.start, end - 1) or who  # the verb stands last
    if who is None:
        return pronoun_of(line, free), set()
    said = [k for k in free if line.tokens[k].kind != "mark" and line.norm(k) not in _EDGES]
    return who, set(range(who.start, who.end)) if said == list(range(who.start, who.end)) else set()


def pronoun_of(line: Line, free: list[int]) -> Person | None:
    if line.focus and any(line.norm(k) in w.HIM_OR_HER - words("em er") for k in free):
        return Person(line.focus, 0, 0, pronoun=True)
    return None


def runs_of(positions: list[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for k in positions:
        if found and found[-1][1] == k:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return found


def _note(line: Line, free: list[int]) -> str:
    keep = list(free)
    while keep and line.norm(keep[0]) in _EDGES:
        keep.pop(0)
    while keep and (line.norm(keep[-1]) in _EDGES and line.norm(keep[-1]) not in ("zu",)):
        keep.pop()
    if keep and line.norm(keep[-1]) == "zu" and line.norm(keep[-1] + 1).startswith(("erinn", "erin")):
        keep.pop()  # "… zu erinnern" belongs to the verb
    if keep and line.norm(keep[0]) == "ans":
        keep.pop(0)
    return " ".join(line.cut(a, b) for a, b in runs_of(keep)).strip(" ,:;-–")
