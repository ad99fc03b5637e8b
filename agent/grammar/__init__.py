"""What a rep asks for, read without a model: German (also Austrian and Swiss) and English.

Closed word classes and verb classes meet a grammar of roles (verb, recipient, channel, time, content) in any order.
Pure: no clock, no I/O; of leads only the names said are known, when the caller looked them up. Names,
dates and sequences stay the person's own words.
"""

from __future__ import annotations

from agent.grammar.contacts import spoken
from agent.grammar.model import Reading, Request
from agent.grammar.reading import read

__all__ = ["Reading", "Request", "read", "spoken"]
