"""Which language models are configured, and how each is reached. A vendor's module is imported when first needed.

OpenAI and Anthropic speak their own wire; Mistral, Gemini, Ollama and any other server speak OpenAI's, each under its
own address, key and model name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import SecretStr

from store.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NAMES = ("mistral", "gemini", "ollama", "openai", "anthropic", "compatible")
_HEARING = {"openai": "gpt-transcribe", "mistral": "voxtral-mini-latest", "compatible": "whisper-1"}
_UNNAMED = {"ollama": "llama3.2", "compatible": "default"}
_CLASSIC = re.compile(r"gpt-[34]|chatgpt|claude-\w+-4-[0-6](?!\d)|claude-3")
_NO_EFFORT = re.compile(r"gpt-5\.[1-9](?!.*chat)")


@dataclass(frozen=True, slots=True)
class Provider:
    """One configured model. ``price`` in US dollars per million tokens, in and out; ``hears`` its model for voice."""

    name: str
    base_url: str
    key: SecretStr
    model: str
    price: tuple[float, float] = (0.0, 0.0)
    hears: str = ""

    def cost(self, tokens_in: int, tokens_out: int) -> float:
        return (tokens_in * self.price[0] + tokens_out * self.price[1]) / 1_000_000


def configured(settings: Settings) -> tuple[Provider, ...]:
    """The models there are, in the order they are asked. Raises LookupError for a name nobody knows."""
    order = [name.strip().lower() for name in settings.model_order.split(",") if name.strip()]
    if unknown := [name for name in order if name not in NAMES]:
        raise LookupError(f"MODEL_ORDER names {', '.join(unknown)}; known are {', '.join(NAMES)}")
    return tuple(_provider(settings, name) for name in dict.fromkeys(order) if _is_configured(settings, name))


def hearing(settings: Settings) -> tuple[Provider, ...]:
    """Where voice notes are written down: the server named for it, else what the configured models offer."""
    if settings.transcription_base_url or settings.transcription_api_key.get_secret_value():
        base = settings.transcription_base_url or settings.openai_base_url
        model = settings.transcription_model or _HEARING["openai" if "openai" in base else "compatible"]
        return (Provider("transcription", _address(base), settings.transcription_api_key, model, hears=model),)
    return tuple(provider for provider in configured(settings) if provider.hears)


def _is_configured(settings: Settings, name: str) -> bool:
    """Servers of one's own need no key: their model's name or their address says that they are wanted."""
    if name == "ollama":
        return bool(settings.ollama_model) or "ollama_base_url" in settings.model_fields_set
    if name == "compatible":
        return bool(settings.compatible_base_url)
    return bool(getattr(settings, f"{name}_api_key").get_secret_value())


def _provider(settings: Settings, name: str) -> Provider:
    base = str(getattr(settings, f"{name}_base_url"))
    hears = _HEARING.get(name, "")
    return Provider(
        name=name,
        base_url=base.rstrip("/").removesuffix("/v1") if name == "anthropic" else _address(base),
        key=getattr(settings, f"{name}_api_key", SecretStr("")),
        model=str(getattr(settings, f"{name}_model")) or _UNNAMED[name],
        price=_price(str(getattr(settings, f"{name}_price", "0/0"))),
        hears=settings.transcription_model or hears if hears else "",
    )


def _address(base: str) -> str:
    """A server's address; one without a path means the usual /v1."""
    base = base.rstrip("/")
    return base if urlsplit(base).path else f"{base}/v1"


def _price(text: str) -> tuple[float, float]:
    """ "0.1/0.3" dollars per million tokens, in and out."""
    first, _, second = text.partition("/")
    return float(first or 0), float(second or first or 0)


def chat(provider: Provider, settings: Settings, *, streaming: bool, temperature: float | None) -> BaseChatModel:
    """The vendor's chat model with our time-out and without retries of its own (ENGINE rule 8)."""
    common: dict[str, Any] = {
        "model": provider.model,
        "base_url": provider.base_url,
        "timeout": settings.model_timeout_seconds,
        "max_retries": 0,
        "max_tokens": settings.model_max_tokens,
        "streaming": streaming,
    }
    own = provider.name in ("openai", "anthropic")
    if temperature is not None and (not own or _CLASSIC.match(provider.model)):
        common["temperature"] = temperature
    if provider.name == "anthropic":
        from agent.wire_anthropic import AnthropicChat

        return AnthropicChat(api_key=provider.key, **common)
    from agent.wire_openai import CompatibleChat, OpenAIChat

    # A key is demanded by the SDK, also where the server wants none.
    common["api_key"] = provider.key if provider.key.get_secret_value() else SecretStr("none")
    if provider.name == "openai":
        # Models from 5.1 on take tools on this wire only without reasoning; the newest choose their wire themselves.
        effort = "none" if _NO_EFFORT.match(provider.model) else None
        return OpenAIChat(stream_usage=True, reasoning_effort=effort, **common)
    # Mistral tells its usage unasked and refuses fields it does not know.
    return CompatibleChat(stream_usage=provider.name != "mistral", signs=provider.name == "gemini", **common)
