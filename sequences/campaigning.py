"""Sends a started campaign, one recipient at a time at a person's pace, and shows how far it is in one message.

The rows are the truth: each recipient's item says what became of it, and the outbox row's key is the campaign and the
lead, so a crash between two of them sends nothing twice and forgets nobody. Caps hold per hour and day of the rep.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from channels import words
from channels.letters import Card
from channels.notices import reason_key, speaks
from channels.outbox import Outbox
from sequences.composing import says_ai
from store.db import Database, Work
from store.leases import Lease, LeaseLost, hold
from store.models import Campaign, CampaignItem, Lead, User
from store.ports import Clock, Execute
from store.queries import campaigns, talk
from store.settings import Settings
from store.types import Actor, ActOrigin, Language, Option, Outcome, Role, Say, ToolCall

_AT_ONCE = 5
_WAITS_AT_MOST = timedelta(days=3)
_CAPPED = timedelta(minutes=10)


async def tick(db: Database, outbox: Outbox, clock: Clock, execute: Execute) -> int:
    """One message of every campaign whose moment has come; how many campaigns were worked on."""
    now, settings = clock.now(), outbox.settings
    async with db.read() as scope:
        if not await campaigns.any_due(scope, now):
            return 0
    async with db.write() as work:
        leases = await campaigns.claim_due(work.scope(), now, limit=_AT_ONCE, seconds=settings.lease_seconds)
    for lease in leases:
        try:
            async with db.write() as work:
                await hold(work.scope(), Campaign, lease)
                await _step(work, outbox, execute, lease, settings, now)
        except LeaseLost:
            continue
    return len(leases)


async def _step(work: Work, outbox: Outbox, execute: Execute, lease: Lease, settings: Settings, now: datetime) -> None:
    row = await work.session.get(Campaign, lease.id)
    user = await work.session.get(User, row.user_id) if row is not None else None
    if row is None or user is None:
        return
    row.lease_until = None
    if row.state != "running":
        return
    item = await campaigns.next_item(work.scope(), row.id, now)
    if item is None:
        await _rest_or_end(work, outbox, row, user, now)
        return
    if await _capped(work, row, settings, now):
        row.next_due_at = now + _CAPPED
        return
    lead = await work.session.get(Lead, item.lead_id)
    await _send(work, execute, row, item, lead, user, now)
    row.next_due_at = now + timedelta(seconds=settings.batch_gap_seconds)
    await work.session.flush()
    await show(work, outbox, row, user)


async def _capped(work: Work, row: Campaign, settings: Settings, now: datetime) -> bool:
    scope = work.scope()
    if await talk.sends_last_hour(scope, row.user_id, now) >= settings.sends_per_user_hour:
        return True
    return await campaigns.sent_by(scope, row.user_id, now - timedelta(days=1)) >= settings.batch_per_day


async def _send(
    work: Work, execute: Execute, row: Campaign, item: CampaignItem, lead: Lead | None, user: User, now: datetime
) -> None:
    """One recipient, through the runner like any send; what the policy says is what becomes of the item."""
    if lead is None or lead.owner_id != row.user_id:
        _close(item, "left_out", "lead_gone", now)
        return
    if lead.last_inbound_at is not None and lead.last_inbound_at > row.at:
        _close(item, "left_out", "lead_replied", now)
        return
    key = f"campaign:{row.id}:{lead.id}"
    arguments: dict[str, object] = {
        "lead": str(lead.id),
        "text": item.text,
        "channel": row.channel,
        "kind": "proactive",
        "dedupe_key": key,
    }
    if template := row.filters.get("templates", {}).get(str(lead.id)):
        arguments |= {"template_name": template, "template_text": item.text, "discloses": says_ai(item.text)}
    origin = ActOrigin("engine", text_origin="template")
    outcome = await execute(_actor(user), ToolCall("send_message", arguments, key), origin, work=work)
    _became(item, outcome, now)


def _became(item: CampaignItem, outcome: Outcome, now: datetime) -> None:
    if outcome.status == "done":
        item.message_id = int(outcome.result["message_id"])
        _close(item, "sent", None, now)
        return
    until = outcome.result.get("until")
    if outcome.result.get("verdict") == "wait" and isinstance(until, str):
        at = datetime.fromisoformat(until)
        if now < at <= now + _WAITS_AT_MOST:
            item.until, item.reason = at, outcome.reason
            return
    _close(item, "left_out", outcome.reason or outcome.status, now)


def _close(item: CampaignItem, state: str, reason: str | None, now: datetime) -> None:
    item.state, item.reason, item.done_at = state, reason, now


async def _rest_or_end(work: Work, outbox: Outbox, row: Campaign, user: User, now: datetime) -> None:
    """Nobody can get theirs now: some wait for their hour, some for the rep's tap, or all is done."""
    row.next_due_at = await campaigns.next_until(work.scope(), row.id)
    counts = await campaigns.counts(work.scope(), row.id)
    if row.next_due_at is None and not counts.get("ready"):
        row.state, row.ended_at = "done", now
    row.shown = -1
    await work.session.flush()
    await show(work, outbox, row, user)


def _actor(user: User) -> Actor:
    role: Role = "leader" if user.role == "leader" else "admin" if user.role == "admin" else "rep"
    return Actor("engine", user.id, user.team_id, user.name, role, speaks(user), user.zone)


async def show(work: Work, outbox: Outbox, row: Campaign, user: User) -> None:
    """Edits the one message that shows the progress, in steps; where a channel cannot edit, only the end is told."""
    counts = await campaigns.counts(work.scope(), row.id)
    total = sum(counts.values())
    handled = total - counts.get("approved", 0) - counts.get("ready", 0)
    step = max(total // 10, 1)
    if row.shown >= 0 and handled - row.shown < step:
        return
    can_edit = row.card_id is not None and await _editable(work, outbox, row)
    if not can_edit and row.state == "running":
        return
    row.shown = handled
    text = words.say(speaks(user), progress(row, counts, await campaigns.reasons(work.scope(), row.id), speaks(user)))
    card = Card(
        text,
        stop_option(row) if row.state == "running" else (),
        dedupe_key=f"campaign-card:{row.id}:{row.state}:{handled}:{counts.get('approved', 0)}",
        edits=row.card_id if can_edit else None,
    )
    await outbox.to_user(work, user, card, conversation_id=row.conversation_id)


async def _editable(work: Work, outbox: Outbox, row: Campaign) -> bool:
    account = await campaigns.account_of(work.scope(), row.conversation_id or 0)
    return account is not None and await outbox.edits(work.scope(), account)


def stop_option(row: Campaign) -> tuple[Option, ...]:
    return (Option(Say("button-stop-batch"), "work_batch", {"campaign": str(row.id), "action": "stop"}),)


def progress(row: Campaign, counts: Mapping[str, int], reasons: Mapping[str, int], language: Language) -> Say:
    """How far it is, in words; at the end with the reasons of those left out."""
    lines = "\n".join(f"• {count}: {_reason(language, rule)}" for rule, count in reasons.items())
    values = {
        "sent": counts.get("sent", 0),
        "total": sum(counts.values()),
        "waiting": counts.get("approved", 0),
        "left": counts.get("left_out", 0),
        "stopped": counts.get("stopped", 0),
        "lines": f"\n{lines}" if lines else "",
    }
    return Say({"done": "batch-done", "stopped": "batch-stopped"}.get(row.state, "batch-progress"), values)


def _reason(language: Language, rule: str) -> str:
    try:
        return words.say(language, Say(reason_key(rule)))
    except words.WordError:
        return rule.replace("_", " ")
