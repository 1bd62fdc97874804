"""
The cleaning plugin.

With it among Pelican's PLUGINS, a build repairs every original that has no article; without it, such originals are left
out with a warning. When that is done, and that nothing is written before everything was checked, is the press's business.
"""

from __future__ import annotations


def register() -> None:
    """Be among the loaded plugins: the press asks for this one."""
