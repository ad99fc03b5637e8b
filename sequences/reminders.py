"""Due reminders become cards with buttons; each one once per due time, a pile of them never all at once.

A reminder set for a minute is shown in that minute. When many fell due together (a weekend off, a process away for
two days) a rep gets the most urgent ones as cards and the rest as one list: 19 cards in a row are a punishment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from sequences import recurrence
from store import dates
from store.db import Database, Work
from store.models import Lead, Reminder, User
from store.ports import Clock
from store.queries import acts, daily
from store.types import Language, Option, Say

CARDS_AT_ONCE = 4
_ANSWERED_WITHIN = 14 * 24  # a reminder on the table stays one, also over a holiday
_LATE = timedelta(hours=1)
_BATCH = 200
_RANK = {"urgent": 0, "high": 1, "normal": 2, "low": 3}
_CALLS = frozenset({"call", "schedule_call"})
log = structlog.get_logger()


async def tick(db: Database, outbox: Outbox, clock: Clock) -> int:
    """Queues cards for everything due now; how many reminders were shown."""
    now = clock.now()
    async with db.read() as scope:
        if not await acts.due_reminders(scope, now, limit=1):
            return 0
    async with db.write() as work:
        due = await acts.due_reminders(work.scope(), now, limit=_BATCH)
        piles: dict[int, list[Reminder]] = defaultdict(list)
        for row in due:
            piles[row.user_id].append(row)
        for user_id, rows in piles.items():
            user = await work.session.get(User, user_id)
            if user is not None:
                await _show(work, outbox, user, sorted(rows, key=_urgency), now)
            for row in rows:
                row.delivered_at = now
                if row.rule is not None:
                    await _next_one(work, row, now)
    return len(due)


async def _next_one(work: Work, row: Reminder, now: datetime) -> None:
    """A recurring reminder is shown: the one after it takes over the rule, unanswered ones before it end.

    What came round while nobody was there is passed over: the next one lies ahead of now.
    """
    rule, row.rule = recurrence.from_json(row.rule or {}), None
    await daily.close_occurrences(work.scope(), row.series or row.id, now)
    at = recurrence.after(rule, max(row.occurrence_at or row.due_at, now), row.zone)
    work.session.add(
        Reminder(
            team_id=row.team_id,
            user_id=row.user_id,
            lead_id=row.lead_id,
            note=row.note,
            action=row.action,
            priority=row.priority,
            zone=row.zone,
            rule=recurrence.to_json(rule),
            series=row.series or row.id,
            due_at=at,
            occurrence_at=at,
            at=now,
        )
    )


def _urgency(row: Reminder) -> tuple[int, datetime, int]:
    return _RANK.get(row.priority, 2), row.due_at, row.id


async def _show(work: Work, outbox: Outbox, user: User, rows: Sequence[Reminder], now: datetime) -> None:
    single = rows if len(rows) <= CARDS_AT_ONCE + 1 else rows[:CARDS_AT_ONCE]
    for row in single:
        await outbox.to_user(work, user, await _card(work, user, row, now))
    rest = rows[len(single) :]
    if rest:
        await outbox.to_user(work, user, await _list(work, user, rest))


async def _card(work: Work, user: User, row: Reminder, now: datetime) -> Card:
    language = speaks(user)
    text = await _text(work, language, row)
    if now - row.due_at >= _LATE:
        when = dates.speak(row.due_at, now, user.zone, language)
        text = "\n".join([text, words.say(language, Say("reminder-overdue", {"when": when}))])
    return Card(
        text,
        buttons(row.id, language),
        dedupe_key=f"reminder:{row.id}:{row.due_at.isoformat()}",
        payload={"reminder": row.id},
        hours=_ANSWERED_WITHIN,
    )


def buttons(reminder_id: int, language: Language) -> tuple[Option, ...]:
    """Done, later today, tomorrow morning: the buttons of every reminder card."""

    def later(button: str, when: str) -> Option:
        spoken = words.say(language, Say(when))
        return Option(Say(button), "snooze_reminder", {"reminder": reminder_id, "when": spoken})

    return (
        Option(Say("reminder-button-done"), "complete_reminder", {"reminder": reminder_id}),
        later("reminder-button-later", "reminder-when-later"),
        later("reminder-button-tomorrow", "reminder-when-tomorrow"),
    )


async def _text(work: Work, language: Language, row: Reminder) -> str:
    lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
    values = {"name": lead.name if lead else "", "note": row.note, "phone": (lead.phone if lead else None) or ""}
    return words.say(language, Say(_key(row, lead), values))


def _key(row: Reminder, lead: Lead | None) -> str:
    """Which sentence fits what is known: someone to call, someone to write to, only a note, nothing at all."""
    if lead is None:
        return "reminder-card-note" if row.note else "reminder-card-bare"
    kind = "call" if row.action in _CALLS and lead.phone else "lead"
    return f"reminder-card-{kind}-note" if row.note else f"reminder-card-{kind}"


async def _list(work: Work, user: User, rows: Sequence[Reminder]) -> Card:
    language = speaks(user)
    lines = [words.say(language, Say("reminder-more", {"count": len(rows)}))]
    lines += [await _text(work, language, row) for row in rows]
    key = f"reminders:{user.id}:{rows[0].id}:{rows[0].due_at.isoformat()}:{len(rows)}"
    return Card("\n".join(lines), dedupe_key=key, payload={"reminders": [row.id for row in rows]})
