### The team: who is in, who comes and goes, who leads.

role-rep = member
role-leader = leader
role-admin = admin
team-you-left = You are no longer in this team, so there is nothing more I can do for you here. If that is a mistake, ask your former leader for a new invitation.
team-which = Several people in the team are called { $name }. Who do you mean?
team-nobody = I find no { $name } in your team. There are: { $names }.
team-members = { $team }, { $count ->
    [one] one person
   *[other] { $count } people
}:
    { $lines }{ $waiting ->
    [0] { "" }
    [one] { "" }
    One invitation of yours is still open.
   *[other] { "" }
    { $waiting } invitations of yours are still open.
}
team-member = • { $name } ({ $role }){ $me ->
    [0] { "" }
   *[other] { "" }, that is you
}
team-member-unreached = • { $name } ({ $role }), has never written to me yet
button-invite-member = Invite somebody

## Inviting

member-invite = { $named ->
    [0] Your invitation to the team.
   *[other] Invitation for { $name }.
} Pass this on. Whoever opens it is a member of your team. It holds for { $days } days and for one person only.
    { $lines }
member-link = { $channel ->
    [telegram] Telegram
   *[other] WhatsApp
}: { $link }
member-word = Write to me on Telegram or WhatsApp: { $word }
join-welcome = Welcome to { $leader }'s team, { $name }! I am SalesFlow and take the following-up off your hands. Just write what you need, for example: "Remind me about Jonas tomorrow at 10".
join-told = 🎉 { $name } is on your team now.
join-over = This invitation no longer works: it was used already or has expired. Ask for a new one and you are in.
join-nameless = New member

## Promoting

role-whom = Who is it about?
role-whom-leader = Who shall lead the team with you?
role-whom-rep = Who shall stop leading?
role-which = What shall { $name } be?
role-already = { $name } is { $role } already.
role-of-admin = { $name } is an admin. Only whoever runs SalesFlow for you changes that.
role-confirm-leader = Shall { $name } lead the team too? That opens team figures, templates and invitations.
role-confirm-rep = Shall { $name } stop leading?
role-wish-leader = { $leader } would like { $name } to lead the team too. Do you agree?
role-wish-rep = { $leader } would like { $name } to stop leading. Do you agree?
role-wished = An admin decides that. I have asked and will tell you ({ $name }: { $role }).
role-no-admin = An admin decides that, and I reach none right now. Whoever runs SalesFlow for you can set it.
role-changed = { $name } is { $role } now.
role-granted = An admin agreed: { $name } is { $role } now.
role-declined = An admin said no: { $name } will not be { $role }.
role-declined-done = All right, everything stays as it is with { $name }. I will pass it on.
role-told-leader = { $admin } made you a leader. From now on you can also ask: "How is the team doing?", "Who needs help?", "Invite somebody".
role-told-rep = { $admin } made you a member again. Your contacts stay with you.
role-admin-by-hand = Nobody becomes an admin by chat. Whoever runs SalesFlow for you sets that up.
role-last-leader = Then the team would have no leader. Make somebody else one first, then { $name } can stop.
button-role-yes = Yes, I agree
button-role-leader = Leader
button-role-rep = Member

## Somebody leaves

remove-whom = Who leaves the team?
remove-yourself = I cannot take yourself out of the team. Another leader or an admin does that.
remove-leader = { $name } is a leader. Only an admin can do that.
remove-to-whom = { $name } has { $what }. Who shall get that?
remove-to-herself = { $name } is the one who leaves. Who else shall get it?
remove-confirm = { $name } leaves the team.
    This goes to { $takers }: { $what }.
    { $name }'s login, devices and links end at once. Shall I?
remove-confirm-nothing = { $name } leaves the team. There are no contacts to hand over. Login, devices and links end at once. Shall I?
remove-done = { $name } is no longer in the team. Handed to { $takers }: { $what }.{ $stopped ->
    [0] { "" }
   *[other] { "" } I have stopped a message to many that was under way.
}
remove-done-nothing = { $name } is no longer in the team.
remove-you = you
remove-handed = { $name } is no longer in the team. { $leader } has handed you { $count ->
    [one] one contact
   *[other] { $count } contacts
}. Running sequences, reminders and meetings came along.{ $drafts ->
    [0] { "" }
    [one] { "" } One draft waits for you, read it before you send it: it may still carry the old name.
   *[other] { "" } { $drafts } drafts wait for you, read them before you send them: they may still carry the old name.
}
remove-goodbye = { $leader } has taken you out of the team. Your contacts are handed over and your login ends. Thank you for the time together!
belongs-leads = { $count ->
    [one] one contact
   *[other] { $count } contacts
}
belongs-sequences = { $count ->
    [one] one running sequence
   *[other] { $count } running sequences
}
belongs-reminders = { $count ->
    [one] one reminder
   *[other] { $count } reminders
}
belongs-approvals = { $count ->
    [one] one waiting draft
   *[other] { $count } waiting drafts
}
belongs-meetings = { $count ->
    [one] one meeting
   *[other] { $count } meetings
}
belongs-messages = { $count ->
    [one] one scheduled message
   *[other] { $count } scheduled messages
}
belongs-nothing = nothing
button-to-me = To me
button-to-member = To { $name }
button-to-all = Share out in the team
button-remove = Yes, do it
button-see-drafts = Show the drafts
ask-to = Who shall get the contacts?
ask-role = Leader or member?

## How it goes

team-report = 📊 { $name }, the last 7 days ({ $from } to { $until }, those before in brackets):
    • New contacts: { $new } ({ $was_new })
    • Contacted: { $contacted } ({ $was_contacted })
    • Reply rate: { $rate } ({ $was_rate })
    • Won: { $won } ({ $was_won })
    • Reminders done in time: { $on_time } of { $due } ({ $was_on_time } of { $was_due }){ $few ->
    [0] { "" }
   *[other] { "" }
    Your team is small, so figures can be told apart. That is why everybody can see that you have looked.
}
team-weekly = 📊 { $name }, your week ({ $from } to { $until }, the one before in brackets):
    • New contacts: { $new } ({ $was_new })
    • Contacted: { $contacted } ({ $was_contacted })
    • Reply rate: { $rate } ({ $was_rate })
    • Won: { $won } ({ $was_won })
    • Reminders done in time: { $on_time } of { $due } ({ $was_on_time } of { $was_due }){ $few ->
    [0] { "" }
   *[other] { "" }
    Your team is small, so figures can be told apart. That is why everybody can see that you got them.
}
team-report-one = { $name }, the last 7 days ({ $from } to { $until }, those before in brackets):
    • New contacts: { $new } ({ $was_new })
    • Contacted: { $contacted } ({ $was_contacted })
    • Reply rate: { $rate } ({ $was_rate })
    • Won: { $won } ({ $was_won })
    • Reminders done in time: { $on_time } of { $due } ({ $was_on_time } of { $was_due }){ $few ->
    [0] { "" }
   *[other] { "" }
    { $name } can see that you have looked. I show no conversations.
}
team-chart-new = New contacts
team-chart-contacted = Contacted
team-chart-replied = Reply rate
team-chart-won = Won
team-chart-on-time = Reminders in time
team-chart-this = these 7 days
team-chart-before = the 7 before
team-chart-note = The whole team only, no single persons.
team-help = This is where you can help right now:
    { $lines }{ $more ->
    [0] { "" }
    [one] { "" }
    … and with one more person.
   *[other] { "" }
    … and with { $more } more.
}
team-help-none = Nothing was left lying in the team.{ $asked ->
    [0] { "" }
   *[other] { "" } Some open cases still wait for your answer.
}
stuck-reminders = { $count ->
    [one] one reminder is overdue
   *[other] { $count } reminders are overdue
}
stuck-unanswered = { $count ->
    [one] one contact has waited for an answer for over a day
   *[other] { $count } contacts have waited for an answer for over a day
}
stuck-drafts = { $count ->
    [one] one draft runs out soon
   *[other] { $count } drafts run out soon
}
button-hint-to = Hint to { $name }
button-open-cases = Open cases ({ $count })
button-who-needs-help = Who needs help?
button-weekly-off = No more weekly report
button-weekly-on = Weekly report on
plan-weekly = Weekly report on Mondays with the morning list
plan-no-weekly = No weekly report

## Deputies

deputy-set = { $name } stands in for you from now on: when you leave a draft waiting, { $name } gets it before it runs out.
deputy-told = { $name } has made you deputy. When a draft is left waiting there, I show it to you before it runs out.
deputy-is = { $name } stands in for you when you leave a draft waiting.
deputy-is-leader = You have named nobody. When a draft is left waiting, your leader { $name } gets it.
deputy-none = You have no deputy. When a draft is left waiting, it runs out.
deputy-sure = Shall { $name } decide on your drafts when you leave them waiting?
deputy-yourself = You cannot stand in for yourself. Who shall it be?
deputy-nobody = a contact
deputy-card = Standing in for { $rep }: the draft to { $name } is not decided yet and runs out { $when }.
    "{ $text }"
deputy-several = { $rep } has not decided { $count } drafts yet, the first one runs out { $when }. Would you take that on?
button-no-deputy = No deputy
button-deputy = { $name } stands in for me
button-otherwise = Help otherwise
approval-card-other = { $who } decided ({ $state }), to { $name }: "{ $text }"
approval-already-by = #{ $id } was decided by { $who } already ({ $state }). Nothing happens.
reason-deputy-asked = The deputy was asked.

## How much I answer by myself in a team

rollout-stage-0 = each contact by itself, as it is set
rollout-stage-1 = drafts for { $name } only, to try it out
rollout-stage-2 = drafts for everybody, nothing leaves without a tap
rollout-stage-3 = I answer simple things myself: no offers, no special customers, only when I am sure
rollout-stage-4 = I answer where I am sure; offers from 50 € on and special customers I show you first
rollout-shown = { $stage ->
        [0] Automation in the team: { $what }.
       *[other] Automation in the team, stage { $stage } of 4: { $what }.
    }
    { $lines }
    { $advice }
rollout-no-figures = There are figures as soon as a stage runs.
rollout-figures = Since this stage: { $asis } drafts sent unchanged, { $edited } changed, { $rejected } thrown away, { $auto } answers by myself, { $angry } angry reactions, { $optedout } opt-outs.
rollout-advice-none = "Stage 1 for my team" tries it out with one person.
rollout-advice-few = It is too early for the next step: wait for at least { $enough } answers sent.
rollout-advice-yes = Nothing speaks against the next stage.
rollout-advice-harm = Too many opt-outs and angry reactions. Better go back a stage.
rollout-advice-rework = Too many drafts were changed or thrown away. Stay here or go back a stage.
rollout-which = Which stage? 1 drafts for one person, 2 drafts for everybody, 3 simple things by myself, 4 by myself where I am sure.
rollout-whom = Who is to try it out?
rollout-already = It is like that already: { $what }.
rollout-confirm = { $stage ->
        [0] End the team's stages: { $what }?
       *[other] Stage { $stage } for the whole team: { $what }?
    }
    { $lines }
rollout-switched = { $stage ->
        [0] The stages are over: { $what }.
       *[other] Stage { $stage } holds for the team from now on: { $what }.
    }
rollout-told = { $leader } set for your team: { $what }.
rollout-back-harm = I put your team back to stage 2: there were too many opt-outs or angry reactions. From now on every draft waits for a tap again.
    { $lines }
rollout-back-rework = I put your team back to stage 2: too many drafts were changed or thrown away. From now on every draft waits for a tap again.
    { $lines }
button-rollout = Stage { $stage }
button-rollout-off = End the stages
button-rollout-yes = { $stage ->
        [0] Yes, end them
       *[other] Yes, stage { $stage }
    }
button-rollout-again = Go on all the same

leads-of-member = { $name } is on your team. I don't show what others have with their contacts.
button-figures = { $name }'s figures
