"""Who talks: the doors' inner side, the two agents and what they understand."""
