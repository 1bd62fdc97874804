"""What of a whole HTML page is not the article. Asked only where the original is a page."""
