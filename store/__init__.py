"""What is remembered: settings, values, rows and the queries on them."""
