"""What a tool gets for one call: the unit of work it joins, who acts, and the rooms below."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from channels import words
from channels.outbox import Outbox
from store.db import Database, Scope, Work
from store.models import Lead, User
from store.ports import Answer, Execute, Think
from store.settings import Settings
from store.types import Actor, ActOrigin, Language, Say, ToolCall

if TYPE_CHECKING:
    from sequences.engine import Engine
    from tools.clients.calendars import Calendars
    from tools.clients.fetcher import Fetcher


@dataclass(frozen=True, slots=True)
class House:
    """The rooms a tool may use; built once in ``agent.house``."""

    settings: Settings
    outbox: Outbox
    engine: Engine
    think: Think
    answer: Answer
    fetcher: Fetcher
    calendars: Calendars


@dataclass(frozen=True, slots=True)
class Before:
    """One call before its unit of work is opened. ``db`` is for short looks: nothing stays open while one waits."""

    house: House
    db: Database
    actor: Actor
    origin: ActOrigin
    now: datetime


@dataclass(frozen=True, slots=True)
class Context:
    """One call. ``lead`` is the resolved lead (None when the tool has none); ``execute`` is the runner itself."""

    house: House
    work: Work
    actor: Actor
    origin: ActOrigin
    call: ToolCall
    now: datetime
    execute: Execute
    lead: Lead | None = None
    prepared: Any = None

    @property
    def scope(self) -> Scope:
        return Scope(self.work.session, self.actor.team_id, self.actor.id)

    @property
    def language(self) -> Language:
        return self.actor.language

    @property
    def the_lead(self) -> Lead:
        """The lead of a tool that always has one."""
        if self.lead is None:
            raise LookupError(f"{self.call.tool} was called without a lead")
        return self.lead

    async def user(self) -> User:
        found = await self.work.session.get(User, self.actor.id)
        if found is None:
            raise LookupError(f"user {self.actor.id} is gone")
        return found

    def in_language(self, language: Language, key: str, **values: object) -> str:
        """A sentence in somebody else's language: a lead's."""
        return words.say(language, Say(key, values))

    def words(self, key: str, **values: object) -> str:
        """A sentence in the actor's language."""
        return words.say(self.language, Say(key, values))
