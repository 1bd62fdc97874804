"""
Programs that look for the text of a page find all of it, in its order, and nothing that the archive says of it.

Such are reader views of browsers and what newsrooms and corpora are gathered with. None is told where a text is: each guesses, by names
of elements and classes, by commas and by links.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import trafilatura
from lxml.html import fromstring

from consumers import npm, pypi
from consumers.conftest import IN_AUDIT, URL, ReadSite, read_project
from consumers.hard_articles import HARD
from consumers.published import Published
from project import Project

FIREFOX = Path(__file__).parent / "reader_views"
EXTRACTORS = Path(__file__).parent / "extractors"
LIGHT, HEAVY = ("Readability", "trafilatura"), ("readability-lxml", "newspaper4k")
UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060-\u2069|-]+")
"""What programs change: white space, marks of direction, joiners (trafilatura takes them away), and how a table is drawn."""
LOST = {
    ("newspaper4k", "גדולה"): "two of its words are known to newspaper4k as common ones: it wants three",
    ("newspaper4k", "مهرجان"): "it takes elements away whose id has “date” in it: m-Date-Festival-2",
    ("newspaper4k", "لقاء-في-واحة-النخيل"): "likewise",
    ("newspaper4k", "tiny"): "it has no word that newspaper4k knows as a common one",
    ("readability-lxml", "links"): "a text of which a fifth is links, or a list of them, is furniture to it",
    ("readability-lxml", "tiny"): "it has no paragraph of 25 letters",
    ("trafilatura", "links-in-a-list"): "a list of links is furniture to it",
    (
        "trafilatura",
        "structure",
    ): "a paragraph of fewer than 30 letters with a link, here that of a note's number, is furniture to it",
}
"""By the program and a part of the slug: what loses words, and why."""
TOO_SHORT = 100
"""Letters, of one paragraph."""
WITHOUT_A_PARAGRAPH = ("tiny", "metadata", "a-list")
"""There is no paragraph of 25 letters: Readability and others give the whole page then, without the archive's notes."""


@pytest.fixture(scope="session")
def hard_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReadSite]:
    """Build the archive of tests/site with articles that are hard to read, each at an address of its file's name."""
    project = Project.of_site(tmp_path_factory.mktemp("hard"))
    for name, text in HARD.items():
        project.write(f"articles/{name}.md", text.replace("---\n", f"---\nslug: {name}\n", 1))
    for site in read_project(project):
        yield replace(site, articles=[each for each in site.articles if each.article.slug in HARD])


def pages(site: ReadSite) -> list[str]:
    return [str(each.folder / "index.html") for each in site.articles]


def read_by(program: str, site: ReadSite) -> list[str]:
    """Give what a program takes for the text of each article."""
    if program == "trafilatura":
        html = [Path(page).read_text(encoding="utf-8") for page in pages(site)]
        return [trafilatura.extract(each, include_comments=False) or "" for each in html]
    asked = [json.dumps([page, each.article.lang]) for page, each in zip(pages(site), site.articles, strict=True)]
    try:
        if program == "Readability":
            return [each["text"] for each in by_readability(site)]
        said = pypi.ran(EXTRACTORS, "extract.py", program, said="\n".join(asked))
    except (npm.NoNpmError, pypi.NoPackagesError) as why:
        npm.absent(why)
    return [json.loads(line) for line in said.splitlines()]


def by_readability(site: ReadSite) -> list[dict[str, Any]]:
    """Give all that Readability finds of each article."""
    return _by_readability("\n".join(pages(site)))


@cache
def _by_readability(paths: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in npm.node(FIREFOX, "read.js", paths).splitlines()]


def bare(text: str) -> str:
    return UNSEEN.sub("", text)


def without(text: str, lines: list[str]) -> tuple[str, list[str]]:
    """Take lines out of a text in their order; give what is left of it, and the lines that are not in it."""
    left, missing, at = bare(text), [], 0
    for line in filter(None, map(bare, lines)):
        found = left.find(line, at)
        if found < 0:
            missing.append(line)
        else:
            left, at = left[:found] + left[found + len(line) :], found
    return left, missing


def of_the_archive(each: Published) -> set[str]:
    """Give what the archive says of an article: its notes and its reasons, and what stands below it."""
    entries = [*each.edition.title_entries, *(e for section in each.edition.sections for e in section.entries)]
    said = {"".join(map(str, fromstring(f"<p>{entry.html}</p>").itertext())) for entry in entries if entry.html}
    said |= {entry.mark.reason.text("ar") for entry in entries if entry.mark.reason}
    said |= {correction.note for correction in each.article.corrections}
    said |= {"من أين جاء النص", "للاستشهاد", "علامات النص", "اسم له تعريف", "تعريف:", "لا يجوز", "التاريخ مجهول"}
    return {bare(words) for words in said}


def misread(program: str, site: ReadSite) -> dict[str, tuple[str, list[str]]]:
    """Give what a program misreads, by slug: what it takes for a text besides, and the lines that it leaves out."""
    found = {}
    for each, text in zip(site.articles, read_by(program, site), strict=True):
        left, missing = without(text, [line for block in each.lines for line in block.split("\n")])
        notes = sorted(words for words in of_the_archive(each) if words in left)
        if notes or missing:
            found[each.article.slug] = " ".join(notes), missing
    return found


def unexplained(program: str, site: ReadSite) -> dict[str, tuple[str, list[str]]]:
    """Give what a program misreads for no reason that is known; what is known to be lost has to be."""
    found = misread(program, site)
    known = {slug for slug in found for by, part in LOST if by == program and part in slug and not found[slug][0]}
    for by, part in LOST:
        if by == program and any(part in each.article.slug for each in site.articles):
            assert any(part in slug for slug in found), f"{program} reads {part} now: take it out of LOST"
    return {slug: what for slug, what in found.items() if slug not in known}


def programs() -> list[str]:
    return [*LIGHT, *(HEAVY if os.environ.get(IN_AUDIT) else ())]


@pytest.mark.parametrize("program", programs())
def test_every_paragraph_is_read_in_order_and_no_note(read_site: ReadSite, program: str) -> None:
    assert unexplained(program, read_site) == {}


@pytest.mark.parametrize("program", programs())
def test_every_paragraph_of_hard_articles_is_read_in_order_and_no_note(hard_site: ReadSite, program: str) -> None:
    assert unexplained(program, hard_site) == {}


def test_firefox_reads_the_text_and_nothing_else_and_who_wrote_it_when(read_site: ReadSite) -> None:
    check_firefox(read_site)


def test_firefox_reads_hard_articles_likewise(hard_site: ReadSite) -> None:
    check_firefox(hard_site)


def check_firefox(here: ReadSite) -> None:
    try:
        found = by_readability(here)
    except npm.NoNpmError as why:
        npm.absent(why)
    for each, read in zip(here.articles, found, strict=True):
        article = each.article
        assert bare(read["title"]) == bare(article.title)
        assert (read["byline"] or "") == ", ".join(article.authors)
        assert (read["lang"], read["dir"]) == (article.lang, "ltr" if article.lang == "en" else "rtl")
        assert (read["publishedTime"] or "") == str(article.date or "")
        if article.slug not in WITHOUT_A_PARAGRAPH:
            left, missing = without(read["text"], [line for block in each.lines for line in block.split("\n")])
            assert missing == [], article.slug
            # Of a text shorter than anything else on the page it gives what stands above it too.
            assert left in ("", bare(article.title)) or sum(map(len, each.lines)) < TOO_SHORT, (article.slug, left)


def test_trafilatura_knows_title_authors_day_and_archive(read_site: ReadSite) -> None:
    for each in read_site.articles:
        html = (each.folder / "index.html").read_text(encoding="utf-8")
        found = trafilatura.extract_metadata(html, default_url=f"{URL}/{each.address}")
        article = each.article
        assert found.title == article.title
        # It takes stops, and what stands in brackets, for no part of a name.
        names = {re.sub(r" \(.*\)|[.]", "", name) for name in article.authors}
        assert {*filter(None, (found.author or "").split("; "))} == names
        archive = "تجربة: أرشيف مختلَق" if each.folder.parts[-4].startswith("demo") else "ورقة: أرشيف تجارب"
        assert found.sitename in (archive, article.source and article.source.name)  # JSON-LD's publisher
        if article.date and article.date.day:
            assert found.date == str(article.date)
