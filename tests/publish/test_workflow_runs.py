"""Each step of a workflow runs here as it would there: what is broken stops publishing, and one issue says what to do."""

from __future__ import annotations

import shutil

import pytest

from publish.runner import Runner

GOOD = "---\ntitle: {0}\nslug: {0}\ndate: 2024-03-15\n---\nنص الخبر.\n"
BROKEN = "---\ntitle: {0}\nslug: {0}\ndate: أمس\nstatus: drfat\n---\nنص @someone `x`.\n"


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Make a repository from ours, published once."""
    made = Runner.make(tmp_path_factory.mktemp("runner"))
    made.article("first", GOOD)
    made.article("second", GOOD)
    made.commit()
    assert [s.code for s in made.steps("publish", "build")] == [0]
    made.deploy()
    return made


def test_a_first_run_publishes_at_the_address_that_pages_gives(runner: Runner) -> None:
    sitemap = (runner.site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{runner.site_url}/articles/first/</loc>" in sitemap
    assert f'href="{runner.site_url}/articles/first/"' in (runner.site / "feeds/site.xml").read_text(encoding="utf-8")


def test_a_broken_new_article_stops_publishing_and_one_issue_says_what_to_do(runner: Runner) -> None:
    with runner.changed("خطأ", BROKEN):
        build, written = runner.steps("publish", "build")
        assert (build.code, written.code) == (1, 0), written.said
        assert "::error file=content/articles/خطأ.md,line=4" in build.said
        for _ in range(2):
            (step,) = runner.steps("publish", "tell", **{"needs.build.result": "failure"})
            assert step.code == 0, step.said
        (issue,) = [i for i in runner.state["issues"] if i["label"] == "publishing" and i["open"]]
        assert issue["title"] == "لم يُنشر الموقع"
        assert "السطر 4: `date`: " in issue["body"] and "السطر 5: `status`: " in issue["body"]
        assert "https://github.com/someone/archive/edit/main/content/articles/%D8%AE%D8%B7%D8%A3.md" in issue["body"]
        assert "https://github.com/someone/archive/actions/runs/77" in issue["body"]
    assert (runner.site / "articles/first/index.html").is_file()


def test_by_hand_the_site_is_published_without_the_broken_new_article(runner: Runner) -> None:
    with runner.changed("خطأ", BROKEN):
        aside, build = runner.steps("publish", "build", **{"inputs.without_broken": "true"})
        assert (aside.code, build.code) == (0, 0), aside.said + build.said
        assert "content/articles/خطأ.md" in aside.said
        assert (runner.root / ".warraq/set-aside/content/articles/خطأ.md").is_file()
        assert not (runner.root / "output/articles/خطأ").exists()
        assert (runner.root / "output/articles/second/index.html").is_file()


def test_a_published_article_is_never_left_out(runner: Runner) -> None:
    with runner.changed("second", BROKEN):
        aside, build, _ = runner.steps("publish", "build", **{"inputs.without_broken": "true"})
        assert (aside.code, build.code) == (0, 1)
        assert (runner.root / "content/articles/second.md").is_file()


def test_a_published_article_can_not_just_vanish(runner: Runner) -> None:
    with runner.changed("second", None):
        before = (runner.root / "output/sitemap.xml").read_bytes()
        build, _ = runner.steps("publish", "build")
        assert build.code == 1
        assert "aliases: [second]" in build.said and "::error file=content/articles" in build.said
        assert (runner.root / "output/sitemap.xml").read_bytes() == before


def test_it_may_move_or_be_withdrawn(runner: Runner) -> None:
    with (
        runner.changed("second", None),
        runner.changed("third", GOOD.replace("slug: {0}", "slug: {0}\naliases: [second]")),
    ):
        assert runner.steps("publish", "build")[0].code == 0
    withdrawn = GOOD.replace("date:", "withdrawn: {{date: 2026-01-02, reason: خطأ}}\ndate:")
    with runner.changed("second", withdrawn):
        assert runner.steps("publish", "build")[0].code == 0


def test_the_next_machine_takes_up_what_the_last_one_carried_and_nothing_of_it_is_unpublished(runner: Runner) -> None:
    secret = "سرّ لا يُنشر"
    drafted = GOOD.replace("date:", f"status: draft\nsummary: {secret}\ndate:").replace("نص الخبر", secret)
    excerpt = GOOD.replace("date:", "source: {{name: صحيفة, rights: excerpt 2}}\ndate:").replace("نص", "نص الخبر كله")
    with runner.changed("draft", drafted), runner.changed("excerpt", excerpt):
        assert runner.steps("publish", "build")[0].code == 0
        carried = runner.root / "carried"
        for file in [*carried.rglob("*"), *(runner.root / "output").rglob("*")]:
            if file.is_file():
                data = file.read_bytes()
                assert secret.encode() not in data, file
                assert "الخبر كله".encode() not in data, file
        first = {file: file.stat().st_mtime_ns for file in runner.root.glob("output/articles/first/*.*")}
        shutil.rmtree(runner.root / ".warraq")  # the next machine has it not
        with runner.changed("third", GOOD):
            (step,) = runner.steps("publish", "build")
            assert step.code == 0, step.said
        assert {file: file.stat().st_mtime_ns for file in first} == first
        (carried / "digest").write_text("0", encoding="utf-8")
        shutil.rmtree(runner.root / ".warraq")
        assert runner.steps("publish", "build")[0].code == 0


def test_the_next_good_run_closes_the_issue(runner: Runner) -> None:
    shutil.rmtree(runner.web.parent / "artifacts/notice")
    (opened,) = runner.steps("publish", "tell", **{"needs.deploy.result": "failure"})
    assert opened.code == 0, opened.said
    (issue,) = [i for i in runner.state["issues"] if i["open"]]
    assert issue["title"] == "لم يُنشر الموقع · The site was not published"
    assert "GitHub Pages" in issue["body"] and "actions/runs/77" in issue["body"]
    (closed,) = runner.steps("publish", "tell", **{"needs.deploy.result": "success"})
    assert closed.code == 0, closed.said
    assert not [i for i in runner.state["issues"] if i["open"]]


def test_a_dropped_original_becomes_a_request_with_article_record_and_report_once(runner: Runner) -> None:
    original = runner.root / "content/originals/مجلد/نص.txt"
    original.parent.mkdir(parents=True, exist_ok=True)
    original.write_text("عنوان الخبر الطويل\nقال الوزير ،إن الاجتماع<br> ناجح .\n", encoding="utf-8")
    runner.commit()
    for _ in range(2):
        for job in ("repair", "request"):
            for step in runner.steps("intake", job):
                assert step.code == 0, step.said
            if job == "repair":
                runner.clean()
        runner.git("switch", "--quiet", "main")
        shutil.rmtree(runner.web.parent / "artifacts/repaired", ignore_errors=True)
        shutil.rmtree(runner.root / "handed", ignore_errors=True)
    (request,) = runner.state["requests"]
    assert "عنوان الخبر الطويل" in request["body"] and "مجلد/نص.txt" in request["body"]
    assert set(runner.files_of(request["head"])) - set(runner.files_of("main")) == {
        "content/articles/مجلد/نص.md",
        "content/records/مجلد/نص.json",
    }
    assert runner.git("show", f"{request['head']}:content/originals/مجلد/نص.txt") == original.read_text(
        encoding="utf-8"
    )


def test_a_request_is_checked_and_can_be_opened_without_a_server(runner: Runner) -> None:
    check, bundle = runner.steps("check", "check")
    assert (check.code, bundle.code) == (0, 0), check.said + bundle.said
    assert (runner.root / "bundle/index.html").is_file()


def test_links_outside_are_asked_and_the_silent_ones_named(runner: Runner) -> None:
    silent = GOOD.replace("نص الخبر.", f"[هنا](http://127.0.0.1:9/x) و[هناك]({runner.site_url}/sitemap.xml)")
    with runner.changed("links", silent):
        for job in ("ask", "tell"):
            (step,) = runner.steps("links", job)
            assert step.code == 0, step.said
    (issue,) = [i for i in runner.state["issues"] if i["label"] == "links"]
    # Both are on this machine, which `links` asks nothing; which public addresses are silent is tested in test_report_links.py.
    assert "<http://127.0.0.1:9/x>" in issue["body"] and f"<{runner.site_url}/sitemap.xml>" in issue["body"]
    for job in ("ask", "tell"):
        runner.steps("links", job)
    assert not [i for i in runner.state["issues"] if i["label"] == "links" and i["open"]]
