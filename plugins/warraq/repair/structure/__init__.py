"""What the lines of a repaired text are: its title, and blocks of a kind."""
