# Vorlagen fürs Team.
playbook-none = Es gibt noch keine Vorlage im Team.
playbook-unknown = Die Vorlage »{ $name }« kenne ich nicht.
playbook-which = Welche Vorlage meinst du?
playbook-name-taken = Eine Vorlage namens »{ $name }« gibt es schon. Wie soll sie heißen?
playbook-sequence-unknown = Welche Sequenz meinst du mit »{ $name }«? Es gibt: { $titles }.
playbook-line = • { $title } ({ $steps ->
        [one] ein Schritt
       *[other] { $steps } Schritte
    })
playbook-created = Vorlage »{ $name }« ist angelegt:
    { $lines }
    Noch sieht sie nur du.
playbook-published-already = »{ $name }« ist schon veröffentlicht.
playbook-published = »{ $name }« ist jetzt fürs Team da. Bescheid bekommen: { $names }.
playbook-offered = { $leader } teilt die Vorlage »{ $name }« mit dir:
    { $lines }
playbook-cloned-already = »{ $name }« hast du schon, auf dem neuesten Stand.
playbook-cloned = »{ $name }« gehört jetzt dir:
    { $lines }
    Du kannst sie sofort starten.
playbook-version-unknown = Diese Version von »{ $name }« gibt es nicht.
playbook-unchanged = An »{ $name }« hat sich nichts geändert, also verteile ich nichts.
playbook-new = + { $title }
playbook-gone = – { $title }
playbook-changed = ~ { $title }: neu { $more }; weg { $less }
playbook-reworded = ~ { $title }: andere Texte oder Zeiten
playbook-pushed = »{ $name }« ist jetzt Version { $version }.
    { $changes }
    Aktualisiert: { $updated }. Selbst geändert, ich frage nach: { $asked }.
playbook-updated = { $leader } hat »{ $name }« geändert, deine Kopie ist aktuell:
    { $changes }
    Was schon läuft, läuft wie begonnen weiter.
playbook-conflict = { $leader } hat »{ $name }« geändert:
    { $changes }
    Du hast { $own } selbst angepasst. Soll ich die neue Fassung übernehmen?
playbook-performance = »{ $name }« (Version { $version }): { $clones }-mal übernommen, { $started } Durchläufe, { $response } % Antworten, { $partners } neue Partner ({ $conversion } %). Am besten läuft es bei { $best }, am schwächsten bei { $worst }.
playbook-performance-early = »{ $name }« (Version { $version }): { $clones }-mal übernommen, { $started } Durchläufe, { $response } % Antworten, { $partners } neue Partner ({ $conversion } %). Für einen Vergleich ist es noch zu früh.
button-publish = Ans Team geben
button-clone = Übernehmen
button-take = Neue Fassung nehmen
playbook-ask-name = Wie soll die Vorlage heißen?
