"""An issue has the problems file by file, to a limit, each with a link to where it is mended."""

from __future__ import annotations

import pytest

from press.given_to_github import REPOSITORY, problem
from project import Project
from warraq.archive.problem import Level
from warraq.press import report
from warraq.press.report import MOST, Repository


def test_an_issue_has_its_problems_file_by_file_with_a_link_to_edit_each_and_the_log_at_the_end() -> None:
    problems = [problem("content/a b.md", 1), problem("content/a b.md", 2), problem("content/ب.md", 0)]
    assert report.body(problems, REPOSITORY, "en") == (
        "The last good site stays as it is until this is mended.\n\n"
        "### `content/a b.md` [edit](https://github.com/owner/name/edit/a%20branch/content/a%20b.md)\n\n"
        "- Line 1: `date`: x1 **Delete it.**\n"
        "- Line 2: `date`: x2 **Delete it.**\n\n"
        "### `content/ب.md` [edit](https://github.com/owner/name/edit/a%20branch/content/%D8%A8.md)\n\n"
        "- `date`: x0 **Delete it.**\n\n"
        "[The log of this run](https://github.com/owner/name/actions/runs/7)\n"
    )


@pytest.mark.parametrize(("count", "more"), [(MOST - 1, None), (MOST, None), (MOST + 1, "And 1 more; ")])
def test_an_issue_lists_a_hundred_problems_and_counts_the_rest(count: int, more: str | None) -> None:
    text = report.body([problem(number=n + 1) for n in range(count)], REPOSITORY, "en")
    assert text.count("\n- Line ") == min(count, MOST)
    assert ("more; the log" in text) is (more is not None)
    assert (more or "") in text


def test_warnings_are_no_reason_and_count_for_nothing_in_an_issue() -> None:
    text = report.body([problem(level=Level.WARNING)] * (MOST + 5), Repository("o/n"), "en")
    assert "Delete it." not in text
    assert "more; the log" not in text
    assert "The files in content/ are sound; something else went wrong." in text
    assert "actions/runs" not in text


def test_a_repository_is_read_from_a_workflows_variables_or_is_on_github() -> None:
    given = {
        "GITHUB_REPOSITORY": "o/n",
        "GITHUB_REF_NAME": "b",
        "GITHUB_RUN_ID": "9",
        "GITHUB_SERVER_URL": "https://git.example",
    }
    assert Repository.from_environment(given).log == "https://git.example/o/n/actions/runs/9"
    assert Repository.from_environment({}) == Repository("", "main", "", "https://github.com")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://github.com/o/n", "https://github.com/o/n/edit/main/content/articles/a.md"),
        ("https://git.example/o/n/tree/b/sub/", "https://git.example/o/n/edit/b/sub/content/articles/a.md"),
        ("", ""),
    ],
)
def test_by_hand_files_are_edited_where_the_site_says_that_its_repository_is(address: str, link: str) -> None:
    repository = Repository.of_site(address)
    assert repository.edit("content/articles/a.md") == link
    assert ("](" in report.body([problem()], repository, "en")) is bool(link)


def test_a_report_by_hand_reads_the_sites_repository(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    project.article("a", date="never")
    site = project.content / "site.yaml"
    site.write_text("name: x\nlanguage: en\nrepository: https://github.com/o/n\n", "utf-8")
    monkeypatch.chdir(project.root)
    report.main([])
    assert "[edit](https://github.com/o/n/edit/main/content/articles/a.md)" in capsys.readouterr().out
