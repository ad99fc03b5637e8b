"""What a step does: one file per action kind, listed in ``registry``."""
