"""
How a link inside the site is written until it is known on which page it stands: `warraq:ADDRESS`.

The HTML of an article is made once and used in pages at different depths, in a feed, in a bundle on a disk (`edition/links.py`).
"""

SCHEME = "warraq:"
