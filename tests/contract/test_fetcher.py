"""The fetcher against real servers that lie, stall, bloat and point inside (SAFETY wall 10)."""

from __future__ import annotations

import asyncio
import gzip
import ipaddress
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from store.settings import Settings
from tests.support.site import moved, page, site
from tools.clients import fetcher, robots
from tools.clients.fetcher import Fetcher
from tools.clients.targets import Refused, public, target

HTML = "<html><body><p>Grüße aus Köln</p></body></html>"


async def fetched(found: Fetcher, url: str) -> fetcher.Page:
    async with found.visit() as visit:
        return await visit.page(url)


async def refused(found: Fetcher, url: str) -> str:
    with pytest.raises(Refused) as caught:
        await fetched(found, url)
    return caught.value.reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://firma.de/", "bad_scheme"),
        ("file:///etc/passwd", "bad_scheme"),
        ("javascript://firma.de/%0aalert(1)", "bad_scheme"),
        ("https://firma.de:8443/", "bad_port"),
        ("http://firma.de:443/", "bad_port"),
        ("https://firma.de:22/", "bad_port"),
        ("https://max@firma.de/", "user_info"),
        ("https://firma.de@127.0.0.1/", "user_info"),
        ("http://127.0.0.1/", "not_public"),
        ("http://127.1/", "not_public"),
        ("http://2130706433/", "not_public"),
        ("http://0x7f000001/", "not_public"),
        ("http://0x7f.0.0.1/", "not_public"),
        ("http://0177.0.0.1/", "not_public"),
        ("http://017700000001/", "not_public"),
        ("http://127.0.0.1./", "not_public"),
        ("http://１２７.0.0.1/", "not_public"),
        ("http://127。0。0。1/", "not_public"),
        ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "not_public"),
        ("http://169.254.169.254/latest/meta-data/", "not_public"),
        ("http://[::1]/", "not_public"),
        ("http://[::ffff:127.0.0.1]/", "not_public"),
        ("http://[::ffff:a9fe:a9fe]/", "not_public"),
        ("http://[64:ff9b::7f00:1]/", "not_public"),
        ("http://[2002:7f00:1::]/", "not_public"),
        ("http://[fe80::1%25eth0]/", "not_public"),
        ("http://[fd00:ec2::254]/", "not_public"),
        ("http://localhost/", "not_public"),
        ("http://db/", "not_public"),
        ("http://metadata.google.internal/", "not_public"),
        ("http://drucker.local/", "not_public"),
        ("http://firma.de\\@127.0.0.1/", "bad_url"),
        ("http://firma.de /x", "bad_url"),
        ("http://firma.de/\r\nHost: evil", "bad_url"),
        ("http://exa\u200bmple.de/", "bad_url"),
        ("http://-firma.de/", "bad_url"),
        ("http://[::1", "bad_url"),
        ("http:///pfad", "bad_url"),
        ("http://firma.de:99999/", "bad_url"),
        ("", "bad_url"),
        ("https://" + "a" * 3000 + ".de", "bad_url"),
    ],
)  # fmt: skip
def test_addresses_that_lead_elsewhere(url: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        target(url)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("firma.de", "firma.de", "/"),
        ("https://www.Bäckerei-Müller.de/über uns".replace(" ", "-"), "www.xn--bckerei-mller-bfb28a.de",
         "/%C3%BCber-uns"),
        ("http://firma.de:80/a?b=c d".replace(" ", "+"), "firma.de", "/a?b=c+d"),
        ("https://8.8.8.8/", "8.8.8.8", "/"),
        ("https://[2606:4700::1111]/x", "2606:4700::1111", "/x"),
    ],
)  # fmt: skip
def test_addresses_of_the_open_web(url: str, host: str, path: str) -> None:
    assert (target(url).host, target(url).path) == (host, path)


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_no_inner_address_is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        assert not public(str(address))
    if isinstance(address, ipaddress.IPv4Address) and not public(str(address)):
        assert not public(f"::ffff:{address}") and not public(f"64:ff9b::{address}") and not public(f"::{address}")


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        found = target(text)
    except Refused:
        return
    assert found.host.isascii() and found.port in (80, 443)


async def test_a_page_is_read_politely_and_without_the_house_s_own_data(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with site({"/": page(HTML, Set_Cookie="id=1"), "/two": page(HTML)}) as s:
        async with Fetcher(allow=s.host).visit() as visit:
            found = await visit.page(s.url)
            await visit.page(f"{s.url}/two")
        assert "Köln" in found.html and s.asked == ["/robots.txt", "/", "/two"]
        head = s.heads[1].lower()
        assert "user-agent: salesflowbot" in head and "authorization" not in head
        assert not any("cookie" in one.lower() for one in s.heads)


@pytest.mark.parametrize("answers", [["127.0.0.1"], ["93.184.216.34", "10.0.0.7"], ["::ffff:192.168.0.1"], ["kaputt"]])
async def test_a_name_with_one_inner_address_is_refused(answers: list[str]) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        return answers

    assert await refused(Fetcher(resolve=resolve), "https://firma.de/") == "not_public"


async def test_a_name_that_changes_its_mind_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that was checked is the one connected to; every new connection is checked again."""
    told = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])
    connected: list[str] = []

    async def resolve(_host: str, _port: int) -> list[str]:
        return next(told)

    async def connect(_self: object, host: str, port: int, *_: object) -> object:
        import httpcore

        connected.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr("httpcore.AnyIOBackend.connect_tcp", connect)
    found = Fetcher(resolve=resolve)
    assert await refused(found, "http://firma.de/") == "unreachable"
    assert await refused(found, "http://firma.de/") == "not_public"
    assert connected == ["93.184.216.34"]


async def test_a_name_nobody_has() -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    assert await refused(Fetcher(resolve=resolve), "firma.de") == "unknown_host"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("http://169.254.169.254/latest/", "not_public"),
        ("http://[::ffff:127.0.0.1]/", "not_public"),
        ("http://localhost:22/", "bad_port"),
        ("file:///etc/passwd", "bad_scheme"),
        ("//127.0.0.2/x", "not_public"),
        ("/again", "too_many_redirects"),
    ],
)
async def test_redirects_are_new_addresses(place: str, reason: str) -> None:
    async with site({"/": moved(place), "/again": moved("/again")}) as s:
        assert await refused(Fetcher(allow=s.host), s.url) == reason


async def test_three_redirects_are_followed() -> None:
    async with site({"/": moved("/1"), "/1": moved("/2"), "/2": moved("/3"), "/3": page(HTML)}) as s:
        assert (await fetched(Fetcher(allow=s.host), s.url)).url == f"{s.url}/3"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (gzip.compress(b"\0" * 60_000_000, 9), "gzip"),
        (zlib.compress(b"a" * 60_000_000, 9), "deflate"),
        (gzip.compress(b"x" * 1_000_000), "gzip"),
    ],
    ids=["gzip", "deflate", "one megabyte"],
)
async def test_a_bomb_is_not_unpacked(content: bytes, encoding: str) -> None:
    async with site({"/": page(content, Content_Encoding=encoding)}) as s:
        assert await refused(Fetcher(allow=s.host), s.url) == "bomb"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(b"x" * 2_200_000), "too_large"),
        (page(b"%PDF-1.7", kind="application/pdf"), "not_a_page"),
        (page(b"\x1f\x8bkaputt", Content_Encoding="gzip"), "not_a_page"),
        (page(b"egal", Content_Encoding="br"), "not_a_page"),
        (page(gzip.compress(gzip.compress(HTML.encode())), Content_Encoding="gzip, gzip"), "not_a_page"),
        (page("weg", status="410 Gone"), "not_found"),
        (page("kaputt", status="500 Oh"), "not_there"),
        (b"das ist kein HTTP\r\n\r\n", "unreachable"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n", "unreachable"),
        (b"", "unreachable"),
    ],
)
async def test_answers_that_are_no_page(answer: bytes, reason: str) -> None:
    async with site({"/": answer}) as s:
        assert await refused(Fetcher(allow=s.host), s.url) == reason


async def test_packed_pages_and_old_letters_are_read() -> None:
    latin = "<meta charset=iso-8859-1><p>Gr\xfc\xdfe".encode("latin-1")
    bare = zlib.compressobj(wbits=-15)
    pages = {
        "/gzip": page(gzip.compress(HTML.encode()), Content_Encoding="gzip"),
        "/deflate": page(zlib.compress(HTML.encode()), Content_Encoding="deflate"),
        "/bare": page(bare.compress(HTML.encode()) + bare.flush(), Content_Encoding="deflate"),
        "/latin": page(latin, kind="text/html"),
        "/unknown": page(HTML, kind="text/html; charset=klingonisch"),
    }
    async with site(pages) as s, Fetcher(allow=s.host).visit() as visit:
        for path in pages:
            assert "Grüße" in (await visit.page(s.url + path)).html or path == "/unknown"


async def test_slow_servers_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte now and then keeps no connection alive beyond the total."""
    monkeypatch.setattr(fetcher, "TOTAL_SECONDS", 0.5)

    async def drips(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(200):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with site({"/": drips}) as s:
        assert await refused(Fetcher(allow=s.host), s.url) == "timeout"


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        ("User-agent: *\nDisallow: /intern", "/intern/x", False),
        ("User-agent: *\nDisallow: /intern", "/", True),
        ("User-agent: *\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow: /\nAllow: /ueber", "/ueber-uns", True),
        ("User-agent: SalesFlowBot\nDisallow: /\n\nUser-agent: *\nAllow: /", "/", False),
        ("User-agent: andere\nUser-agent: salesflowbot/2.0\nDisallow: /a", "/a", False),
        ("User-agent: andere\nDisallow: /", "/", True),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php", False),
        ("User-agent: *\nDisallow: /*.php$", "/a/b.php?x", True),
        ("User-agent: *\nDisallow: /*?", "/a?b", False),
        ("User-agent: *\nDisallow: ", "/", True),
        ("# nur ein Satz", "/", True),
        ("User-agent: *\nDisallow: /" + "*a" * 500 + "$", "/" + "a" * 400 + "b", True),
    ],
)
def test_robots(rules: str, path: str, may: bool) -> None:
    assert robots.allowed(robots.rules(rules, "salesflowbot"), path) is may


async def test_robots_are_obeyed() -> None:
    pages = {"/robots.txt": page("User-agent: *\nDisallow: /privat", kind="text/plain"), "/": page(HTML)}
    async with site(pages | {"/privat": page(HTML)}) as s:
        assert (await fetched(Fetcher(allow=s.host), s.url)).html == HTML
        assert await refused(Fetcher(allow=s.host), f"{s.url}/privat") == "robots"
        assert "/privat" not in s.asked
    async with site({"/robots.txt": page("kaputt", status="503 Oh"), "/": page(HTML)}) as s:
        assert await refused(Fetcher(allow=s.host), s.url) == "robots"


def test_a_local_address_only_in_the_sandbox() -> None:
    with pytest.raises(ValidationError, match="FETCH_ALLOW"):
        Settings(_env_file=None, sandbox=False, fetch_allow="127.0.0.1:9000")
    assert Settings(_env_file=None, fetch_allow="127.0.0.1:9000").fetch_allow


async def test_only_the_named_port_is_open() -> None:
    async with site({"/": page(HTML)}) as s:
        assert await refused(Fetcher(), s.url) in ("bad_port", "not_public")
        assert await refused(Fetcher(allow="127.0.0.1:1"), s.url) in ("bad_port", "not_public")
