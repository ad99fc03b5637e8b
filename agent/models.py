"""The router: asks the configured models one after the other until one gives a whole answer, and writes down the cost.

When none does, is configured or is affordable, the answer is None and whoever asked goes on with rules and templates.
Nothing here raises for a model's fault, waits longer than allowed, or may be asked with a unit of work open.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import structlog

from agent import providers
from agent.books import Books, Entry, Limit
from agent.providers import Provider
from store.settings import Settings
from store.thoughts import Purpose, Thought
from store.types import File

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage, BaseMessage

    from agent.faults import Fault, Wanted

log = structlog.get_logger()
Attempt = Callable[["BaseChatModel"], Awaitable["BaseMessage"]]
Check = Callable[["AIMessage"], Mapping[str, Any]]
_SPARE = 1.0  # seconds kept back for an answer without a model
_TIRED = 2  # time-outs in a row after which a model is left alone for a while
_REST = 30.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Took:
    """Tokens of one call; estimated, four characters each, where a server does not tell its usage."""

    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A whole answer, who gave it and what it took."""

    message: AIMessage
    data: Mapping[str, Any]
    provider: Provider
    took: Took
    milliseconds: int


class Models:
    """Fills ``Think``; ``ask`` is the general form that the rep's agent uses too."""

    def __init__(
        self,
        settings: Settings,
        books: Books,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.settings = settings
        self.books = books
        self.providers = providers.configured(settings)
        self.hearing = providers.hearing(settings)
        self._pause = pause
        self._built: dict[tuple[str, bool, float | None], BaseChatModel] = {}
        self._timeouts: dict[str, tuple[int, float]] = {}

    async def over(self, purpose: Purpose) -> Limit | None:
        """The budget that is used up, when the person was not told so today; from now on she counts as told."""
        limit = await self.books.limit(purpose) if self.providers else None
        return limit if limit and await self.books.tell_once(purpose) else None

    async def ask(
        self,
        purpose: Purpose,
        attempt: Attempt,
        *,
        wanted: Wanted = "text",
        size: int = 0,
        check: Check | None = None,
        deadline: float | None = None,
        temperature: float | None = None,
        failed: set[str] | None = None,
    ) -> Asked | None:
        """The first whole answer; ``attempt`` gets each model in turn. ``deadline`` is monotonic; ``size`` is the
        prompt's length in characters, for servers that do not tell their usage; ``check`` raises BadAnswer; the names
        in ``failed`` are left out, and who fails joins them."""
        from agent.faults import whole

        async def call(provider: Provider) -> tuple[tuple[AIMessage, Mapping[str, Any]], Took]:
            raw = await attempt(await self._model(provider, wanted == "chat", temperature))
            took = _took(raw, size)
            try:
                message = whole(raw, wanted)
                return (message, check(message) if check else {}), took
            except Exception as error:
                error.took = took  # type: ignore[attr-defined]  # a bad answer costs like a good one
                raise

        found = await self._first(self.providers, purpose, call, deadline, failed)
        if found is None:
            return None
        (message, data), provider, took, milliseconds = found
        return Asked(message, data, provider, took, milliseconds)

    async def complete(
        self, purpose: Purpose, system: str, text: str, *, history: Sequence[tuple[str, str]] = ()
    ) -> Thought | None:
        from agent.asking import messages

        asked = messages(system, text, history)
        size = sum(len(str(message.content)) for message in asked)
        found = await self.ask(
            purpose,
            lambda model: model.ainvoke(asked),
            size=size,
            deadline=self._soon(),
            temperature=self.settings.model_temperature,
        )
        return None if found is None else _thought(found)

    async def extract(self, purpose: Purpose, schema: Mapping[str, Any], text: str, *, system: str) -> Thought | None:
        from agent import asking

        asked = asking.messages(system, text)
        form = asking.response_format(schema)
        found = await self.ask(
            purpose,
            lambda model: model.bind(response_format=form).ainvoke(asked),
            wanted="data",
            size=len(system) + len(text),
            check=lambda message: asking.data_of(message, schema),
            deadline=self._soon(),
            temperature=self.settings.model_temperature if purpose.task == "draft" else 0.0,
        )
        return None if found is None else _thought(found)

    async def transcribe(self, purpose: Purpose, file: File) -> Thought | None:
        from agent import hearing

        async def call(provider: Provider) -> tuple[str, Took]:
            return await hearing.transcribe(provider, self.settings, file), Took()

        found = await self._first(self.hearing, purpose, call, time.monotonic() + hearing.LONGEST)
        if found is None:
            return None
        text, provider, _, milliseconds = found
        return Thought(text, {}, provider.name, provider.hears, 0, milliseconds)

    def _soon(self) -> float:
        """Two questions fit into a turn (a lead's analysis and the answer to her)."""
        return time.monotonic() + self.settings.turn_seconds / 2

    async def _first(
        self,
        candidates: Sequence[Provider],
        purpose: Purpose,
        call: Callable[[Provider], Awaitable[tuple[T, Took]]],
        deadline: float | None,
        failed: set[str] | None = None,
    ) -> tuple[T, Provider, Took, int] | None:
        """The first candidate that does it, each at most twice; what was tried is written down."""
        failed = set() if failed is None else failed
        candidates = [provider for provider in candidates if provider.name not in failed]
        if not candidates:
            return None
        if (limit := await self.books.limit(purpose)) is not None:
            await self._note(purpose, None, f"budget_{limit}", Took(), 0)
            return None
        for provider in candidates:
            for last in (False, True):
                seconds = self._seconds(provider, deadline)
                if seconds <= 0:
                    break
                started = time.monotonic()
                try:
                    async with asyncio.timeout(seconds):
                        done, took = await call(provider)
                except Exception as error:
                    fault = await self._failed(purpose, provider, error, started)
                    if last or not fault.again:
                        break
                    await self._pause(fault.pause)
                    continue
                self._timeouts.pop(provider.name, None)
                spent = round((time.monotonic() - started) * 1000)
                await self._note(purpose, provider, "ok", took, spent)
                return done, provider, took, spent
            failed.add(provider.name)
        await self._note(purpose, None, "stood_in", Took(), 0)
        return None

    def _seconds(self, provider: Provider, deadline: float | None) -> float:
        """How long a call may take; 0 when there is no time left or the model is being left alone."""
        count, since = self._timeouts.get(provider.name, (0, 0.0))
        if count >= _TIRED and time.monotonic() - since < _REST:
            return 0.0
        most = self.settings.model_timeout_seconds
        return most if deadline is None else min(most, deadline - time.monotonic() - _SPARE)

    async def _failed(self, purpose: Purpose, provider: Provider, error: Exception, started: float) -> Fault:
        from agent.faults import fault_of

        fault = fault_of(error)
        # The vendor's words may hold what was asked: only the kind is logged.
        log.warning("model_fault", provider=provider.name, model=provider.model, kind=fault.kind, task=purpose.task)
        if fault.kind == "timeout":
            count, _ = self._timeouts.get(provider.name, (0, 0.0))
            self._timeouts[provider.name] = (count + 1, time.monotonic())
        took = getattr(error, "took", Took())
        await self._note(purpose, provider, fault.kind, took, round((time.monotonic() - started) * 1000))
        return fault

    async def _note(self, purpose: Purpose, provider: Provider | None, outcome: str, took: Took, spent: int) -> None:
        model = "" if provider is None else provider.hears if purpose.task == "transcript" else provider.model
        name, cost = (provider.name, provider.cost(took.tokens_in, took.tokens_out)) if provider else ("offline", 0.0)
        await self.books.note(purpose, Entry(name, model, outcome, took.tokens_in, took.tokens_out, cost, spent))

    async def _model(self, provider: Provider, streaming: bool, temperature: float | None) -> BaseChatModel:
        key = (provider.name, streaming, temperature)
        if key not in self._built:
            # The first import of a vendor takes most of a second; nobody else should wait for it.
            self._built[key] = await asyncio.to_thread(
                providers.chat, provider, self.settings, streaming=streaming, temperature=temperature
            )
        return self._built[key]


def _took(message: BaseMessage, size: int) -> Took:
    told = getattr(message, "usage_metadata", None) or {}
    written = len(str(message.content)) + len(str(getattr(message, "tool_calls", "") or ""))
    return Took(int(told.get("input_tokens") or size // 4), int(told.get("output_tokens") or written // 4))


def _thought(found: Asked) -> Thought:
    tokens = found.took.tokens_in + found.took.tokens_out
    text = str(found.message.text)
    return Thought(text, found.data, found.provider.name, found.provider.model, tokens, found.milliseconds)
