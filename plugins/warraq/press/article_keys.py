"""
The keys of articles: hashes of all that the own files of an article depend on.

Where a key is the same, the files are the same bytes, and those of the former site are kept. In it are our code and data, the
packages, the theme, what the archive says of itself, the article, its original and its record as bytes, and what may leave of it. What the
vocabulary says is looked at for those concepts alone that the article has (`details`); whether its text names others now is told by what has
changed of the names (`changed_names.py`). What stands on its page about other articles comes late, and is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.original import stem_of
from warraq.archive.version_inheritance import inheritance
from warraq.edition.links import LinkTargets
from warraq.pages.decisions import Decisions

from .cache import folder_digest, program_digest
from .printing import Printing


class ArticleKeys:
    """Makes the keys of one archive's articles, as they are printed in one way."""

    def __init__(
        self,
        archive: Archive,
        digests: Mapping[str, bytes],
        linked: Mapping[str, str],
        printing: Printing,
        content: str,
    ) -> None:
        self._archive, self._digests, self._printing, self._content = archive, digests, printing, content
        self._linked = linked
        self._decisions = Decisions(archive.vocabulary, printing.today)

    def key(self, article: Article) -> str | None:
        """Give the key of an article; None where not all that it depends on is known."""
        if article.path not in self._digests:
            return None
        parts = [self.same_for_all, self._digests[article.path], inheritance(article)]
        if (name := article.original or "") in self._archive.originals:
            for path in (f"{self._content}/originals/{name}", f"{self._content}/records/{stem_of(name)}.json"):
                if path not in self._digests:
                    return None
                parts.append(self._digests[path])
        leaves = f"{self._decisions.leaves(article)} {self._decisions.rights(article)}"
        return sha256(b"\0".join([*parts, leaves.encode()])).hexdigest()

    def details(self, article: Article, concepts: Iterable[str]) -> str:
        """Hash what the vocabulary says of the concepts that an article names and is about."""
        known = self._archive.vocabulary.concepts
        ids = sorted({*concepts, *article.tags} & known.keys())
        return sha256("\0".join(self._told(id_) for id_ in ids).encode()).hexdigest()

    def leads_there(self, article: Article, links: Iterable[tuple[str, str]]) -> bool:
        """Tell whether links to files of the archive, as an article has them, lead where they led."""
        targets = LinkTargets(article.path, self._linked)
        return all(targets.link_to(written) == link for written, link in links)

    @cached_property
    def same_for_all(self) -> bytes:
        """Hash what every page depends on: code, theme, what the archive says of itself."""
        look = self._printing.look
        digest = sha256(program_digest() if look.is_plain else b"code of the settings, which is not known")
        for folder in (*look.theme.templates, look.theme.translations):
            digest.update(folder_digest(folder) if folder.is_dir() else b"")
        digest.update(
            repr((replace(look.site, removed=()), look.site_url, look.from_disk, look.feeds, look.footer)).encode()
        )
        return digest.digest()

    def _told(self, id_: str) -> str:
        if id_ not in self._told_once:
            self._told_once[id_] = repr(self._archive.vocabulary.concepts[id_])
        return self._told_once[id_]

    @cached_property
    def _told_once(self) -> dict[str, str]:
        return {}
