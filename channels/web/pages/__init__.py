"""Pages for people (NiceGUI). Only ``channels.web.site`` imports from here, once it has said where to store things."""
