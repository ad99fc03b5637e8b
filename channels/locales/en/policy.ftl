### Why something went or did not go: one sentence per rule of the contact policy and of the text guard.
### reason-* needs no values; detail-* names the figures (channels/words.py, reason()).

## Contact policy

reason-ok = Nothing spoke against it.
reason-answer = This answers a message less than 24 hours old. It may go at any time.
reason-confirmation = This is the one line that confirms the opt-out. After that there is silence.
reason-template = The 24-hour window is closed, so the approved template goes out.
reason-opted-out = This contact wants no more messages. I keep to that on every channel.
reason-locked = Somebody from your team is already working on this.
reason-rep-window = The 24-hour window to you is closed. Write to me, then I can answer you again.
reason-paused = This contact is on hold: the last message may have been an opt-out. That is yours to decide.
reason-no-consent = No consent is on record for this contact on this channel.
reason-no-template = The 24-hour window is closed and no approved template fits.
reason-unanswered = More than five messages are unanswered already. I will not push.
reason-pending = Another message is already waiting for this contact. There is never more than one at a time.
reason-nurture-pause = Long-term nurture starts with a pause and then sends one message a month at most.
reason-daily-cap = The contact already got a message in the last 24 hours.
reason-weekly-cap = The contact already got three messages in the last seven days.
reason-holiday = It is a public holiday where this contact lives.
reason-quiet-hours = These are quiet hours for this contact. On my own I only write Monday to Saturday, 8 am to 9 pm.
reason-window-closed = The 24-hour window is closed. WhatsApp now takes nothing but an approved template.

policy-moment = { $weekday ->
    [mon] Mon
    [tue] Tue
    [wed] Wed
    [thu] Thu
    [fri] Fri
    [sat] Sat
   *[sun] Sun
} { $day }/{ $month } at { $time }

detail-no-template = The 24-hour window has been closed since { $closed }, and no approved template fits.
detail-unanswered = { $unanswered } messages are unanswered already. I will not push.
detail-template = The 24-hour window is closed, so the approved template “{ $template }” goes out.
detail-window-closed = The 24-hour window is closed. The approved template “{ $template }” could go instead.
detail-nurture-pause = Long-term nurture is pausing. It goes on { $until } at the earliest.
detail-daily-cap = The last message to this contact went out { $last }. It goes on { $until } at the earliest.
detail-weekly-cap = { $count } messages already went out in the last seven days. It goes on { $until } at the earliest.
detail-holiday = It is a public holiday where this contact lives ({ $holiday }). It goes on { $until } at the earliest.
detail-quiet-hours = These are quiet hours for this contact. It goes on { $until } at the earliest.

## Text guard

reason-guard = The text does not keep our rules.
reason-health-claim = The text promises an effect on health. Such claims are not allowed in advertising.
reason-income-claim = The text promises earnings or profit. Nobody can prove that, and it may not be advertised.
reason-pyramid-claim = The text promises money or goods for recruiting others. That is against the law (§ 16(2) UWG).
reason-guarantee = The text promises a result as certain.
reason-pressure = The text puts pressure on the reader.
reason-green-claim = The text makes an environmental claim without proof.
reason-human-denial = The text denies that an AI assistant is writing.
reason-sensitive-data = The text asks for bank details, passwords or ID data. They do not belong in a chat.
reason-mixed-register = The text mixes the German du and Sie.
reason-wrong-register = The text addresses the contact in another form than usual (du or Sie).
reason-placeholder = The text still holds a placeholder that nobody filled in.
reason-forbidden-word = The text holds a word you ruled out.
