"""Resolve -> validate -> gate -> park or run -> audit: the one way anything is done, for everybody.

The agent, commands, taps, REST and sequence steps all come here. One call is one unit of work (or joins the one it is
given); its audit row carries the call's key, so the same call never acts twice, whatever crashed in between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from channels import takeover
from store import crash, leases
from store.db import Database, Scope, Work
from store.models import Conversation, Enrolment, Lead
from store.ports import Clock
from store.queries import acts, people, rollouts, talk
from store.types import Actor, ActOrigin, Option, Outcome, OutcomeStatus, Say, ToolCall
from tools import approval, breaches, parking, record, registry, resolve, spoken
from tools.base import Arguments, Refusal, Tool
from tools.context import Before, Context, House

log = structlog.get_logger()
_FENCED: dict[str, Any] = {"conversations": Conversation, "enrolments": Enrolment}


class Runner:
    """Fills the ``Execute`` protocol."""

    def __init__(self, db: Database, clock: Clock, house: House) -> None:
        self.db = db
        self.clock = clock
        self.house = house

    async def __call__(self, actor: Actor, call: ToolCall, origin: ActOrigin, *, work: Work | None = None) -> Outcome:
        """Does one act and says what became of it; a person always gets words, a bug never a stack trace."""
        if work is not None:
            return await self._act(actor, call, origin, work)
        try:
            prepared = await self._prepared(actor, call, origin)
            async with self.db.write() as own:
                outcome = await self._act(actor, call, origin, own, alone=True, prepared=prepared)
        except (leases.LeaseLost, DBAPIError):
            raise
        except Refusal as refusal:
            outcome = await self._note(actor, call, origin, _refused(refusal))
        except Exception:
            log.exception("tool_failed", tool=call.tool)
            outcome = await self._note(actor, call, origin, Outcome("failed", Say("tool-failed"), reason="internal"))
        crash.point("tool_committed")
        return outcome

    async def _note(self, actor: Actor, call: ToolCall, origin: ActOrigin, outcome: Outcome) -> Outcome:
        """Records an act whose own unit of work was rolled back."""
        async with self.db.write() as work:
            return await record.write(work, actor, call, origin, replace(outcome, call=call), None, self.clock.now())

    async def _prepared(self, actor: Actor, call: ToolCall, origin: ActOrigin) -> Any:
        """What the tool must ask the world outside first; no unit of work is open meanwhile (ENGINE rule 8)."""
        tool = registry.get(call.tool)
        if tool is None or tool.prepare is None or actor.role not in tool.roles:
            return None
        arguments = _validated(tool, call)
        if isinstance(arguments, Outcome):
            return None
        async with self.db.read() as scope:
            if await acts.act(scope, call.key) is not None:
                return None
        return await tool.prepare(Before(self.house, self.db, actor, origin, self.clock.now()), arguments)

    async def _act(
        self,
        actor: Actor,
        call: ToolCall,
        origin: ActOrigin,
        work: Work,
        *,
        alone: bool = False,
        prepared: Any = None,
    ) -> Outcome:
        """``alone``: the unit of work is this act's own, so a refusal may roll all of it back."""
        if (before := await acts.act(work.scope(), call.key)) is not None:
            return record.read(before)
        if origin.fence is not None:
            table, row_id, token = origin.fence
            await leases.hold(work.scope(), _FENCED[table], leases.Lease(row_id, token))
        context = Context(self.house, work, actor, origin, call, self.clock.now(), self, prepared=prepared)
        if alone:
            outcome, lead = await self._decide(context)
        else:
            outcome, lead = await self._decide_within(context)
        done = replace(outcome, call=outcome.call or call)
        there = lead if lead is not None and lead in work.session else None  # None: the act erased her
        kept = replace(call, arguments={}) if work.leaves_no_trace else call  # whom it named is to be known no more
        done = await record.write(work, actor, kept, origin, done, there, context.now)
        await breaches.seen(context, done)
        return done

    async def _decide_within(self, context: Context) -> tuple[Outcome, Lead | None]:
        """Inside somebody else's unit of work a refusal undoes only what this act wrote."""
        async with context.work.session.begin_nested() as savepoint:
            try:
                return await self._decide(context)
            except Refusal as refusal:
                await savepoint.rollback()
                return _refused(refusal), None

    async def _decide(self, context: Context) -> tuple[Outcome, Lead | None]:
        tool = registry.get(context.call.tool)
        if tool is None:
            return Outcome("failed", Say("tool-unknown", {"tool": context.call.tool[:60]}), reason="unknown_tool"), None
        if context.actor.role not in tool.roles:
            return Outcome("denied", _not_yours(tool), reason="role"), None
        arguments = _validated(tool, context.call)
        if isinstance(arguments, Outcome):
            return arguments, None
        missing = next((name for name in tool.required if getattr(arguments, name) is None), None)
        if missing == "lead" or (missing and getattr(arguments, "lead", None) is None):
            return _ask(missing), None
        lead = await self._lead(context, tool, arguments)
        if isinstance(lead, Outcome):
            return lead, None
        context = replace(context, lead=lead)
        if missing:
            return _ask(missing, lead.name if lead else ""), lead
        return await self._gated(context, tool, arguments), lead

    async def _gated(self, context: Context, tool: Tool, arguments: Arguments) -> Outcome:
        gate = approval.decide(await self._facts(context, tool, arguments))
        if gate.answer == "deny":
            return Outcome("denied", Say("gate-" + gate.reason.replace("_", "-")), reason=gate.reason)
        if gate.answer == "ask":
            return await parking.park(context, tool, arguments, gate.reason)
        return await tool.run(context, arguments)

    async def _lead(self, context: Context, tool: Tool, arguments: Arguments) -> Lead | Outcome | None:
        words = getattr(arguments, "lead", None)
        if words is None:
            return None
        ids = context.origin.source in ("tap", "rest", "engine", "lead") or context.origin.approval is not None
        region = resolve.region_of(context.actor.zone)
        found = await resolve.lead(context.scope, words, ids=ids, region=region)
        if found.lead is not None and found.sure:
            return found.lead
        if found.candidates:
            return _which(context, found)
        if tool.makes_lead and (phone := resolve.phone_of(words, region)) and self._literal(context, words):
            if await people.number_known(Scope(context.work.session, context.actor.team_id), phone):
                return Outcome("denied", Say("lead-not-yours"), reason="lead_not_found")  # a colleague's contact
            return await parking.new_lead(context, phone)
        if tool.optional_lead and not ids:
            return None
        if words.strip().isdigit() and ids:
            return Outcome("denied", Say("lead-not-yours"), reason="lead_not_found")
        return Outcome("asked", Say("lead-unknown", {"name": words}), reason="lead_not_found", expects="lead")

    @staticmethod
    def _literal(context: Context, words: str) -> bool:
        """A literal number counts only over REST or when it stands in the rep's own message (wall 4)."""
        return context.origin.source == "rest" or approval.same_words(words, context.origin.said)

    async def _facts(self, context: Context, tool: Tool, arguments: Arguments) -> approval.GateFacts:
        origin, lead = context.origin, context.lead
        text = getattr(arguments, "text", None)
        parts = [part for part in (text, getattr(arguments, "subject", None)) if part]
        told = getattr(arguments, "indirect", False)  # about the lead, so nobody has seen the words to her yet
        facts = approval.GateFacts(origin.source, role_allowed=True, reaches=tool.reaches)
        if not tool.reaches:
            return facts
        scope = Scope(context.work.session)
        since = context.now.replace(microsecond=0)
        return replace(
            facts,
            text_origin="ai" if told else origin.text_origin,
            text_said=not told and all(approval.same_words(part, origin.said) for part in parts),
            lead_said=lead is not None
            and await resolve.meant(context.scope, lead, spoken.without(text or "", origin.said)),
            approved=origin.approval is not None,
            mode=await _mode(scope, lead, context.now) if lead else "draft_only",
            confidence=getattr(arguments, "confidence", None),
            price=getattr(arguments, "price", None),
            tier=lead.tier if lead else "standard",
            sends_last_hour=await talk.sends_last_hour(scope, context.actor.id, since),
            cap=self.house.settings.sends_per_user_hour,
            sends_this_turn=await acts.sends_of_turn(scope, origin.turn_id) if origin.turn_id else 0,
        )


async def _mode(scope: Scope, lead: Lead, now: datetime) -> str:
    """How the bot may answer by itself; not at all while her rep writes with her from the own phone."""
    held = takeover.until(lead.taken_at, lead.last_inbound_at, now)
    mode = await rollouts.mode_of(scope, lead)
    return mode if held is None else "draft_only"


def _not_yours(tool: Tool) -> Say:
    """What only a leader may do, by its name: in a message of several orders it says which one was not done."""
    if "rep" in tool.roles:
        return Say("tool-denied-role", {"what": 0})
    return Say("tool-denied-role", {"what": Say("leaders-" + tool.name.replace("_", "-"))})


def _refused(refusal: Refusal) -> Outcome:
    status: OutcomeStatus = "failed" if refusal.status == "failed" else "denied"
    return Outcome(status, refusal.say, reason=refusal.reason)


def _validated(tool: Tool, call: ToolCall) -> Arguments | Outcome:
    try:
        return tool.arguments.model_validate(dict(call.arguments))
    except ValidationError as error:
        first: Mapping[str, Any] = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "arguments"
        problems = [
            {"loc": list(e["loc"]), "msg": e["msg"], "type": e["type"]}
            for e in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        return Outcome(
            "failed",
            Say("arguments-invalid", {"field": place[:60], "problem": _problem(first["type"], first.get("ctx", {}))}),
            {"errors": problems},
            reason="invalid",
        )


def _problem(kind: str, limits: Mapping[str, Any]) -> Say:
    """What is wrong with an argument, in words of our own: a validator's are English and for programmers."""
    if kind == "string_too_long":
        return Say("problem-too-long", {"most": str(limits.get("max_length", ""))})
    return Say("problem-empty" if kind in ("string_too_short", "value_error") else "problem-unfit")


def _ask(missing: str, name: str = "") -> Outcome:
    """One missing piece at a time; the next free text fills it."""
    known = Say(f"ask-{missing.replace('_', '-')}", {"name": name})
    return Outcome("asked", known, reason=f"missing_{missing}", expects=missing)


def _which(context: Context, found: resolve.Found) -> Outcome:
    options = tuple(
        Option(resolve.mark(row, found.candidates), context.call.tool, {**context.call.arguments, "lead": str(row.id)})
        for row in found.candidates
    )
    name = str(context.call.arguments.get("lead", ""))
    key = "lead-which" if found.sure else "lead-did-you-mean"
    reason = "lead_ambiguous" if found.sure else "lead_unsure"
    names = [{"id": row.id, "name": row.name} for row in found.candidates]
    return Outcome(
        "asked", Say(key, {"name": name}), {"candidates": names}, reason=reason, options=options, expects="lead"
    )
