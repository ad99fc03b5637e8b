### A rep's day: whom to contact, cards, reminders, the morning list, messages to many.

## Who is up today?

followups-none = Nobody is up today. Everybody either deserves some peace or has an answer already.
followups-overview = { $count ->
    [0] Nobody is up today
    [one] One person is up today
   *[other] { $count } people are up today
}{ $urgent ->
    [0] .
    [one] , one of them urgent.
   *[other] , { $urgent } of them urgent.
}
followups-finished = That was the list. Sent: { $sent }, called: { $called }, put off: { $later }, skipped: { $skipped }.
followup-card = { $card }
followup-head = { $place } of { $total } { $mark } { $name } · { $priority } · { $quality } { $score }
followup-priority-urgent = today
followup-priority-high = within 24 hours
followup-priority-normal = within 2 to 3 days
followup-priority-low = this week
followup-priority-scheduled = scheduled
followup-draft = { $channel }: »{ $text }«
followup-quote = Last heard: »{ $text }«
followup-no-consent = There is no consent from { $name } on record yet. Do you have it? If not, leave this message out.
followup-call = 📞 { $name }: { $phone }
    { $points }
followup-point-objection = Take up the objection: { $what }
followup-point-interest = Interest: { $what }
followup-point-disg-D = D type: straight to the point, the result first, two clear options
followup-point-disg-I = I type: with enthusiasm and a little story, people first
followup-point-disg-S = S type: calmly, without pressure, step by step
followup-point-disg-G = C type: have facts and documents ready, answer questions precisely
followup-point-customer = Ask how happy they are so far
followup-point-note = Your note: { $what }
followup-point-next = Agree on one clear next step
objection-price = the price
objection-time = the time
objection-trust = trust
followup-time-own = Best { $when }: { $name } mostly answers around { $hour }:00 ({ $replies } replies).
followup-time-population = Best { $when }. From { $name } I know { $replies ->
    [0] no reply yet
    [one] only one reply
   *[other] only { $replies } replies
}, so I take the time at which your contacts usually answer: around { $hour }:00.
followup-why-first = There has been no contact with { $name } yet.
followup-why-interest = { $name } wrote { $when } and is waiting for your answer.
followup-why-owed = { $name } wrote { $when }, and nothing has come from you since.
followup-why-time-over = { $name } asked for time { $when }. That time is over now.
followup-why-call = A call with { $name } is planned: { $when }.
followup-why-objection = You answered { $name }'s objection ({ $what }), and nothing has come back for { $days ->
    [one] one day
   *[other] { $days } days
}.
followup-why-video = { $name } watched the video, and you have not talked for { $days ->
    [one] one day
   *[other] { $days } days
}.
followup-why-checkin = Time to check in: the last contact with { $name } was { $days ->
    [one] one day
   *[other] { $days } days
} ago.
followup-why-silent = { $name } has not answered your last message for { $days ->
    [one] one day
   *[other] { $days } days
}.
followup-unknown = No card is open right now. /today shows you who is up.
followup-changed = Something has changed in the meantime, so nothing has gone out.
followup-wrote = { $name } has written in the meantime, so nothing has gone out.
followup-already-sent = That one has gone out. On with the list:
followup-already-called = That one is done. On with the list:
followup-already-later = You have put that one off. On with the list:
followup-already-skipped = You have skipped that one. On with the list:
followup-already-void = This card no longer counts. On with the list:
followup-ask-text = What should the message to { $name } say? Send me the whole text and it goes out like that. Or tell me: shorter, more casual, more formal.
    So far: »{ $text }«
followup-sent = ✅ { $name }: leaves in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
followup-sent-later = ✅ { $name }: leaves { $when }.
followup-skipped = I leave { $name } in peace today.
followup-skipped-long = You have skipped { $name } several times, so there is peace now until { $when }.
followup-called = Ticked off: you spoke with { $name }. ✅
followup-in-two-hours = in 2 hours
button-start-day = Let's go
button-later = Later
button-skip = Skip
button-called = Called
button-back = Back
button-next-card = Next card
button-in-two-hours = In 2 hours
button-send-at = Send { $when }

## Why (not)?

followup-explain-due = { $name } is on your list today (time frame: { $priority }). { $why }
followup-explain-not = { $name } is not on your list today. { $reason }
followup-explain-until = Possible again: { $when }.
followup-not-opted-out = They do not want any more messages.
followup-not-lead-lost = This contact counts as lost.
followup-not-lead-archived = This contact is archived.
followup-not-paused = This contact is paused because the last message sounded like an opt-out. You decide.
followup-not-unanswered = { $unanswered } messages are unanswered already, and beyond five I do not push any further. It goes on once a reply comes.
followup-not-contacted = The last message went out { $last }, less than 24 hours ago.
followup-not-approval-waits = A draft is waiting for your okay already (#{ $approval }).
followup-not-queued = A message is on its way already.
followup-not-put-off = You put this off.
followup-not-called = You have only just spoken on the phone.
followup-not-skipped = You skipped the card.
followup-not-in-sequence = A sequence is looking after this contact.
followup-not-reminder-set = You have set a reminder for this.
followup-not-not-interested = The last word was a no. That stands for a while.
followup-not-asked-for-time = They asked for some time.
followup-not-not-due = It is not time yet.

## Reminders

reminder-recurring = All right, I will remind you { $rule }: { $about }. Next time { $when }.
reminder-skipped = { $about }: done for this time. I will be back { $when }.
reminder-series-ended = { $about }: I will not remind you of this any more.
reminders-listed = { $count ->
    [one] One reminder is open:
   *[other] { $count } reminders are open:
}
    { $lines }{ $more ->
    [0] { "" }
   *[other] { "" }
    … and { $more } more.
}
button-done-named = Done: { $about }
button-not-needed = Not needed any more
button-your-time = { $when }, your hour
recurring-at = { $rule } at { $time }
recurring-day = { $every ->
    [1] every day
   *[other] every { $every } days
}
recurring-workday = every working day
recurring-week = { $every ->
    [1] every week ({ $days })
   *[other] every { $every } weeks ({ $days })
}
recurring-month-day = { $every ->
    [1] every month on day { $day }
   *[other] every { $every } months on day { $day }
}
recurring-month-weekday = { $every ->
    [1] every { $ordinal } { $days } of the month
   *[other] every { $every } months on the { $ordinal } { $days }
}
recurring-year = every year on { $day }/{ $month }
ordinal-1 = first
ordinal-2 = second
ordinal-3 = third
ordinal-4 = fourth
ordinal-last = last
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

## To the leader

escalation = { $rep } has not reached { $lead } for { $days } days. Help?
escalation-approval = { $rep } has not decided a draft yet ({ $lead }).
escalation-rule = The same rule has stopped { $rep } { $count } times within a week: "{ $rule }" Would you help briefly?
escalation-overridden = { $rep } sent something although I had warned: "{ $rule }" Would you have a word?
escalation-lock = { $rep } would like to work with { $lead }, but somebody from your team already does. Who is it going to be?
escalation-help = You wanted to give { $rep } a hint.
escalation-no-lead = There is no contact to take over here. A hint to { $rep } is possible, though.
escalations = These wait for your answer:
    { $lines }
escalation-none = Nobody on your team needs help right now.
escalation-unknown = I find nothing about that here.
escalation-over = That has been decided for { $name } already.
escalation-how = How do you want to help? Take { $name } over yourself, or write me a hint that I pass on to { $rep }.
escalation-ask-hint = { $about ->
    [0] Which hint shall I give { $rep }?
   *[other] Which hint about { $name } shall I give { $rep }?
}
escalation-taken = { $name } is yours now: { $phone }
escalation-returned = { $name } is back with { $rep }.
escalation-left = All right, everything stays as it is with { $name }.
escalation-hinted = { $about ->
    [0] Your hint is with { $rep }.
   *[other] Your hint about { $name } is with { $rep }.
}
escalation-was-taken = { $leader } is looking after { $name } now. Reminders and drafts about it went along.
escalation-came-back = { $leader } has given { $name } back to you.
escalation-hint = 💡 A hint from { $leader }{ $about ->
    [0] { "" }
   *[other] { "" } about { $name }
}: { $text }
button-help = Help
button-ignore = Ignore
button-take-over = Take over myself
button-give-back = Give back
reason-changed-hands = This contact belongs to somebody else on the team now.
reason-unreached = This contact could not be reached for days.

## The day: the list in the morning, one line in the evening

digest-hello = Good morning, { $name }!
digest-first = First: { $names }{ $more ->
    [0] .
   *[other] { "" } and { $more } more.
}
digest-also = Also today: { $drafts ->
    [0] { "" }
    [one] one draft waits for your okay
   *[other] { $drafts } drafts wait for your okay
}{ $reminders ->
    [0] .
    [one] { $drafts ->
        [0] one reminder.
       *[other] , and one reminder.
    }
   *[other] { $drafts ->
        [0] { $reminders } reminders.
       *[other] , and { $reminders } reminders.
    }
}
evening = Your day: { $parts }. Enjoy your evening!
evening-sent = { $count ->
    [one] one message sent
   *[other] { $count } messages sent
}
evening-replies = { $count ->
    [one] one reply
   *[other] replies from { $count } contacts
}
evening-reminders = { $count ->
    [one] one reminder done
   *[other] { $count } reminders done
}
evening-called = { $count ->
    [one] one call made
   *[other] { $count } calls made
}
evening-started = { $count ->
    [one] one sequence started
   *[other] { $count } sequences started
}
plan-set = All right, this is how we do it:
    { $lines }
plan-shown = This is how your day goes:
    { $lines }
plan-digest = Morning list at { $time }
plan-no-digest = No morning list
plan-evening = Evening line at { $time }, when there is something to tell
plan-no-evening = No evening line
plan-active = You work { $start } to { $end } ({ $days })
plan-next = The next list comes { $when }.
button-digest-off = No morning list
button-digest-on = Morning list on
button-evening-off = No evening line
button-evening-on = Evening line on

## One message to many

batch-preview = To { $count ->
    [one] one person
   *[other] { $count } people
}: { $names }

    { $samples }{ $left }{ $warning }

    Shall it go out like this? "All except 3" works as well.
batch-left-out =
    Left out ({ $count }):
    { $lines }
batch-nobody = None of them can get this message right now.{ $lines }
batch-too-many = That would be { $count } people; I do not send to more than { $most } at once. Please narrow it down.
batch-placeholder = I do not know the placeholder »{ $name }«. There are: { $known }. What should the text be?
batch-none = No message to many is under way.
batch-card = { $place } of { $total } · { $name }: »{ $text }«
batch-progress = 📤 { $sent } of { $total } sent{ $waiting ->
    [0] { "" }
   *[other] , { $waiting } still to go
}{ $left ->
    [0] .
   *[other] , { $left } left out.
}
batch-done = ✅ Done: { $sent } of { $total } sent{ $left ->
    [0] .
   *[other] , { $left } left out:{ $lines }
}
batch-stopped = ✋ Stopped: { $sent } of { $total } are out, no more will go.
button-batch-template = { $count } by template: { $text }
button-one-by-one = One by one
button-all-others = Send all others
button-stop-batch = Stop

## Who works with whom

lead-locked = { $name }: somebody from your team is already working on this. I sent nothing.
lead-free = Nobody else from your team works with { $name }. Go ahead.
no-leader-to-ask = There is nobody above you at the moment whom I could ask.
leader-asked = I asked { $leader }. I will tell you as soon as it is decided.
leader-asked-already = { $leader } knows already. I will tell you as soon as it is decided.
button-ask-leader = Ask the leader
button-lock-assign = To the one who asks
button-lock-both = Both, by purpose
button-lock-leave = Leave it
lock-assign = { $name } is { $rep }'s from now on. { $holder } knows.
lock-both = { $rep } and { $holder } both work with { $name }: one about the product, one about the business. Both know.
lock-assign-rep = { $leader } decided: { $name } is yours. Go ahead.
lock-assign-holder = { $leader } decided: somebody else from the team works with { $name } from now on. I will not write there for you any more.
lock-both-rep = { $leader } decided: you talk with { $name } about the { $purpose }. Go ahead.
lock-both-holder = { $leader } decided: you go on talking with { $name } about the { $purpose }, somebody else from the team about the other.
field-purpose = purpose
value-purpose-product = product
value-purpose-recruiting = business
