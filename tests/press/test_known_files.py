"""A build reads the articles alone that changed, and finds the same problems at the same places."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.article import Article
from warraq.archive.concept import Vocabulary
from warraq.archive.on_demand import ChangedMeanwhileError, read_again
from warraq.press.cache import Cache
from warraq.press.checking import Gathered, check_archive, gather
from warraq.press.edition_facts import EditionFacts
from warraq.press.editions import Job, Jobs, identity, map_editions
from warraq.press.inner_links import EditionLinks
from warraq.press.new_articles import plan_and_write

TODAY = date(2027, 1, 15)
BODY = "قال الوزير كلامًا.\n\nانظر [الخبر](warraq:articles/none/) هنا."


def gathered(project: Project) -> Gathered:
    cache = Cache(project.root / ".warraq" / "read.sqlite")
    found = gather(project.root / "content", TODAY, repairing=False, read=cache)
    cache.close()
    return found


def aged(file: Path, seconds: int) -> Path:
    """Let a file be written that long ago: one written just now is read again."""
    now = file.stat().st_mtime_ns
    os.utime(file, ns=(now, now - seconds * 10**9))
    return file


@pytest.fixture
def read_twice(project: Project, monkeypatch: pytest.MonkeyPatch) -> tuple[Project, Gathered]:
    monkeypatch.setattr("warraq.press.known_files.SETTLED", 0)
    project.article("a", title="خبر", body=BODY)
    project.article("b", title="خبر آخر", body="نص قصير.")
    first = gathered(project)
    assert not first.light
    return project, first


def test_what_has_not_changed_is_not_read(
    read_twice: tuple[Project, Gathered], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, first = read_twice
    monkeypatch.setattr("warraq.archive.reading.read_article", None)
    second = gathered(project)
    assert len(second.light) == 2
    assert second.digests == first.digests
    assert [each.body for each in second.archive.articles] == ["ق", "ن"]
    assert [(a.title, a.slug, a.date, a.places) for a in second.archive.articles] == [
        (a.title, a.slug, a.date, a.places) for a in first.archive.articles
    ]


def test_an_article_is_whole_when_it_is_asked_for(read_twice: tuple[Project, Gathered]) -> None:
    project, first = read_twice
    second = gathered(project)
    every = tuple(map(second.whole, second.archive.articles))
    assert (
        every
        == tuple(map(first.whole, first.archive.articles))
        == gather(project.content, TODAY, repairing=False).archive.articles
    )


def test_one_that_changed_is_read_and_the_other_is_not(read_twice: tuple[Project, Gathered]) -> None:
    project, _ = read_twice
    project.article("a", title="خبر", body="كلام آخر.")
    second = gathered(project)
    assert [path.rpartition("/")[2] for path in second.light] == ["b.md"]
    assert second.whole(second.archive.articles[0]).body == "كلام آخر."


def test_the_same_size_at_the_same_time_is_told_by_when_the_file_was_changed(
    read_twice: tuple[Project, Gathered],
) -> None:
    project, first = read_twice
    file = project.root / first.archive.articles[1].path
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    file.write_bytes(file.read_bytes().replace("قصير".encode(), "طويل".encode()))
    os.utime(file, ns=times)
    second = gathered(project)
    assert second.whole(second.archive.articles[1]).body == "نص طويل."


def test_no_text_stays_in_memory_of_an_archive_that_is_read_for_the_first_time(
    read_twice: tuple[Project, Gathered],
) -> None:
    project, first = read_twice
    assert [each.body for each in first.archive.articles] == ["ق", "ن"]
    assert first.archive.articles[0].title == "خبر" and len(first.textless) == 2
    project.article("a", title="خبر", body="كلام آخر.")
    with pytest.raises(ChangedMeanwhileError, match=r"a\.md"):
        first.whole(first.archive.articles[0])


def test_texts_are_read_when_their_batch_is_sent() -> None:
    asked: list[str] = []

    def put_together(article: Article) -> Job:
        asked.append(article.slug)
        return article, None, None

    articles = [Article(f"content/articles/{n}.md", "خبر", str(n), "", 1) for n in range(4)]
    jobs = Jobs(articles, put_together)
    assert (len(jobs), asked) == (4, [])
    made = map_editions(jobs, Vocabulary(), {}, identity)
    next(made)
    assert asked == ["0"]
    assert [job[0].slug for job in jobs[1:3]] == ["1", "2"]


def test_a_file_that_changes_before_its_text_is_asked_for_is_told(read_twice: tuple[Project, Gathered]) -> None:
    project, _ = read_twice
    second = gathered(project)
    project.article("a", title="خبر", body="كلام آخر.")
    with pytest.raises(ChangedMeanwhileError, match=r"a\.md"):
        second.whole(second.archive.articles[0])


def test_problems_have_their_places_in_texts_that_were_not_read(read_twice: tuple[Project, Gathered]) -> None:
    project, first = read_twice
    links = EditionLinks(("warraq:articles/none/",), (), (), ())
    facts = [EditionFacts((), 0, links), EditionFacts((), 0, None)]
    found = first.all_problems(facts, TODAY)
    assert any("articles/none" in problem.what.text("en") and problem.line > 1 for problem in found)
    assert gathered(project).all_problems(facts, TODAY) == found


def test_a_file_written_just_now_is_read_again(project: Project) -> None:
    file = project.article("a", title="خبر", body="نص.")
    aged(file, -3600)  # still to come: a clock that was put back
    gathered(project)
    assert not gathered(project).light


@pytest.fixture
def with_original(project: Project, monkeypatch: pytest.MonkeyPatch) -> tuple[Project, Gathered]:
    """Give an archive with an original that was repaired, and one that can't be read."""
    monkeypatch.setattr("warraq.press.known_files.SETTLED", 0)
    project.write("originals/خبر.txt", "عنوان الخبر\n\nقال الوزير: «تم الاتفاق».وأضاف.\n")
    project.write("originals/binary.txt", b"\x89PNG\r\n\x1a\n\0\0")
    plan_and_write(project.content, "build", lambda: check_archive(project.content, TODAY, repairing=True))
    first = gathered(project)
    assert [len(first.archive.originals), len(first.archive.records)] == [1, 1]
    return project, first


def test_originals_and_records_that_have_not_changed_are_read_when_they_are_asked_for(
    with_original: tuple[Project, Gathered], monkeypatch: pytest.MonkeyPatch
) -> None:
    project, first = with_original
    read: list[str] = []
    monkeypatch.setattr("warraq.archive.on_demand.read_again", record(read, read_again))
    second = gathered(project)
    assert second.problems == first.problems
    assert second.digests == first.digests
    assert read == []
    assert dict(second.archive.originals) == dict(first.archive.originals)
    assert dict(second.archive.records) == dict(first.archive.records)
    assert len(read) == 2


def test_an_original_that_changed_is_told_as_before(with_original: tuple[Project, Gathered]) -> None:
    project, _ = with_original
    project.write("originals/خبر.txt", "نص آخر.\n")
    assert any("SHA-256" in problem.what.text("en") for problem in gathered(project).problems)
    project.write("records/خبر.json", "{")
    assert any(problem.path.endswith("خبر.json") for problem in gathered(project).problems)
    assert gathered(project).problems == gathered(project).problems


def test_one_that_changes_before_it_is_asked_for_is_told(with_original: tuple[Project, Gathered]) -> None:
    project, _ = with_original
    second = gathered(project)
    project.write("originals/خبر.txt", "نص آخر.\n")
    with pytest.raises(ChangedMeanwhileError, match=r"خبر\.txt"):
        second.archive.originals["خبر.txt"]


def record(read: list[str], make: Callable[[str, Path, bytes], bytes]) -> Callable[[str, Path, bytes], bytes]:
    """Record what is read."""

    def recorded(path: str, file: Path, digest: bytes) -> bytes:
        read.append(path)
        return make(path, file, digest)

    return recorded
