"""A real SMTP server (aiosmtpd) and a real IMAP server (Debian's Dovecot) on loopback, in folders of their own."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import grp
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

PASSWORD = "geheim-1"
OWN = "verkauf@firma.example"
_NOBODY = 65534


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass
class Arrived:
    """One mail as the server took it."""

    sender: str
    recipients: list[str]
    mail: EmailMessage
    raw: bytes

    @property
    def text(self) -> str:
        return str(self.mail.get_content()).replace("\r\n", "\n").strip()

    @property
    def said(self) -> str:
        """The text of a mail with files, too."""
        body = self.mail.get_body(("plain",))
        return str(body.get_content()).replace("\r\n", "\n").strip() if body is not None else ""


@dataclass
class Smtp:
    """``answers`` are scripted replies by command (MAIL, RCPT, DATA), the next one first."""

    port: int = 0
    arrived: list[Arrived] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    silent: float = 0.0

    def _next(self, command: str) -> str | None:
        waiting = self.answers.get(command)
        return waiting.pop(0) if waiting else None

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        answer = self._next("MAIL")
        if answer is None:
            envelope.mail_from = address
        return answer or "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        answer = self._next("RCPT")
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = self._next("DATA")
        if answer is not None and not answer.startswith("250"):
            return answer
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.arrived.append(Arrived(envelope.mail_from, list(envelope.rcpt_tos), mail, envelope.content))
        if self.silent:
            await asyncio.sleep(self.silent)
        return answer or "250 OK queued"


def _auth(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    fits = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
    return AuthResult(success=fits, handled=False)


@contextlib.contextmanager
def smtp(xoauth2: Any = None, **options: Any) -> Iterator[Smtp]:
    """``xoauth2(handler, server, args)`` answers that mechanism, which the library does not know by itself."""
    kind = type("Smtp", (Smtp,), {"auth_XOAUTH2": xoauth2}) if xoauth2 is not None else Smtp
    handler = kind(free_port())
    controller = Controller(handler, hostname="127.0.0.1", port=handler.port, authenticator=_auth, **options)
    controller.start()
    try:
        yield handler
    finally:
        controller.stop()


_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 0
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:{folder}/mail/%u
{passdb}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


_PASSWORD = f"""
passdb {{
  driver = static
  args = password={PASSWORD}
}}
"""
_KEYS = """
auth_mechanisms = plain login xoauth2
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
"""


@dataclass
class Imap:
    """One mailbox; ``put`` delivers a mail into it as a mail server would."""

    port: int
    folder: Path
    count: int = 0

    @property
    def maildir(self) -> Path:
        return self.folder / "mail" / OWN

    def put(self, raw: bytes) -> None:
        self.count += 1
        name = f"{int(time.time())}.{self.count}.{os.getpid()}"
        for part in ("tmp", "new", "cur"):
            (self.maildir / part).mkdir(parents=True, exist_ok=True)
        (self.maildir / "tmp" / name).write_bytes(raw)
        if os.getuid() == 0:
            for path in (self.maildir.parent, self.maildir, *self.maildir.rglob("*")):
                os.chown(path, _NOBODY, _NOBODY)
        (self.maildir / "tmp" / name).rename(self.maildir / "new" / name)

    def seen(self) -> list[str]:
        """Names of mails that somebody marked as read."""
        return [path.name for path in (self.maildir / "cur").glob("*") if "S" in path.name.rpartition(",")[2]]

    def renumber(self) -> None:
        """The server loses its index: every mail gets another UID under another validity."""
        for path in self.maildir.glob("dovecot*"):
            path.unlink()


@contextlib.contextmanager
def dovecot(info: str = "") -> Iterator[Imap]:
    """``info``: where keys are looked up, which then take the place of the password (XOAUTH2).

    Skips where Dovecot is not installed or may not run. Mailboxes of root do not exist: there it serves nobody's."""
    program = shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else None)
    if program is None:
        pytest.skip("Dovecot is not installed")
    folder = Path(tempfile.mkdtemp(prefix="imap-"))
    folder.chmod(0o755)
    me, group = getpass.getuser(), grp.getgrgid(os.getgid()).gr_name
    root = os.getuid() == 0
    found = Imap(free_port(), folder)
    for name in ("mail", "home"):
        (folder / name).mkdir()
        if root:
            os.chown(folder / name, _NOBODY, _NOBODY)
    config = folder / "dovecot.conf"
    config.write_text(
        _CONFIG.format(
            folder=folder,
            internal="dovecot" if root else me,
            login="dovenull" if root else me,
            group="dovecot" if root else group,
            uid=_NOBODY if root else os.getuid(),
            gid=_NOBODY if root else os.getgid(),
            port=found.port,
            passdb=_KEYS.format(folder=folder) if info else _PASSWORD,
        )
    )
    (folder / "oauth2.conf").write_text(f"tokeninfo_url = {info}\nusername_attribute = email\n")
    process = subprocess.Popen([program, "-F", "-c", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        if not _answers(found.port, process):
            log = (folder / "log").read_text()[-300:] if (folder / "log").exists() else ""
            pytest.skip(f"Dovecot does not start here: {log}")
        yield found
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    for _ in range(100):
        if process.poll() is not None:
            return False
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2) as line:
            line.settimeout(1)
            return line.recv(4) == b"* OK"
        time.sleep(0.05)
    return False


def mail(text: str, **headers: str) -> bytes:
    """A plain mail from Ida to us; headers by name with ``_`` for ``-``."""
    found = EmailMessage(policy=policy.SMTP)
    given = {
        "From": "Ida Lang <ida@lang.example>",
        "To": OWN,
        "Subject": "Frage",
        "Message-ID": "<m1@lang.example>",
        "Date": "Wed, 25 Nov 2026 10:30:00 +0100",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    for name, value in given.items():
        if value:
            found[name] = value
    found.set_content(text)
    return found.as_bytes()


@contextlib.asynccontextmanager
async def until(found: Any, seconds: float = 15.0) -> AsyncIterator[Any]:
    async with asyncio.timeout(seconds):
        while not (answer := await found()):  # noqa: ASYNC110 - anything may be waited for
            await asyncio.sleep(0.02)
    yield answer
