"""A campaign before anything leaves: whom a filter means, each one's own text, and who is left out by which rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from channels import guard, locking, policy, videos
from sequences import composing, placeholders
from sequences.composing import Lines
from store.models import Campaign, CampaignItem, Lead
from store.queries import campaigns, followups, people
from store.queries import leads as lead_queries
from store.types import Language, Option, Outcome, Say
from tools import approval, batch_templates, wording
from tools.context import Context

SAMPLES = 2
NAMED = 20
_WINDOW = timedelta(hours=24)


async def prepare(
    context: Context,
    rows: Sequence[Lead],
    text: str,
    channel: str,
    filters: Mapping[str, Any],
    texts: Mapping[int, str] | None = None,
) -> Campaign:
    """Stores the draft with one item per lead: ready with its text, or left out with the rule.

    ``texts`` (lead id -> words of her own) stand in the place of ``text``; whoever has none there is left out.
    """
    for before in await campaigns.drafts(context.scope):
        before.state, before.ended_at = "stopped", context.now
    user, team = await context.user(), await people.team(context.scope, context.actor.team_id)
    row = Campaign(
        team_id=context.actor.team_id,
        user_id=context.actor.id,
        text=text,
        channel=channel,
        filters=dict(filters),
        digest="",
        conversation_id=context.origin.conversation_id,
        at=context.now,
    )
    context.work.session.add(row)
    await context.work.session.flush()
    known = await Known.of(context, rows)
    made: list[CampaignItem] = []
    warned: dict[str, None] = {}
    place = 0
    for lead in rows:
        facts = lead_queries.facts(lead)
        links = videos.links(context.house.settings, team, lead.id)
        filling = composing.values(facts, user.name, team.name if team else "", links)
        own = text if texts is None else texts.get(lead.id, "")
        words_for, rule = _worded(context, own, lead, filling, warned) if own else ("", "template_missing")
        rule = rule or hindered(context, lead, channel, known)
        place += rule is None
        made.append(
            CampaignItem(
                campaign_id=row.id,
                lead_id=lead.id,
                place=place if rule is None else 0,
                state="ready" if rule is None else "left_out",
                reason=rule,
                text=words_for,
                at=context.now,
            )
        )
    row.filters = {**filters, "warned": list(warned)}
    context.work.session.add_all(made)
    row.digest = digest(row, [item for item in made if item.state == "ready"])
    await context.work.session.flush()
    return row


def digest(row: Campaign, items: Sequence[CampaignItem]) -> str:
    """Binds what was shown: every recipient with the very text."""
    bound = {str(item.lead_id): item.text for item in items}
    return approval.digest("batch_send", None, {"channel": row.channel, "texts": bound})


def _worded(
    context: Context, text: str, lead: Lead, filling: Mapping[str, str], warned: dict[str, None]
) -> tuple[str, str | None]:
    """This lead's own text with how to end such messages, or the rule by which there is none.

    What may be sent and should be thought over is added to ``warned``.
    """
    try:
        filled = placeholders.fill(text, filling)
    except placeholders.MissingValue:
        return "", "placeholder_missing"
    language: Language = "en" if lead.language == "en" else "de"
    stop = context.in_language(language, "sequence-stop-word", register=lead.register)
    whole = composing.with_lines(filled, Lines(None, stop))
    checked = guard.check(whole, "template", language=language, register=lead.register)
    if checked.action == "block":
        return whole, checked.findings[0].rule if checked.findings else "guard"
    if any(finding.rule in ("wrong_register", "mixed_register") for finding in checked.findings):
        return whole, "wrong_register"
    warned.update(dict.fromkeys(finding.rule for finding in checked.findings))
    return whole, None


class Known:
    """What the policy needs of many leads, read at once."""

    def __init__(self, opted_out: set[int], unanswered: Mapping[int, int], consents: Mapping[tuple[int, str], bool],
                 sent: Mapping[int, list[datetime]], queued: frozenset[int], locked: set[int],
                 lines: Mapping[int, list[people.Line]]) -> None:  # fmt: skip
        self.opted_out, self.unanswered, self.consents = opted_out, unanswered, consents
        self.sent, self.queued, self.locked, self.lines = sent, queued, locked, lines

    @classmethod
    async def of(cls, context: Context, rows: Sequence[Lead]) -> Known:
        ids = [lead.id for lead in rows]
        way = await followups.under_way(context.scope, ids, context.now)
        return cls(
            await followups.opted_out(context.scope, ids),
            await followups.unanswered(context.scope, ids),
            await followups.consents(context.scope, ids),
            await campaigns.last_sent(context.scope, ids, context.now - timedelta(days=31)),
            way.queued,
            await locking.held_many(context.scope, context.house.settings.secret(), rows, context.now),
            await people.lines_to(context.scope, rows),
        )


def hindered(context: Context, lead: Lead, wanted: str, known: Known, template: str | None = None) -> str | None:
    """Why the policy would refuse this lead, on the facts it is asked with at the send; None when it may go."""
    outbox = context.house.outbox
    lines = [line for line in known.lines[lead.id] if outbox.adapters.of(line.account) is not None]
    line = next((line for line in lines if wanted in ("auto", line.account.channel)), None)
    adapter = outbox.adapters.of(line.account) if line is not None else None
    if line is None or adapter is None:
        return "unreachable"
    channel = line.account.channel
    heard = lead.last_inbound_at
    verdict = policy.decide(
        policy.Contact(
            now=context.now,
            origin="template",
            proactive=True,
            channel=channel,
            zone=lead.zone,
            region=lead.region,
            opted_out=lead.id in known.opted_out,
            locked=lead.id in known.locked,
            paused=lead.paused_reason is not None,
            consent=known.consents.get((lead.id, channel), known.consents.get((lead.id, "*"), False)),
            window_closes_at=heard + _WINDOW if heard is not None else None,
            has_window=adapter.capabilities.window,
            template=template,
            last_sent_at=lead.last_outbound_at,
            proactive_at=tuple(known.sent.get(lead.id, ())),
            unanswered=known.unanswered.get(lead.id, 0),
            pending=int(lead.id in known.queued),
        )
    )
    return verdict.rule if verdict.action in ("refuse", "ask") else None


async def preview(context: Context, row: Campaign) -> Outcome:
    """Count, samples and reasons first; one tap for all, or one by one."""
    ready = await campaigns.items(context.scope, row.id, "ready")
    reasons = await campaigns.reasons(context.scope, row.id)
    offers = await batch_templates.offers(context, row)
    named = {"no_template": "window_closed"} if offers else {}  # with an offer below, "no template fits" were untrue
    left = "\n".join(f"• {count}: {_why(context, named.get(rule, rule))}" for rule, count in reasons.items())
    result = {"campaign_id": row.id, "recipients": len(ready), "left_out": dict(reasons)}
    if not ready:
        say = Say("batch-nobody", {"lines": f"\n{left}" if left else ""})
        return Outcome("asked" if offers else "denied", say, result, "nobody_left", offers)
    names = await campaigns.names(context.scope, [item.lead_id for item in ready])
    listed = ", ".join(f"{item.place} {names[item.lead_id]}" for item in ready[:NAMED])
    templates = row.filters.get("templates", {})
    shown = [*ready[:SAMPLES], *[item for item in ready[SAMPLES:] if str(item.lead_id) in templates][:1]]
    samples = "\n\n".join(f"{names[item.lead_id]}: »{item.text}«" for item in shown)
    values = {
        "count": len(ready),
        "names": listed + (" …" if len(ready) > NAMED else ""),
        "samples": samples,
        "warning": _warning(context, row),
        "left": "\n\n" + context.words("batch-left-out", count=sum(reasons.values()), lines=left) if reasons else "",
    }
    same = {"campaign": str(row.id), "digest": row.digest}
    options = (
        Option(Say("button-all-approve"), "work_batch", {**same, "action": "go"}),
        Option(Say("button-one-by-one"), "work_batch", {**same, "action": "each"}),
        *offers,
        Option(Say("button-no"), "work_batch", {"campaign": str(row.id), "action": "stop"}),
    )
    return Outcome("asked", Say("batch-preview", values), result, "confirm", options)


def _warning(context: Context, row: Campaign) -> str:
    reasons = " ".join(_why(context, rule) for rule in row.filters.get("warned", ()))
    return "\n\n" + context.words("send-warning", reasons=reasons) if reasons else ""


def _why(context: Context, rule: str) -> str:
    return wording.reason_of(context, rule)
