"""The commands that keep issues and requests on GitHub, and the report of an intake: limits, order and escapes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from press.given_to_github import QUOTING, commands, listed, problem
from project import Project
from warraq.press import intake_report, intake_request, report_issue
from warraq.press.github_text import LONGEST_TITLE
from warraq.press.intake import repair_new
from warraq.press.notice import Notice


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
