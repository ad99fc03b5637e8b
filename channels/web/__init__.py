"""The web side: REST now, pages later. May use sequences and tools; nobody but ``bot.py`` imports it."""
