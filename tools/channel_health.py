"""How the channels do: every number, bot and mailbox with what waits, what is unclear and what did not arrive."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from channels.adapters import VENDOR_NAMES
from store.db import Scope
from store.models import Lead, Message
from store.queries import lines, wire
from store.queries.lines import Health
from store.types import Option, Outcome, Say, Verdict
from tools import wording
from tools.base import Arguments, Tool
from tools.context import Context

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


class ChannelHealth(Arguments):
    pass


async def run(context: Context, arguments: ChannelHealth) -> Outcome:
    team = Scope(context.work.session, context.actor.team_id)
    found = await lines.health(team, context.now, context.now - DAY)
    dead = await lines.dead_letters(context.scope, context.now - WEEK)
    told = [_line(context, health) for health in found]
    told += await _templates(context, team)
    kept = await wire.kept_count(team)
    if kept:
        told.append(context.words("health-kept", count=kept))
    options: list[Option] = []
    if dead:
        told += ["", context.words("health-dead")]
        for row in dead:
            name = await _name(context, row)
            values = {"name": name, "text": wording.short(row.text, 60), "reason": _reason(context, row)}
            told.append(context.words("health-dead-letter", **values))
            options.append(Option(Say("button-retry", {"name": name}), "retry_message", {"number": str(row.id)}))
    result = {
        "channels": [_result(context, health) for health in found],
        "dead_letters": [{"id": row.id, "lead_id": row.lead_id, "reason": row.reason} for row in dead],
        "quarantined": kept,
    }
    return Outcome("done", Say("health-answer", {"lines": "\n".join(told)}), result, options=tuple(options))


def _state(context: Context, health: Health) -> str:
    """The one word that counts: ok, resting, busy (it takes nothing), or silent because nobody sends for it."""
    if context.house.outbox.adapters.of(health.account) is None:
        return "off"
    if health.rests_until is not None:
        return "resting"
    return "busy" if health.refused else "ok"


def _line(context: Context, health: Health) -> str:
    account, state = health.account, _state(context, health)
    name = wording.channel(context, account.channel)
    vendor = VENDOR_NAMES.get(account.provider, account.provider)
    parts = [context.words(f"health-state-{state}")]
    if health.rests_until is not None:
        parts.append(context.words("health-rests", when=wording.moment(context, health.rests_until)))
    counts = {"waiting": health.waiting, "doubtful": health.doubtful, "failed": health.failed}
    parts += [context.words(f"health-{key}", count=count) for key, count in counts.items() if count]
    if health.heard_at is not None:
        parts.append(context.words("health-heard", when=wording.moment(context, health.heard_at)))
    sign = {"ok": "✅", "resting": "⏳", "busy": "⏳", "off": "⛔"}[state]
    where = name if account.provider == "sandbox" else f"{name} {account.name}"
    return f"{sign} {where} ({vendor}): {', '.join(parts)}"


async def _templates(context: Context, team: Scope) -> list[str]:
    found = await lines.templates(team)
    if not found:
        return []
    others = sum(found.values()) - found.get("approved", 0)
    return [context.words("health-templates", approved=found.get("approved", 0), others=others)]


async def _name(context: Context, row: Message) -> str:
    lead = await context.work.session.get(Lead, row.lead_id)
    return lead.name if lead is not None else context.words("notice-you")


def _reason(context: Context, row: Message) -> str:
    return wording.reason(context, Verdict("refuse", row.reason or "no_answer"))


def _result(context: Context, health: Health) -> dict[str, Any]:
    return {
        "channel": health.account.channel,
        "provider": health.account.provider,
        "name": health.account.name,
        "state": _state(context, health),
        "waiting": health.waiting,
        "oldest": health.oldest.isoformat() if health.oldest else None,
        "in_doubt": health.doubtful,
        "failed_24h": health.failed,
        "last_inbound_at": health.heard_at.isoformat() if health.heard_at else None,
        "rests_until": health.rests_until.isoformat() if health.rests_until else None,
        "limits": dict(health.account.limits),
    }


TOOL = Tool(
    name="channel_health",
    description="Show how the channels do: what waits, what is unclear, what did not arrive.",
    arguments=ChannelHealth,
    run=run,
    commands=("kanäle", "kanaele", "kanal", "channels"),
    reads=True,
)
