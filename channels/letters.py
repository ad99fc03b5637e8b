"""What somebody wants to say: the outbox's input, before the contact policy has looked at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from store.models import Lead
from store.types import File, Option, Origin, Verdict

LetterKind = Literal["chat", "answer", "proactive", "confirmation", "optin"]


@dataclass(frozen=True, slots=True)
class Template:
    """A provider's approved template with its body already filled in."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to a lead. ``kind``: chat (a rep's own words), answer (to her fresh one), proactive, confirmation.

    ``answers`` are the policy's questions the rep already answered; ``hold`` says whether undo is possible;
    ``discloses`` that the text names the AI assistant; ``nurture_since`` the start of a long-term nurture;
    ``not_before`` the moment a person chose for it: the policy judges for then, and it leaves then.
    ``subject`` is one line for e-mail; ``files`` go with the text where the channel takes files.
    """

    lead: Lead
    text: str
    origin: Origin
    kind: LetterKind
    channel: str = "auto"
    sender_id: int | None = None
    turn_id: str | None = None
    dedupe_key: str | None = None
    enrolment_id: int | None = None
    approval_id: int | None = None
    template: Template | None = None
    answers: frozenset[str] = frozenset()
    hold: bool = False
    discloses: bool = False
    nurture_since: datetime | None = None
    not_before: datetime | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Posted:
    """What the outbox did with a letter: the policy's verdict and, when it was queued, the row."""

    verdict: Verdict
    channel: str
    message_id: int | None = None
    due_at: datetime | None = None
    findings: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One message to a user of ours: text, buttons with their acts, and what a free answer would fill.

    ``hours`` is how long its buttons work, None for the usual."""

    text: str
    options: tuple[Option, ...] = ()
    turn_id: str | None = None
    dedupe_key: str | None = None
    expects: str | None = None
    tool: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    said: str = ""
    asked: bool = False
    edits: int | None = None
    approval_id: int | None = None
    hours: int | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[File, ...] = ()
