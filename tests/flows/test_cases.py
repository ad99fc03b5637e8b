"""Every tool and every kind of step has a file of cases in ``tests/cases``; each case is played through the front door.

A file holds ``cases`` and, where one of done, asked and denied can never occur, ``cannot`` with the reason. A case:

- ``name``; ``as`` (max), ``language`` of that person (de); ``given``: earlier things, see ``_given``
- one act: ``say`` (free text), ``command`` (slash), ``rest`` (arguments), ``tap`` (a button that is showing)
- of a step: ``sequence`` (a shipped name or the YAML itself), ``lead``, and ``then``: what happens once it runs
- ``after``: how much time passes before rows and phones are looked at; by default the ten seconds of undo
- ``expect``: ``outcome``, ``reason``, ``said`` (parts of the answer), ``buttons`` (all of them, by parts of their
  labels), ``phone`` ({lead: [new texts]}), ``rows`` ({table: [parts of the rows that are new or changed]}); of a step
  also ``cards`` (parts of what the rep was shown) and ``enrolment`` (parts of its row)

What ``phone`` and ``rows`` do not name must not have happened. "…" in a text stands for anything.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select, update

from agent.rep_turn import actor_of
from channels import words
from sequences.catalogue import digest_of
from sequences.definition import load
from sequences.steps import registry as steps
from store.models import Lead, SequenceDefinition, User
from store.types import ActOrigin, Option, Say, ToolCall
from tests.support import records
from tests.support.tables import table_of
from tests.support.world import START, World, world
from tools import registry

FILES = Path(__file__).resolve().parents[1] / "cases"
DEMANDED = ("done", "asked", "denied")
ABOUT_THE_DAY = ("plan_day", "create_template")  # whose cases tell of the usual plan
ACTS = ("say", "command", "rest", "tap")
KEYS = {"name", "as", "language", "given", "after", "expect", *ACTS, "sequence", "lead", "then"}
EXPECTED = {"outcome", "reason", "said", "buttons", "phone", "rows", "cards", "enrolment"}
Case = Mapping[str, Any]


def _read(name: str) -> dict[str, Any]:
    """A file of cases; an absent or empty one has none."""
    path = FILES / f"{name}.yaml"
    return table_of(path) or {} if path.exists() else {}


def _cases(names: Sequence[str]) -> list[Any]:
    return [
        pytest.param(name, case, id=f"{name}-{case['name'].replace(' ', '-')}")
        for name in names
        for case in _read(name).get("cases", ())
    ]


TOOLS = registry.NAMES
STEPS = tuple(f"step_{name}" for name in steps.NAMES)


@pytest.mark.parametrize("name", [*TOOLS, *STEPS])
def test_every_kind_has_its_cases(name: str) -> None:
    found = _read(name)
    assert found.get("cases"), f"tests/cases/{name}.yaml is missing or holds no case"
    cases, cannot = found["cases"], found.get("cannot", {})
    assert set(found) <= {"cases", "cannot"} and set(cannot) <= set(DEMANDED)
    for case in cases:
        acts = [key for key in (*ACTS, "then") if key in case]
        assert set(case) <= KEYS and set(case["expect"]) <= EXPECTED and len(acts) == 1, case["name"]
    seen = {"asked" if case["expect"]["outcome"] == "parked" else case["expect"]["outcome"] for case in cases}
    for outcome in DEMANDED:
        reason = cannot.get(outcome)
        assert (outcome in seen) != bool(reason), f"{name}: a case for {outcome}, or the reason why there is none"
    assert len({case["name"] for case in cases}) == len(cases)
    if name in TOOLS and registry.get(name).spoken:
        assert any("command" in case for case in cases), f"{name}: no case by slash command"
    assert {case.get("language", "de") for case in cases} == {"de", "en"}, f"{name}: German and English"


def test_no_file_is_left_over() -> None:
    assert {path.stem for path in FILES.glob("*")} == {*TOOLS, *STEPS}


@pytest.fixture
async def w(request: Any, tmp_path: Path, houses: dict[bool, Path], tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A house with the demo team, opened on a copy of one that was set up once."""
    quiet = request.node.callspec.params.get("tool") not in ABOUT_THE_DAY
    if quiet not in houses:
        folder = tmp_path_factory.mktemp("house")
        async with world(folder, quiet=quiet) as first:
            await first.advance("1m")  # this hour's triggers have been looked at
        houses[quiet] = folder
    shutil.copytree(houses[quiet], tmp_path / "house")
    async with world(tmp_path / "house", at=START + timedelta(minutes=1)) as found:
        yield found


@pytest.fixture(scope="module")
def houses() -> dict[bool, Path]:
    return {}


@pytest.mark.parametrize(("tool", "case"), _cases(TOOLS))
async def test_tool(w: World, tool: str, case: Case) -> None:
    who = case.get("as", "max")
    await _language(w, who, case)
    for thing in case.get("given", ()):
        await _given(w, who, thing)
    before, shown = await records.snapshot(w), len(await records.phones(w))
    last = max((row["id"] for row in await w.rows("audit_events")), default=0)
    said, buttons = await _act(w, who, tool, case)
    acts = [row for row in await w.rows("audit_events") if row["id"] > last and row["tool"] == tool]
    expect = case["expect"]
    assert acts, f"{tool} was not called; the answer was: {said}"
    assert (acts[-1]["outcome"], acts[-1]["reason"]) == (expect["outcome"], expect.get("reason")), said
    for part in expect.get("said", ()):
        assert part in said, said
    wanted = expect.get("buttons", ())
    assert len(buttons) == len(wanted) and all(a in b for a, b in zip(wanted, buttons, strict=True)), buttons
    await w.advance(case.get("after", "11s"))
    records.same_texts((await records.phones(w))[shown:], expect)
    records.same_rows(before, await records.snapshot(w), expect)


@pytest.mark.parametrize(("step", "case"), _cases(STEPS))
async def test_step(w: World, step: str, case: Case) -> None:
    who, kind, expect = case.get("as", "max"), step.removeprefix("step_"), case["expect"]
    await _language(w, who, case)
    for thing in case.get("given", ()):
        await _given(w, who, thing)
    before, shown = await records.snapshot(w), len(await records.phones(w))
    row = await _start(w, who, case)
    await w.new("telegram", who)
    for thing in case["then"]:
        await _given(w, who, thing, look=False)
    cards = "\n".join(card["text"] for card in await w.new("telegram", who))
    after = await records.snapshot(w)
    enrolled = after["enrolments"].pop(row["id"])
    _same_step(kind, await _standing(w, enrolled), await _decisions(w, row["id"]), expect)
    assert records.fits(expect.get("enrolment", {}), enrolled), enrolled
    for part in expect.get("cards", ()):
        assert part in cards, cards
    records.same_texts([item for item in (await records.phones(w))[shown:] if item[0] == case["lead"]], expect)
    records.same_rows(_of(before, row["lead_id"]), _of(after, row["lead_id"]), expect, strict=False)


def _of(rows: records.Rows, lead_id: int) -> records.Rows:
    """One lead's rows: over days other leads' sequences go on as well."""
    return {
        table: {key: row for key, row in found.items() if lead_id == (key if table == "leads" else row["lead_id"])}
        for table, found in rows.items()
    }


async def _language(w: World, who: str, case: Case) -> None:
    async with w.parts.db.write() as work:
        query = update(User).where(User.login == who).values(language=case.get("language", "de"))
        await work.session.execute(query)


async def _given(w: World, who: str, thing: Mapping[str, Any], *, look: bool = True) -> None:
    """One earlier thing: somebody says something, a lead writes, a tap, time passes, a row is set, a send fails."""
    ((kind, value),) = thing.items()
    if kind in ("max", "lena", "sofia", "admin"):
        shown = await w.max(value, rep=kind)
        assert shown or not look, f"no answer to {value}"
    elif kind == "lead":
        for name, text in value.items():
            await w.lead(name, text)
    elif kind == "own":
        for name, text in value.items():
            await w.own(name, text)
    elif kind == "tap":
        await _tap(w, who, value)
    elif kind == "advance":
        await _pass(w, str(value))
    elif kind == "rest":
        for tool, arguments in value.items():
            await _rest(w, who, tool, arguments)
    elif kind == "set":
        for name, values in value.items():
            async with w.parts.db.write() as work:
                found = await work.session.execute(update(Lead).where(Lead.name == name).values(**values))
                assert found.rowcount == 1, name
    elif kind == "fault":
        w.parts.phones.fault("whatsapp", value, 1)
    else:
        raise AssertionError(f"unknown thing: {kind}")


async def _pass(w: World, until: str) -> None:
    """A span ("2d") or a moment in Berlin ("2026-11-29 22:30")."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", until):
        await w.until(datetime.fromisoformat(until).replace(tzinfo=records.BERLIN).astimezone(UTC))
    else:
        await w.advance(until)


async def _act(w: World, who: str, tool: str, case: Case) -> tuple[str, list[str]]:
    """The case's act; the answer's words and the labels of its buttons."""
    if "rest" in case:
        return await _rest(w, who, tool, {name: await _id(w, value) for name, value in case["rest"].items()})
    if "tap" in case:
        shown = await _tap(w, who, case["tap"])
    else:
        text = case.get("command") or case["say"]
        assert text.startswith("/") == ("command" in case)
        shown = await w.max(text, rep=who)
    assert len(shown) == 1, f"one answer, not {[item['text'] for item in shown]}"
    return shown[0]["text"], [button["label"] for button in shown[0]["buttons"]]


async def _id(w: World, value: Any) -> Any:
    """ "{last}" is the newest message to a lead; ids of messages are nobody's to know."""
    if value != "{last}":
        return value
    return str(max(row["id"] for row in await w.rows("messages", "direction", "out") if row["lead_id"]))


async def _tap(w: World, who: str, label: str) -> list[dict[str, Any]]:
    """Taps the newest button of that label the person's phone shows."""
    items = [item for item in await w.parts.phones.shows("telegram", who) if item["direction"] == "to_person"]
    buttons = [button for item in reversed(items) for button in item["buttons"] if label in button["label"]]
    assert buttons, f"no button {label}"
    return await w.max(tap=buttons[0]["id"], rep=who)


async def _rest(w: World, who: str, tool: str, arguments: Mapping[str, Any]) -> tuple[str, list[str]]:
    async with w.parts.db.read() as scope:
        actor = actor_of((await scope.session.scalars(select(User).where(User.login == who))).one())
    key = f"rest:{len(await w.rows('audit_events'))}"
    outcome = await w.parts.runner(actor, ToolCall(tool, arguments, key), ActOrigin("rest"))
    await w.settle()
    return words.say(actor.language, outcome.say), [_label(actor.language, option) for option in outcome.options]


def _label(language: Any, option: Option) -> str:
    return words.say(language, option.label) if isinstance(option.label, Say) else option.label


async def _start(w: World, who: str, case: Case) -> dict[str, Any]:
    """Enrols the case's lead over REST; the enrolment's row."""
    name = case["sequence"]
    if isinstance(name, Mapping):
        text, name = yaml.safe_dump(dict(name), allow_unicode=True), name["name"]
        async with w.parts.db.write() as work:
            work.session.add(SequenceDefinition(name=name, yaml=text, digest=digest_of(text), at=w.clock.now()))
    said, _ = await _rest(w, who, "start_sequence", {"lead": case["lead"], "sequence": name})
    rows = [row for row in await w.rows("enrolments", "sequence", name) if row["status"] == "active"]
    assert rows, said
    return rows[-1]


async def _decisions(w: World, enrolment_id: int) -> list[dict[str, Any]]:
    rows = await w.rows("decisions", "subject_id", enrolment_id)
    return [row for row in rows if row["subject"] == "enrolment"]


async def _standing(w: World, enrolled: Mapping[str, Any]) -> str | None:
    """The kind of step an enrolment stands before; None at the end."""
    row = (await w.rows("sequence_definitions", "id", enrolled["definition_id"]))[0]
    plan = load(row["yaml"]).steps
    return plan[enrolled["step"]].action if enrolled["step"] < len(plan) else None


def _kind(facts: Mapping[str, Any]) -> str | None:
    """The kind of step a decision is about; a branch of a step is of its own kind."""
    return facts.get("branch") or facts.get("action")


def _same_step(
    kind: str, standing: str | None, decided: Sequence[Mapping[str, Any]], expect: Mapping[str, Any]
) -> None:
    """Whether the kind of step came to what is expected, for the expected reason.

    Asked: the step waits for a person. Denied: it was left out, put off, or ended the enrolment unsent.
    """
    told = [(row["verdict"], row["rule"], _kind(row["facts"]) or standing) for row in decided]
    verdicts = {"done": ("run", "finish", "wait"), "asked": ("wait",), "denied": ("skip", "wait", "cancel", "finish")}
    wanted = {(verdict, kind) for verdict in verdicts[expect["outcome"]]}
    assert any((verdict, action) in wanted and rule == expect["reason"] for verdict, rule, action in told), told
