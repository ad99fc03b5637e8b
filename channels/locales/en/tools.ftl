### What the tools say: answers, questions, buttons, notices about messages.

## Runner: questions and refusals

tool-failed = That did not work, and the fault is mine. Nothing happened. Please try again.
tool-unknown = I can't do "{ $tool }". /help shows you what I can do.
tool-denied-role = { $what ->
        [0] Your role may not do that.
       *[other] { $what }: Your role may not do that.
    } Please ask your team leader.
arguments-invalid = Something is wrong with { $field }: { $problem }
ask-lead = Who do you mean? Send me the name or the number.
ask-text = What shall I write? Send me the exact words.
ask-date = When shall I remind you? For example: tomorrow at 10.
ask-when = When shall I move it to? For example: tomorrow at 9, or in 2 hours.
ask-sequence = Which sequence do you mean? For example: ghost reactivation.
ask-note = What shall I note down?
ask-field = What shall I change? For example: phone, company or satisfaction.
ask-value = And what should it say?
ask-approval = Which message do you mean? Send me its number.
ask-message = Which message do you mean? Send me its number.
ask-query = What shall I look for?
lead-which = I know more than one "{ $name }". Who do you mean?
lead-did-you-mean = I can't find "{ $name }" as such. Do you mean:
lead-unknown = I can't find "{ $name }" among your contacts. What exactly is the name?
lead-not-yours = I can't find that contact among yours.
gate-role = Your role may not do that. Please ask your team leader.
gate-hourly-cap = You sent a great many messages in the last hour. Take a short break, then we go on.

## Times

moment-at-once = right away
when-missing = When exactly? Say for example "tomorrow at 10" or "in 3 days".
when-unclear = I'm not sure about "{ $text }". When exactly do you mean?
when-past = "{ $text }" is already over. When should it be?

## Buttons

button-approve = Send
button-change = Change
button-reject = Reject
button-send-by = Send by { $channel }
button-undo = Undo
button-yes-change = Yes, change it
button-no = No, leave it
button-all = All
button-send-again = Send again
button-leave-it = Leave it
button-send-now = Send now
button-send-anyway = Send anyway
button-send-then = Only { $when }
button-send-when-possible = Send as soon as possible
button-send-template = Template: { $text }
button-basis-agreed = Has agreed
button-basis-wrote-first = Wrote to me first
button-basis-customer = Is a customer already
button-start-silent = Start anyway
button-stop-sequence = Stop
button-cancel-reminder = Never mind
button-in-an-hour = In 1 hour
button-in-three-hours = In 3 hours
button-tomorrow = Tomorrow at 9
button-all-approve = Send all
button-all-reject = Reject all
snooze-tomorrow = tomorrow at 9 am

## Sending

channel-whatsapp = WhatsApp
channel-telegram = Telegram
channel-email = e-mail
channel-instagram = Instagram
channel-web = web chat
channel-console = terminal
send-held = Going out to { $name } in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} ({ $channel }): "{ $text }"{ $warning }
send-now = On its way to { $name } ({ $channel }): "{ $text }"{ $warning }
send-later = Going out to { $name } { $when } ({ $channel }): "{ $text }"{ $warning }
send-warning = ⚠️ A note on that: { $reasons }
send-already = I have already taken this message to { $name }; it will not go out twice.
send-refused = The message to { $name } did not go out. { $reason }
send-wait = The message to { $name } can't go yet. { $reason } It is possible { $when }.
send-template-unknown = That template does not exist, is not approved or does not fit this contact.
send-ask-no-consent = May you write to { $name } on { $channel }? Nothing is on record yet. What is true?
send-ask-quiet-hours = It is quiet hours for { $name }. Send now, or only { $when }?
send-ask-holiday = It is a public holiday for { $name }. Send now, or only { $when }?
send-way-instead = I cannot write by { $way }. I can reach { $name } on { $channel }. Shall it go that way?
send-way-unknown = I cannot write by { $way }, and I have no other address for { $name } either.
send-ask-window-closed = The 24-hour window to { $name } is closed, so your text will not get through on { $channel } right now. Shall an approved template go instead?
send-ask-window-closed-then = By then the 24-hour window to { $name } will be closed, and { $channel } will no longer take your text. Shall an approved template go instead?
send-ask-paused = I paused { $name } because the last message sounded like an opt-out. Do you want to write anyway?
send-ask-other = I need your okay for { $name }. { $reason }

## Reminders

reminder-created = All right, I'll get back to you { $when }.
reminder-created-note = All right, I'll remind you { $when }: { $note }
reminder-created-lead = All right, I'll remind you of { $name } { $when }.
reminder-created-lead-note = All right, I'll remind you of { $name } { $when }: { $note }
reminder-about-nothing = Reminder
reminder-none = You have no open reminder right now.
reminder-none-lead = You have no open reminder about { $name } right now.
reminder-unknown = I can't find that reminder among yours.
reminder-closed = That reminder is done already.
reminder-which = Which reminder do you mean?
reminder-done = Ticked off: { $about } ✅
reminder-dismissed = Dropped: { $about }
reminder-snoozed = Moved: { $about }. I'll come back to it { $when }.
reminder-snoozed-often = Moved: { $about }. I'll come back to it { $when }. That makes { $count } times now. Would another day suit you better, or is it no longer needed?

## Sequences

sequence-which = "{ $name }" could be more than one sequence. Which one do you mean?
sequence-unknown = I don't know a sequence called "{ $name }". These are the ones there are:
sequence-none = No sequence is running for { $name } right now.
sequence-stop-which = Which sequence shall I stop for { $name }?
sequence-stopped = Stopped for { $name }: { $sequence }. Nothing goes out automatically any more.
sequence-started = "{ $sequence }" is now running for { $name }. Next: { $step }, { $when }.
sequence-started-silent = "{ $sequence }" is now running for { $name }, next: { $step }, { $when }. As long as no consent is on record I leave the messages out. Only reminders for you will come.
sequence-running = "{ $sequence }" is already running for { $name }. Next: { $step }, { $when }.
sequence-cooling-down = "{ $sequence }" ran for { $name } only recently. It can start again { $when }.
sequence-opted-out = { $name } does not want any more messages. So I am not starting "{ $sequence }".
sequence-ask-consent = Automatic messages to { $name } need express consent, and none is on record. Do you have it?

## Contacts

score-answer-hot = 🔥 { $name }: { $quality }, { $score } of 100
    { $reasons }
score-answer-warm = 🌤 { $name }: { $quality }, { $score } of 100
    { $reasons }
score-answer-cold = ❄️ { $name }: { $quality }, { $score } of 100
    { $reasons }
score-answer-unheard = { $name }: { $quality }, { $score } of 100. There is no message to go by yet; this counts so far:
    { $reasons }
score-no-reasons = • nothing yet that scores
leads-found = { $total } found, the first { $shown }:
    { $lines }
leads-found-all = { $total ->
    [one] One contact
   *[other] { $total } contacts
} found:
    { $lines }
leads-none = I can't find anybody of yours for that.
lead-never-contacted = no contact yet
lead-updated = { $name }, { $field }: { $value } (was: { $old })
lead-updated-first = { $name }, { $field }: { $value }
lead-customer-yes = { $name } is now one of your customers.
lead-customer-no = { $name } is no longer one of your customers.
lead-contact-ended-yes = All right, nothing more goes out to { $name } from here, on any channel.
lead-contact-ended-no = All right, things go on with { $name } as before.
lead-unchanged = { $name }, { $field }: { $value }. It was like that already.
lead-update-confirm = Shall I really set { $field } of { $name } to "{ $value }"?
lead-opted-out-stays = { $name } opted out personally. Only { $name } can change that.
field-unknown = I don't know "{ $field }" as a detail. I can change: { $allowed }
value-not-allowed = "{ $value }" does not fit { $field }. Possible: { $allowed }
value-yes = yes
value-no = no
value-mode-auto = answers automatically
value-mode-draft-only = drafts only
value-mode-off = off
value-consent-agreed = has agreed expressly
value-consent-wrote-first = wrote first
value-consent-customer = is a customer already
value-consent-withdrawn = no consent
value-stage-new = new
value-stage-in-contact = in touch
value-stage-interested = interested
value-stage-meeting = meeting agreed
value-stage-customer = customer
value-stage-partner = in the team
value-stage-nurture = long-term nurture
value-stage-archived = archived
value-stage-lost = lost
value-language-de = German
value-language-en = English
value-register-du = du (informal)
value-register-sie = Sie (formal)
value-disg-D = D (red: wants results, short and direct)
value-disg-I = I (yellow: wants enthusiasm and people)
value-disg-S = S (green: wants calm and safety)
value-disg-G = C (blue: wants facts and precision)
value-empty = empty
field-is-customer = customer
field-satisfaction-score = satisfaction
field-stage = stage
field-phone = phone
field-email = e-mail
field-company = company
field-place = place
field-name = name
field-tier = tier
field-watched-video = video watched
field-language = language
field-register = form of address
field-disg = DISC type
field-region = region
field-zone = time zone
field-objection = objection
field-interest = interest
field-mode = answer mode
field-consent = consent
field-do-not-contact = contact ended
field-quality = temperature
note-added = Noted about { $name }: { $note }

## Approvals

parked-card = Shall this go out? To { $name } (#{ $id }): "{ $text }"
approval-which = { $count ->
    [one] One message is
   *[other] { $count } messages are
} waiting for you:
    { $lines }
approval-none = Nothing is waiting for your approval right now.
approval-unknown = I can't find an approval number { $number } among yours.
approval-already = #{ $id } is decided already ({ $state }). Nothing happens.
approval-too-old = #{ $id } has expired and will not go any more. Just tell me again what to send.
approval-tampered = #{ $id } no longer matches what you saw. I sent nothing.
approval-nothing-to-change = There is no text to change in that.
approval-ask-text = What should the message to { $name } say? Send me the whole text and it goes out like that. Or tell me: shorter, more casual, more formal.
    So far: "{ $text }"
approval-restyled-partly = New draft to { $name } (#{ $id }): "{ $text }"
    Without a language model I can't do this: { $wishes }. Just send me your own text for it.
approval-restyle-cannot = I can't make this text "{ $wishes }" without a language model. Just tell me what the message to { $name } should say.
approval-rejected = Rejected. Nothing goes to { $name }.
approval-all-approve = { $count ->
    [one] One message goes
   *[other] { $count } messages go
} out: { $numbers }{ $problems }
approval-all-reject = Rejected: { $numbers }{ $problems }
approval-all-failed = None of them went.{ $problems }
approval-all-confirm = Shall all of this be it?
    { $lines }
approval-card-approved = ✅ To { $name }, approved by you: "{ $text }"
approval-card-changed = ✏️ To { $name }, with your words: "{ $text }"
approval-card-rejected = ✖️ Rejected, nothing goes to { $name }: "{ $text }"
approval-card-replaced = Replaced by a new draft to { $name }. The old one was: "{ $text }"
approval-state-approved = approved
approval-state-changed = sent with your words
approval-state-rejected = rejected
approval-state-expired = expired
approval-state-void = void
approval-state-replaced = replaced by a new draft
approval-state-undone = taken back
style-shorter = shorter
style-longer = longer
style-informal = more casual
style-formal = more formal
style-warmer = warmer
style-emoji = with emojis
style-no-emoji = without emojis
style-german = in German
style-english = in English
style-direct = another tone

## Taking back

undo-done = Taken back, nothing goes to { $names }: "{ $text }"
undo-approval = Taken back, nothing goes to { $names }. The draft is waiting for you again: "{ $text }"
undo-partly = I could take back { $count ->
    [one] one message
   *[other] { $count } messages
} to { $names }. { $gone ->
    [one] One was
   *[other] { $gone } were
} on the way already.
undo-too-late = Too late, the message is on its way already.
undo-already = That did not go out, so there is nothing to take back.
undo-nothing = There is nothing to take back right now.

## Doubt

doubt-none = Nothing is in doubt. I know what became of every message.
doubt-list = I don't know whether these { $count } messages arrived:
    { $lines }
doubt-ask = I don't know whether this message to { $name } arrived: "{ $text }"
    Send it again or leave it?
doubt-unknown = I can't find that message among yours.
doubt-cleared = Nothing is open there any more, the message is { $state }.
doubt-again = I'm sending the message to { $name } once more.
doubt-leave = All right, I'll leave it. Whether { $name } got the message stays open.
message-state-held = on hold, you can still take it back
message-state-queued = about to leave
message-state-sending = on its way
message-state-sent = sent
message-state-delivered = delivered
message-state-read = read
message-state-failed = not delivered
message-state-in-doubt = unclear
message-state-refused = not sent
message-state-cancelled = cancelled

## Why?

explain-answer = { $lines }
explain-nothing = Nothing is recorded about that. There was no decision for or against a message.
explain-nothing-for = Nothing is recorded that held back a message to { $name }.
explain-all-went = Nothing was held back for { $name }. Last decided ({ $when }): { $reason }
explain-held = { $name }, { $when }: { $reason }
explain-held-step = { $name }, { $when }, step "{ $step }": { $reason }
explain-also = Before that, { $when }: { $reason }
explain-also-step = Before that, { $when }, step "{ $step }": { $reason }
explain-until = It goes on { $when }.
explain-went-later = Something did go out after that, though ({ $when }).
explain-message = The last message "{ $text }" is { $state }.
explain-message-later = The last message "{ $text }" goes out { $when }.
explain-sequence = Sequence "{ $sequence }": next { $step }, { $when }.
explain-sequence-waits = Sequence "{ $sequence }": { $step } is waiting for your approval.
explain-sequence-rests = Sequence "{ $sequence }" is resting before { $step }.
explain-paused = { $name } is paused until you decide whether the contact goes on.

reason-holiday-named = Public holiday for this contact: { $holiday }.
reason-other = The reason was: { $rule }.
reason-unreachable = I have no address of this person on that channel.
reason-no-answer = The provider did not answer, so nobody knows whether it arrived.
reason-provider-busy = The provider is too busy right now.
reason-provider-unreachable = The provider can't be reached.
reason-never-left = The message had not left yet, so it is sent again.
reason-undone = You took the message back.
reason-left = It stayed open whether it arrived, and you did not want to send it again.
reason-sent-again = You sent it once more.
reason-stopped-by-user = You stopped the sequence.
reason-approval-approved = You approved the message.
reason-approval-changed = You sent the message with your own words.
reason-approval-replaced = The draft was replaced by a new one.
reason-approval-undone = You took the approval back.
reason-draft-only = Answers to contacts only go out once you approve them.
reason-offer = You approve offers of 50 and more.
reason-high-tier = You approve every answer to important contacts.
reason-low-confidence = I was not sure enough about the draft.
reason-not-own-words = The text is not literally yours, so it waits for your okay.
reason-ai-text = The text comes from the assistant, so it waits for your okay.
reason-recipient-not-said = You did not name the person yourself, so I ask.
reason-many-recipients = There were many recipients at once, so I ask.
reason-hourly-cap = A great many messages went out in the last hour.
reason-auto = The answer was allowed to go by itself.
reason-optout-likely = The last message sounded like an opt-out.

## Notices about what became of a message

notice-you = you
notice-refused = The message to { $who } did not go out after all. { $reason }
    "{ $text }"
notice-failed = The message to { $who } did not get through. { $reason }
    "{ $text }"
notice-doubt = I don't know whether this message to { $who } arrived. { $reason }
    "{ $text }"

## Help

help-rep = Hello { $name }, this is what I can do for you:
    • Messages: "Text Clara: almost there"
    • Reminders: "Remind me tomorrow at 10 about Jonas"
    • Appointments: “Meeting with Oliver on Tuesday at 5 pm”
    • Sequences: "Start the ghost reactivation for Petra"
    • Contacts: "How hot is Oliver?", "Show me my hot leads"
    • Approvals: I propose answers to your contacts, you decide
    • I also answer "Why didn't that go out?"
help-team = Hello { $name }, this is what I can do for you and your team:
    • Messages: "Text Clara: almost there"
    • Reminders: "Remind me tomorrow at 10 about Jonas"
    • Appointments: “Meeting with Oliver on Tuesday at 5 pm”
    • Sequences: "Start the ghost reactivation for Petra"
    • Contacts: "How hot is Oliver?", "Show me my hot leads"
    • Approvals: I propose answers to contacts, a person decides
    • Team: "How is the team doing?", "Who needs help?", "Invite Jonas to the team"
    • I also answer "Why didn't that go out?"
help-messages = Tell me whom to write what: "Text Clara: almost there" or "/whatsapp Clara: almost there". Your words go out exactly as they are. For 10 seconds you can take them back with "undo".
help-reminders = "Remind me in 3 days at 9 about Jonas" or "/remind tomorrow at 10: send the offer". When it is time, tick it off or move it: "done", "again in 2 hours".
help-meetings = “Meeting with Oliver on Tuesday at 5 pm”, “Move the meeting with Oliver to Friday at 9”, “Which appointments do I have tomorrow?” I give no hour away twice, and both of you get a calendar file. /calendar connects Google. Besides: “Read example-company.com for Oliver”, “What do you know about the company Northlight?” and “Email Oliver, subject Offer: …”.
help-sequences = A sequence writes by itself over days and stops as soon as there is an answer. "Start first contact for Petra", "Stop the sequence for Petra". Automatic messages need consent.
help-leads = "How hot is Oliver?", "Show me my warm leads", "Note for Oliver: likes tea", "Oliver is a customer now, satisfaction 9", "/set Oliver: company = Northlight".
help-approvals = What I word myself waits for you: send, change or reject. As text "approve 12", "12 shorter" or "approve all except 3" work too. A second tap does nothing.
help-rules = I only write with consent, by myself only Monday to Saturday from 8 am to 9 pm and never on public holidays. Whoever says STOP hears nothing more. "Why didn't that go out?" always tells you the reason. "Who looked at my data?" shows what others saw of yours. Who wants to be erased: "Delete all data of Emily".
help-playbooks = Templates: "Take over the template Winter" gets you all that is in it at once. Whoever leads says "Turn the ghost reactivation into a team template: Winter", "Share the template Winter with Max", "Push the template Winter", "Go back to the previous version of the template Winter" or "How is the template Winter doing?".

    Team: "Who is on my team?", "Sofia is my deputy". Whoever leads says "Invite Jonas to the team", "Promote Sofia", "Remove Max from the team", "How is the team doing?", "Who needs help?" or "Any escalations?".
help-button-playbooks = Team & templates
help-button-messages = Messages
help-button-reminders = Reminders
help-button-meetings = Appointments & companies
help-button-sequences = Sequences
help-button-leads = Contacts
help-button-approvals = Approvals
help-button-rules = Rules
parked-act = #{ $id } waits for your okay: “{ $what }” for { $name }.

leaders-answer-escalation = Answering escalations
leaders-set-video = Setting the video
leaders-website-chat = Setting up the website chat
leaders-create-template = Making a team playbook
leaders-publish-template = Publishing a team playbook
leaders-push-template = Pushing a team playbook
leaders-template-performance = Figures of a team playbook
leaders-invite-member = Inviting somebody to the team
leaders-change-role = Promoting somebody
leaders-remove-member = Removing somebody from the team
leaders-team-report = Team report
leaders-team-help = Who needs help in the team
leaders-rollout = Automation for the team
