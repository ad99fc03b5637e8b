"""Whose talk it is after the rep wrote from the own phone, and what WhatsApp tells about such a message."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from channels import takeover
from channels.base import Ignored
from channels.whatsapp import meta
from store.types import Inbound

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("taken", "wrote", "held"),
    [
        (None, None, False),
        (NOW - HOUR, None, True),
        (NOW - 71 * HOUR, None, True),
        (NOW - 72 * HOUR, None, False),
        (NOW - 20 * HOUR, NOW - 15 * HOUR, True),
        (NOW - 20 * HOUR, NOW - 8 * HOUR, False),
        (NOW - HOUR, NOW - 30 * HOUR, True),
    ],
)
def test_whose_talk_it_is(taken: datetime | None, wrote: datetime | None, held: bool) -> None:
    assert (takeover.until(taken, wrote, NOW) is not None) == held


def _call(**item: Any) -> dict[str, Any]:
    echo = {"from": "4930111", "to": "4915112340001", "id": "wamid.e1", "timestamp": "1764063000", **item}
    value = {"metadata": {"phone_number_id": "777"}, "message_echoes": [echo]}
    change = {"field": "smb_message_echoes", "value": value}
    return {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [change]}]}


def test_an_echo_of_the_app_on_the_phone_is_the_reps_own_message() -> None:
    (found,) = meta.events(_call(type="text", text={"body": "Ich ruf dich an"}))
    assert isinstance(found, Inbound)
    assert (found.signal, found.external_id, found.account) == ("own", "+4915112340001", "777")
    assert (found.text, found.provider_id) == ("Ich ruf dich an", "wamid.e1")
    (other,) = meta.events(_call(type="reaction", reaction={"emoji": "x"}))
    assert isinstance(other, Ignored)
