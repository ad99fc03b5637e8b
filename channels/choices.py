"""Offers stored as rows: a button is a row's option, so a tap long after, or twice, finds the truth."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from channels import words
from channels.letters import Card
from store.db import Work
from store.models import Choice
from store.types import Language, Option, Say


def _label(language: Language, option: Option) -> str:
    return words.say(language, option.label) if isinstance(option.label, Say) else option.label


async def offer(
    work: Work,
    card: Card,
    *,
    team_id: int,
    conversation_id: int,
    user_id: int,
    language: Language,
    now: datetime,
    hours: int,
) -> tuple[Choice | None, list[dict[str, Any]]]:
    """Stores a card's options as one open choice; answers the row and the buttons ``[{id, label}]``."""
    if not card.options and card.expects is None:
        return None, []
    labels = [_label(language, option) for option in card.options]
    choice = Choice(
        team_id=team_id,
        conversation_id=conversation_id,
        user_id=user_id,
        turn_id=card.turn_id,
        options=[
            {"label": label, "tool": option.tool, "arguments": dict(option.arguments)}
            for label, option in zip(labels, card.options, strict=True)
        ],
        tool=card.tool,
        arguments=dict(card.arguments),
        expects=card.expects,
        said=card.said,
        asked=card.asked,
        expires_at=now + timedelta(hours=hours),
        at=now,
    )
    work.session.add(choice)
    await work.session.flush()
    return choice, [{"id": f"c{choice.id}.{n}", "label": label} for n, label in enumerate(labels)]


def parse_tap(tap: str) -> tuple[int, int] | None:
    """(choice id, option's place) of a button's id, or None when it is not one of ours."""
    head, _, place = tap.partition(".")
    if not head.startswith("c") or not head[1:].isascii() or not head[1:].isdigit() or not place.isdigit():
        return None
    if len(head) > 19 or len(place) > 3 or not place.isascii():
        return None
    return int(head[1:]), int(place)


def option_at(choice: Choice, place: int) -> Mapping[str, Any] | None:
    options = choice.options
    return options[place] if 0 <= place < len(options) else None
