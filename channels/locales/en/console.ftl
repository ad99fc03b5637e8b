# The chat in the terminal.
console-hello =
    SalesFlow is listening. Just write what you need.
    A number presses the button with that number. /help says what I can do, /? explains the terminal, /quit leaves.
console-help =
    How it works here:
      1, 2, 3 …       presses the button with that number
      ↑ ↓             brings back what you wrote before; → takes the suggestion
      /file PATH      sends me a file; pictures of mine arrive as a path
      /help           what I can do for you
      /quit, Ctrl-D   leaves
console-slow = Still on it, the answer is coming …
console-too-long = This line is too long; I take at most { $most } characters at once.
console-unreachable = The running bot does not answer right now ({ $reason }).
console-no-file = I cannot read the file { $path }. Is the path right?
console-file-size = The file is empty or too big; { $most } KB at most.
