"""The sandbox contract's shapes: bodies and answers, durations, moments and addresses. PURE."""

from __future__ import annotations

import base64
import binascii
import contextlib
import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Literal

import phonenumbers
from pydantic import AfterValidator, BaseModel, Field, PlainSerializer, WithJsonSchema, model_validator

from channels.web.deps import Body
from store.types import File, Inbound

MOST_DAYS = 400
TEXT = 16_000
_SHORTEST = 8
_DURATION = re.compile(r"(?:(\d{1,6})w)?(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?", re.ASCII)
_UNITS = ("weeks", "days", "hours", "minutes", "seconds")
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)

ChannelName = Literal["telegram", "whatsapp", "email", "instagram", "web", "console"]


def duration(text: str) -> timedelta:
    """``2d4h`` -> two days and four hours (w, d, h, m, s in this order). Raises ValueError."""
    compact = "".join(text.split()).lower()
    sign = -1 if compact.startswith("-") else 1
    found = _DURATION.fullmatch(compact.lstrip("+-") if compact[:2] not in ("--", "++", "+-", "-+") else "")
    if not found or not any(found.groups()):
        raise ValueError("write a duration like 2d4h, 90m or 1w")
    return sign * timedelta(**{unit: int(n or 0) for unit, n in zip(_UNITS, found.groups(), strict=True)})


def moment(text: str) -> datetime:
    """ISO 8601 with an offset -> UTC. Raises ValueError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("write a time like 2026-03-01T09:00:00+01:00") from None
    if found.tzinfo is None:
        raise ValueError("the time needs an offset, like +01:00 or Z")
    if not _FIRST - timedelta(days=1) < found.replace(tzinfo=UTC) < _LAST:
        raise ValueError("the year must lie between 2000 and 2099")
    return found.astimezone(UTC)


def address(channel: str, text: str) -> str:
    """The provider's stable id behind what was written: a phone number becomes E.164. Raises ValueError."""
    found = text.strip()
    if not found:
        raise ValueError("the address is empty")
    return _e164(found) if channel == "whatsapp" else found


def _e164(text: str) -> str:
    """WhatsApp writes numbers with and without the plus; a single leading zero means a German number."""
    if re.search(r"[^\d+()/\s.\-]", text, re.ASCII):
        raise ValueError("this is not a phone number")
    digits = re.sub(r"\D", "", text)
    with contextlib.suppress(phonenumbers.NumberParseException):
        number = phonenumbers.parse(text if text.startswith("+") or digits.startswith("0") else "+" + digits, "DE")
        found = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        whole = phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
        if whole and len(found) > _SHORTEST:
            return found
    raise ValueError("this is not a phone number")


def _parsable(parse: Any) -> AfterValidator:
    def check(text: str) -> str:
        parse(text)
        return text

    return AfterValidator(check)


Moment = Annotated[str, Field(max_length=40, examples=["2026-03-01T09:00:00+01:00"]), _parsable(moment)]


Iso = Annotated[
    datetime,
    PlainSerializer(lambda at: at.isoformat(), return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": ["2026-03-01T08:00:00+00:00"]}),
]


class Attachment(Body):
    name: str = Field(min_length=1, max_length=255, examples=["kontakte.csv"])
    base64: str = Field(examples=["TmFtZTtUZWxlZm9uCg=="])

    @model_validator(mode="after")
    def _decodable(self) -> Attachment:
        self.file()
        return self

    def file(self) -> File:
        try:
            return File(self.name, base64.b64decode(self.base64, validate=True))
        except (binascii.Error, ValueError):
            raise ValueError("base64 cannot be decoded") from None


class InboundBody(Body):
    """Somebody writes, taps a button or sends a file; at least one of text, tap, file."""

    channel: ChannelName = Field(examples=["whatsapp"])
    sender: str = Field(alias="from", min_length=1, max_length=200, examples=["+4915112340001"])
    name: str = Field("", max_length=200, examples=["Anna Berger"])
    text: str | None = Field(None, max_length=TEXT, examples=["Klingt gut, was kostet das?"])
    tap: str | None = Field(None, min_length=1, max_length=200, examples=["c12.0"])
    file: Attachment | None = None
    own: bool = Field(False, description="The rep's own message to this person, written on the phone itself.")

    @model_validator(mode="after")
    def _complete(self) -> InboundBody:
        address(self.channel, self.sender)
        if not (self.text or "").strip() and self.tap is None and self.file is None:
            raise ValueError("at least one of text, tap and file is needed")
        return self

    def inbound(self) -> Inbound:
        """As the inbox takes it; the phone's id is not known yet."""
        return Inbound(
            channel=self.channel,
            external_id=address(self.channel, self.sender),
            provider_id="",
            text=self.text or "",
            name=self.name.strip(),
            tap=self.tap,
            files=(self.file.file(),) if self.file else (),
            signal="own" if self.own else None,
        )


class ClockBody(Body):
    """Exactly one of ``advance`` and ``to``."""

    advance: Annotated[str, Field(max_length=60, examples=["2d4h"]), _parsable(duration)] | None = None
    to: Moment | None = Field(None)

    @model_validator(mode="after")
    def _one(self) -> ClockBody:
        if (self.advance is None) == (self.to is None):
            raise ValueError("give exactly one of advance and to")
        return self

    def target(self, now: datetime) -> datetime:
        """Where the clock shall go. Raises ValueError beyond ``MOST_DAYS``."""
        distance = duration(self.advance) if self.advance is not None else moment(self.to or "") - now
        if distance > timedelta(days=MOST_DAYS):
            raise ValueError(f"at most {MOST_DAYS} days at once")
        return now + distance


class ResetBody(Body):
    demo: bool = True
    at: Moment | None = None


class FaultBody(Body):
    """The next ``times`` sends on a channel fail so; drop: surely not taken, timeout and 500: nobody knows."""

    channel: ChannelName = Field(examples=["whatsapp"])
    kind: Literal["429", "500", "timeout", "drop", 429, 500] = Field(examples=["timeout"])
    times: int = Field(1, ge=1, le=1000)


class MessageId(BaseModel):
    message_id: int = Field(description="The id on this person's phone.")


class PhoneButton(BaseModel):
    id: str
    label: str


class PhoneFile(BaseModel):
    name: str
    base64: str


class PhoneItem(BaseModel):
    """One thing a phone shows. ``message_id`` is the bot's own id, ``tap`` the button a person pressed."""

    id: int
    at: Iso
    direction: Literal["to_person", "from_person"]
    text: str
    buttons: list[PhoneButton] = []
    subject: str | None = None
    image: PhoneFile | None = None
    file: PhoneFile | None = None
    state: str
    reason: str | None = None
    message_id: int | None = None
    tap: str | None = None
    edited_at: Iso | None = None


class ClockMoved(BaseModel):
    now: Iso
    ran: dict[str, int] = Field(examples=[{"tick_enrolments": 3, "tick_reminders": 1}])


class Now(BaseModel):
    now: Iso


class Idle(BaseModel):
    idle: Literal[True] = True


class FaultSet(BaseModel):
    channel: ChannelName
    kind: str
    times: int


class PersonItem(BaseModel):
    """``owner`` is the login of a lead's owner."""

    kind: Literal["user", "lead"]
    id: int
    name: str
    role: str | None = None
    owner: str | None = None
    addresses: dict[str, str] = Field(examples=[{"whatsapp": "+4915112340001"}])


class ActItem(BaseModel):
    id: int
    at: Iso
    actor: str
    tool: str
    arguments: dict[str, Any]
    outcome: Literal["done", "parked", "asked", "denied", "failed"]
    reason: str | None = None
