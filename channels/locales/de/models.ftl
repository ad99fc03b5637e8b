# Was der Bot über Sprachmodelle sagt: Budget, Sprachnachrichten.
budget-user = (Dein Tagesbudget für das Sprachmodell ist aufgebraucht. Bis Mitternacht antworte ich nach Regeln und Vorlagen.)
budget-team = (Das Tagesbudget eures Teams für das Sprachmodell ist aufgebraucht. Bis Mitternacht antworte ich nach Regeln und Vorlagen.)
voice-heard = 🎤 »{ $text }«
voice-none = Sprachnachrichten kann ich nicht abhören, dafür ist kein Modell eingerichtet. Schreib mir bitte kurz, worum es geht.
voice-failed = Deine Sprachnachricht konnte ich gerade nicht verstehen. Schreib mir bitte kurz, worum es geht, oder schick sie noch einmal.
voice-mark = (Sprachnachricht)
lead-voice-none = 🎤 { $name } hat dir eine Sprachnachricht geschickt. Ich kann sie nicht abhören, dafür ist kein Modell eingerichtet. Hör bitte selbst hinein.
lead-voice-failed = 🎤 { $name } hat dir eine Sprachnachricht geschickt. Ich konnte sie gerade nicht verstehen. Hör bitte selbst hinein.
lead-sent-files = 📎 { $name } hat dir etwas geschickt, das ich nicht lesen kann: { $files }. Schau bitte selbst hinein.
agent-more-waiting = Dazu kommen { $count } weitere, die auf dich warten. Mit /freigaben siehst du alle Entwürfe.
