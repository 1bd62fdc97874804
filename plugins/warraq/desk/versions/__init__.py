"""
Which version of an article is shown, and which articles are versions of one.

The version that was published first may have been cited, so it stays at its address until an editor chooses another. Then the two change
places: the chosen one has the address, the former one an address of its own, and the notes of each stay with it.
"""

from .choosing import Choice, join, part, show, versions_in

__all__ = ["Choice", "join", "part", "show", "versions_in"]
