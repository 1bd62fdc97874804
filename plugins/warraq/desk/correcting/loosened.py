"""Which articles may be published further than before: rights follow the source, and who corrects its name speaks of no rights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from warraq.archive.reading_article import read_article
from warraq.archive.rights import words_allowed
from warraq.desk.rights_here import allow_more, rights_in

from .corrections import Correction


def loosened(content: Path, made: Sequence[Correction]) -> Iterator[str]:
    """Yield the paths of the articles of which more may be published after their corrections than before, by their rights."""
    decisions = rights_in(content)
    for each in made:
        former = decisions.rights(each.of.article)
        if words_allowed(former) is None:
            continue
        article = read_article(each.of.path, each.head.data()).article
        new = decisions.rights(article) if article else former
        if words_allowed(new) != words_allowed(former) and allow_more(new, former):
            yield each.of.path
