# What is wrong with a value.
problem-too-long = That is too long, { $most } characters at most.
problem-empty = There is nothing in it that I can use.
problem-unfit = I cannot make use of that. Please put it differently.
