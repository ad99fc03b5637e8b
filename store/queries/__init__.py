"""SQL lives here only: every query takes a Scope first; the edge commits."""
