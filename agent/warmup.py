"""Before the door opens: what the first messages would otherwise wait for is loaded and compiled now.

What stays for good is then taken out of the garbage collector's sight: one full collection of everything that a running
house has loaded stops it for a fifth of a second, and the door with it.
"""

from __future__ import annotations

import gc
from importlib import import_module

from agent import analysis, optout
from agent.lead import LeadAgent
from channels import guard, words
from store.types import Language

_LATER = ("agent.checkpoints", "agent.rep", "agent.offline")  # what the first turn of one of ours needs
_TALK: tuple[tuple[Language, str], ...] = (
    ("de", "Hallo Lena, was kostet das Starterpaket? Das ist mir etwas zu teuer, ich überlege es mir."),
    ("de", "Danke, passt! Können wir morgen um 15 Uhr telefonieren? Schreib mir an ida@lang.example."),
    ("de", "Nein, kein Interesse, bitte keine Nachrichten mehr."),
    ("en", "Hi, I want to buy two, it is urgent. Please call me tomorrow, or not at all: stop writing."),
)


def warm_up(leads: LeadAgent) -> None:
    """Takes about half a second of processor time, in a thread, before anybody is let in."""
    load()
    leads.ready()
    gc.collect()
    gc.freeze()


def load() -> None:
    """The part that belongs to no house: modules, words and patterns."""
    for name in _LATER:
        import_module(name)
    for language, text in _TALK:
        words.lexicon(language)
        analysis.analyse(text)
        optout.detect(text)
        guard.check(text, "ai", language=language, register="du")
