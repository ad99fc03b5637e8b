"""``bot.py mailbox``: agrees with Google or Microsoft, once, that this program may use the mailbox."""

from __future__ import annotations

import asyncio

import typer

from store.cli import Data


def mailbox(data: Data = None) -> None:
    """Connects a mailbox at Google or Microsoft by a login in the browser (MAIL_LOGIN)."""
    from channels.email import oauth
    from store.settings import Settings

    settings = Settings(data=data) if data is not None else Settings()
    try:
        asking = oauth.begin(settings)
        typer.echo(f"Open this address in a browser and agree as {settings.mail_from}:\n\n{asking.url}\n")
        typer.echo(f"It ends on a page that does not open and whose address begins with {oauth.REDIRECT}/?")
        asyncio.run(oauth.finish(settings, asking, typer.prompt("Copy that whole address here")))
    except oauth.NotGranted as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo("Connected. bot.py doctor shows whether both servers let us in; restart a bot that is running.")
