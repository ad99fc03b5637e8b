"""A small pattern language over canonical sentences, so that rules read like the phrases they stand for. PURE.

One pattern is a row of elements separated by spaces::

    schreib*|@write     one token; ``*`` is any rest of a word, ``@name`` a class of CLASSES, ``_`` a space inside
    @me?                may be missing
    ~3                  up to three tokens between, within the clause; ``~~3`` may cross commas
    !vor|bis            the next token is none of these
    ^ $                 start and end of the sentence (``please|$``: "please" or the end)

Literals are folded like messages are (``agent.lead_text.fold``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from agent.lead_text import LEMMAS, Sentence, fold

_GAP = r"(?:[^\s,\"]+ )"
_WIDE = r"(?:[^\s]+ )"


@dataclass(frozen=True)
class Pattern:
    """One pattern; ``probe`` are tokens or first three letters of which one must occur (None = unknown).

    ``expression`` is compiled when a sentence first gets past the probe: of well over a thousand patterns a talk meets
    a few dozen, and compiling all of them took a third of the terminal's start.
    """

    source: str
    expression: str
    probe: frozenset[str] | None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(self.expression)

    def search(self, sentence: Sentence) -> re.Match[str] | None:
        """The first match in the sentence, or None."""
        if self.probe is not None and self.probe.isdisjoint(sentence.keys):
            return None
        return self.regex.search(sentence.text)


def _alternatives(body: str, classes: Mapping[str, str]) -> Iterator[str]:
    for part in body.split("|"):
        if part.startswith("@"):
            yield from _alternatives(classes[part[1:]].replace(" ", "|"), classes)
        elif part:
            yield part


def _core(word: str) -> str:
    """The literal as messages spell it; "a~b" are idioms, whose words are lemmas each."""
    core = "~".join(LEMMAS.get(fold(w), fold(w)) for w in word.strip("*").split("~"))
    return fold(word.strip("*")) if "*" in word else core


def _literal(alternative: str) -> str:
    pieces = []
    for word in alternative.split("_"):
        core = _core(word)
        pieces.append(("\\w*" if word.startswith("*") else "") + core + ("\\w*" if word.endswith("*") else ""))
    return " ".join(pieces)


def _probe(alternatives: list[str]) -> frozenset[str] | None:
    keys = set()
    for alternative in alternatives:
        first = alternative.split("_")[0]
        core = _core(first)
        if first.startswith("*") or (first.endswith("*") and len(core) < 3):
            return None
        keys.add(core if not first.endswith("*") else core[:3])
    return frozenset(keys)


def compile_pattern(source: str, classes: Mapping[str, str]) -> Pattern:
    """The pattern of one line. KeyError for an unknown class."""
    regex, probes = "", []
    for element in source.split():
        if element in ("^", "$"):
            regex += r"\A " if element == "^" else r"[,\" ]*\Z"
        elif element.startswith("~"):
            regex += f"{_WIDE if element[1] == '~' else _GAP}{{0,{element.strip('~')}}}"
        elif element in (",", ",?"):
            regex += "(?:, )" + element[1:]
        else:
            ahead, optional = element.startswith("!"), element.endswith("?")
            alternatives = list(_alternatives(element.strip("!?"), classes))
            at_end = "$" in alternatives
            alternatives = [a for a in alternatives if a != "$"]
            body = "|".join(sorted({_literal(a) for a in alternatives}, key=lambda a: (-len(a), a)))
            end = r"|[,\" ]*\Z" if at_end else ""
            regex += f"(?!(?:{body}) )" if ahead else f"(?:(?:{body}) {end})" + ("?" if optional else "")
            if not (ahead or optional or at_end):
                probes.append(_probe(alternatives))
    known = [p for p in probes if p is not None]
    probe = max(known, key=lambda p: (min(map(len, p)), -len(p)), default=None)
    lead = "" if source.startswith("^") else r"(?<=\s)"
    return Pattern(source, lead + regex, probe)


def compile_lines(lines: Iterable[str], classes: Mapping[str, str]) -> tuple[Pattern, ...]:
    """One pattern per line."""
    return tuple(compile_pattern(line, classes) for line in lines)
