"""Tags, whole and cut, and what is left of them."""
