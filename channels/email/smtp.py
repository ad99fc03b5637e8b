"""One mail over SMTP: what is known not to have been taken may be tried again, what nobody knows never is."""

from __future__ import annotations

import re
import ssl
from email.message import EmailMessage

import aiosmtplib
from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPConnectError,
    SMTPException,
    SMTPNotSupported,
    SMTPResponseException,
)

from channels.base import NotSent, Refused, Unclear
from channels.email.oauth import Keys
from store.settings import Settings

_TIMEOUT = 10.0
_LOGIN_PAUSE = 300.0
_GREYLISTED = 60.0
_NOBODY = re.compile(
    r"\b5\.1\.[0-9]|user unknown|unknown user|no such|does(?: not|n't) exist|not found|unbekannt", re.I
)


async def deliver(settings: Settings, keys: Keys | None, recipient: str, mail: EmailMessage) -> None:
    """Returns when the server has taken the mail. Raises NotSent, Refused or Unclear."""
    client = await _connected(settings, keys)
    try:
        await _envelope(client, settings.mail_from, recipient)
        await _data(client, mail)
    finally:
        client.close()


async def check(settings: Settings, keys: Keys | None) -> None:
    """Connects and logs in, sends nothing. Raises NotSent."""
    (await _connected(settings, keys)).close()


def tls(settings: Settings) -> ssl.SSLContext:
    """Verifies the server; MAIL_CA_FILE names who may vouch for it besides the system's list."""
    context = ssl.create_default_context()
    if settings.mail_ca_file:
        context.load_verify_locations(settings.mail_ca_file)
    return context


async def _connected(settings: Settings, keys: Keys | None) -> aiosmtplib.SMTP:
    """Connected, encrypted as wanted, logged in. Raises NotSent."""
    if keys is not None:
        await keys.key()  # before anybody is kept waiting for it
    security = settings.smtp_security
    client = aiosmtplib.SMTP(
        hostname=settings.smtp_host,
        port=settings.smtp_port or {"ssl": 465, "starttls": 587, "none": 25}[security],
        use_tls=security == "ssl",
        start_tls=security == "starttls",
        tls_context=tls(settings) if security != "none" else None,
        timeout=_TIMEOUT,
    )
    try:
        await client.connect()
        await _log_in(client, settings, keys)
    except NotSent:
        client.close()
        raise
    except (SMTPAuthenticationError, SMTPNotSupported, ssl.SSLError) as error:
        client.close()
        raise NotSent("account_login", _LOGIN_PAUSE) from error
    except (SMTPConnectError, SMTPException, OSError, ValueError) as error:
        client.close()
        raise NotSent("provider_unreachable") from error
    return client


async def _log_in(client: aiosmtplib.SMTP, settings: Settings, keys: Keys | None) -> None:
    user, password = settings.smtp_user or settings.mail_from, settings.smtp_password.get_secret_value()
    if keys is None:
        if password:
            await client.login(user, password)
        return
    try:
        await client.auth_xoauth2(user, await keys.key())
    except SMTPAuthenticationError:
        await client.auth_xoauth2(user, await keys.key(fresh=True))


async def _envelope(client: aiosmtplib.SMTP, sender: str, recipient: str) -> None:
    """Before the body nothing has been taken, whatever goes wrong."""
    try:
        await client.mail(sender)
        await client.rcpt(recipient)
    except SMTPResponseException as error:
        raise _told(error) from error
    except (SMTPException, OSError) as error:
        raise NotSent("provider_unreachable") from error


async def _data(client: aiosmtplib.SMTP, mail: EmailMessage) -> None:
    """An answer counts; silence after the body leaves everything open."""
    try:
        await client.data(mail.as_bytes())
    except SMTPResponseException as error:
        raise _told(error) from error
    except (SMTPException, OSError) as error:
        raise Unclear(type(error).__name__) from error


def _told(error: SMTPResponseException) -> NotSent | Refused:
    """4xx: later; 5xx: never (RFC 5321, 4.2.1)."""
    if error.code < 500:
        return NotSent("provider_busy", _GREYLISTED)
    return Refused("address_invalid" if _NOBODY.search(error.message) else "provider_refused")
