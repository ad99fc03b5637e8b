"""Which language a rep wants to be answered in. PURE.

The person's setting holds and is moved only by a clear message of their own: what they quote or dictate for somebody
else, and words like "ok" or "super", move nothing.
"""

from __future__ import annotations

import re

from agent.analysis import language_of
from store.types import Language

_DICTATED = re.compile(r"[:\"“”„»«].*", re.DOTALL)


def wanted(text: str, current: Language) -> Language:
    """The language of the person's own words when they are clear, else ``current``."""
    return language_of(_DICTATED.sub("", text)) or current
