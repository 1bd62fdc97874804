"""
How well pages are read: `python3 tasks.py bench pages`.

The pages are made, not taken: an article whose parts are known (`tests/corpus/labelled/pages/articles/`) is set into a layout as
the systems of newspapers write it (`layouts/`), among furniture in its language (`phrases/`). So all of a page is known: what is
text and what is not, title, day, authors, and whether it holds an article at all.
"""
