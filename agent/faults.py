"""What can go wrong with a model's answer, told without its vendor's module.

An answer counts only when it is whole and says something a person can read; everything else is a fault with a kind,
and the next model is asked.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Literal

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk

Wanted = Literal["chat", "text", "data"]
LONGEST = 3500  # characters of an answer in a chat
_AT_ONCE = 3.0  # seconds: a busy model that asks for no longer pause is asked once more
_LEAKED = re.compile(
    r"<\|[\w ]+\|>|</?(?:tool_call|function_call|tool_response|think)\b|\[/?(?:TOOL_CALLS|INST)\]|<function=",
    re.IGNORECASE,
)
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL | re.IGNORECASE)
_STOPPED = frozenset({"content_filter", "refusal", "error"})
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """``kind`` is what is stored; ``again``: worth asking the same model once more, after ``pause`` seconds."""

    kind: str
    again: bool = False
    pause: float = 0.5


class BadAnswer(Exception):
    """An answer came, and it is none: ``kind`` is cut, empty, garbage, arguments, stopped or schema."""

    def __init__(self, kind: str, again: bool = False) -> None:
        super().__init__(kind)
        self.fault = Fault(kind, again, 0.0)


def fault_of(error: Exception) -> Fault:
    """The fault an exception of any vendor's client stands for."""
    if isinstance(error, BadAnswer):
        return error.fault
    status = getattr(error, "status_code", None)
    words = f"{type(error).__name__} {error}".lower()
    if status in (429, 503, 529) or "overloaded" in words:
        pause = _retry_after(error)
        return Fault("busy", again=pause is None or pause <= _AT_ONCE, pause=0.5 if pause is None else pause)
    if status in (401, 403):
        return Fault("key")
    if isinstance(status, int) and status != 200:
        return Fault("server" if status >= 500 else "refused")
    if isinstance(error, TimeoutError) or "timeout" in words or "timed out" in words:
        return Fault("timeout")
    if isinstance(error, OSError) or any(word in words for word in ("connect", "protocol", "readerror", "peer closed")):
        return Fault("connection")
    return Fault("garbage")


def _retry_after(error: Exception) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except (TypeError, ValueError):
        return None


def whole(message: BaseMessage, wanted: Wanted) -> AIMessage:
    """The answer as plain text and calls, nothing of the vendor's left. Raises BadAnswer.

    ``wanted``: chat (streamed, with tools), text or data (JSON). A stream that ends without saying why was cut. A call
    whose arguments cannot be read spoils its whole step, of which nothing has been done yet.
    """
    if not isinstance(message, AIMessage):
        raise BadAnswer("garbage")
    told = message.response_metadata
    reason = told.get("finish_reason") or told.get("stop_reason") or told.get("status")
    if wanted == "chat" and not reason:
        raise BadAnswer("cut")
    if reason in _STOPPED:
        raise BadAnswer("stopped")
    if message.invalid_tool_calls:
        raise BadAnswer("arguments")
    if message.tool_calls:
        return AIMessage("", tool_calls=message.tool_calls)
    text = _THOUGHTS.sub("", _UNREADABLE.sub("", str(message.text))).strip()
    if not text:
        raise BadAnswer("empty")
    if wanted != "data" and (_LEAKED.search(text) or _is_data(text)):
        raise BadAnswer("garbage")
    return AIMessage(text if wanted == "data" or len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…")


def _is_data(text: str) -> bool:
    """JSON or a web page where words were wanted."""
    if text.startswith(("<!DOCTYPE", "<html")):
        return True
    if not text.startswith(("{", "[", "```json")):
        return False
    try:
        return isinstance(json.loads(text.removeprefix("```json").removesuffix("```")), dict | list)
    except ValueError:
        return text.startswith("```json")


async def unrepaired(chunks: AsyncIterator[ChatGenerationChunk]) -> AsyncIterator[ChatGenerationChunk]:
    """A stream as it came; raises BadAnswer at its end when a call's arguments did not come whole.

    The clients repair them: ``{"text": "See you at`` would become a text to send.
    """
    arguments: dict[Any, str] = defaultdict(str)
    async for chunk in chunks:
        if isinstance(chunk.message, AIMessageChunk):
            for part in chunk.message.tool_call_chunks:
                arguments[part["index"]] += part["args"] or ""
        yield chunk
    for text in arguments.values():
        try:
            whole = json.loads(text or "{}")
        except ValueError:
            whole = None
        if not isinstance(whole, dict):
            raise BadAnswer("arguments")
