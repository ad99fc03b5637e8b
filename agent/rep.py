"""The rep's agent: a LangGraph tool-calling agent whose every tool call is an act through the runner.

One thread per turn, removed when the turn is done: a crash resumes it, and cost does not grow with the conversation.
The tools given to the graph are shells with a schema; what runs is the runner, in call order, under the turn's lease.
Each step asks the configured models in their order and at last the one of the house, all within one turn: whoever
takes over sees what was already done.
"""

from __future__ import annotations

import asyncio
import json
import math
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import StructuredTool
from langgraph.errors import EmptyInputError
from langgraph.prebuilt.tool_node import ToolCallRequest

from agent import knowing, prompts
from agent.checkpoints import FencedSaver
from agent.inbox import Turn
from agent.models import Models
from agent.offline import OfflineModel
from agent.rep_turn import Known
from channels import words
from store import crash, leases
from store.db import Database
from store.models import Conversation
from store.ports import Clock, Execute
from store.queries import acts
from store.settings import Settings
from store.thoughts import Purpose
from store.types import Actor, ActOrigin, Outcome, Role, Say, ToolCall
from tools import record, registry

_DEEPEST = 8
_TOLD = 5  # acts named at the end of a turn that was cut short
BuildModel = Callable[[Actor, "TurnContext"], BaseChatModel]


@dataclass(slots=True)
class TurnContext:
    """What one turn's graph run knows; never stored in a checkpoint.

    The graph itself belongs to no house: who acts, which models are asked and how many steps are allowed stands here.
    """

    actor: Actor
    origin: ActOrigin
    execute: Execute
    models: Models
    steps: int
    model: BaseChatModel | None = None
    focus: str | None = None
    names: frozenset[str] = frozenset()
    history: str = ""
    deadline: float = 0.0
    failed: set[str] = field(default_factory=set)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def purpose(self) -> Purpose:
        actor = self.actor
        return Purpose("chat", actor.team_id, actor.id, actor.zone, turn_id=self.origin.turn_id)


class TooManySteps(Exception):
    """The model would not stop calling tools (SAFETY: at most 8 steps a turn)."""


class _Acts(AgentMiddleware[Any, TurnContext, Any]):
    """Gives each turn its own model and turns every tool call into an act."""

    async def awrap_model_call(
        self,
        request: ModelRequest[TurnContext],
        handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]],
    ) -> ModelResponse[Any]:
        context = request.runtime.context
        if _steps(request.messages) >= context.steps:
            raise TooManySteps
        system = f"{prompts.system('rep', context.actor.language)}\n\n{context.history}"
        request = request.override(system_message=SystemMessage(system))
        message: BaseMessage | None = await self._asked(request, handler)
        if message is None:
            response = await handler(request.override(model=context.model or request.model))
            message = response.result[0]
        crash.point("model_answered")
        return ModelResponse(result=[_ours(message, _steps(request.messages))])

    async def _asked(
        self,
        request: ModelRequest[TurnContext],
        handler: Callable[[ModelRequest[TurnContext]], Awaitable[ModelResponse[Any]]],
    ) -> AIMessage | None:
        """The next step of the first configured model that gives a whole one."""
        context = request.runtime.context

        async def attempt(model: BaseChatModel) -> BaseMessage:
            return (await handler(request.override(model=model))).result[0]

        size = sum(len(str(message.content)) for message in (request.system_message, *request.messages) if message)
        found = await context.models.ask(
            context.purpose, attempt, wanted="chat", size=size, deadline=context.deadline, failed=context.failed
        )
        return found.message if found else None

    async def awrap_tool_call(
        self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[Any]]
    ) -> ToolMessage:
        context = cast("TurnContext", request.runtime.context)
        messages: Sequence[AnyMessage] = request.state["messages"]
        place = _place(messages, request.tool_call["id"])
        key = f"{context.origin.turn_id}:{_steps(messages)}:{place}"
        async with context.lock:
            call = ToolCall(name := request.tool_call["name"], _visible(name, request.tool_call["args"]), key)
            outcome = await context.execute(context.actor, call, context.origin)
        return ToolMessage(
            json.dumps(told(context.actor, outcome), ensure_ascii=False, default=str),
            tool_call_id=request.tool_call["id"],
            name=request.tool_call["name"],
        )


def _ours(message: BaseMessage, step: int) -> BaseMessage:
    """Calls under ids of our own: vendors' may repeat within a step, and Mistral takes nine letters and digits only."""
    if not isinstance(message, AIMessage) or not message.tool_calls:
        return message
    calls = [
        {**call, "id": f"s{step % 100:02}n{place:03}ok", "args": _kept(call["args"])}
        for place, call in enumerate(message.tool_calls)
    ]
    return message.model_copy(update={"tool_calls": calls})


def _kept(value: Any, depth: int = 0) -> Any:
    """Arguments as a checkpoint can hold them: no numbers beyond 64 bits, half characters or bottomless lists."""
    if isinstance(value, dict) and depth < _DEEPEST:
        return {_kept(str(name)): _kept(item, depth + 1) for name, item in value.items()}
    if isinstance(value, list) and depth < _DEEPEST:
        return [_kept(item, depth + 1) for item in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if value is None or isinstance(value, bool) or (isinstance(value, int) and -(2**63) <= value < 2**63):
        return value
    return value if isinstance(value, float) and math.isfinite(value) else str(value)[:100]


def _visible(name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What a model may fill: internal fields come from buttons and REST. ``indirect`` only makes the gate stricter."""
    tool = registry.get(name)
    hidden = tool.internal - {"indirect"} if tool is not None else frozenset()
    return {field: value for field, value in arguments.items() if field not in hidden}


def told(actor: Actor, outcome: Outcome) -> dict[str, Any]:
    """What a model gets to see of an outcome."""
    said = words.say(actor.language, outcome.say)
    choices = [words.say(actor.language, o.label) if isinstance(o.label, Say) else o.label for o in outcome.options]
    result = {name: value for name, value in outcome.result.items() if name != "files"}
    seen: dict[str, Any] = {"outcome": outcome.status, "said": said, "result": result}
    if outcome.reason:
        seen["reason"] = outcome.reason
    if choices and outcome.status == "asked":
        seen["choices"] = choices
    return seen


def _steps(messages: Sequence[AnyMessage]) -> int:
    return sum(1 for message in messages if isinstance(message, AIMessage) and message.tool_calls)


def _place(messages: Sequence[AnyMessage], call_id: str | None) -> int:
    """A call's position in its model step: providers' call ids repeat, positions do not."""
    last = next((m for m in reversed(messages) if isinstance(m, AIMessage) and m.tool_calls), None)
    calls = last.tool_calls if last is not None else []
    return next((n for n, call in enumerate(calls) if call["id"] == call_id), 0)


class RepAgent:
    """Fills ``Thinker``. ``build_model`` makes a turn's model of last resort."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        settings: Settings,
        execute: Execute,
        saver: FencedSaver,
        build_model: BuildModel,
        models: Models,
    ) -> None:
        self.db = db
        self.clock = clock
        self.settings = settings
        self.saver = saver
        self.build_model = build_model
        self.models = models
        self.execute = execute
        self._graphs: dict[Role, Any] = {}

    async def think(self, turn: Turn, actor: Actor, origin: ActOrigin, known: Known) -> str:
        """Runs, or after a crash goes on with, the turn's thread; the answer in words."""
        seconds = self.settings.turn_seconds
        history = await self._context(turn, actor, known)
        context = TurnContext(actor, origin, self.execute, self.models, self.settings.model_steps)
        context.focus, context.names, context.history = known.focus, known.names, history
        context.deadline = time.monotonic() + seconds
        context.model = self.build_model(actor, context)
        try:
            with self.saver.fenced(turn.id, lambda: self._fence(turn)):
                async with asyncio.timeout(seconds):
                    state = await self._run(turn, actor, context)
        except (TooManySteps, TimeoutError):
            return await self._so_far(turn, actor)
        text = _answer(state) or words.say(actor.language, Say("agent-no-words"))
        if over := await self.models.over(context.purpose):
            text = f"{text}\n\n{words.say(actor.language, Say(f'budget-{over}'))}"
        return text

    async def _context(self, turn: Turn, actor: Actor, known: Known) -> str:
        if not self.models.providers:  # the rules look at the message alone
            return known.history
        async with self.db.read(actor.team_id, actor.id) as scope:
            return await knowing.context(scope, actor, known.history, known.focus_id, turn.id, self.clock.now())

    async def _run(self, turn: Turn, actor: Actor, context: TurnContext) -> Mapping[str, Any]:
        graph = self._graph(actor.role)
        config: RunnableConfig = {"configurable": {"thread_id": turn.id}, "recursion_limit": 50}
        found: Mapping[str, Any]
        if await self.saver.aget_tuple(config) is not None:
            try:
                found = await graph.ainvoke(None, config, context=context, durability="sync")
                return found
            except EmptyInputError:
                await self.saver.adelete_thread(turn.id)
        message = HumanMessage(turn.text, id=turn.id)
        found = await graph.ainvoke({"messages": [message]}, config, context=context, durability="sync")
        return found

    async def _so_far(self, turn: Turn, actor: Actor) -> str:
        """The honest end of a turn that led nowhere: that it was cut short, and what had been done by then."""
        async with self.db.read() as scope:
            done = [record.read(act) for act in await acts.acts_of_turn(scope, turn.id)]
        told = [words.say(actor.language, outcome.say) for outcome in done if outcome.status == "done"]
        return "\n\n".join([words.say(actor.language, Say("agent-too-long")), *dict.fromkeys(told[-_TOLD:])])

    def _graph(self, role: Role) -> Any:
        if role not in self._graphs:
            self._graphs[role] = copy(graph_of(role))
            self._graphs[role].checkpointer = self.saver
        return self._graphs[role]

    async def _fence(self, turn: Turn) -> None:
        async with self.db.read() as scope:
            await leases.hold(scope, Conversation, turn.lease)

    async def forget(self, turn_id: str) -> None:
        await self.saver.adelete_thread(turn_id)


@cache
def graph_of(role: Role) -> Any:
    """The graph with the tools of a role, without a memory of its own; every turn brings its model along."""
    shells = [_shell(tool.name, tool.description, tool.schema()) for tool in registry.tools(role) if tool.spoken]
    return create_agent(OfflineModel(), shells, middleware=[_Acts()], context_schema=TurnContext)


def _shell(name: str, description: str, schema: dict[str, Any]) -> StructuredTool:
    async def never(**_: Any) -> str:
        raise RuntimeError(f"{name} runs through the runner only")

    return StructuredTool(name=name, description=description, args_schema=schema, coroutine=never)


def _answer(state: Mapping[str, Any]) -> str:
    last = state["messages"][-1]
    return str(last.text).strip() if isinstance(last, AIMessage) else ""
