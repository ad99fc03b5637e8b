"""Facts a site states for machines: schema.org organisations in JSON-LD. PURE."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tools.company.model import CompanyFact
from tools.company.pages import Read, one_line

_MOST_NODES = 3000
_ORGANISATION = re.compile(
    r"(?:Organization|Business|Corporation|Store|Restaurant|Hotel|Service|Dealer|Agency|Agent|Contractor|Salon|Spa|Clinic|Dentist"
    r"|Physician|Attorney|Notary|Bakery|Cafe|CafeOrCoffeeShop|Electrician|Plumber|Locksmith|Company|ExerciseGym)$"
)


def facts(page: Read) -> Iterator[CompanyFact]:
    """Every fact of the organisations the page describes."""
    for text in page.data:
        for node in _nodes(text):
            if any(_ORGANISATION.search(kind) for kind in _kinds(node)):
                yield from _of(node, page.url)


def _nodes(text: str) -> Iterator[Mapping[str, Any]]:
    """Every object of a JSON text, outer ones first; nothing of a broken or bottomless one."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, Mapping):
            yield node
            waiting += [value for value in node.values() if isinstance(value, (list, Mapping))]


def _kinds(node: Mapping[str, Any]) -> list[str]:
    kind = node.get("@type")
    return [str(one) for one in (kind if isinstance(kind, list) else [kind]) if one]


def _of(node: Mapping[str, Any], url: str) -> Iterator[CompanyFact]:
    for field, kind in (
        ("legalName", "name"),
        ("name", "name"),
        ("description", "description"),
        ("industry", "industry"),
    ):
        if value := _said(node.get(field)):
            yield CompanyFact(kind, value, url)
    for value in _each(node.get("telephone")):
        yield CompanyFact("phone", value, url)
    for value in _each(node.get("email")):
        yield CompanyFact("email", value.removeprefix("mailto:"), url)
    if employees := _count(node.get("numberOfEmployees")):
        yield CompanyFact("employees", employees, url)
    if address := _address(node.get("address")):
        yield CompanyFact("address", address, url)
    for field in ("founder", "founders", "employee", "employees", "contactPoint"):
        for person in node[field] if isinstance(node.get(field), list) else [node.get(field)]:
            if isinstance(person, Mapping) and (name := _said(person.get("name"))) and "Person" in _kinds(person):
                yield CompanyFact("person", name, url, _said(person.get("jobTitle")) or "")


def _said(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return one_line(str(value), 300) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _each(value: Any) -> list[str]:
    return [said for one in (value if isinstance(value, list) else [value])[:5] if (said := _said(one))]


def _count(value: Any) -> str:
    if isinstance(value, Mapping):
        low, high = _said(value.get("minValue")), _said(value.get("maxValue"))
        value = f"{low}-{high}" if low and high else value.get("value") or low or high
    said = _said(value)
    return said if re.fullmatch(r"\d{1,7}(?:\s*[-–]\s*\d{1,7})?\+?", said) else ""


def _address(value: Any) -> str:
    value = value[0] if isinstance(value, list) and value else value
    if not isinstance(value, Mapping):
        return _said(value)
    town = " ".join(filter(None, (_said(value.get("postalCode")), _said(value.get("addressLocality")))))
    street = _said(value.get("streetAddress"))
    return ", ".join(filter(None, (street, town))) if town else ""
