"""The command line: every command builds the house anew (``agent.house``). Importing it does nothing."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from agent.house import Parts, build, opened
from channels.email import cli as mail
from store import cli
from tools import cli as play

if TYPE_CHECKING:
    from store.settings import Settings

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="SalesFlow: a sales colleague in your messenger.",
)
app.add_typer(cli.users, name="user")
app.command()(cli.export)
app.command()(play.simulate)
app.command()(mail.mailbox)
Data = cli.Data
LABELLED = Path(__file__).parent / "tests" / "unit" / "data" / "lead_messages.yaml"
PORT_FILE = "port"  # where a running process is reached, for a chat that joins it


def _settings(data: Path | None = None, port: int | None = None) -> Settings:
    from store.settings import Settings

    given: dict[str, Any] = {}
    if data is not None:
        given["data"] = data
    if port is not None:
        given["port"] = port
    return Settings(**given)


@app.command()
def run(
    data: Data = None,
    port: Annotated[int | None, typer.Option("--port", help="Port of the web side.", min=1, max=65535)] = None,
    chat: Annotated[bool, typer.Option("--chat/--no-chat", help="Open a chat here when on a terminal.")] = True,
) -> None:
    """Starts everything in one process; on a terminal a chat opens right here."""
    from store import logs

    settings = _settings(data, port)
    logs.configure(settings.log_level)
    interactive = chat and sys.stdin.isatty() and sys.stdout.isatty()
    _guarded(settings, lambda: _serve(settings, interactive))


async def _serve(settings: Settings, interactive: bool) -> None:
    gc.disable()  # nothing of what is loaded now is garbage: looking for it is a tenth of the start
    import uvicorn

    from channels.console import InProcess, chat
    from channels.web.app import create_app

    async with opened(settings) as parts:
        (settings.data / PORT_FILE).write_text(str(settings.port), encoding="ascii")
        web = create_app(parts, pages=True)
        async with web.state.site.running():
            config = uvicorn.Config(
                web,
                host="127.0.0.1" if settings.sandbox else settings.host,
                port=settings.port,
                log_level="warning",
                lifespan="off",
                timeout_keep_alive=75,  # above what proxies keep: else they post into a line that is just closing
            )
            server = uvicorn.Server(config)
            await parts.warm_up()
            gc.enable()
            typer.echo(f"SalesFlow: http://localhost:{settings.port}", err=not interactive)
            if not interactive:
                await server.serve()
                return
            serving = asyncio.create_task(server.serve())
            try:
                await chat(InProcess(parts, "max"), interactive=True)
            finally:
                server.should_exit = True
                await serving


@app.command()
def chat(
    data: Data = None,
    person: Annotated[str, typer.Option("--as", help="Who you are: max, lena, sofia, admin in the demo.")] = "max",
    port: Annotated[int | None, typer.Option("--port", help="Port of a process that already runs.")] = None,
) -> None:
    """Talks in the terminal or from a pipe; joins a running process on the same data, else runs alone."""
    from store import logs
    from store.lock import taken

    settings = _settings(data, port)
    logs.configure(settings.log_level)
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    if taken(settings.data / "salesflow.lock"):
        with contextlib.suppress(OSError, ValueError):
            found = int((settings.data / PORT_FILE).read_text(encoding="ascii"))
            settings = settings if port else settings.model_copy(update={"port": found})
        _guarded(settings, lambda: _chat_over_http(settings, person, interactive))
    else:
        _guarded(settings, lambda: _chat_here(settings, person, interactive))


async def _chat_here(settings: Settings, person: str, interactive: bool) -> None:
    gc.disable()
    from channels.console import InProcess, chat
    from store.queries import people

    async with opened(settings) as parts:
        async with parts.db.read() as scope:
            if await people.user_by_login(scope, person) is None:
                raise LookupError(f"Nobody here is called {person}. In the demo: max, lena, sofia, admin.")
        gc.enable()
        await chat(InProcess(parts, person), interactive=interactive)
        await _let_go(parts)


async def _let_go(parts: Parts) -> None:
    """Alone in its process, a chat that ends waits the seconds until what can still be undone has left."""
    from store.queries import leaving

    for _ in range(parts.settings.hold_seconds * 10 + 20):
        async with parts.db.read() as scope:
            held = await leaving.held_until(scope, parts.clock.now() + timedelta(seconds=parts.settings.hold_seconds))
        if not held:
            break
        await asyncio.sleep(0.1)
    await parts.drive.idle(5)


async def _chat_over_http(settings: Settings, person: str, interactive: bool) -> None:
    from channels.console import OverHttp, chat

    async with OverHttp(f"http://127.0.0.1:{settings.port}", person) as link:
        await link.check()
        if await chat(link, interactive=interactive):
            raise LookupError("The running process does not answer.")


def _guarded(settings: Settings, work: Any) -> None:
    """Runs it; says in one line who must do what when it cannot start."""
    try:
        asyncio.run(work())
    except BlockingIOError:
        typer.echo(f"Another SalesFlow process already works on {settings.data}. Stop it or use --data.", err=True)
        raise typer.Exit(1) from None
    except LookupError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


@app.command()
def migrate(
    data: Data = None,
) -> None:
    """Brings the database to the newest schema."""
    settings = _settings(data)

    async def work() -> None:
        from store.db import Database
        from store.lock import exclusive
        from store.migrate import upgrade

        with exclusive(settings.data / "salesflow.lock"):
            db = Database(settings.url())
            done = await upgrade(db)
            await db.close()
        typer.echo("Migrated to the newest schema." if done else "The schema is already the newest.")

    _guarded(settings, work)


@app.command()
def doctor(
    data: Data = None,
) -> None:
    """Checks settings, database, clock, models and what is in doubt, and says what to do."""
    from agent import model_check
    from channels import check
    from channels import doctor as channel_doctor
    from store.doctor import Finding, examine

    settings = _settings(data)
    findings: list[Finding] = []

    async def work() -> None:
        findings.extend(await examine(settings))
        findings.extend([*await check.examine(settings), *await channel_doctor.examine(settings)])
        findings.extend(await model_check.examine(settings))

    _guarded(settings, work)
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.ok else 'FIX '} {finding.what}: {finding.words}")
    raise typer.Exit(0 if all(finding.ok for finding in findings) else 1)


@app.command()
def evaluate(
    model: Annotated[list[str] | None, typer.Option("--model", help="Only this configured model; may repeat.")] = None,
    file: Annotated[Path, typer.Option("--file", help="Labelled messages: part, intent, language, texts.")] = LABELLED,
    part: Annotated[str, typer.Option("--part", help="Which part of the file.")] = "held_out",
    most: Annotated[int | None, typer.Option("--most", help="At most so many messages, spread evenly.", min=1)] = None,
) -> None:
    """Runs labelled messages of leads through the rules and the configured models: confusion matrices, side by side."""
    from agent.evaluation import evaluate as run

    settings = _settings()

    async def work() -> None:
        typer.echo(await run(settings, file, part, model or (), most))

    _guarded(settings, work)


@app.command()
def openapi() -> None:
    """Prints the REST API's OpenAPI document (what the TypeScript client is generated from)."""
    import json
    import tempfile

    from channels.web.app import create_app
    from store.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        parts = build(Settings(data=Path(folder), sandbox=True))
        typer.echo(json.dumps(create_app(parts).openapi(), indent=1, sort_keys=True, ensure_ascii=False))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    app()
