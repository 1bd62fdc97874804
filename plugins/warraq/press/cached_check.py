"""
`check` without making pages: the same problems that a build finds, remembered from run to run.

A test holds that both say the same. What is kept of an edition is what was wrong with it and how many doubts are open.
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
from warraq.edition.edition import Edition

from .cache import Cache
from .checking import addresses_in, original_or_problem, originals_without_article, problem_order, unrepaired_original
from .editions import job, map_editions
from .inner_links import EditionLinks, dead_links, links_of
from .record_check import failed_round_trips
from .warnings import doubts_of, warnings

EditionFacts = tuple[tuple[Problem, ...], int, EditionLinks]
"""What is wrong with an edition, how many doubts are open, and what it links to."""


def cached_problems(content: Path, today: date, cache: Cache) -> tuple[Archive, tuple[Problem, ...]]:
    """Check `content`; the archive, and everything that is wrong with it, sorted."""
    reading = read_archive(content, original_or_problem, cache)
    archive, problems = reading.archive, list(reading.problems)
    problems += failed_round_trips(archive, content.name)
    problems += (
        unrepaired_original(name, content.name) for name in originals_without_article(archive, problems, content.name)
    )
    linked = addresses_in(archive, content)
    looked = _all_edition_facts(reading, linked, content.name, cache)
    problems += (problem for wrong, _, _ in looked for problem in wrong)
    problems += dead_links(archive, (leads for _, _, leads in looked), linked.values())
    problems += warnings(archive, [doubts for _, doubts, _ in looked], today)
    cache.close()
    return archive, tuple(sorted(problems, key=problem_order))


def _all_edition_facts(
    reading: ArchiveReading, addresses: Mapping[str, str], content: str, cache: Cache
) -> list[EditionFacts]:
    """Look at every article's edition, in order; those not seen before on all cores."""
    archive = reading.archive
    vocabulary = sha256(repr(archive.vocabulary).encode()).digest()
    all_addresses = sha256(repr(sorted(addresses.items())).encode()).digest()
    keys: list[bytes] = []
    known: dict[bytes, EditionFacts] = {}
    for article in archive.articles:
        name = article.original or ""
        parts = [reading.digests[article.path], vocabulary]
        if original := archive.originals.get(name):
            parts.append(reading.digests[f"{content}/originals/{name}"])
            parts.append(reading.digests.get(f"{content}/records/{original.stem}.json", b""))
        if _may_link(article):
            parts.append(all_addresses)
        key = cache.key("looked", b"".join(parts))
        keys.append(key)
        found = cache.get(key)
        if found is not None:
            known[key] = found  # type: ignore[assignment]  # the key names what was made
    missing = [(key, article) for key, article in zip(keys, archive.articles, strict=True) if key not in known]
    jobs = [job(archive, article) for _, article in missing]
    for (key, _), made in zip(missing, map_editions(jobs, archive.vocabulary, addresses, edition_facts), strict=True):
        cache.set(key, made)
        known[key] = made
    return [known[key] for key in keys]


def edition_facts(edition: Edition) -> EditionFacts:
    """What `check` keeps of an edition."""
    return edition.problems, doubts_of(edition), links_of(edition)


def _may_link(article: Article) -> bool:
    """Whether it may link to a file (`{filename}`), whose address may change while the article does not."""
    return "{" in article.body or any("{" in annotation.note for annotation in article.annotations)
