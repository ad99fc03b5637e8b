"""Strict JSON: what is refused, what stays, and that nothing but NotStrict ever comes out."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.strict_json import DEPTH, NotStrict, loads

REFUSED = {
    "nan": b'{"a": NaN}',
    "infinity": b"[Infinity]",
    "minus infinity": b'{"a": {"b": -Infinity}}',
    "overflow": b'{"a": 1e999}',
    "negative overflow": b"[-1e400]",
    "nul escape": b'{"a": "x\\u0000y"}',
    "nul in a key": b'{"\\u0000": 1}',
    "nul nested": b'{"a": [["\\u0000"]]}',
    "raw nul": b'{"a": "\x00"}',
    "high surrogate": b'{"a": "\\ud83d"}',
    "low surrogate": b'["\\ude00"]',
    "swapped pair": b'["\\ude00\\ud83d"]',
    "surrogate key": b'{"\\ud800": 1}',
    "raw surrogate bytes": b'["\xed\xa0\x80"]',
    "same key twice": b'{"a": 1, "a": 1}',
    "same key in other spelling": b'{"a": 1, "\\u0061": 2}',
    "same key deep": b'[{"b": {"a": 1, "c": 2, "a": 3}}]',
    "latin-1": '{"a": "ü"}'.encode("latin-1"),
    "utf-16": '{"a": 1}'.encode("utf-16"),
    "utf-32": '{"a": 1}'.encode("utf-32-le"),
    "byte order mark": b"\xef\xbb\xbf{}",
    "trailing comma": b"[1,]",
    "single quotes": b"{'a': 1}",
    "comment": b"[1] // x",
    "two values": b"{} {}",
    "empty": b"",
    "blank": b"  ",
    "leading zero": b"[01]",
    "hex": b"[0x1]",
    "raw newline in a string": b'["a\nb"]',
    "unfinished": b'{"a": ',
    "digits": b"[" + b"9" * 5000 + b"]",
    "deep arrays": b"[" * (DEPTH + 1) + b"]" * (DEPTH + 1),
    "deep objects": b'{"a":' * (DEPTH + 1) + b"1" + b"}" * (DEPTH + 1),
    "very deep": b"[" * 200_000,
    "very deep and closed": b"[" * 100_000 + b"]" * 100_000,
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED.keys())
def test_refused(body: bytes) -> None:
    with pytest.raises(NotStrict) as caught:
        loads(body)
    assert 5 < len(str(caught.value)) < 120


ACCEPTED = {
    "object": (b'{"a": [1, 2.5, true, null, "x"]}', {"a": [1, 2.5, True, None, "x"]}),
    "emoji raw": ('["😀"]'.encode(), ["😀"]),
    "emoji escaped pair": (b'["\\ud83d\\ude00"]', ["😀"]),
    "umlauts": ('{"ü": "ß"}'.encode(), {"ü": "ß"}),
    "scalar": (b"3", 3),
    "tiny": (b"1e-999", 0.0),
    "big integer": (b"[12345678901234567890123]", [12345678901234567890123]),
    "spaces": (b" \n {} \t ", {}),
    "same key in two objects": (b'[{"a": 1}, {"a": 1}]', [{"a": 1}, {"a": 1}]),
    "backslash u0000 as text": (b'["\\\\u0000"]', ["\\u0000"]),
    "deepest": (b"[" * DEPTH + b"]" * DEPTH, None),
    "brackets in a string": (b'["' + b"[" * 500 + b'"]', ["[" * 500]),
    "wide": (json.dumps([[]] * 5000).encode(), [[]] * 5000),
}


@pytest.mark.parametrize(("body", "value"), ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepted(body: bytes, value: object) -> None:
    found = loads(body)
    if value is not None:
        assert found == value


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(_VALUES, st.booleans())
def test_what_json_writes_comes_back(value: object, ascii_only: bool) -> None:
    assert loads(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@given(st.binary(max_size=60) | st.text('[]{}",:0123456789eE+-.\\unNaItfr \ud800', max_size=60).map(_encoded))
@example(b'{"a":"\\ud800\\udc00"}')
def test_nothing_else_gets_out(body: bytes) -> None:
    try:
        value = loads(body)
    except NotStrict:
        return
    again = json.dumps(value, allow_nan=False, ensure_ascii=False).encode("utf-8")
    assert json.loads(again) == value
    assert not (isinstance(value, float) and not math.isfinite(value))
