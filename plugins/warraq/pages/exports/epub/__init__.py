"""
EPUB 3.3 (w3.org/TR/epub-33): articles as a book to read without a network, from right to left.

`chapter.py` makes a chapter of an edition, `package.py` what holds the chapters together; whoever packs them
(`press/exporting/epub.py`) has the pictures and the faces.
"""
