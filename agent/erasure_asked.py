"""Somebody asks to be erased (Art. 17 GDPR): her rep gets a button that shows what would go. PURE."""

from __future__ import annotations

import re

from store.types import Option, Say

_DELETES = re.compile(r"\b(?:lösch|loesch|entfern|delet|eras|remov|wipe)\w*", re.IGNORECASE)
_HER_DATA = re.compile(
    r"\b(?:\w*daten|data|alles|everything|informationen|information|details|dsgvo|gdpr|art\.?\s*17)\b", re.IGNORECASE
)


def options(lead_id: int, text: str) -> tuple[Option, ...]:
    """The button, when her words name deleting and what is known of her; a tap decides, so little is needed."""
    asked = _DELETES.search(text) and _HER_DATA.search(text)
    return (Option(Say("button-forget-asked"), "forget_lead", {"lead": str(lead_id)}),) if asked else ()
