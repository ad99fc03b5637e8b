"""One Telegram update into what it means to us. PURE: attributes of the library's objects are read, nothing is called.

Only private chats count as conversations. The provider id of an inbound is the update's own id; its detail
``ref`` is ``chat:message``, which a later edit of that message names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from store.types import Inbound, Media

if TYPE_CHECKING:
    from telegram import ChatMemberUpdated, Message, Update, User

_TEXT = 16_000
_GONE = frozenset({"kicked", "left"})


@dataclass(frozen=True, slots=True)
class Private:
    """Something from a private chat, for the inbox; ``callback`` must be answered at once."""

    inbound: Inbound
    callback: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """We are in a group: ``addressed`` by command, mention, reply or invitation, else merely within earshot."""

    chat_id: int
    addressed: bool
    language: str = ""
    callback: str | None = None


def read(update: Update, account: str, username: str) -> Private | Group | None:
    """What an update is; None for what is nothing to us (channel posts, polls, other bots, service messages)."""
    if update.callback_query is not None:
        return _tap(update, account)
    if update.my_chat_member is not None:
        return _member(update, update.my_chat_member, account)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    if message.chat.type != "private":
        return Group(message.chat.id, update.message is not None and _addressed(message, username), _tongue(message))
    return _message(update, message, account)


def _inbound(update: Update, person: User, account: str, **more: Any) -> Inbound:
    name = " ".join(part for part in (person.first_name, person.last_name) if part)
    return Inbound(
        channel="telegram",
        external_id=str(person.id),
        provider_id=str(update.update_id),
        name=_clean(name)[:120],
        account=account,
        details={**more.pop("details", {}), "language": (person.language_code or "")[:2].lower()},
        **more,
    )


def _tap(update: Update, account: str) -> Private | Group | None:
    query = update.callback_query
    if query is None or query.from_user.is_bot:
        return None
    chat = query.message.chat if query.message is not None else None
    if chat is None or chat.type != "private":
        return Group(chat.id if chat else 0, False, query.from_user.language_code or "", query.id)
    return Private(_inbound(update, query.from_user, account, tap=_clean(query.data or "")[:200]), callback=query.id)


def _member(update: Update, change: ChatMemberUpdated, account: str) -> Private | Group | None:
    """Blocked, or removed from a group; an invitation into a group gets the polite word."""
    gone = str(change.new_chat_member.status) in _GONE
    if change.chat.type != "private":
        return None if gone else Group(change.chat.id, True, change.from_user.language_code or "")
    return Private(_inbound(update, change.from_user, account, signal="opt_out")) if gone else None


def _message(update: Update, message: Message, account: str) -> Private | None:
    person = message.from_user
    if person is None:
        return None
    ref = f"{message.chat.id}:{message.message_id}"
    text = _clean(message.text or message.caption or _told(message))[:_TEXT]
    if update.message is None:
        return Private(_inbound(update, person, account, text=text, edits=ref)) if text else None
    media = _media(message)
    if not text and not media:
        return None
    details = {"ref": ref, "forwarded": message.forward_origin is not None}
    return Private(_inbound(update, person, account, text=text, media=media, sent_at=message.date, details=details))


def _told(message: Message) -> str:
    """In words what was sent without any: a place, a contact card, a sticker."""
    if message.venue is not None:
        return f"📍 {message.venue.title}, {message.venue.address}"
    if message.location is not None:
        return f"📍 {message.location.latitude:.5f}, {message.location.longitude:.5f}"
    if message.contact is not None:
        names = " ".join(part for part in (message.contact.first_name, message.contact.last_name) if part)
        phone = message.contact.phone_number
        return f"👤 {names}, {phone if phone.startswith('+') else '+' + phone}"
    if message.sticker is not None:
        return message.sticker.emoji or "🙂"
    if message.dice is not None:
        return message.dice.emoji
    return ""


def _media(message: Message) -> tuple[Media, ...]:
    if message.photo:
        best = max(message.photo, key=lambda size: size.width * size.height)
        return (Media("image", best.file_id, "image/jpeg", "foto.jpg", best.file_size),)
    for kind, found, name, mime in (
        ("voice", message.voice, "sprachnachricht.ogg", "audio/ogg"),
        ("audio", message.audio, "audio.mp3", "audio/mpeg"),
        ("video", message.video or message.video_note or message.animation, "video.mp4", "video/mp4"),
        ("document", message.document, "datei", ""),
    ):
        if found is not None:
            given = _clean(getattr(found, "file_name", None) or name)[:200]
            return (Media(kind, found.file_id, getattr(found, "mime_type", None) or mime, given, found.file_size),)
    return ()


def _addressed(message: Message, username: str) -> bool:
    """Whether a group message speaks to us, and to us alone."""
    if any(member.is_bot and member.username == username for member in message.new_chat_members or ()):
        return True
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.username == username:
        return True
    text = message.text or message.caption or ""
    name = f"@{username}".lower()
    first = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    return name in text.lower().split() or (first.startswith("/") and ("@" not in first or first.endswith(name)))


def _tongue(message: Message) -> str:
    return (message.from_user.language_code if message.from_user else None) or ""


def _clean(text: str) -> str:
    """Without what databases choke on: NUL and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
