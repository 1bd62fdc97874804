"""
What a reader of a published page must find, by field.

It comes from the files of content/ and the editions that are made of them, never from a page or a file that is published: those are
what is being tested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from warraq.archive.article import Article
from warraq.archive.reading import read_archive
from warraq.edition.edition import Edition
from warraq.pages.rights import publishable
from warraq.press.checking import original_or_problem
from warraq.press.editions import editions

DAY = date(2027, 1, 15)
"""The day of `project.DAY`."""


@dataclass(frozen=True)
class Published:
    """An article that readers may see, withdrawn ones apart."""

    edition: Edition
    """The public one: what is withheld is not in it."""
    folder: Path
    """In output/."""

    @property
    def article(self) -> Article:
        return self.edition.article

    @property
    def address(self) -> str:
        """Of the page below the site's address, not percent-encoded."""
        return f"articles/{self.article.slug}/"

    @property
    def lines(self) -> list[str]:
        """T below the title, a block a line."""
        return self.edition.text.split("\n")[1:]


def published(content: Path, output: Path, site_url: str = "") -> list[Published]:
    """Give what is published of an archive that was built, in the archive's order."""
    return list(_published(content, output, site_url))


def _published(content: Path, output: Path, site_url: str) -> Iterator[Published]:
    archive = read_archive(content, original_or_problem).archive
    for made in publishable(archive, editions(archive, {}), site_url, DAY).editions:
        if not made.article.withdrawn:
            folder = output / "articles" / made.article.slug
            assert (folder / "index.html").is_file(), folder
            yield Published(made, folder)
