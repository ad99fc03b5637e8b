# The prompt library.
prompt-output = { $name }:
    »{ $text }«
prompt-which = Which prompt shall it be?
prompt-inputs-missing = For "{ $name }" I still need: { $inputs }.
prompt-ask = "{ $name }": { $input }?
prompt-ask-shorter = "{ $name }": { $input } a bit shorter please, { $most } characters at most.
prompt-inputs-unfit = The inputs for "{ $name }" do not fit.
prompt-tap = That only works with the button below the text.
prompt-execution-unknown = I don't know this text any more. Have it written again.
prompt-rated = Thank you, { $stars } { $stars ->
        [one] star
       *[other] stars
    } noted.
button-prompt-whatsapp = Send on WhatsApp
button-prompt-email = Send as e-mail
button-prompt-again = Again
button-prompt-shorter = Shorter
button-prompt-warmer = Warmer
button-prompt-formal = More formal
ask-execution = Which text? Please tell me its number.
ask-rating = How many stars, 1 to 5?
generated-message = My suggestion for { $name }:
    »{ $text }«
generated-blocked = I find no words for { $name } that may go out like this.
chat-system = You are the sales colleague of SalesFlow. Answer briefly and warmly, invent nothing and promise neither effects nor income.
chat-without-model = Free writing needs a language model and none is set up right now. With use_functions=true I still do what you tell me.
voice-set = Noted. That is how messages of { $name } sound from now on.
voice-not-found = There is no such person in your team.
ask-conversation = In which conversation?
