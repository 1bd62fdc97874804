"""
Addresses outside: whether the sources and references of the archive still answer.

The web forgets. An address that stopped answering is reported, never taken out: it says where a text came from, and an
archived copy can stand beside it. Each host is asked by one worker at a time; an address is asked twice before it counts as dead.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from http.client import HTTPException
from pathlib import Path
from urllib.parse import unquote

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.reading import read_archive
from warraq.desk.command_line import CommandLine
from warraq.edition.withholding import words_of
from warraq.language import Message, message
from warraq.pages.decisions import Decisions, Leaves

from .checking import original_or_problem
from .day import build_day
from .github_text import code, plain
from .notice import Notice, language_of_logs, read_notice, write_notice
from .public_address import NotAskedError, status
from .report import Repository, see_log
from .report_issue import close_issue, keep_issue
from .unreached import why_unreached

LABEL = "links"
ADDRESS = re.compile(r"https?://[^\s<>\"'`|]+[^\s<>\"'`|.,;:!?)\]»،؛*_]")
SECONDS = 20
FAILURE = 400
"""From this status on an answer says that something is wrong."""
WORKERS = 16
REFUSED = frozenset({401, 403, 405, 429, 451, 503})
"""The host answers, but not to programs; the page may be there."""


def addresses(archive: Archive, published_on: date | None = None) -> dict[str, list[str]]:
    """
    Find every address outside; {address: files that contain it}, both sorted.

    With a day, only those that the site of that day has: an issue names no others, and no host is asked for them.
    """
    found: dict[str, set[str]] = defaultdict(set)
    decisions = Decisions(archive.vocabulary, published_on) if published_on else None
    for article in archive.articles:
        leaves = decisions.leaves(article) if decisions else Leaves.WHOLE
        withheld = words_of(article) if decisions and article.withheld else None
        known = of_article(article) if leaves is Leaves.WHOLE else of_source(article) if leaves is Leaves.PART else ()
        for address in known:
            if withheld is None or not withheld.are_in(unquote(address)):
                found[address].add(article.path)
    return {address: sorted(paths) for address, paths in sorted(found.items())}


def of_source(article: Article) -> Iterator[str]:
    """Give the addresses of an article at its source."""
    if article.source:
        yield from filter(None, (article.source.url, article.source.archived_url))


def of_article(article: Article) -> Iterator[str]:
    """Find the addresses of one article: of its source, its notes and its text."""
    yield from of_source(article)
    for note in article.annotations:
        yield from note.links
        yield from ADDRESS.findall(note.note)
    for correction in article.corrections:
        yield from ADDRESS.findall(correction.note)
    yield from ADDRESS.findall(article.body)


def ask(address: str) -> str | Message | None:
    """Request an address; return None where it answers, else the reason."""
    why: str | Message | None = None
    for wait in (0, 3):
        time.sleep(wait)
        try:
            answered = status(address, SECONDS)
        except NotAskedError as error:
            return error.why
        except (OSError, ValueError, HTTPException) as error:
            why = why_unreached(error)
            continue
        if answered < FAILURE or answered in REFUSED:
            return None
        why = f"HTTP {answered}"
    return why


def dead(found: Iterable[str]) -> dict[str, str | Message]:
    """Request all addresses; return {address: reason} of those that don't answer, sorted."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in found:
        hosts[address.split("/")[2]].append(address)

    def of_host(of_one: list[str]) -> list[tuple[str, str | Message]]:
        return [(address, why) for address in of_one if (why := ask(address))]

    with ThreadPoolExecutor(WORKERS) as pool:
        return dict(sorted(pair for pairs in pool.map(of_host, hosts.values()) for pair in pairs))


def body(
    silent: Mapping[str, str | Message], files: dict[str, list[str]], repository: Repository, language: str
) -> str:
    """Write the issue's text."""
    parts = [
        message("These addresses don't answer. Add archived_url: where there is a copy; take nothing out.").text(
            language
        )
    ]
    for address, why in silent.items():
        in_files = ", ".join(f"[{code(path)}]({repository.edit(path)})" for path in files[address])
        said = why.text(language) if isinstance(why, Message) else why
        parts.append(f"- <{address}> ({plain(said)}): {in_files}")
    return "\n".join([parts[0], "", *parts[1:]]) + "\n"


def main(arguments: list[str]) -> int:
    """Check all addresses; print those that don't answer, write them for another job, or keep the issue. Return the exit code."""
    parser = CommandLine(prog="python3 tasks.py links", description=__doc__)
    parser.add_argument("--write", type=Path, help="write the issue to this file, for the job that may open it")
    parser.add_argument("--post", type=Path, help="open or close the issue by what another job wrote to this file")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the archive")
    given = parser.parse_args(arguments)
    repository = Repository.from_environment(os.environ)
    if given.post:
        post(given.post, repository)
        return 0
    archive = read_archive(given.content, original_or_problem).archive
    language = archive.site.language
    found = addresses(archive, build_day(os.environ) if given.write else None)
    silent = dead(found)
    text = body(silent, found, repository, language) if silent else ""
    if given.write:
        write_notice(Notice(message("Addresses that don't answer").text(language), text), given.write)
        return 0
    if silent:
        print(text)
    return 1 if silent else 0


def post(file: Path, repository: Repository) -> None:
    """Open the issue that a notice holds, rewrite it, or close it where every address answers."""
    notice = read_notice(file, see_log(repository))
    if notice is None:
        raise SystemExit(message("{path} does not exist.", path=file.as_posix()).text(language_of_logs()))
    if notice.body:
        keep_issue(LABEL, notice.title, notice.body)
    else:
        close_issue(LABEL, "كل العناوين ترد · All addresses answer")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
