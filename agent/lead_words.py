"""Word lists that bring a lead's German and English to one spelling; the words stand in ``lead_words.txt``.

Everything is written naturally there; ``agent.lead_text.fold`` brings lists and messages to the same letters
(no umlauts, no doubled letters), so "möchte", "moechte" and "mochte" are one word.
"""

from __future__ import annotations

from typing import Final

from agent.lexicon import sections, table, words

_TEXT: Final = sections("lead_words")

CHAT: Final = table(_TEXT["chat"])
GERMAN_ONLY: Final = table(_TEXT["german only"])
ENGLISH_ONLY: Final = table(_TEXT["english only"])
PHRASES: Final = table(_TEXT["phrases"])
LEMMAS: Final = table(_TEXT["lemmas"])
DIALECT_ALONE: Final = words(_TEXT["dialect alone"])
GERMAN: Final = words(_TEXT["german"])
ENGLISH: Final = words(_TEXT["english"])
NEGATORS: Final = words(_TEXT["negators"])
TYPO_TARGETS: Final = words(_TEXT["typo targets"])
NO_TYPO: Final = words(_TEXT["no typo"])
SWAPPED: Final = words(_TEXT["swapped"])
SWALLOWED: Final = words(_TEXT["swallowed"])
IDIOMS: Final = tuple(_TEXT["idioms"])
