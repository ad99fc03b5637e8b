"""One contract for every channel and its twin: what an adapter takes, what its failures mean, how long texts arrive."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from channels import instagram, website
from channels.base import Channel, NotSent, Refused, Sent, Unclear
from channels.pieces import pieces
from channels.rendering import size
from channels.sandbox import CHANNELS, Phones, SandboxChannel
from channels.whatsapp import cloud, dialog360, twilio, ultramsg
from store.settings import Settings
from store.types import Button, Outgoing
from tests.support.peer import Answer, Peer, peer

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
BUTTONS = tuple(Button(f"c1.{n}", label) for n, label in enumerate(("Senden", "Ändern", "Verwerfen")))


def graph(seen: Any) -> tuple[int, Any]:
    return 200, {"messages": [{"id": "wamid.1"}]}


@dataclass(frozen=True)
class Vendor:
    """``build`` makes the adapter against a server; ``account`` sends; ``usual`` is the server's good answer."""

    build: Callable[[str], Channel]
    account: str
    usual: Answer


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **given)


VENDORS = {
    "cloud": Vendor(
        lambda url: cloud.provider(
            settings(whatsapp_cloud_token="t", whatsapp_cloud_phone_number_id="1", whatsapp_cloud_base_url=url)
        ),
        "1",
        graph,
    ),
    "360dialog": Vendor(
        lambda url: dialog360.provider(settings(dialog360_api_key="1:k", dialog360_base_url=url)), "1", graph
    ),
    "twilio": Vendor(
        lambda url: twilio.provider(
            settings(twilio_account_sid="AC1", twilio_auth_token="t", twilio_whatsapp_from="+49", twilio_base_url=url)
        ),
        "+49",
        lambda seen: (201, {"sid": "SM1"}),
    ),
    "ultramsg": Vendor(
        lambda url: ultramsg.provider(settings(ultramsg_token="i1:t", ultramsg_base_url=url)),
        "i1",
        lambda seen: (200, {"sent": "true", "id": 1}),
    ),
    "instagram": Vendor(
        lambda url: instagram.provider(settings(instagram_token="1:t", instagram_base_url=url)),
        "1",
        lambda seen: (200, {"message_id": "m"}),
    ),
}
REAL = pytest.mark.parametrize("name", VENDORS)
TWINS = pytest.mark.parametrize("name", CHANNELS)


def out(account: str = "sandbox", channel: str = "whatsapp") -> Outgoing:
    return Outgoing(7, channel, "+4915112340001", "Grüße", account=account)


@contextlib.asynccontextmanager
async def served(name: str) -> AsyncIterator[tuple[Any, Peer]]:
    vendor = VENDORS[name]
    async with peer(vendor.usual) as server:
        adapter: Any = vendor.build(server.url)
        yield adapter, server
        await adapter.close()


@pytest.fixture
async def phones(tmp_path: Path) -> AsyncIterator[Phones]:
    found = Phones(tmp_path / "sandbox.db")
    await found.open()
    yield found
    await found.close()


@REAL
async def test_a_message_is_taken_once(name: str) -> None:
    async with served(name) as (adapter, server):
        assert isinstance(await adapter.send(out(VENDORS[name].account), NOW), Sent)
        assert len(server.posts()) == 1


@TWINS
async def test_a_twin_takes_it_too(name: str, phones: Phones) -> None:
    twin = SandboxChannel(name, phones)
    sent = await twin.send(out(channel=name), NOW)
    assert await twin.find(7) == sent and await twin.find(8) is None
    assert [item["text"] for item in await phones.shows(name, "+4915112340001")] == ["Grüße"]


@REAL
@pytest.mark.parametrize(
    ("status", "meant"), [(429, NotSent), (401, NotSent), (500, Unclear), (502, Unclear), (400, Refused)]
)
async def test_failures_mean_the_same_everywhere(name: str, status: int, meant: type[Exception]) -> None:
    async with served(name) as (adapter, server):
        server.next(status)
        with pytest.raises(meant):
            await adapter.send(out(VENDORS[name].account), NOW)


@TWINS
@pytest.mark.parametrize(
    ("fault", "meant"), [("429", NotSent), ("drop", NotSent), ("500", Unclear), ("timeout", Unclear)]
)
async def test_a_twin_fails_the_same_way(name: str, fault: Any, meant: type[Exception], phones: Phones) -> None:
    twin = SandboxChannel(name, phones)
    phones.fault(name, fault, 1)
    with pytest.raises(meant):
        await twin.send(out(channel=name), NOW)


@REAL
async def test_nobody_there_is_surely_not_sent(name: str) -> None:
    adapter: Any = VENDORS[name].build("http://127.0.0.1:9")
    with pytest.raises(NotSent):
        await adapter.send(out(VENDORS[name].account), NOW)
    await adapter.close()


@REAL
async def test_an_account_nobody_set_up_is_refused(name: str) -> None:
    async with served(name) as (adapter, server):
        with pytest.raises(Refused, match="not_configured"):
            await adapter.send(out("somebody-else"), NOW)
        assert not server.posts()


def capabilities() -> list[Any]:
    real = [pytest.param(vendor.build("http://127.0.0.1:9").capabilities, id=name) for name, vendor in VENDORS.items()]
    twins = [pytest.param(SandboxChannel(name, None).capabilities, id=f"twin-{name}") for name in CHANNELS]  # type: ignore[arg-type]
    return [*real, *twins, pytest.param(website.Website.capabilities, id="web")]


@pytest.mark.parametrize("can", capabilities())
def test_five_thousand_umlauts_arrive_complete_and_in_order(can: Any) -> None:
    text = "ä" * 5000
    parts = pieces(text, (), can)
    assert "".join(part.text for part in parts) == text
    assert all(size(part.text, can.units) <= can.limit for part in parts)


@pytest.mark.parametrize("can", capabilities())
@pytest.mark.parametrize("count", [1, 2, 3, 4, 10, 11, 30])
def test_every_choice_is_shown_one_way_or_another(can: Any, count: int) -> None:
    choices = tuple(Button(f"c1.{n}", f"Kontakt {n} aus Köln") for n in range(count))
    parts = pieces("Wen meinst du?", choices, can)
    shown = parts[-1].buttons
    if shown:
        assert shown == choices and count <= max(can.buttons, can.rows)
    else:
        whole = "\n".join(part.text for part in parts)
        assert all(f"{n + 1}. Kontakt {n} aus Köln" in whole for n in range(count))
    assert all(not part.buttons for part in parts[:-1])
