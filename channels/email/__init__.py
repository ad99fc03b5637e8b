"""E-mail through any mailbox: SMTP out, IMAP in; what a mail is and says is decided in pure modules."""
