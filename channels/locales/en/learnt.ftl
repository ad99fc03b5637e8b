### The team’s video, and what leads say about themselves

page-video-unknown = This link does not exist (any more).
page-video = Your video
page-video-button = Watch the video
video-set = Noted: the video link in texts now leads to { $url }. For every lead I remember whether the video was opened.
video-not-an-address = “{ $url }” is no https address I can send people to.
learnt-is-customer = Noted: { $name } is a customer (“{ $quote }”).
learnt-satisfaction-score = Noted: satisfaction { $value } of 10 (“{ $quote }”). Not so? Then write for example: satisfaction of { $name } is 5.
learnt-watched-video = Noted: { $name } has seen the video (“{ $quote }”).
button-not-is-customer = No customer after all
button-not-watched-video = Has not seen the video
