"""The seven factors, their points, the bands and their hysteresis (MISSION C3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.analysis import analyse
from store.types import INTENTS, Analysis, Fact, Quality
from tools.scoring import MAXIMUM, REASONS, ContactFacts, band, score, valid_email, valid_phone

NOBODY = ContactFacts(None, None, "", "sms")
FULL = ContactFacts("+491711234567", "anna@berger.de", "Anna", "whatsapp")


def points(name: str, analysis: Analysis, contact: ContactFacts = NOBODY, message: str = "") -> int:
    return next(f.points for f in score(analysis, contact, message).factors if f.name == name)


@pytest.mark.parametrize("name", ["Ahmed", "ahmed khan"])
def test_the_sources_example_is_85_and_hot(name: str) -> None:
    message = "I want to buy, it is urgent. How do I pay?"
    found = score(analyse(message), ContactFacts("+923001234567", None, name, "whatsapp"), message)
    assert sum(f.points for f in found.factors) == 125
    assert (found.value, found.quality) == (85, "hot")
    assert [f.points for f in found.factors] == [50, 30, 20, 10, 0, 10, 5]


@pytest.mark.parametrize(
    ("intent", "wanted"),
    [
        ("buy", 50), ("interest", 40), ("appointment", 40), ("question", 30), ("referral", 25), ("price_objection", 20),
        ("time_objection", 20), ("trust_objection", 20), ("later", 15), ("support", 10), ("greeting", 5),
        ("not_interested", 0), ("opt_out", 0), ("out_of_office", 0), ("other", 0), ("unheard_of", 0),
    ],
)  # fmt: skip
def test_intent_points(intent: str, wanted: int) -> None:
    assert points("intent", Analysis(intent)) == wanted


@pytest.mark.parametrize(
    ("channel", "wanted"),
    [("whatsapp", 10), ("Telegram", 10), ("instagram", 7), ("website", 7), ("web", 7), ("email", 5), ("pigeon", 0)],
)
def test_channel_points(channel: str, wanted: int) -> None:
    assert points("channel", Analysis("other"), ContactFacts(None, None, "", channel)) == wanted


@pytest.mark.parametrize(
    ("phone", "email", "contact", "bonus"),
    [
        ("+491711234567", "a@b.de", 30, 5),
        ("+491711234567", None, 20, 5),
        (None, "a@b.de", 10, 5),
        ("12345", "a@b", 0, 0),
        (None, None, 0, 0),
    ],
)
def test_contact_and_bonus(phone: str | None, email: str | None, contact: int, bonus: int) -> None:
    facts = ContactFacts(phone, email, "Anna", "email")
    assert points("contact", Analysis("other"), facts) == contact
    assert points("bonus", Analysis("other"), facts) == bonus
    assert points("bonus", Analysis("other"), ContactFacts(phone, email, "  ", "email")) == 0


@pytest.mark.parametrize(("text", "wanted"), [("", 0), ("   ", 0), ("kurz", 5), ("x" * 19, 5), ("x" * 20, 10)])
def test_length_points(text: str, wanted: int) -> None:
    assert points("length", Analysis("other"), message=text) == wanted


@pytest.mark.parametrize(
    ("kinds", "wanted"),
    [
        ((), 0),
        (("place",), 3),
        (("budget", "quantity"), 3),
        (("company", "place", "quantity", "date"), 12),
        (("topic",), 0),
    ],
)
def test_data_points(kinds: tuple[str, ...], wanted: int) -> None:
    assert points("data", Analysis("other", facts=tuple(Fact(k, "x") for k in kinds))) == wanted


def test_everything_at_its_best_is_100() -> None:
    facts = tuple(Fact(kind, "x") for kind in ("company", "place", "budget", "date"))
    found = score(Analysis("buy", urgency="high", facts=facts), FULL, "x" * 20)
    assert sum(f.maximum for f in found.factors) == MAXIMUM == sum(f.points for f in found.factors)
    assert found.value == 100


@pytest.mark.parametrize(
    ("value", "previous", "wanted"),
    [
        (60, None, "hot"), (59, None, "warm"), (40, None, "warm"), (39, None, "cold"), (0, None, "cold"),
        (59, "hot", "hot"), (56, "hot", "hot"), (55, "hot", "warm"), (39, "hot", "warm"), (36, "warm", "warm"),
        (35, "warm", "cold"), (35, "hot", "cold"), (60, "cold", "hot"), (59, "warm", "warm"), (40, "cold", "warm"),
        (39, "cold", "cold"),
    ],
)  # fmt: skip
def test_bands_and_hysteresis(value: int, previous: Quality | None, wanted: Quality) -> None:
    assert band(value, previous) == wanted


@pytest.mark.parametrize(
    ("phone", "valid"),
    [
        ("+923001234567", True),
        ("923001234567", True),
        ("0171 1234567", True),
        ("0049 171 1234567", True),
        ("+43 664 1234567", True),
        ("+41 79 123 45 67", True),
        ("+49 123", False),
        ("abc", False),
        ("", False),
        ("0" * 30, False),
    ],
)
def test_phones(phone: str, valid: bool) -> None:
    assert valid_phone(phone) is valid


@pytest.mark.parametrize(
    ("email", "valid"),
    [
        ("anna@berger.at", True),
        (" a.b+c@x-y.co.uk ", True),
        ("a@b", False),
        ("a b@c.de", False),
        ("@c.de", False),
        ("a@-c.de", False),
    ],
)
def test_emails(email: str, valid: bool) -> None:
    assert valid_email(email) is valid


@given(
    st.sampled_from(INTENTS),
    st.sampled_from(["high", "medium", "low"]),
    st.text(max_size=60),
    st.text(max_size=30),
    st.sampled_from([None, "hot", "warm", "cold"]),
)
def test_any_input_stays_within_its_maxima(
    intent: str, urgency: str, message: str, word: str, previous: Quality | None
) -> None:
    found = score(Analysis(intent, urgency=urgency), ContactFacts(word, word, word, word), message, previous)
    assert 0 <= found.value <= 100 and found.quality in ("hot", "warm", "cold")
    assert all(0 <= f.points <= f.maximum and f.reason in REASONS for f in found.factors)
