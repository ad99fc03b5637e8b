### E-Mails an Kontakte

ask-subject = Worum geht es in der Mail? Schreib mir den Betreff.
ask-email = Von { $name } habe ich keine E-Mail-Adresse. Wie lautet sie?
