"""
TEI P5 (tei-c.org, TEI All): an article with everything that is said about it, in one file, and the corpus of them all.

The text of `<text>`, without what stands in `<note>`, `<sic>` and `<figure>`, is T, and every line feed in it is one of T. The
text of `<sourceDoc>` is O. Whatever XML forbids is a `<g>` that leads to its code point (`escaping.py`). So both texts come
back, letter by letter.
"""
