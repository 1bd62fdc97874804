"""One kind of page a file; `pages(library)` yields them all, pure."""
