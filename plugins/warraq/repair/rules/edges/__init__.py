"""What hangs on the ends of lines."""
