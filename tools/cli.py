"""The command ``simulate``: a sequence from a file, played on paper in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from store.types import Language


def simulate(
    file: Annotated[Path, typer.Argument(help="A sequence as YAML.", exists=True, dir_okay=False)],
    days: Annotated[int, typer.Option("--days", help="For how many days.", min=1, max=400)] = 30,
    reaction: Annotated[str, typer.Option("--reaction", help='What the lead answers: "day 5 positive".')] = "",
    language: Annotated[str, typer.Option("--language", help="de or en.")] = "en",
    picture: Annotated[Path | None, typer.Option("--picture", help="Also draw the timeline into this PNG.")] = None,
    at: Annotated[datetime | None, typer.Option("--at", help="When it starts (UTC); now without it.")] = None,
) -> None:
    """Plays a sequence for somebody who agreed to WhatsApp, day by day. Opens no database and sends nothing."""
    from sequences import shipped
    from sequences.definition import DefinitionError, check_references, load
    from sequences.rehearsal import on_paper
    from tools import simulating, yaml_words

    spoken: Language = "de" if language == "de" else "en"
    try:
        sequence = load(file.read_bytes().decode("utf-8", "replace")[: 2**20], file.name)
        problems = check_references(
            sequence, templates=shipped.templates(), sequences=[*shipped.sequences(), sequence.name]
        )
    except DefinitionError as error:
        problems = error.problems
        sequence = None
    for problem in problems:
        typer.echo(yaml_words.line(spoken, problem), err=True)
    if sequence is None or problems:
        raise typer.Exit(1)
    start = at.replace(tzinfo=UTC) if at is not None else datetime.now(UTC)
    events = on_paper(shipped.templates(), sequence, start).play(simulating.assumed(reaction), start, days)
    titles = {one.name: one.title.get(spoken, one.name) for one in shipped.sequences().values()}
    teller = simulating.Teller(spoken, "Europe/Berlin", sequence, titles)
    for event in events:
        typer.echo(teller.line(event))
    if picture is not None:
        picture.write_bytes(teller.picture(sequence.title.get(spoken, sequence.name), events))
        typer.echo(f"Drawn to {picture}.")
