"""kill -9 of the real process, at every named point and at random: nothing lost, nothing twice, doubt is listed."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

from store.crash import NAMES
from tests.support.forge import Forge
from tests.support.process import BotProcess

ANNA, LISA = "+4915112340001", "+436641234004"
STARTS = {"Peter Hofer": "+436641234011", "Nina Kraus": "+4915112340008", "Jonas Keller": "+41791234005"}
RANDOM_KILLS = 15


class Diary:
    """What was tried and what was acknowledged, over all lives of the bot."""

    def __init__(self) -> None:
        self.sent: set[str] = set()
        self.acknowledged: set[str] = set()
        self.asked: set[str] = set()
        self.questions: set[str] = set()
        self.started: list[str] = []

    def start_sequences(self, bot: BotProcess) -> None:
        """Puts first steps in flight: each contact is started once over all lives, in two bites."""
        for name in [name for name in STARTS if name not in self.started][:2]:
            body = {"channel": "telegram", "from": "max", "text": f"Starte Erstkontakt bis Partner für {name}"}
            if self._post(bot, body):
                self.started.append(name)

    def work(self, bot: BotProcess, life: int) -> None:
        """Keeps the bot busy from several people at once until it dies or has enough."""
        people = [
            threading.Thread(target=self._rep, args=(bot, life)),
            threading.Thread(target=self._lead, args=(bot, life)),
        ]
        for person in people:
            person.start()
        for person in people:
            person.join()

    def _rep(self, bot: BotProcess, life: int) -> None:
        for n in range(5):
            text = f"Kurze Info Nummer L{life}N{n}Q von mir"
            self.sent.add(text)
            body = {"channel": "telegram", "from": "max", "text": f"Schreib Anna Berger auf WhatsApp: {text}"}
            if self._post(bot, body):
                self.acknowledged.add(text)

    def _lead(self, bot: BotProcess, life: int) -> None:
        for n in range(4):
            text = f"Was kostet das Paket L{life}F{n}Q eigentlich?"
            self.asked.add(text)
            if self._post(bot, {"channel": "whatsapp", "from": LISA, "text": text}):
                self.questions.add(text)
            time.sleep(0.01)

    @staticmethod
    def _post(bot: BotProcess, body: dict[str, str]) -> bool:
        try:
            with httpx.Client(timeout=20, trust_env=False, verify=False) as client:
                return client.post(f"{bot.url}/api/sandbox/inbound", json=body).status_code == 200
        except httpx.TransportError:
            return False


def lives() -> list[str | None]:
    """Every named point early and later in a life, and lives ended at random moments (None)."""
    points = [f"{name}:{1 if name == 'step_committed' else n}" for name in NAMES for n in (1, 4)]
    return [*points, *[None] * RANDOM_KILLS]


def test_kill_nine(tmp_path: Path) -> None:
    dice = random.Random(20261121)
    diary = Diary()
    kills: Counter[str] = Counter()
    environment = {"HOLD_SECONDS": "1", "SENDS_PER_USER_HOUR": "100000", "BURST_SECONDS": "0", "LOG_LEVEL": "ERROR"}
    with BotProcess(tmp_path, **environment) as bot:
        bot.wait_ready()
        bot.post("reset", demo=True, at="2026-11-18T10:00:00+01:00")
    with Forge() as forge:
        for life, point in enumerate(lives()):
            with BotProcess(tmp_path, crash_at=point, forge=forge, **environment) as bot:
                alive = bot.wait_ready()
                if alive and point is None:
                    timer = threading.Timer(dice.uniform(0.02, 1.2), bot.kill)
                    timer.start()
                if alive:
                    if point and point.startswith("step"):
                        diary.start_sequences(bot)
                    diary.work(bot, life)
                    _wait_dead(bot, 10.0 if point else 1.5)
                if point is None:
                    timer.join()
                    bot.process.wait(10)
                kills[str(point).partition(":")[0]] += bot.process.poll() is not None and bot.process.returncode == -9
                if bot.process.poll() is None:
                    bot.kill()
                    kills["after the work"] += 1
    assert sum(kills.values()) >= 30, kills
    missing = set(NAMES) - set(+kills)
    assert not missing, f"never killed at {missing}: {kills}"
    with BotProcess(tmp_path, **environment) as bot:
        assert bot.wait_ready()
        bot.idle(60)
        bot.post("clock", advance="1m")
        bot.idle(60)
        told_anna = Counter(item["text"] for item in bot.phone("whatsapp", ANNA) if item["direction"] == "to_person")
        first_steps = {name: len(_sent_to(bot, number)) for name, number in STARTS.items() if name in diary.started}
        told_max = [item["text"] for item in bot.phone("telegram", "max") if item["direction"] == "to_person"]
    doubtful = _in_doubt(tmp_path)
    twice = {text: n for text, n in told_anna.items() if n > 1 and text in diary.sent}
    assert not twice
    lost = {text for text in diary.acknowledged if told_anna[text] != 1 and text not in doubtful}
    assert not lost
    assert set(first_steps.values()) == {1}, first_steps
    _every_question_reached_max_once(diary, told_max, tmp_path)


def _sent_to(bot: BotProcess, number: str) -> list[str]:
    return [item["text"] for item in bot.phone("whatsapp", number) if item["direction"] == "to_person"]


def _wait_dead(bot: BotProcess, seconds: float) -> None:
    end = time.monotonic() + seconds
    while bot.process.poll() is None and time.monotonic() < end:
        time.sleep(0.02)


def _in_doubt(data: Path) -> set[str]:
    with sqlite3.connect(data / "salesflow.db") as db:
        return {row[0] for row in db.execute("select text from messages where state = 'in_doubt'")}


def _every_question_reached_max_once(diary: Diary, told_max: list[str], data: Path) -> None:
    """A burst is one turn, so questions may share a card; each stands on exactly one."""
    with sqlite3.connect(data / "salesflow.db") as db:
        open_rows = db.execute("select count(*) from messages where direction='in' and state='new'").fetchone()[0]
        failed = db.execute("select count(*) from messages where direction='in' and state='failed'").fetchone()[0]
    assert (open_rows, failed) == (0, 0)
    mark = {question: question.split()[4] for question in diary.questions}
    for question, word in mark.items():
        cards = [text for text in told_max if text.startswith("💬") and word in text]
        assert len(cards) == 1, (question, cards)
