# Own sequences: what is wrong with a file, its preview, switching on and off.

yaml-alias = Anchors and aliases (& and *) are not allowed. Please write the text out.
yaml-characters = There is a control character or something that is no text. Save the file as UTF-8.
yaml-duplicate-key = “{ $name }” stands here a second time.
yaml-key = This is no usable field name.
yaml-no-mapping = The file has to begin with fields such as “name:” and “steps:”.
yaml-several-documents = The file holds several documents (---). Please send each by itself.
yaml-syntax = The form is not right here, often it is indentation, a colon or a quotation mark ({ $detail }).
yaml-tag = Types with ! are not allowed.
yaml-too-big = The file is larger than { $max } KB.
yaml-too-deep = This is nested too deeply.
yaml-too-many = The file has too many entries.
sequence-choice = “{ $field }” cannot be “{ $value }”. Possible: { $allowed }.
sequence-day-after-end = Day { $day } is behind the end of the sequence (max_duration_days: { $max }).
sequence-day-order = Day { $day } stands behind day { $before }. Put the steps in the order of their days.
sequence-follows-itself = The sequence cannot follow itself.
sequence-jump-back = “{ $step }” is further up. Jumps only go forward.
sequence-missing-field = “{ $field }” is missing here.
sequence-name = The name needs letters or digits.
sequence-no-response-twice = What happens without a reply is said twice. Leave one out.
sequence-no-steps = There is no step under “steps”.
sequence-no-template = This step sends something, so it needs “template”, “text” or “variants”.
sequence-not-text = “{ $field }” has to be a text.
sequence-number = “{ $field }” has to be a whole number from { $low } to { $high }, not “{ $value }”.
sequence-step-ambiguous = Several steps are called “{ $step }”.
sequence-step-form = A step is made of fields such as “day:” and “action:”.
sequence-template-unused = “{ $action }” sends nothing, so a template or variants do not belong there.
sequence-text-too-long = “{ $field }” is longer than { $max } characters.
sequence-text-twice = There are two different texts for “{ $template }”.
sequence-too-many-steps = These are more than { $max } steps.
sequence-trigger-field = “{ $field }” only exists while the sequence runs. It cannot start one.
sequence-unknown-branch = I do not know “{ $branch }”. Possible are { $allowed }, a later step or start_sequence.
sequence-unknown-field = There is no field “{ $field }”.{ $near ->
    [none] { "" }
   *[other] { " " }Do you mean “{ $near }”?
}
sequence-unknown-sequence = There is no sequence “{ $sequence }”.
sequence-unknown-template = There is no template “{ $template }”. You can write the text right there with “text:”.
sequence-variants-twice = Two variants have the same name.
template-empty = The text is missing here.
template-form = A text is either plain text or has “de” and “en”.
template-too-long = The text is longer than { $max } characters.
placeholder-braces = The braces are not right at “{ $name }”.
placeholder-unknown = There is no placeholder “{ $name }”.
condition-brackets = A bracket is missing in the condition (position { $column }).
condition-character = There is a character in the condition that does not belong there: { $code } (position { $column }).
condition-empty = The condition is empty.
condition-kinds = { $sign } compares different kinds here, such as a number and a text (position { $column }).
condition-list = A list such as ['hot', 'warm'] belongs behind “in” (position { $column }).
condition-not-a-question = This is no yes-or-no question (position { $column }).
condition-not-allowed = This is not allowed in conditions (position { $column }).
condition-number = I cannot read this number (position { $column }).
condition-quote = A quotation mark is missing in the condition (position { $column }).
condition-single-equals = Compare with == (position { $column }).
condition-syntax = I cannot read the condition (position { $column }).
condition-too-deep = The condition is nested too deeply.
condition-too-long = The condition is longer than { $max } characters.
condition-too-many = The condition has too many parts.
condition-unit = I do not know the unit “{ $unit }”. Possible: m, h, d, w (position { $column }).
condition-unknown-field = I do not know “{ $field }”.{ $near ->
    [none] { "" }
   *[other] { " " }Do you mean “{ $near }”?
}
condition-unknown-value = The field never has this value (position { $column }).
yaml-line = Line { $line }: { $problem }
yaml-file-line = The file: { $problem }
own-broken =
    I cannot take “{ $file }” like this yet:

    { $lines }

    Mend that and send me the file again.
own-more = … and { $count } more places.
own-how = Send me a YAML file with your sequence here in the chat. I check it and show you what it would do.
own-too-large = The file “{ $file }” is too large or did not arrive. A sequence has at most 64 KB.
own-preview =
    “{ $sequence }” is fine (version { $version }):

    { $lines }

    Shall I switch it on?
own-step = Day { $day }: { $step } – { $what }
own-step-branches = Day { $day }: { $step } – { $what } ({ $branches })
own-what-send = message: “{ $text }”
own-what-create-reminder = a reminder for you
own-what-schedule-call = a reminder for you to call
own-what-wait = wait
own-what-move-to-nurture = into long-term nurture
own-what-archive-lead = archive the contact
own-what-end-sequence = end
own-branch-positive = if yes: { $then }
own-branch-neutral = if neutral: { $then }
own-branch-negative = if no: { $then }
own-branch-none = without a reply: { $then }
own-then-next-step = next step
own-then-wait = wait
own-then-schedule-call = call
own-then-create-reminder = reminder
own-then-move-to-nurture = long-term nurture
own-then-archive-lead = archive
own-then-end-sequence = end
own-trigger = It begins by itself as soon as: { $trigger }
own-warn-templates = Mind: there is no approved WhatsApp template for { $steps }. After 24 silent hours nothing leaves on WhatsApp there.
own-on = “{ $sequence }” is on (version { $version }). Start it with: Start { $sequence } for … Whoever is in the middle of it keeps their version.
own-off = “{ $sequence }” is off. Running ones still go to their end, no new ones begin.
own-not-yours = “{ $sequence }” is not yours, so you cannot switch it off.
own-gone = This version is no longer there. Please send me the file again.
own-list =
    Your sequences:

    { $lines }
own-list-line = { $sequence }: { $steps } steps in { $days } days, running for { $running } right now
own-list-yours = { $sequence } (yours, version { $version }): { $steps } steps in { $days } days, running for { $running } right now
own-list-off = { $sequence } (yours, switched off)
button-own-on = Switch it on
button-own-leave = Not yet
button-own-off = Switch off { $sequence }
