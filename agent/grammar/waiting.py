"""What waits for the rep: "was wartet auf mich?", "zeig mir die offenen Freigaben", "pending drafts"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.model import Found, request
from agent.grammar.normalise import Line, fold, words
from agent.grammar.polite import lead_in, orders
from agent.grammar.verbs import SHOW

_DRAFTS = words("""
    freigabe freigaben entwurf entwürfe entwürfen vorschlag vorschläge vorschlägen approval approvals draft drafts
    proposals genehmigung genehmigungen
""")
_WAITS = words("""
    wartet warten wartets waiting waits wait offen offene offenen ansteht anstehen ausstehend ausstehende ausstehenden
    unerledigt liegt pending open outstanding da
""")
_ME = words("mich mir me meine meinen my mi")
_ASKS = words("""
    anything something irgendwas was what what's whats welche which wie wieviele how sind gibt gibts gibt's hab habe do
    are is any liegt wartet steht
""")
_SMALL = (
    w.FILLERS
    | w.ARTICLES
    | w.SELF
    | words("""
    alle all alles noch auf for zur zum zu an es there von mein meine dein list liste und viele many muss muß ich i
    have got to rum herum freigeben genehmigen approve vor hier noch antworten nachrichten
""")
)


def read_waiting(line: Line, start: int, end: int) -> Found | None:
    """list_approvals, when nothing else stands in the clause: no name, no number, no decision."""
    i = lead_in(line, start, end).at
    # The words as they were typed: the plural "Freigaben" is no slip of the verb "freigeben".
    said = [fold(line.tokens[k].text) for k in range(i, end) if line.tokens[k].kind == "word"]
    if not said or line.any(i, end, w.NEGATIONS) >= 0 or any(line.tokens[k].kind == "number" for k in range(i, end)):
        return None
    known = _DRAFTS | _WAITS | _ME | _ASKS | _SMALL
    if any(word not in known and not orders(word, SHOW) for word in said):
        return None
    asks = said[0] in _ASKS
    drafts = any(word in _DRAFTS for word in said) or (asks and bool(set(said) & words("freigeben approve")))
    waits = any(word in _WAITS for word in said)
    shows = any(orders(word, SHOW) for word in said[:1] + said[-1:])
    waits_for_me = asks and waits and bool(set(said) & _ME) and said[0] in words("was what what's whats")
    listed = len(said) == 1 and said[0] in words("freigaben entwürfe vorschläge approvals drafts")
    if (drafts and (asks or shows or waits)) or waits_for_me or listed:
        return Found((request("list_approvals"),), end)
    return None
