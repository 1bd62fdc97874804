"""A first line for a text that states no title."""
