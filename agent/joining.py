"""Somebody comes into a team by a leader's one-time link: a row as a rep, led by whoever gave the link."""

from __future__ import annotations

from datetime import datetime

from agent.identity import readable
from channels import words
from channels.letters import Card
from channels.notices import speaks
from channels.outbox import Outbox
from store.db import Work
from store.folding import fold
from store.models import Code, Conversation, User
from store.queries import acts, people, talk
from store.types import Language, Say

_LEADS = frozenset({"leader", "admin"})
_LONGEST = 60


async def leader_of(work: Work, code: Code, now: datetime) -> User | None:
    """Whose link it is, while it may be used and they still lead."""
    leader = await work.session.get(User, code.user_id)
    if leader is None or leader.left_at is not None or leader.role not in _LEADS or code.used_at is not None:
        return None
    return leader if code.expires_at is None or now < code.expires_at else None


async def member(work: Work, leader: User, code: Code, before: User | None, profile: str, language: Language) -> User:
    """The new rep's row; who was in this team ``before`` gets the old one back, with what is theirs.

    The name is the one the leader gave, else the messenger's: it is shown and proves nothing.
    """
    name = (code.name or readable(profile)[:_LONGEST]).strip() or words.say(language, Say("join-nameless"))
    if before is not None and before.team_id == leader.team_id:
        before.left_at, before.role, before.upline_id = None, "rep", leader.id
        return before
    user = User(
        team_id=leader.team_id,
        login=await _login(work, name),
        name=name,
        role="rep",
        language=language,
        zone=leader.zone,
        region=leader.region,
        upline_id=leader.id,
    )
    work.session.add(user)
    await work.session.flush()
    return user


async def _login(work: Work, name: str) -> str:
    """The first name in small letters, with a number where it is taken."""
    base = "".join(c for c in fold(name).partition(" ")[0] if c.isascii() and c.isalnum())[:30] or "member"
    login, place = base, 1
    while await people.login_taken(work.scope(), login):
        place += 1
        login = f"{base}{place}"
    return login


async def tell(work: Work, outbox: Outbox, leader: User, user: User, code: Code, now: datetime) -> None:
    """The leader hears who came; why somebody is in stays readable."""
    await acts.record(
        work.scope(user.team_id),
        user.team_id,
        "user",
        user.id,
        verdict="joined",
        rule="member_link",
        at=now,
        facts={"by": leader.id, "code": code.id},
    )
    text = words.say(speaks(leader), Say("join-told", {"name": user.name}))
    await outbox.to_user(work, leader, Card(text, dedupe_key=f"joined:{code.id}"))


async def changes_hands(
    work: Work, outbox: Outbox, talk_: Conversation, before: User, user: User, now: datetime
) -> None:
    """A messenger that was one colleague's is another's: it is nobody's twice, or who writes could not be told.

    What waits there for the one before is withdrawn; what they are told from now on goes to another of theirs.
    """
    scope = work.scope(user.team_id)
    await talk.close_talk(scope, talk_.id, before.id)
    other = await talk.other_conversation(scope, before.id, talk_.id)
    if before.home_conversation_id in (None, talk_.id):
        before.home_conversation_id = other.id if other is not None else None
    facts = {"to": user.id}
    await acts.record(
        scope, user.team_id, "user", before.id, verdict="unpaired", rule=talk_.channel, at=now, facts=facts
    )
    if other is not None:
        text = words.say(speaks(before), Say("pair-taken", {"name": user.name, "channel": talk_.channel}))
        card = Card(text, dedupe_key=f"unpaired:{talk_.id}:{before.id}:{user.id}:{int(now.timestamp())}")
        await outbox.to_user(work, before, card, conversation_id=other.id)
