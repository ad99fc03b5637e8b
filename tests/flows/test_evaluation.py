"""The labelled messages through a model by one command, and what doctor says of models."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import bot
from agent import evaluation, model_check
from agent.evaluation import Result
from store.settings import Settings
from tests.flows.test_models import GPT, settings
from tests.flows.test_models_leads import reading
from tests.support.model_server import Reply, Wire, wire

MESSAGES = """
set:
  buy: {de: [Ich nehme zwei Dosen], en: [I want to order one]}
  price_objection: {de: [Das ist mir zu teuer]}
  opt_out: {de: [Bitte keine Nachrichten mehr]}
  greeting: {de: [Servus]}
"""


@pytest.fixture
async def server() -> AsyncIterator[Wire]:
    async with wire() as found:
        yield found


def given(server: Wire, *names: str, **more: Any) -> Settings:
    return Settings(_env_file=None, **settings(server, *names, **more))


def reads_by_words(body: dict[str, Any]) -> Reply:
    """A model that sees money everywhere."""
    text = json.loads(body["messages"][-1]["content"])["message"]
    return Reply(text=json.dumps(reading(intent="buy" if "order" in text else "price_objection")))


async def test_a_model_beside_the_rules(tmp_path: Path, server: Wire) -> None:
    (tmp_path / "m.yaml").write_text(MESSAGES, "utf-8")
    server.script[GPT] = [reads_by_words]
    shown = await evaluation.evaluate(given(server, "openai"), tmp_path / "m.yaml", "set", (), None)
    assert "set: 5 messages" in shown and f"openai ({GPT})" in shown
    figures = {line.split()[0]: line.split()[1:] for line in shown.rpartition("\n\n")[2].splitlines()[1:]}
    assert figures["opt_out"] == ["1.000", "1.000"], "the rules' alone"
    assert figures["greeting"][1] == "0.000" and figures["buy"] == ["1.000", "0.667"]
    assert figures["accuracy"][1] == "0.600" and int(figures["tokens"][1]) == 4 * 120
    assert len(server.asked) == 4


async def test_what_no_model_answered_is_told_apart(tmp_path: Path, server: Wire) -> None:
    (tmp_path / "m.yaml").write_text(MESSAGES, "utf-8")
    server.script[GPT] = [Reply(status=500)]
    shown = await evaluation.evaluate(given(server, "openai"), tmp_path / "m.yaml", "set", ("openai",), 3)
    assert shown.splitlines()[0].startswith("set: 3 messages")
    assert next(line for line in shown.splitlines() if line.startswith("read by rules")).split()[-1] in ("2", "3")


def test_figures_by_hand() -> None:
    found = Result("x", {("buy", "buy"): 3, ("buy", "later"): 1, ("later", "later"): 2, ("other", "buy"): 2})
    assert found.accuracy == pytest.approx(5 / 8)
    assert found.f1("buy") == pytest.approx(6 / 9) and found.f1("later") == pytest.approx(4 / 5)
    assert found.f1("other") == 0.0 and found.f1("support") is None
    assert found.macro_f1 == pytest.approx((6 / 9 + 4 / 5 + 0) / 3)
    assert Result("x", {}).accuracy == Result("x", {}).macro_f1 == 0.0


@pytest.mark.parametrize("text", ["", "[]", "set: {buy: [a]}", "set: {hypnosis: {de: [a]}}", "a: b: c", "other: {}"])
def test_a_file_that_is_none_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.yaml").write_text(text, "utf-8")
    with pytest.raises(LookupError):
        evaluation.labelled(tmp_path / "m.yaml", "set")


def test_the_command_needs_no_model_and_names_a_missing_one() -> None:
    runner = CliRunner()
    done = runner.invoke(bot.app, ["evaluate", "--most", "20"])
    assert done.exit_code == 0 and "held_out: 20 messages" in done.output and "macro-F1" in done.output
    done = runner.invoke(bot.app, ["evaluate", "--model", "openai"])
    assert done.exit_code == 1 and "not configured: openai" in done.output


async def test_doctor_says_who_answers(server: Wire) -> None:
    found = await model_check.examine(given(server, "openai", "anthropic"))
    assert [(one.ok, one.what) for one in found] == [
        (True, "model openai"),
        (True, "model anthropic"),
        (True, "voice notes"),
    ]
    assert GPT in found[0].words and "openai" in found[2].words
    gone = given(server, "openai", openai_base_url="http://127.0.0.1:9/v1")
    (one, *_) = await model_check.examine(gone)
    assert not one.ok and "check the address" in one.words
    (one,) = await model_check.examine(Settings(_env_file=None))
    assert one.ok and "rules" in one.words


def test_an_order_nobody_knows_is_told_at_the_start() -> None:
    with pytest.raises(LookupError, match="MODEL_ORDER names hal"):
        bot.build(Settings(_env_file=None, model_order="openai,hal"))
