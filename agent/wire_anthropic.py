"""Anthropic's chat model as we use it. Imported only when it is configured."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from langchain_anthropic import ChatAnthropic
from langchain_core.outputs import ChatGenerationChunk

from agent.faults import unrepaired


class AnthropicChat(ChatAnthropic):
    """Takes a call only with whole arguments."""

    async def _astream(self, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        async for chunk in unrepaired(super()._astream(*args, **kwargs)):
            yield chunk
