"""The team: "Wer ist in meinem Team?", "Lade Jonas ins Team ein", "Wie läuft das Team?", "Sofia vertritt mich".

Who is named here is one of the team, never a lead; the tools resolve the names.
"""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.people import search_runs
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import NOTE, REMIND, SAY_SOMETHING

_TEAM = words("team teams mannschaft truppe crew gruppe downline struktur")
_MEMBERS = words(
    "teammitglieder mitglieder members teammitglied teamliste teamübersicht mitgliederliste member mitglied"
)
_WHO = words("wer who who's wer's welche which")
_IS_IN = words("ist sind gehört gehören alles alle is are on in im belongs dabei everybody all wir haben do we have")
_SHOWS = words("zeig zeige zeigen show list liste nenn nenne gib give name see sehen")
_INVITES = words("lad lade laden lädst einlad einladen einlade invite inviting hol hole holen add bring aufnehmen "
                 "nimm füg füge hinzufügen reinholen dazuholen")  # fmt: skip
_LINKS = words("einladungslink einladung einladungen invitation einladungslinks invite-link teameinladung "
               "teameinladungslink team-einladung team-einladungslink teamlink team-link beitrittslink invitelink "
               "einladungs-link")  # fmt: skip
_IN = words("ein rein hinzu herein auf dazu in ins into to on")
_NEW_ONE = words("jemand jemanden jemandem somebody someone wen neue neuen neues neuer new mitglied member kollegen "
                 "kollegin colleague partner partnerin rep vertriebler person mitarbeiter mitarbeiterin")  # fmt: skip
_UP = words("befördere beförder befördern promote promoting")
_DOWN = words("degradiere degradieren degradier demote demoting herabstufen zurückstufen stuf stufe")
_LEADER = words("leiterin leiter teamleiterin teamleiter leitung teamleitung führungskraft leader teamleader "
                "co-leiterin co-leiter team-leiter team-leiterin teamlead lead")  # fmt: skip
_MAKES = words("mach mache machen soll make should wird ernenne ernenn ernennen appoint gib gebe give")
_TAKES_OFF = words(
    "entzieh entziehe entziehen nimm nehme take abgeben abgibt nicht nimmer länger anymore longer remove"
)
_OUT = words("raus entfern entferne entfernen remove removing kick kicke kicken schmeiß schmeiss wirf werf rauswerfen "
             "verlässt verlassen leaves leave ausgeschieden ausgestiegen ausscheidet scheidet hört löschen lösch "
             "lösche delete offboard offboarde")  # fmt: skip
_OFF = words("aus from off out vom raus")
_HANDS = words("an zu to gib give übergib gehen go hand kontakte leads")
_SELF = words("mich me mir ich i myself")
_NOT_TEAM = words("vorlage vorlagen template templates playbook playbooks sequenz sequenzen sequence sequences "
                  "video")  # fmt: skip
_REPORTS = words("teambericht wochenbericht teamreport teamzahlen teamübersicht teamstatistik teambilanz "
                 "wochenrückblick team-report team-bericht weekly-report teamauswertung")  # fmt: skip
_FIGURES = words("überblick übersicht overview lage status "
                 "zahlen statistik statistiken kennzahlen bilanz auswertung ergebnisse figures numbers stats "
                 "statistics performance results bericht report")  # fmt: skip
_GOES = words("läuft laufen läufts läuft's gehts geht's geht steht stehen macht schlägt doing going performing perform "
              "is are how's did do lief stehts steht's siehts sieht's sieht looks look machts "
              "macht's")  # fmt: skip
_HOW = words("wie how how's was what")
_HELP = words("hilfe unterstützung help support hilfestellung")
_NEEDS = words("braucht brauchen bräuchte benötigt needs need needing wer's")
_STUCK = words("""
    hakt hakt's hakts klemmt klemmt's klemmts hängt hängt's hängts brennt brennt's brennts struggling struggles stuck
    liegengeblieben behind
""")
_ESCALATIONS = words("eskalation eskalationen eskaliert escalation escalations escalated")
_STAGE = words("stufe automatikstufe stage level")
_AUTOMATION = words("automatik automation automatisierung rollout")
_DEPUTY = words("vertretung vertreter vertreterin stellvertretung stellvertreter stellvertreterin deputy stand-in "
                "standin backup urlaubsvertretung")  # fmt: skip
_STANDS_IN = words("vertritt vertreten vertrete")
_NOBODY = w.NEGATIONS | words("niemand nobody niemanden")

_OWN = (
    _STAGE | _AUTOMATION | w.PREPOSITIONS | words("1 nur erstmal erst only first mit with bitte") |
    _REPORTS | _FIGURES | _GOES | _HOW | _HELP | _NEEDS | _STUCK | _DEPUTY | _STANDS_IN |
    _TEAM | _MEMBERS | _SHOWS | _INVITES | _LINKS | _IN | _NEW_ONE | _UP | _DOWN | _LEADER | _MAKES | _TAKES_OFF | _OUT
    | _HANDS | w.SELF_OBJECT | w.ARTICLES | w.POSSESSIVES | w.FILLERS | w.MODALS_BOT | w.MODALS_SELF
)  # fmt: skip

# How an order about the team begins: nothing a report or a bullet point would begin with.
ORDERS = frozenset(
    verb
    for verb in (_INVITES | _UP | _DOWN | _MAKES | _OUT) - words("wird should leave")
    if not verb.endswith(("en", "ing", "t", "s", "ll"))
)


def read_team(line: Line, start: int, end: int) -> Found | None:
    """team_members, invite_member, change_role or remove_member; who is named is one of the team, never a lead."""
    i = lead_in(line, start, end).at
    if i >= end or line.any(i, end, words(":")) >= 0 or end - i > 22 or line.any(i, end, _NOT_TEAM) >= 0:
        return None
    for_me = line.any(i + 1, min(i + 3, end), _SELF) > 0 and _weekly(line, i, end)
    told = orders(line.norm(i), SAY_SOMETHING - _MAKES) and not for_me
    if told or orders(line.norm(i), (REMIND | NOTE) - _MAKES):
        return None  # somebody is to be told about the team
    if line.norm(i) in words("soll sollte sollten should shall") and line.norm(i + 1) in w.SELF:
        return None  # advice is asked for, nothing ordered
    end = _own_part(line, i, end)
    found = (
        _rollout(line, i, end)
        or _deputy(line, i, end)
        or _removed(line, i, end)
        or _role(line, i, end)
        or _invited(line, i, end)
    )
    found = found or _escalated(line, i, end) or _needs(line, i, end) or _report(line, i, end) or _members(line, i, end)
    if found is None:
        return None
    no = line.any(i, end, w.NEGATIONS)
    if no >= 0 and found.requests[0].tool not in ("change_role", "team_members", "set_deputy", "rollout"):
        return Found((), end, "negated")
    return found


def _own_part(line: Line, start: int, end: int) -> int:
    """Where another order begins behind "und": "befördere Sofia und erinner mich …" are two."""
    joins, others = words("und and dann then"), (REMIND | NOTE) - _MAKES - _HANDS
    cuts = (k for k in range(start + 1, end - 1) if line.norm(k) in joins and line.norm(k + 1) in others)
    return next(cuts, end)


def _named(line: Line, start: int, end: int) -> str | None:
    """The member named in [start, end): the words of the order itself are nobody's name."""
    runs, begin = [], start
    for k in range(start, end + 1):
        if k == end or line.norm(k) in _OWN:
            if k > begin:
                runs.append((begin, k))
            begin = k + 1
    who = search_runs(line, runs)
    return bare(who.text) if who is not None and who.text else None


def _members(line: Line, i: int, end: int) -> Found | None:
    """ "Wer ist (alles) in meinem Team?", "zeig mir mein Team", "Teammitglieder"."""
    team = line.any(i, end, _TEAM)
    if team < 0 and line.any(i, end, _MEMBERS) < 0:
        return None
    said = [line.norm(k) for k in range(i, end) if line.tokens[k].kind == "word"]
    small = w.FILLERS | w.ARTICLES | w.POSSESSIVES | w.SELF_OBJECT | w.PREPOSITIONS | _TEAM | _MEMBERS | _IS_IN
    asks = bool(set(said) & _WHO) or bool(set(said) & _SHOWS) or len(said) <= 2
    passing = words("es gerade derzeit momentan currently now eigentlich so überhaupt aktuell inzwischen really anyway")
    plain = all(word in small | _WHO | _SHOWS | passing for word in said)
    return Found((request("team_members"),), end) if asks and plain else None


def _needs(line: Line, i: int, end: int) -> Found | None:
    """ "Wer braucht (gerade) Hilfe?", "wo hakt es im Team?", "who is struggling?", "who is falling behind?"."""
    asks = line.any(i, min(i + 2, end), _WHO | words("wo where wem wen")) >= 0
    helps = line.any(i, end, _HELP) >= 0 and line.any(i, end, _NEEDS) >= 0
    team = line.any(i, end, _TEAM) >= 0
    someone = line.any(i, min(i + 2, end), _WHO | words("wem wen")) >= 0
    stuck = line.any(i, end, _STUCK) >= 0 and (team or someone)
    return Found((request("team_help"),), end) if asks and (helps or stuck) else None


def _escalated(line: Line, i: int, end: int) -> Found | None:
    """ "Gibt es noch offene Eskalationen?", "zeig mir die Eskalationen", "any escalations?"."""
    asks = line.norm(end - 1) == "?" or line.norm(i) in _SHOWS | words("was what gibt gibt's any are")
    if line.any(i, end, _ESCALATIONS) < 0 or not (asks or end - i <= 2) or end - i > 9:
        return None
    return Found((request("answer_escalation"),), end)


def _weekly(line: Line, i: int, end: int) -> bool:
    """ "Wochenbericht", "weekly report"."""
    weekly = line.any(i, end, words("weekly wöchentlichen wöchentliche wöchentlicher"))
    return line.any(i, end, _REPORTS) >= 0 or (weekly >= 0 and line.norm(weekly + 1) in words("report bericht summary"))


def _report(line: Line, i: int, end: int) -> Found | None:
    """ "Wie läuft das Team?", "Teambericht", "Zahlen vom Team"; "Zahlen von Max" is one member's."""
    team = line.any(i, end, _TEAM) >= 0
    if _weekly(line, i, end) and line.any(i, end, w.NEGATIONS) < 0:
        return Found((request("team_report"),), end)
    figures = line.any(i, end, _FIGURES) >= 0
    how = line.norm(i) in _HOW and line.any(i, end, _GOES) >= 0
    if not team:
        name = _named(line, i, end) if figures and end - i <= 8 else None
        return Found((request("team_report", name=name),), end) if name else None
    return Found((request("team_report"),), end) if figures or how else None


def _rollout(line: Line, i: int, end: int) -> Found | None:
    """ "Stufe 2 für mein Team", "Stufe 1 im Team nur für Max", "Automatik im Team aus", "stage 3 for my team"."""
    stage, about = line.any(i, end, _STAGE), line.any(i, end, _AUTOMATION)
    if line.any(i, end, _TEAM) < 0 or (stage < 0 and about < 0):
        return None
    number = next((line.norm(k) for k in range(i, end) if line.tokens[k].kind == "number"), None)
    if number is None and line.any(i, end, words("aus off beenden beende stop end")) >= 0:
        return Found((request("rollout", stage="off"),), end)
    if number is None:
        return Found((request("rollout"),), end) if about >= 0 else None
    name = _named(line, i, end) if number == "1" else None
    return Found((request("rollout", stage=number, **({"name": name} if name else {})),), end)


def _deputy(line: Line, i: int, end: int) -> Found | None:
    """ "Sofia ist meine Vertretung", "Sofia vertritt mich", "wer vertritt mich?", "keine Vertretung mehr"."""
    covers = line.any(i, end, _STANDS_IN) >= 0 or (
        line.any(i, end, words("covers cover stands stand fills")) >= 0
        and line.any(i, end, words("for in")) >= 0
        and line.any(i, end, words("me mich")) >= 0
    )
    if line.any(i, end, _DEPUTY) < 0 and not covers:
        return None
    if line.any(i, end, _NOBODY) >= 0:
        return Found((request("set_deputy", name="none"),), end)
    name = None if line.norm(i) in _WHO else _named(line, i, end)
    return Found((request("set_deputy", name=name),), end)


def _invited(line: Line, i: int, end: int) -> Found | None:
    """ "Lade Jonas in mein Team ein", "Einladungslink fürs Team", "invite Jonas to the team", "add a new member"."""
    team = line.any(i, end, _TEAM) >= 0 or line.any(i, end, _MEMBERS) >= 0
    link = line.any(i, end, _LINKS)
    verb = line.any(i, end, _INVITES)
    if not team or (link < 0 and verb < 0):
        return None
    into = line.any(i, end, _IN) >= 0 or line.norm(max(verb, i)) in words("invite inviting einladen hinzufügen")
    if link < 0 and not into:
        return None
    return Found((request("invite_member", name=_named(line, i, end)),), end)


def _role(line: Line, i: int, end: int) -> Found | None:
    """ "Befördere Sofia", "mach Sofia zur Leiterin", "Sofia soll nicht mehr Leiterin sein", "demote Sofia"."""
    office = words("admin administrator administratorin")
    admin = line.any(i, end, office) >= 0
    leader = admin or line.any(i, end, _LEADER) >= 0
    up, down = line.any(i, end, _UP) >= 0, line.any(i, end, _DOWN) >= 0
    if not (up or down) and not (leader and line.any(i, end, _MAKES | _TAKES_OFF) >= 0):
        return None
    name = _named(line, i, end)
    name = None if name is not None and name.lower() in office else name
    mine = name is None and (leader or up or down) and line.any(i, end, _SELF) >= 0
    if not (up or down or mine) and name is None:
        return None
    back = down or (not up and (line.any(i, end, w.NEGATIONS) >= 0 or line.any(i, end, _TAKES_OFF) >= 0))
    if up and line.any(i, end, w.NEGATIONS) >= 0:
        return Found((), end, "negated")
    to = "rep" if back else "admin" if admin else "leader"
    return Found((request("change_role", name="me" if mine else name, role=to),), end)


def _removed(line: Line, i: int, end: int) -> Found | None:
    """ "Nimm Max aus dem Team", "Max verlässt das Team", "remove Max from the team and give the leads to Sofia"."""
    team = line.any(i, end, _TEAM)
    if team < 0:
        return None
    off = line.any(i, team, _OFF) >= 0 and line.any(i, end, words("nimm nehme nehmen take schmeiß kick wirf")) >= 0
    if line.any(i, end, _OUT) < 0 and not off:
        return None
    name = _named(line, i, team)
    if name is None and line.any(i, end, _WHO) >= 0:
        return None
    return Found((request("remove_member", name=name, to=_taker(line, team + 1, end)),), end)


def _taker(line: Line, start: int, end: int) -> str | None:
    """Who gets the leads, when that was said too: "… und gib mir seine Leads", "… alles an Sofia"."""
    hands = line.any(start, end, _HANDS)
    if hands < 0:
        return None
    if line.any(start, end, _SELF) >= 0:
        return "me"
    if line.any(start, end, words("verteil verteile verteilen aufteilen alle share distribute split everybody")) >= 0:
        return "all"
    return _named(line, hands, end)
