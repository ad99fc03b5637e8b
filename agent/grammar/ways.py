"""The channels a message can go by and what people call them, misspellings included."""

from __future__ import annotations

from agent.grammar.normalise import Line, words

CHANNELS = {
    "whatsapp": words("""
        whatsapp whatsap wa whatsupp whatsaap watsapp wattsapp whattsapp wapp whatsapp-nachricht whatsappnachricht
        whatsapps watsap whatsapp-msg whats whatsäpp
    """),
    "telegram": words("telegram telegramm tg telegram-nachricht"),
    "email": words("mail email e-mail mails emails e-mails emil_"),
    # Ways the bot does not have: it says so and offers another.
    "sms": words("sms textnachricht"),
    "signal": words("signal"),
    "threema": words("threema"),
    "facebook": words("facebook fb messenger facebook-messenger"),
    "linkedin": words("linkedin"),
    "xing": words("xing"),
    "tiktok": words("tiktok"),
    "snapchat": words("snapchat snap"),
    "imessage": words("imessage"),
    "viber": words("viber"),
    "skype": words("skype"),
    "discord": words("discord"),
    "slack": words("slack"),
    "wechat": words("wechat"),
    "fax": words("fax"),
    "instagram": words("instagram insta ig instagram-dm"),
}
CHANNEL_WORDS = frozenset().union(*CHANNELS.values())


def channel_at(line: Line, j: int) -> tuple[str | None, int]:
    """The channel named at token ``j`` and how many tokens its name takes ("whats app" takes two)."""
    word = line.norm(j)
    if word in ("whats", "what's") and line.norm(j + 1) in ("app", "apps"):
        return "whatsapp", 2
    for channel, names in CHANNELS.items():
        if word in names and word != "whats":
            follow = line.norm(j + 1) in ("nachricht", "message", "msg") or (
                line.norm(j + 1) == "-" and line.norm(j + 2) == "nachricht"
            )
            return channel, 2 if follow and line.norm(j + 1) != "-" else 1
    return None, 0
