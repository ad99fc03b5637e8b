### How we are reached on Telegram and by e-mail: menu of commands, groups, unsubscribing, pairing.

telegram-menu =
    help - What I can do for you
    approvals - Drafts waiting for you
    leads - Your contacts
    reminder - Remind you of something
    undo - Take the last message back
    pair - Connect WhatsApp or Telegram with you
    invite - Your link for people to sign up with you
telegram-group = I never show customer data in groups. Please write to me directly: https://t.me/{ $bot }

mail-subject = A message from { $name }
mail-unsubscribe = No more e-mails? Unsubscribe here: { $url }

pair-code-own = Your code: **{ $code }**

    Send it from the Telegram or WhatsApp you want to connect to my account there. It is good for { $minutes } minutes and works once.
pair-code-other = Code for { $name }: **{ $code }**

    { $name } sends it from their own Telegram or WhatsApp to my account there. It is good for { $minutes } minutes and works once.
pair-done = Connected, { $name }! From now on you reach me here too.
pair-took-over = Connected, { $name }! From now on you reach me here too.

    Until now this messenger was connected to { $before }. That has ended: it belongs to one person only, or I could not tell who is writing. { $before } can connect their own with /pair.
pair-taken = { $name } signed in with a code on your { $channel ->
    [telegram] Telegram
   *[other] WhatsApp
 }. You can't reach me there any more, a messenger belongs to one person only. If that wasn't you, take it back with /pair.
pair-help = What can you do?
pair-wrong = This code doesn't work or has expired. Get a new one with /pair in a chat where I know you.
pair-locked = Too many wrong codes. Please try again in half an hour.
pair-nobody = I can't find { $name } in your team.
pair-not-yours = Codes for others come from your team lead.

invite-own = Your Telegram link: { $link }

    Whoever opens it and taps Start is signed up with you and has agreed to get messages.
invite-lead = Telegram link for { $lead }: { $link }

    It is good for { $days } days and works once, for { $lead } only. Whoever opens it writes to me as { $lead }.
invite-no-bot = That takes a Telegram bot, and none is connected yet. Whoever looks after SalesFlow for you can set one up.

start-greeting = Hello! This is { $owner }'s AI assistant. Just tell me what it's about. STOP ends messages at any time.
start-invited = Hello and welcome! This is { $owner }'s AI assistant. You get messages from { $owner } here because you opened this link. STOP ends them at any time.

lead-away = { $name } is away according to an absence note, until { $until }. I won't write on my own until then.
inbox-forwarded = I don't take forwarded messages as orders. Tell me in your own words what to do.

reason-away = According to an absence note this contact is away.
reason-blocked = The contact has blocked me there.
reason-address-invalid = This e-mail address doesn't exist (any more).
reason-bounced = The e-mail came back as undeliverable.
reason-empty = The message was empty.
reason-paired = That was not a contact but one of the team.

optin-subject = Please confirm: e-mails from { $owner }
optin-mail-du =
    Hello { $name },

    { $owner } would like to send you information and offers by e-mail now and then. We need your yes for that. Please open this page and tap "Yes, please" there:

    { $link }

    The link is good for { $days } days. If you do nothing, you won't get any more e-mails. You can take your yes back at any time, with one click in every e-mail.

    This is written by { $owner }'s AI assistant.
optin-mail-sie =
    Hello { $name },

    { $owner } would like to send you information and offers by e-mail now and then. We need your yes for that. Please open this page and tap "Yes, please" there:

    { $link }

    The link is good for { $days } days. If you do nothing, you won't get any more e-mails. You can take your yes back at any time, with one click in every e-mail.

    This is written by { $owner }'s AI assistant.
optin-asked = The confirmation mail to { $name } ({ $address }) is going out. Once the link in it is confirmed, I may send e-mails.
optin-no-address = There is no e-mail address for { $name }.
optin-already = { $name } has agreed to e-mails already.
optin-asked-lately = { $name } was asked within the last 30 days. I won't ask again.
optin-refused = The confirmation mail to { $name } is not going out. { $reason }
optin-confirmed = { $name } has confirmed: e-mails are welcome.
lead-left = { $name } has unsubscribed. I won't write there any more, on any channel.
reason-optin = This is the one mail that asks for consent.

page-unsubscribe = Would you like to get no more messages from us? This holds for every channel.
page-unsubscribe-button = Yes, unsubscribe
page-unsubscribed = Done. You won't hear from us again.
page-confirm = Would you like to get information and offers by e-mail at { $address } now and then? You can end this with one click at any time.
page-confirm-button = Yes, please
page-confirmed = Thank you, noted. You can close this page.
page-link-unknown = This link is not valid (any more). / Dieser Link gilt nicht oder nicht mehr.
