"""Every row of the channel facts (CHANNELS 1.1 to 1.7) has a test named after it: ``test_<vendor>_<row>…``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ROWS = {
    "cloud": """send answer read_and_typing inbound inbound_types edited_and_deleted statuses handshake signature
        retries duplicates text_limit interactive window error_body codes which_to_retry throughput media
        marketing_opt_out bsuid""",
    "360dialog": "send inbound verification retries errors sizing",
    "twilio": """send statuses length inbound reply signature trap timeouts_and_retries idempotency window buttons rates
        opt_out typing""",
    "ultramsg": "send answer inbound content_type switches statuses security interactive window",
    "telegram": "api polling webhook ptb limits rates callbacks edits voice streaming",
    "instagram": "send window quick_replies text_limit media inbound handshake signature echo",
    "email": "outbound threads machine_mail unsubscribe machines_are_never_answered quoted duplicates uids 4xx_and_5xx",
}


def _names() -> set[str]:
    paths = (*TESTS.glob("contract/test_*.py"), *TESTS.glob("flows/test_*.py"), *TESTS.glob("unit/test_*.py"))
    return {
        name for path in paths for name in re.findall(r"^ *(?:async )?def (test_\w+)", path.read_text("utf-8"), re.M)
    }


NAMES = _names()


@pytest.mark.parametrize("vendor", ROWS)
def test_every_row_has_a_test_named_after_it(vendor: str) -> None:
    missing = [row for row in ROWS[vendor].split() if not any(n.startswith(f"test_{vendor}_{row}") for n in NAMES)]
    assert missing == []
