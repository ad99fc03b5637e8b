"""What is set up once, prompts, messages to a whole group and messages with a time, read without a model."""

from __future__ import annotations

import pytest

from agent.grammar import read
from tests.support.wordings import NOW, ZONE

READ = [
    ("Wie krieg ich meine Kontakte rein?", "import_leads", {}),
    ("ich möchte eine CSV importieren", "import_leads", {}),
    ("can I upload an Excel file?", "import_leads", {}),
    ("gib mir den Code für den Website-Chat", "website_chat", {}),
    ("mach einen neuen Schlüssel für den Website-Chat", "website_chat", {"key": "new"}),
    ("mein Stil soll professionell sein", "set_voice", {"type": "professional"}),
    ("schreib ab jetzt lockerer", "set_voice", {"type": "playful"}),
    ("keine Emojis mehr bitte", "set_voice", {"emoji_style": "none"}),
    ("hilf mir beim Preiseinwand von Tom: mir ist das zu teuer", "run_prompt",
     {"prompt": "objection_price", "lead": "Tom", "input_values": {"objection": "mir ist das zu teuer"}}),
    ("formulier mir eine Wiederbelebung für Carla", "run_prompt", {"prompt": "reengagement", "lead": "Carla"}),
    ("bereite mich auf das Gespräch mit Tom vor", "run_prompt", {"prompt": "meeting_preparation", "lead": "Tom"}),
    ("zeig mir die Prompts", "run_prompt", {}),
    ("welche Vorlagen gibt es?", "show_template", {}),
    ("an alle Kunden in wien die seit 2 Wochen schweigen: Servus", "batch_send",
     {"text": "Servus", "stage": "customer", "place": "wien", "silent_days": 14}),
    ("schreib allen, die sich zwei Wochen nicht gemeldet haben, wie geht es euch?", "batch_send",
     {"text": "wie geht es euch?", "silent_days": 14}),
    ('schick jedem warmen Lead "Hallo {{first_name}}"', "batch_send",
     {"text": "Hallo {{first_name}}", "quality": "warm"}),
    ("schreib meinen Kunden: frohes Fest", "batch_send", {"text": "frohes Fest", "stage": "customer"}),
    ("schreib meinen Kunden Tom: frohes Fest", "send_message", {"lead": "Tom", "text": "frohes Fest"}),
    ("schreib Anna morgen um 9: Hallo", "send_message", {"lead": "Anna", "text": "Hallo", "when": "morgen um 9"}),
    ("text Tom at 8 tomorrow: hi", "send_message", {"lead": "Tom", "text": "hi", "when": "at 8 tomorrow"}),
    ("Kannst du Anna Bescheid geben: Termin steht?", "send_message", {"lead": "Anna", "text": "Termin steht"}),
    ("Kannst du Anna sagen: kommst du?", "send_message", {"lead": "Anna", "text": "kommst du?"}),
    ("Tom gibt uns 9 von 10", "update_lead", {"lead": "Tom", "field": "satisfaction_score", "value": 9}),
]  # fmt: skip
NOTHING = [
    "schreib Anna jeden Montag: hi",
    "schreib Anna bis Freitag: hi",
    "schreib Anna ab Montag nicht mehr: hi",
    "Morgen, schreib Anna: hi",
    "schick nicht allen Leads: hallo",
    "schreib den Leads Anna und Tom: hi",
    "ich habe die Kontakte importiert",
    "lade Tom zum Kaffee ein",
    "ich geb Tom 5 von 10",
]


@pytest.mark.parametrize(("text", "tool", "arguments"), READ)
def test_read(text: str, tool: str, arguments: dict[str, object]) -> None:
    found = read(text, now=NOW, zone=ZONE).requests
    assert [(one.tool, dict(one.arguments)) for one in found] == [(tool, arguments)]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_done(text: str) -> None:
    assert read(text, now=NOW, zone=ZONE).requests == ()
