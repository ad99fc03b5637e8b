"""What providers report of our messages afterwards: statuses in any order, and failures that come late.

A message only ever rises: sent, failed, delivered, read. So the order in which receipts arrive changes nothing, and one
that comes twice changes nothing again. A late failure teaches the house a fact: a closed window, a template that does
not work, a person who wants no more.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from channels import failures, notices, reach, suppress
from channels.doubts import OUT
from channels.outbox import Outbox
from store.db import Database, Work
from store.models import Account, Conversation, Lead, Message
from store.queries import acts, flows, people, talk
from store.types import Receipt, Verdict

_RANK = {"sending": 0, "in_doubt": 0, "sent": 1, "failed": 2, "delivered": 3, "read": 4}
_TRIES = 4
_FIRST_WAIT = timedelta(seconds=30)


async def apply(db: Database, outbox: Outbox, receipt: Receipt) -> bool:
    """Puts a receipt onto its message; False when it belongs to none of ours or tells nothing new."""
    async with db.write() as work:
        row = await _row(work, receipt)
        if row is None or _RANK[receipt.state] <= _RANK.get(row.state, 9):
            return False
        now = outbox.clock.now()
        if receipt.state == "failed":
            await _failed(work, outbox, row, receipt, now)
        else:
            await _arrived(work, row, receipt, now)
        return True


async def _row(work: Work, receipt: Receipt) -> Message | None:
    """By our own id where it is echoed, else by the provider's; always of that very account."""
    account = await people.account(work.scope(), receipt.channel, receipt.account)
    if account is None:
        return None
    if receipt.message_id is not None:
        row = await work.session.get(Message, receipt.message_id)
        return row if row is not None and row.account_id == account.id and row.direction == "out" else None
    found = await talk.by_provider(work.scope(), account.id, f"{OUT}{receipt.provider_id}")
    return await work.session.get(Message, found) if found is not None else None


async def _arrived(work: Work, row: Message, receipt: Receipt, now: datetime) -> None:
    doubtful = row.state in ("in_doubt", "sending")
    row.state, row.reason = receipt.state, None
    if not doubtful:
        return
    row.provider_id, row.sent_at, row.due_at = f"{OUT}{receipt.provider_id}", now, None
    lead = await work.session.get(Lead, row.lead_id) if row.lead_id else None
    if lead is not None:
        lead.last_outbound_at = now
        lead.disclosed_at = now if row.payload.get("discloses") else lead.disclosed_at


async def _failed(work: Work, outbox: Outbox, row: Message, receipt: Receipt, now: datetime) -> None:
    account = await work.session.get(Account, row.account_id)
    failure = failures.of(account.provider if account is not None else "", receipt.code)
    row.due_at, row.lease_until = None, None
    row.payload = {**row.payload, "code": receipt.code}
    facts = {"code": receipt.code, "detail": receipt.detail[:200]}
    tries = row.payload.get("late_tries", 0)
    if failure.action == "retry" and tries < _TRIES:
        row.payload = {**row.payload, "late_tries": tries + 1}
        row.state, row.reason, row.due_at = "queued", failure.rule, now + _FIRST_WAIT * 4**tries
        return
    row.state, row.reason = "failed", failure.rule
    verdict = Verdict("refuse", failure.rule, facts)
    await acts.decide(work.scope(), row.team_id, "message", row.id, verdict, now, row.lead_id)
    await learn(work, outbox, row, failure, now)
    await notices.failed(outbox, work, row)


async def learn(work: Work, outbox: Outbox, row: Message, failure: failures.Failure, now: datetime) -> None:
    """What a failure says about the window, the template or the person becomes a fact of ours."""
    if failure.rule == "window_closed":
        conversation = await work.session.get(Conversation, row.conversation_id)
        if conversation is not None:
            conversation.window_shut_at = now
    elif failure.action == "template_broken" and row.template:
        await flows.template_status(work.scope(row.team_id), row.template, failure.rule.removeprefix("template_"), now)
    elif failure.action == "unreachable":
        await reach.learned(work, outbox, row, failure.rule, now)
    elif failure.action == "opted_out" and row.lead_id is not None:
        lead = await work.session.get(Lead, row.lead_id)
        if lead is not None:
            await suppress.suppress(work, outbox, lead, "provider", now)
