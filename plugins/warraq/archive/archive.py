"""Everything that content/ holds, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .article import Article
from .concept import Vocabulary
from .original import Original
from .record import Record
from .site import Site


@dataclass(frozen=True, slots=True)
class Archive:
    """What the rest of Warraq works on; pure data."""

    site: Site
    articles: tuple[Article, ...] = ()
    """In the order of their paths."""
    originals: Mapping[str, Original] = field(default_factory=dict)
    """By name."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """By the name of the original."""
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
