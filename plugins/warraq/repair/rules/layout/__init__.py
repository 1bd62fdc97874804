"""No empty lines, no white space around a line."""
