"""What happens over time: definitions, decisions, the engine and its clockwork."""
