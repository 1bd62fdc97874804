"""What GitHub is given: limits, order and escapes of the issues and requests, and the commands that keep them."""

from __future__ import annotations

import json
import sys
from collections import deque
from datetime import date
from pathlib import Path

import pytest

from project import Project
from warraq.archive.archive import Archive, Site
from warraq.archive.article import Annotation, Article, Correction, Source
from warraq.archive.partial_date import PartialDate
from warraq.archive.problem import Level, Problem
from warraq.language import Message, message
from warraq.press import intake_report, intake_request, report, report_issue, report_links
from warraq.press.github_text import LONGEST_TITLE
from warraq.press.intake import repair_new
from warraq.press.notice import Notice
from warraq.press.public_address import target_of
from warraq.press.quoting import Quoting
from warraq.press.report import MOST, Repository
from warraq.press.report_links import addresses

TODO = message("Delete it.")
REPOSITORY = Repository("owner/name", "a branch", "7")
QUOTING = Quoting(Archive(Site("ورّاق")), date(2027, 1, 1))


def problem(path: str = "content/articles/a.md", number: int = 1, level: Level = Level.ERROR) -> Problem:
    return Problem(path, number, 1, "date", Message("x{number}", {"number": number}), TODO, level)


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


class Commands:
    """Records the commands, and answers them in order."""

    def __init__(self, *answers: str) -> None:
        self.ran: list[tuple[str, ...]] = []
        self.given: list[str] = []
        self._answers = deque(answers)

    def __call__(self, *command: str, given: str = "") -> str:
        self.ran.append(command)
        self.given.append(given)
        return self._answers.popleft() if self._answers else ""


def commands(monkeypatch: pytest.MonkeyPatch, module: object, *answers: str) -> Commands:
    made = Commands(*answers)
    monkeypatch.setattr(module, "run", made)
    return made


def test_an_issue_is_opened_once_and_then_rewritten(monkeypatch: pytest.MonkeyPatch) -> None:
    first = commands(monkeypatch, report_issue, "", "[]")
    report_issue.keep_issue("publishing", "title", "body")
    assert first.ran[-1] == ("gh", "issue", "create", "--title", "title", "--label", "publishing", "--body-file", "-")
    assert first.given[-1] == "body"
    again = commands(monkeypatch, report_issue, "", '[{"number": 12}]')
    report_issue.keep_issue("publishing", "title", "other")
    assert again.ran[-1] == ("gh", "issue", "edit", "12", "--title", "title", "--body-file", "-")
    assert [command[2] for command in again.ran] == ["create", "list", "edit"]


def test_only_an_open_issue_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    none = commands(monkeypatch, report_issue, "")
    report_issue.close_issue("publishing", "done")
    assert len(none.ran) == 1
    one = commands(monkeypatch, report_issue, '[{"number": 12}, {"number": 3}]')
    report_issue.close_issue("publishing", "done")
    assert one.ran[-1] == ("gh", "issue", "close", "12", "--comment", "done")


def listed(*branches: str, of_forks: tuple[str, ...] = ()) -> str:
    here = [{"headRefName": name, "isCrossRepository": False} for name in branches]
    return json.dumps([*here, *({"headRefName": name, "isCrossRepository": True} for name in of_forks)])


def test_only_the_records_of_open_intake_requests_wait_there(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = (listed("fix", "intake/1"), "", "", "content/records/ب.json\0content/records/a.json\0")
    made = commands(monkeypatch, intake_request, *answers)
    assert intake_request.records_in_requests() == ["content/records/a.json", "content/records/ب.json"]
    assert [command[-1] for command in made.ran if command[1] == "fetch"] == ["refs/heads/intake/1"]
    assert made.ran[0][made.ran[0].index("--limit") + 1] == "1000"


def test_a_forks_branch_of_that_name_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    made = commands(monkeypatch, intake_request, listed(of_forks=("intake/x", "intake/y")))
    assert intake_request.records_in_requests() == []
    assert not [command for command in made.ran if command[1] == "fetch"]


def test_a_branch_that_can_not_be_fetched_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def answer(*command: str, given: str = "") -> str:
        if command[1] == "fetch" and command[-1].endswith("gone"):
            raise SystemExit(f"git fetch: could not find the branch {given}")
        return {"pr": listed("intake/gone", "intake/1"), "ls-tree": "content/records/a.json\0"}.get(command[1], "")

    monkeypatch.setattr(intake_request, "run", answer)
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    assert intake_request.records_in_requests() == ["content/records/a.json"]
    assert "intake/gone is left out: git fetch: could not find the branch" in capsys.readouterr().err


def test_every_run_has_a_branch_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    branches = set()
    for attempt in ("1", "2"):
        monkeypatch.setenv("GITHUB_RUN_ID", "7")
        monkeypatch.setenv("GITHUB_RUN_ATTEMPT", attempt)
        made = commands(monkeypatch, intake_request)
        intake_request.request(["articles/a.md"], Notice("title", "body"))
        steps = [
            " ".join(part for part in command if part in ("auth", "switch", "add", "commit", "push", "pr"))
            for command in made.ran
        ]
        assert steps == ["auth", "switch", "add", "commit", "push", "pr"]
        assert made.ran[3][-1] == "title"
        assert made.given[-1] == "body"
        assert made.ran[4][-1] == made.ran[1][-1]
        branches.add(made.ran[1][-1])
    assert len(branches) == 2
    assert all(branch.startswith("intake/") for branch in branches)


def test_a_requests_title_has_three_names_and_the_length_that_github_takes() -> None:
    assert (
        intake_request.request_title(["d.txt", "b.txt", "a.txt", "c.txt"], "en")
        == "Repaired texts: a.txt, b.txt, c.txt"
    )
    long = intake_request.request_title([f"{n}{'ب' * 200}.txt" for n in range(3)], "ar")
    assert long.endswith("…")
    assert len(long) == LONGEST_TITLE


def test_a_request_that_may_not_be_opened_leaves_its_branch_and_says_what_to_allow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*command: str, given: str = "") -> str:
        if command[:2] == ("gh", "pr"):
            raise SystemExit(f"gh pr create: not permitted {given}")
        return ""

    monkeypatch.setattr(intake_request, "run", refuse)
    monkeypatch.setenv("WARRAQ_LANGUAGE", "en")
    with pytest.raises(
        SystemExit, match=r"^The branch intake/\w{10} is there, but .*not permitted.*Allow GitHub Actions"
    ):
        intake_request.request(["articles/a.md"], Notice("title", ""))


def test_the_report_of_an_intake_counts_repairs_lists_doubts_to_a_limit_and_quotes_evidence_to_a_length(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(
        "originals/a.txt",
        "عنوان الخبر هنا\nقال  الوزير  إن الاجتماع كان ناجحا والمساواة والمساواة.\nوقال الخبراء الخبراء إن الأمر واضح جدا.\n",
    )
    monkeypatch.chdir(project.root)
    [new] = repair_new(Path("content")).new
    assert len(new.planned.record.doubts) >= 2
    whole = intake_report.report([new], [], "en", QUOTING)
    assert whole.startswith("## عنوان الخبر هنا\n\n`content/articles/a.md` ← `a.txt`\n\n- `title`: ")
    assert "more." not in whole
    monkeypatch.setattr(intake_report, "MOST_DOUBTS", 1)
    cut = intake_report.report([new], [], "en", QUOTING)
    assert f"And {len(new.planned.record.doubts) - 1} more." in cut
    assert cut.count("\n- ") == whole.count("\n- ") - len(new.planned.record.doubts) + 1
    monkeypatch.setattr(intake_report, "MOST_DOUBTS", len(new.planned.record.doubts))
    assert "more." not in intake_report.report([new], [], "en", QUOTING)
    monkeypatch.setattr(intake_report, "LONGEST_QUOTE", 5)
    assert "«عنوان»" in intake_report.report([new], [], "en", QUOTING)


def test_the_report_of_an_intake_names_what_could_not_be_repaired_and_says_when_nothing_was_done() -> None:
    assert intake_report.report([], [], "en", QUOTING) == "Every original has its article; nothing was done.\n"
    text = intake_report.report([], [problem("content/originals/a.txt")], "en", QUOTING)
    assert text == "## Could not be repaired\n\n- `content/originals/a.txt`\n  - Line 1: `date`: x1 **Delete it.**\n"


def outside(name: str, body: str = "") -> Article:
    return Article(f"content/articles/{name}.md", "س", name, body, 5)


def test_addresses_are_found_in_source_notes_corrections_and_text_without_the_stop_behind_them() -> None:
    article = Article(
        "content/articles/a.md",
        "س",
        "a",
        "نص (https://a.example/body). و[رابط](https://a.example/link)، https://a.example/stop؛ http://a.example/«x»",
        5,
        source=Source("س", "https://a.example/source", archived_url="https://a.example/copy"),
        annotations=(Annotation("س", "انظر https://a.example/note!", links=("https://a.example/given",)),),
        corrections=(Correction(PartialDate(2026), "https://a.example/correction."),),
    )
    assert {address.removeprefix("https://a.example/") for address in report_links.of_article(article)} == {
        "source",
        "copy",
        "given",
        "note",
        "correction",
        "body",
        "link",
        "stop",
        "http://a.example/«x",
    }


def test_addresses_and_their_files_are_sorted_and_named_once() -> None:
    articles = (
        outside("b", "https://z.example/ https://a.example/x"),
        outside("a", "https://z.example/ https://z.example/"),
    )
    assert list(addresses(Archive(Site("س"), articles)).items()) == [
        ("https://a.example/x", ["content/articles/b.md"]),
        ("https://z.example/", ["content/articles/a.md", "content/articles/b.md"]),
    ]


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://a.example/خبر?س=1#x", ("https", "a.example", 443, "/%D8%AE%D8%A8%D8%B1?%D8%B3=1")),
        ("https://a.example/%D8%AE?a=%20", ("https", "a.example", 443, "/%D8%AE?a=%20")),
        ("http://مثال.example:8080", ("http", "xn--mgbh0fb.example", 8080, "/")),
        ("http://name:secret@A.example./", ("http", "a.example", 80, "/")),
    ],
)
def test_an_address_is_encoded_once(address: str, wanted: tuple[str, str, int, str]) -> None:
    assert target_of(address) == wanted


def test_the_issue_of_dead_addresses_names_each_with_its_files() -> None:
    text = report_links.body(
        {"https://a.example/": "HTTP 404"}, {"https://a.example/": ["content/a.md"]}, REPOSITORY, "en"
    )
    assert text.splitlines()[1:] == [
        "",
        "- <https://a.example/> (HTTP 404): [`content/a.md`](https://github.com/owner/name/edit/a%20branch/content/a.md)",
    ]


def test_a_failed_command_ends_with_its_error_and_a_good_one_gives_its_output(
    capfd: pytest.CaptureFixture[str],
) -> None:
    from warraq.press.outside_commands import run

    echo = "import sys; print(sys.stdin.read(), end='')"
    assert run(sys.executable, "-c", echo, given="نص") == "نص"
    with pytest.raises(SystemExit, match=r": not good$"):
        run(sys.executable, "-c", "import sys; sys.exit('not good')")
    assert capfd.readouterr() == ("", "")


def test_the_report_of_an_intake_counts_what_readers_are_told_of_the_most_frequent_first(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    shapes = "\ufe8d\ufedf\ufeb4\ufefc\ufee1"
    project.write(
        "originals/a.txt",
        f"عنوان الخبر هنا\r\n\r\n\r\nقال الوزير إن الاجتماع كان ناجحا ،وقال {shapes} إنه جيد.\r\n\r\nوقال {shapes} إنه {shapes} جيد.\r\n",
    )
    [new] = repair_new(Path("content")).new
    changes = new.planned.record.changes
    assert any(change.layout for change in changes)
    listed = intake_report.report([new], [], "en", QUOTING).partition("### Repaired\n\n")[2].partition("\n\n")[0]
    counts = [int(line.rpartition(": ")[2]) for line in listed.splitlines()]
    assert len(counts) >= 2
    assert counts == sorted(counts, reverse=True)
    assert counts != sorted(counts)
    assert sum(counts) == sum(not change.layout for change in changes)
    first = next(change.rule for change in changes if not change.layout)
    assert not listed.startswith(f"- {intake_report.reason(first, 'en')}")


@pytest.mark.parametrize(
    ("status", "why"),
    [(status, None) for status in (401, 403, 405, 429, 451, 503)]
    + [(status, f"HTTP {status}") for status in (400, 404, 410, 500, 502)],
)
def test_a_host_that_refuses_programs_is_not_dead_and_a_dead_address_is_asked_twice(
    monkeypatch: pytest.MonkeyPatch, status: int, why: str | None
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)

    monkeypatch.setattr(report_links, "status", lambda _address, _seconds: status)
    assert report_links.ask("https://a.example/") == why
    assert waits == ([0] if why is None else [0, 3])
