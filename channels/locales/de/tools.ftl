### Was die Werkzeuge sagen: Antworten, Rückfragen, Knöpfe, Hinweise auf Nachrichten.

## Runner: Rückfragen und Absagen

tool-failed = Das hat nicht geklappt, der Fehler liegt bei mir. Es ist nichts passiert. Versuch es bitte noch einmal.
tool-unknown = »{ $tool }« kann ich nicht. Mit /hilfe siehst du, was ich kann.
tool-denied-role = { $what ->
        [0] Das darf deine Rolle nicht.
       *[other] { $what }: Das darf deine Rolle nicht.
    } Frag dafür bitte deine Teamleitung.
arguments-invalid = Mit { $field } stimmt etwas nicht: { $problem }
ask-lead = Wen meinst du? Schreib mir den Namen oder die Nummer.
ask-text = Was soll ich schreiben? Schick mir den genauen Text.
ask-date = Wann soll ich dich erinnern? Zum Beispiel: morgen um 10.
ask-when = Auf wann soll ich es verschieben? Zum Beispiel: morgen um 9 oder in 2 Stunden.
ask-sequence = Welche Sequenz meinst du? Zum Beispiel: Ghost-Reaktivierung.
ask-note = Was soll ich mir notieren?
ask-field = Was soll ich ändern? Zum Beispiel: Telefon, Firma oder Zufriedenheit.
ask-value = Und was soll dort stehen?
ask-approval = Welche Nachricht meinst du? Schreib mir die Nummer.
ask-message = Welche Nachricht meinst du? Schreib mir die Nummer.
ask-query = Wonach soll ich suchen?
lead-which = Ich kenne mehrere mit »{ $name }«. Wen meinst du?
lead-did-you-mean = »{ $name }« finde ich so nicht. Meinst du:
lead-unknown = »{ $name }« finde ich nicht bei deinen Kontakten. Wie heißt die Person genau?
lead-not-yours = Diesen Kontakt finde ich nicht bei dir.
gate-role = Das darf deine Rolle nicht. Frag dafür bitte deine Teamleitung.
gate-hourly-cap = Du hast in der letzten Stunde schon sehr viele Nachrichten geschickt. Mach eine kurze Pause, dann geht es weiter.

## Zeiten

moment-at-once = gleich
when-missing = Wann genau? Sag mir zum Beispiel »morgen um 10« oder »in 3 Tagen«.
when-unclear = Bei »{ $text }« bin ich mir nicht sicher. Wann genau meinst du?
when-past = »{ $text }« ist schon vorbei. Wann soll es sein?

## Knöpfe

button-approve = Senden
button-change = Ändern
button-reject = Verwerfen
button-send-by = Per { $channel } senden
button-undo = Rückgängig
button-yes-change = Ja, ändern
button-no = Nein, lass es
button-all = Alle
button-send-again = Noch einmal senden
button-leave-it = So lassen
button-send-now = Jetzt senden
button-send-anyway = Trotzdem senden
button-send-then = Erst { $when }
button-send-when-possible = Senden, sobald es geht
button-send-template = Vorlage: { $text }
button-basis-agreed = Hat zugestimmt
button-basis-wrote-first = Hat mir zuerst geschrieben
button-basis-customer = Kauft schon bei mir
button-start-silent = Trotzdem starten
button-stop-sequence = Stoppen
button-cancel-reminder = Doch nicht
button-in-an-hour = In 1 Stunde
button-in-three-hours = In 3 Stunden
button-tomorrow = Morgen um 9
button-all-approve = Alle senden
button-all-reject = Alle verwerfen
snooze-tomorrow = morgen um 9 Uhr

## Senden

channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-email = E-Mail
channel-instagram = Instagram
channel-web = Webchat
channel-console = Terminal
send-held = Geht in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
} an { $name } raus ({ $channel }): »{ $text }«{ $warning }
send-now = Ist unterwegs an { $name } ({ $channel }): »{ $text }«{ $warning }
send-later = Geht { $when } an { $name } raus ({ $channel }): »{ $text }«{ $warning }
send-warning = ⚠️ Ein Hinweis dazu: { $reasons }
send-already = Diese Nachricht an { $name } habe ich schon angenommen, sie geht kein zweites Mal raus.
send-refused = Die Nachricht an { $name } ist nicht rausgegangen. { $reason }
send-wait = Die Nachricht an { $name } geht jetzt noch nicht. { $reason } Möglich ist es { $when }.
send-template-unknown = Diese Vorlage gibt es nicht, sie ist nicht freigegeben oder passt nicht zu diesem Kontakt.
send-ask-no-consent = Darfst du { $name } auf { $channel } schreiben? Dazu ist noch nichts eingetragen. Was stimmt?
send-ask-quiet-hours = Bei { $name } ist gerade Ruhezeit. Jetzt senden oder erst { $when }?
send-ask-holiday = Bei { $name } ist Feiertag. Jetzt senden oder erst { $when }?
send-way-instead = Per { $way } kann ich nicht schreiben. { $name } erreiche ich über { $channel }. Soll es so raus?
send-way-unknown = Per { $way } kann ich nicht schreiben, und für { $name } habe ich auch sonst keine Adresse.
send-ask-window-closed = Das 24-Stunden-Fenster zu { $name } ist zu, dein Text kommt auf { $channel } gerade nicht durch. Soll stattdessen eine freigegebene Vorlage raus?
send-ask-window-closed-then = Bis dahin ist das 24-Stunden-Fenster zu { $name } zu, dann nimmt { $channel } deinen Text nicht mehr an. Soll stattdessen eine freigegebene Vorlage raus?
send-ask-paused = { $name } habe ich angehalten, weil die letzte Nachricht nach einer Abmeldung klang. Willst du trotzdem schreiben?
send-ask-other = Bei { $name } brauche ich dein Okay. { $reason }

## Erinnerungen

reminder-created = Alles klar, ich melde mich { $when }.
reminder-created-note = Alles klar, ich erinnere dich { $when }: { $note }
reminder-created-lead = Alles klar, ich erinnere dich { $when } an { $name }.
reminder-created-lead-note = Alles klar, ich erinnere dich { $when } an { $name }: { $note }
reminder-about-nothing = Erinnerung
reminder-none = Du hast gerade keine offene Erinnerung.
reminder-none-lead = Zu { $name } hast du gerade keine offene Erinnerung.
reminder-unknown = Diese Erinnerung finde ich nicht bei dir.
reminder-closed = Diese Erinnerung ist schon erledigt.
reminder-which = Welche Erinnerung meinst du?
reminder-done = Abgehakt: { $about } ✅
reminder-dismissed = Gestrichen: { $about }
reminder-snoozed = Verschoben: { $about }. Ich melde mich { $when } wieder.
reminder-snoozed-often = Verschoben: { $about }. Ich melde mich { $when } wieder. Das ist schon das { $count }. Mal. Passt vielleicht ein anderer Tag besser, oder ist es gar nicht mehr nötig?

## Sequenzen

sequence-which = Bei »{ $name }« kommen mehrere Sequenzen infrage. Welche meinst du?
sequence-unknown = Die Sequenz »{ $name }« kenne ich nicht. Diese hier gibt es:
sequence-none = Für { $name } läuft gerade keine Sequenz.
sequence-stop-which = Welche Sequenz soll ich für { $name } stoppen?
sequence-stopped = Gestoppt für { $name }: { $sequence }. Es geht nichts mehr automatisch raus.
sequence-started = »{ $sequence }« läuft jetzt für { $name }. Als Nächstes: { $step }, { $when }.
sequence-started-silent = »{ $sequence }« läuft jetzt für { $name }, als Nächstes: { $step }, { $when }. Solange keine Einwilligung eingetragen ist, lasse ich die Nachrichten aus. Nur Erinnerungen für dich kommen.
sequence-running = »{ $sequence }« läuft für { $name } schon. Als Nächstes: { $step }, { $when }.
sequence-cooling-down = »{ $sequence }« lief für { $name } erst vor Kurzem. Neu starten geht { $when }.
sequence-opted-out = { $name } möchte keine Nachrichten mehr. Darum starte ich »{ $sequence }« nicht.
sequence-ask-consent = Automatische Nachrichten an { $name } brauchen eine ausdrückliche Einwilligung, und die ist nicht eingetragen. Hast du sie?

## Kontakte

score-answer-hot = 🔥 { $name }: { $quality }, { $score } von 100
    { $reasons }
score-answer-warm = 🌤 { $name }: { $quality }, { $score } von 100
    { $reasons }
score-answer-cold = ❄️ { $name }: { $quality }, { $score } von 100
    { $reasons }
score-answer-unheard = { $name }: { $quality }, { $score } von 100. Eine Nachricht zum Auswerten gibt es noch nicht, das zählt bisher:
    { $reasons }
score-no-reasons = • noch nichts, was Punkte gibt
leads-found = { $total } gefunden, die ersten { $shown }:
    { $lines }
leads-found-all = { $total ->
    [one] Einen Kontakt
   *[other] { $total } Kontakte
} gefunden:
    { $lines }
leads-none = Dazu finde ich bei dir niemanden.
lead-never-contacted = noch kein Kontakt
lead-updated = { $name }, { $field }: { $value } (vorher: { $old })
lead-updated-first = { $name }, { $field }: { $value }
lead-customer-yes = { $name } gehört jetzt zu deinen Kunden.
lead-customer-no = { $name } gehört nicht mehr zu deinen Kunden.
lead-contact-ended-yes = In Ordnung, von hier geht nichts mehr an { $name } raus, auf keinem Kanal.
lead-contact-ended-no = Alles klar, mit { $name } geht es weiter wie bisher.
lead-unchanged = { $name }, { $field }: { $value }. Das war schon so.
lead-update-confirm = Soll ich bei { $name } wirklich { $field } auf »{ $value }« setzen?
lead-opted-out-stays = { $name } hat sich selbst abgemeldet. Das kann nur { $name } wieder ändern.
field-unknown = »{ $field }« kenne ich nicht als Angabe. Ändern kann ich: { $allowed }
value-not-allowed = »{ $value }« passt nicht zu { $field }. Möglich ist: { $allowed }
value-yes = ja
value-no = nein
value-mode-auto = antwortet automatisch
value-mode-draft-only = nur Entwürfe
value-mode-off = aus
value-consent-agreed = hat ausdrücklich zugestimmt
value-consent-wrote-first = hat zuerst geschrieben
value-consent-customer = ist schon Kunde
value-consent-withdrawn = keine Einwilligung
value-stage-new = neu
value-stage-in-contact = im Gespräch
value-stage-interested = interessiert
value-stage-meeting = Termin vereinbart
value-stage-customer = kauft bei dir
value-stage-partner = im Team
value-stage-nurture = Langzeitpflege
value-stage-archived = archiviert
value-stage-lost = verloren
value-language-de = Deutsch
value-language-en = Englisch
value-register-du = du
value-register-sie = Sie
value-disg-D = D (rot: will Ergebnisse, kurz und direkt)
value-disg-I = I (gelb: will Begeisterung und Menschen)
value-disg-S = S (grün: will Ruhe und Sicherheit)
value-disg-G = G (blau: will Fakten und Genauigkeit)
value-empty = leer
field-is-customer = Kunde
field-satisfaction-score = Zufriedenheit
field-stage = Phase
field-phone = Telefon
field-email = E-Mail
field-company = Firma
field-place = Ort
field-name = Name
field-tier = Klasse
field-watched-video = Video gesehen
field-language = Sprache
field-register = Anrede
field-disg = DISG-Typ
field-region = Region
field-zone = Zeitzone
field-objection = Einwand
field-interest = Interesse
field-mode = Antwortmodus
field-consent = Einwilligung
field-do-not-contact = Kontakt beendet
field-quality = Temperatur
note-added = Notiert zu { $name }: { $note }

## Freigaben

parked-card = Soll das so raus? An { $name } (#{ $id }): »{ $text }«
approval-which = { $count ->
    [one] Eine Nachricht wartet
   *[other] { $count } Nachrichten warten
} auf dich:
    { $lines }
approval-none = Gerade wartet nichts auf deine Freigabe.
approval-unknown = Eine Freigabe mit der Nummer { $number } finde ich nicht bei dir.
approval-already = #{ $id } ist schon entschieden ({ $state }). Es passiert nichts.
approval-too-old = #{ $id } ist abgelaufen, daraus wird nichts mehr. Sag mir einfach neu, was raus soll.
approval-tampered = #{ $id } passt nicht mehr zu dem, was du gesehen hast. Ich habe nichts gesendet.
approval-nothing-to-change = Daran gibt es keinen Text zu ändern.
approval-ask-text = Wie soll die Nachricht an { $name } lauten? Schreib mir den ganzen Text, dann geht er so raus. Oder sag mir: kürzer, lockerer, förmlicher.
    Bisher: »{ $text }«
approval-restyled-partly = Neuer Entwurf an { $name } (#{ $id }): »{ $text }«
    Das kann ich ohne Sprachmodell nicht: { $wishes }. Schreib mir dafür einfach deinen Text.
approval-restyle-cannot = »{ $wishes }« bekomme ich bei diesem Text ohne Sprachmodell nicht hin. Schreib mir einfach, wie die Nachricht an { $name } lauten soll.
approval-rejected = Verworfen. An { $name } geht nichts raus.
approval-all-approve = { $count ->
    [one] Eine Nachricht geht
   *[other] { $count } Nachrichten gehen
} raus: { $numbers }{ $problems }
approval-all-reject = Verworfen: { $numbers }{ $problems }
approval-all-failed = Davon ging nichts.{ $problems }
approval-all-confirm = Soll das alles sein?
    { $lines }
approval-card-approved = ✅ An { $name }, von dir freigegeben: »{ $text }«
approval-card-changed = ✏️ An { $name }, mit deinem Text: »{ $text }«
approval-card-rejected = ✖️ Verworfen, an { $name } geht nichts: »{ $text }«
approval-card-replaced = Ersetzt durch einen neuen Entwurf an { $name }. Alt war: »{ $text }«
approval-state-approved = freigegeben
approval-state-changed = mit deinem Text gesendet
approval-state-rejected = verworfen
approval-state-expired = abgelaufen
approval-state-void = hinfällig
approval-state-replaced = durch einen neuen Entwurf ersetzt
approval-state-undone = zurückgenommen
style-shorter = kürzer
style-longer = länger
style-informal = lockerer
style-formal = förmlicher
style-warmer = herzlicher
style-emoji = mit Emojis
style-no-emoji = ohne Emojis
style-german = auf Deutsch
style-english = auf Englisch
style-direct = ein anderer Ton

## Zurücknehmen

undo-done = Zurückgenommen, an { $names } geht nichts raus: »{ $text }«
undo-approval = Zurückgenommen, an { $names } geht nichts raus. Der Entwurf wartet wieder auf dich: »{ $text }«
undo-partly = { $count ->
    [one] Eine Nachricht
   *[other] { $count } Nachrichten
} an { $names } konnte ich zurücknehmen. { $gone ->
    [one] Eine war
   *[other] { $gone } waren
} schon unterwegs.
undo-too-late = Zu spät, die Nachricht ist schon unterwegs.
undo-already = Das ist nicht rausgegangen, da gibt es nichts zurückzunehmen.
undo-nothing = Es gibt gerade nichts zurückzunehmen.

## Zweifel

doubt-none = Es ist nichts im Zweifel. Von allen Nachrichten weiß ich, was aus ihnen wurde.
doubt-list = Bei { $count } Nachrichten weiß ich nicht, ob sie angekommen sind:
    { $lines }
doubt-ask = Ich weiß nicht, ob diese Nachricht an { $name } angekommen ist: »{ $text }«
    Noch einmal senden oder so lassen?
doubt-unknown = Diese Nachricht finde ich nicht bei dir.
doubt-cleared = Da ist nichts mehr offen, die Nachricht ist { $state }.
doubt-again = Ich sende die Nachricht an { $name } noch einmal.
doubt-leave = In Ordnung, ich lasse es. Ob { $name } die Nachricht bekommen hat, bleibt offen.
message-state-held = in der Warteschleife, du kannst sie noch zurücknehmen
message-state-queued = auf dem Weg nach draußen
message-state-sending = gerade unterwegs
message-state-sent = gesendet
message-state-delivered = zugestellt
message-state-read = gelesen
message-state-failed = nicht angekommen
message-state-in-doubt = unklar
message-state-refused = nicht rausgegangen
message-state-cancelled = gestrichen

## Warum?

explain-answer = { $lines }
explain-nothing = Dazu ist nichts aufgezeichnet. Es gab keine Entscheidung für oder gegen eine Nachricht.
explain-nothing-for = Aufgezeichnet ist nichts, was eine Nachricht an { $name } zurückgehalten hätte.
explain-all-went = Bei { $name } wurde nichts aufgehalten. Zuletzt entschieden ({ $when }): { $reason }
explain-held = { $name }, { $when }: { $reason }
explain-held-step = { $name }, { $when }, Schritt »{ $step }«: { $reason }
explain-also = Davor, { $when }: { $reason }
explain-also-step = Davor, { $when }, Schritt »{ $step }«: { $reason }
explain-until = Weiter geht es { $when }.
explain-went-later = Danach ging aber etwas raus ({ $when }).
explain-message = Die letzte Nachricht »{ $text }« ist { $state }.
explain-message-later = Die letzte Nachricht »{ $text }« geht { $when } raus.
explain-sequence = Sequenz »{ $sequence }«: Als Nächstes { $step }, { $when }.
explain-sequence-waits = Sequenz »{ $sequence }«: { $step } wartet auf deine Freigabe.
explain-sequence-rests = Sequenz »{ $sequence }« ruht gerade vor { $step }.
explain-paused = { $name } ist angehalten, bis du entscheidest, ob der Kontakt weitergehen soll.

reason-holiday-named = Feiertag bei diesem Kontakt: { $holiday }.
reason-other = Der Grund war: { $rule }.
reason-unreachable = Auf diesem Kanal habe ich keine Adresse von der Person.
reason-no-answer = Der Anbieter hat nicht geantwortet, darum weiß niemand, ob es ankam.
reason-provider-busy = Der Anbieter hat gerade zu viel zu tun.
reason-provider-unreachable = Der Anbieter ist nicht erreichbar.
reason-never-left = Die Nachricht war noch nicht draußen und wird deshalb noch einmal gesendet.
reason-undone = Du hast die Nachricht zurückgenommen.
reason-left = Es blieb offen, ob sie ankam, und du wolltest sie nicht noch einmal senden.
reason-sent-again = Du hast sie noch einmal losgeschickt.
reason-stopped-by-user = Du hast die Sequenz gestoppt.
reason-approval-approved = Du hast die Nachricht freigegeben.
reason-approval-changed = Du hast die Nachricht mit deinem Text losgeschickt.
reason-approval-replaced = Der Entwurf wurde durch einen neuen ersetzt.
reason-approval-undone = Du hast die Freigabe zurückgenommen.
reason-draft-only = Antworten an Kontakte gehen erst raus, wenn du sie freigibst.
reason-offer = Angebote ab 50 gibst du frei.
reason-high-tier = Bei wichtigen Kontakten gibst du jede Antwort frei.
reason-low-confidence = Ich war mir beim Entwurf nicht sicher genug.
reason-not-own-words = Der Text stammt nicht wörtlich von dir, deshalb wartet er auf dein Okay.
reason-ai-text = Der Text stammt vom Assistenten, deshalb wartet er auf dein Okay.
reason-recipient-not-said = Du hast die Person nicht selbst genannt, deshalb frage ich nach.
reason-many-recipients = Es waren viele Empfänger auf einmal, deshalb frage ich nach.
reason-hourly-cap = In der letzten Stunde gingen schon sehr viele Nachrichten raus.
reason-auto = Die Antwort durfte von allein raus.
reason-optout-likely = Die letzte Nachricht klang nach einer Abmeldung.

## Hinweise auf das Schicksal einer Nachricht

notice-you = dich
notice-refused = Die Nachricht an { $who } ist doch nicht rausgegangen. { $reason }
    »{ $text }«
notice-failed = Die Nachricht an { $who } kam nicht durch. { $reason }
    »{ $text }«
notice-doubt = Ich weiß nicht, ob diese Nachricht an { $who } angekommen ist. { $reason }
    »{ $text }«

## Hilfe

help-rep = Hallo { $name }, das kann ich für dich tun:
    • Nachrichten: »Schreib Clara: Bin gleich da«
    • Erinnerungen: »Erinnere mich morgen um 10 an Jonas«
    • Termine: »Termin mit Oliver am Dienstag um 17 Uhr«
    • Sequenzen: »Starte die Ghost-Reaktivierung für Petra«
    • Kontakte: »Wie heiß ist Oliver?«, »Zeig mir meine heißen Leads«
    • Freigaben: Antworten an deine Kontakte schlage ich vor, du entscheidest
    • »Warum ging das nicht raus?« beantworte ich auch
help-team = Hallo { $name }, das kann ich für dich und dein Team tun:
    • Nachrichten: »Schreib Clara: Bin gleich da«
    • Erinnerungen: »Erinnere mich morgen um 10 an Jonas«
    • Termine: »Termin mit Oliver am Dienstag um 17 Uhr«
    • Sequenzen: »Starte die Ghost-Reaktivierung für Petra«
    • Kontakte: »Wie heiß ist Oliver?«, »Zeig mir meine heißen Leads«
    • Freigaben: Antworten an Kontakte schlage ich vor, ein Mensch entscheidet
    • Team: »Wie läuft das Team?«, »Wer braucht Hilfe?«, »Lade Jonas ins Team ein«
    • »Warum ging das nicht raus?« beantworte ich auch
help-messages = Sag mir, wem ich was schreiben soll: »Schreib Clara: Bin gleich da« oder »/whatsapp Clara: Bin gleich da«. Dein Text geht wörtlich raus. 10 Sekunden lang kannst du ihn mit »rückgängig« zurückholen.
help-reminders = »Erinnere mich in 3 Tagen um 9 an Jonas« oder »/erinnerung morgen um 10: Angebot schicken«. Wenn es so weit ist, hakst du ab oder verschiebst: »erledigt«, »nochmal in 2 Stunden«.
help-meetings = »Termin mit Oliver am Dienstag um 17 Uhr«, »Verschieb den Termin mit Oliver auf Freitag um 9«, »Welche Termine habe ich morgen?« Ich vergebe keine Stunde doppelt, beide bekommen eine Kalenderdatei. Mit /kalender verbindest du Google. Außerdem: »Lies beispielfirma.de für Oliver«, »Was weißt du über die Firma Nordlicht?« und »Mail an Oliver, Betreff Angebot: …«.
help-sequences = Eine Sequenz schreibt über Tage von allein und hört auf, sobald geantwortet wird. »Starte den Erstkontakt für Petra«, »Stopp die Sequenz für Petra«. Automatische Nachrichten brauchen eine Einwilligung.
help-leads = »Wie heiß ist Oliver?«, »Zeig mir meine warmen Leads«, »Notiz zu Oliver: mag Tee«, »Oliver ist jetzt Kunde, Zufriedenheit 9«, »/aendere Oliver: Firma = Nordlicht«.
help-approvals = Was ich selbst formuliere, wartet auf dich: Senden, Ändern oder Verwerfen. Als Text geht auch »genehmige 12«, »12 kürzer«, »alle außer 3 freigeben«. Ein zweiter Tipp bewirkt nichts.
help-rules = Ich schreibe nur mit Einwilligung, von allein nur Montag bis Samstag von 8 bis 21 Uhr und nie an Feiertagen. Wer STOPP sagt, hört nichts mehr. »Warum ging das nicht raus?« nennt dir immer den Grund. »Wer hat auf meine Daten zugegriffen?« zeigt dir, was andere von dir gesehen haben. Wer gelöscht werden will: »Lösch alle Daten von Tom«.
help-playbooks = Vorlagen: »Übernimm die Vorlage Winter« holt dir alles, was drin ist, auf einmal. Wer leitet, sagt »Mach aus der Ghost-Reaktivierung eine Vorlage fürs Team: Winter«, »Teil die Vorlage Winter mit Max«, »Verteil die Änderungen der Vorlage Winter«, »Zurück zur vorigen Version der Vorlage Winter« oder »Wie läuft die Vorlage Winter?«.

    Team: »Wer ist in meinem Team?«, »Sofia vertritt mich«. Wer leitet, sagt »Lade Jonas ins Team ein«, »Befördere Sofia«, »Nimm Max aus dem Team«, »Wie läuft das Team?«, »Wer braucht Hilfe?« oder »Gibt es Eskalationen?«.
help-button-playbooks = Team & Vorlagen
help-button-messages = Nachrichten
help-button-reminders = Erinnerungen
help-button-meetings = Termine & Firmen
help-button-sequences = Sequenzen
help-button-leads = Kontakte
help-button-approvals = Freigaben
help-button-rules = Regeln
parked-act = #{ $id } wartet auf dein Okay: »{ $what }« für { $name }.

leaders-answer-escalation = Eskalationen beantworten
leaders-set-video = Das Video einstellen
leaders-website-chat = Den Website-Chat einrichten
leaders-create-template = Eine Teamvorlage anlegen
leaders-publish-template = Eine Teamvorlage freigeben
leaders-push-template = Eine Teamvorlage verteilen
leaders-template-performance = Zahlen zu einer Teamvorlage
leaders-invite-member = Jemanden ins Team einladen
leaders-change-role = Jemanden befördern
leaders-remove-member = Jemanden aus dem Team nehmen
leaders-team-report = Teambericht
leaders-team-help = Wer im Team Hilfe braucht
leaders-rollout = Die Automatik fürs Team
