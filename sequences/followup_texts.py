"""Which text suits a follow-up: by its reason, the objection raised, a known interest and the tries so far. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from sequences.followups import Due, Standing
from sequences.templates import MessageTemplate, load_templates

FILE = "followups.yaml"
_OBJECTIONS = ("price", "time", "trust")


@lru_cache(maxsize=1)
def library() -> Mapping[str, MessageTemplate]:
    """The shipped follow-up texts by name; raises DefinitionError naming the file."""
    text = files("sequences").joinpath("library", FILE).read_text("utf-8")
    return load_templates(text, f"sequences/library/{FILE}")


def choose(lead: Standing, due: Due, *, disg: str | None = None, last: str | None = None) -> list[MessageTemplate]:
    """Texts to try in this order: the first one this lead has all values for is hers; ``last`` is never repeated.

    A text written for her DISG type ("no_response_d") goes before the general ones.
    """
    known = library()
    general = _names(lead, due)
    suited = [f"{name}_{disg.lower()}" for name in general] if disg else []
    names = [name for name in (*suited, *general) if name in known]
    fresh = [name for name in names if name != last] or names
    return [known[name] for name in fresh]


def _names(lead: Standing, due: Due) -> list[str]:
    if due.facts.get("first"):
        return ["first_contact"]
    if due.reason == "periodic_checkin":
        return ["customer_checkin" if lead.is_customer else "periodic_checkin", "periodic_checkin"]
    if due.reason == "objection_handled":
        raised = str(due.facts.get("objection") or due.facts.get("intent") or "").removesuffix("_objection")
        return [f"objection_{raised}" if raised in _OBJECTIONS else "objection_handled", "objection_handled"]
    tried = [f"{due.reason}_again"] if lead.unanswered > 1 else []
    return [*tried, f"{due.reason}_interest", due.reason, f"{due.reason}_again"]
