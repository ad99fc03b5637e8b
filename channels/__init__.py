"""How people are reached: the door out, the contact policy, the words and the adapters."""
