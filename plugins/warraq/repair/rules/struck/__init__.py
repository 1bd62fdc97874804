"""What a page draws a line through."""
