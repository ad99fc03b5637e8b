"""What can be done: one file per act, one runner for all."""
