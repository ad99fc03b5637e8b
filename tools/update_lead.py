"""Changes one field of a lead, in the words people use; what touches consent or reach needs the lead's own name."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from channels.suppress import suppress
from store.folding import fold
from store.models import Consent, Lead
from store.queries import leads, people, story, talk
from store.types import Option, Outcome, Say
from tools import lead_fields, resolve, sequencing, wording
from tools.base import Arguments, Refusal, Text, Tool, Words, lead_rest
from tools.context import Context
from tools.lead_fields import SENSITIVE, Wrong

_WORDED = frozenset({"mode", "consent", "language", "register", "stage", "purpose", "disg"})
_SENTENCES = {"is_customer": "customer", "do_not_contact": "contact-ended"}
_YES_NO = {True: "yes", False: "no"}


def _as_words(said: Any) -> Any:
    """Models and REST callers send true, 9 or 9.0 where people say words."""
    if isinstance(said, bool):
        return _YES_NO[said]
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    return str(said) if isinstance(said, (int, float)) else said


class UpdateLead(Arguments):
    lead: Words | None = Field(None, description="Who, in the rep's own words")
    field: Words | None = Field(None, description="One of: " + ", ".join(lead_fields.FIELDS))
    value: Annotated[Text, BeforeValidator(_as_words)] | None = Field(None, description="The new value as it was said")


async def run(context: Context, arguments: UpdateLead) -> Outcome:
    lead, said = context.the_lead, arguments.value or ""
    field = lead_fields.field(arguments.field or "")
    if field is None:
        values = {"field": arguments.field or "", "allowed": ", ".join(label(context, f) for f in lead_fields.FIELDS)}
        allowed = {"allowed": list(lead_fields.FIELDS)}
        return Outcome("asked", Say("field-unknown", values), allowed, "unknown_field", expects="field")
    value = lead_fields.value(field, said, lead_fields.country_of(lead.region, lead.zone))
    if isinstance(value, Wrong):
        values = {"field": label(context, field), "value": said, "allowed": value.allowed}
        return Outcome(
            "asked", Say("value-not-allowed", values), {"allowed": value.allowed}, "bad_value", expects="value"
        )
    if field in SENSITIVE and not _confirmed(context, lead, field, said):
        return _confirm(context, lead, field, said, value)
    old = await _change(context, lead, field, value)
    shown = {"name": lead.name, "field": label(context, field)}
    shown |= {"old": spoken(context, field, old), "value": spoken(context, field, value)}
    key = "lead-updated-first" if old in (None, "", []) else "lead-unchanged" if old == value else "lead-updated"
    if field in _SENTENCES and (field == "do_not_contact" or old != value):
        key = f"lead-{_SENTENCES[field]}-{'yes' if value else 'no'}"
        shown = {"name": lead.name}
    result = {"lead_id": lead.id, "lead": lead.name, "field": field, "old": old, "value": value}
    return Outcome("done", Say(key, shown), result)


def label(context: Context, field: str) -> str:
    return context.words("field-" + field.replace("_", "-"))


def spoken(context: Context, field: str, value: Any) -> str:
    """A stored value as a person would read it."""
    if isinstance(value, bool):
        return context.words("value-yes" if value else "value-no")
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) or context.words("value-empty")
    if field in _WORDED and value:
        return context.words(f"value-{field}-{value}".replace("_", "-"))
    return str(value) if value not in (None, "") else context.words("value-empty")


_HINTS = {
    "consent": re.compile(
        r"zustimm|zugestimm|einverstand|erlaub|einwillig|darf|consent|agree|opt|permi|widerruf|geschrieben|kund|wrote|custom",
        re.IGNORECASE,
    ),
    "mode": re.compile(r"auto|entw|draft|modus|mode|selbst|aus\b|off|vorschl|manu|stumm", re.IGNORECASE),
    "do_not_contact": re.compile(r"kontakt|contact|sperr|opt|stop|mehr|more|schreib|nachricht|messag", re.IGNORECASE),
}


def _confirmed(context: Context, lead: Lead, field: str, said: str) -> bool:
    """From free text the rep must name this lead and mean this field: text of strangers stands in a model's context."""
    if context.origin.source != "chat":
        return True
    words = context.origin.said
    if not resolve.said(lead, words):
        return False
    if field == "phone":
        return re.sub(r"\D", "", said) in re.sub(r"\D", "", words)
    if field == "email":
        return said.lower() in words.lower()
    return _HINTS[field].search(words) is not None


def _confirm(context: Context, lead: Lead, field: str, said: str, value: Any) -> Outcome:
    values = {"name": lead.name, "field": label(context, field), "value": spoken(context, field, value)}
    same = {"lead": str(lead.id), "field": field, "value": said}
    options = (Option(Say("button-yes-change"), "update_lead", same), wording.NOTHING)
    return Outcome("asked", Say("lead-update-confirm", values), {"lead_id": lead.id}, "not_own_words", options)


async def _change(context: Context, lead: Lead, field: str, value: Any) -> Any:
    """Writes the value; the old one."""
    if field == "mode":
        return await _set_mode(context, lead, str(value))
    if field == "consent":
        return await _set_consent(context, lead, str(value))
    if field == "do_not_contact":
        return await _set_contact(context, lead, bool(value))
    if field in ("objection", "interest"):
        return _append(lead, field + "s", value)
    old = getattr(lead, field)
    setattr(lead, field, "" if value is None and field in ("company", "place") else value)
    if field in ("phone", "email") and old:
        await story.move_address(context.scope, lead, str(old), str(value))
    if field in ("stage", "is_customer"):
        _keep_stage_true(lead, field)
        leads.turned(lead, context.now)
    return old


def _append(lead: Lead, column: str, value: str | None) -> list[Any]:
    old = list(getattr(lead, column))
    known = {fold(str(item)) for item in old}
    new = [] if value is None else old if fold(value) in known else [*old, value]
    setattr(lead, column, new)
    return old


def _keep_stage_true(lead: Lead, field: str) -> None:
    """A customer's stage says so, and the other way round; partners stay partners."""
    if field == "stage":
        lead.is_customer = lead.is_customer or lead.stage == "customer"
    elif lead.is_customer and lead.stage != "partner":
        lead.stage = "customer"
    elif not lead.is_customer and lead.stage == "customer":
        lead.stage = "in_contact"


async def _set_mode(context: Context, lead: Lead, mode: str) -> str:
    """On every conversation with her; one is opened where she can be reached when there is none yet."""
    old = await talk.mode_of(context.scope, lead.id)
    lines = list(await story.lines_with(context.scope, lead.id))
    if not lines:
        ways = {way.account.channel: way for way in reversed(await people.lines(context.scope, lead))}
        for way in ways.values():
            lines.append(await people.open_conversation(context.scope, way.account, way.address, lead_id=lead.id))
    for line in lines:
        line.mode, line.mode_set = mode, True
    return old


async def _set_consent(context: Context, lead: Lead, basis: str) -> str | None:
    """A line in the append-only ledger; a withdrawal counts for every channel."""
    granted = basis != "withdrawn"
    channels = (await sequencing.reachable(context) or ["*"]) if granted else ["*"]
    for channel in channels:
        row = Consent(
            team_id=lead.team_id,
            lead_id=lead.id,
            channel=channel,
            purpose="contact" if basis in ("wrote_first", "customer") else "sales",
            granted=granted,
            basis=basis,
            wording=f"rep-{basis.replace('_', '-')}-1",
            source=f"rep:{context.origin.source}",
            user_id=context.actor.id,
            at=context.now,
        )
        context.work.session.add(row)
    return None


async def _set_contact(context: Context, lead: Lead, ended: bool) -> bool:
    """The rep's answer to a likely opt-out: contact ends for good, or the pause is lifted."""
    old = await sequencing.opted_out(context)
    if ended:
        await suppress(context.work, context.house.outbox, lead, "rep", context.now)
    elif old:
        raise Refusal(Say("lead-opted-out-stays", {"name": lead.name}), "opted_out")
    lead.paused_reason = None
    return old


def _from_command(rest: str) -> dict[str, str]:
    """``/aendere NAME: FIELD VALUE`` (or FIELD = VALUE) -> arguments."""
    lead, colon, change = rest.partition(":")
    found = lead_rest(lead)
    if not colon or not change.strip():
        return found
    name, sign, value = change.partition("=")
    if sign:
        return {**found, "field": name.strip(), **({"value": value.strip()} if value.strip() else {})}
    words = change.split()
    for count in range(len(words), 0, -1):
        if lead_fields.field(" ".join(words[:count])) is not None:
            value = " ".join(words[count:])
            return {**found, "field": " ".join(words[:count]), **({"value": value} if value else {})}
    return {**found, "field": words[0], **({"value": " ".join(words[1:])} if words[1:] else {})}


TOOL = Tool(
    name="update_lead",
    description="Change one field of a lead: customer yes/no, satisfaction 0-10, stage, phone, e-mail, company, …",
    arguments=UpdateLead,
    run=run,
    commands=("aendere", "set", "ändere"),
    from_command=_from_command,
    required=("lead", "field", "value"),
)
