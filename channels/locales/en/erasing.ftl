## Erasing one person's data

forget-confirm = Shall I erase everything about { $name }? That takes away { $what } and what our chats say about them. { $stopped ->
    [0] All that is kept, under a key that tells no name, is what the person agreed to or withdrew.
   *[other] All that is kept, under a key that tells no name, is the contact block and what the person once agreed to.
 }{ $others ->
    [0] {""}
    [one] {" "}The team has the same person once more, I erase that too.
   *[other] {" "}The team has the same person { $others } more times, I erase those too.
 }{ $elsewhere ->
    [0] {""}
   *[other] {" "}Somebody else on the team knows them too. Only who leads the team can erase everywhere.
 }

    This can't be undone.
forget-done = { $count ->
    [one] Erased. Nothing about this person is stored here any more.
   *[other] Erased in { $count } places. Nothing about this person is stored here any more.
 }{ $never ->
    [0] {""}
   *[other] {" "}The contact block stays, even if they turn up in a list again.
 }{ $left ->
    [0] {""}
   *[other] {" "}Somebody else on the team still has them. Tell your leader: /erase and the number erases everywhere.
 }
    What is in your own messenger and address book you delete there yourself.
forget-told = { $leader } erased everything about one of your contacts, as that person asked. Who it was is stored nowhere any more.
forget-sending = A message to { $name } is leaving right now. Please try again in a minute.
forget-messages = { $count ->
    [one] one message
   *[other] { $count } messages
}
forget-notes = { $count ->
    [one] one note
   *[other] { $count } notes
}
forget-reminders = { $count ->
    [one] one reminder
   *[other] { $count } reminders
}
forget-sequences = { $count ->
    [one] one running sequence
   *[other] { $count } running sequences
}
forget-meetings = { $count ->
    [one] one appointment
   *[other] { $count } appointments
}
forget-approvals = { $count ->
    [one] one draft
   *[other] { $count } drafts
}
forget-contact = the contact details
button-forget = Erase for good
button-forget-never = Erase and block
button-forget-asked = Erase the data
act-erased = Nothing is stored about this any more.
