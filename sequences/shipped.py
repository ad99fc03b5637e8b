"""Reads the sequences and message templates that come with the product; called once, when the program is built."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sequences.definition import Sequence, load
from sequences.templates import MessageTemplate, load_templates

TEMPLATES = "templates.yaml"
_TEXTS = frozenset({TEMPLATES, "followups.yaml"})


def texts() -> Mapping[str, str]:
    """File name -> YAML of every shipped sequence."""
    folder = files("sequences").joinpath("library")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {name: folder.joinpath(name).read_text("utf-8") for name in names if name not in _TEXTS}


def sequences() -> Mapping[str, Sequence]:
    """The shipped sequences by machine name; raises DefinitionError naming the file."""
    loaded = [load(text, f"sequences/library/{name}") for name, text in texts().items()]
    return {sequence.name: sequence for sequence in loaded}


@cache
def templates() -> Mapping[str, MessageTemplate]:
    """The shipped message templates by name."""
    text = files("sequences").joinpath("library", TEMPLATES).read_text("utf-8")
    return load_templates(text, f"sequences/library/{TEMPLATES}")
