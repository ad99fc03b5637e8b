# What the bot says about language models: budget, voice notes.
budget-user = (Your daily budget for the language model is used up. Until midnight I answer by rules and templates.)
budget-team = (Your team's daily budget for the language model is used up. Until midnight I answer by rules and templates.)
