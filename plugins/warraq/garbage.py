"""
How often Python looks for objects that are in nobody's hands: seldom, because most of what a command makes lives to its end.

An archive of ten thousand articles is a million objects. Looking through all of them again and again costs a build a fifth of its time.
"""

from __future__ import annotations

import gc

NEW = 50_000
"""New objects after which Python looks through them: an edition makes thousands."""
YOUNG, OLD = 20, 50
"""So many looks later it looks through those that stayed; and so many of these later through all."""


def collect_seldom() -> None:
    """Look through new objects seldom, and through all of them hardly ever; what is loaded by now stays for good."""
    gc.freeze()
    gc.set_threshold(NEW, YOUNG, OLD)
