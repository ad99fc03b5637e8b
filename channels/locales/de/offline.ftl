# Was der Bot ohne Modell sagt, wenn er nichts tut. Ehrlich, kurz, mit dem, was er kann.
offline-not-understood = Das habe ich nicht sicher verstanden, deshalb habe ich nichts getan. Das klappt zum Beispiel:
    • Schreib Anna Berger auf WhatsApp: Bin gleich da!
    • Erinnere mich in 3 Tagen um 9 an Tom
    • Wie heiß ist Lisa?
    Mit »Hilfe« siehst du alles, was ich kann.
offline-negated = Verstanden, ich lasse es. Es ist nichts passiert.
offline-hypothetical = Das klingt nach einer Überlegung, deshalb habe ich nichts getan. Sag mir direkt, was ich tun soll, dann mache ich es.
offline-off-topic = Da kann ich nicht mitreden. Ich kümmere mich um deine Kontakte: Nachrichten, Erinnerungen, Sequenzen und wer gerade heiß ist.
offline-greeting = Hallo! Was kann ich für dich tun?
offline-thanks = Gern!
offline-cut-short = Mehr habe ich gerade nicht geschafft. Fehlt noch etwas, sag es mir bitte noch einmal.
offline-left = Nicht eingetragen habe ich: { $parts }. Soll ich es mir merken, schreib einfach »Notiz zu { $name }: …«.
