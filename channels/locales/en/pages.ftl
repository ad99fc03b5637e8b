# The pages in the browser: playground with chat, phones, clock and insight.

## On top

page-theme = Light or dark
page-clock = The playground's clock
page-clock-about = Time runs as you like here: whatever falls due on the way happens.
page-move-10s = 12 seconds on (time to undo)
page-move-1h = + 1 hour
page-move-1d = + 1 day
page-move-7d = + 1 week
page-move-morning = Tomorrow morning at 9
page-move-next = To the next event
page-reset = Start all over
page-was-reset = Fresh as on the first day.
page-clock-refused = I cannot set the clock that far.
page-nothing-due = Nothing is due in the next 60 days.
page-moved = { $time }: { $what }
page-moved-quietly = { $time }. Nothing was due on the way.
page-ran-tick-enrolments = { $count ->
    [one] 1 sequence step
   *[other] { $count } sequence steps
}
page-ran-tick-reminders = { $count ->
    [one] 1 reminder
   *[other] { $count } reminders
}
page-ran-sweep-outbox = { $count ->
    [one] 1 message
   *[other] { $count } messages
}
page-ran-expire-approvals = { $count ->
    [one] 1 notice on approvals
   *[other] { $count } notices on approvals
}

## Chat and phones

page-tab-rep = Chat
page-tab-lead = Phones
page-tab-insight = Insight
page-role-rep = Sales
page-role-leader = Team lead
page-role-admin = Administration
page-nobody-here = Nobody is here yet. "Start all over" brings the demo team.
page-nobody-answers = Nobody listens on this channel right now. "Start all over" brings the demo team back.
page-write-rep = Message to SalesFlow
page-write-lead = Write as this contact
page-send = Send
page-attach = Attach a file
page-download = Download
page-file-too-big = This file is too big; 600 KB at most.
page-file-unreadable = This file cannot be read.
page-tapped = Button pressed
page-edited = { $time }, edited
page-hello = Hello { $name }!
page-hello-more = Write to me as you would to a colleague. For example:
page-suggest-hot = Show me my hot leads
page-suggest-write = Text Emily on WhatsApp: See you tomorrow at 3!
page-suggest-remind = Remind me about Julia tomorrow at 10
page-suggest-score = How hot is Tom?
page-suggest-help = Help
page-phone-empty = { $name }'s phone
page-phone-empty-more = Nothing here yet. What you write below you write as this contact.
page-no-leads = No contacts yet
page-no-leads-more = With "New" somebody writes for the first time.
page-new = New
page-search = Search
page-find-contact = Find a contact
page-found-nobody = I cannot find anybody.
page-new-contact = Somebody new writes
page-new-contact-more = This is how an inquiry arrives on WhatsApp.
page-name = Name
page-number = Mobile number
page-first-words = First message
page-cancel = Cancel
page-number-wrong = This is not a phone number. Write it like this: +49 151 2345678
page-words-missing = The message is still missing.
page-channel-whatsapp = WhatsApp
page-channel-telegram = Telegram
page-channel-email = E-mail
page-channel-instagram = Instagram
page-channel-web = Web chat
page-channel-console = Terminal

## Insight

page-no-lead-chosen = Choose a contact to see what I know about them.
page-approvals = Waiting for you
page-approvals-none = Nothing. What I word myself waits here for you before it leaves.
page-nobody = Contact
page-until = until { $when }
page-act-approve = Send
page-act-change = Change
page-act-reject = Discard
page-command-approval = /approve { $number }
page-command-yes = { $head } send
page-command-no = { $head } reject
page-score = How hot
page-score-from = from the message of { $when }
page-score-early = Has not written yet.
page-quality-hot = HOT
page-quality-warm = WARM
page-quality-cold = COLD
page-sequence = Sequence
page-sequence-none = None is running. Start:
page-sequence-nothing = None is running.
page-say-start = Start { $sequence } for { $name }
page-status-active = running
page-status-paused = paused
page-status-completed = done
page-status-cancelled = ended
page-next-step = Next: { $step }, { $when }
page-reminders = Reminders
page-reminder-bare = Get in touch
page-decided = Why

## Signing in

page-login-about = Sign in to see your leads.
page-login-name = Name
page-login-password = Password
page-login-go = Sign in
page-login-wrong = The name or the password is wrong.
page-login-many = Too many tries. Wait a few minutes.
page-login-away = Nobody can be reached right now. Try again in a moment.
page-login-demo = To try it, one tap:
page-account = Account
page-sign-out = Sign out

## Dashboard

page-nav-dashboard = Leads
page-nav-approvals = Approvals
page-nav-sandbox = Playground
page-nav-lead = Lead
page-greeting = Hello { $name }
page-leads-live = { $count ->
    [one] 1 lead, live
   *[other] { $number } leads, live
}
page-export-csv = CSV
page-export-xlsx = Excel
page-all-leads = Leads
page-new-leads = New in 7 days
page-team = Team
page-member-leads = { $count ->
    [one] 1 lead
   *[other] { $number } leads
} · { $waiting } open
page-chart-days = New leads
page-chart-days-hint = 30 days
page-chart-scores = Scores
page-chart-scores-hint = from 0 to 100
page-chart-sources = Where from
page-search-leads = Name, company, place, e-mail or number
page-all = All
page-any-stage = Any stage
page-any-source = Any way
page-any-owner = Whole team
page-sort-score = Hottest first
page-sort-last-inbound-at = Wrote last
page-sort-created-at = Newest first
page-sort-name = By name
page-no-match = Nobody matches
page-no-match-more = Take a filter away or search for something else.
page-never-wrote = never
page-span = { $first } to { $last } of { $total }
page-span-of-many = { $first } to { $last } of more than { $total }
page-page-before = Back
page-page-after = Next
page-source-inbound = wrote to us
page-source-demo = Demo
page-source-import = Import
page-source-rep = added by hand
page-source-whatsapp = WhatsApp
page-source-telegram = Telegram
page-source-instagram = Instagram
page-source-website = Website
page-source-email = E-mail

## Lead and approvals

page-back = All leads
page-lead-unknown = There is no such lead, or it is somebody else's.
page-owner = with { $name }
page-source = Way
page-since = Since
page-notes = Notes
page-notes-none = None yet.
page-note-new = New note
page-note = Note
page-keep = Keep
page-talk = Conversation
page-talk-none = Not a word yet.
page-talk-not-yours = Only { $name } reads this conversation.
page-score-history = Scores so far
page-state-held = leaves in a moment
page-state-queued = waiting
page-state-sending = on its way
page-state-sent = sent
page-state-delivered = delivered
page-state-read = read
page-state-failed = not sent
page-state-in-doubt = unclear whether it arrived
page-state-refused = not allowed
page-state-cancelled = taken back
page-desk-empty = All decided
page-confidence = Confidence { $value } of 100
page-own-words = Your words
page-why-reject = Why not? (may stay empty)
page-close = Close

## Columns of tables as files

page-column-name = Name
page-column-phone = Phone
page-column-email = E-mail
page-column-company = Company
page-column-place = Place
page-column-stage = Stage
page-column-quality = Temperature
page-column-score = Score
page-column-source = Way
page-column-is-customer = Customer
page-column-satisfaction-score = Satisfaction
page-column-last-inbound-at = Wrote last
page-column-created-at = Since

## Shared view

page-share = Share
page-share-more = Whoever has the link sees this list without a login, read-only, without numbers, addresses and conversations.
page-share-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
page-share-open = Open links
page-share-whole = All leads
page-copy = Copy
page-copied = Link copied
page-open = Open
page-revoke = Revoke
page-shared-title = { $name }'s leads
page-shared-until = Read-only, until { $when }
page-shared-none = Nobody is here right now.
page-shared-gone = This link does not exist, or no longer.
page-shared-gone-more = Ask the person you have it from for a new one.
page-lost = There is nothing here.
page-lost-home = To the start
