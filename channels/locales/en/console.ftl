# The chat in the terminal.
console-hello = SalesFlow is listening. Just write what you need; a number presses its button, /quit leaves.
console-slow = Still on it, the answer is coming …
console-too-long = This line is too long, I take at most { $most } characters at once.
console-unreachable = The running bot does not answer right now ({ $reason }).
