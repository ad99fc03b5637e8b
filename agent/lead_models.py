"""A lead's message read and answered by a configured model, with the rules' own reading and words behind it.

The text goes to the model as JSON data; its answer obeys a strict schema and counts only as ``lead_checks`` lets it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Literal

from agent import analysis, drafting, lead_checks, optout, prompts
from agent.beside import beside
from store.objections import Handler
from store.ports import Think
from store.thoughts import Purpose, Thought
from store.types import Analysis, Draft, Language, LeadFacts

_LONGEST = 4000  # characters of one message
_EARLIER = 500
History = Sequence[tuple[str, str]]


async def read(
    think: Think, purpose: Purpose, text: str, *, channel: str, language: Language | None, history: History = ()
) -> Analysis:
    """What a message means. Who wants no more messages, or wrote nothing, is judged by rules alone."""
    rules = await beside(partial(analysis.analyse, channel=channel, language=language), text)
    if rules.intent == "opt_out" or await beside(optout.detect, text) != "none" or not text.strip():
        return rules
    asked = {"message": text[:_LONGEST], "channel": channel, "earlier": _earlier(history)}
    told = await _asked(think, purpose, "analysis", "en", lead_checks.ANALYSIS, asked)
    return lead_checks.analysis_of(told.data, text, rules, told.provider) if told else rules


async def answer(
    think: Think,
    purpose: Purpose,
    text: str,
    found: Analysis,
    lead: LeadFacts,
    *,
    sender: str,
    history: History,
    handlers: Sequence[Handler] = (),
) -> Draft:
    """A proposed answer; where nothing should be said no model is asked either."""
    language = found.language
    rules = drafting.draft(found, lead, text, sender=sender, language=language, history=history, handlers=handlers)
    if not rules.text or not text.strip():
        return rules
    asked: dict[str, Any] = {
        "message": text[:_LONGEST],
        "language": language,
        "register": lead.register,
        "sender": sender.partition(" ")[0],
        "intent": found.intent,
        "facts": [{"kind": fact.kind, "value": fact.value} for fact in found.facts],
        "contact": {
            "name": lead.name,
            "company": lead.company,
            "stage": lead.stage,
            "customer": lead.is_customer,
            "objections": lead.objections,
            "interests": lead.interests,
            "disg": lead.disg,
        },
        "earlier": _earlier(history),
    }
    own = drafting.handler_for(found, lead, language, handlers)
    if own is not None:
        asked["own_answer"] = own.text
    told = await _asked(think, purpose, "draft", language, lead_checks.DRAFT, asked)
    said = (*history, ("out", own.text)) if own is not None else history  # its figures may be named
    made = told and lead_checks.draft_of(told.data, text, lead, rules, language, said, told.provider)
    return made or rules


async def _asked(
    think: Think,
    purpose: Purpose,
    task: Literal["analysis", "draft"],
    language: Language,
    schema: Mapping[str, Any],
    asked: Mapping[str, Any],
) -> Thought | None:
    text = json.dumps(asked, ensure_ascii=False)
    return await think.extract(replace(purpose, task=task), schema, text, system=prompts.system(task, language))


def _earlier(history: History) -> list[dict[str, str]]:
    return [{"who": "contact" if way == "in" else "us", "text": text[:_EARLIER]} for way, text in history]
