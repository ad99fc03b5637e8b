"""The buttons of a message to many: send all, one by one, leave out, stop."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from sequences import campaigning
from store.models import Campaign, CampaignItem
from store.queries import acts, campaigns
from store.queries.talk import as_int
from store.types import Option, Outcome, Say
from tools import batch_templates, batching, spoken
from tools.base import INTERNAL, Arguments, Tool, Words
from tools.context import Context


def _places(said: Any) -> Any:
    return sorted(spoken.numbers(said)) if isinstance(said, (str, int, list, tuple)) else said


class WorkBatch(Arguments):
    campaign: Words | None = Field(None, json_schema_extra=INTERNAL)
    action: Literal["show", "go", "each", "send", "skip", "rest", "template", "stop"] = Field(
        "show", json_schema_extra=INTERNAL
    )
    digest: Words | None = Field(None, json_schema_extra=INTERNAL)
    item: Words | None = Field(None, json_schema_extra=INTERNAL)
    template: Words | None = Field(None, json_schema_extra=INTERNAL)
    halt: bool = Field(False, description="True only when the rep says to stop it")
    but: Annotated[tuple[int, ...], BeforeValidator(_places)] = Field((), json_schema_extra=INTERNAL)


async def run(context: Context, arguments: WorkBatch) -> Outcome:
    row = await _row(context, arguments.campaign)
    if row is None:
        return Outcome("denied", Say("batch-none"), reason="batch_unknown")
    if row.state in ("done", "stopped"):
        return await _progress(context, row, "denied" if arguments.action != "show" else "done")
    if arguments.action == "stop" or arguments.halt:
        return await stop(context, row)
    if arguments.action == "go":
        return await go(context, row, but=arguments.but, shown=arguments.digest)
    if arguments.action == "rest":
        return await _rest(context, row)
    if arguments.action == "template":
        return await _by_template(context, row, arguments.template or "")
    if arguments.action in ("send", "skip"):
        return await _one(context, row, arguments)
    if arguments.action == "each":
        return await _next(context, row)
    return await (_progress(context, row, "done") if row.state == "running" else batching.preview(context, row))


async def _row(context: Context, named: str | None) -> Campaign | None:
    if named is None:
        return await campaigns.newest(context.scope, "draft", "running")
    number = as_int(named)
    return await campaigns.campaign(context.scope, number) if number is not None and 0 < number < 2**62 else None


async def waiting(context: Context) -> Campaign | None:
    """The person's draft to many, while it is the last thing that waits for a word of theirs."""
    row = await campaigns.newest(context.scope, "draft")
    if row is None or context.now - row.at > timedelta(hours=context.house.settings.choice_hours):
        return None
    newer = [one for one in await acts.pending_approvals(context.scope) if one.at > row.at]
    return None if newer else row


async def go(context: Context, row: Campaign, *, but: tuple[int, ...] = (), shown: str | None = None) -> Outcome:
    """All that are ready go, except the places named; only as they were shown."""
    if row.state != "draft":
        return await _progress(context, row, "denied")
    ready = await campaigns.items(context.scope, row.id, "ready")
    if batching.digest(row, ready) != row.digest or (shown is not None and shown != row.digest):
        return await batching.preview(context, row)
    await campaigns.move(context.scope, row.id, "ready", "approved", but=but)
    await campaigns.move(context.scope, row.id, "ready", "stopped")
    _start(context, row)
    return await _progress(context, row, "done")


async def _by_template(context: Context, row: Campaign, name: str) -> Outcome:
    """Whoever the words cannot reach gets this template instead; then everything is shown once more."""
    if row.state != "draft":
        return await _progress(context, row, "denied")
    shut = await campaigns.shut_out(context.scope, row.id)
    texts = await batch_templates.filled(context, shut)
    known = await batching.Known.of(context, [lead for _, lead in shut])
    ready = list(await campaigns.items(context.scope, row.id, "ready"))
    names = dict(row.filters.get("templates", {}))
    for item, lead in shut:
        template = texts[lead.id].get(name)
        if template is None:
            continue
        item.reason = batching.hindered(context, lead, row.channel, known, template.name)
        if item.reason is None:
            item.state, item.text = "ready", template.text
            names[str(lead.id)] = template.name
            item.place = max((one.place for one in ready), default=0) + 1
            ready.append(item)
    row.filters, row.digest = {**row.filters, "templates": names}, batching.digest(row, ready)
    await context.work.session.flush()
    return await batching.preview(context, row)


def _start(context: Context, row: Campaign) -> None:
    row.state, row.next_due_at = "running", context.now


async def _rest(context: Context, row: Campaign) -> Outcome:
    """After some were looked at one by one: the others as well."""
    await campaigns.move(context.scope, row.id, "ready", "approved")
    _start(context, row)
    return await _progress(context, row, "done")


async def _one(context: Context, row: Campaign, arguments: WorkBatch) -> Outcome:
    number = as_int(arguments.item)
    item = await campaigns.item(context.scope, number, row.id) if number is not None and 0 < number < 2**62 else None
    if item is not None and item.state == "ready":
        item.state = "approved" if arguments.action == "send" else "stopped"
        if arguments.action == "send":
            _start(context, row)
        await context.work.session.flush()
    return await _next(context, row)


async def _next(context: Context, row: Campaign) -> Outcome:
    """The next one to look at, or how far it is."""
    ready = await campaigns.items(context.scope, row.id, "ready", limit=1)
    if not ready:
        return await _progress(context, row, "done")
    return await _card(context, row, ready[0])


async def _card(context: Context, row: Campaign, item: CampaignItem) -> Outcome:
    names = await campaigns.names(context.scope, [item.lead_id])
    counts = await campaigns.counts(context.scope, row.id)
    values = {"place": item.place, "total": sum(counts.values()) - counts.get("left_out", 0),
              "name": names.get(item.lead_id, ""), "text": item.text}  # fmt: skip
    same = {"campaign": str(row.id), "item": str(item.id)}
    options = (
        Option(Say("button-approve"), "work_batch", {**same, "action": "send"}),
        Option(Say("button-skip"), "work_batch", {**same, "action": "skip"}),
        Option(Say("button-all-others"), "work_batch", {**same, "action": "rest"}),
        Option(Say("button-stop-batch"), "work_batch", {**same, "action": "stop"}),
    )
    return Outcome("done", Say("batch-card", values), {"campaign_id": row.id, "item_id": item.id}, options=options)


async def stop(context: Context, row: Campaign) -> Outcome:
    """Nobody else gets it; what has left stays with those who have it."""
    await campaigns.move(context.scope, row.id, "approved", "stopped")
    await campaigns.move(context.scope, row.id, "ready", "stopped")
    row.state, row.next_due_at, row.ended_at = "stopped", None, context.now
    row.lease_token += 1
    return await _progress(context, row, "done")


async def _progress(context: Context, row: Campaign, status: Literal["done", "denied"]) -> Outcome:
    await context.work.session.flush()
    counts = await campaigns.counts(context.scope, row.id)
    reasons = await campaigns.reasons(context.scope, row.id)
    say = campaigning.progress(row, counts, reasons, context.language)
    options = campaigning.stop_option(row) if row.state == "running" else ()
    reason = "already_decided" if status == "denied" else None
    return Outcome(status, say, {"campaign_id": row.id, "state": row.state, **counts}, reason, options)


TOOL = Tool(
    name="work_batch",
    description="Show how far the rep's newest message to many is, or stop it.",
    arguments=WorkBatch,
    run=run,
    commands=("versand", "batch"),
    in_place=True,
)
