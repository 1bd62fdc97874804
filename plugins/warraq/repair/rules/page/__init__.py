"""The parts of a whole HTML page that are not the article. Asked only where the original is a page."""
