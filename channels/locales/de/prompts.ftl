# Die Prompt-Bibliothek.
prompt-output = { $name }:
    »{ $text }«
prompt-which = Welcher Prompt soll es sein?
prompt-inputs-missing = Für »{ $name }« fehlt mir noch: { $inputs }.
prompt-ask = »{ $name }«: { $input }?
prompt-ask-shorter = »{ $name }«: { $input } bitte etwas kürzer, höchstens { $most } Zeichen.
prompt-inputs-unfit = Die Angaben für »{ $name }« passen so nicht.
prompt-tap = Das geht nur über den Knopf unter dem Text.
prompt-execution-unknown = Diesen Text kenne ich nicht mehr. Lass ihn noch einmal schreiben.
prompt-rated = Danke, { $stars } { $stars ->
        [one] Stern
       *[other] Sterne
    } gemerkt.
button-prompt-whatsapp = Per WhatsApp senden
button-prompt-email = Als E-Mail senden
button-prompt-again = Noch einmal
button-prompt-shorter = Kürzer
button-prompt-warmer = Herzlicher
button-prompt-formal = Förmlicher
ask-execution = Welcher Text? Nenn mir bitte seine Nummer.
ask-rating = Wie viele Sterne, 1 bis 5?
generated-message = Mein Vorschlag für { $name }:
    »{ $text }«
generated-blocked = Dazu finde ich für { $name } keinen Text, der so hinausgehen dürfte.
chat-system = Du bist die Vertriebskollegin von SalesFlow. Antworte kurz und warm, erfinde nichts und verspreche weder Wirkung noch Einkommen.
chat-without-model = Frei formulieren kann ich nur mit einem Sprachmodell, und gerade ist keines eingerichtet. Mit use_functions=true mache ich trotzdem alles, was du mir sagst.
voice-set = Gemerkt. So klingen Nachrichten von { $name } ab jetzt.
voice-not-found = Diese Person gibt es in deinem Team nicht.
ask-conversation = In welchem Gespräch?
