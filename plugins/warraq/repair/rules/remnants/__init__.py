"""What is left of tags that were cut."""
