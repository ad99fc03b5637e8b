"""One text for many leads, each message personal: count and sample first, nothing leaves without a tap."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from pydantic import AliasChoices, Field

from sequences import placeholders
from store.queries import finding, leads
from store.types import Outcome, Say
from tools import batching, following, lead_fields
from tools.base import INTERNAL, Arguments, Text, Tool, Words
from tools.context import Context
from tools.sending import Channel


class BatchSend(Arguments):
    text: Text | None = Field(
        None,
        validation_alias=AliasChoices("text", "message"),
        description="The exact words for all; {{first_name}}, {{name}}, {{company}}, {{interest}} become personal",
    )
    quality: Words | None = Field(None, description="Only hot, warm or cold leads")
    stage: Words | None = Field(None, description="Only leads of this stage: new, customer, partner, …")
    place: Words | None = Field(None, description="Only leads from this place, region or country part")
    query: Words | None = Field(None, description="Only leads whose name or company holds these words")
    interest: Words | None = Field(None, description="Only leads with this interest")
    silent_days: int | None = Field(None, ge=1, le=3650, description="Only leads not written to for so many days")
    channel: Channel = Field("auto", description="Only when the rep named one")
    leads: tuple[int, ...] | None = Field(None, max_length=500, json_schema_extra=INTERNAL)
    template: Words | None = Field(None, json_schema_extra=INTERNAL)
    drafted: bool = Field(False, json_schema_extra=INTERNAL)


async def run(context: Context, arguments: BatchSend) -> Outcome:
    where = _where(context, arguments)
    if isinstance(where, Outcome):
        return where
    if arguments.template is not None:
        template = context.house.engine.catalogue.templates.get(arguments.template)
        if template is None:
            return Outcome("failed", Say("send-template-unknown"), reason="template_unknown")
        arguments = arguments.model_copy(update={"text": template.text(context.language)})
    if arguments.drafted:
        arguments = arguments.model_copy(update={"text": arguments.text or "-"})
    if arguments.text is None:
        return Outcome("asked", Say("ask-text"), reason="missing_text", expects="text")
    try:
        placeholders.check(arguments.text)
    except placeholders.PlaceholderError as error:
        say = Say("batch-placeholder", {"name": error.name, "known": ", ".join(sorted(placeholders.NAMES))})
        return Outcome("asked", say, reason="placeholder_unknown", expects="text")
    most = context.house.settings.batch_recipients
    total, rows = await leads.search(context.scope, where, limit=most)
    if total > most:
        return Outcome("denied", Say("batch-too-many", {"count": total, "most": most}), {"total": total}, "too_many")
    if not rows:
        return Outcome("denied", Say("leads-none"), {"total": 0}, "nobody_left")
    left_out = {"text", "channel", "drafted"}
    filters = arguments.model_dump(mode="json", exclude_none=True, exclude_defaults=True, exclude=left_out)
    texts = await _drafts(context, [row.id for row in rows]) if arguments.drafted else None
    if texts is not None and arguments.template is not None:
        texts = {row.id: texts.get(row.id) or arguments.text for row in rows}
    row = await batching.prepare(context, rows, arguments.text, arguments.channel, filters, texts)
    return await batching.preview(context, row)


async def _drafts(context: Context, lead_ids: list[int]) -> dict[int, str]:
    """What the follow-up list would propose for each; nothing for those who are not to be contacted now."""
    found = await following.suggest(context, limit=len(lead_ids), lead_ids=lead_ids)
    return {each.lead.lead_id: each.text for each in found if each.way.channel != "call"}


def _where(context: Context, arguments: BatchSend) -> list[finding.Where] | Outcome:
    where: list[finding.Where] = [finding.open_ones()]
    if arguments.leads is not None:
        where.append(finding.among(arguments.leads))
    if arguments.quality is not None:
        quality = lead_fields.quality(arguments.quality)
        if quality is None:
            return _unknown(context, "quality", arguments.quality, lead_fields.QUALITIES)
        where.append(finding.quality(quality))
    if arguments.stage is not None:
        stage = lead_fields.stage(arguments.stage)
        if stage is None:
            return _unknown(context, "stage", arguments.stage, lead_fields.STAGES)
        where.append(finding.stage(stage))
    if arguments.place is not None:
        where.append(finding.place(arguments.place))
    if arguments.query is not None:
        where += finding.mentions(arguments.query)
    if arguments.interest is not None:
        where.append(finding.interest(arguments.interest))
    if arguments.silent_days is not None:
        where.append(finding.silent_since(context.now - timedelta(days=arguments.silent_days)))
    return where


def _unknown(context: Context, field: str, said: str, allowed: Any) -> Outcome:
    values = {"field": context.words(f"field-{field}"), "value": said, "allowed": ", ".join(allowed)}
    return Outcome("asked", Say("value-not-allowed", values), reason=f"unknown_{field}", expects=field)


def _from_command(rest: str) -> dict[str, str]:
    """``/rundnachricht warm: TEXT``, ``/rundnachricht kunden in Wien: TEXT``, ``/rundnachricht: TEXT``."""
    head, colon, text = rest.partition(":")
    found = {"text": text.strip()} if colon and text.strip() else {}
    place = re.search(r"\b(?:in|aus|from)\s+(.+)$", head.strip())
    if place is not None:
        found["place"], head = place[1].strip(), head.strip()[: place.start()]
    for word in head.split():
        if lead_fields.quality(word):
            found["quality"] = word
        elif lead_fields.stage(word):
            found["stage"] = word
    return found


TOOL = Tool(
    name="batch_send",
    description="Prepare one text for many leads chosen by warmth, stage, place or silence; the rep approves by a tap.",
    arguments=BatchSend,
    run=run,
    commands=("rundnachricht", "broadcast"),
    from_command=_from_command,
)
