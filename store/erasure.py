"""What becomes of every table when one person's data is erased (Art. 17 GDPR): the one list of it. PURE.

``gone``: her rows are deleted. ``emptied``: the row stays for what others did, her words and the link to her go.
``kept``: something about her stays, ``why`` says what for. ``none``: nothing about a lead stands there.
``words`` are columns in which people's own words may name her: emptied in her rows, and there replaced in all others.
A table that is not listed fails a test, and so does a column with a lead's id in a table that is said to hold nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["gone", "emptied", "kept", "none"]

MARK = "[…]"  # stands where a name or an address was
_SHORTEST = 5  # a shorter address would be found inside other words


@dataclass(frozen=True, slots=True)
class Fate:
    """``by``: the column that says whose a row is, and the table it refers to."""

    kind: Kind
    why: str = ""
    by: str = "lead_id"
    words: tuple[str, ...] = ()


def _gone(*words: str, by: str = "lead_id") -> Fate:
    return Fate("gone", by=by, words=words)


TABLES: Mapping[str, Fate] = {
    "leads": _gone(by="id"),  # another contact of her name stays as it is
    "identities": _gone(),
    "conversations": Fate("emptied", "that there was a talk, without whose; a number is never given out again"),
    "messages": Fate(
        "emptied",
        "that something went over a line: caps and figures count it, and its number is known to the provider",
        by="conversation_id",
        words=("subject", "text", "payload", "buttons", "answers"),
    ),
    "attachments": _gone(by="message_id"),
    "choices": Fate("emptied", "buttons that answer no more", by="", words=("options", "arguments", "said")),
    "notes": _gone("text"),
    "codes": _gone("name"),
    "claims": _gone(),
    "lead_analyses": _gone("facts", "factors"),
    "decisions": _gone("facts"),
    "approvals": _gone("arguments", "reasoning"),
    "reminders": _gone("note"),
    "reminder_moves": _gone(by="reminder_id"),
    "escalations": _gone("hint"),
    "follow_ups": _gone("text", "arguments", "facts"),
    "campaign_items": _gone("text"),
    "enrolments": _gone("progress"),
    "prompt_executions": _gone("input_values", "output", "feedback"),
    "generations": _gone("text", "reasoning"),
    "meetings": _gone("title", "place", "link"),
    "consents": Fate("kept", "what she allowed and withdrew, under a keyed hash: proof (Art. 7(1), 17(3)(e) GDPR)"),
    "suppressions": Fate("kept", "a keyed hash of her address, so that nobody writes to her again (Art. 21(3) GDPR)"),
    "audit_events": Fate(
        "emptied", "who of ours did what, without her", words=("arguments", "said", "result", "options", "reason")
    ),
    "looks": Fate("emptied", "that a colleague's talk was looked at is that colleague's to know"),
    "token_usage": Fate("emptied", "what a model's call cost"),
    "users": Fate("emptied", "our own people; whom they last talked about is forgotten", by="focus_lead_id"),
    "imports": Fate("emptied", "the counts of a file; her line in it goes", by="", words=("contacts", "skipped")),
    "campaigns": Fate("emptied", "a text to many; her name in it goes", by="", words=("text", "filters")),
    "share_links": Fate("emptied", "what a link shows; her name in it goes", by="", words=("filter",)),
    "companies": Fate("emptied", "what a company's public pages say; her name in it goes", by="", words=("facts",)),
    "provider_events": _gone(by="body"),
    "rates": _gone(by="key"),
    "teams": Fate("none"),
    "accounts": Fate("none"),
    "rollouts": Fate("none"),
    "refresh_tokens": Fate("none"),
    "login_failures": Fate("none"),
    "code_tries": Fate("none", "a keyed digest of a sender"),
    "cron_runs": Fate("none"),
    "daily_plans": Fate("none"),
    "personas": Fate("none"),
    "objection_handlers": Fate("none"),
    "prompts": Fate("none"),
    "places": Fate("none"),
    "playbooks": Fate("none"),
    "playbook_versions": Fate("none"),
    "playbook_readers": Fate("none"),
    "playbook_clones": Fate("none"),
    "playbook_handovers": Fate("none"),
    "sequence_definitions": Fate("none"),
    "whatsapp_templates": Fate("none"),
}


def needles(name: str, addresses: Collection[str]) -> tuple[str, ...]:
    """What to look for in other people's words, the longest first: her whole name, and her addresses as they are typed.

    A name of one word is none: it is many people's, and part of other words.
    """
    found = {name.strip()} if len(name.split()) > 1 else set[str]()
    for address in addresses:
        found.add(address)
        digits = re.sub(r"\D", "", address)
        if address.startswith("+") and digits:
            found |= {digits, "0" + _national(digits)}
    return tuple(sorted((one for one in found if len(one) >= _SHORTEST), key=lambda one: (-len(one), one)))


def _national(digits: str) -> str:
    """A number without its country code, as far as that is certain from the first digits."""
    return next((digits[len(code) :] for code in ("49", "43", "41", "44") if digits.startswith(code)), digits)


def pattern(needle: str) -> str:
    """What LIKE finds rows by that may hold a needle, in text or inside JSON, in whatever case: letters that databases
    fold or escape differently stand for anything."""
    return "%" + re.sub(r"[^a-z0-9 .@+-]+", "%", needle.lower()) + "%"


def without(value: Any, sought: Collection[str]) -> Any:
    """A text or JSON value with every needle replaced; a dict's keys are ours and stay."""
    if isinstance(value, str):
        for needle in sought:
            value = re.sub(rf"(?<!\w){re.escape(needle)}(?!\w)", MARK, value, flags=re.IGNORECASE)
        return value
    if isinstance(value, list):
        return [without(item, sought) for item in value]
    if isinstance(value, dict):
        return {key: without(item, sought) for key, item in value.items()}
    return value


def speaks_of(value: Any, rows: Mapping[str, Collection[str]]) -> bool:
    """Whether a button's arguments name one of these rows: {"lead": {"12"}, "reminder": {"3", "4"}, …}."""
    if isinstance(value, list):
        return any(speaks_of(item, rows) for item in value)
    if isinstance(value, dict):
        return any(str(item) in rows.get(key, ()) or speaks_of(item, rows) for key, item in value.items())
    return False
