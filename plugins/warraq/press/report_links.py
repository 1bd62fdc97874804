"""
Addresses outside: whether the sources and references of the archive still answer.

The web forgets. An address that stopped answering is reported, never taken out: it says where a text came from, and an
archived copy can stand beside it. Each host is asked by one worker at a time; an address is asked twice before it counts as dead.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from warraq.archive.archive import Archive
from warraq.archive.article import Article
from warraq.archive.reading import read_archive
from warraq.language import message

from .checking import original_or_problem
from .report import Repository, plain
from .report_issue import close_issue, keep_issue

LABEL = "links"
ADDRESS = re.compile(r"https?://[^\s<>\"'`|]+[^\s<>\"'`|.,;:!?)\]»،؛*_]")
SECONDS = 20
WORKERS = 16
REFUSED = frozenset({401, 403, 405, 429, 451, 503})
"""The host answers, but not to programs; the page may be there."""


def addresses(archive: Archive) -> dict[str, list[str]]:
    """Find every address outside; {address: files that contain it}, both sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in archive.articles:
        for address in of_article(article):
            found[address].add(article.path)
    return {address: sorted(paths) for address, paths in sorted(found.items())}


def of_article(article: Article) -> Iterator[str]:
    """Find the addresses of one article: of its source, its notes and its text."""
    if article.source:
        yield from filter(None, (article.source.url, article.source.archived_url))
    for note in article.annotations:
        yield from note.links
        yield from ADDRESS.findall(note.note)
    for correction in article.corrections:
        yield from ADDRESS.findall(correction.note)
    yield from ADDRESS.findall(article.body)


def ask(address: str) -> str | None:
    """Request an address; return None where it answers, else the reason."""
    why: str | None = None
    for wait in (0, 3):
        time.sleep(wait)
        try:
            headers = {"User-Agent": "warraq-links", "Accept": "*/*"}
            request = Request(encoded(address), headers=headers)  # noqa: S310 - ADDRESS asks for http or https
            with urlopen(request, timeout=SECONDS):  # noqa: S310
                return None
        except HTTPError as error:
            if error.code in REFUSED:
                return None
            why = f"HTTP {error.code}"
        except (OSError, ValueError, HTTPException) as error:
            why = str(getattr(error, "reason", error))
    return why


def encoded(address: str) -> str:
    """Encode an address for HTTP (IDNA host, percent-encoded path); encoded parts stay."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    netloc = f"{host}:{parts.port}" if parts.port else host
    return urlunsplit(
        (
            parts.scheme,
            netloc,
            quote(parts.path, safe="/%:@!$&'()*+,;=~"),
            quote(parts.query, safe="/%:@!$&'()*+,;=~?"),
            "",
        )
    )


def dead(found: Iterable[str]) -> dict[str, str]:
    """Request all addresses; return {address: reason} of those that don't answer, sorted."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in found:
        hosts[address.split("/")[2]].append(address)

    def of_host(of_one: list[str]) -> list[tuple[str, str]]:
        return [(address, why) for address in of_one if (why := ask(address))]

    with ThreadPoolExecutor(WORKERS) as pool:
        return dict(sorted(pair for pairs in pool.map(of_host, hosts.values()) for pair in pairs))


def body(silent: dict[str, str], files: dict[str, list[str]], repository: Repository, language: str) -> str:
    """Write the issue's text."""
    parts = [
        message("These addresses don't answer. Add archived_url: where there is a copy; take nothing out.").text(
            language
        )
    ]
    for address, why in silent.items():
        in_files = ", ".join(f"[`{path}`]({repository.edit(path)})" for path in files[address])
        parts.append(f"- <{address}> ({plain(why)}): {in_files}")
    return "\n".join([parts[0], "", *parts[1:]]) + "\n"


def main(arguments: list[str]) -> int:
    """Check all addresses; with --issue, keep or close the issue. Return the exit code."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py links", description=__doc__)
    parser.add_argument(
        "--issue", action="store_true", help="in a workflow: keep an issue with those that don't answer"
    )
    parser.add_argument("--content", type=Path, default=Path("content"), help="the archive")
    given = parser.parse_args(arguments)
    archive = read_archive(given.content, original_or_problem).archive
    language = archive.site.language
    found = addresses(archive)
    silent = dead(found)
    text = body(silent, found, Repository.from_environment(os.environ), language)
    if silent:
        print(text)
    if given.issue and silent:
        keep_issue(LABEL, message("Addresses that don't answer").text(language), text)
    elif given.issue:
        close_issue(LABEL, message("All addresses answer.").text(language))
    return 0 if given.issue or not silent else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
