"""
Check an archive from the outside: `python -m warraq press.verify`, which `tasks.py verify` calls.

A reader who doubts a published archive has what we have: the originals, the records, and the pages. This checks each of them
against the others: the original has the hash of its record, the record leads from it to its text and back, and the pages hold
what they say (`page_check.py`). Where the site was built on this machine, every file of it has to be there, too, as it was built
(`site_manifest.py`).

An article that was found sound is remembered by the bytes of all that was looked at, its pages too, and by this program; what was wrong is
looked at anew.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.problem import Problem
from warraq.archive.reading import ArchiveReading, read_archive
from warraq.desk.command_line import CommandLine
from warraq.desk.site import language_of
from warraq.language import message
from warraq.pages.decisions import Decisions

from .cache import Cache
from .checking import original_or_problem
from .editions import job, map_editions
from .page_check import PageCheck, published_digest
from .record_check import failed_replays
from .site_manifest import has_list, manifest_problems
from .terminal import format_problems, print_message


def verify(content: Path, output: Path, sound: Cache | None = None) -> tuple[list[Problem], Archive]:
    """Check `content`, and `output` where it was built; return the problems and the archive. `sound` remembers articles."""
    # What `check` read is used; it alone decides what is worth keeping.
    reading = read_archive(content, original_or_problem, Cache(content.parent / ".warraq" / "cache.sqlite"))
    problems = [*reading.errors, *failed_replays(reading.archive, content.name)]
    if output.is_dir() and not problems:
        failed, found = _page_problems(reading, content, output, sound)
        problems = [*failed, *found, *(manifest_problems(output) or ())]
    if sound:
        sound.close()
    return problems, reading.archive


def _page_problems(
    reading: ArchiveReading, content: Path, output: Path, sound: Cache | None
) -> tuple[list[Problem], list[Problem]]:
    """Give the problems of editions that could not be made, and of published files, both in the order of the articles."""
    archive = reading.archive
    frame = Archive(archive.site, vocabulary=archive.vocabulary)
    # An embargo ended or not on the day of the build: an article without a page is left alone.
    check = PageCheck(frame, Decisions(archive.vocabulary, date.max), output)
    of_all = sha256(repr((archive.site, archive.vocabulary)).encode()).digest()
    waiting: list[tuple[bytes, Article]] = []
    for article in archive.articles:
        name = article.original or ""
        original = archive.originals.get(name)
        if original is None or name not in archive.records:
            continue
        paths = article.path, f"{content.name}/originals/{name}", f"{content.name}/records/{original.stem}.json"
        published = published_digest(output, article.slug)
        key = Cache.key("verified", b"".join([of_all, *(reading.digests[path] for path in paths), published]))
        if sound is None or not published or sound.get("verified", key) is None:
            waiting.append((key if published else b"", article))
    failed: list[Problem] = []
    found: list[Problem] = []
    jobs = [job(archive, article) for _, article in waiting]
    for (key, _), result in zip(waiting, map_editions(jobs, archive.vocabulary, {}, check), strict=True):
        if isinstance(result, Problem):
            failed.append(result)
        elif result:
            found += result
        elif sound and key:
            sound.set("verified", key, "")
    return failed, found


def main(given: Sequence[str]) -> int:
    """Print the problems, or how much was checked; return the exit code."""
    parser = CommandLine(prog="python3 tasks.py verify", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--output", type=Path, default=Path("output"))
    chosen = parser.parse_args(given)
    sound = Cache(chosen.content.parent / ".warraq" / "verified.sqlite")
    problems, archive = verify(chosen.content, chosen.output, sound)
    language = language_of(archive.site)
    if problems:
        print(format_problems(problems, language), file=sys.stderr)
        return 1
    print_message(
        message("Records replayed, there and back: {count}. Every hash is right.", count=len(archive.records)), language
    )
    if not chosen.output.is_dir():
        print_message(message("{output} was not built, so no page was checked.", output=chosen.output), language)
    elif not has_list(chosen.output):
        missing = message(
            "There is no list of the files in {output}: whether one is missing is not known.", output=chosen.output
        )
        print_message(missing, language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
