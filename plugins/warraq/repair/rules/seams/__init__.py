"""Words that may have been glued together: found before spaces are put in, which would hide them."""
