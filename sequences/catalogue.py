"""The sequences and message templates there are: shipped ones kept in rows by version, a team's own beside them."""

from __future__ import annotations

import hashlib
from functools import cached_property, lru_cache

import structlog

from sequences import naming, shipped
from sequences.definition import DefinitionError, Sequence, load
from sequences.templates import MessageTemplate
from store.db import Scope, Work
from store.models import SequenceDefinition
from store.ports import Clock
from store.queries import flows, triggers

log = structlog.get_logger()
Entry = tuple[SequenceDefinition, Sequence]


@lru_cache(maxsize=512)
def _parsed(digest: str, text: str, source: str) -> Sequence:
    """A definition's text never changes, so neither does what it means."""
    return load(text, source)


def _nearness(row: SequenceDefinition) -> tuple[bool, bool, int]:
    return row.team_id is not None, row.owner_id is not None, row.version


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Catalogue:
    """Looks sequences up in rows and message templates in the package."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    @cached_property
    def templates(self) -> dict[str, MessageTemplate]:
        return dict(shipped.templates())

    def parse(self, row: SequenceDefinition) -> Sequence:
        """Raises DefinitionError for a row that no longer loads."""
        return _parsed(row.digest, row.yaml, f"{row.name} v{row.version}")

    def wordings(self, sequence: Sequence, names: list[str]) -> list[MessageTemplate]:
        """Texts by name, in order: written in the sequence itself, else shipped; unknown ones are left out."""
        found = (sequence.texts.get(name) or self.templates.get(name) for name in names)
        return [template for template in found if template is not None]

    async def library(self, scope: Scope) -> list[Entry]:
        """The newest active version of each sequence; a person's own hides the team's, the team's a shipped one."""
        rows = await flows.definitions(scope)
        nearest = {row.name: row for row in sorted(rows, key=_nearness)}
        found: list[Entry] = []
        for row in rows:
            if scope.team_id is not None and nearest[row.name] is not row:
                continue
            try:
                found.append((row, self.parse(row)))
            except DefinitionError as error:
                log.error("sequence_unreadable", sequence=row.name, version=row.version, error=str(error)[:300])
        return found

    async def match(self, scope: Scope, said: str) -> list[Entry]:
        """What somebody may mean by ``said``: nothing, one sequence, or several to ask back."""
        entries = {sequence.name: (row, sequence) for row, sequence in await self.library(scope)}
        if said in entries:
            return [entries[said]]
        return [entries[found.name] for found in naming.find(said, [sequence for _, sequence in entries.values()])]

    async def install(self, work: Work) -> int:
        """Brings the shipped YAML into rows; a changed text becomes the next version. How many versions are new."""
        newest: dict[str, SequenceDefinition] = {row.name: row for row in await triggers.shipped(work.scope())}
        known = {row.digest: row for row in newest.values()}
        made = 0
        for source, text in shipped.texts().items():
            digest = digest_of(text)
            if digest in known:  # read when it became a row; reading all of them is most of a start
                known[digest].active = True
                continue
            name = load(text, f"sequences/library/{source}").name
            before = newest.get(name)
            if before is not None:
                before.active = False
            version = before.version + 1 if before is not None else 1
            work.session.add(
                SequenceDefinition(
                    team_id=None, name=name, version=version, yaml=text, digest=digest, at=self.clock.now()
                )
            )
            made += 1
        await work.session.flush()
        return made
