"""
The index of an archive: files that a browser asks one by one, and no server.

It is a function of the articles' contributions (`contributions.py`) alone. `state.py` remembers them, and gives the files that differ; here is
the way without a memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warraq.pages.page import File

from .contributions import contribution
from .holdings import Holding
from .names import Names
from .state import SearchState


def build(holdings: Iterable[Holding], names: Names) -> Iterator[File]:
    """Make all files of the index, the texts that results quote among them; the same ones for the same articles, which are read one after another."""
    with SearchState() as state:
        for held in holdings:
            state.take(contribution(held))
        yield from (file for file in state.update(names) if isinstance(file, File))
