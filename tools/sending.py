"""What send_message and send_whatsapp share: a letter from validated arguments, and words for what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AliasChoices, AwareDatetime, Field, PlainSerializer

from channels import videos
from channels.letters import Letter, LetterKind, Posted, Template
from sequences import composing, placeholders
from store import dates
from store.models import Consent, Lead
from store.queries import flows, leads, people, story, talk
from store.types import Option, Origin, Outcome, Say, Verdict
from tools import ask_leader, wording
from tools.base import INTERNAL, Arguments, Refusal, Text, Words
from tools.context import Context

FRESH = timedelta(hours=24)
TEMPLATES_OFFERED = 3
LABEL = 52  # of a template's beginning on a button: with "Template: " it fits every channel that shows such buttons
ASKABLE = frozenset({"no_consent", "quiet_hours", "holiday", "window_closed", "paused"})
BASES = ("agreed", "wrote_first", "customer")
_PERSON = frozenset({"tap", "rest"})
_HELD = frozenset({"chat", "command", "tap", "rest"})

Basis = Literal["agreed", "wrote_first", "customer"]
Channel = Literal["auto", "whatsapp", "telegram", "email", "instagram", "web", "console"]
# Ways that people name and the bot does not have, and how their makers write them.
Elsewhere = Literal[
    "sms", "signal", "threema", "facebook", "linkedin", "xing", "tiktok", "snapchat", "imessage", "viber", "skype",
    "discord", "slack", "wechat", "fax",
]  # fmt: skip
_WRITTEN = ("SMS", "Signal", "Threema", "Facebook", "LinkedIn", "XING", "TikTok", "Snapchat", "iMessage", "Viber")
ELSEWHERE = {name.casefold(): name for name in (*_WRITTEN, "Skype", "Discord", "Slack", "WeChat", "Fax")}
Moment = Annotated[AwareDatetime, PlainSerializer(lambda at: at.isoformat(), return_type=str)]


def visible(text: str) -> str:
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise ValueError("there is nothing to read in it")
    return text


class Sending(Arguments):
    """What to say to whom. Internal fields come from buttons, REST, sequence steps and the lead's agent."""

    lead: Words | None = Field(
        None,
        validation_alias=AliasChoices("lead", "phone"),
        description="Who gets it, in the rep's own words: a name or a phone number",
    )
    text: Annotated[Text, AfterValidator(visible)] | None = Field(
        None,
        validation_alias=AliasChoices("text", "message"),
        description="The exact words to send, copied from the rep's message",
    )
    when: Words | None = Field(
        None, description="When it shall go, in the rep's own words; only when the rep named a time to send it"
    )
    indirect: bool = Field(False, json_schema_extra=INTERNAL)
    kind: Literal["answer", "proactive"] | None = Field(None, json_schema_extra=INTERNAL)
    template_name: Words | None = Field(None, json_schema_extra=INTERNAL)
    template_text: Text | None = Field(None, json_schema_extra=INTERNAL)
    template_values: dict[Words, Text] | None = Field(None, max_length=20, json_schema_extra=INTERNAL)
    discloses: bool = Field(False, json_schema_extra=INTERNAL)
    nurture_since: Moment | None = Field(None, json_schema_extra=INTERNAL)
    not_before: Moment | None = Field(None, json_schema_extra=INTERNAL)
    dedupe_key: Words | None = Field(None, json_schema_extra=INTERNAL)
    answers: tuple[Words, ...] = Field((), max_length=10, json_schema_extra=INTERNAL)
    basis: Basis | None = Field(None, json_schema_extra=INTERNAL)
    confidence: int | None = Field(None, ge=0, le=100, json_schema_extra=INTERNAL)
    reasoning: tuple[Text, ...] = Field((), max_length=20, json_schema_extra=INTERNAL)
    price: float | None = Field(None, ge=0, json_schema_extra=INTERNAL)


async def send(context: Context, arguments: Sending, channel: str, subject: str = "") -> Outcome:
    """Queues the message, asks what the rep must decide, or says why it does not go and when it would."""
    timed = _timed(context, arguments)
    if isinstance(timed, Outcome):
        return timed
    arguments, key = timed, _dedupe_key(context, arguments)
    if (known := await talk.by_dedupe(context.scope, key)) is not None:
        return Outcome("done", Say("send-already", {"name": context.the_lead.name}), {"message_id": known})
    letter = replace(await _letter(context, arguments, channel, key), subject=subject)
    posted = await context.house.outbox.to_lead(context.work, letter)
    if posted.message_id is not None:
        await _keep_basis(context, arguments, letter, posted)
        return _queued(context, letter, posted)
    rule = posted.verdict.rule
    if rule == "no_template" and letter.origin == "human":
        rule = "window_closed"
    if posted.verdict.action == "ask" or rule == "window_closed":
        asked = await _asked(context, arguments, posted, rule)
        if asked is not None:
            await _keep_basis(context, arguments, letter, posted)
            return asked
    return _denied(context, posted)


def _timed(context: Context, arguments: Sending) -> Sending | Outcome:
    """The moment that was said becomes the one it leaves at; what names none is asked for again, nothing is sent."""
    if arguments.when is None or arguments.not_before is not None:
        return arguments
    found = dates.parse(arguments.when, context.now, context.actor.zone)
    if found.at is None:
        reason = found.ask or "when_unclear"
        say = Say(reason.replace("_", "-"), {"text": arguments.when})
        return Outcome("asked", say, reason=reason, expects="when")
    return arguments.model_copy(update={"not_before": found.at})


async def instead(context: Context, arguments: Sending, way: str) -> Outcome:
    """Says that the bot does not have this way, and offers the one by which the lead can be reached."""
    lead = context.the_lead
    letter = await _letter(context, arguments, "auto", _dedupe_key(context, arguments))
    line, channel = await context.house.outbox.route(context.work, letter)
    values = {"name": lead.name, "way": ELSEWHERE[way]}
    if line is None:
        return Outcome("denied", Say("send-way-unknown", values), {"lead_id": lead.id}, "no_such_channel")
    values["channel"] = wording.channel(context, channel)
    same = {**context.call.arguments, "lead": str(lead.id), "channel": channel}
    option = Option(Say("button-send-by", {"channel": values["channel"]}), context.call.tool, same)
    say = Say("send-way-instead", values)
    return Outcome("asked", say, {"lead_id": lead.id}, "no_such_channel", (option, wording.NOTHING))


def _dedupe_key(context: Context, arguments: Sending) -> str:
    own = arguments.dedupe_key if _from_the_house(context) else None
    return own or f"act:{context.call.key}"


def _from_the_house(context: Context) -> bool:
    """Whether the internal fields were filled by our own code: a sequence step, the lead's agent, or their approval."""
    return context.origin.source in ("engine", "lead") or context.origin.enrolment_id is not None


async def _letter(context: Context, arguments: Sending, channel: str, key: str) -> Letter:
    origin, person = context.origin, context.origin.source in _PERSON
    answers = frozenset(arguments.answers) & ASKABLE if person else frozenset()
    if arguments.basis is None:
        answers -= {"no_consent"}
    return Letter(
        lead=context.the_lead,
        text=arguments.text or "",
        origin=origin.text_origin,
        kind=letter_kind(origin.text_origin, arguments.kind, context.the_lead.last_inbound_at, context.now),
        channel=channel,
        sender_id=context.actor.id,
        turn_id=origin.turn_id or (context.call.key if origin.source in _HELD else None),
        dedupe_key=key,
        enrolment_id=origin.enrolment_id,
        approval_id=origin.approval,
        template=await _template(context, arguments),
        answers=answers,
        hold=origin.source in _HELD,
        discloses=arguments.discloses and (_from_the_house(context) or origin.approval is not None),
        nurture_since=arguments.nurture_since if _from_the_house(context) else None,
        not_before=arguments.not_before if person or arguments.when is not None else None,
    )


def letter_kind(origin: Origin, wanted: str | None, last_inbound_at: datetime | None, now: datetime) -> LetterKind:
    """A person's own words are chat; the rest answers a message under 24 hours old or comes unasked (SAFETY wall 6)."""
    if origin == "human":
        return "chat"
    fresh = last_inbound_at is not None and now - last_inbound_at < FRESH
    return "answer" if fresh and wanted != "proactive" else "proactive"


async def _template(context: Context, arguments: Sending) -> Template | None:
    """A step's own filled template; for anybody else the approved body from its row, never a text of theirs."""
    if arguments.template_name is None:
        return None
    if arguments.template_text is not None and _from_the_house(context):
        return Template(arguments.template_name, arguments.template_text)
    text = await provider_text(context, arguments.template_name, arguments.template_values)
    if text is None:
        raise Refusal(Say("send-template-unknown"), "template_unknown")
    return Template(arguments.template_name, text)


async def provider_text(context: Context, name: str, own: Mapping[str, str] | None = None) -> str | None:
    """The approved provider template of a name, filled for the lead; None when there is none that fits her.

    ``own`` are the sender's values by the names in the template; they go before what is known of the lead.
    """
    lead = context.the_lead
    row = await flows.template(context.scope, lead.team_id, name, lead.language)
    return placeholders.filled(row.body, await _values(context), own or {}) if row is not None else None


async def _values(context: Context) -> dict[str, str]:
    user, team = await context.user(), await people.team(context.scope, context.actor.team_id)
    links = videos.links(context.house.settings, team, context.the_lead.id)
    return composing.values(leads.facts(context.the_lead), user.name, team.name if team else "", links)


async def _keep_basis(context: Context, arguments: Sending, letter: Letter, posted: Posted) -> None:
    """The rep's word is kept once, also when something else is still to be asked; a refused message grants nothing."""
    basis = arguments.basis
    if basis is None or "no_consent" not in letter.answers:
        return
    if not await leads.consent(context.scope, letter.lead.id, posted.channel, express=basis == "agreed"):
        await record_basis(context, basis, [posted.channel])


async def record_basis(context: Context, basis: str, channels: list[str]) -> None:
    """Writes the ledger: only an express agreement allows automatic messages (§ 7 UWG)."""
    for channel in channels:
        context.work.session.add(
            Consent(
                team_id=context.actor.team_id,
                lead_id=context.the_lead.id,
                channel=channel,
                purpose="sales" if basis == "agreed" else "contact",
                granted=True,
                basis=basis,
                wording=f"rep-{basis.replace('_', '-')}-1",
                source=f"rep:{context.origin.source}",
                user_id=context.actor.id,
                at=context.now,
            )
        )
    await context.work.session.flush()


def _queued(context: Context, letter: Letter, posted: Posted) -> Outcome:
    due_at = posted.due_at or context.now
    held = letter.hold and due_at > context.now
    later = letter.not_before is not None and due_at == letter.not_before
    key = "send-later" if later else "send-held" if held else "send-now"
    warned = bool(posted.findings) and letter.origin == "human"
    values = {
        "name": letter.lead.name,
        "channel": wording.channel(context, posted.channel),
        "text": posted.text,
        "seconds": round((due_at - context.now).total_seconds()),
        "when": wording.moment(context, due_at),
        "warning": "\n" + context.words("send-warning", reasons=_reasons(context, posted.findings)) if warned else "",
    }
    undo = Option(Say("button-undo"), "undo", {"turn": letter.turn_id})
    return Outcome(
        "done", Say(key, values), _result(letter.lead, posted), options=(undo,) if held and letter.turn_id else ()
    )


def _reasons(context: Context, findings: Iterable[str]) -> str:
    """What the guard found, each rule once."""
    found = [wording.reason(context, Verdict("send", rule)) for rule in dict.fromkeys(findings)]
    return " ".join(found)


def _result(lead: Lead, posted: Posted) -> dict[str, Any]:
    verdict = posted.verdict
    found: dict[str, Any] = {
        "message_id": posted.message_id,
        "lead_id": lead.id,
        "lead": lead.name,
        "channel": posted.channel,
        "text": posted.text,
        "verdict": verdict.action,
        "rule": verdict.rule,
        "due_at": posted.due_at.isoformat() if posted.due_at else None,
        "findings": list(posted.findings),
    }
    if posted.message_id is None:
        until = wording.later(verdict.facts, verdict.until)
        found |= {"until": until.isoformat() if until else None, "facts": dict(verdict.facts)}
    return found


def _denied(context: Context, posted: Posted) -> Outcome:
    lead, verdict = context.the_lead, posted.verdict
    if verdict.rule == "locked":
        return ask_leader.refused(context, _result(lead, posted))
    until = wording.later(verdict.facts, verdict.until)
    found = verdict.facts.get("findings", ()) if verdict.rule == "guard" else ()
    reason = _reasons(context, found) or wording.reason(context, verdict)
    values = {"name": lead.name, "reason": reason}
    say = Say("send-refused", values)
    if verdict.action == "wait" and until is not None:
        say = Say("send-wait", {**values, "when": wording.moment(context, until)})
    return Outcome("denied", say, _result(lead, posted), reason=verdict.rule)


async def _asked(context: Context, arguments: Sending, posted: Posted, rule: str) -> Outcome | None:
    """The policy wants a person's word: every button goes on with this very message. None when there is no way on."""
    lead = context.the_lead
    until = wording.later(posted.verdict.facts, posted.verdict.until)
    same = {**context.call.arguments, "lead": str(lead.id), "answers": sorted({*arguments.answers, rule})}
    if arguments.not_before is not None:
        same["not_before"] = arguments.not_before.isoformat()
    if "channel" in type(arguments).model_fields:
        same["channel"] = posted.channel
    options = await _ways_on(context, rule, same, list(arguments.answers), until)
    if not options:
        return None
    values = {
        "name": lead.name,
        "channel": wording.channel(context, posted.channel),
        "when": wording.moment(context, until) if until else "",
        "reason": wording.reason(context, posted.verdict),
    }
    key = "send-ask-" + (rule.replace("_", "-") if rule in ASKABLE else "other")
    if rule == "window_closed" and arguments.not_before is not None:
        key += "-then"
    return Outcome("asked", Say(key, values), _result(lead, posted), rule, (*options, wording.NOTHING))


async def _ways_on(
    context: Context, rule: str, same: dict[str, Any], before: list[str], until: datetime | None
) -> list[Option]:
    tool = context.call.tool
    if rule == "no_consent":
        labels = [(basis, Say(f"button-basis-{basis.replace('_', '-')}")) for basis in BASES]
        return [Option(label, tool, {**same, "basis": basis}) for basis, label in labels]
    if rule == "window_closed":
        return await _templates_to_offer(context, same)
    now = rule != "paused" and "not_before" not in same
    ways = [Option(Say("button-send-now" if now else "button-send-anyway"), tool, same)]
    if until is not None and rule != "paused":
        then = {**same, "answers": before, "not_before": until.isoformat()}
        ways.append(Option(Say("button-send-then", {"when": wording.moment(context, until)}), tool, then))
    return ways


async def _templates_to_offer(context: Context, same: dict[str, Any]) -> list[Option]:
    lead, values = context.the_lead, await _values(context)
    options: list[Option] = []
    for row in await story.approved_templates(context.scope, lead.team_id, lead.language):
        text = placeholders.filled(row.body, values)
        if text is not None and len(options) < TEMPLATES_OFFERED:
            label = Say("button-send-template", {"text": wording.short(text, LABEL)})
            options.append(Option(label, context.call.tool, {**same, "template_name": row.name}))
    return options
