"""Every value that crosses rooms: frozen, plain, without behaviour beyond small derived facts.

Times are aware datetimes in UTC unless a name says ``local``. Ids are the rows' bigint ids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from mimetypes import guess_type
from typing import Any, Literal

Language = Literal["de", "en"]
Quality = Literal["hot", "warm", "cold"]
Tone = Literal["positive", "neutral", "negative"]
Origin = Literal["human", "ai", "ai_edited", "template", "system"]
Role = Literal["rep", "leader", "admin"]
OutcomeStatus = Literal["done", "parked", "asked", "denied", "failed"]

INTENTS = tuple(
    "buy interest question price_objection time_objection trust_objection not_interested opt_out out_of_office"
    " appointment later support referral greeting other".split()
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who wants an act done. ``engine`` acts for a lead's owner; ``system`` is a tick of the house."""

    kind: Literal["user", "engine", "system"]
    id: int
    team_id: int
    name: str = ""
    role: Role = "rep"
    language: Language = "de"
    zone: str = "Europe/Berlin"


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence of ``channels/locales`` by key; the words are chosen where the language is known."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """A button: what the person reads and the act behind it (``tool`` is None for plain text buttons)."""

    label: Say | str
    tool: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """One wanted act. ``key`` is (turn, model step, position): the same key never acts twice."""

    tool: str
    arguments: Mapping[str, Any]
    key: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an act. ``say`` words it for a person, ``result`` is the data over REST.

    ``reason`` is the machine name of the rule that asked, denied or failed (``lead_ambiguous``, ``opted_out``, …).
    ``expects`` names the argument that a free answer fills.
    """

    status: OutcomeStatus
    say: Say
    result: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None
    options: tuple[Option, ...] = ()
    expects: str | None = None
    call: ToolCall | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ActOrigin:
    """Where a wanted act comes from; the gate decides on it (SAFETY walls 3 and 4).

    ``source``: chat (free text through the agent), command, tap, rest, engine (a sequence step), lead (the lead
    agent's automatic answer). ``said`` are the rep's own words of the turn. ``approval`` is the id of an approval
    whose digest was just verified. ``text_origin`` names who worded a message the act sends. ``fence`` is the lease
    (table, row id, token) the act must still hold when it commits.
    """

    source: Literal["chat", "command", "tap", "rest", "engine", "lead"]
    said: str = ""
    turn_id: str | None = None
    conversation_id: int | None = None
    approval: int | None = None
    text_origin: Origin = "human"
    enrolment_id: int | None = None
    fence: tuple[str, int, int] | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file or picture; its kind is told by the name's ending."""

    name: str
    content: bytes

    @property
    def mime(self) -> str:
        return guess_type(self.name)[0] or "application/octet-stream"

    @property
    def is_image(self) -> bool:
        """Whether messengers show it as a picture."""
        return self.mime in ("image/png", "image/jpeg", "image/webp")


@dataclass(frozen=True, slots=True)
class Media:
    """A file that a provider keeps for us: ``ref`` is its id or address there, fetched later with the account's token.

    ``kind``: image, audio, voice, video, document, sticker. ``size`` in bytes where the provider says it.
    """

    kind: str
    ref: str
    mime: str = ""
    name: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing somebody wrote or tapped, parsed at the edge from any provider.

    ``provider_id`` is the provider's own message id (one effect for ever), ``tap`` a button's id. ``aliases`` are
    further stable ids which the provider itself says belong to the same person (a business-scoped user id beside a
    phone number). ``signal`` is a person's wish that needs no reading of words: a block, a provider's opt-out switch,
    an unsubscribe button or link; ``away`` is an absence note (back ``until`` then) and no answer at all;
    ``own`` is what our own person wrote to ``external_id`` from the phone itself. ``edits``
    names an earlier message whose text was edited to this one, by its provider's id or its ``details["ref"]``.
    ``sent_at`` is the provider's own time of sending (aware). ``claims`` are what a website's form says about its
    sender (phone, email, via), which nobody has proven. ``details`` are kept with the message.
    """

    channel: str
    external_id: str
    provider_id: str
    text: str = ""
    name: str = ""
    tap: str | None = None
    files: tuple[File, ...] = ()
    account: str = "sandbox"
    aliases: tuple[str, ...] = ()
    signal: Literal["opt_out", "opt_in", "away", "own"] | None = None
    media: tuple[Media, ...] = ()
    replies_to: str | None = None
    edits: str | None = None
    sent_at: datetime | None = None
    claims: Mapping[str, str] = field(default_factory=dict)
    subject: str = ""
    until: datetime | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a provider says became of a message of ours. ``message_id`` is our own id where it is echoed.

    ``code`` is the provider's error code of a ``failed`` one, ``detail`` its words (never shown to a lead).
    """

    channel: str
    account: str
    provider_id: str
    state: Literal["sent", "delivered", "read", "failed"]
    message_id: int | None = None
    code: str | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the door in did: the row's id; ``duplicate`` when that provider id was here before."""

    message_id: int
    conversation_id: int
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A button as a channel shows it; ``id`` is at most 64 bytes."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message as a channel adapter gets it. ``message_id`` is ours; ``edits`` names one to replace.

    A text longer than the channel takes comes in parts, one call each: ``part`` counts from 0, buttons and files
    stand on the last one. ``account`` is the number, bot or mailbox that sends. ``edits_id`` is the provider's own id
    of the message to replace; ``template`` is an approved template's name at the provider, ``locale`` the language
    code it has there and ``values`` its parameters by name (or "1", "2", …). ``house``: the house's own words, in
    which ``**bold**`` and lists may be shown as such. ``kind`` and ``origin`` are the row's; ``subject`` is one line
    and only e-mail shows it ("" continues the thread); ``thread`` are ``id``, ``references`` and ``subject`` before
    it; ``files`` go with the text, those that ``is_image`` as pictures; ``links`` are public addresses of the same
    files, for a vendor that fetches them itself.
    """

    message_id: int
    channel: str
    to: str
    text: str
    buttons: tuple[Button, ...] = ()
    edits: int | None = None
    template: str | None = None
    language: Language = "de"
    subject: str = ""
    account: str = "sandbox"
    part: int = 0
    edits_id: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    locale: str = ""
    house: bool = False
    files: tuple[File, ...] = ()
    links: tuple[str, ...] = ()
    kind: str = "chat"
    origin: Origin = "system"
    thread: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a lead's message says. ``quote`` is the very part of the text it was read from.

    Kinds: price, product, date, time, quantity, budget, place, company, person, phone, email, topic, reason.
    """

    kind: str
    value: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a lead's message means. ``intent`` is one of INTENTS; ``confidence`` 0-100; ``provider`` who answered."""

    intent: str
    urgency: Literal["high", "medium", "low"] = "low"
    tone: Tone = "neutral"
    category: str = "other"
    confidence: int = 50
    facts: tuple[Fact, ...] = ()
    language: Language = "de"
    provider: str = "offline"

    def value(self, kind: str) -> str | None:
        """The first fact of a kind, or None."""
        return next((f.value for f in self.facts if f.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the seven parts of a score (MISSION C3); ``reason`` is a locale key's suffix with its value."""

    name: str
    points: int
    maximum: int
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    value: int
    quality: Quality
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed text with what it rests on. ``confidence`` 0-100, ``reasons`` name the facts used."""

    text: str
    confidence: int
    reasons: tuple[str, ...] = ()
    origin: Origin = "ai"
    provider: str = "offline"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the contact policy decides about one message, always with the rule that decided.

    ``until`` (UTC) is set for ``wait``; ``facts`` are the JSON-able numbers and dates it was decided on.
    """

    action: Literal["send", "wait", "template", "refuse", "ask"]
    rule: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """What conditions and drafts may read of a lead (``lead.<field>`` in YAML)."""

    id: int = 0
    name: str = ""
    language: Language = "de"
    register: Literal["du", "sie"] = "du"
    zone: str = "Europe/Berlin"
    region: str | None = None
    stage: str = "new"
    tier: str = "standard"
    lifetime_value: float = 0.0
    score: int = 0
    quality: Quality = "cold"
    tone: Tone = "neutral"
    is_customer: bool = False
    satisfaction_score: int | None = None
    watched_video: bool = False
    objections: tuple[str, ...] = ()
    company: str = ""
    interests: tuple[str, ...] = ()
    disg: str | None = None

    @property
    def sentiment(self) -> Quality:
        """The temperature: in conditions ``lead.sentiment`` is the score's quality."""
        return self.quality

    @property
    def has_objections(self) -> bool:
        return bool(self.objections)
