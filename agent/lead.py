"""The lead's agent: analyse -> score -> react -> draft -> review. No tools, no checkpointer, only facts and a draft.

Text of strangers ends here as typed facts; whatever it says, it cannot act. A killed turn is simply thought again.
Its words are the rules', or a configured model's where they pass ``lead_checks``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict

from langgraph.graph import END, START, StateGraph

from agent import lead_models, optout
from agent.models import Models
from channels import guard, words
from sequences.composing import must_disclose
from store.objections import Handler
from store.thoughts import Purpose
from store.types import Analysis, Draft, Language, LeadFacts, Quality, Say, Score
from tools import scoring


@dataclass(frozen=True, slots=True)
class LeadInput:
    """What the graph may know of a lead's turn."""

    text: str
    lead: LeadFacts
    contact: scoring.ContactFacts
    previous: Quality
    sender: str
    history: tuple[tuple[str, str], ...]
    mode: str
    disclosed_at: datetime | None
    last_outbound_at: datetime | None
    now: datetime
    purpose: Purpose
    handlers: tuple[Handler, ...] = ()


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a lead's message changes in her own record. Pure facts, no act."""

    tone: str
    objections: tuple[str, ...]
    interests: tuple[str, ...]
    optout: str


class LeadState(TypedDict, total=False):
    input: LeadInput
    analysis: Analysis
    score: Score
    reaction: Reaction
    draft: Draft
    discloses: bool
    over: str


def _score(state: LeadState) -> LeadState:
    given = state["input"]
    return {"score": scoring.score(state["analysis"], given.contact, given.text, given.previous)}


def _react(state: LeadState) -> LeadState:
    given, found = state["input"], state["analysis"]
    kind = found.intent.removesuffix("_objection") if found.intent.endswith("_objection") else None
    objections = dict.fromkeys([*given.lead.objections, *([kind] if kind else [])])
    topics = [fact.value for fact in found.facts if fact.kind in ("product", "topic")]
    interests = dict.fromkeys([*given.lead.interests, *topics])
    level = optout.detect(given.text)
    if level == "none" and found.intent == "opt_out":
        level = "likely"  # a model may be stricter than the rules: the rep is asked
    return {"reaction": Reaction(found.tone, tuple(objections)[-10:], tuple(interests)[-10:], level)}


def _review(state: LeadState) -> LeadState:
    """The guard's word on the draft, and the disclosure, added before any digest is taken (AI Act Art. 50)."""
    given, made = state["input"], state["draft"]
    if not made.text:
        return {"discloses": False}
    language: Language = state["analysis"].language
    checked = guard.check(made.text, made.origin, language=language, register=given.lead.register)
    text = checked.rewrite or "" if checked.action == "block" else made.text
    discloses = bool(text) and must_disclose(given.disclosed_at, None, given.last_outbound_at, given.now)
    if discloses:
        text = f"{text}\n\n{words.say(language, Say('sequence-disclosure', {'sender': given.sender}))}"
    return {
        "draft": Draft(text, made.confidence if text else 0, made.reasons, made.origin, made.provider),
        "discloses": discloses,
    }


class LeadAgent:
    """Thinks about one lead's turn; compiled at first use, since the terminal chat should start fast."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._graph: Any = None

    async def think(self, given: LeadInput) -> LeadState:
        found: LeadState = await self.ready().ainvoke({"input": given})
        if over := await self._models.over(given.purpose):
            found["over"] = over
        return found

    def ready(self) -> Any:
        """The compiled graph, made once: by the first turn, unless ``agent.warmup`` came before it."""
        self._graph = self._graph or self._build()
        return self._graph

    def _build(self) -> Any:
        graph = StateGraph(LeadState)
        steps: Sequence[tuple[str, Any]] = (
            ("analyse", self._analyse),
            ("score", _score),
            ("react", _react),
            ("draft", self._draft),
            ("review", _review),
        )
        previous = START
        for name, node in steps:
            graph.add_node(f"{name}_step", node)
            graph.add_edge(previous, f"{name}_step")
            previous = f"{name}_step"
        graph.add_edge(previous, END)
        return graph.compile()

    async def _analyse(self, state: LeadState) -> LeadState:
        given = state["input"]
        found = await lead_models.read(
            self._models,
            given.purpose,
            given.text,
            channel=given.contact.channel,
            language=given.lead.language,
            history=given.history,
        )
        return {"analysis": found}

    async def _draft(self, state: LeadState) -> LeadState:
        given, found = state["input"], state["analysis"]
        if given.mode == "off" or state["reaction"].optout != "none":
            return {"draft": Draft("", 0)}
        made = await lead_models.answer(
            self._models,
            given.purpose,
            given.text,
            found,
            given.lead,
            sender=given.sender,
            history=given.history,
            handlers=given.handlers,
        )
        return {"draft": made}
