"""What may have been glued together: found before the spaces are put in, for afterwards nobody can see it."""
