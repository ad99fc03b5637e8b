# What the bot says outside its tools: the door in, cards about leads, open questions.
inbox-empty = There was nothing in it that I can read. Just write what you need.
inbox-files-later = I can't open files yet. Please tell me in a line what it is about.
tap-unknown = I don't know this button any more. Just write what you would like.
tap-used = That is already settled, nothing more happens here.
tap-expired = That question has expired. Tell me again what to do.
choice-dropped = Okay, I'll leave it.
nothing-open = Nothing is open right now.
command-unknown = I don't know the command /{ $command }. Use /help to see what I can do.
turn-failed = I could not process that message; the fault is mine. I did nothing. Please try again in other words.
agent-too-long = That took me too long, so I stopped. Please try again.
agent-no-words = I have no good answer to that. Use /help to see what I can do.
lead-wrote = 💬 { $name }: “{ $text }”
lead-scored-hot = 🔥 HOT { $score } ({ $why })
lead-scored-warm = 🌤 WARM { $score } ({ $why })
lead-scored-cold = ❄️ COLD { $score } ({ $why })
lead-proposal = My proposal:
    “{ $text }”
lead-answered = I answered:
    “{ $text }”
lead-opted-out = 🛑 { $name } wants no more messages (“{ $text }”). Everything is stopped, on all channels. I confirmed it once, neutrally.
lead-opted-out-wrote = { $name } has opted out. So I propose no answer, and nothing goes out from here.
lead-optout-likely = It sounds as if { $name } wants no more messages. Until you tell me, I send nothing automatic.
lead-unread = { $name } wrote, but I could not analyse it: “{ $text }”
button-optout-yes = End contact
button-optout-no = Stay in contact
optout-confirmed-du = All right, you will get no more messages.
optout-confirmed-sie = All right, you will get no more messages.
lead-from-form = Came through your website, unverified ({ $reach }). That is no consent yet: write to { $name } yourself and I will ask you for the basis.
