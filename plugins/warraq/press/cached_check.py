"""
`check` with a cache and without pages: the same problems that `checking.py` finds for a build. A test holds that.

Of an edition only the facts that the checks need are cached, not the edition.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.archive.reading import ArchiveReading, read_archive
from warraq.archive.version_inheritance import inheritance

from .cache import Cache
from .checking import addresses_in, original_or_problem, problem_order, problems_beside_articles
from .concealing import without_withheld
from .edition_facts import EditionFacts, edition_facts, facts_of_failure, problems_of_editions
from .editions import job, map_editions
from .new_articles import originals_without_article, unrepaired_original
from .pictures import picture_problems
from .record_check import failed_replays


def cached_problems(content: Path, today: date, cache: Cache) -> tuple[Archive, tuple[Problem, ...]]:
    """Read and check `content`; return the archive and its problems, sorted."""
    reading = read_archive(content, original_or_problem, cache)
    archive, problems = reading.archive, [*cache.problems, *reading.problems]
    problems += failed_replays(archive, content.name, reading.digests, cache)
    problems += picture_problems(content, kept=archive.site.keeps_pictures, cache=cache)
    problems += (
        unrepaired_original(name, content.name) for name in originals_without_article(archive, problems, content.name)
    )
    linked = addresses_in(archive, content)
    facts = _all_edition_facts(reading, linked, content.name, cache)
    problems += problems_beside_articles(archive, content, linked, today)
    problems += problems_of_editions(archive, facts, linked.values(), today)
    cache.close()
    return archive, tuple(sorted(without_withheld(problems, archive, content), key=problem_order))


def _all_edition_facts(
    reading: ArchiveReading, addresses: Mapping[str, str], content: str, cache: Cache
) -> list[EditionFacts]:
    """Give the facts of every article's edition, in order; those that are not in the cache are found on all cores."""
    archive = reading.archive
    vocabulary = sha256(repr(archive.vocabulary).encode()).digest()
    all_addresses = sha256(repr(sorted(addresses.items())).encode()).digest()
    keys: list[bytes] = []
    known: dict[bytes, EditionFacts] = {}
    for article in archive.articles:
        name = article.original or ""
        parts = [reading.digests[article.path], vocabulary]
        parts.append(inheritance(article))
        if original := archive.originals.get(name):
            parts.append(reading.digests[f"{content}/originals/{name}"])
            parts.append(reading.digests.get(f"{content}/records/{original.stem}.json", b""))
        if _may_link(article):
            parts.append(all_addresses)
        key = cache.key("edition-facts", b"".join(parts))
        keys.append(key)
        found = cache.get("edition-facts", key)
        if found is not None:
            known[key] = found
    missing = [(key, article) for key, article in zip(keys, archive.articles, strict=True) if key not in known]
    jobs = [job(archive, article) for _, article in missing]
    for (key, _), made in zip(missing, map_editions(jobs, archive.vocabulary, addresses, edition_facts), strict=True):
        if isinstance(made, Problem):  # perhaps of this machine: it is not kept
            known[key] = facts_of_failure(made)
        else:
            known[key] = made
            cache.set("edition-facts", key, made)
    return [known[key] for key in keys]


def _may_link(article: Article) -> bool:
    """Return whether the article may link to a file (`{filename}`), whose address may change while the article does not."""
    return "{" in article.body or any("{" in annotation.note for annotation in article.annotations)
