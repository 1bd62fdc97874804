"""The rest of tags that were cut."""
