"""Stories through the front door: what people write and tap, what their phones show, how time passes.

``async with story(tmp_path) as s`` opens the whole bot with the demo team on a still clock. Everything a story checks
stands on a phone or in the record of acts and decisions.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update

from sequences.catalogue import digest_of
from store.models import Lead, SequenceDefinition, User
from store.types import Inbound
from tests.support.world import START, World, world

BERLIN = ZoneInfo("Europe/Berlin")


def berlin(moment: str) -> datetime:
    """ "2026-11-25 22:15", as the clocks in Berlin show it."""
    return datetime.fromisoformat(moment).replace(tzinfo=BERLIN).astimezone(UTC)


class Story:
    """One world told by its people; ``rep`` is who writes when nobody else is named."""

    def __init__(self, w: World, rep: str = "max") -> None:
        self.w = w
        self.rep = rep
        self.shown: list[dict[str, Any]] = []
        self._acts = 0

    async def says(self, text: str, *, rep: str | None = None) -> str:
        """A rep writes; the one answer on the phone."""
        found = await self._heard(await self.w.max(text, rep=rep or self.rep))
        assert len(found) == 1, f"one answer to »{text}«, not {[item['text'] for item in found]}"
        return str(found[0]["text"])

    async def taps(self, label: str, *, rep: str | None = None, back: int = 0) -> str:
        """A rep taps the newest button with this label that was ever shown (``back``: one before it, …)."""
        button = self.buttons(label)[back]
        found = await self._heard(await self.w.max(tap=button["id"], rep=rep or self.rep))
        assert found, f"silence after a tap on {label}"
        return str(found[-1]["text"])

    def buttons(self, label: str = "") -> list[dict[str, Any]]:
        """Every button ever shown that has this in its label, newest first."""
        found = [b for card in reversed(self.shown) for b in card["buttons"] if label.lower() in b["label"].lower()]
        assert found, f"no button {label}"
        return found

    def labels(self) -> list[str]:
        """The labels under the newest card."""
        return [button["label"] for button in self.shown[-1]["buttons"]]

    async def _heard(self, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        self.shown += items
        return items

    async def lead(self, name: str, text: str) -> str:
        """A lead writes; the card the rep sees then ("" for none)."""
        await self.cards()
        await self.w.lead(name, text)
        return "\n---\n".join(await self.cards())

    async def stranger(self, phone: str, text: str, name: str = "") -> str:
        """Somebody unknown writes on WhatsApp; the card the rep sees then."""
        await self.cards()
        await self.w.say("whatsapp", phone, text, name=name)
        return "\n---\n".join(await self.cards())

    async def burst(self, name: str, *texts: str) -> str:
        """A lead sends several messages in one breath."""
        await self.cards()
        number = await self.w.number(name)
        for place, text in enumerate(texts):
            await self.w.parts.inbox.accept(Inbound("whatsapp", number, f"burst-{number}-{place}", text=text))
        await self.w.settle()
        return "\n---\n".join(await self.cards())

    async def cards(self, rep: str | None = None) -> list[str]:
        """What the rep's phone shows that nobody has looked at yet."""
        return [item["text"] for item in await self._heard(await self.w.new("telegram", rep or self.rep))]

    async def passes(self, span: str) -> list[str]:
        """Time passes; the rep's new cards."""
        await self.w.advance(span)
        return await self.cards()

    async def until(self, moment: str) -> list[str]:
        """Time passes until the clocks in Berlin show ``moment``; the rep's new cards."""
        await self.w.until(berlin(moment))
        return await self.cards()

    async def phone(self, name: str) -> list[str]:
        return await self.w.phone(name)

    async def got(self, name: str) -> list[tuple[str, str]]:
        """(when in Berlin, first words) of everything a lead's phone ever showed."""
        items = await self.w.parts.phones.shows("whatsapp", await self.w.number(name))
        return [
            (_local(item["at"]), str(item["text"]).partition("\n")[0])
            for item in items
            if item["direction"] == "to_person"
        ]

    async def acts(self) -> list[tuple[str, str]]:
        """(tool, outcome) of what the runner was asked since the last look."""
        found = await self.w.acts()
        new, self._acts = found[self._acts :], len(found)
        return new

    async def decisions(self, name: str) -> list[tuple[str, str]]:
        """(verdict, rule) of everything decided about a lead, oldest first."""
        row = await self.row(name)
        return [(d["verdict"], d["rule"]) for d in await self.w.rows("decisions", "lead_id", row["id"])]

    async def row(self, name: str) -> dict[str, Any]:
        return (await self.w.rows("leads", "name", name))[0]

    async def running(self, name: str) -> list[str]:
        """The sequences that run for a lead."""
        rows = await self.w.rows("enrolments", "lead_id", (await self.row(name))["id"])
        return [row["sequence"] for row in rows if row["status"] == "active"]

    async def ends(self, name: str) -> dict[str, str]:
        """How a lead's finished sequences ended."""
        rows = await self.w.rows("enrolments", "lead_id", (await self.row(name))["id"])
        return {row["sequence"]: row["outcome"] for row in rows if row["status"] != "active"}

    async def set(self, name: str, **values: Any) -> None:
        """What is known of a lead beforehand."""
        async with self.w.parts.db.write() as work:
            await work.session.execute(update(Lead).where(Lead.name == name).values(**values))

    async def user(self, login: str, **values: Any) -> None:
        """What is known of one of ours beforehand: language, zone."""
        async with self.w.parts.db.write() as work:
            await work.session.execute(update(User).where(User.login == login).values(**values))

    async def sequence(self, name: str, text: str) -> None:
        """A sequence that somebody wrote."""
        async with self.w.parts.db.write() as work:
            work.session.add(SequenceDefinition(name=name, yaml=text, digest=digest_of(text), at=self.w.clock.now()))


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone(BERLIN).strftime("%Y-%m-%d %H:%M")


def days_after(start: datetime, got: list[tuple[str, str]]) -> list[int]:
    """On which days after ``start`` (by the calendar) something arrived."""
    first = start.astimezone(BERLIN).date()
    return [(datetime.fromisoformat(at).date() - first) // timedelta(days=1) for at, _ in got]


def tidy(text: str) -> None:
    """What no answer may look like on a small screen."""
    assert text.strip() == text and len(text) <= 1500
    assert not re.search(
        r"\b(?:None|null|True|False|enrolment|[a-z]+_[a-z_]+)\b|\{|\}|  |\.\.|,,| [.,;!?](?:\s|$)", text
    ), text


@contextlib.asynccontextmanager
async def story(
    folder: Path, at: str | datetime = START, *, rep: str = "max", quiet: bool = True, **settings: Any
) -> AsyncIterator[Story]:
    """The whole bot with the demo team at ``at`` (in Berlin, when it is a text); ``quiet`` as in ``world``."""
    moment = berlin(at) if isinstance(at, str) else at
    async with world(folder / "house", at=moment, quiet=quiet, **settings) as found:
        yield Story(found, rep)
