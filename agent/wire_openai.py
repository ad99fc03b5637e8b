"""Chat models on OpenAI's wire as we use them. Imported only when one is configured."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from langchain_core.language_models import LanguageModelInput
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from langchain_openai.chat_models.base import BaseChatOpenAI

from agent.faults import unrepaired

# Gemini refuses a call in the history that does not carry its signature; this word, which its documentation names
# for calls that come from elsewhere, lets it pass.
_SIGNATURE = {"google": {"thought_signature": "skip_thought_signature_validator"}}


class OpenAIChat(ChatOpenAI):
    """Takes a call only with whole arguments."""

    async def _astream(self, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        async for chunk in unrepaired(super()._astream(*args, **kwargs)):
            yield chunk


class CompatibleChat(BaseChatOpenAI):
    """The same with ``max_tokens``, as everybody else calls it. ``signs``: with Gemini's signatures for calls."""

    signs: bool = False

    @property
    def _llm_type(self) -> str:
        return "compatible"

    async def _astream(self, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        async for chunk in unrepaired(super()._astream(*args, **kwargs)):
            yield chunk

    def _get_request_payload(
        self, input_: LanguageModelInput, *, stop: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        payload: dict[str, Any] = super()._get_request_payload(input_, stop=stop, **kwargs)
        if self.signs:
            for message in payload.get("messages", []):
                for call in message.get("tool_calls") or ():
                    call["extra_content"] = _SIGNATURE
        return payload
