"""Arabic as data and small functions: one description for Python and JavaScript."""
