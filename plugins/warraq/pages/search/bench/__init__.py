"""The quality of the search, measured: our index beside stock Pagefind, on a given corpus with given queries."""
