# What is said when sequences are steered: paused, resumed, a step skipped or moved.

sequence-choose = Which sequence shall it be?
sequence-pause-which = Which sequence shall I pause for { $name }?
sequence-resume-which = Which sequence shall go on for { $name }?
sequence-skip-which = In which of { $name }'s sequences shall I skip the next step?
sequence-postpone-which = In which of { $name }'s sequences shall I move the next step?
sequence-paused = “{ $sequence }” is paused for { $name }. Just tell me when it should go on.
sequence-paused-until = “{ $sequence }” is paused for { $name } and goes on by itself { $until }.
sequence-not-paused = “{ $sequence }” isn't paused for { $name }, so there is nothing to resume.
sequence-is-paused = “{ $sequence }” is paused for { $name } right now. Shall it go on first?
sequence-resumed = “{ $sequence }” goes on for { $name }. Next: { $step }, { $when }.
sequence-resumed-now = “{ $sequence }” goes on for { $name }. { $step } is up now.
sequence-no-step-left = “{ $sequence }” has no step left for { $name }.
step-skipped = “{ $skipped }” is skipped for { $name }. Next: { $step }, { $when }.
step-skipped-last = “{ $skipped }” is skipped for { $name }. That was the last step of “{ $sequence }”.
step-postponed = “{ $step }” now comes { $when } for { $name }.{ $more ->
    [0] { "" }
    [one] { " " }The step after it moves along.
   *[other] { " " }The { $more } steps after it move along.
}
button-resume-sequence = Let it go on
button-postpone-tomorrow = By a day
button-postpone-three-days = By 3 days
button-postpone-week = By a week
postpone-tomorrow = 1 day
postpone-three-days = 3 days
postpone-week = 1 week

reason-paused-by-user = You paused the sequence.
reason-resumed-by-user = You let the sequence go on.
reason-skipped-by-user = You skipped the step.
reason-postponed-by-user = You moved the step.
reason-step-changed = The step this message belonged to was moved or skipped.

## The time machine

sim-title = { $sequence } for { $name }
sim-fresh =
    This is how “{ $sequence }” would go for { $name } if it began now. Nothing is sent.

    { $lines }
sim-running =
    This is how “{ $sequence }” would go on for { $name }. Nothing is sent.

    { $lines }
sim-when = Day { $day }, { $at }
sim-day = Day { $day }
sim-send = Message: { $step }
sim-wait = Pause until { $until }
sim-skip = Left out: { $step }
sim-refuse = Not sent: { $step }
sim-act-call = Reminder for you to call: { $step }
sim-act-reminder = Reminder for you: { $step }
sim-reply-positive = Assumed: a positive reply
sim-reply-neutral = Assumed: a neutral reply
sim-reply-negative = Assumed: a refusal
sim-finish = End of the sequence
sim-finish-archived = End, the contact is archived
sim-finish-then = End, then: { $follows }
sim-open = The preview ends here, the sequence would go on.
sim-more = … and { $count } more entries (all in the picture or over REST).
sim-nobody = Nobody came or wrote last month, so there is nothing to play “{ $sequence }” on.
sim-replay =
    “{ $sequence }” over the last month: { $leads } contacts, { $sends } messages, { $replies } real replies counted in, { $refused } times not sent, { $ended } times played to its end. Reckoned with what I know about them today.
    { $lines }
sim-refused = { $count } times: { $reason }
sim-assume-positive = positive on day 3
button-sim-positive = And if she says yes?
button-start-sequence = Start it

## Own phone

reason-own-phone = You are writing with this contact from your own phone, so I keep out of it.
reason-handed-back = You brought me back in.
hand-back-done = Fine, I am back with { $name }.
hand-back-none = I had not stepped back with { $name }.
hand-back-told = You are writing with { $name } from your own phone. I keep out of it until you say otherwise: { $until } at the latest I am back, or earlier if { $name } writes after twelve silent hours.
button-hand-back = Take over again
