"""What lies outside and is no messenger: web pages and calendars."""
