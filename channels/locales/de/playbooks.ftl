# Vorlagen fürs Team.
playbook-none = Es gibt noch keine Vorlage für dich.
playbook-unknown = Diese Vorlage { $name ->
        [0] kenne ich nicht.
       *[other] »{ $name }« kenne ich nicht.
    }
playbook-which = Welche Vorlage meinst du?
playbook-which-unknown = »{ $name }« kenne ich nicht. Welche Vorlage meinst du?
playbook-not-yours = »{ $name }« gehört jemand anderem. Ändern und verteilen kann sie nur, wer sie angelegt hat, oder ein Admin.
playbook-own = »{ $name }« ist deine eigene Vorlage, du hast schon alles, was drin ist.
playbook-name-taken = Eine Vorlage namens »{ $name }« gibt es schon. Wie soll sie heißen?
playbook-empty = Da wäre nichts drin. Was soll in die Vorlage: Sequenzen, Einwandantworten, dein Tagesplan?
playbook-sequence-unknown = Was meinst du mit »{ $name }«? Es gibt die Sequenzen { $titles }, dazu deine Einwandantworten und deinen Tagesplan.
playbook-person-unknown = »{ $name }« finde ich nicht im Team. Dabei sind: { $names }. Wem soll ich sie geben?
playbook-line = • { $title } ({ $steps ->
        [one] ein Schritt
       *[other] { $steps } Schritte
    }, { $texts ->
        [one] ein Text
       *[other] { $texts } Texte
    })
playbook-handler = Antwort auf »{ $objection }«
playbook-daily = Tagesplan
playbook-daily-plan = Morgenliste { $digest }, Abendzeile { $evening }, Arbeitszeit { $start }–{ $end }, { $days }
playbook-line-daily = • Tagesplan: { $plan }
playbook-language-de = auf Deutsch
playbook-language-en = auf Englisch
playbook-created = Vorlage »{ $name }« ist angelegt:
    { $lines }
    Noch sieht sie nur du.
playbook-list = { $count } Vorlagen gibt es für dich. Welche soll ich zeigen?
playbook-shown = »{ $name }«, Version { $version }, von { $owner }{ $description ->
        [none] {""}
       *[other] : { $description }
    }
    { $audience ->
        [private] Noch nicht veröffentlicht.
        [people] Für ausgewählte Leute, { $clones }-mal übernommen.
        [company] Für die ganze Firma, { $clones }-mal übernommen.
       *[team] Fürs Team, { $clones }-mal übernommen.
    }

    { $lines }
playbook-unreadable = lässt sich gerade nicht lesen.
playbook-published-already = »{ $name }« ist schon { $audience ->
        [people] bei ausgewählten Leuten.
        [company] für die ganze Firma da.
       *[team] fürs ganze Team da.
    }
playbook-published = »{ $name }« ist jetzt { $audience ->
        [people] für ausgewählte Leute da
        [company] für die ganze Firma da
       *[team] fürs Team da
    }. Bescheid bekommen: { $names }{ $others ->
        [0] .
        [one] {" "}und jemand aus einem anderen Team.
       *[other] {" "}und { $others } Leute aus anderen Teams.
    }
playbook-no-admin = An die ganze Firma gibt eine Vorlage nur ein Admin, und euer Team hat keinen.
playbook-company-asked = An die ganze Firma gibt eine Vorlage nur ein Admin. Ich habe { $names } gefragt.
playbook-company-wish = { $leader } möchte die Vorlage »{ $name }« allen Teams der Firma geben:
    { $lines }
playbook-offered = { $leader } teilt die Vorlage »{ $name }« mit dir{ $description ->
        [none] :
       *[other] : { $description }
    }
    { $lines }
playbook-cloned-already = »{ $name }« hast du schon, auf dem neuesten Stand.{ $again ->
        [yes] {" "}Änderungen bekommst du jetzt wieder.
       *[no] {""}
    }{ $own ->
        [none] {""}
       *[other] {" "}Selbst angepasst hast du: { $own }.
    }
playbook-cloned = »{ $name }« gehört jetzt dir:
    { $lines }
    { $broken ->
        [none] {""}
       *[other] Nicht dabei, weil nicht lesbar: { $broken }.{" "}
    }{ $kept ->
        [none] Du kannst sofort loslegen.
       *[other] Deine eigene Fassung bleibt bei: { $kept }.
    }
playbook-taken = »{ $name }« ist bei dir auf dem neuesten Stand.{ $kept ->
        [none] {""}
       *[other] {" "}Deine eigene Fassung bleibt bei: { $kept }.
    }{ $broken ->
        [none] {""}
       *[other] {" "}Nicht lesbar und deshalb ausgelassen: { $broken }.
    } Was schon läuft, läuft wie begonnen weiter.
playbook-left = Gut, bei »{ $name }« bleibt ab jetzt alles, wie du es hast. Mit »Übernimm die Vorlage { $name }« bist du wieder dabei.
playbook-newer = »{ $name }« ist inzwischen wieder geändert worden.
playbook-own-changes = { $newer ->
        [yes] »{ $name }« ist inzwischen wieder geändert worden.{" "}
       *[no] {""}
    }Du hast Eigenes, das in der Vorlage anders ist: { $own }. Was soll gelten? Zusammenführen behält beides; wo ihr dasselbe geändert habt, frage ich.
playbook-merge-question = { $question }
    { $open ->
        [one] Das ist die letzte Frage.
       *[other] Noch { $open } Stellen, auch diese.
    }
playbook-clash = { $place }
    { $leader }: { $theirs }
    Du: { $mine }
    Was soll gelten?
playbook-nothing = gelöscht
playbook-version-unknown = Zu dieser Version kann ich »{ $name }« nicht zurücksetzen. Es gibt: { $versions }.
playbook-unchanged = An »{ $name }« hat sich nichts geändert, also verteile ich nichts.{ $missing ->
        [none] {""}
       *[other] {" "}Bei dir gibt es nicht mehr oder ist nicht lesbar: { $missing }. In der Vorlage bleibt es, bis du es herausnimmst.
    }
playbook-new = + { $title }
playbook-gone = – { $title }
playbook-changed = ~ { $title }
playbook-more = … und { $count ->
        [one] eine weitere Änderung
       *[other] { $count } weitere Änderungen
    }
playbook-step = Schritt »{ $step }«
playbook-step-new = + Schritt »{ $step }« (Tag { $day })
playbook-step-gone = – Schritt »{ $step }«
playbook-quoted = »{ $text }«
playbook-text = neuer Text: »{ $text }«
playbook-moved = { $field } { $old } → { $new }
playbook-field-changed = { $field } geändert
playbook-field-day = Tag
playbook-field-text = Text
playbook-field-answers = Reaktion auf Antworten
playbook-field-conditions = Bedingung
playbook-field-channel = Kanal
playbook-field-title = Name
playbook-field-trigger = Auslöser
playbook-field-digest = Morgenliste
playbook-field-evening = Abendzeile
playbook-field-active-from = Arbeitsbeginn
playbook-field-active-until = Arbeitsende
playbook-field-weekdays = Arbeitstage
playbook-field-other = Einstellungen
playbook-pushed = »{ $name }« ist jetzt Version { $version }.
    { $changes }

    { $who }
playbook-pushed-updated = Aktualisiert: { $names }.
playbook-pushed-asked = Selbst geändert, ich frage nach: { $names }.
playbook-pushed-left = Nicht, weil sie der Vorlage nicht mehr folgen: { $names }.
playbook-pushed-unseen = Ohne Nachricht, weil noch nie im Chat: { $names }.
playbook-pushed-elsewhere = In anderen Teams aktualisiert: { $count }.
playbook-pushed-nobody = Übernommen hat sie noch niemand.
playbook-pushed-missing = Bei dir gibt es nicht mehr oder ist nicht lesbar, in der Vorlage bleibt es wie bisher: { $titles }.
playbook-updated = { $leader } hat »{ $name }« geändert, deine Kopie ist aktuell:
    { $changes }
    { $kept ->
        [none] {""}
       *[other] Deine eigene Fassung bleibt bei: { $kept }.{" "}
    }Was schon läuft, läuft wie begonnen weiter.
playbook-conflict = { $leader } hat »{ $name }« geändert:
    { $changes }

    Auch du hast etwas daran geändert: { $own }. Was soll gelten? Zusammenführen behält beides; wo ihr dasselbe geändert habt, frage ich.
playbook-performance = »{ $name }«: { $clones ->
        [0] noch von niemandem
       *[other] { $clones }-mal
    } übernommen.
    { $lines }

    { $compared }{ $versions ->
        [none] {""}
       *[other] {" "}{ $versions }
    }
playbook-version-label = Version { $version }{ $now ->
        [yes] {" "}(jetzt)
       *[no] {""}
    }
playbook-version-own = Selbst geänderte Fassungen
playbook-version-line = { $label }: { $runs ->
        [one] ein Kontakt
       *[other] { $runs } Kontakte
    } angeschrieben, { $response } % haben geantwortet, { $partners ->
        [0] noch kein neuer Partner
        [one] ein neuer Partner ({ $conversion } %)
       *[other] { $partners } neue Partner ({ $conversion } %)
    }{ $held ->
        [0] {""}
        [one] {" "}· bei einer Person
       *[other] {" "}· bei { $held } Leuten
    }
playbook-version-empty = { $label }: noch niemand angeschrieben{ $held ->
        [0] {""}
        [one] {" "}· bei einer Person
       *[other] {" "}· bei { $held } Leuten
    }
playbook-compared = Am besten läuft es bei { $best } ({ $best_rate } % Antworten), am schwächsten bei { $worst } ({ $worst_rate } %).
playbook-compared-early = Für einen Vergleich ist es zu früh: Dafür braucht es zwei Leute mit je { $enough } angeschriebenen Kontakten, es { $short ->
        [one] fehlt noch einer.
       *[other] fehlen noch { $short }.
    }
playbook-compared-even = Zwischen euch sind die Unterschiede noch so klein, dass sie Zufall sein können.
playbook-versions-early = Ob Version { $new } besser ist als { $old }, zeigt sich nach { $short ->
        [one] einem weiteren Kontakt.
       *[other] { $short } weiteren Kontakten.
    }
playbook-versions-even = Version { $new } und { $old } bringen bisher etwa gleich viele Antworten.
playbook-versions-better = Version { $new } bringt mehr Antworten als { $old }.
playbook-versions-worse = Version { $new } bringt weniger Antworten als { $old }.
playbook-chart-response = haben geantwortet
playbook-chart-conversion = neue Partner
playbook-chart-of = { $percent } %  ({ $part } von { $whole })
playbook-chart-none = noch keine Zahlen
playbook-chart-note = Blass: weniger als { $enough } angeschriebene Kontakte, noch nicht aussagekräftig
button-publish = Ans Team geben
button-publish-company = An alle Teams geben
button-show-playbook = Ansehen
button-add-objections = + Einwandantworten ({ $count })
button-add-daily = + Tagesplan
button-push = Änderungen verteilen
button-performance = Wie läuft sie?
button-clone = Übernehmen
button-playbook-take = Neue Fassung nehmen
button-playbook-keep = Meine behalten
button-playbook-merge = Zusammenführen
button-playbook-reset = Wieder wie in der Vorlage
button-playbook-leave = Nicht mehr fragen
button-side-theirs = { $leader }
button-side-mine = Meine Fassung
button-back-to-version = Zurück zu Version { $version }
button-renew = Laufende umstellen ({ $count })
playbook-ask-name = Wie soll die Vorlage heißen?
ask-template = Welche Vorlage meinst du?

## Laufende auf die neue Fassung umstellen

renew-nothing = Alles, was läuft, läuft schon in der neuesten Fassung.
renew-done = { $moved ->
        [0] Umgestellt habe ich nichts.
        [one] Umgestellt: { $names }.
       *[other] { $moved } umgestellt: { $names }.
    }{ $stayed ->
        [0] {""}
       *[other] {" "}Wie begonnen weiter laufen: { $stayed_names } (dort wartet gerade etwas auf dich, oder von den neuen Schritten ist keiner mehr offen).
    }

## Einwände

objection-kind-price = zu teuer
objection-kind-time = keine Zeit
objection-kind-trust = Zweifel
objection-kind-later = will es sich überlegen
objection-which = Welcher Einwand ist das?
objection-plain-no = Ein »kein Interesse« ist kein Einwand, das nehmen wir freundlich an. Antworten merke ich mir für: zu teuer, keine Zeit, Zweifel, will es sich überlegen.
objection-ask-text = Was soll ich auf »{ $objection }« antworten?{ $known ->
        [none] {""}
       *[other] {" "}Bisher: »{ $known }«
    }
objection-kept = { $known ->
        [yes] Geändert.
       *[no] Gemerkt.
    } Auf »{ $objection }« schlage ich ab jetzt vor: »{ $text }« { $register ->
        [du] Das gilt für alle, die du duzt.
        [sie] Das gilt für alle, die du siezt.
       *[any] Du siehst es wie immer, bevor es rausgeht.
    }
objection-too-long = Das ist zu lang für eine Antwort im Chat. Bitte höchstens { $max } Zeichen.
objection-placeholder = Das kann ich so nicht verwenden. { $problem }
objection-guard = So darf ich das niemandem vorschlagen: { $quotes }. { $reasons } Magst du es anders sagen?
objection-none = Auf »{ $objection }« habe ich keine eigene Antwort von dir.
objection-removed = Gelöscht. Auf »{ $objection }« antworte ich wieder mit meinen eigenen Worten.
objection-nothing = Noch keine eigenen Antworten auf Einwände. Sag zum Beispiel: »Wenn jemand sagt, das ist zu teuer, antworte: …«
objection-list = Das antworte ich auf Einwände:
    { $lines }
objection-line = • { $title }: »{ $text }«
button-objection-delete = Wieder löschen
button-objection-back = Doch behalten
ask-objection = Welcher Einwand ist das?
