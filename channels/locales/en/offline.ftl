# What the bot says without a model when it does nothing. Honest, short, with what it can do.
offline-not-understood = I am not sure I understood that, so I did nothing. These work, for example:
    • Message Anna Berger on WhatsApp: I'm almost there!
    • Remind me in 3 days at 9 about Tom
    • How hot is Lisa?
    Type "help" to see everything I can do.
offline-negated = Understood, I'll leave it. Nothing happened.
offline-hypothetical = That sounds like a thought, so I did nothing. Tell me directly what to do and I will.
offline-off-topic = I can't help with that. I look after your contacts: messages, reminders, sequences and who is hot right now.
offline-greeting = Hello! What can I do for you?
offline-thanks = You're welcome!
offline-cut-short = That is as far as I got. If something is still missing, please tell me again.
offline-left = Not recorded: { $parts }. To keep it, write "note for { $name }: …".
