"""An address that is gone on purpose may go, is named nowhere, and the guide's steps of taking down come to an end."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.archive import Archive, Site
from warraq.archive.article import Article, Withdrawn, Withheld
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level, Problem
from warraq.archive.reading_vocabulary import read_site
from warraq.archive.removed import is_removed, parse_removed, removed_hash
from warraq.press.gone_on_purpose import lost_addresses
from warraq.press.quoting import Quoting
from warraq.press.report_problems import publishing_problems

TODAY = date(2027, 1, 1)
OLD = "articles/john-smith-at-the-port/"
HIDDEN = ("john", "smith", "جون", "سميث")


def text(slug: str, *, taken_down: bool = False, withheld: str = "") -> Article:
    return Article(
        path=f"content/articles/{slug}.md",
        title="ع",
        slug=slug,
        body="ن",
        body_line=1,
        withdrawn=Withdrawn(PartialDate(2026, 11, 24), "r") if taken_down else None,
        withheld=(Withheld(withheld),) if withheld else (),
    )


def lost(article: Article, before: set[str], now: set[str], *removed: str) -> list[Problem]:
    archive = Archive(Site("س", removed=tuple(map(parse_removed, removed))), (article,))
    return list(lost_addresses(archive, before, now))


def told(problems: list[Problem]) -> str:
    """Give all that people read of problems, in an issue too."""
    others = Quoting(Archive(Site("س")), TODAY).told(problems)
    return "\n".join(each.text(lang) for each in (*problems, *others) for lang in ("en", "ar")).casefold()


MOVED = {
    "withheld, in the address": text("port-visit", withheld="John Smith"),
    "withheld, in Arabic": text("port-visit", withheld="جون سميث"),
    "taken down": text("port-visit", taken_down=True),
}
GONE = {
    "withheld, in the address": {
        OLD,
        f"{OLD}compare/",
        "authors/john-smith/",
        "tags/john_smith/",
        "sources/John-Smith/",
    },
    "withheld, in Arabic": {"articles/زيارة-جون-سميث/", "authors/جون-سميث/", "concepts/جون-سميث/"},
    "taken down": {OLD, f"{OLD}compare/"},
}


@pytest.mark.parametrize("case", MOVED)
def test_the_message_has_the_hash_that_lets_the_address_go_and_never_the_address(case: str) -> None:
    problems = lost(MOVED[case], GONE[case] | {"about/"}, {"about/", "articles/port-visit/"})
    assert len(problems) == len(GONE[case]) and any(each.level is Level.ERROR for each in problems)
    assert not any(word in told(problems) for word in HIDDEN)
    hashes = re.findall(r"sha256:[0-9a-f]{64}", told(problems))
    assert set(hashes) == {removed_hash(each) for each in GONE[case]}
    assert lost(MOVED[case], GONE[case], {"articles/port-visit/"}, *hashes) == []


@pytest.mark.parametrize(
    "written",
    [
        OLD,
        OLD.rstrip("/"),
        f"/{OLD}",
        "articles/john%2Dsmith-at-the-port",
        removed_hash(OLD),
        removed_hash(OLD).upper(),
    ],
)
def test_an_address_may_be_written_in_many_ways_and_takes_its_comparison_with_it(written: str) -> None:
    assert lost(MOVED["taken down"], {OLD, f"{OLD}compare/"}, {""}, written) == []


def test_only_what_is_listed_may_go() -> None:
    listed = [parse_removed(OLD), removed_hash("articles/a/")]
    assert [
        each for each in ("articles/", "articles/b/", "articles/a-2/", "tags/a/", "") if is_removed(each, listed)
    ] == []
    assert [problem.level for problem in lost(text("c"), {OLD, "articles/b/"}, set(), OLD)] == [Level.ERROR]
    assert is_removed("articles/cafe\u0301/", [parse_removed("articles/caf\u00e9")])


def test_a_page_that_still_stands_at_a_listed_address_is_an_error() -> None:
    [problem] = lost(text("john-smith-at-the-port", taken_down=True), {OLD}, {OLD}, OLD)
    assert problem.level is Level.ERROR and not any(word in told([problem]) for word in HIDDEN)


@pytest.mark.parametrize("value", ["sha256:12", "sha256:", "https://a.example/articles/x/", "/", "articles/x/?y"])
def test_what_is_no_address_is_an_error(value: str) -> None:
    site, problems = read_site("content/site.yaml", f"name: س\nremoved: ['{value}']\n".encode())
    assert site is None and [problem.field for problem in problems] == ["removed[0]"]


def test_the_guides_steps_of_taking_a_name_out_of_an_address(tmp_path: Path) -> None:
    project = Project.empty(tmp_path)
    head = "---\ntitle: John Smith at the port\nlang: en\ndate: 2024\nauthors: [John Smith]\n"
    project.write("articles/visit.md", f"{head}slug: john-smith-at-the-port\n---\nJohn Smith came.\n")
    pages = (OLD, "authors/john-smith/", "")
    sitemap = tmp_path / "sitemap.xml"
    urls = "".join(f"<url><loc>https://a.example/{page}</loc></url>" for page in pages)
    sitemap.write_text(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')
    # 1. withheld:, another slug:, no alias. 2. check names no address, and gives the line to write.
    project.write("articles/visit.md", f"{head}slug: port-visit\nwithheld: [John Smith]\n---\nJohn Smith came.\n")
    problems = publishing_problems(project.content, str(sitemap), for_others=True)[0]
    wrong = [each for each in problems if each.level is Level.ERROR]
    assert [each.path for each in wrong] == ["content/articles"]
    assert not any(word in "\n".join(each.text("en") for each in problems).casefold() for word in HIDDEN[:2])
    # 3. that line in site.yaml: the check passes.
    [line] = re.findall(r"removed: \[.*?\]", wrong[0].text("en"))
    site = (project.content / "site.yaml").read_text("utf-8")
    project.write("site.yaml", f"{site.rstrip()}\n{line}\n")
    problems = publishing_problems(project.content, str(sitemap), for_others=True)[0]
    assert [each for each in problems if each.level is Level.ERROR] == []
