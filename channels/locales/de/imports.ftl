# Kontakte aus Dateien.
import-text = { $text }
import-how = Schick mir einfach die Datei hier in den Chat: Kontakte als vCard, CSV oder Excel, oder einen exportierten WhatsApp-Chat (.txt oder .zip). Ich zeige dir vorher, was ich anlegen würde.
import-preview = In »{ $file }« { $count ->
        [one] ist ein neuer Kontakt
       *[other] sind { $count } neue Kontakte
    }{ $skipped ->
        [0] .
       *[other] , { $skipped } lasse ich aus.
    }
import-sample = • { $name } ({ $reach })
import-more = … und { $count } weitere
import-lines = { $count } Nachrichten
import-nobody = In »{ $file }« ist niemand, den ich anlegen könnte.
import-locked = { $count ->
        [one] An einem davon arbeitet schon jemand aus deinem Team.
       *[other] An { $count } davon arbeitet schon jemand aus deinem Team.
    } Anlegen geht, schreiben erst, wenn es frei ist oder deine Leitung es so will.
import-no-consent = Eine Einwilligung ist ein Import nicht: Bevor ich von selbst schreibe, brauche ich dein Okay pro Person.
import-running = Läuft: { $done } von { $total } Kontakten.
import-progress = Läuft: { $done } von { $total } Kontakten.
import-done = Fertig. Aus »{ $file }« { $created ->
        [one] habe ich einen Kontakt angelegt
       *[other] habe ich { $created } Kontakte angelegt
    }{ $joined ->
        [0] .
        [one] {""} und einen Chat dazugelegt.
       *[other] {""} und { $joined } Chats dazugelegt.
    }
import-skipped = Nr. { $row }: { $shown } – { $reason }
import-skipped-more = … und { $count } weitere ausgelassen
import-skip-empty = leer
import-skip-no-address = keine Nummer und keine E-Mail
import-skip-unreadable-address = Nummer oder E-Mail nicht lesbar
import-skip-unreadable-card = Karte nicht lesbar
import-skip-twice = steht doppelt in der Datei
import-skip-known = hast du schon
import-skip-group = ein Gruppenchat, daraus lege ich niemanden an
import-skip-only-yourself = hier schreibst nur du
import-problem-gone = Die Datei habe ich nicht mehr. Schick sie mir bitte noch einmal.
import-problem-too-large = Die Datei ist zu groß für mich. Teil sie bitte auf und schick sie noch einmal.
import-problem-too-many = In »{ $file }« sind mehr als 5.000 Kontakte. Teil die Datei bitte auf.
import-problem-no-table = »{ $file }« kann ich nicht als Tabelle lesen. Speichere sie bitte als CSV oder .xlsx und schick sie noch einmal.
import-problem-no-text = »{ $file }« ist keine Textdatei. Ich lese vCard, CSV, Excel und exportierte WhatsApp-Chats.
import-problem-nothing-inside = In »{ $file }« habe ich nichts gefunden, was nach Kontakten aussieht.
import-problem-no-chat-inside = In »{ $file }« ist kein exportierter WhatsApp-Chat. Ich lese vCard, CSV, Excel und exportierte Chats.
import-unknown = Diesen Import kenne ich nicht mehr.
import-over = Der Import ist schon erledigt, hier passiert nichts mehr.
import-undone = { $gone ->
        [one] Ein Kontakt ist
       *[other] { $gone } Kontakte sind
    } wieder weg.{ $kept ->
        [0] {""}
        [one] {" "}Einen habe ich behalten, weil inzwischen etwas passiert ist.
       *[other] {" "}{ $kept } habe ich behalten, weil inzwischen etwas passiert ist.
    }
button-import = Anlegen ({ $count })
button-import-undo = Import rückgängig
