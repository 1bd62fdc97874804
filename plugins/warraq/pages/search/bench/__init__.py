"""How well the search finds, measured: our index beside stock Pagefind, on a corpus and queries that others chose."""
