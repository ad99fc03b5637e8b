"""A loaded sequence: frozen values that the engine walks through; ``definition.load`` is the only one to build them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sequences.conditions import Condition
from sequences.templates import MessageTemplate

NURTURE = "long_term_nurture"
CHANNELS = ("auto", "whatsapp", "telegram", "email", "instagram")
ACTIONS = (
    "send_message",
    "create_reminder",
    "schedule_call",
    "wait",
    "move_to_nurture",
    "archive_lead",
    "end_sequence",
)
BRANCH_ACTIONS = (
    "next_step",
    "wait",
    "schedule_call",
    "create_reminder",
    "move_to_nurture",
    "archive_lead",
    "end_sequence",
)
RESPONSES = ("positive", "negative", "neutral")


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a reply, or none, leads: one of BRANCH_ACTIONS, another sequence by name, or a later step by its key."""

    kind: Literal["action", "sequence", "step"]
    value: str

    def __str__(self) -> str:
        return f"start_sequence: {self.value}" if self.kind == "sequence" else self.value


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``index`` counts from 0, ``day`` from the enrolment's start, ``line`` is its line in the file.

    ``key`` is the name as a machine word. With ``variants`` one of these is sent and ``template`` is only their common
    name. ``on_response`` maps positive, negative, neutral (a missing one has the default of ``decide.react``).
    ``title`` is {"de", "en"}: what people are told the step is called. ``note`` is for the rep's reminder or call.
    """

    index: int
    day: int
    name: str
    key: str
    action: str
    template: str | None = None
    fallback_template: str | None = None
    variants: tuple[str, ...] = ()
    channel: str = "auto"
    conditions: tuple[Condition, ...] = ()
    on_response: Mapping[str, Branch] = field(default_factory=dict)
    on_no_response: Branch | None = None
    note: str = ""
    line: int = 0
    title: Mapping[str, str] = field(default_factory=dict)

    def called(self, language: str) -> str:
        """The step's name as a person reads it."""
        return self.title.get(language) or self.name

    @property
    def sends(self) -> bool:
        return self.action == "send_message"

    @property
    def templates(self) -> tuple[str, ...]:
        """Every template this step may send."""
        own = self.variants or ((self.template,) if self.template else ())
        return (*own, self.fallback_template) if self.fallback_template else own


@dataclass(frozen=True, slots=True)
class Sequence:
    """One version of a sequence. ``texts`` are templates written in the file itself, by name.

    ``title`` and ``description`` are {"de", "en"}; ``cool_down_days`` is how long after its end a trigger leaves the
    lead alone; ``also_called`` are further names people use.
    """

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    target_outcome: str
    trigger: Condition | None
    max_duration_days: int
    max_attempts: int
    steps: tuple[Step, ...]
    next_sequence: str | None = None
    cool_down_days: int = 30
    also_called: tuple[str, ...] = ()
    texts: Mapping[str, MessageTemplate] = field(default_factory=dict)

    def family(self, template: str | None) -> str | None:
        """The name a condition knows a sent template by: a variant goes by its step's ``template``."""
        if template is None:
            return None
        for step in self.steps:
            if template in step.variants and step.template:
                return step.template
        return template
