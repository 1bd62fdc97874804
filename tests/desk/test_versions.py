"""Which version is shown: two articles exchange their addresses, no other line changes, and it is taken back."""

from __future__ import annotations

import functools
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from desk.conftest import Desk
from desk.doubtful_texts import repaired
from press.running import of_review, running
from project import hashes
from theme.accessibility import violations
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.desk.draft import with_article_hash
from warraq.desk.rejecting import reject
from warraq.desk.review.answering import Review
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems

TEXT = "خبر السيل {n}\n\nنشر في 8 نوفمبر 2023\n\nقال الكاتب إن الماء بلغ {n} بيتا في القرية القديمة.\n"
TODAY = date(2027, 1, 15)


@pytest.fixture
def archive(desk: Desk) -> Desk:
    """Three texts of the machine; the second is a version of the first."""
    for n, more in ((1, "aliases: [former]"), (2, "version_of: s\nadded: 2027-01-01"), (3, "perhaps_version_of: s")):
        file = repaired(desk, f"a{n}", TEXT.format(n=n))
        head, body = file.read_text("utf-8").split("\n---\n", 1)
        slug = {1: "s", 2: "s-v2", 3: "t"}[n]
        head = "\n".join(f"slug: {slug}" if li.startswith("slug:") else li for li in head.split("\n"))
        text = f"{head}\n{more}\n---\n{body}"
        file.write_text(text, "utf-8")
        place = desk.content / "records" / f"a{n}.json"
        place.write_bytes(with_article_hash(Record.from_bytes(place.read_bytes()), text).to_bytes())
    desk.article("en", "---\ntitle: Flood\nlang: en\ndate: unknown\ntranslation_of: s-v2\n---\nText\n")
    return desk


def keys(file: Path) -> tuple[str, str | None, tuple[str, ...]]:
    article = read_article(f"content/articles/{file.name}", file.read_bytes()).article
    assert article
    return article.slug, article.version_of or article.perhaps_version_of, article.aliases


def state(desk: Desk) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [keys(desk.content / "articles" / f"a{n}.md") for n in (1, 2, 3)]


def test_a_long_address_is_cut_for_the_version_that_had_it(archive: Desk) -> None:
    long = "خ" * 59
    for n in (1, 2, 3):
        file = archive.content / "articles" / f"a{n}.md"
        text = file.read_text("utf-8")
        for key in ("slug", "version_of", "perhaps_version_of"):
            text = text.replace(f"\n{key}: s\n", f"\n{key}: {long}\n")
        file.write_text(text, "utf-8")
    archive.run("versions", "--show", "s-v2")
    assert state(archive)[:2] == [(f"{long[:57]}-v1", long, ()), (long, None, ("s-v2", "former"))]
    archive.run("versions", "--show", f"{long[:57]}-v1")
    assert state(archive)[0] == (long, None, (f"{long[:57]}-v1", "s-v2", "former"))
    archive.run("versions", "--show", f"{long[:57]}-v2")  # and the first takes the address again that it had
    assert state(archive)[0] == (f"{long[:57]}-v1", long, ())


def test_the_chosen_version_takes_the_address_and_gives_it_back(archive: Desk) -> None:
    before = hashes(archive.content)
    assert archive.run("versions", "--show", "s-v2").startswith("s-v2 is shown now.")
    assert state(archive)[:2] == [("s-v1", "s", ()), ("s", None, ("s-v2", "former"))]
    assert "translation_of: s\n" in (archive.content / "articles" / "en.md").read_text("utf-8")
    assert "Articles that stay as they are: 3." in archive.run("renewing")
    archive.run("versions", "--show", "a1.txt")
    assert state(archive)[:2] == [("s", None, ("s-v1", "former")), ("s-v2", "s", ())]
    archive.run("undoing")
    archive.run("undoing")
    assert hashes(archive.content) == before
    assert "* content/articles/a1.md" in archive.run("versions")


def test_an_article_is_made_a_version_and_parted_again(archive: Desk) -> None:
    archive.run("versions", "--join", "t", "--to", "content/articles/a2.md")
    assert state(archive)[2] == ("t", "s", ())
    archive.run("versions", "--part", "t")
    assert state(archive)[2] == ("t", None, ())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["--show", "s"],
            "It is the version that is shown already, at the address s. Name one of its other versions: s-v2",
        ),
        (["--show", "former"], "former leads to s, which is shown already. Name one of its other versions: s-v2"),
        (["--show", "en"], "It is no version of another article."),
        (["--show", "../x"], "There is no article of that slug"),
        (["--join", "s", "--to", "t"], "It has versions itself."),
        (["--join", "s", "--to", "s-v2"], "can't be a version of itself"),
        (["--join", "s"], "Write one of"),
        (["--show", "s-v2", "--part", "t"], "Write one of"),
        (["--part", "s"], "It is the version that is shown already"),
    ],
    ids=" ".join,
)
def test_what_can_not_be_chosen_is_told_and_changes_nothing(archive: Desk, words: list[str], told: str) -> None:
    before = hashes(archive.content)
    assert told in archive.run("versions", *words, code=1)
    assert hashes(archive.content) == before


@pytest.mark.parametrize(("choice", "version_of"), [(Choice.KEEP, None), (Choice.TAKE, "s")])
def test_the_review_asks_what_an_import_could_not_tell(archive: Desk, choice: Choice, version_of: str | None) -> None:
    items = OpenItems.of(archive.content)
    item = next(each for each in items.all() if each.rule == "perhaps-a-version")
    taken = Decision(item.id, choice, item.proposals[0].name, item.sentence)
    assert set(DecisionWriter(items).decide([taken], "هدى", TODAY).values()) == {None}
    assert state(archive)[2] == ("t", version_of, ())


def decided(archive: Desk, text: str, choice: Choice = Choice.FIX) -> str:
    """Decide what is asked of the third text, and give why nothing was written, if nothing was."""
    items = OpenItems.of(archive.content)
    item = next(each for each in items.all() if each.rule == "perhaps-a-version")
    (refusal,) = DecisionWriter(items).decide([Decision(item.id, choice, text, item.sentence)], "هدى", TODAY).values()
    return str(refusal.why) if refusal else ""


def test_a_version_of_a_version_is_one_of_the_article_that_is_shown(archive: Desk) -> None:
    assert decided(archive, " s-v2 ") == ""
    assert state(archive)[2] == ("t", "s", ())


@pytest.mark.parametrize(
    ("slug", "told"),
    [("t", "can't be a version of itself"), ("none", "No article has the slug none."), ("", "No article has the slug")],
)
def test_the_review_writes_no_version_that_check_refuses(archive: Desk, slug: str, told: str) -> None:
    before = hashes(archive.content)
    assert told in decided(archive, slug)
    assert hashes(archive.content) == before


def test_an_article_that_has_versions_is_made_none_by_the_review(archive: Desk) -> None:
    file = archive.article("u", '---\ntitle: u\ndate: unknown\nversion_of: "\\u0074"\n---\nText\n')
    assert "It has versions itself." in decided(archive, "1", Choice.TAKE)
    file.unlink()
    (archive.content / "articles" / "a1.md").unlink()
    assert decided(archive, "1", Choice.TAKE) == "No article has the slug s."


def test_both_texts_are_shown_with_what_the_other_has_not(archive: Desk) -> None:
    review = Review(archive.root)
    ask = functools.partial(posted, review, "two")
    both = ask(id="content/articles/a3.md#perhaps_version_of")
    for side, n in (("this", 3), ("other", 1)):
        whole = "".join(text for text, _ in both[side]["pieces"])
        assert whole == TEXT.format(n=n).strip()
        assert [text for text, alone in both[side]["pieces"] if alone] == [str(n)] * 2
    assert both["this"]["days"] == "2023-11-08"
    for other in ("content/articles/a1.md#perhaps_version_of", "content/articles/a3.md#date", "../x#y", "x"):
        assert ask(id=other) == {}


def posted(review: Review, name: str, **asked: object) -> Any:
    headers = {"X-Warraq-Token": review.token, "Content-Type": "application/json"}
    return json.loads(review.answer("POST", f"/review/{name}", headers, json.dumps(asked).encode()).data)


@pytest.mark.browser
def test_the_page_shows_both_texts_and_a_key_decides_and_another_takes_it_back(archive: Desk, page: Page) -> None:
    (archive.content / "site.yaml").write_text("name: أرشيف\nlanguage: ar\n", "utf-8")
    before = hashes(archive.content)
    page.set_viewport_size({"width": 320, "height": 800})
    with running(of_review(Review(archive.root))) as review:
        page.goto(f"{review.url}/review/")
        page.wait_for_selector("#other ins, #other del", state="attached")
        assert page.locator("#text ins").all_inner_texts() == ["3", "3"]
        assert page.locator("#other del").all_inner_texts() == ["1", "1"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page) == []
        assert "نسخة من تلك المادة" in page.locator('[data-do="take"]').inner_text()
        page.keyboard.press("t")
        page.wait_for_selector("#item", state="hidden")
        assert state(archive)[2] == ("t", "s", ())
        page.keyboard.press("u")
        page.wait_for_selector("#other del", state="attached")
    assert hashes(archive.content) == before


def test_what_has_versions_is_not_thrown_out_alone(archive: Desk) -> None:
    told = reject(archive.content, ["a1.txt"], by="", reason="", today=TODAY).problems
    assert [problem.field for problem in told] == ["version_of", "perhaps_version_of"]


def test_a_slug_that_moves_takes_its_versions_along(archive: Desk) -> None:
    archive.run("correcting", "set", "--where", "title = خبر السيل 1", "--", "title", "s")
    archive.run("correcting", "set", "--slug", "--where", "title = s", "--", "title", "عنوان آخر")
    (slug, _, _), (_, of, _), (_, perhaps, _) = state(archive)
    assert slug != "s"
    assert (of, perhaps) == (slug, slug)
