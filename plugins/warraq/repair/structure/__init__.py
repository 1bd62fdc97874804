"""The structure of a repaired text: its title, and blocks of a kind."""
