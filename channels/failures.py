"""Every vendor's error codes as what the house does about them. PURE.

``retry``: try again later; ``permanent``: never, tell the rep; ``use_template``: the 24-hour window is closed;
``template_broken``: this template does not work, others may; ``opted_out``: the person wants no more;
``account``: our own account, key or number needs a person; ``unreachable``: nobody is at that address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Action = Literal["retry", "permanent", "use_template", "template_broken", "opted_out", "account", "unreachable"]


@dataclass(frozen=True, slots=True)
class Failure:
    """``rule`` is the name under which the reason is stored and worded (``reason-<rule>``)."""

    action: Action
    rule: str


_BUSY = Failure("retry", "provider_busy")
_AWAY = Failure("retry", "provider_unreachable")
_WINDOW = Failure("use_template", "window_closed")
_UNDELIVERABLE = Failure("permanent", "undeliverable")
_INVALID = Failure("permanent", "provider_invalid")
_MEDIA = Failure("permanent", "media_refused")
_ACCOUNT = Failure("account", "account_blocked")
_KEY = Failure("account", "account_login")
_STOPPED = Failure("opted_out", "opted_out")
_CAPPED = Failure("permanent", "marketing_capped")


def _template(rule: str) -> Failure:
    return Failure("template_broken", f"template_{rule}")


# https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
META: Mapping[str, Failure] = {
    "4": _BUSY,
    "80007": _BUSY,
    "130429": _BUSY,
    "131048": _BUSY,
    "131056": _BUSY,
    "131000": _AWAY,
    "131016": _AWAY,
    "131057": _AWAY,
    "131047": _WINDOW,
    "131026": _UNDELIVERABLE,
    "131062": _UNDELIVERABLE,
    "130472": _CAPPED,
    "131049": _CAPPED,
    "131050": _STOPPED,
    "131051": _INVALID,
    "131008": _INVALID,
    "131009": _INVALID,
    "131052": _MEDIA,
    "131053": _MEDIA,
    "132000": _template("mismatch"),
    "132001": _template("gone"),
    "132005": _template("too_long"),
    "132007": _template("rejected"),
    "132012": _template("mismatch"),
    "132015": _template("paused"),
    "132016": _template("disabled"),
    "0": _KEY,
    "3": _KEY,
    "10": _KEY,
    "190": _KEY,
    "200": _KEY,
    "368": _ACCOUNT,
    "131005": _KEY,
    "131031": _ACCOUNT,
    "131042": _ACCOUNT,
    "131045": _ACCOUNT,
}
# https://www.twilio.com/docs/api/errors
TWILIO: Mapping[str, Failure] = {
    "20003": _KEY,
    "20429": _BUSY,
    "63017": _BUSY,
    "63018": _BUSY,
    "63038": _BUSY,
    "20500": _AWAY,
    "20503": _AWAY,
    "63007": _ACCOUNT,
    "63020": _ACCOUNT,
    "63016": _WINDOW,
    "63003": _UNDELIVERABLE,
    "63024": _UNDELIVERABLE,
    "21211": _UNDELIVERABLE,
    "21614": _UNDELIVERABLE,
    "63032": _CAPPED,
    "63049": _CAPPED,
    "63050": _CAPPED,
    "21610": _STOPPED,
    "21617": _INVALID,
    "21658": _INVALID,
    "63013": _INVALID,
    "63015": _ACCOUNT,
    "63019": _MEDIA,
    "11751": _MEDIA,
    "63021": _template("mismatch"),
    "63027": _template("gone"),
    "63028": _template("mismatch"),
    "63005": _template("rejected"),
    "63040": _template("rejected"),
    "63041": _template("paused"),
    "63042": _template("disabled"),
}
# https://developers.facebook.com/docs/messenger-platform/error-codes
INSTAGRAM: Mapping[str, Failure] = {
    "4": _BUSY,
    "613": _BUSY,
    "1": _AWAY,
    "2": _AWAY,
    "10": _WINDOW,
    "100": _INVALID,
    "190": _KEY,
    "200": _UNDELIVERABLE,
    "551": _UNDELIVERABLE,
}
_CODES: Mapping[str, Mapping[str, Failure]] = {
    "cloud": META,
    "360dialog": META,
    "twilio": TWILIO,
    "instagram": INSTAGRAM,
    "email": {"address_invalid": Failure("unreachable", "address_invalid"), "bounced": Failure("permanent", "bounced")},
    "ultramsg": {"expired": Failure("permanent", "undeliverable"), "unsent": Failure("permanent", "undeliverable")},
}
UNKNOWN = Failure("permanent", "provider_refused")


def known(vendor: str, code: str | int | None) -> Failure | None:
    """What a code that stands in the vendor's list means, else None."""
    return _CODES.get(vendor, {}).get(str(code))


def of(vendor: str, code: str | int | None) -> Failure:
    """What to do about a vendor's code; a code nobody knows is permanent, so that nothing is sent twice."""
    return known(vendor, code) or UNKNOWN
