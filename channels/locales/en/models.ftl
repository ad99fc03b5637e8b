# What the bot says about language models: budget, voice notes.
budget-user = (Your daily budget for the language model is used up. Until midnight I answer by rules and templates.)
budget-team = (Your team's daily budget for the language model is used up. Until midnight I answer by rules and templates.)
voice-heard = 🎤 »{ $text }«
voice-none = I cannot listen to voice notes, no model is set up for that. Please write me in short what it is about.
voice-failed = I could not understand your voice note just now. Please write me in short what it is about, or send it again.
voice-mark = (voice note)
lead-voice-none = 🎤 { $name } sent you a voice note. I cannot listen to it, no model is set up for that. Please listen yourself.
lead-voice-failed = 🎤 { $name } sent you a voice note. I could not understand it just now. Please listen yourself.
lead-sent-files = 📎 { $name } sent you something I cannot read: { $files }. Please have a look yourself.
agent-more-waiting = There are { $count } more waiting for you. /approvals shows every draft.
