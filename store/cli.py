"""Commands of ``bot.py`` that only touch the store: who may log in, and one person's data on paper."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, TypeVar

import typer

if TYPE_CHECKING:
    from store.db import Database
    from store.models import User

users = typer.Typer(no_args_is_help=True, help="Who may log in: list, add, role, password.")
Data = Annotated[Path | None, typer.Option("--data", help="Folder for the database and every other file.")]
Role = Literal["rep", "leader", "admin"]
Secret = Annotated[str, typer.Option("--password", prompt=True, hide_input=True, confirmation_prompt=True)]
SHORTEST = 8
T = TypeVar("T")


def _run(
    data: Path | None, work: Callable[[Database], Awaitable[T]], *, writes: bool = False, creates: bool = False
) -> T:
    """Opens the database, for writing only when no other process does; says in one line why it cannot."""
    from contextlib import nullcontext

    from store.db import Database
    from store.lock import exclusive
    from store.migrate import upgrade
    from store.settings import Settings

    settings = Settings(data=data) if data is not None else Settings()

    async def opened() -> T:
        db = Database(settings.url(), read_only=not writes)
        try:
            if creates:
                await upgrade(db)
            return await work(db)
        finally:
            await db.close()

    if not creates and not settings.database_url and not (settings.data / "salesflow.db").exists():
        _refuse(f"There is no database in {settings.data} yet; the first start creates it.")
    lock = exclusive(settings.data / "salesflow.lock") if writes and not settings.database_url else nullcontext()
    try:
        with lock:
            return asyncio.run(opened())
    except BlockingIOError:
        _refuse(f"Another SalesFlow process works on {settings.data}. Stop it first.")
    except LookupError as error:
        _refuse(str(error.args[0]))


def _refuse(words: str) -> NoReturn:
    typer.echo(words, err=True)
    raise typer.Exit(1)


def _hash(password: str) -> str:
    from pwdlib import PasswordHash

    if len(password) < SHORTEST:
        raise LookupError(f"A password has at least {SHORTEST} characters.")
    return PasswordHash.recommended().hash(password)


async def _changed(db: Database, login: str, **values: str) -> None:
    from store.queries import people

    async with db.write() as work:
        user = await people.user_by_login(work.scope(), login)
        if user is None:
            raise LookupError(f"Nobody here is called {login}.")
        for name, value in values.items():
            setattr(user, name, value)


@users.command("list")
def list_users(data: Data = None) -> None:
    """Login, name, role and team of everybody."""

    async def work(db: Database) -> list[tuple[User, str]]:
        from store.queries import people

        async with db.read() as scope:
            found = await people.users(scope)
            teams = {user.team_id: await people.team(scope, user.team_id) for user in found}
        return [(user, team.name if (team := teams[user.team_id]) else "") for user in found]

    for user, team in _run(data, work):
        typer.echo(f"{user.login}\t{user.name}\t{user.role}\t{team}")


@users.command("add")
def add_user(
    login: str,
    password: Secret,
    name: Annotated[str, typer.Option("--name", help="As leads read it.")] = "",
    role: Annotated[Role, typer.Option("--role")] = "rep",
    team: Annotated[str, typer.Option("--team", help="An existing team, or a new one.")] = "",
    data: Data = None,
) -> None:
    """Adds somebody who may log in, and shows the code that connects their Telegram or WhatsApp."""

    async def work(db: Database) -> str:
        from datetime import UTC, datetime

        from sqlalchemy import select

        from store.models import Team, User
        from store.queries import codes, people
        from store.settings import Settings

        async with db.write() as unit:
            if await people.login_taken(unit.scope(), login):
                raise LookupError(f"{login} exists already.")
            teams = (await unit.session.scalars(select(Team).order_by(Team.id))).all()
            home = next((one for one in teams if one.name == team), None)
            if home is None and not team and len(teams) == 1:
                home = teams[0]
            if home is None and not team:
                raise LookupError("Which team? Name one with --team.")
            if home is None:
                home = Team(name=team)
                unit.session.add(home)
                await unit.session.flush()
            person = User(team_id=home.id, login=login, name=name or login.title(), role=role)
            person.password_hash = _hash(password)
            unit.session.add(person)
            await unit.session.flush()
            secret = (Settings(data=data) if data is not None else Settings()).secret()
            return await codes.give_pair(unit.scope(), secret, person, datetime.now(UTC))

    code = _run(data, work, writes=True, creates=True)
    typer.echo(f"{login} may log in as {role}.")
    typer.echo(f"Start SalesFlow and send {code} to its Telegram or WhatsApp within ten minutes to connect yours.")


@users.command("role")
def set_role(login: str, role: Role, data: Data = None) -> None:
    """Changes what somebody may do; it holds from their next call on."""
    _run(data, lambda db: _changed(db, login, role=role), writes=True)
    typer.echo(f"{login} is {role} now.")


@users.command("password")
def set_password(login: str, password: Secret, data: Data = None) -> None:
    """Gives somebody a new password."""

    async def work(db: Database) -> None:
        await _changed(db, login, password_hash=_hash(password))

    _run(data, work, writes=True)
    typer.echo(f"{login} has a new password.")


def export(
    lead: Annotated[str, typer.Argument(help="Id, phone, e-mail address or whole name.")],
    out: Annotated[Path | None, typer.Option("--out", help="A file instead of the screen.")] = None,
    data: Data = None,
) -> None:
    """Prints everything stored about one lead as JSON, for a request under GDPR; also beside a running process."""

    async def work(db: Database) -> str:
        from store.queries import exporting

        async with db.read() as scope:
            found = await exporting.sought(scope, lead.strip())
            if len(found) != 1:
                known = "; ".join(f"{row.id}: {row.name} {row.phone or row.email or ''}".strip() for row in found)
                raise LookupError(f"Which one? {known}" if found else f"No lead is called {lead}.")
            rows = await exporting.everything_of(scope, found[0].id)
        return json.dumps(rows, ensure_ascii=False, indent=2, default=str)

    text = _run(data, work)
    if out is None:
        typer.echo(text)
    else:
        out.write_text(text + "\n", encoding="utf-8")
        out.chmod(0o600)
        typer.echo(f"Written to {out}.")
