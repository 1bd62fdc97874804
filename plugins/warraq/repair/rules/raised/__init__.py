"""What a page sets above or below the line."""
