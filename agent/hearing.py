"""Voice notes become words, over the audio API that OpenAI's wire has for it."""

from __future__ import annotations

from pathlib import PurePath

from agent.faults import BadAnswer
from agent.providers import Provider
from store.settings import Settings
from store.types import File

LONGEST = 31.0  # seconds for one note, over all servers
LARGEST = 20 * 2**20
_SOUNDS = frozenset(".ogg .oga .opus .mp3 .m4a .mp4a .aac .amr .wav .webm .flac .mpga .3gp".split())


def is_voice(name: str) -> bool:
    """Whether a file is a voice note, by its name."""
    return PurePath(name).suffix.lower() in _SOUNDS


async def transcribe(provider: Provider, settings: Settings, file: File) -> str:
    """The words said. Raises what the client raises, BadAnswer when nobody said anything."""
    from openai import AsyncOpenAI

    key = provider.key.get_secret_value() or "none"
    async with AsyncOpenAI(
        api_key=key, base_url=provider.base_url, timeout=settings.model_timeout_seconds, max_retries=0
    ) as client:
        # WhatsApp and Telegram name Opus in an Ogg box .oga or .opus; the API knows it as .ogg.
        name = PurePath(file.name).with_suffix(".ogg").name if file.name.endswith((".oga", ".opus")) else file.name
        found = await client.audio.transcriptions.create(model=provider.hears, file=(name, file.content))
    text = " ".join(str(found.text).split())
    if not text:
        raise BadAnswer("empty")
    return text[:4000]
