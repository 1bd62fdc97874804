"""
Check an archive from the outside: `python -m warraq press.verify`, which `tasks.py verify` calls.

A reader who doubts a published archive has what we have: the originals, the records, and the pages. This checks each of them
against the others: the original has the hash of its record, the record leads from it to its text and back, the published copy
is the same file, the compare page holds every letter of it, and the words on the article's page lead back through the
editors' changes and the record to the original. Where the site was built on this machine, every file of it has to be there, too,
as it was built (`site_manifest.py`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import cast

from lxml import html as lxml_html
from lxml.etree import _Element as Element

from warraq.archive.archive import Archive
from warraq.archive.our_mistake import our_mistake, told
from warraq.archive.problem import Problem
from warraq.archive.reading import read_archive
from warraq.desk.site import language_of
from warraq.edition import edition
from warraq.edition.edition import Edition
from warraq.language import Message, message
from warraq.pages.provenance import original_address
from warraq.pages.rights import publishable
from warraq.repair.changes import undo

from .checking import original_or_problem
from .record_check import failed_replays
from .site_manifest import manifest_problems
from .terminal import format_problems, print_message

NOT_IN_HTML = str.maketrans({"\0": "␀"})
"""HTML can't hold U+0000; the compare page shows its picture."""


def verify(content: Path, output: Path) -> tuple[list[Problem], Archive]:
    """Check `content`, and `output` where it was built; return the problems and the archive."""
    reading = read_archive(content, original_or_problem)
    problems = [*reading.errors, *failed_replays(reading.archive, content.name)]
    if output.is_dir() and not problems:
        whole = {each.article.path: each for each in _editions(reading.archive, problems)}
        # An embargo ended or not on the day of the build: an article without a page is left alone.
        for made in publishable(reading.archive, whole.values(), "", date.max).editions:
            its = whole[made.article.path]
            problems += told(made.article.path, lambda: article_problems(made, its, output))  # noqa: B023 - it is called at once
        problems += manifest_problems(output) or ()
    return problems, reading.archive


def _editions(archive: Archive, problems: list[Problem]) -> Iterator[Edition]:
    for article in archive.articles:
        name = article.original or ""
        original, record = archive.originals.get(name), archive.records.get(name)
        if original and record:
            try:
                yield edition(article, original, record, archive.vocabulary)
            except Exception as error:  # noqa: BLE001 - the boundary: the other articles are looked at too
                problems.append(our_mistake(article.path, error))


def article_problems(made: Edition, whole: Edition, output: Path) -> Iterator[Problem]:
    """Check the published files of one article, `made` of what may be published of `whole`."""
    whole = whole.without_words or whole  # of what is withheld nothing was published
    original, record = whole.original, whole.record
    if original is None or record is None:
        return
    file = output / original_address(whole)
    folder = file.parent
    if not (folder / "index.html").is_file():  # a draft, or under embargo
        return
    again = message("Build the site anew: python3 tasks.py build")

    def wrong(what: Message, path: Path) -> Problem:
        return Problem(path.as_posix(), 0, 0, "", what, again)

    if made.original is None:
        for kept in sorted([*folder.glob("original*"), *folder.glob("compare/*")]):
            yield wrong(message("It is published, though the original is not to be."), kept)
        if made.article.originals != "private":  # an excerpt does not lead back
            return
    elif not file.is_file() or file.read_bytes() != original.bytes_read:
        yield wrong(message("The published original is not the file that the record speaks of."), file)
    compare = folder / "compare" / "index.html"
    if made.original is not None and original_column(compare) != original.text.translate(NOT_IN_HTML):
        yield wrong(message("The column of the original is not the original."), compare)
    page = folder / "index.html"
    anchors = ["title", *(section.id for section in made.sections if section.start < section.end)]
    by_id = dict(zip(texts(page, "//*[@id]/@id"), texts(page, "//*[@id]"), strict=True))
    text = "\n".join(by_id.get(anchor, "") for anchor in anchors)
    try:
        leads = undo(text, whole.changes) == original.text
    except ValueError:
        leads = False
    if not leads:
        yield wrong(message("The words on the page don't lead back to the original."), page)


def original_column(page: Path) -> str:
    """Give the text of the column of the original, with each piece of what stood around the article in its place."""
    if not page.is_file():
        return ""
    root = lxml_html.fromstring(page.read_bytes().decode())
    pieces = {str(each.get("id")): each for each in cast("list[Element]", root.xpath("//ol[@class='pieces']/li"))}
    for link in cast("list[Element]", root.xpath('//a[@class="around"]')):
        piece = pieces.get(str(link.get("href"))[1:])
        link.text = "".join(texts_in(piece, ".//*[@class='cell']")) if piece is not None else ""
    return "".join(texts_in(root, "//*[@class='compare']/*[@id]/p[not(@class='after')]"))


def texts(page: Path, path: str) -> list[str]:
    """Give the texts that an XPath finds on a page; none where there is no page."""
    return texts_in(lxml_html.fromstring(page.read_bytes().decode()), path) if page.is_file() else []


def texts_in(root: Element, path: str) -> list[str]:
    """Give the texts that an XPath finds in a tree."""
    return [
        "".join(map(str, each.itertext())) if isinstance(each, Element) else str(each)
        for each in cast("list[object]", root.xpath(path))
    ]


def main(given: Sequence[str]) -> int:
    """Print the problems, or how much was checked; return the exit code."""
    parser = argparse.ArgumentParser(prog="python3 tasks.py verify", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--output", type=Path, default=Path("output"))
    chosen = parser.parse_args(given)
    problems, archive = verify(chosen.content, chosen.output)
    language = language_of(archive.site)
    if problems:
        print(format_problems(problems, language), file=sys.stderr)
        return 1
    print_message(
        message("Records replayed, there and back: {count}. Every hash is right.", count=len(archive.records)), language
    )
    if not chosen.output.is_dir():
        print_message(message("{output} was not built, so no page was checked.", output=chosen.output), language)
    elif manifest_problems(chosen.output) is None:
        missing = message(
            "There is no list of the files in {output}: whether one is missing is not known.", output=chosen.output
        )
        print_message(missing, language)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
