# Lines: how the channels do, what did not arrive, consents, and why a provider says no.

health-answer = 📡 Your channels
    { $lines }
health-state-ok = fine
health-state-resting = provider cannot be reached
health-state-busy = provider takes nothing right now
health-state-off = not set up, nothing goes out
health-rests = next try { $when }
health-waiting = { $count ->
        [one] one message waits
       *[other] { $count } messages wait
    }
health-doubtful = { $count ->
        [one] one is in doubt (/doubt)
       *[other] { $count } are in doubt (/doubt)
    }
health-failed = { $count ->
        [one] one has not arrived since yesterday
       *[other] { $count } have not arrived since yesterday
    }
health-heard = last heard from { $when }
health-templates = 📄 WhatsApp templates: { $approved } approved{ $others ->
        [0] { "" }
       *[other] , { $others } not usable
    }
health-kept = ⚠️ { $count ->
        [one] I did not understand one provider's call and kept it.
       *[other] I did not understand { $count } providers' calls and kept them.
    }
health-dead = ✉️ Not delivered in the last seven days:
health-dead-letter = • { $name }: "{ $text }" – { $reason }

button-retry = Again: { $name }
retry-done = I am trying { $name } once more.
retry-not = This message is not waiting for another try.
retry-ask = Shall I send "{ $text }" to { $name } once more?
ask-number = Which message do you mean? Tell me its number.

consents-answer = 📜 Consents of { $name }
    { $lines }
consents-entry = { $sign } { $day }: { $channel }, { $basis }{ $by }{ $wording }
consents-every-channel = all channels
consents-by = noted by { $name }
consents-none = Nothing is on record so far.
consents-earlier = … and { $count } earlier entries
consents-basis-agreed = expressly agreed
consents-basis-wrote-first = wrote first
consents-basis-customer = is a customer
consents-basis-withdrawn = withdrew
consents-basis-opt-out = wants no more messages
consents-basis-opt-in = wants messages again
consents-basis-double-opt-in = confirmed by e-mail
consents-basis-demo = sample data
consents-basis-other = other basis
consents-may = ➡️ { $channel }: automatic messages are allowed.
consents-may-not = ➡️ { $channel }: automatic messages are not allowed; for your own I ask you for the basis.
consents-window = 🕐 { $channel }: the 24-hour window is open until { $when }.
consents-stopped = ➡️ Opted out: nothing goes out on any channel any more.

reason-pacing = The number is still new and has sent enough for today.
detail-pacing = The number is still new and has sent enough for today. It goes on { $until }.
reason-undeliverable = WhatsApp cannot deliver there: a number without WhatsApp, or the app is too old.
reason-provider-invalid = The provider does not take the message in this form.
reason-provider-refused = The provider refused the message.
reason-media-refused = The provider does not take the file.
reason-account-blocked = The provider has blocked or limited your account. Somebody has to sort it out with the provider.
reason-account-login = The provider does not accept the login. Somebody has to check the key in the settings.
reason-marketing-capped = WhatsApp allows no more marketing messages to this person right now.
reason-template-mismatch = The template no longer fits the approved wording.
reason-template-gone = The provider does not know this template in this language (any more).
reason-template-too-long = The template is too long with these values.
reason-template-rejected = The provider rejected the template.
reason-template-paused = The provider paused the template.
reason-template-disabled = The provider disabled the template.
reason-not-configured = No access is set up for this channel right now.

page-chat-title = Chat with { $team }
page-chat-hint = Just write to us. An AI assistant helps to answer, a person reads along.
page-chat-say = Your message
page-chat-send = Send
page-chat-failed = That did not go out just now. Please try again.

website-chat = 🌐 The chat for your website
    Page: { $page }
    To embed it, put this line before </body>:
    { $embed }
website-chat-new = 🌐 A new key; the old address has ended.
    Page: { $page }
    To embed it, put this line before </body>:
    { $embed }
