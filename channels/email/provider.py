"""The e-mail adapter: any mailbox, SMTP out, IMAP in. A mail never acts as one of ours: it is a lead's or nobody's."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime
from typing import Any

import structlog

from channels.base import Capabilities, Event, Intake, NotSent, Odd, Provider, Refused, Sent
from channels.email import arriving, imap, oauth, reading, smtp, writing
from channels.email.writing import Sender
from store.settings import Settings
from store.types import Outgoing

log = structlog.get_logger()
_PAUSES = (1.0, 5.0, 15.0, 60.0, 300.0)
_SMTP_HELP = {
    "account_login": "SMTP refuses the login: check SMTP_USER and SMTP_PASSWORD (app password?) and SMTP_SECURITY",
    "provider_unreachable": "SMTP does not answer: check SMTP_HOST, SMTP_PORT and SMTP_SECURITY",
}

_OAUTH_HELP = {
    "account_login": "the mailbox's permission is not accepted: run bot.py mailbox again; check MAIL_CLIENT_ID",
}


class EmailProvider(Provider):
    """One mailbox. Without IMAP settings it only sends, without SMTP settings it only reads."""

    name = "email"
    channel = "email"
    capabilities = Capabilities(
        limit=100_000, buttons=0, edit=False, window=False, doubt="echo", files=20 * 2**20, per_second=2.0
    )

    def __init__(self, settings: Settings) -> None:
        if not writing.ADDRESS.fullmatch(settings.mail_from):
            raise ValueError("MAIL_FROM must be the mailbox's address")
        self._settings = settings
        self.address = settings.mail_from.lower()
        self.accounts = (self.address,)
        self.sends = bool(settings.smtp_host)
        self._sender = Sender(
            settings.mail_from, settings.mail_name or settings.mail_from, settings.secret(), settings.public_base_url
        )
        self._keys = oauth.keys(settings)
        self._listening: asyncio.Task[None] | None = None

    async def send(self, message: Outgoing, at: datetime) -> Sent:
        try:
            mail = writing.compose(message, self._sender, at)
            to = writing.recipient(message.to)
        except ValueError:
            raise Refused("address_invalid") from None
        await smtp.deliver(self._settings, self._keys, to, mail)
        return Sent(str(mail["Message-ID"]))

    async def check(self) -> str | None:
        if self._keys is not None and not oauth.granted(self._settings):
            return "nobody has agreed yet that this program may use the mailbox: run bot.py mailbox"
        if not self.sends and not self._settings.imap_host:
            return "MAIL_FROM is set, but neither SMTP_HOST nor IMAP_HOST"
        try:
            if self.sends:
                await smtp.check(self._settings, self._keys)
            if self._settings.imap_host:
                await imap.check(self._settings, self._keys)
        except NotSent as error:
            return (_OAUTH_HELP if self._keys is not None else {}).get(error.reason) or _SMTP_HELP[error.reason]
        except imap.MailboxError:
            return "IMAP refuses the login or the folder: check IMAP_USER, IMAP_PASSWORD (app password?), IMAP_FOLDER"
        except imap.TROUBLE:
            return "IMAP does not answer: check IMAP_HOST, IMAP_PORT and IMAP_SECURITY"
        return None

    def read(self, raw: bytes, key: str, now: datetime) -> list[Event]:
        """What one mail means; ``key`` names it where it brings no Message-ID. One that cannot be read is set aside."""
        try:
            return arriving.events(reading.read(raw), self._sender, key, now)
        except Exception as error:  # no stranger's mail may keep the ones behind it from being read
            return [Odd(f"unreadable mail ({type(error).__name__})", raw)]

    async def start(self, intake: Intake) -> None:
        if self._settings.imap_host:
            self._listening = asyncio.create_task(self._listen(intake))

    async def close(self) -> None:
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def _listen(self, intake: Intake) -> None:
        """Follows the mailbox for ever; a server that is away is waited for."""
        failures = 0
        place_name = f"imap:{self.address}:{self._settings.imap_folder}"

        async def take(raw: bytes, key: str) -> None:
            nonlocal failures
            events = await asyncio.to_thread(self.read, raw, key, datetime.now(UTC))
            await intake.take(self.name, self.channel, events)
            failures = 0

        async def keep(place: imap.Place) -> None:
            await intake.remember(place_name, {"validity": place.validity, "uid": place.uid})

        while True:
            mailbox = imap.Mailbox(self._settings, self._keys)
            try:
                await mailbox.follow(_place(await intake.recall(place_name)), take, keep)
            except Exception as error:
                log.warning("mailbox_unready", error=type(error).__name__)
            finally:
                with contextlib.suppress(Exception):
                    await mailbox.close()
            await asyncio.sleep(_PAUSES[min(failures, len(_PAUSES) - 1)])
            failures += 1


def _place(kept: dict[str, Any] | None) -> imap.Place | None:
    return imap.Place(int(kept["validity"]), int(kept["uid"])) if kept else None


def provider(settings: Settings) -> EmailProvider:
    return EmailProvider(settings)
