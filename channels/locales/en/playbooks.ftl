# Templates for the team.
playbook-none = There is no template for you yet.
playbook-unknown = I don't know { $name ->
        [0] this template.
       *[other] the template "{ $name }".
    }
playbook-which = Which template do you mean?
playbook-which-unknown = I don't know "{ $name }". Which template do you mean?
playbook-not-yours = "{ $name }" belongs to somebody else. Only whoever made it, or an admin, can change it and hand it out.
playbook-own = "{ $name }" is your own template, you have everything in it already.
playbook-name-taken = There is a template called "{ $name }" already. What shall it be called?
playbook-empty = There would be nothing in it. What shall go into the template: sequences, objection answers, your daily plan?
playbook-sequence-unknown = What do you mean by "{ $name }"? There are the sequences { $titles }, and your objection answers and your daily plan.
playbook-person-unknown = I can't find "{ $name }" in the team. There are: { $names }. Who shall get it?
playbook-line = • { $title } ({ $steps ->
        [one] one step
       *[other] { $steps } steps
    }, { $texts ->
        [one] one text
       *[other] { $texts } texts
    })
playbook-handler = Answer to "{ $objection }"
playbook-daily = Daily plan
playbook-daily-plan = morning list { $digest }, evening line { $evening }, working hours { $start }–{ $end }, { $days }
playbook-line-daily = • Daily plan: { $plan }
playbook-language-de = in German
playbook-language-en = in English
playbook-created = The template "{ $name }" is made:
    { $lines }
    Only you can see it so far.
playbook-list = There are { $count } templates for you. Which one shall I show?
playbook-shown = "{ $name }", version { $version }, by { $owner }{ $description ->
        [none] {""}
       *[other] : { $description }
    }
    { $audience ->
        [private] Not published yet.
        [people] For chosen people, taken over { $clones } times.
        [company] For the whole company, taken over { $clones } times.
       *[team] For the team, taken over { $clones } times.
    }

    { $lines }
playbook-unreadable = can't be read at the moment.
playbook-published-already = "{ $name }" is there already { $audience ->
        [people] for chosen people.
        [company] for the whole company.
       *[team] for the whole team.
    }
playbook-published = "{ $name }" is there now { $audience ->
        [people] for chosen people
        [company] for the whole company
       *[team] for the team
    }. Told: { $names }{ $others ->
        [0] .
        [one] {" "}and somebody from another team.
       *[other] {" "}and { $others } people from other teams.
    }
playbook-no-admin = Only an admin gives a template to the whole company, and your team has none.
playbook-company-asked = Only an admin gives a template to the whole company. I have asked { $names }.
playbook-company-wish = { $leader } would like to give the template "{ $name }" to all teams of the company:
    { $lines }
playbook-offered = { $leader } shares the template "{ $name }" with you{ $description ->
        [none] :
       *[other] : { $description }
    }
    { $lines }
playbook-cloned-already = You have "{ $name }" already, in its newest state.{ $again ->
        [yes] {" "}You get its changes again from now on.
       *[no] {""}
    }{ $own ->
        [none] {""}
       *[other] {" "}You have adapted: { $own }.
    }
playbook-cloned = "{ $name }" is yours now:
    { $lines }
    { $broken ->
        [none] {""}
       *[other] Left out, as it can't be read: { $broken }.{" "}
    }{ $kept ->
        [none] You can start right away.
       *[other] Your own version stays for: { $kept }.
    }
playbook-taken = Your "{ $name }" is up to date.{ $kept ->
        [none] {""}
       *[other] {" "}Your own version stays for: { $kept }.
    }{ $broken ->
        [none] {""}
       *[other] {" "}Left out, as it can't be read: { $broken }.
    } What runs already goes on as it began.
playbook-left = All right, from now on "{ $name }" stays as you have it. With "Take over the template { $name }" you are back.
playbook-newer = "{ $name }" has been changed again meanwhile.
playbook-own-changes = { $newer ->
        [yes] "{ $name }" has been changed again meanwhile.{" "}
       *[no] {""}
    }You have something of your own that differs from the template: { $own }. Which shall hold? Merging keeps both; where you both changed the same thing I ask.
playbook-merge-question = { $question }
    { $open ->
        [one] This is the last question.
       *[other] { $open } places to go, with this one.
    }
playbook-clash = { $place }
    { $leader }: { $theirs }
    You: { $mine }
    Which shall hold?
playbook-nothing = deleted
playbook-version-unknown = I can't take "{ $name }" back to that version. There are: { $versions }.
playbook-unchanged = Nothing has changed in "{ $name }", so there is nothing to hand out.{ $missing ->
        [none] {""}
       *[other] {" "}You don't have any more, or can't be read: { $missing }. It stays in the template until you take it out.
    }
playbook-new = + { $title }
playbook-gone = – { $title }
playbook-changed = ~ { $title }
playbook-more = … and { $count ->
        [one] one more change
       *[other] { $count } more changes
    }
playbook-step = Step "{ $step }"
playbook-step-new = + Step "{ $step }" (day { $day })
playbook-step-gone = – Step "{ $step }"
playbook-quoted = "{ $text }"
playbook-text = new text: "{ $text }"
playbook-moved = { $field } { $old } → { $new }
playbook-field-changed = { $field } changed
playbook-field-day = day
playbook-field-text = text
playbook-field-answers = what replies lead to
playbook-field-conditions = condition
playbook-field-channel = channel
playbook-field-title = name
playbook-field-trigger = trigger
playbook-field-digest = morning list
playbook-field-evening = evening line
playbook-field-active-from = start of work
playbook-field-active-until = end of work
playbook-field-weekdays = working days
playbook-field-other = settings
playbook-pushed = "{ $name }" is version { $version } now.
    { $changes }

    { $who }
playbook-pushed-updated = Updated: { $names }.
playbook-pushed-asked = Changed their own, I ask them: { $names }.
playbook-pushed-left = Not updated, as they follow the template no more: { $names }.
playbook-pushed-unseen = Without a message, never been in the chat: { $names }.
playbook-pushed-elsewhere = Updated in other teams: { $count }.
playbook-pushed-nobody = Nobody has taken it over yet.
playbook-pushed-missing = You don't have any more, or can't be read, so it stays in the template as it was: { $titles }.
playbook-updated = { $leader } has changed "{ $name }", your copy is up to date:
    { $changes }
    { $kept ->
        [none] {""}
       *[other] Your own version stays for: { $kept }.{" "}
    }What runs already goes on as it began.
playbook-conflict = { $leader } has changed "{ $name }":
    { $changes }

    You have changed something there too: { $own }. Which shall hold? Merging keeps both; where you both changed the same thing I ask.
playbook-performance = "{ $name }": taken over { $clones ->
        [0] by nobody yet
        [one] once
       *[other] { $clones } times
    }.
    { $lines }

    { $compared }{ $versions ->
        [none] {""}
       *[other] {" "}{ $versions }
    }
playbook-version-label = Version { $version }{ $now ->
        [yes] {" "}(now)
       *[no] {""}
    }
playbook-version-own = Versions changed by members
playbook-version-line = { $label }: { $runs ->
        [one] one contact
       *[other] { $runs } contacts
    } written to, { $response } % answered, { $partners ->
        [0] no new partner yet
        [one] one new partner ({ $conversion } %)
       *[other] { $partners } new partners ({ $conversion } %)
    }{ $held ->
        [0] {""}
        [one] {" "}· with one person
       *[other] {" "}· with { $held } people
    }
playbook-version-empty = { $label }: nobody written to yet{ $held ->
        [0] {""}
        [one] {" "}· with one person
       *[other] {" "}· with { $held } people
    }
playbook-compared = It goes best with { $best } ({ $best_rate } % answers), weakest with { $worst } ({ $worst_rate } %).
playbook-compared-early = It is too early to compare: that takes two people with { $enough } contacts written to each, { $short } { $short ->
        [one] is
       *[other] are
    } still missing.
playbook-compared-even = The differences among you are still so small that they may be chance.
playbook-versions-early = Whether version { $new } does better than { $old } will show after { $short ->
        [one] one more contact.
       *[other] { $short } more contacts.
    }
playbook-versions-even = Versions { $new } and { $old } bring about as many answers so far.
playbook-versions-better = Version { $new } brings more answers than { $old }.
playbook-versions-worse = Version { $new } brings fewer answers than { $old }.
playbook-chart-response = answered
playbook-chart-conversion = new partners
playbook-chart-of = { $percent } %  ({ $part } of { $whole })
playbook-chart-none = no figures yet
playbook-chart-note = Pale: fewer than { $enough } contacts written to, too few to tell
button-publish = Give to the team
button-publish-company = Give to all teams
button-show-playbook = Look at it
button-add-objections = + Objection answers ({ $count })
button-add-daily = + Daily plan
button-push = Hand out changes
button-performance = How does it do?
button-clone = Take over
button-playbook-take = Take the new version
button-playbook-keep = Keep mine
button-playbook-merge = Merge
button-playbook-reset = Back to the template's
button-playbook-leave = Stop asking
button-side-theirs = { $leader }
button-side-mine = My version
button-back-to-version = Back to version { $version }
button-renew = Move running ones ({ $count })
playbook-ask-name = What shall the template be called?
ask-template = Which template do you mean?

## Moving what runs to the new version

renew-nothing = All that runs is on the newest version already.
renew-done = { $moved ->
        [0] I have moved nothing.
        [one] Moved: { $names }.
       *[other] { $moved } moved: { $names }.
    }{ $stayed ->
        [0] {""}
       *[other] {" "}Going on as they began: { $stayed_names } (something there waits for you, or none of the new steps is left).
    }

## Objections

objection-kind-price = too expensive
objection-kind-time = no time
objection-kind-trust = doubts
objection-kind-later = wants to think it over
objection-which = Which objection is that?
objection-plain-no = "Not interested" is no objection, we accept that kindly. I keep answers to: too expensive, no time, doubts, wants to think it over.
objection-ask-text = What shall I answer to "{ $objection }"?{ $known ->
        [none] {""}
       *[other] {" "}So far: "{ $known }"
    }
objection-kept = { $known ->
        [yes] Changed.
       *[no] Noted.
    } To "{ $objection }" I now propose: "{ $text }" { $register ->
        [du] It holds for everybody you say du to.
        [sie] It holds for everybody you say Sie to.
       *[any] You see it before it leaves, as always.
    }
objection-too-long = That is too long for an answer in a chat. At most { $max } characters, please.
objection-placeholder = I can't use it like this. { $problem }
objection-guard = I may not propose this to anybody: { $quotes }. { $reasons } Would you put it differently?
objection-none = I have no answer of your own to "{ $objection }".
objection-removed = Deleted. To "{ $objection }" I answer in my own words again.
objection-nothing = No answers of your own to objections yet. Say for example: "If somebody says it's too expensive, answer: …"
objection-list = This is what I answer to objections:
    { $lines }
objection-line = • { $title }: "{ $text }"
button-objection-delete = Delete it again
button-objection-back = Keep it after all
ask-objection = Which objection is that?
