"""What a tool is: a name, validated arguments, one act. The runner is the only one who calls ``run``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from store.types import Outcome, Role, Say
from tools.context import Before, Context

EVERYBODY: frozenset[Role] = frozenset({"rep", "leader", "admin"})


def _clean(value: str) -> str:
    """Refuses what no person types and databases choke on: NUL and lone surrogates."""
    if "\x00" in value or any(0xD800 <= ord(c) <= 0xDFFF for c in value):
        raise ValueError("control characters are not allowed")
    return value


def _words(value: Any) -> Any:
    """Ids may come as numbers over REST; inside they are words like any other."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, Field(min_length=1, max_length=4096), AfterValidator(_clean)]
Words = Annotated[str, BeforeValidator(_words), Field(min_length=1, max_length=300), AfterValidator(_clean)]
INTERNAL: dict[str, Any] = {"internal": True}


class Arguments(BaseModel):
    """Base of every tool's arguments. A field marked INTERNAL comes from buttons and REST, never from a model."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, str_strip_whitespace=True, frozen=True)


@dataclass(frozen=True, slots=True)
class Tool:
    """One act. ``reaches`` says that another person gets something from it (the gate looks closer then).

    ``commands`` are its slash commands; ``from_command`` turns what follows one into arguments.
    ``optional_lead``: words that name nobody are no lead but part of what is said ("remind me of the flowers").
    ``reads``: it changes nothing, so doing it again harms nobody.
    ``required`` names arguments asked for, one at a time, when a person left them out.
    ``spoken`` False: no model and no free text calls it, only buttons and REST.
    ``in_place``: the answer to a tap takes the place of the card that was tapped, where the channel can edit.
    ``prepare`` asks the world outside (web pages, calendars) before the act's unit of work is opened; what it answers
    is ``context.prepared``, None when the act joins somebody else's unit of work.
    """

    name: str
    description: str
    arguments: type[Arguments]
    run: Callable[[Context, Any], Awaitable[Outcome]]
    commands: tuple[str, ...] = ()
    from_command: Callable[[str], Mapping[str, Any]] = field(default=lambda rest: {})
    required: tuple[str, ...] = ()
    roles: frozenset[Role] = EVERYBODY
    reaches: bool = False
    makes_lead: bool = False
    optional_lead: bool = False
    in_place: bool = False
    spoken: bool = True
    prepare: Callable[[Before, Any], Awaitable[Any]] | None = None
    reads: bool = False

    @property
    def internal(self) -> frozenset[str]:
        """The fields no model may fill."""
        fields = self.arguments.model_fields.items()
        return frozenset(name for name, field in fields if field.json_schema_extra == INTERNAL)

    def names(self, argument: str) -> tuple[str, ...]:
        """Every name under which an argument may come."""
        field = self.arguments.model_fields.get(argument)
        choices = field.validation_alias if field is not None else None
        return tuple(str(name) for name in choices.choices) if isinstance(choices, AliasChoices) else (argument,)

    def schema(self) -> dict[str, Any]:
        """The JSON schema a model sees: without internal fields."""
        return {**_schema(self.arguments), "required": list(self.required)}


@cache
def _schema(arguments: type[Arguments]) -> dict[str, Any]:
    """Made once: all of them together are most of the first turn's preparation."""
    schema = arguments.model_json_schema()
    properties = {k: v for k, v in schema.get("properties", {}).items() if not v.get("internal")}
    return {**schema, "properties": properties}


class Refusal(Exception):
    """A tool cannot do it and says why; recorded as the act's outcome, nothing else is kept."""

    def __init__(self, say: Say, reason: str, status: str = "denied") -> None:
        super().__init__(reason)
        self.say, self.reason, self.status = say, reason, status


def lead_rest(rest: str) -> dict[str, str]:
    """``/cmd NAME`` -> the lead's words."""
    return {"lead": rest.strip()} if rest.strip() else {}


def lead_and(field_name: str) -> Callable[[str], dict[str, str]]:
    """``/cmd NAME: TEXT`` -> lead and one more field."""

    def split(rest: str) -> dict[str, str]:
        lead, colon, text = rest.partition(":")
        found = lead_rest(lead)
        if colon and text.strip():
            found[field_name] = text.strip()
        return found

    return split
