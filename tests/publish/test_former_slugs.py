"""Of published addresses that would vanish those are named that are no secret: git knows which an article that was taken down had."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from git_here import git
from project import Project
from warraq.press.report_problems import publishing_problems

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
HEAD = "---\ntitle: {slug}\ndate: 2024\nslug: {slug}\n{more}---\nنص {slug}.\n"
DOWN = "withdrawn: {date: 2026-11-24, reason: طلب}\n"


@pytest.fixture
def published(tmp_path: Path) -> Project:
    """Give an archive in git of which four articles are published."""
    project = Project.empty(tmp_path / "p")
    for slug in ("a", "الخبر-القديم", "john", "stays"):
        project.write(f"articles/{slug}.md", HEAD.format(slug=slug, more=""))
    urls = "".join(
        f"<url><loc>https://a.example/{x}</loc></url>"
        for x in ("", *(f"articles/{s}/" for s in ("a", "الخبر-القديم", "john")))
    )
    (tmp_path / "sitemap.xml").write_text(
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>', "utf-8"
    )
    git(project.root, "init", "-q")
    git(project.root, "add", ".")
    git(project.root, "commit", "-qm", "Beginning")
    return project


def told(project: Project) -> str:
    problems, _ = publishing_problems(project.content, str(project.root.parent / "sitemap.xml"))
    return "\n".join(str(each) for each in problems if "would be there no more" in str(each))


def test_an_address_is_named_although_other_articles_were_taken_down(published: Project) -> None:
    published.write("articles/stays.md", HEAD.format(slug="stays", more=DOWN))
    published.write("articles/الخبر-القديم.md", HEAD.format(slug="الخبر", more=""))
    (published.content / "articles/a.md").unlink()
    said = told(published)
    assert "/articles/a/ is published" in said and "/articles/الخبر-القديم/ is published" in said
    assert "sha256" not in said


def test_an_address_that_an_article_had_before_it_was_taken_down_is_named_nowhere(published: Project) -> None:
    published.write("articles/john.md", HEAD.format(slug="x", more=DOWN))
    (published.content / "articles/a.md").unlink()
    for committed in (False, True):
        said = told(published)
        assert "/articles/a/ is published" in said
        assert "john" not in said and said.count("sha256:") == 1
        if not committed:
            git(published.root, "commit", "-qam", "Taken down")


def test_where_git_does_not_know_an_article_from_its_beginning_no_address_is_named(published: Project) -> None:
    (published.content / "articles/john.md").unlink()
    published.write("articles/new.md", HEAD.format(slug="x", more=DOWN))
    for committed in (False, True):
        said = told(published)
        assert "john" not in said and said.count("sha256:") == 1
        if not committed:
            git(published.root, "add", "-A")
            git(published.root, "commit", "-qm", "Taken down")
    git(
        published.root,
        "clone",
        "-q",
        "--depth",
        "1",
        f"file://{published.root}",
        str(published.root.parent / "shallow"),
    )
    shallow = Project(published.root.parent / "shallow")
    assert "john" not in told(shallow) and "sha256:" in told(shallow)
