### Wie wir auf Telegram und per E-Mail erreichbar sind: Befehlsmenü, Gruppen, Abmelden, Kopplung.

telegram-menu =
    hilfe - Was ich für dich tun kann
    freigaben - Entwürfe, die auf dich warten
    leads - Deine Kontakte
    erinnerung - Dich an etwas erinnern
    zurueck - Die letzte Nachricht zurückholen
    verbinden - WhatsApp oder Telegram mit dir koppeln
    einladung - Dein Link, mit dem sich Leute bei dir eintragen
telegram-group = In Gruppen zeige ich keine Kundendaten. Schreib mir bitte direkt: https://t.me/{ $bot }

mail-subject = Nachricht von { $name }
mail-unsubscribe = Keine E-Mails mehr? Hier abmelden: { $url }

pair-code-own = Dein Code: **{ $code }**

    Schick ihn von dem Telegram oder WhatsApp aus, das du verbinden willst, an meinen Account dort. Er gilt { $minutes } Minuten und einmal.
pair-code-other = Code für { $name }: **{ $code }**

    { $name } schickt ihn vom eigenen Telegram oder WhatsApp an meinen Account dort. Er gilt { $minutes } Minuten und einmal.
pair-done = Verbunden, { $name }! Ab jetzt erreichst du mich auch hier.
pair-took-over = Verbunden, { $name }! Ab jetzt erreichst du mich auch hier.

    Bisher war dieser Messenger mit { $before } verbunden. Das gilt nicht mehr: Er gehört immer nur einer Person, sonst wüsste ich nicht, wer schreibt. { $before } verbindet mit /verbinden einen eigenen.
pair-taken = { $name } hat sich mit einem Code an deinem { $channel ->
    [telegram] Telegram
   *[other] WhatsApp
 } angemeldet. Dort erreichst du mich nicht mehr, ein Messenger gehört immer nur einer Person. Warst du das nicht, hol ihn dir mit /verbinden zurück.
pair-help = Was kannst du?
pair-wrong = Dieser Code gilt nicht oder ist abgelaufen. Hol dir in einem Chat, in dem ich dich kenne, mit /verbinden einen neuen.
pair-locked = Das waren zu viele falsche Codes. Versuch es in einer halben Stunde noch einmal.
pair-nobody = { $name } finde ich in eurem Team nicht.
pair-not-yours = Codes für andere holt eure Teamleitung.

invite-own = Dein Telegram-Link: { $link }

    Wer ihn öffnet und auf Start tippt, ist damit bei dir eingetragen und hat Nachrichten zugestimmt.
invite-lead = Telegram-Link für { $lead }: { $link }

    Er gilt { $days } Tage und einmal, nur für { $lead }. Wer ihn öffnet, schreibt mir als { $lead }.
invite-no-bot = Dafür braucht es einen Telegram-Bot, und noch ist keiner verbunden. Das richtet ein, wer SalesFlow bei euch betreut.

start-greeting = Hallo! Hier ist der KI-Assistent von { $owner }. Schreib mir einfach, worum es geht. Mit STOP ist jederzeit Ruhe.
start-invited = Hallo und willkommen! Hier ist der KI-Assistent von { $owner }. Du bekommst hier Nachrichten von { $owner }, weil du diesen Link geöffnet hast. Mit STOP ist jederzeit Ruhe.

lead-away = { $name } ist laut Abwesenheitsnotiz nicht da, bis { $until }. So lange schreibe ich nicht von allein.
inbox-forwarded = Weitergeleitetes lese ich nicht als Auftrag. Sag mir in eigenen Worten, was ich tun soll.

reason-away = Der Kontakt ist laut Abwesenheitsnotiz gerade nicht da.
reason-blocked = Der Kontakt hat mich dort blockiert.
reason-address-invalid = Diese E-Mail-Adresse gibt es nicht (mehr).
reason-bounced = Die E-Mail kam als unzustellbar zurück.
reason-empty = Die Nachricht war leer.
reason-paired = Das war kein Kontakt, sondern jemand aus dem Team.

optin-subject = Bitte bestätigen: E-Mails von { $owner }
optin-mail-du =
    Hallo { $name },

    { $owner } möchte dir gelegentlich Informationen und Angebote per E-Mail schicken. Dafür brauchen wir dein Ja. Öffne dazu bitte diese Seite und tippe dort auf »Ja, gern«:

    { $link }

    Der Link gilt { $days } Tage. Wenn du nichts tust, bekommst du keine weiteren E-Mails. Dein Ja kannst du jederzeit widerrufen, mit einem Klick in jeder E-Mail.

    Hier schreibt der KI-Assistent von { $owner }.
optin-mail-sie =
    Guten Tag { $name },

    { $owner } möchte Ihnen gelegentlich Informationen und Angebote per E-Mail schicken. Dafür brauchen wir Ihr Ja. Öffnen Sie dazu bitte diese Seite und tippen Sie dort auf »Ja, gern«:

    { $link }

    Der Link gilt { $days } Tage. Wenn Sie nichts tun, bekommen Sie keine weiteren E-Mails. Ihr Ja können Sie jederzeit widerrufen, mit einem Klick in jeder E-Mail.

    Hier schreibt der KI-Assistent von { $owner }.
optin-asked = Die Bestätigungsmail an { $name } ({ $address }) geht raus. Sobald der Link darin bestätigt ist, darf ich E-Mails schicken.
optin-no-address = Für { $name } ist keine E-Mail-Adresse eingetragen.
optin-already = { $name } hat E-Mails schon zugestimmt.
optin-asked-lately = { $name } wurde in den letzten 30 Tagen schon gefragt. Noch einmal frage ich nicht.
optin-refused = Die Bestätigungsmail an { $name } geht nicht raus. { $reason }
optin-confirmed = { $name } hat bestätigt: E-Mails sind willkommen.
lead-left = { $name } hat sich abgemeldet. Ab jetzt schreibe ich dort auf keinem Kanal mehr.
reason-optin = Das ist die eine Mail, die um eine Einwilligung bittet.

page-unsubscribe = Möchtest du keine Nachrichten mehr von uns bekommen? Das gilt dann für alle Kanäle.
page-unsubscribe-button = Ja, abmelden
page-unsubscribed = Erledigt. Von uns kommt nichts mehr.
page-confirm = Möchtest du an { $address } gelegentlich Informationen und Angebote per E-Mail bekommen? Du kannst das jederzeit mit einem Klick beenden.
page-confirm-button = Ja, gern
page-confirmed = Danke, das ist notiert. Du kannst diese Seite schließen.
page-link-unknown = Dieser Link gilt nicht oder nicht mehr. / This link is not valid (any more).
