"""Characters that nobody sees, and those that end lines."""
