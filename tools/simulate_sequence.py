"""Plays a sequence for a lead on paper: every send, wait, branch and refusal, as text and as a picture."""

from __future__ import annotations

import asyncio
import base64
from collections import Counter
from datetime import timedelta

from pydantic import Field

from sequences.definition import Sequence
from sequences.rehearsal import rehearse
from store import dates
from store.queries import replays
from store.types import Option, Outcome, Say, Tone
from tools import sequencing, simulating
from tools.base import Arguments, Tool, Words, lead_and
from tools.context import Context

LONGEST = 400
_MONTH = timedelta(days=30)
_REPLAYED = 100


class SimulateSequence(Arguments):
    lead: Words | None = Field(None, description="For whom it is played, in the rep's own words")
    sequence: Words | None = Field(None, description="Which sequence, if the rep named one")
    reaction: Words | None = Field(None, description="What the lead is assumed to answer and on which day, if said")
    days: int | None = Field(None, ge=1, le=LONGEST, description="For how many days")
    span: Words | None = Field(None, description="How long instead, in the rep's own words: six weeks")
    replay: bool = Field(False, description="True: over all leads of the last month instead of one lead")


async def run(context: Context, arguments: SimulateSequence) -> Outcome:
    entry = await _which(context, arguments)
    if isinstance(entry, Outcome):
        return entry
    definition, sequence = entry
    engine = context.house.engine
    if arguments.replay or context.lead is None:
        return await _replayed(context, entry)
    lead = context.lead
    rehearsal = await rehearse(engine, context.work, definition, sequence, lead, context.now)
    days = arguments.days or _spanned(arguments.span) or min(sequence.max_duration_days + 7, LONGEST)
    replies = simulating.assumed(arguments.reaction or "")
    events = rehearsal.play(replies, context.now, days)
    teller = await _teller(context, sequence)
    title = context.words("sim-title", sequence=sequencing.title(context, sequence), name=lead.name)
    picture = await asyncio.to_thread(teller.picture, title, events)
    key = "sim-running" if rehearsal.running else "sim-fresh"
    values = {"name": lead.name, "sequence": sequencing.title(context, sequence), "lines": teller.text(events)}
    result = {
        "lead_id": lead.id,
        "sequence": sequence.name,
        "events": [simulating.plain(event) for event in events],
        "files": [{"name": "timeline.png", "base64": base64.b64encode(picture).decode()}],
    }
    start = Option(Say("button-start-sequence"), "start_sequence", {"lead": str(lead.id), "sequence": sequence.name})
    other = {"lead": str(lead.id), "sequence": sequence.name, "reaction": context.words("sim-assume-positive")}
    tried = () if replies else (Option(Say("button-sim-positive"), "simulate_sequence", other),)
    return Outcome("done", Say(key, values), result, options=tried if rehearsal.running else (*tried, start))


async def _which(context: Context, arguments: SimulateSequence) -> sequencing.Entry | Outcome:
    """The sequence named; without a name the one that runs for her."""
    said = arguments.sequence
    if said is None and context.lead is not None:
        rows = await sequencing.running(context)
        said = rows[0].sequence if len(rows) == 1 else None
    if said is None and context.lead is None and not arguments.replay:
        return Outcome("asked", Say("ask-lead"), {}, "missing_lead", expects="lead")
    return await sequencing.which(context, said or "")


async def _teller(context: Context, sequence: Sequence) -> simulating.Teller:
    library = await context.house.engine.library(context.scope)
    titles = {one.name: sequencing.title(context, one) for _, one in library}
    return simulating.Teller(context.language, context.actor.zone, sequence, titles)


async def _replayed(context: Context, entry: sequencing.Entry) -> Outcome:
    """The last month over again for everybody who came or wrote in it, with the answers they really gave."""
    definition, sequence = entry
    since = context.now - _MONTH
    rows = await replays.leads_since(context.scope, since, _REPLAYED)
    title = sequencing.title(context, sequence)
    if not rows:
        return Outcome("denied", Say("sim-nobody", {"sequence": title}), {}, "no_leads")
    tones = await replays.tones_since(context.scope, [row.id for row in rows], since)
    total: Counter[str] = Counter()
    for lead in rows:
        start = max(lead.created_at, since)
        rehearsal = await rehearse(context.house.engine, context.work, definition, sequence, lead, start)
        replies: dict[float, Tone] = {
            (at - start) / timedelta(days=1): tone  # type: ignore[misc]
            for at, tone in tones.get(lead.id, ())
            if at > start
        }
        total.update(simulating.counted(rehearsal.play(replies, start, max((context.now - start).days, 1))))
    values = {
        "sequence": title,
        "leads": len(rows),
        "sends": total["send"],
        "replies": total["reply"],
        "refused": total["refuse"],
        "ended": total["finish"],
    }
    teller = await _teller(context, sequence)
    rules = [(key.partition(":")[2], count) for key, count in total.most_common() if key.startswith("refuse:")]
    lines = [teller.say("sim-refused", count=count, reason=teller.why(rule)) for rule, count in rules[:3]]
    say = Say("sim-replay", {**values, "lines": "\n".join(lines)})
    return Outcome("done", say, {**values, "sequence": sequence.name, "refusals": dict(rules)})


def _spanned(said: str | None) -> int | None:
    """Whole days of a length that was said; None for none, or for what is no length."""
    length = dates.parse_duration(said) if said else None
    return min(max(-(-length // timedelta(days=1)), 1), LONGEST) if length is not None else None


def _from_command(rest: str) -> dict[str, object]:
    """``/simulieren NAME: SEQUENCE``; without a name the last month is played."""
    found: dict[str, object] = {**lead_and("sequence")(rest)}
    return found if found.get("lead") else {**found, "replay": True}


TOOL = Tool(
    name="simulate_sequence",
    description="Play a sequence for a lead on paper, day by day, or over last month's leads. Sends nothing.",
    arguments=SimulateSequence,
    run=run,
    commands=("simulieren", "simulate", "durchspielen"),
    from_command=_from_command,
    optional_lead=True,
    reads=True,
)
