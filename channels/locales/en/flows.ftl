# What is said when sequences are steered: paused, resumed, a step skipped or moved.

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
