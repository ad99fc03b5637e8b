### E-mails to leads

ask-subject = What is the e-mail about? Send me the subject.
ask-email = I have no e-mail address for { $name }. What is it?
