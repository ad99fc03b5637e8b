# What sequences, reminders and expiring approvals say.

## To leads: the lines an automatic message must carry

sequence-disclosure = I am the AI assistant of { $sender }.
sequence-stop-word = { $register ->
    [sie] If you would rather not hear from us any more, simply reply STOP.
   *[du] If you'd rather not hear from me any more, just reply STOP.
}

## To reps: due reminders

reminder-card-lead-note = ⏰ { $name }: { $note }
reminder-card-lead = ⏰ You wanted to get in touch with { $name }.
reminder-card-call-note = 📞 { $name } ({ $phone }): { $note }
reminder-card-call = 📞 Call { $name }: { $phone }
reminder-card-note = ⏰ { $note }
reminder-card-bare = ⏰ You wanted to be reminded of something.
reminder-overdue = This was meant for { $when }.
reminder-more = { $count ->
    [one] And one more thing was left over:
   *[other] And { $count } more things were left over:
}
reminder-button-done = Done
reminder-button-later = Later (2 hrs)
reminder-button-tomorrow = Tomorrow at 9
reminder-when-later = in 2 hours
reminder-when-tomorrow = tomorrow at 9 am

## To reps: approvals nobody decided

approval-warning =
    This message to { $name } is still waiting for you. The approval runs out { $when }:
    “{ $text }”
approval-expired = The message to { $name } did not go out: its approval ran out. If you still want to send it, just tell me.
approval-button-approve = Send
approval-button-change = Change
approval-button-reject = Reject
approval-nobody = your contact

## Steps that land with the rep

sequence-reminder-when = in 1 minute
sequence-reminder-note = { $topic } ({ $sequence })
sequence-call-note = { $note } ({ $sequence })
sequence-call-reply = Has just replied, a good moment to talk ({ $sequence }).
sequence-call-objection = Call and take up the objection: { $objection } ({ $sequence }).
sequence-call-interest = Call, something to start from: { $interest } ({ $sequence }).
sequence-given-up = Something went wrong with the sequence “{ $sequence }” for { $name }, so I ended it. Please look after { $name } yourself.
sequence-call-plain = Call: { $step } ({ $sequence }).

## Why something happened or did not

reason-step = The sequence's step was due.
reason-started = The sequence was started.
reason-triggered = The sequence began by itself because its trigger applies.
reason-next-sequence = This sequence follows the one before.
reason-approved = You approved the message.
reason-wait-step = The sequence has a pause here.
reason-archive-step = The sequence has ended and the contact is archived.
reason-nurture-step = The sequence has ended; long-term nurture follows.
reason-end-step = The sequence ends here.
reason-condition = This step's condition does not hold at the moment.
reason-not-due = The next step is not due yet.
reason-live-talk = The contact has only just written, so I stay out of the talk.
reason-answer-time = The contact still has time to answer.
reason-no-response-branch = There was no answer; the sequence goes another way then.
reason-reply-branch = The contact answered; the sequence goes another way then.
reason-reply-next-step = The contact answered; the next step follows.
reason-reply-wait = The contact answered, so I leave you time to reply.
reason-reply-handled = The contact answered again; you are already looking after the first answer.
reason-reply-positive-pause = The contact gave a positive answer. For a week the talk is yours.
reason-reply-neutral-rest = The contact answered, so the sequence rests for three days.
reason-reply-negative-end = The contact declined, so the sequence has ended.
reason-target-reached = The sequence has reached its goal.
reason-lead-lost = The contact counts as lost.
reason-lead-archived = The contact is archived.
reason-lead-gone = The contact no longer exists.
reason-max-attempts = The sequence has written as often as it may.
reason-max-duration = The sequence has lasted as long as it may.
reason-completed = The sequence is complete.
reason-template-missing = There is no text for this step.
reason-placeholder-missing = Something this text needs is missing, a link for example.
reason-lead-replied = The contact has written in the meantime.
reason-approval = The message is waiting for your approval.
reason-approval-rejected = You rejected the message.
reason-approval-expired = The approval ran out.
reason-approval-void = The approval no longer held because the contact had written in the meantime.
reason-next-sequence-unknown = The sequence that should follow does not exist.
reason-next-sequence-running = The sequence that should follow is running already.
reason-next-sequence-cooling-down = The sequence that should follow ran only recently.
reason-automation-off = Automation is switched off for this contact.
reason-moved-to-nurture = The contact moved on to long-term nurture.
reason-archived = The contact is archived.
reason-internal = Something went wrong on my side.
