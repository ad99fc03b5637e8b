"""The time machine asked for as a thought: "What would happen if I ran … for Tom?", "wie würde … bei Tom laufen?"."""

from __future__ import annotations

from agent.grammar import words as w
from agent.grammar.holding import sequence_said
from agent.grammar.model import Found, request
from agent.grammar.names import bare
from agent.grammar.normalise import Line, words
from agent.grammar.playing import length_said
from agent.grammar.polite import lead_in
from agent.grammar.segment import is_sequence_word
from agent.grammar.sequences import people_of
from agent.grammar.verbs import START

_WOULD = words("würde würd wär wäre would passiert happens passierte")
_HAPPENS = words("passieren passiert passierte happen happens geschehen")
_IF = words("wenn falls if")
_RUNS = START | words(
    "run ran spiele spielte laufen lassen ließe lasse starten startete ausgehen aussehen go look like"
)
_SMALL = words("ich i wir we man du es it denn so bei mit out over")


def read_supposed(line: Line, start: int, end: int) -> Found | None:
    """simulate_sequence for a sequence that somebody only thinks of starting; nothing is started."""
    at = _supposed_at(line, start, end)
    if at < 0 or line.any(at, end, w.NEGATIONS) >= 0:
        return None
    span, length = length_said(line, at, end)
    drop = _RUNS | _WOULD | _SMALL
    used = length | {k for k in range(at, end) if line.norm(k) in drop or line.tokens[k].kind == "mark"}
    who, spot = people_of(line, at, end, -1)
    name = sequence_said(line, at, end, used | spot)
    if who is None or name is None or who.everybody:
        return None
    said = bare(who.text) if who.text else line.focus
    line.focus = said or line.focus
    return Found((request("simulate_sequence", lead=said, sequence=name, span=span),), end)


def _supposed_at(line: Line, start: int, end: int) -> int:
    """Where the supposed act begins, -1 when nothing is supposed."""
    at = lead_in(line, start, end).at
    would = line.any(at, min(at + 4, end), _WOULD)
    if line.norm(at) not in words("was wie what how") or would < 0:
        return -1
    thought = line.any(at, end, _IF)
    if thought > 0:
        runs = line.any(thought, end, _RUNS) > 0 and line.any(at, thought, _HAPPENS) > 0
        return thought + 1 if runs else -1
    named = any(is_sequence_word(line.norm(k)) for k in range(at, end))
    return would + 1 if named and line.any(would, end, _RUNS) > 0 else -1
