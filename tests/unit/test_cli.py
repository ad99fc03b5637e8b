"""Who may log in and what is stored about somebody, from the command line."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from pwdlib import PasswordHash
from typer.testing import CliRunner

import bot
from store.lock import exclusive
from tests.support.world import world

ANNA = "+4915112340001"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    async def told() -> None:
        async with world(tmp_path) as w:
            await w.lead("Anna Berger", "Passt Donnerstag um 15 Uhr in Augsburg?")
            await w.lead("Anna Huber", "Das geht nur mich etwas an.")
            await w.max("Notiz zu Anna Berger: mag grünen Tee")

    asyncio.run(told())
    return tmp_path


def run(data: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(bot.app, [*words, "--data", str(data)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_everything_about_one_person_and_nothing_about_another(data: Path) -> None:
    code, text = run(data, "export", ANNA)
    found = json.loads(text)
    assert code == 0 and found["leads"][0]["name"] == "Anna Berger"
    assert {"messages", "consents", "notes", "lead_analyses", "identities"} <= set(found)
    assert "grünen Tee" in text and "Augsburg" in text and "lease" not in text
    assert "nur mich" not in text and "Huber" not in text
    assert json.loads(run(data, "export", "anna berger")[1]) == found
    file = data / "anna.json"
    assert run(data, "export", str(found["leads"][0]["id"]), "--out", str(file))[0] == 0
    assert json.loads(file.read_text("utf-8")) == found and file.stat().st_mode & 0o77 == 0


def test_who_is_unknown_is_said(data: Path) -> None:
    assert run(data, "export", "Niemand Nirgends") == (1, "No lead is called Niemand Nirgends.\n")
    assert run(data / "nothing", "export", ANNA)[0] == 1


def test_people_are_added_changed_and_listed(data: Path) -> None:
    code, told = run(data, "user", "add", "kim", "--password", "ganz geheim", "--name", "Kim Ott")
    assert code == 0 and re.fullmatch(r"kim may log in as rep\.\n.*\b[A-Z2-9]{4}-[A-Z2-9]{4}\b.*ten minutes.*\n", told)
    assert run(data, "user", "add", "kim", "--password", "ganz geheim")[0] == 1
    assert run(data, "user", "add", "jo", "--password", "kurz")[0] == 1
    assert run(data, "user", "role", "kim", "leader")[0] == 0
    assert run(data, "user", "role", "nobody", "leader")[0] == 1
    assert run(data, "user", "password", "kim", "--password", "noch geheimer")[0] == 0
    assert "kim\tKim Ott\tleader\tTeam Lena\n" in run(data, "user", "list")[1]

    async def stored() -> str:
        async with world(data) as w:
            return str((await w.rows("users", "login", "kim"))[0]["password_hash"])

    assert PasswordHash.recommended().verify("noch geheimer", asyncio.run(stored()))


def test_a_running_process_keeps_its_people(data: Path) -> None:
    with exclusive(data / "salesflow.lock"):
        assert run(data, "user", "role", "max", "leader")[0] == 1
        assert run(data, "export", ANNA)[0] == 0
