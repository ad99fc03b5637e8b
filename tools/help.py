"""What SalesFlow can do, short; more on one topic when asked."""

from __future__ import annotations

from pydantic import Field

from store.folding import fold
from store.types import Option, Outcome, Say
from tools.base import Arguments, Tool, Words
from tools.context import Context

TOPICS = {
    "messages": "nachricht nachrichten schreiben senden whatsapp message messages send sending write text undo "
    "rueckgaengig",
    "reminders": "erinnerung erinnerungen erinnern reminder reminders remind snooze spaeter wiedervorlage",
    "meetings": "termin termine kalender meeting meetings appointment appointments calendar firma firmen website "
    "company companies mail mails email",
    "sequences": "sequenz sequenzen sequence sequences follow up ghost reaktivierung nurture kampagne automatik",
    "leads": "lead leads kontakt kontakte suchen finden score bewerten notiz notizen aendern kunde contact "
    "contacts note notes",
    "approvals": "freigabe freigaben approval approvals entwurf entwuerfe draft drafts vorschlag vorschlaege "
    "genehmigen",
    "playbooks": "team vorlage vorlagen teamvorlage teamvorlagen playbook playbooks template templates einladen invite "
    "mitglied mitglieder member members bericht report eskalation eskalationen escalation escalations vertretung "
    "deputy",
    "rules": "regel regeln einwilligung consent datenschutz ruhezeit ruhezeiten warum why rules quiet hours dsgvo "
    "gdpr stopp loeschen delete erase",
}
_TOPIC_OF = {word: topic for topic, words in TOPICS.items() for word in words.split()}


class Help(Arguments):
    topic: Words | None = Field(None, description="What the rep wants to know more about, if anything")


def topic_of(said: str) -> str | None:
    """The topic that most of the words belong to, or None."""
    words = [word for word in fold(said).split() if word in _TOPIC_OF]
    hits = [_TOPIC_OF[word] for word in words]
    return max(dict.fromkeys(hits), key=hits.count) if hits else None


async def run(context: Context, arguments: Help) -> Outcome:
    topic = topic_of(arguments.topic) if arguments.topic else None
    if topic is not None:
        return Outcome("done", Say(f"help-{topic}"), {"topic": topic})
    options = tuple(Option(Say(f"help-button-{name}"), "help", {"topic": name}) for name in TOPICS)
    key = "help-team" if context.actor.role in ("leader", "admin") else "help-rep"
    result = {"topics": list(TOPICS)}
    if arguments.topic:
        result["unknown"] = [arguments.topic]
    return Outcome("done", Say(key, {"name": context.actor.name.partition(" ")[0]}), result, options=options)


TOOL = Tool(
    name="help",
    description="Tell the rep what SalesFlow can do.",
    arguments=Help,
    run=run,
    commands=("hilfe", "help"),
    from_command=lambda rest: {"topic": rest} if rest else {},
    reads=True,
)
