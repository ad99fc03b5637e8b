"""The last sentence of a draft where what the lead said decides it; see ``agent.draft_de`` for the form. PURE.

Intent -> (slot or topic that must be known, variants); the first that fits is used, else the intent's own steps.
A step is at most one question, never about what was just said.
"""

from __future__ import annotations

from typing import Final

from store.types import Language

_Steps = dict[str, tuple[tuple[str, tuple[str, ...]], ...]]

_DE: Final[_Steps] = {
    "buy": (
        ("topic:Link", ("[Sag|Sagen Sie] mir gern Bescheid, wenn etwas nicht klappt.",)),
        ("topic:Vertrag", ("[Melde dich|Melden Sie sich] gern, wenn dabei Fragen auftauchen.",)),
    ),
    "question": (("when", ("Was [möchtest du|möchten Sie] noch wissen?",)),),
    "price_objection": (
        ("budget", ("Soll ich [dir|Ihnen] zeigen, was in diesem Rahmen passt?",)),
        ("topic:Zahlung", ("Welcher Rahmen wäre für [dich|Sie] in Ordnung?",)),
    ),
    "appointment": (
        ("visit", ("Wo wäre es [dir|Ihnen] am liebsten?",)),
        ("video", ("Soll ich [dir|Ihnen] den Link dazu schicken?",)),
        ("phone", ("Ich freue mich auf das Gespräch.",)),
        ("topic:Telefonat", ("Unter welcher Nummer erreiche ich [dich|Sie] dann am besten?",)),
        ("when", ("Passt [dir|Ihnen] Telefon oder lieber Video?", "Gibt es etwas, das ich dafür vorbereiten soll?")),
        ("", ("Wann passt es [dir|Ihnen] am besten?", "Welcher Tag wäre [dir|Ihnen] recht?")),
    ),
    "later": (
        (
            "relation",
            ("Gibt es etwas, das ich [dir|Ihnen] dafür schicken kann?", "Soll ich mich danach noch einmal melden?"),
        ),
        ("when", ("Ich melde mich dann wieder, in Ordnung?", "Passt das so?")),
        ("", ("Wann darf ich noch einmal nachfragen?", "Kann ich [dir|Ihnen] bis dahin etwas zum Lesen schicken?")),
    ),
    "support": (
        ("health", ("Wie geht es [dir|Ihnen] jetzt?",)),
        ("topic:Login", ("Kommt dabei eine Fehlermeldung?", "Was genau [siehst du|sehen Sie] dabei?")),
        ("topic:Link", ("Was genau [siehst du|sehen Sie] dabei?", "Kommt dabei eine Fehlermeldung?")),
        ("topic:App", ("Was genau [siehst du|sehen Sie] dabei?", "Kommt dabei eine Fehlermeldung?")),
        ("topic:Video", ("Was genau [siehst du|sehen Sie] dabei?", "Kommt dabei eine Fehlermeldung?")),
        ("topic:Rechnung", ("[Hast du|Haben Sie] die Rechnungsnummer für mich?",)),
        ("damage", ("[Schick|Schicken Sie] mir bitte kurz ein Foto davon.",)),
        (
            "",
            ("[Hast du|Haben Sie] dazu eine Bestellnummer für mich?", "[Nennst du|Nennen Sie] mir die Bestellnummer?"),
        ),
    ),
}
_EN: Final[_Steps] = {
    "buy": (
        ("topic:link", ("Just tell me if anything doesn't work.",)),
        ("topic:contract", ("Write any time if questions come up.",)),
    ),
    "price_objection": (("budget", ("Shall I show you what fits within that?",)),),
    "appointment": (
        ("visit", ("Where would suit you best?",)),
        ("video", ("Shall I send you the link?",)),
        ("phone", ("Looking forward to it.",)),
        ("topic:call", ("Which number is best to reach you?",)),
        ("when", ("Would you rather talk by phone or video?", "Is there anything I should prepare?")),
        ("", ("When would suit you best?", "Which day works for you?")),
    ),
    "later": (
        ("relation", ("Is there anything I can send you for that?", "Shall I check in after that?")),
        ("when", ("I'll check in then, all right?", "Does that work for you?")),
        ("", ("When may I check in again?", "Can I send you something to read until then?")),
    ),
    "support": (
        ("health", ("How are you feeling now?",)),
        ("topic:login", ("Do you get an error message?", "What exactly do you see?")),
        ("topic:link", ("What exactly do you see?", "Do you get an error message?")),
        ("topic:app", ("What exactly do you see?", "Do you get an error message?")),
        ("topic:video", ("What exactly do you see?", "Do you get an error message?")),
        ("topic:invoice", ("Do you have the invoice number for me?",)),
        ("damage", ("Could you send me a quick photo of it?",)),
        ("", ("Do you have an order number for me?", "Could you send me the order number?")),
    ),
}
STEPS: Final[dict[Language, _Steps]] = {"de": _DE, "en": _EN}
