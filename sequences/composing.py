"""A template becomes the message one lead gets: her language and register, her values, the legal lines. Pure.

The lines (that an AI assistant writes, how to end it) come in as words and are added here, before anybody judges or
approves the text, so that what was judged is what leaves. Provider templates contain theirs and stay untouched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sequences import placeholders
from sequences.templates import MessageTemplate
from store.types import LeadFacts

SILENT_DAYS = timedelta(days=30)
_STOP_WORD = re.compile(r"\bSTOP{1,2}\b")
_SAYS_AI = re.compile(r"\b(?:KI|AI)[-\s](?:gestützte[nrs]?\s|powered\s)?(?:assisten|assistant|agent)\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lines:
    """The two lines in the lead's language and register; ``disclosure`` None when she was told lately."""

    disclosure: str | None
    stop: str


@dataclass(frozen=True, slots=True)
class Body:
    """A provider's approved template: the name it is known by there, and its unfilled text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Composed:
    """``name`` is the template that was used; ``approved`` the filled body of its provider twin, if there is one."""

    name: str
    text: str
    approved: str | None = None
    approved_name: str = ""

    def leaves(self, *, as_template: bool) -> str:
        """The text that really goes out."""
        return self.approved if as_template and self.approved else self.text


@dataclass(frozen=True, slots=True)
class NotComposed:
    """No template could be filled: ``missing`` placeholders without a value (none: there is no such text)."""

    rule: str
    missing: tuple[str, ...] = ()


def must_disclose(
    disclosed_at: datetime | None, last_inbound_at: datetime | None, last_outbound_at: datetime | None, now: datetime
) -> bool:
    """EU AI Act Art. 50: in the first message the bot words to a person, and again after 30 silent days."""
    if disclosed_at is None:
        return True
    spoken = [at for at in (last_inbound_at, last_outbound_at, disclosed_at) if at is not None]
    return now - max(spoken) >= SILENT_DAYS


def values(lead: LeadFacts, sender: str, team: str, links: Mapping[str, str]) -> dict[str, str]:
    """What the placeholders of ``placeholders.NAMES`` stand for; an empty value counts as missing."""
    return {
        "first_name": placeholders.first_name(lead.name),
        "name": lead.name if placeholders.first_name(lead.name) else "",
        "company": lead.company,
        "interest": lead.interests[0] if lead.interests else "",
        "sender": sender,
        "sender_first_name": placeholders.first_name(sender) or sender,
        "team": team,
        **links,
    }


def compose(
    templates: Sequence[MessageTemplate],
    bodies: Mapping[str, Body],
    lead: LeadFacts,
    filling: Mapping[str, str],
    lines: Lines,
) -> Composed | NotComposed:
    """The first of ``templates`` (own, then fallback) that this lead has all values for.

    ``bodies`` holds approved provider templates by the name of ours; one that cannot be filled is as good as none.
    """
    missing: tuple[str, ...] = ()
    for template in templates:
        text = template.text(lead.language, lead.register)
        try:
            filled = placeholders.fill(text, filling)
        except placeholders.MissingValue as error:
            missing = missing or error.names
            continue
        except placeholders.PlaceholderError:
            continue
        if filled:
            whole = with_lines(filled, lines)
            body = bodies.get(template.name)
            approved = _approved(body, filling)
            return Composed(template.name, whole, approved, body.name if body and approved else "")
    return NotComposed("placeholder_missing" if missing else "template_missing", missing)


def with_lines(text: str, lines: Lines) -> str:
    """The text with what it does not say yet, as one short paragraph at its end."""
    wanted = []
    if lines.disclosure and not says_ai(text):
        wanted.append(lines.disclosure)
    if not _STOP_WORD.search(text):
        wanted.append(lines.stop)
    return "\n\n".join([text, " ".join(wanted)]) if wanted else text


def says_ai(text: str) -> bool:
    return _SAYS_AI.search(text) is not None


def _approved(body: Body | None, filling: Mapping[str, str]) -> str | None:
    return placeholders.filled(body.text, filling) if body is not None else None
