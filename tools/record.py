"""The audit row of an act, and an act read back from it (a repeated call answers what the first one did)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from store.db import Work
from store.models import AuditEvent, Lead
from store.types import Actor, ActOrigin, Option, Outcome, OutcomeStatus, Say, ToolCall


async def write(
    work: Work, actor: Actor, call: ToolCall, origin: ActOrigin, outcome: Outcome, lead: Lead | None, at: datetime
) -> Outcome:
    """Stores what was asked and what became of it; the outcome with its act's id."""
    row = AuditEvent(
        team_id=actor.team_id,
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor=actor.name,
        source=origin.source,
        tool=call.tool[:100],
        arguments=_plain(call.arguments),
        outcome=outcome.status,
        reason=outcome.reason,
        said=say_out(outcome.say),
        result=_plain(outcome.result),
        options=[option_out(option) for option in outcome.options],
        expects=outcome.expects,
        key=call.key,
        turn_id=origin.turn_id,
        lead_id=lead.id if lead else None,
        at=at,
    )
    work.session.add(row)
    await work.session.flush()
    return replace(outcome, id=row.id)


def read(row: AuditEvent) -> Outcome:
    """The outcome an audit row stands for."""
    return Outcome(
        cast("OutcomeStatus", row.outcome),
        say_in(row.said),
        row.result,
        row.reason,
        tuple(option_in(option) for option in row.options),
        row.expects,
        ToolCall(row.tool, row.arguments, row.key or ""),
        row.id,
    )


def say_out(say: Say) -> dict[str, Any]:
    values = {k: {"say": say_out(v)} if isinstance(v, Say) else v for k, v in say.values.items()}
    return {"key": say.key, "values": values}


def say_in(stored: Mapping[str, Any]) -> Say:
    values = {k: say_in(v["say"]) if isinstance(v, dict) else v for k, v in stored["values"].items()}
    return Say(stored["key"], values)


def option_out(option: Option) -> dict[str, Any]:
    label = {"say": say_out(option.label)} if isinstance(option.label, Say) else option.label
    return {"label": label, "tool": option.tool, "arguments": _plain(option.arguments)}


def option_in(stored: Mapping[str, Any]) -> Option:
    label = stored["label"]
    return Option(say_in(label["say"]) if isinstance(label, dict) else label, stored["tool"], stored["arguments"])


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """JSON-able copies only: no rows or moments inside the log."""
    return {
        k: v if isinstance(v, (str, int, float, bool, list, dict, type(None))) else str(v) for k, v in values.items()
    }
