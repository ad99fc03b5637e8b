### Appointments: what the bot says, what leads get, and what a calendar did not want.

meeting-missing-date = When shall the appointment with { $name } be? For example: Tuesday at 5 pm.
meeting-when-missing = When exactly? For example: Tuesday at 5 pm.
meeting-when-unclear = I am not sure about “{ $text }”. When exactly shall the appointment be?
meeting-when-past = “{ $text }” is over already. When shall the appointment be?
meeting-what-time = At what time { $day } with { $name }?
meeting-day-full = You have nothing free between 9 and 6 { $day }. When else would it suit with { $name }?
meeting-too-far = This time will not do: it is over already, or more than two years ahead.
meeting-busy = You already have something { $when }. { $offers ->
    [0] When else would it suit?
   *[other] These are free:
}
meeting-busy-with = You already have an appointment with { $other } { $when }. { $offers ->
    [0] When else would it suit?
   *[other] These are free:
}
meeting-booked = Appointment with { $name } is set: { $when }, { $minutes } minutes. { $invited }
meeting-creating = I am entering the appointment with { $name }: { $when }, { $minutes } minutes. { $invited }
meeting-invited-soon = As soon as it is in the calendar, { $name } gets the invitation.
meeting-told = { $name } gets a message ({ $channel }).
meeting-told-later = { $name } gets a message { $when } ({ $channel }).
meeting-not-told = { $name } does not know yet: { $reason }
button-meeting-tell = Tell them myself
button-move-meeting = Move it
button-cancel-meeting = Call it off
button-book-meeting = Book { $when }
button-book-again = Enter it again
meeting-moved = Moved: { $name }, now { $when }. { $invited }
meeting-move-when = When shall I move the appointment with { $name } ({ $when }) to?
meeting-cancelled = Called off: { $name }, { $when }. { $invited }
meeting-cancelled-silent = Called off: { $name }, { $when }. No message goes out.
meeting-which = Which appointment do you mean?
meeting-unknown = I cannot find this appointment among yours.
meeting-none = You have no appointment coming up.
meeting-none-with = There is no appointment with { $name }.
meetings-none = Nothing is coming up.
meetings-list = Your appointments:
    { $lines }
meeting-title = Talk with { $name }
meeting-entered = The appointment with { $name } { $when } is in the calendar, the invitation is on its way. { $link }
meeting-entered-silent = The appointment with { $name } { $when } is in the calendar. A message to { $name } was not allowed to go by itself, please tell them. { $link }
meeting-calendar-busy = Meanwhile there is something else in your calendar { $when }. So the appointment with { $name } is not set.
meeting-calendar-unauthorised = I cannot reach your Google calendar any more. Connect it again with /calendar, then I will enter the appointment with { $name } ({ $when }).
meeting-calendar-refused = Google did not take the appointment with { $name } ({ $when }). Please look at the calendar yourself.
meeting-calendar-silent = Google did not answer for a day. Whether the appointment with { $name } ({ $when }) is in the calendar I do not know. Please have a look.
undo-booking = Taken back: appointment and invitation for { $names }.
act-book-meeting = appointment { $when }
act-move-meeting = move the appointment { $when }
act-cancel-meeting = call off the appointment
act-ask-email-consent = ask for consent to e-mails
act-start-sequence = sequence

## What leads get

meeting-letter-booked = { $register ->
    [sie] Hello { $name }, our appointment is set: { $when }, about { $minutes } minutes.{ $details } The file for your calendar is attached. If anything comes up, just write. Best wishes, { $sender }
   *[du] Hi { $first_name }, our appointment is set: { $when }, about { $minutes } minutes.{ $details } The file for your calendar is attached. If anything comes up, just write. Best wishes, { $sender }
}
meeting-detail-zone = This is your local time ({ $zone }).
meeting-detail-place = Place: { $place }.
meeting-detail-link = Link: { $link }
meeting-letter-moved = { $register ->
    [sie] Hello { $name }, our appointment has moved: it is now { $when }. The new calendar file is attached. If that does not suit, just write. Best wishes, { $sender }
   *[du] Hi { $first_name }, our appointment has moved: it is now { $when }. The new calendar file is attached. If that does not suit, just write. Best wishes, { $sender }
}
meeting-letter-cancelled = { $register ->
    [sie] Hello { $name }, unfortunately our appointment { $when } has to be cancelled. Best wishes, { $sender }
   *[du] Hi { $first_name }, unfortunately our appointment { $when } has to be cancelled. Best wishes, { $sender }
}
meeting-subject-booked = Our appointment { $when }
meeting-subject-moved = New time: { $when }
meeting-subject-cancelled = Appointment { $when } cancelled

## Google Kalender

calendar-link = Connect your Google Calendar here (the link holds for ten minutes): { $url }
calendar-connected = Your Google Calendar is connected. I enter appointments there.
calendar-disconnected = Disconnected. From now on appointments live in my own calendar.
calendar-not-connected = No Google Calendar is connected.
calendar-not-configured = Google Calendar is not set up here yet. That is done by whoever runs SalesFlow (GOOGLE_CLIENT_ID). Until then appointments live in my own calendar.
button-disconnect-calendar = Disconnect the calendar
page-calendar-connected = Connected. You can close this window.
page-calendar-refused = That did not work. Get a new link with /calendar.
meeting-moved-in = The appointment with { $name } ({ $when }) is in your calendar now. { $link }
meeting-left-behind = The appointment with { $name } ({ $when }) is still in the former Google calendar; I cannot get in there any more.
