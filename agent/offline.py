"""The model of last resort: a LangChain chat model that understands a rep by grammar, without a network or a key.

It calls only tools bound to it, answers with the tools' own words, and says honestly when it did not understand.
One cheap copy per turn carries the turn's facts (clock, zone, language, the lead last talked about).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import LanguageModelInput
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from agent import grammar, handover
from agent.handover import Call
from channels import words
from store.types import Language, Say
from tools import registry

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class OfflineModel(BaseChatModel):
    """Reads the last human message into tool calls, and tool results into the answer. Pure and bounded (a few ms).

    ``now`` is aware, ``zone`` an IANA id; ``focus`` names the lead "ihr" or "him" means, ``names``
    are the words of the message that the person's own leads are called by. Unbound, it calls no tool.
    """

    model_name: str = "offline"
    now: datetime = _NEVER
    zone: str = "Europe/Berlin"
    language: Language = "de"
    focus: str | None = None
    names: frozenset[str] = frozenset()

    @property
    def _llm_type(self) -> str:
        return "offline"

    @property
    def _identifying_params(self) -> Mapping[str, Any]:
        return {"model_name": self.model_name}

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The model with exactly these tools by name; ``tool_choice`` is ignored: nothing is ever done unasked."""
        return self.bind(tool_names=tuple(_name(tool) for tool in tools))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self.answer(messages, kwargs.get("tool_names", ())))])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return self._generate(messages, **kwargs)

    def answer(self, messages: Sequence[BaseMessage], tool_names: Sequence[str]) -> AIMessage:
        """The next step of a turn: calls or a plain sentence after a human message, the tools' words after acts.

        Where another model began, what it left undone is done first.
        """
        place = next((n for n in range(len(messages) - 1, -1, -1) if isinstance(messages[n], HumanMessage)), None)
        if place is None or (place < len(messages) - 1 and not isinstance(messages[-1], ToolMessage)):
            return AIMessage(_told(_trailing(messages)) or self._say("not_understood"))
        since = messages[place + 1 :]
        turn = [message for message in since if isinstance(message, AIMessage)]
        reading = self._read(_text(messages[place]))
        if turn and all(_own(message) for message in turn):
            told = _told(_trailing(since)) or self._say("not_understood")
            return AIMessage("\n\n".join([told, *self._left(reading)]))
        wanted = [(one.tool, dict(one.arguments)) for one in reading.requests if _takes(one.tool, tool_names)]
        step = sum(isinstance(message, AIMessage) for message in messages)
        if turn:
            return self._goes_on(since, turn, wanted, step)
        return _calling(wanted, step) if wanted else AIMessage(self._say(reading.unclear or "not_understood"))

    def _read(self, text: str) -> grammar.Reading:
        return grammar.read(text, now=self.now, zone=self.zone, focus=self.focus, names=self.names)

    def _goes_on(
        self, since: Sequence[BaseMessage], turn: Sequence[AIMessage], wanted: Sequence[Call], step: int
    ) -> AIMessage:
        """What another model left undone, or the words for all that was done."""
        lookups = {tool.name for tool in registry.tools("admin") if tool.reads}
        rest = handover.rest(wanted, [(call["name"], call["args"]) for one in turn for call in one.tool_calls], lookups)
        if rest:
            return _calling(rest, step)
        asked = {name for name, _ in wanted}
        results = [one for one in since if isinstance(one, ToolMessage)]
        told = _told([one for one in results if one.name not in lookups or one.name in asked] or _trailing(since))
        return AIMessage("\n\n".join(part for part in (told, self._say("cut_short") if rest is None else "") if part))

    def _left(self, reading: grammar.Reading) -> list[str]:
        """One sentence about words that no tool took up, so that nothing said is dropped silently."""
        parts = " · ".join(f"»{part}«" if self.language == "de" else f'"{part}"' for part in reading.left)
        name = next((str(one.arguments["lead"]) for one in reading.requests if "lead" in one.arguments), "")
        return [words.say(self.language, Say("offline-left", {"parts": parts, "name": name}))] if parts else []

    def _say(self, reason: str) -> str:
        return words.say(self.language, Say(f"offline-{reason.replace('_', '-')}"))


def _takes(name: str, tool_names: Sequence[str]) -> bool:
    """What is bound; and a leader's order in a rep's message, which the runner refuses by name and writes down."""
    tool = registry.get(name) if tool_names and name not in tool_names else None
    return name in tool_names or (tool is not None and tool.spoken and "rep" not in tool.roles)


def _own(message: AIMessage) -> bool:
    return message.response_metadata.get("model_name") == "offline"


def _calling(wanted: Sequence[Call], step: int) -> AIMessage:
    calls = [
        {"name": name, "args": dict(arguments), "id": f"offline-{step}-{place}", "type": "tool_call"}
        for place, (name, arguments) in enumerate(wanted)
    ]
    return AIMessage(content="", tool_calls=calls, response_metadata={"model_name": "offline"})


def _name(tool: dict[str, Any] | type | Callable[..., Any] | BaseTool) -> str:
    if isinstance(tool, BaseTool):
        return tool.name
    if isinstance(tool, dict):
        inner = tool.get("function", tool)
        return str(inner.get("name") or inner.get("title") or "")
    return str(getattr(tool, "__name__", ""))


def _text(message: BaseMessage) -> str:
    """The words of a message; parts that are no text (pictures, files) say nothing."""
    if isinstance(message.content, str):
        return message.content
    parts = [p if isinstance(p, str) else str(p.get("text", "")) for p in message.content]
    return "\n".join(part for part in parts if part)


def _trailing(messages: Sequence[BaseMessage]) -> list[ToolMessage]:
    """The tool results a conversation ends with, in call order."""
    found: list[ToolMessage] = []
    for message in reversed(messages):
        if not isinstance(message, ToolMessage):
            break
        found.append(message)
    return found[::-1]


def _told(results: Sequence[ToolMessage]) -> str:
    """What the tools said, each sentence once, a blank line between."""
    said = [_said(message) for message in results]
    return "\n\n".join(dict.fromkeys(one for one in said if one))


def _said(message: ToolMessage) -> str:
    """The worded result; content that is not our JSON object says nothing (it is no sentence of ours)."""
    if not isinstance(message.content, str):
        return ""
    try:
        told = json.loads(message.content)
    except ValueError:
        return ""
    said = told.get("said") if isinstance(told, dict) else None
    return said.strip() if isinstance(said, str) else ""
