"""German parts of drafted answers: ``[du|Sie]`` is chosen by register, ``{slot}`` filled from the lead's message.

No part holds a figure, a promise of effect or income, or a claim to be a person; whatever is specific comes from slots.
"""

from __future__ import annotations

from typing import Final

# intent -> openings, bodies (slot that must be known, variants), next steps
Parts = tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]

# topic label -> what is answered when the lead asks about it
ANSWERS: Final[dict[str, tuple[str, ...]]] = {
    "Preis": (
        "Zum Preis: [du bekommst|Sie bekommen] von mir die aktuelle Übersicht, da steht genau drin, was enthalten ist.",
        "Den Preis nenne ich [dir|Ihnen] gern genau, am besten zusammen mit dem, was dabei ist.",
    ),
    "Lieferung": (
        "Zur Lieferung kläre ich Dauer und Kosten und gebe [dir|Ihnen] Bescheid.",
        "Wegen der Lieferung schaue ich nach und melde mich mit den genauen Angaben.",
    ),
    "Zutaten": (
        "Zu den Zutaten schicke ich [dir|Ihnen] die vollständige Liste vom Etikett.",
        "Was genau drin ist, steht auf dem Etikett: Die Zutaten schicke ich [dir|Ihnen] gern als Foto.",
    ),
    "Provision": (
        "Zur Provision: Zahlen verspreche ich keine. Den Vergütungsplan zeige ich [dir|Ihnen] gern schwarz auf weiß.",
    ),
    "Zeitaufwand": ("Zum Zeitaufwand erzähle ich [dir|Ihnen] gern, wie eine normale Woche bei mir aussieht.",),
    "Vertrag": ("Zum Vertrag schicke ich [dir|Ihnen] die Bedingungen vorab, dann [kannst du|können Sie] alles lesen.",),
    "Anmeldung": ("Die Anmeldung gehe ich gern Schritt für Schritt mit [dir|Ihnen] durch.",),
    "Rechnung": ("Zur Rechnung: Das kläre ich und gebe [dir|Ihnen] eine genaue Antwort.",),
    "Bestellung": ("Zur Bestellung: Ich zeige [dir|Ihnen] gern, wie es geht, oder nehme sie direkt auf.",),
    "Rückgabe": (
        "Zur Rückgabe schicke ich [dir|Ihnen] die genauen Bedingungen, dann [weißt du|wissen Sie] vorher Bescheid.",
    ),
    "Garantie": ("Zur Garantie schicke ich [dir|Ihnen] den genauen Wortlaut vom Hersteller, ohne Schönreden.",),
    "Seriosität": (
        "Ob das seriös ist, [solltest du|sollten Sie] selbst prüfen können: Ich schicke gern Impressum und Unterlagen.",
    ),
    "Erfahrungen": ("Zu den Erfahrungen: Ich erzähle [dir|Ihnen] gern ehrlich, was gut läuft und was nicht.",),
    "Studien": (
        "Zu Studien schicke ich [dir|Ihnen], was der Hersteller veröffentlicht hat, und sage auch, was es nicht gibt.",
    ),
    "Team": ("Zum Team erzähle ich [dir|Ihnen] gern, wie wir zusammenarbeiten.",),
    "Schulung": ("Zur Schulung schicke ich [dir|Ihnen] gern den Ablauf.",),
    "Proben": ("Wegen Proben schaue ich, was möglich ist, und gebe [dir|Ihnen] Bescheid.",),
    "Rabatt": ("Zum Rabatt: Ich frage nach, was möglich ist, und sage es [dir|Ihnen] ehrlich.",),
    "Anwendung": (
        "Zur Anwendung schicke ich [dir|Ihnen] die Angaben des Herstellers. "
        "Bei gesundheitlichen Fragen bitte auch in der Arztpraxis oder Apotheke nachfragen.",
    ),
    "Video": ("Das Video schicke ich [dir|Ihnen] gern.",),
    "Login": ("Beim Login helfe ich [dir|Ihnen] gern weiter.",),
    "Unterlagen": ("Die Unterlagen schicke ich [dir|Ihnen] gern.",),
    "Angebot": ("Das Angebot gehe ich gern Punkt für Punkt mit [dir|Ihnen] durch.",),
    "Link": ("Den Link schicke ich [dir|Ihnen] gern.",),
    "Zahlung": ("Zur Zahlung schicke ich [dir|Ihnen] eine Übersicht, welche Wege es gibt.",),
    "Telefonat": ("Am Telefon lässt sich das gut in Ruhe klären.",),
}

# topic label -> "mit …" for trouble, and what fills a lead's day
WITH: Final[dict[str, str]] = {
    "Lieferung": "mit der Lieferung",
    "Rechnung": "mit der Rechnung",
    "Login": "mit dem Zugang",
    "Link": "mit dem Link",
    "App": "mit der App",
    "Bestellung": "mit der Bestellung",
    "Rückgabe": "mit der Rückgabe",
    "Vertrag": "mit dem Vertrag",
    "Video": "mit dem Video",
    "Anmeldung": "mit der Anmeldung",
    "Preis": "mit dem Preis",
    "Rabatt": "mit dem Rabatt",
}
BUSY: Final[dict[str, str]] = {
    "Kinder": "mit Familie",
    "Job": "neben der Arbeit",
    "Studium": "neben dem Studium",
    "Stress": "bei so viel Stress",
}

PARTS: Final[dict[str, Parts]] = {
    "buy": (
        ("Das freut mich!", "Sehr gern!", "Super, dann machen wir das."),
        (
            ("order", ("Ich habe notiert: {order}.", "Das nehme ich so auf: {order}.")),
            ("place", ("Die Lieferung nach {place} nehme ich so auf.",)),
            ("topic:Rechnung", ("Die Rechnung mache ich [dir|Ihnen] fertig.",)),
            ("topic:Anmeldung", ("Die Anmeldung gehe ich gleich mit [dir|Ihnen] durch.",)),
            ("topic:Vertrag", ("Den Vertrag schicke ich [dir|Ihnen] zum Durchlesen.",)),
            ("topic:Link", ("Den Link [bekommst du|bekommen Sie] gleich von mir.",)),
            ("when", ("Als Termin merke ich mir: {when}.",)),
            ("topic", ("{answer}",)),
            (
                "",
                (
                    "Ich nehme [deine|Ihre] Bestellung gern auf.",
                    "Dass [du dich|Sie sich] dafür [entschieden hast|entschieden haben], freut mich.",
                ),
            ),
        ),
        (
            "Wohin darf ich alles schicken?",
            "Passt das so, und welche Adresse soll ich nehmen?",
            "Welchen Namen und welche Adresse darf ich eintragen?",
        ),
    ),
    "interest": (
        ("Schön, das zu hören!", "Das freut mich!", "Danke für [dein|Ihr] Interesse!"),
        (
            (
                "product",
                (
                    "Gern erzähle ich [dir|Ihnen] mehr {product_zu}.",
                    "Ich zeige [dir|Ihnen] {product_acc} gern genauer.",
                ),
            ),
            ("topic", ("{answer}",)),
            ("when", ("Und {when} habe ich mir gemerkt.",)),
            (
                "cue",
                (
                    "Dass es für [dich|Sie] {cue} klingt, ist ein guter Anfang.",
                    "Wenn es für [dich|Sie] {cue} klingt, zeige ich gern mehr davon.",
                ),
            ),
            ("", ("Ich erzähle [dir|Ihnen] gern mehr, ganz ohne Druck.",)),
        ),
        (
            "Was interessiert [dich|Sie] am meisten?",
            "Soll ich [dir|Ihnen] erst etwas zum Anschauen schicken, oder sprechen wir kurz?",
            "Worum geht es [dir|Ihnen] dabei vor allem?",
        ),
    ),
    "question": (
        ("Gute Frage!", "Danke für [deine|Ihre] Frage!", "Gern."),
        (
            ("topic", ("{answer}",)),
            ("product", ("Ich suche [dir|Ihnen] die genaue Antwort {product_zu} heraus.",)),
            ("noted", ("Notiert habe ich mir: {noted}.", "Dazu notiere ich mir: {noted}.")),
            ("", ("Damit ich nichts Falsches sage, kläre ich das und gebe [dir|Ihnen] eine genaue Antwort.",)),
        ),
        (
            "Gibt es noch etwas, das [dir|Ihnen] dabei wichtig ist?",
            "Kommt noch eine Frage dazu?",
            "Was [möchtest du|möchten Sie] noch wissen?",
        ),
    ),
    "price_objection": (
        ("Danke für die ehrliche Antwort.", "Das verstehe ich gut.", "Gut, dass [du|Sie] das offen [sagst|sagen]."),
        (
            (
                "price",
                ("Über {price} denkt man nach, ganz klar.", "Bei {price} schaut man genau hin, das ist richtig so."),
            ),
            (
                "budget",
                ("Mit {budget} haben wir einen klaren Rahmen.", "Gut zu wissen: {budget}. Daran orientiere ich mich."),
            ),
            ("product", ("Auch {product_bei} soll der Preis natürlich passen.",)),
            ("topic:Rabatt", ("Zum Rabatt frage ich nach und sage [dir|Ihnen] ehrlich, was möglich ist.",)),
            (
                "",
                (
                    "Wenn der Preis gerade nicht passt, ist das völlig in Ordnung.",
                    "Der Preis soll zu [dir|Ihnen] passen und nicht umgekehrt.",
                ),
            ),
        ),
        (
            "Womit [vergleichst du|vergleichen Sie] es denn?",
            "Soll ich [dir|Ihnen] zeigen, was genau drin ist, damit [du|Sie] vergleichen [kannst|können]?",
            "Welcher Rahmen wäre für [dich|Sie] in Ordnung?",
        ),
    ),
    "time_objection": (
        ("Das kann ich gut nachvollziehen.", "Verstehe ich.", "Danke, dass [du|Sie] das so offen [sagst|sagen]."),
        (
            ("busy", ("Gerade {busy} ist der Tag schnell voll.", "Viel Zeit bleibt {busy} einfach nicht.")),
            ("when", ("Bis {when} lasse ich [dich|Sie] gern in Ruhe machen.",)),
            ("quantity", ("Bei {quantity} bleibt wirklich wenig Luft.",)),
            (
                "",
                (
                    "Wenn die Zeit fehlt, bringt Drängen nichts.",
                    "Dann will ich [dir|Ihnen] nicht auch noch Zeit stehlen.",
                ),
            ),
        ),
        (
            "Wann im Alltag wäre am ehesten eine ruhige Minute?",
            "Soll ich mich später noch einmal melden, wenn mehr Luft ist?",
            "Wäre etwas Kurzes zum Lesen besser als ein Gespräch?",
        ),
    ),
    "trust_objection": (
        (
            "Gut, dass [du|Sie] das [fragst|fragen].",
            "Die Frage ist berechtigt.",
            "Da [bist du|sind Sie] zu Recht vorsichtig.",
        ),
        (
            (
                "cue",
                (
                    "Zum Stichwort {cue}: Das [sollst du|sollen Sie] selbst prüfen können.",
                    "Beim Stichwort {cue} antworte ich lieber mit Unterlagen als mit Sprüchen.",
                ),
            ),
            ("topic", ("{answer}",)),
            ("company", ("Zu {company} schicke ich gern Impressum und Unterlagen.",)),
            (
                "",
                ("Ich schicke gern Impressum und Unterlagen, dann [kannst du|können Sie] selbst nachschauen.",),
            ),
        ),
        (
            "Was [müsstest du|müssten Sie] sehen, um [dir|sich] ein Bild zu machen?",
            "Was macht [dich|Sie] am meisten skeptisch?",
            "Was kommt [dir|Ihnen] daran komisch vor?",
        ),
    ),
    "not_interested": (
        (
            "Alles klar, danke für die klare Antwort!",
            "Verstanden, danke für die Rückmeldung.",
            "Danke, dass [du|Sie] Bescheid [sagst|sagen].",
        ),
        (
            ("product", ("Dann lasse ich es {product_mit} gut sein.",)),
            ("supplied", ("Schön, wenn [du|Sie] schon gut versorgt [bist|sind].",)),
            ("when", ("Auch {when} ist dann kein Thema mehr.",)),
            ("", ("Dann lasse ich es dabei.", "Ich hake da nicht weiter nach.")),
        ),
        (
            "Falls sich das einmal ändert, [melde dich|melden Sie sich] gern.",
            "Alles Gute weiterhin!",
            "[Dir|Ihnen] alles Gute!",
        ),
    ),
    "appointment": (
        ("Sehr gern!", "Gute Idee.", "Das machen wir."),
        (
            ("when", ("Ich merke mir vor: {when}.", "Ich trage mir ein: {when}.")),
            ("place", ("In {place} finden wir sicher einen Ort.",)),
            ("topic:Telefonat", ("Telefonieren ist ein guter Weg.",)),
            ("", ("Einen Termin finden wir sicher.", "Sprechen wir in Ruhe darüber.")),
        ),
        (
            "Unter welcher Nummer erreiche ich [dich|Sie] dann am besten?",
            "Passt Telefon oder lieber Video?",
            "Gibt es etwas, das ich dafür vorbereiten soll?",
        ),
    ),
    "later": (
        ("Kein Problem!", "Alles klar.", "Passt gut."),
        (
            ("when", ("Ich habe mir notiert: {when}.", "Notiert: {when}, bis dahin lasse ich [dir|Ihnen] Ruhe.")),
            ("relation", ("[Sprich|Sprechen Sie] das ruhig mit {relation_dat} durch.",)),
            ("topic:Urlaub", ("Erst einmal einen schönen Urlaub!",)),
            ("", ("[Nimm dir|Nehmen Sie sich] die Zeit, die es braucht.", "[Überleg|Überlegen Sie] es in Ruhe.")),
        ),
        (
            "Ich melde mich dann wieder, in Ordnung?",
            "Soll ich mich dann noch einmal melden?",
            "Gibt es bis dahin etwas, das ich [dir|Ihnen] zum Lesen schicken kann?",
        ),
    ),
    "support": (
        ("Das tut mir leid!", "Oh, das sollte nicht sein.", "Danke, dass [du dich|Sie sich] gleich [meldest|melden]."),
        (
            (
                "health",
                (
                    "Bitte erst einmal nicht weiter anwenden und in der Arztpraxis oder Apotheke nachfragen.",
                    "[Lass|Lassen Sie] es bitte erst einmal weg und [frag|fragen Sie] in der Arztpraxis nach.",
                ),
            ),
            (
                "with",
                (
                    "Dass es {with} hakt, schaue ich mir sofort an.",
                    "Ich kümmere mich darum, dass sich das {with} klärt.",
                ),
            ),
            ("product", ("Was {product_mit} los ist, kläre ich.",)),
            ("when", ("Ich prüfe, was {when} passiert ist.",)),
            ("topic", ("{answer}",)),
            ("", ("Ich kümmere mich darum und kläre das.",)),
        ),
        (
            "[Schick|Schicken Sie] mir bitte kurz ein Foto oder die Bestellnummer.",
            "[Hast du|Haben Sie] dazu eine Bestellnummer für mich?",
            "Was genau [siehst du|sehen Sie] dabei?",
        ),
    ),
    "referral": (
        ("Danke, dass [du|Sie] daran [denkst|denken]!", "Das ist lieb, danke!", "Vielen Dank für den Hinweis!"),
        (
            (
                "person",
                (
                    "Ich melde mich erst, wenn es {person} recht ist.",
                    "[Gib|Geben Sie] {person} gern meine Nummer weiter, dann ist es ganz freiwillig.",
                ),
            ),
            (
                "relation",
                (
                    "[Gib|Geben Sie] {relation_dat} gern meine Nummer weiter, dann ist es ganz freiwillig.",
                    "Ich melde mich erst, wenn es {relation_dat} recht ist.",
                ),
            ),
            ("topic", ("{answer}",)),
            ("", ("[Gib|Geben Sie] meine Nummer gern weiter, dann ist es ganz freiwillig.",)),
        ),
        ("Ist das so in Ordnung?", "Passt das für [dich|Sie]?", "Passt das so?"),
    ),
    "greeting": (
        ("{hello}", "{hello}"),
        (
            ("wish", ("{wish}",)),
            ("topic", ("{answer}",)),
            ("", ("Schön, dass [du dich meldest|Sie sich melden].", "Ich hoffe, bei [dir|Ihnen] ist alles gut.")),
        ),
        ("Wie läuft es bei [dir|Ihnen]?", "Was gibt es Neues?", "Womit kann ich [dir|Ihnen] helfen?"),
    ),
    "other": (
        ("Danke für [deine|Ihre] Nachricht!", "Alles klar, danke!"),
        (
            ("topic", ("{answer}",)),
            ("place", ("Grüße nach {place}!",)),
            (
                "",
                (
                    "Ich bin da, wenn [du|Sie] etwas [brauchst|brauchen].",
                    "[Schreib|Schreiben Sie] mir gern, wenn etwas ist.",
                ),
            ),
        ),
        ("Kann ich [dir|Ihnen] gerade bei etwas helfen?", "Gibt es etwas, das [du|Sie] wissen [möchtest|möchten]?"),
    ),
}

HELLO: Final = ("Hallo {name}!", "Hi {name}!", "Guten Tag {name}!", "Hallo!", "Hi!", "Guten Tag!")
SIGN: Final = ("Viele Grüße\n{sender}", "Viele Grüße, {sender}")
