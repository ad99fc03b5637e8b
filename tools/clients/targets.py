"""Which web addresses may be fetched, and which IP addresses are public. PURE (SAFETY wall 10)."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import idna

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
# Names that never lead out into the world.
_INNER = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion", "test", "invalid")
# What Python's ``is_global`` lets pass, or lets pass in some versions, although nobody's public page is there.
_REFUSED = tuple(
    ipaddress.ip_network(net)
    for net in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "240.0.0.0/4",
        "::/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)


class Refused(Exception):
    """An address nobody may fetch, or a page that could not be had; ``reason`` is a machine name with words."""

    def __init__(self, reason: str, url: str = "") -> None:
        super().__init__(f"{reason} {url}".strip())
        self.reason = reason
        self.url = url


@dataclass(frozen=True, slots=True)
class Target:
    """One web address taken apart. ``host`` is ASCII without brackets; ``path`` starts with / and holds the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        return self.origin + self.path


def target(url: str, allow: str = "") -> Target:
    """The address of a page, checked. A bare "firma.de/team" gets https.

    ``allow`` is one "host:port" for tests. Raises Refused: bad_url, bad_scheme, user_info, bad_port, not_public.
    """
    text = url.strip()
    if "://" not in text:
        text = f"https://{text}"
    if len(text) > _LONGEST or any(c.isspace() or not c.isprintable() or c == "\\" for c in text):
        raise Refused("bad_url", url[:200])
    try:
        parts = urlsplit(text)
        given_port = parts.port
    except ValueError:
        raise Refused("bad_url", url[:200]) from None
    if parts.scheme not in _PORTS:
        raise Refused("bad_scheme", url[:200])
    if "@" in parts.netloc:
        raise Refused("user_info", url[:200])
    host = _host(parts.hostname or "", url)
    port = given_port if given_port is not None else _PORTS[parts.scheme]
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    )
    if allow and f"{host}:{port}" == allow:
        return Target(parts.scheme, host, port, path)
    if port != _PORTS[parts.scheme]:
        raise Refused("bad_port", url[:200])
    if _inner(host):
        raise Refused("not_public", url[:200])
    return Target(parts.scheme, host, port, path)


def _host(host: str, url: str) -> str:
    """A host name in ASCII or an IP address in its one plain form; "0x7f.1" and "2130706433" are neither."""
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host))
        except ValueError:
            raise Refused("bad_url", url[:200]) from None
    try:
        name = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise Refused("bad_url", url[:200]) from None
    name = name.lower().removesuffix(".")
    labels = name.split(".")
    if not name or len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise Refused("bad_url", url[:200])
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):  # a number at the end: an IPv4 address or a disguised one
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise Refused("not_public", url[:200]) from None
    return name


def _inner(host: str) -> bool:
    try:
        return not public(host)
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in _INNER


def public(address: str) -> bool:
    """Whether an IP address is one of the open internet; what hides an IPv4 address inside IPv6 is not.

    Raises ValueError for what is no address.
    """
    if "%" in address:
        return False
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    if not found.is_global or found.is_multicast or found.is_reserved or found.is_unspecified:
        return False
    return not any(found.version == net.version and found in net for net in _REFUSED)
