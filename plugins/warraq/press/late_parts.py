"""The late parts of the articles' files (`warraq.pages.late`), put in once the facts of all articles are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from warraq.pages import addresses
from warraq.pages.annotations import NEXT, next_part
from warraq.pages.around import LATE_BEFORE_TEXT, LATE_OF_PAGE, Around, Arounds
from warraq.pages.article_facts import ArticleFacts, told_of
from warraq.pages.items import list_item
from warraq.pages.page import Library

from .article_result import ArticleResult, WrittenFile
from .printing import Look
from .rendering import Templates, late_template
from .site_folder import fill_file


class LateParts:
    """Makes the late parts of a library's articles."""

    def __init__(self, library: Library, look: Look, templates: Templates) -> None:
        self._library, self._look, self._templates = library, look, templates

    @cached_property
    def made_of(self) -> str:
        """Hash all that stands around any article: what is told of each, and the names of the concepts that they share."""
        return told_of(self._library.all, repr(self._library.archive.vocabulary))

    @cached_property
    def _arounds(self) -> Arounds:
        return Arounds(self._library)

    def around(self, facts: ArticleFacts) -> tuple[Around, str]:
        """Find what stands around an article, and hash it."""
        around = self._arounds.around(facts)
        return around, sha256(repr(around).encode("utf-8", "surrogatepass")).hexdigest()

    def fill(
        self, folder: Path, facts: ArticleFacts, around: Around, result: ArticleResult, place: Callable[[str], Path]
    ) -> ArticleResult:
        """
        Put the late parts into the files of one article and write them below a folder.

        `place` tells where the files stand. Return the result with the files as they are then.
        """
        parts = dict(self._made(facts, around))
        written: list[WrittenFile] = []
        moved: bytes | None = None
        for each in result.written:
            if not each.late:
                written.append(each)
                continue
            is_page = LATE_BEFORE_TEXT[0] in {part.name for part in each.late}
            written.append(fill_file(place(each.inside), folder, each, parts, None if is_page else moved))
            if is_page and any(
                part.end > part.start for part in (*each.late, *written[-1].late) if part.name in LATE_BEFORE_TEXT
            ):
                moved = (folder / each.inside).read_bytes()
        return replace(result, written=tuple(written))

    def _made(self, facts: ArticleFacts, around: Around) -> Iterator[tuple[str, bytes]]:
        values = {"item": list_item(facts, self._library.archive.site), "around": around}
        address = addresses.article(facts.article.slug)
        for name in LATE_OF_PAGE:
            with self._look.naming_mistakes(late_template(name)):
                part = self._templates.render_late(address, name, values)
            yield name, part
        yield NEXT, next_part(around.following)
