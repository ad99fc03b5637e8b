"""Creates an import's leads, a piece at a time: each piece is one unit of work, so a crash repeats or loses nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from channels import words
from channels.letters import Card
from channels.outbox import Outbox
from store.db import Database, Scope, Work
from store.folding import fold
from store.models import Conversation, Import, Lead, Message, User
from store.ports import Clock
from store.queries import imports, people
from store.types import Language, Option, Say

PIECE = 200
# A chat of today does not open anybody's window: what is imported was said somewhere else.
_LONG_AGO = timedelta(hours=24)


async def tick(db: Database, outbox: Outbox, clock: Clock) -> int:
    """Works on the oldest running import; how many contacts were created."""
    async with db.read() as scope:
        if await imports.running(scope) is None:
            return 0
    async with db.write() as work:
        row = await imports.running(work.scope())
        user = await people.user(work.scope(), row.user_id) if row is not None else None
        if row is None or user is None:
            return 0
        before = row.done
        await piece(work, row, user, clock.now())
        await _tell(work, outbox, row, user)
        return row.done - before


async def piece(work: Work, row: Import, user: User, now: datetime) -> None:
    """The next ``PIECE`` contacts become leads."""
    scope = work.scope(row.team_id, row.user_id)
    some = row.contacts[row.done : row.done + PIECE]
    taken = await imports.known(
        scope, [c["phone"] for c in some if c["phone"]], [c["email"] for c in some if c["email"]]
    )
    for contact in some:
        await _create(work, scope, row, user, contact, taken, now)
    row.done += len(some)
    if row.done >= len(row.contacts):
        row.state = "done"
    await work.session.flush()


async def _create(
    work: Work,
    scope: Scope,
    row: Import,
    user: User,
    contact: Mapping[str, Any],
    taken: Mapping[str, int],
    now: datetime,
) -> None:
    """A new lead, or the known one a chat belongs to; a colleague's is no business of this list (store.lead_lock)."""
    known = next((taken[key] for key in (contact["phone"], contact["email"]) if key in taken), None)
    lead = await work.session.get(Lead, known) if known is not None else None
    if known is None and not (contact["phone"] or contact["email"]):
        lead = await imports.of_name(scope, fold(contact["name"]))
    if lead is None and known is None:
        lead = _lead(row, user, contact, now)
        work.session.add(lead)
        await work.session.flush()
        row.created += 1
    elif lead is not None and contact["lines"]:
        row.joined += 1
    if lead is not None and contact["lines"]:
        await _history(work, row, user, lead, contact["lines"], now)


def _lead(row: Import, user: User, contact: Mapping[str, Any], now: datetime) -> Lead:
    return Lead(
        team_id=row.team_id,
        owner_id=user.id,
        name=contact["name"],
        phone=contact["phone"] or None,
        email=contact["email"] or None,
        company=contact["company"],
        place=contact["place"],
        language=user.language,
        zone=user.zone,
        region=user.region,
        source="import",
        import_id=row.id,
        created_at=now,
    )


async def _history(
    work: Work, row: Import, user: User, lead: Lead, lines: list[Mapping[str, Any]], now: datetime
) -> None:
    """The chat's lines as messages that nobody works on and that grant nothing."""
    account = await imports.history_account(work.scope(), row.team_id)
    talk = Conversation(
        team_id=row.team_id,
        account_id=account.id,
        channel=account.channel,
        external_id=f"import-{row.id}-{lead.id}",
        lead_id=lead.id,
    )
    work.session.add(talk)
    await work.session.flush()
    for number, line in enumerate(lines):
        at = datetime.fromisoformat(line["at"]).replace(tzinfo=ZoneInfo(user.zone)).astimezone(UTC)
        at = min(at, now)
        work.session.add(
            Message(
                team_id=row.team_id,
                account_id=account.id,
                conversation_id=talk.id,
                lead_id=lead.id,
                direction="out" if line["ours"] else "in",
                state="sent" if line["ours"] else "done",
                text=line["text"],
                provider_id=f"import-{row.id}-{lead.id}-{number}",
                sender_id=user.id if line["ours"] else None,
                at=at,
                sent_at=at if line["ours"] else None,
            )
        )
        column = "last_outbound_at" if line["ours"] else "last_inbound_at"
        seen = min(at, now - _LONG_AGO)
        setattr(lead, column, max(getattr(lead, column) or seen, seen))
    lead.stage = "in_contact" if lead.stage == "new" else lead.stage


def report(language: Language, row: Import) -> str:
    """What came of it, with the reason of everything left out."""
    said = words.say(
        language, Say("import-done", {"created": row.created, "joined": row.joined, "file": row.file_name})
    )
    left = skipped_lines(language, row)
    return "\n".join([said, *left])


def skipped_lines(language: Language, row: Import, most: int = 5) -> list[str]:
    """The first few left out, each with its reason, and how many more there are."""
    lines = [
        words.say(
            language,
            Say(
                "import-skipped",
                {
                    "row": each["row"],
                    "shown": each["shown"] or "-",
                    "reason": words.say(language, Say(f"import-skip-{each['reason']}")),
                },
            ),
        )
        for each in row.skipped[:most]
    ]
    more = len(row.skipped) - most
    return [*lines, words.say(language, Say("import-skipped-more", {"count": more}))] if more > 0 else lines


def undo_option(row: Import) -> tuple[Option, ...]:
    return (Option(Say("button-import-undo"), "undo_import", {"import": str(row.id)}),) if row.created else ()


async def _tell(work: Work, outbox: Outbox, row: Import, user: User) -> None:
    """Progress and report by editing one message."""
    language: Language = "en" if user.language == "en" else "de"
    ready = row.state == "done"
    text = report(language, row) if ready else words.say(
        language, Say("import-progress", {"done": row.done, "total": len(row.contacts)})
    )  # fmt: skip
    card = Card(
        text,
        undo_option(row) if ready else (),
        dedupe_key=f"import:{row.id}:{row.done}",
        edits=row.card_message_id,
    )
    message_id = await outbox.to_user(work, user, card)
    row.card_message_id = row.card_message_id or message_id
